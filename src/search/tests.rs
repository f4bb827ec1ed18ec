//! The search as a whole, on a small catalogue.

use proptest::prelude::*;
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, BoostQuery, DisjunctionMaxQuery, Query, TermQuery};
use tantivy::schema::IndexRecordOption;
use unicode_normalization::UnicodeNormalization;

use super::*;
use crate::model::Level;

/// Code, name, field, level and body of invented records under everyday names.
const RECORDS: [(&str, &str, &str, Level, &str); 12] = [
    ("1.000001", "Đăng ký khai sinh", "Hộ tịch", Level::Commune, "Giấy chứng sinh của trẻ"),
    ("1.000002", "Đăng ký khai sinh lưu động", "Hộ tịch", Level::Commune, "Cán bộ đến tận nhà"),
    ("1.000003", "Đăng ký lại khai sinh", "Hộ tịch", Level::Commune, "Sổ hộ tịch và bản chính đều bị mất"),
    ("1.000004", "Thủ tục đăng ký kết hôn", "Hộ tịch", Level::Commune, "Hai bên nam nữ có mặt"),
    ("1.000005", "Đăng ký thường trú", "Cư trú", Level::Commune, "Chỗ ở hợp pháp"),
    ("1.000006", "Đăng ký tạm trú", "Cư trú", Level::Commune, "Nhà trọ cho công nhân khu công nghiệp"),
    ("1.000007", "Cấp lại giấy phép lái xe", "Đường bộ", Level::Province, "Hồ sơ gốc"),
    ("1.000008", "Đổi giấy phép lái xe", "Đường bộ", Level::Province, "Giấy khám sức khỏe"),
    ("1.000009", "Đăng ký đất đai lần đầu", "Đất đai", Level::Commune, "Sơ đồ thửa đất"),
    ("1.000010", "Đăng ký đất đai lần đầu", "Đất đai", Level::Central, "Sơ đồ thửa đất"),
    ("1.000011", "Giải quyết chế độ TNLĐ", "Bảo hiểm", Level::Province, "Biên bản điều tra"),
    ("1.000012", "Cấp giấy phép hoạt động cơ sở hóa chất", "Hóa chất", Level::Province, "Kỹ sư, quý I"),
];

fn index() -> SearchIndex {
    let documents = RECORDS.iter().map(|(code, name, field, level, body)| SearchDocument {
        key: (*code).into(),
        route: code,
        title: (*name).into(),
        field,
        body: vec![(*body).into()],
        facts: Facts { level: Some(level.clone()), ..Facts::default() },
        ..SearchDocument::default()
    });
    SearchIndex::build(documents, Words::load(&crate::config::SearchWords::default())).expect("the index is built")
}

fn keys(index: &SearchIndex, query: &str) -> Vec<String> {
    let result = index.search(query, 10).expect("the index is readable");
    result.hits.iter().map(|hit| hit.key.to_owned()).collect()
}

#[test]
fn spelling_case_blanks_and_normalisation_give_the_same_plan() {
    let index = index();
    let expected = index.understand("dat dai");
    assert!(!expected.plan.is_empty());
    for same in ["DAT DAI", " dat   dai ", "dat\u{a0}dai", "dat, dai!"] {
        assert_eq!(index.understand(same), expected, "{same:?}");
    }
    let marked = index.understand("đất đai");
    for same in ["ĐẤT ĐAI", "Đất  đai", &"đất đai".nfd().collect::<String>()] {
        assert_eq!(index.understand(same), marked, "{same:?}");
    }
    assert_eq!(keys(&index, "đất đai"), keys(&index, "dat dai"));
    assert_eq!(index.understand("hoá chất, kĩ sư"), index.understand("hóa chất, kỹ sư"));
}

