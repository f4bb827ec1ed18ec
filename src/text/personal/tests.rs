//! The corpus: everything that must be found is, and nothing else.

use super::{Sensitive, normal_form, sightings, visible_text};

const CORPUS: &str = include_str!("corpus.tsv");
const HARMLESS: &str = include_str!("harmless.tsv");

/// Resolves the names of characters that editors do not show.
fn resolved(text: &str) -> String {
    let names =
        [("{nbsp}", "\u{A0}"), ("{zwsp}", "\u{200B}"), ("{thin}", "\u{2009}"), ("{shy}", "\u{AD}"), ("{lf}", "\n")];
    names.into_iter().fold(text.to_owned(), |text, (name, letter)| text.replace(name, letter))
}

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

fn label(cell: &str) -> &str {
    if cell == "-" { "" } else { cell }
}

const fn kind(name: &str) -> Option<Sensitive> {
    Some(match name.as_bytes() {
        b"citizen" => Sensitive::CitizenNumber,
        b"old" => Sensitive::OldIdentityNumber,
        b"other" => Sensitive::OtherIdentifier,
        b"phone" => Sensitive::Phone,
        b"email" => Sensitive::Email,
        b"birth" => Sensitive::BirthDate,
        b"secret" => Sensitive::Secret,
        _ => return None,
    })
}

#[test]
fn everything_in_the_corpus_is_found() {
    let mut missed = Vec::new();
    let mut count = 0;
    for row in rows(CORPUS) {
        let [name, heading, normal, text] = row[..] else { panic!("four cells: {row:?}") };
        let wanted = kind(name).expect("a known kind");
        let found = sightings(&resolved(text), label(heading));
        count += 1;
        if !found.iter().any(|seen| seen.kind == wanted && seen.normal == normal) {
            missed.push(format!("{text} [{heading}]: {found:?}"));
        }
    }
    assert!(missed.is_empty(), "{} of {count} missed:\n{}", missed.len(), missed.join("\n"));
    assert!(count >= 60, "{count}");
}

