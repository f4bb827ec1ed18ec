use crate::diag::Lang;
use crate::model::{Catalog, Channel, ChannelKind, Dong, Fee, FeeAmount, Level, Part, Procedure, TimeLimit, TimeUnit};
use crate::plan::{Dimension, PageKind};

use super::fixture::{Site, bare, catalog, fee, full, sourced};
use super::procedure::{Answer, ProcedureView};
use super::{PlacesView, View};

fn procedure(site: &Site, lang: Lang, at: usize) -> ProcedureView {
    match site.view(lang, PageKind::Procedure(at)) {
        View::Procedure(view) => *view,
        other => panic!("{other:?} is no procedure"),
    }
}

/// The view of one procedure, alone in the catalogue of the fixture.
fn alone(record: Procedure) -> ProcedureView {
    let site = Site::with(Catalog { procedures: vec![sourced(record, 0)], ..catalog() }, |_| {});
    procedure(&site, Lang::Vi, 0)
}

fn words(answer: &Answer) -> String {
    let line = |line: &super::procedure::AnswerLine| match &line.label {
        Some(label) => format!("{}: {}", label.text, line.text),
        None => line.text.clone(),
    };
    let lines: Vec<String> = answer.lines.iter().map(line).collect();
    let note = answer.note.as_ref().map(|note| format!(" [{}]", note.text)).unwrap_or_default();
    format!("{}{note}", lines.join("; ")).replace('\u{a0}', " ")
}

fn with_fees(fees: Vec<Fee>) -> String {
    let channel = Channel { kind: ChannelKind::Direct, time_limits: Vec::new(), fees, note: String::new() };
    words(&alone(Procedure { channels: Part::Stated(vec![channel]), ..bare("1.000001", "a") }).summary.cost)
}

fn with_limits(limits: &[(ChannelKind, Option<u32>, &str)]) -> String {
    let channel = |(kind, days, text): &(ChannelKind, Option<u32>, &str)| Channel {
        kind: kind.clone(),
        time_limits: vec![TimeLimit {
            tenths: days.map(|days| days * 10),
            unit: days.map(|_| TimeUnit::WorkingDays),
            text: (*text).to_owned(),
        }],
        fees: Vec::new(),
        note: String::new(),
    };
    let channels = limits.iter().map(channel).collect();
    words(&alone(Procedure { channels: Part::Stated(channels), ..bare("1.000001", "a") }).summary.time)
}

#[test]
fn a_fee_is_named_only_where_it_is_the_only_one() {
    assert_eq!(with_fees(vec![fee(FeeAmount::Amount(Dong(8_000)), "")]), "8.000 đồng");
    assert_eq!(with_fees(vec![fee(FeeAmount::Amount(Dong(8_000)), "một bản")]), "8.000 đồng [một bản]");
    let two = vec![fee(FeeAmount::Amount(Dong(8_000)), ""), fee(FeeAmount::Amount(Dong(9_000)), "")];
    assert_eq!(with_fees(two), "Xem chi tiết [nhiều mức, tùy trường hợp]");
}

#[test]
fn what_is_not_published_is_never_free() {
    assert_eq!(with_fees(vec![fee(FeeAmount::NotPublished, "")]), "Chưa công bố");
    assert_eq!(with_fees(Vec::new()), "Chưa công bố");
    assert_eq!(with_fees(vec![fee(FeeAmount::Free, "")]), "Miễn");
    assert_eq!(
        with_fees(vec![fee(FeeAmount::Free, ""), fee(FeeAmount::NotPublished, "")]),
        "Xem chi tiết [nhiều mức, tùy trường hợp]"
    );
    assert_eq!(words(&alone(bare("1.000001", "a")).summary.cost), "Chưa công bố");
}

#[test]
fn a_doubtful_fee_sends_the_reader_to_the_table() {
    let doubtful = Fee { doubtful: true, ..fee(FeeAmount::Amount(Dong(10)), "10 USD") };
    assert_eq!(with_fees(vec![doubtful]), "Xem chi tiết [nguồn ghi không thống nhất]");
}

