use proptest::prelude::*;

use super::{Block, Bullet, structure};

/// A short notation of the blocks, for reading in a test.
fn outline(text: &str) -> String {
    structure(text).iter().map(block).collect::<Vec<_>>().join(" | ")
}

fn block(block: &Block) -> String {
    match block {
        Block::Paragraph { mark: None, text } => format!("p {text}"),
        Block::Paragraph { mark: Some(mark), text } => format!("p[{mark}] {text}"),
        Block::Bullets { items } => bullets(items),
        Block::Steps { steps } => {
            let step = |step: &super::Step| {
                let inner: Vec<_> = step.blocks.iter().map(self::block).collect();
                format!("{}={}<{}>", step.number, step.text, inner.join(" | "))
            };
            steps.iter().map(step).collect::<Vec<_>>().join(" ")
        }
    }
}

fn bullets(items: &[Bullet]) -> String {
    let item = |item: &Bullet| match item.items.as_slice() {
        [] => item.text.clone(),
        inner => format!("{} {}", item.text, bullets(inner)),
    };
    format!("({})", items.iter().map(item).collect::<Vec<_>>().join(", "))
}

#[test]
fn steps_keep_their_published_numbers() {
    assert_eq!(outline("Bước 1: Nộp\nBước 3. Nhận\nBƯỚC 4\nBước 5a - Trả"), "1=Nộp<> 3=Nhận<> 4=<> 5a=Trả<>");
}

#[test]
fn a_sentence_that_names_a_step_is_no_step() {
    assert_eq!(outline("Bước 1 của quy trình là nộp"), "p Bước 1 của quy trình là nộp");
    assert_eq!(outline("Bước tiếp theo: nhận"), "p Bước tiếp theo: nhận");
}

#[test]
fn lines_below_a_step_belong_to_it() {
    assert_eq!(
        outline("Mở đầu\nBước 1: Nộp\n- một\n+ hai\n- ba\nthêm\nBước 2: Nhận"),
        "p Mở đầu | 1=Nộp<(một (hai), ba) | p thêm> 2=Nhận<>"
    );
}

#[test]
fn a_heading_before_a_new_count_of_steps_stands_outside_the_old_one() {
    assert_eq!(
        outline("Bước 1: a\nBước 2: b\nTrường hợp khác:\nBước 1: c"),
        "1=a<> 2=b<> | p Trường hợp khác: | 1=c<>"
    );
    assert_eq!(outline("Bước 1: a\n* Trường hợp khác\nBước 1: c"), "1=a<> | (Trường hợp khác) | 1=c<>");
}

#[test]
fn a_new_mark_goes_deeper_and_a_known_one_comes_back() {
    assert_eq!(outline("+ a\n* b\n++ c\n* d\n+ e"), "(a (b (c), d), e)");
    assert_eq!(outline("- a\n– b\n— c"), "(a, b, c)");
}

#[test]
fn repeated_marks_count_as_their_innermost() {
    assert_eq!(outline("- - a\n-\t+ b\n-+ c"), "(a (b, c))");
}

#[test]
fn letters_and_numbers_stay_as_published() {
    assert_eq!(
        outline("a) Nộp\nđ) Trả\n1. Một\n2.1. Hai\n(ii) Ba\nIV. Bốn"),
        "p[a)] Nộp | p[đ)] Trả | p[1.] Một | p[2.1.] Hai | p[(ii)] Ba | p[IV.] Bốn"
    );
    assert_eq!(outline("20.000 đồng"), "p 20.000 đồng");
}

#[test]
fn signs_are_not_bullets() {
    assert_eq!(outline("-5 độ\n+84 24 3"), "p -5 độ | p +84 24 3");
    assert_eq!(outline("- 5 độ"), "(5 độ)");
}

#[test]
fn lines_without_a_word_leave_nothing() {
    assert_eq!(outline("\n - \n***\n ; \n"), "");
}

/// Runs of letters and digits, in order.
fn words(text: &str) -> Vec<String> {
    text.split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn gather(blocks: &[Block], into: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph { mark, text } => into.extend([mark.as_deref().unwrap_or_default(), " ", text, "\n"]),
            Block::Bullets { items } => gather_bullets(items, into),
            Block::Steps { steps } => {
                for step in steps {
                    into.extend([&step.word, " ", &step.number, " ", &step.text, "\n"]);
                    gather(&step.blocks, into);
                }
            }
        }
    }
}

fn gather_bullets(items: &[Bullet], into: &mut String) {
    for item in items {
        into.extend([&item.text, "\n"]);
        gather_bullets(&item.items, into);
    }
}

proptest! {
    #[test]
    fn no_word_is_lost_added_or_moved(
        lines in prop::collection::vec("(Bước [0-9]{1,2}[:. ]?|[-+*•]{1,3} ?|[a-zđ]\\) ?|[0-9]\\.[0-9]?\\.? ?|\\([iv]+\\) )?.{0,40}", 0..20)
    ) {
        let text = lines.join("\n");
        let mut gathered = String::new();
        gather(&structure(&text), &mut gathered);
        prop_assert_eq!(words(&text), words(&gathered));
    }

    #[test]
    fn any_text_is_structured_without_loss(text in any::<String>()) {
        let mut gathered = String::new();
        gather(&structure(&text), &mut gathered);
        prop_assert_eq!(words(&text), words(&gathered));
    }
}
