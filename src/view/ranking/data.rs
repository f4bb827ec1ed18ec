//! An edition as open data, with headings that the importer knows again; and the news of an index.

use crate::dataset::{Cell, Column, Dataset, Feed, FeedEntry, Kind, OpenData, Picture};
use crate::diag::Lang;
use crate::model::{Edition, Figure};
use crate::plan::PageKind;
use crate::ranking::{RankOrigin, Scale, Scheme, Standing, Table};
use crate::text;
use crate::view::ViewContext;
use crate::view::here::Here;

use super::edition::{bars, notices};
use super::{maximum, score};

/// The files beside an edition: the same in every language, in the words of the records.
pub(in crate::view) fn open_data(context: &ViewContext<'_>, at: usize, edition: usize) -> Option<OpenData> {
    let kind = PageKind::RankingEdition(at, edition);
    let planned = context.plan.page(context.config.default_language, kind)?;
    let here = Here::at(context, planned);
    Some(OpenData {
        dataset: dataset(&here, at, edition),
        chart: bars(&here, at, edition),
        picture: picture(&here, at, edition),
        ..OpenData::default()
    })
}

/// What a column of the file holds.
pub(super) type CellOf<'t> = Box<dyn Fn(&Standing) -> Cell + 't>;

fn dataset(here: &Here<'_>, at: usize, edition: usize) -> Dataset {
    let index = here.index_at(at);
    let (scheme, table) = (&index.scheme, &index.tables[edition]);
    let mut columns = unit_columns(scheme, table);
    columns.extend(score_columns(scheme, table));
    columns.extend(remark_columns(table));
    let rows = table.standings.iter().chain(&table.references);
    let rows = rows.map(|standing| columns.iter().map(|(_, cell)| cell(standing)).collect()).collect();
    let sources = here.table_sources(table);
    Dataset {
        id: format!("{}-{}", scheme.id, table.edition),
        title: here.edition_title(at, edition),
        description: std::iter::once(scheme.about.vi.clone())
            .chain(notices(here, at, edition))
            .collect::<Vec<_>>()
            .join(" "),
        columns: columns.into_iter().map(|(column, _)| column).collect(),
        rows,
        source: sources.first().map(|line| line.source.text.clone()).or_else(|| Some(scheme.publisher.vi.clone())),
        source_url: sources
            .first()
            .and_then(|line| line.source.href.clone())
            .or_else(|| Some(scheme.publisher_url.clone()).filter(|url| !url.is_empty())),
        licence: None,
        modified: Some(table.edition.last_day()),
    }
}

fn column(title: &str, kind: Kind, description: &str) -> Column {
    Column {
        name: text::slug(title).replace('-', "_"),
        title: title.to_owned(),
        kind,
        unit: None,
        description: description.to_owned(),
    }
}

/// Index, time, rank and name; the rank by the scores apart from the published one.
pub(super) fn unit_columns<'t>(scheme: &'t Scheme, table: &'t Table) -> Vec<(Column, CellOf<'t>)> {
    let edition = table.edition;
    let time = match edition {
        Edition::Year(year) => (Kind::Year, Cell::Integer(i64::from(year))),
        Edition::Day(day) => (Kind::Date, Cell::Date(day)),
    };
    let mut columns: Vec<(Column, CellOf<'t>)> = vec![
        (column("Chỉ số", Kind::Text, &scheme.name.vi), Box::new(move |_| scheme.id.as_str().into())),
        (column("Kỳ", time.0, "Năm hoặc ngày của số liệu"), Box::new(move |_| time.1.clone())),
    ];
    if table.standings.iter().any(|one| one.published_rank.is_some()) {
        let rank = |one: &Standing| one.published_rank.as_ref().map(|rank| rank.rank).into();
        columns.push((column("Hạng", Kind::Integer, "Hạng do nguồn công bố"), Box::new(rank)));
    }
    if table.standings.iter().any(|one| one.published_rank.as_ref().is_some_and(|rank| rank.of.is_some())) {
        let of = |one: &Standing| one.published_rank.as_ref().and_then(|rank| rank.of).into();
        columns.push((column("Số đơn vị xếp hạng", Kind::Integer, "Theo nguồn"), Box::new(of)));
    }
    if table.ranks == RankOrigin::Computed {
        let rank = |one: &Standing| one.computed_rank.and_then(|rank| u32::try_from(rank).ok()).into();
        columns.push((
            column("Hạng theo điểm", Kind::Integer, "Do trang xếp theo tổng điểm, đồng điểm đồng hạng"),
            Box::new(rank),
        ));
    }
    if table.standings.iter().any(|one| one.code.is_some()) {
        columns.push((column("Mã đơn vị", Kind::Text, "Theo nguồn"), Box::new(|one| one.code.clone().into())));
    }
    columns.push((column("Đơn vị", Kind::Text, "Tên theo nguồn"), Box::new(|one| one.published_name.as_str().into())));
    columns
}