#[test]
fn a_described_fee_stands_in_its_own_words_where_they_are_short() {
    assert_eq!(with_fees(vec![fee(FeeAmount::Described, "theo nghị quyết của tỉnh")]), "theo nghị quyết của tỉnh");
    assert_eq!(with_fees(vec![fee(FeeAmount::Described, &"rất dài ".repeat(20))]), "Xem chi tiết");
}

#[test]
fn equal_time_limits_are_said_once_and_different_ones_by_channel() {
    let same = [(ChannelKind::Direct, Some(5), "5 ngày làm việc"), (ChannelKind::Online, Some(5), "05 ngày làm việc")];
    assert_eq!(with_limits(&same), "5 ngày làm việc");
    let different = [(ChannelKind::Direct, Some(5), ""), (ChannelKind::Online, Some(3), "")];
    assert_eq!(with_limits(&different), "Trực tiếp: 5 ngày làm việc; Trực tuyến: 3 ngày làm việc");
    assert_eq!(with_limits(&[(ChannelKind::Direct, None, "trong ngày")]), "trong ngày");
    assert_eq!(with_limits(&[(ChannelKind::Direct, None, " ")]), "Chưa công bố");
}

#[test]
fn an_ended_office_is_not_offered_but_its_successor_is() {
    let view = alone(full());
    assert_eq!(words(&view.summary.place), "Trung tâm Phục vụ hành chính công [hoặc nơi tiếp nhận bất kỳ trong tỉnh]");
    assert!(!view.reception.derived);
    assert_eq!(view.reception.words, ["Bưu cục trung tâm"]);
}

#[test]
fn places_follow_from_the_field_only_at_the_unit_s_own_level() {
    let own = alone(bare("1.000001", "a"));
    assert_eq!(words(&own.summary.place), "Trung tâm Phục vụ hành chính công");
    assert!(own.reception.derived);
    let other = alone(Procedure { levels: vec![Level::Central], ..bare("1.000001", "a") });
    assert_eq!(words(&other.summary.place), "Chưa công bố");
}

#[test]
fn an_office_receives_the_fields_it_names() {
    let record = Procedure { field: Some("Chứng thực".to_owned()), ..bare("1.000001", "a") };
    let names: Vec<String> = alone(record).reception.offices.into_iter().map(|office| office.name).collect();
    assert_eq!(names, ["Trung tâm Phục vụ hành chính công", "Điểm chứng thực"]);
}

#[test]
fn many_subjects_are_counted_after_the_third() {
    let subjects = |count: usize| Part::Stated((1..=count).map(|at| format!("loại {at}")).collect());
    let who = |count| words(&alone(Procedure { subjects: subjects(count), ..bare("1.000001", "a") }).summary.who);
    assert_eq!(who(4), "loại 1; loại 2; loại 3; loại 4");
    assert_eq!(who(6), "loại 1; loại 2; loại 3; và 3 đối tượng khác");
}

#[test]
fn pages_in_english_translate_the_interface_and_keep_the_record() {
    let view = procedure(&Site::new(), Lang::En, 0);
    assert_eq!(words(&view.summary.time), "5 working days");
    assert_eq!((view.name.as_str(), view.page.unit.text.as_str()), ("Đăng ký khai sinh", "Mau Commune"));
    assert_eq!(view.levels[0].text, "Commune");
}

#[test]
fn every_link_of_every_page_begins_with_the_way_to_the_root() {
    let site = Site::new();
    let context = site.context();
    for planned in &site.plan.pages {
        let (view, _) = super::build(&context, planned);
        let root = if planned.kind == PageKind::NotFound { "/thu/".to_owned() } else { planned.route.root() };
        let page = view.page();
        assert_eq!(page.root, root, "{}", planned.route);
        let links = page.nav.iter().map(|entry| &entry.link.href).chain(page.crumbs.iter().map(|link| &link.href));
        for href in links.chain([&page.home, &page.stylesheet]) {
            assert!(href.starts_with(&root), "{href} on {}", planned.route);
        }
    }
}