#[test]
fn a_text_without_marks_finds_the_same_with_the_same_scores_but_for_the_marks() {
    let mut index = index();
    index.weights.exact = 0.0;
    // Where no word is a stop word once its marks are gone, the marks are all that the scores can differ by.
    for marked in ["đất đai", "ĐĂNG KÝ THƯỜNG TRÚ", "hóa chất", "giấy phép lái xe", "Đổi bằng lái", "sổ hồng"]
    {
        let answers = |typed: &str| index.search(typed, 20).expect("the index is readable");
        let plain = crate::text::fold(marked);
        for same in [plain.clone(), plain.to_uppercase(), format!("  {} ", plain.replace(' ', "\u{a0} "))] {
            assert_eq!(answers(&same), answers(marked), "{same}");
        }
    }
}

#[test]
fn every_title_finds_itself_by_its_folded_form() {
    let index = index();
    for (code, name, ..) in RECORDS {
        for typed in [name.to_owned(), crate::text::fold(name), name.to_uppercase()] {
            let found = keys(&index, &typed);
            let rank = found.iter().position(|key| key == code);
            assert!(rank.is_some_and(|rank| rank < 3), "{typed}: {found:?}");
        }
    }
}

#[test]
fn the_plain_name_comes_before_its_variants() {
    assert_eq!(keys(&index(), "dang ky khai sinh")[0], "1.000001");
    assert_eq!(keys(&index(), "đăng ký kết hôn")[0], "1.000004");
}

#[test]
fn the_nearer_level_comes_first_among_equals() {
    assert_eq!(keys(&index(), "đăng ký đất đai lần đầu")[..2], ["1.000009", "1.000010"]);
}

#[test]
fn a_code_is_found_in_any_spelling() {
    for query in ["1.000007", "1000007", "mã 1.000007", "MÃ TTHC: 1 000007", "1.000007.H19"] {
        assert_eq!(keys(&index(), query)[0], "1.000007", "{query}");
    }
}

#[test]
fn questions_typos_key_sequences_and_unfinished_words_are_understood() {
    let index = index();
    for (query, code) in [
        ("cho em hỏi đăng ký tạm trú cần giấy tờ gì ạ", "1.000006"),
        ("dang ky khai sihn", "1.000001"),
        ("ddawng kys taamj truws", "1.000006"),
        ("dangkykethon", "1.000004"),
        ("đăng ký thường tr", "1.000005"),
        ("đăng ký tạm t", "1.000006"),
        ("cap lai gplx", "1.000007"),
        ("bằng lái xe bị mất", "1.000007"),
        ("tai nạn lao động", "1.000011"),
    ] {
        assert_eq!(keys(&index, query).first().map(String::as_str), Some(code), "{query}");
    }
}

#[test]
fn long_texts_are_read_only_where_names_do_not_answer() {
    let index = index();
    let by_name = index.search("đăng ký", 10).expect("the index is readable");
    assert_eq!(by_name.tier, Tier::A);
    let by_body = index.search("nhà trọ khu công nghiệp", 10).expect("the index is readable");
    assert_eq!((by_body.tier, by_body.hits[0].key), (Tier::B, "1.000006"));
}

#[test]
fn two_indexes_of_the_same_records_answer_alike() {
    let (first, second) = (index(), index());
    for query in ["giấy phép", "dang ky", "mất giấy khai sinh"] {
        assert_eq!(first.search(query, 10).ok(), second.search(query, 10).ok(), "{query}");
    }
    assert_eq!(first.vocabulary, second.vocabulary);
}

#[test]
fn a_batch_answers_line_by_line() {
    let queries = "id\tcategory\tquery\tjudgements\nq1\tx\tđăng ký kết hôn\t\nbroken\nq2\tx\tqqq zzz\t\n";
    let answers = index().batch(queries, 2).expect("the index is readable");
    let lines: Vec<&str> = answers.lines().collect();
    assert_eq!(lines.len(), 2);
    assert!(lines[0].starts_with("q1\t1.000004"), "{answers}");
    assert!(lines[1] == "q2", "{answers}");
}