/// Total and groups; a heading of a group holds its maximum, as in `Công khai, minh bạch (18)`.
pub(super) fn score_columns<'t>(scheme: &'t Scheme, table: &'t Table) -> Vec<(Column, CellOf<'t>)> {
    let decimals = scheme.decimals;
    let kind = if scheme.scale == Scale::Percent { Kind::Percent } else { Kind::Number { decimals } };
    let number = |figure: Option<&Figure>| Cell::from(figure.map(|figure| figure.value));
    let mut columns: Vec<(Column, CellOf<'t>)> = Vec::new();
    if table.has_totals() || table.references.iter().any(|one| one.total.is_some()) {
        columns.push((column("Tổng điểm", kind, &scheme.method.vi), Box::new(move |one| number(one.total.as_ref()))));
    }
    let nodes = table.version.map(|at| scheme.versions[at].nodes()).unwrap_or_default();
    for (at, own) in table.columns.iter().enumerate() {
        let name = own.node.map_or(own.heading.as_str(), |node| nodes[node].criterion.name.vi.as_str());
        let title = match own.max.filter(|_| own.node.is_some()) {
            Some(max) => format!("{name} ({})", maximum(Lang::Vi, max)),
            None => name.to_owned(),
        };
        let column = Column { name: text::slug(name).replace('-', "_"), ..column(&title, kind, name) };
        columns.push((column, Box::new(move |one| number(one.scores[at].as_ref()))));
    }
    columns
}

/// Class, target, source, notes, and what should be checked.
pub(super) fn remark_columns<'t>(table: &'t Table) -> Vec<(Column, CellOf<'t>)> {
    let any = |test: &dyn Fn(&Standing) -> bool| table.standings.iter().any(test);
    let mut columns: Vec<(Column, CellOf<'t>)> = Vec::new();
    if any(&|one| one.class.is_some()) {
        columns.push((column("Xếp loại", Kind::Text, "Theo nguồn"), Box::new(|one| one.class.clone().into())));
    }
    if any(&|one| one.target.is_some()) {
        let target = |one: &Standing| one.target.as_ref().map(|target| target.value).into();
        columns.push((column("Mục tiêu", Kind::Number { decimals: 2 }, "Mức đơn vị đặt ra"), Box::new(target)));
    }
    if any(&|one| one.gaps.is_some_and(|gaps| gaps > 0)) {
        columns
            .push((column("Số điểm thành phần thiếu", Kind::Integer, "Theo nguồn"), Box::new(|one| one.gaps.into())));
    }
    if any(&|one| one.source.is_some()) {
        columns.push((column("Nguồn", Kind::Text, "Nguồn của dòng"), Box::new(|one| one.source.clone().into())));
    }
    if any(&|one| one.note.is_some()) {
        columns.push((column("Ghi chú", Kind::Text, "Theo nguồn"), Box::new(|one| one.note.clone().into())));
    }
    if any(&|one| !one.flags.is_empty()) {
        columns.push((column("Cần kiểm tra", Kind::Text, "Chỗ không khớp mà trang tìm thấy"), Box::new(doubts)));
    }
    columns
}

fn doubts(standing: &Standing) -> Cell {
    let doubts: Vec<String> = standing.flags.iter().map(|flag| flag.problem.text().vi).collect();
    doubts.join("; ").into()
}

/// The first unit with its score; nothing where no rank is known.
fn picture(here: &Here<'_>, at: usize, edition: usize) -> Option<Picture> {
    let index = here.index_at(at);
    let table = &index.tables[edition];
    let (leader, total) = table.leader()?;
    let values = [("unit", leader.unit.name.as_str()), ("coverage", &here.coverage(table))];
    Some(Picture {
        site: here.context.config.unit.name.clone(),
        title: here.edition_title(at, edition),
        figure: score(here.lang, &index.scheme, total.value),
        meaning: here.words.fill("rank_picture", &values),
        source: here.words.fill("rank_picture_source", &[("publisher", index.scheme.publisher.in_lang(here.lang))]),
    })
}

/// The editions of an index as news.
pub(in crate::view) fn feed(context: &ViewContext<'_>, at: usize) -> Option<Feed> {
    let lang = context.config.default_language;
    let kind = PageKind::RankingIndex(at);
    let here = Here::at(context, context.plan.page(lang, kind)?);
    let index = here.index_at(at);
    let entry = |edition: usize| {
        let title = here.edition_title(at, edition);
        let table = &index.tables[edition];
        let first = table.leader().map(|(leader, total)| {
            let total = score(lang, &index.scheme, total.value);
            here.words.fill("rank_feed_first", &[("unit", &leader.unit.name), ("total", &total)])
        });
        let summary = std::iter::once(here.coverage(table)).chain(first).collect::<Vec<_>>().join(". ");
        let page = context.plan.route(lang, PageKind::RankingEdition(at, edition))?.clone();
        Some(FeedEntry { title, summary, page, day: table.edition.last_day(), related: Vec::new() })
    };
    Some(Feed {
        title: index.scheme.name.in_lang(lang).to_owned(),
        lang: lang.tag().to_owned(),
        route: context.plan.feed(kind)?.clone(),
        page: context.plan.route(lang, kind)?.clone(),
        entries: (0..index.tables.len()).filter_map(entry).collect(),
    })
}