#[test]
fn a_page_knows_itself_in_the_other_language() {
    let site = Site::new();
    let view = site.view(Lang::Vi, PageKind::Procedure(0));
    let page = view.page();
    assert_eq!(page.canonical.as_deref(), Some("https://xa-mau.example/thu/thu-tuc/1.001193/"));
    assert_eq!(page.languages[0].href, "../../en/thu-tuc/1.001193/");
    let hrefs: Vec<_> = page.alternates.iter().map(|alternate| alternate.href.as_str()).collect();
    assert_eq!(
        hrefs,
        ["https://xa-mau.example/thu/thu-tuc/1.001193/", "https://xa-mau.example/thu/en/thu-tuc/1.001193/"]
    );
}

#[test]
fn a_page_without_a_twin_leads_to_the_other_home_page() {
    let site = Site::new();
    let article = site.view(Lang::Vi, PageKind::Article(0));
    assert_eq!(article.page().languages[0].href, "../../en/");
    assert!(article.page().alternates.is_empty());
}

#[test]
fn the_navigation_marks_the_page_and_the_section_above_it() {
    let site = Site::new();
    let current = |kind| {
        let view = site.view(Lang::Vi, kind);
        let marked = view
            .page()
            .nav
            .iter()
            .filter_map(|entry| Some(format!("{} {}", entry.link.text, entry.current?)))
            .collect::<Vec<_>>();
        marked.join(", ")
    };
    assert_eq!(current(PageKind::Procedures(4)), "Thủ tục page");
    assert_eq!(current(PageKind::Procedure(0)), "Thủ tục true");
    assert_eq!(current(PageKind::Terms(Dimension::Field)), "Thủ tục true");
    assert_eq!(current(PageKind::Place(0)), "Nơi nộp hồ sơ true");
    assert_eq!(current(PageKind::Article(0)), "Tin true");
    assert_eq!(current(PageKind::Home), "");
}

#[test]
fn broken_links_in_markdown_are_reported_with_their_file() {
    let (_, found) = Site::new().build(Lang::Vi, PageKind::Article(0));
    let told: Vec<_> = found.iter().map(|found| format!("{} {}", found.code(), found.location)).collect();
    assert_eq!(told, ["CK0603 content/tin/2026-11-02-bai.md"]);
}

#[test]
fn ended_places_stand_apart_with_their_successors() {
    let View::Places(places) = Site::new().view(Lang::Vi, PageKind::Places) else { panic!("no places") };
    let PlacesView { open, closed, .. } = *places;
    assert_eq!(
        open.iter().map(|office| office.id.as_str()).collect::<Vec<_>>(),
        ["don-vi-trung-tam", "don-vi-diem-chung-thuc"]
    );
    let why = closed[0].closed.as_ref().expect("the office has ended");
    assert_eq!(
        (why.words.as_str(), why.successors[0].href.as_str()),
        ("Đơn vị đã kết thúc hoạt động từ sau ngày 30/06/2025.", "../noi-nop/trung-tam/")
    );
}

#[test]
fn officers_stand_by_role_and_only_while_in_office() {
    let site = Site::new();
    let officers =
        site.content.sections.iter().position(|section| section.folder == "can-bo").expect("there is a section");
    let View::Officers(view) = site.view(Lang::Vi, PageKind::Officers(officers)) else { panic!("no officers") };
    let names: Vec<_> = view.groups[0].officers.iter().map(|officer| officer.name.as_str()).collect();
    assert_eq!(names, ["Mẫu Thị An", "Mẫu Văn Bình"]);
}