#[test]
fn the_columns_of_a_table_of_queries_are_found_by_their_headings() {
    let queries = |table| batch_queries(table).collect::<Vec<_>>();
    assert_eq!(queries("\u{FEFF}Query\tID\nkhai sinh\tq1\n"), [("q1", "khai sinh")]);
    assert_eq!(queries("id\tquery\r\nq1\tkhai sinh\r\n"), [("q1", "khai sinh")]);
    assert_eq!(queries("số\tlời hỏi\nq1\tkhai sinh\nq2"), [("q1", "khai sinh")]);
    assert_eq!(queries("số\tloại\tlời hỏi\nq1\tx\tkhai sinh"), [("q1", "khai sinh")]);
    assert_eq!(queries(""), []);
}

#[test]
fn an_empty_index_finds_nothing() {
    let empty = SearchIndex::build([], Words::default()).expect("the index is built");
    assert!(empty.is_empty());
    assert_eq!(empty.search("khai sinh 1.000001", 10).map(|result| result.total).ok(), Some(0));
}

/// A plan by tantivy's own queries: sums as BooleanQuery, boosts as BoostQuery, alternatives as DisjunctionMaxQuery.
fn native_query(index: &SearchIndex, plan: &QueryPlan) -> Box<dyn Query> {
    let clause = |clause: &Clause| -> Box<dyn Query> {
        let alternative = |alternative: &Alternative| -> Box<dyn Query> {
            let terms = alternative.words.iter().flat_map(|word| &word.terms).filter(|term| term.field != Field::Body);
            let queries = terms.map(|term| -> Box<dyn Query> {
                let text = tantivy::Term::from_field_text(index.columns[&term.field], &term.text);
                Box::new(BoostQuery::new(Box::new(TermQuery::new(text, IndexRecordOption::Basic)), term.boost))
            });
            Box::new(BoostQuery::new(Box::new(BooleanQuery::union(queries.collect())), alternative.boost))
        };
        Box::new(DisjunctionMaxQuery::new(clause.alternatives.iter().map(alternative).collect()))
    };
    Box::new(BooleanQuery::union(plan.clauses.iter().map(clause).collect()))
}

#[test]
fn scores_are_those_of_tantivys_own_queries() {
    let mut index = index();
    // Without covers and priors what is left are sums, boosts and maxima, which tantivy has as well.
    index.weights =
        Weights { phrase_power: 0, cover_power: 0, prior: 0.0, minimum_cover: 0.0, answers: 0, ..Weights::default() };
    let reader = index.segment.index().reader().expect("the index opens");
    for query in ["đăng ký khai sinh", "dang ky", "mất giấy phép lái xe", "khai sihn", "đất đai lần đầu"]
    {
        let mut plan = index.understand(query).plan;
        // What phrases mean is rounded.
        plan.clauses.iter_mut().for_each(|clause| clause.meant.clear());
        plan.clauses
            .iter_mut()
            .flat_map(|clause| &mut clause.alternatives)
            .flat_map(|alternative| &mut alternative.words)
            .for_each(|word| word.terms.retain(|term| !term.prefix));
        let top = TopDocs::with_limit(20).order_by_score();
        let theirs = reader.searcher().search(&*native_query(&index, &plan), &top).expect("tantivy searches");
        let ours = evaluate::evaluate(&index, &plan).expect("the index is readable").hits;
        assert!(!ours.is_empty() && ours.len() == theirs.len(), "{query}");
        for hit in ours {
            let (score, _) = theirs.iter().find(|(_, at)| at.doc_id == hit.document).expect("tantivy finds it too");
            assert!((score - hit.score).abs() <= 1e-5 * score, "{query}: {score} {}", hit.score);
        }
    }
}