#[test]
fn nothing_harmless_is_found() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for row in rows(HARMLESS) {
        let [heading, text] = row[..] else { panic!("two cells: {row:?}") };
        count += 1;
        let found = sightings(&resolved(text), label(heading));
        if !found.is_empty() {
            wrong.push(format!("{text} [{heading}]: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {count} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 60, "{count}");
}

#[test]
fn several_things_in_one_text_are_all_found_in_order_with_their_lines() {
    let text = "Ông A\nCCCD 001085012345, ĐT 0912 345 678\n- b.c@gmail.com, SN 1985";
    let found: Vec<_> = sightings(text, "").into_iter().map(|seen| (seen.kind, seen.line, seen.normal)).collect();
    let expected = [
        (Sensitive::CitizenNumber, 1, "001085012345"),
        (Sensitive::Phone, 1, "0912345678"),
        (Sensitive::Email, 2, "b.c@gmail.com"),
        (Sensitive::BirthDate, 2, "1985"),
    ];
    assert_eq!(found, expected.map(|(kind, line, normal)| (kind, line, normal.to_owned())));
}

#[test]
fn a_list_of_telephones_is_no_citizen_number_and_each_is_found() {
    let found = sightings("0912 345 678 0987 654 321", "");
    let normals: Vec<_> = found.iter().map(|seen| seen.normal.as_str()).collect();
    assert_eq!(normals, ["0912345678", "0987654321"]);
}

#[test]
fn what_is_seen_is_hidden_in_messages() {
    let masked = |text: &str| sightings(text, "").first().map(super::Sighting::masked);
    assert_eq!(masked("CCCD 001085012345").as_deref(), Some("001•••••••45"));
    assert_eq!(masked("0912 345 678").as_deref(), Some("091• ••• •78"));
    assert_eq!(masked("SN 1985").as_deref(), Some("1•••"));
}

#[test]
fn one_number_written_in_many_ways_has_one_form() {
    for written in ["0912345678", "+84 912.345.678", "0084 912345678", "0912-345-678", "(+84) 912 345 678"] {
        assert_eq!(normal_form(written), "0912345678", "{written}");
    }
    assert_eq!(normal_form("02/3/1985"), normal_form("1985-03-02"));
    assert_eq!(normal_form(" A@B.vn "), "a@b.vn");
}

#[test]
fn hostile_text_is_looked_at_without_harm() {
    let long = "1 ".repeat(20_000);
    let marks = [
        "@",
        "@@@",
        ":=:=",
        "(at)",
        "[a]",
        "-----BEGIN ",
        "://:@",
        "9",
        "29A",
        "12/12/",
        "1985/",
        "ẩ:",
        "é1",
        "\u{FF10}@",
    ];
    for text in marks.into_iter().map(str::to_owned).chain([long, marks.concat(), "đ:1ế@ư=(ạt)".repeat(50)]) {
        for heading in ["", "Mật khẩu", "CCCD"] {
            let _ = sightings(&text, heading);
        }
        let _ = visible_text(&text);
    }
}

#[test]
fn numbers_are_seen_through_markup() {
    let found = |html: &str| sightings(&visible_text(html), "").into_iter().map(|seen| seen.normal).collect::<Vec<_>>();
    assert_eq!(found("<p>CCCD 001<b>085</b>012&nbsp;345</p>"), ["001085012345"]);
    assert_eq!(found("<a href=\"tel:+84912345678\">Gọi</a>"), ["0912345678"]);
    assert_eq!(found("<a href='mailto:a.b@gmail.com'>x</a> a.b&#64;gmail.com"), ["a.b@gmail.com", "a.b@gmail.com"]);
    assert_eq!(found("<td>001085</td><td>012345</td>"), Vec::<String>::new());
    assert_eq!(
        found("<style>a{b:0912345678}</style><!-- 0912345678 > --><p data-x=\"0912345678\">"),
        Vec::<String>::new()
    );
    assert_eq!(found("<script type=application/ld+json>{\"telephone\":\"0912345678\"}</script>"), ["0912345678"]);
    assert_eq!(found("a < b 0912345678 <"), ["0912345678"]);
}

#[test]
fn no_way_of_writing_markup_hides_a_number() {
    let found = |html: &str| sightings(&visible_text(html), "").into_iter().map(|seen| seen.normal).collect::<Vec<_>>();
    let numbers = [
        "CCCD 001085<!-- x -->012345",
        "CCCD 001<del>085</del>01<B>23</B>45",
        "<text>CCCD 001085<tspan x=1>012345</tspan></text>",
        "<svg><defs><style/></defs><text>CCCD 001085012345</text></svg>",
        "<svg><text><![CDATA[CCCD 001085012345]]></text></svg>",
        "CCCD 001085&ZeroWidthSpace;012345",
        "CCCD 001085&numsp;012&#x00000033;45",
        "CCCD 00108501234&#53",
        "CCCD 001085012345 & Q&A; &",
    ];
    for html in numbers {
        assert_eq!(found(html), ["001085012345"], "{html}");
    }
    assert_eq!(found("<A HREF='mailto:a.b@gmail.com'>Gửi thư</A>"), ["a.b@gmail.com"]);
    assert_eq!(found("<STYLE>a{b:0912345678}</STYLE>"), Vec::<String>::new());
}

#[test]
fn a_mark_that_stands_alone_hides_nothing() {
    for mark in ["\u{301}", "\u{200B}", "\u{FEFF}", "\u{FF5E}", "\u{1D7FF}x", "\u{202E}"] {
        for text in [format!("{mark} CCCD 001085012345"), format!("CCCD 001085012345 {mark}")] {
            assert_eq!(sightings(&text, "").len(), 1, "{text:?}");
        }
    }
}