#[test]
fn without_related_procedures_neighbours_of_the_field_are_offered() {
    let site = Site::new();
    let view = procedure(&site, Lang::Vi, 1);
    assert!(!view.related_by_record);
    assert_eq!(view.related.iter().map(|row| row.code.as_str()).collect::<Vec<_>>(), ["1.001193"]);
    assert!(procedure(&site, Lang::Vi, 0).related_by_record);
}

#[test]
fn unknown_codes_of_the_configuration_are_left_out() {
    let View::Home(home) = Site::new().view(Lang::Vi, PageKind::Home) else { panic!("no home page") };
    assert_eq!(home.featured.len(), 1);
    assert_eq!(home.events[0].procedures.len(), 2);
}

#[test]
fn only_sites_with_an_absolute_address_have_qr_codes() {
    let site = Site::with(catalog(), |config| config.base_url = "/".to_owned());
    let view = procedure(&site, Lang::Vi, 0);
    assert_eq!((view.qr.is_none(), view.page.canonical), (true, None));
    assert!(procedure(&Site::new(), Lang::Vi, 0).qr.is_some());
}

#[test]
fn a_part_that_is_stated_but_empty_is_not_published() {
    let view = alone(Procedure {
        steps: Part::Stated(Vec::new()),
        channels: Part::Stated(Vec::new()),
        ..bare("1.000001", "a")
    });
    assert!(matches!(view.steps, super::procedure::PartView::NotPublished));
    assert_eq!(
        (words(&view.summary.time), words(&view.summary.cost)),
        ("Chưa công bố".to_owned(), "Chưa công bố".to_owned())
    );
}

#[test]
fn a_named_office_that_ended_without_successor_is_shown_as_such_and_not_offered() {
    let mut catalog = Catalog { procedures: vec![sourced(full(), 0)], ..catalog() };
    catalog.offices[1].record.successors.clear();
    let site = Site::with(catalog, |_| {});
    let view = procedure(&site, Lang::Vi, 0);
    assert!(view.reception.offices.is_empty());
    assert_eq!(view.reception.closed[0].name, "Bộ phận Một cửa huyện cũ");
    assert_eq!(words(&view.summary.place), "Bưu cục trung tâm");
}

#[test]
fn every_page_can_search_in_its_own_language() {
    let site = Site::new();
    let context = site.context();
    for planned in &site.plan.pages {
        let (view, _) = super::build(&context, planned);
        let search = view.page().search.as_ref().expect("there are procedures");
        let folder = if planned.lang == Lang::Vi { "tim-kiem/" } else { "en/tim-kiem/" };
        assert!(search.action.ends_with(folder), "{} {}", planned.route, search.action);
        assert!(search.data.ends_with(&format!("tim-kiem/du-lieu/{}/", planned.lang.tag())), "{}", search.data);
    }
}

#[test]
fn the_words_of_results_stand_only_on_the_search_page() {
    let site = Site::new();
    let words = |kind| {
        let view = site.view(Lang::En, kind);
        let json = view.page().search.as_ref().map(|search| search.words.clone()).expect("there are procedures");
        serde_json::from_str::<std::collections::BTreeMap<String, String>>(&json).expect("the words are JSON")
    };
    let everywhere = words(PageKind::Home);
    assert_eq!(everywhere["count_one"], "{n} result");
    assert!(!everywhere.contains_key("total_one") && !everywhere.contains_key("level_commune"));
    let there = words(PageKind::Search);
    assert!(there.contains_key("count_one") && there.contains_key("total_one") && there.contains_key("level_commune"));
}

#[test]
fn nothing_is_searched_where_there_are_no_procedures() {
    let site = Site::with(Catalog { procedures: Vec::new(), ..catalog() }, |config| config.home = Default::default());
    assert!(site.plan.page(Lang::Vi, PageKind::Search).is_none());
    assert!(site.plan.search_data(Lang::Vi).is_none());
    assert!(site.view(Lang::Vi, PageKind::Home).page().search.is_none());
}