#[test]
fn what_was_understood_is_told_where_it_is_not_what_was_typed() {
    let index = index();
    let meant = |query: &str| index.search(query, 1).expect("the index is readable").meant;
    assert_eq!(meant("ddawng kys tamj trus").as_deref(), Some("đăng ký tạm trú"));
    assert_eq!(meant("đăng ký khai sihn").as_deref(), Some("đăng ký khai sinh"));
    assert_eq!(meant("dangkykethon").as_deref(), Some("dang ky ket hon"));
    for query in ["đăng ký khai sinh", "DANG KY", "cap lai gplx", "đăng ký thường tr", "1.000001", ""] {
        assert_eq!(meant(query), None, "{query}");
    }
}

/// An index of names alone.
fn named(names: &[&'static str]) -> SearchIndex {
    let documents = names.iter().map(|name| SearchDocument {
        key: (*name).into(),
        title: (*name).into(),
        ..SearchDocument::default()
    });
    SearchIndex::build(documents, Words::load(&crate::config::SearchWords::default())).expect("the index is built")
}

#[test]
fn typed_marks_tell_names_apart_that_differ_in_nothing_else() {
    // Whichever stands first, so that the marks must do it.
    for names in [["Cấp phép bán đá", "Cấp phép bàn đạ"], ["Cấp phép bàn đạ", "Cấp phép bán đá"]]
    {
        let index = named(&names);
        assert_eq!(keys(&index, "bán đá")[0], "Cấp phép bán đá", "{names:?}");
        assert_eq!(keys(&index, "bàn đạ")[0], "Cấp phép bàn đạ", "{names:?}");
    }
}

#[test]
fn what_covers_next_to_nothing_of_a_query_is_no_hit() {
    let mut index = index();
    let query = "đăng ký qwrtp vbnmk lkjhg zxcvb";
    assert_eq!(keys(&index, query), Vec::<String>::new());
    index.weights.minimum_cover = 0.0;
    assert!(!keys(&index, query).is_empty(), "the query is one that only the least cover keeps from answers");
}

#[test]
fn a_life_event_gives_several_of_its_procedures() {
    let index = named(&[
        "Đăng ký khai sinh",
        "Đăng ký thường trú",
        "Giải quyết hưởng chế độ thai sản",
        "Đổi giấy phép lái xe",
        "Cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi",
        "Đăng ký khai tử",
    ]);
    let found = keys(&index, "vợ mới sinh");
    for wanted in ["Đăng ký khai sinh", "Đăng ký thường trú", "Cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi"]
    {
        assert!(found.iter().take(4).any(|key| key == wanted), "{wanted}: {found:?}");
    }
    assert!(!found.iter().any(|key| key == "Đổi giấy phép lái xe"), "{found:?}");
}

#[test]
fn what_a_folk_phrase_means_counts_a_little_less_where_other_marks_were_typed() {
    let index = named(&["Cấp giấy chứng nhận quyền sử dụng đất", "Đăng ký khai tử", "Đổi giấy phép lái xe"]);
    let score = |query: &str| index.search(query, 1).expect("the index is readable").hits.first().map(|hit| hit.score);
    let (right, slip) = (score("sổ đỏ"), score("sổ đõ"));
    assert_eq!(keys(&index, "sổ đõ")[0], "Cấp giấy chứng nhận quyền sử dụng đất");
    assert!(slip < right && slip > right.map(|right| right / 2.0), "{slip:?} {right:?}");
}

#[test]
fn an_abbreviation_of_several_words_is_read() {
    let index = named(&["Tố cáo cán bộ công an xã", "Hồ sơ của Sở Giáo dục và Đào tạo", "Đổi giấy phép lái xe"]);
    assert_eq!(keys(&index, "ca xã")[0], "Tố cáo cán bộ công an xã");
    assert_eq!(keys(&index, "sở gd&đt")[0], "Hồ sơ của Sở Giáo dục và Đào tạo");
}

#[test]
fn keys_of_typing_methods_are_no_words_of_other_languages() {
    let words = Words::load(&crate::config::SearchWords::default()).for_other_languages();
    let document = SearchDocument { key: "a".into(), title: "Ký".into(), ..SearchDocument::default() };
    let index = SearchIndex::build([document], words).expect("the index is built");
    assert_eq!(keys(&index, "kys x"), Vec::<String>::new());
}

#[test]
fn hostile_queries_are_survived() {
    let index = index();
    let long = "đăng ký ".repeat(2000);
    let one_word = "x".repeat(10_000);
    let marks = "\u{301}".repeat(3000);
    for query in
        ["", " ", "\0\u{7}", "🙂🙂", "((((", "\"*?~:^", "ﬃ ﷺ İ ẞ", "1.", "...", "日本語", &long, &one_word, &marks]
    {
        assert!(index.search(query, 10).is_ok(), "{query:?}");
    }
}

/// Words of names: common and rare ones, stop words, words of folk phrases.
const NAME_WORDS: [&str; 23] = [
    "đăng", "ký", "cấp", "lại", "giấy", "phép", "đất", "đai", "sổ", "đỏ", "mất", "hộ", "khẩu", "thủ", "tục", "có",
    "của", "cho", "mới", "về", "khai", "sinh", "lần",
];

/// A name of one to nine words, some parted by punctuation.
fn name() -> impl Strategy<Value = String> {
    let word =
        (prop::sample::select(&NAME_WORDS[..]), prop::sample::select(&[" ", " ", " ", " ", ", ", "; ", " ("][..]));
    prop::collection::vec(word, 1..10).prop_map(|words| words.into_iter().flat_map(|(word, gap)| [word, gap]).collect())
}

/// A title as it is compared with others: folded words without "thủ tục" before them.
fn bare(title: &str) -> String {
    let folded = folded_name(&words(title));
    folded.strip_prefix("thu tuc ").unwrap_or(&folded).to_owned()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn invented_names_find_themselves(names in prop::collection::vec((name(), 0_u8..3), 1..120)) {
        let level = |level| [Level::Commune, Level::Province, Level::Central][usize::from(level)].clone();
        let keys: Vec<String> = (0..names.len()).map(|at| format!("k{at}")).collect();
        let documents = names.iter().zip(&keys).map(|((name, nearness), key)| SearchDocument {
            key: key.into(),
            title: name.into(),
            facts: Facts { level: Some(level(*nearness)), ..Facts::default() },
            ..SearchDocument::default()
        });
        let words = Words::load(&crate::config::SearchWords::default());
        let index = SearchIndex::build(documents, words).expect("the index is built");
        for ((name, _), key) in names.iter().zip(&keys) {
            for typed in [name.clone(), crate::text::fold(name)] {
                let found = index.search(&typed, 3).expect("the index is readable").hits;
                let itself = found.iter().any(|hit| hit.key == key);
                let family = !found.is_empty() && found.iter().all(|hit| bare(hit.title) == bare(name));
                prop_assert!(itself || family, "{}: {:?}", typed, found);
            }
        }
    }

    #[test]
    fn no_text_makes_the_search_fail(query in "\\PC{0,60}", limit in 0_usize..20) {
        thread_local!(static INDEX: SearchIndex = index());
        INDEX.with(|index| {
            let result = index.search(&query, limit).expect("the index is readable");
            prop_assert!(result.hits.len() <= limit && result.total >= result.hits.len());
            prop_assert!(result.hits.iter().all(|hit| hit.score.is_finite()));
            Ok(())
        })?;
    }

    #[test]
    fn normalisation_forms_agree(query in "[a-zA-Zăâđêôơưáàảãạấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ0-9 .,]{0,40}") {
        thread_local!(static INDEX: SearchIndex = index());
        INDEX.with(|index| {
            let decomposed: String = query.nfd().collect();
            prop_assert_eq!(index.understand(&decomposed), index.understand(&query));
            Ok(())
        })?;
    }
}
