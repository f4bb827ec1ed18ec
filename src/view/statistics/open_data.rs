//! The figures of a period or a unit as files, under headings that the importer knows again.

use std::collections::BTreeSet;

use crate::dataset::{Cell, Column, Dataset, Kind, OpenData, Picture};
use crate::diag::Lang;
use crate::model::{Measure, StatisticsRow};
use crate::plan::PageKind;
use crate::statistics::{Outcome, RateId, Report, rate};
use crate::view::ViewContext;
use crate::view::here::Here;

use super::chart::ChartView;
use super::period::sources;
use super::rates::key;

/// The open data of a period.
pub(in crate::view) fn period(context: &ViewContext<'_>, at: usize) -> Option<OpenData> {
    let here = vietnamese(context, PageKind::StatisticsPeriod(at))?;
    let period = &here.statistics().periods[at];
    let dataset = dataset(&here, PageKind::StatisticsPeriod(at), &period.section, &period.slug, &period.reports);
    let picture = here.statistics().share_figure(period).and_then(|report| picture(&here, &dataset.title, report));
    let outcomes = here.statistics().outcomes(period, context.catalog).and_then(|row| here.outcomes(row));
    Some(OpenData { dataset, picture, chart: svg(outcomes), ..OpenData::default() })
}

/// The open data of a unit.
pub(in crate::view) fn unit(context: &ViewContext<'_>, at: usize) -> Option<OpenData> {
    let here = vietnamese(context, PageKind::StatisticsUnit(at))?;
    let unit = &here.statistics().units[at];
    let dataset = dataset(&here, PageKind::StatisticsUnit(at), &unit.section, &unit.slug, &unit.reports);
    let trend = here.trends(&unit.reports).into_iter().next();
    Some(OpenData { dataset, chart: svg(trend), ..OpenData::default() })
}

fn svg(chart: Option<ChartView>) -> String {
    chart.map(|chart| chart.svg).unwrap_or_default()
}

/// The Vietnamese page, whose words the files speak.
fn vietnamese<'c>(context: &'c ViewContext<'c>, kind: PageKind) -> Option<Here<'c>> {
    let default = context.config.default_language;
    let planned = context.plan.page(Lang::Vi, kind).or_else(|| context.plan.page(default, kind))?;
    Some(Here::at(context, planned))
}

fn dataset(here: &Here<'_>, kind: PageKind, section: &str, slug: &str, reports: &[usize]) -> Dataset {
    let all: Vec<(&Report, usize, &StatisticsRow)> = reports
        .iter()
        .map(|at| here.report(*at))
        .flat_map(|report| (0..report.rows.len()).map(move |row| (report, row)))
        .map(|(report, row)| (report, row, here.report_row(report, row)))
        .collect();
    let fields = Field::of(all.iter().map(|(_, _, row)| *row));
    let cells = |(report, row, record): &(&Report, usize, &StatisticsRow)| {
        fields.iter().map(|field| field.cell(here, report, *row, record)).collect()
    };
    let section_title = here.statistics_section(section).map(|kind| here.title_of(kind).text).unwrap_or_default();
    let sources = sources(here, reports.iter().copied());
    let only = <[_; 1]>::try_from(sources).ok().map(|[source]| source);
    Dataset {
        id: format!("{}-{slug}", section.replace('/', "-")),
        title: format!("{section_title}: {}", here.title_of(kind).text),
        description: here.words.get("stat_data_description").to_owned(),
        columns: fields.iter().map(|field| field.column(here)).collect(),
        rows: all.iter().map(cells).collect(),
        source: only.as_ref().and_then(|source| source.name.clone()),
        source_url: only.and_then(|source| source.url?.href),
        licence: None,
        modified: reports.iter().filter_map(|at| Some(here.report(*at).period.days()?.1)).max(),
    }
}

/// A column of the files.
#[derive(Clone, Copy)]
enum Field {
    Period,
    From,
    To,
    Unit,
    Code,
    Scope,
    Number,
    Label,
    Count(Measure),
    PrintedRate,
    AverageDays,
    Rate(RateId),
    Source,
    Note,
    Flags,
}

impl Field {
    /// The columns that some row fills; period, days and unit always.
    fn of<'r>(rows: impl Iterator<Item = &'r StatisticsRow> + Clone) -> Vec<Self> {
        let any = |test: fn(&StatisticsRow) -> bool| rows.clone().any(test);
        let measures: BTreeSet<Measure> = rows.clone().flat_map(|row| row.counts.keys().copied()).collect();
        let computable = |id: &RateId| rows.clone().any(|row| matches!(rate(row, *id), Outcome::Percent { .. }));
        let optional = |field: Self, test: fn(&StatisticsRow) -> bool| any(test).then_some(field);
        [Self::Period, Self::From, Self::To, Self::Unit]
            .into_iter()
            .chain(optional(Self::Code, |row| row.unit_code.is_some()))
            .chain(optional(Self::Scope, |row| row.scope.is_some()))
            .chain(optional(Self::Number, |row| row.number.is_some()))
            .chain(optional(Self::Label, |row| row.field.is_some()))
            .chain(measures.into_iter().map(Self::Count))
            .chain(optional(Self::PrintedRate, |row| row.on_time_rate.is_some()))
            .chain(optional(Self::AverageDays, |row| row.average_days.is_some()))
            .chain(RateId::ALL.into_iter().filter(computable).map(Self::Rate))
            .chain([Self::Source, Self::Note, Self::Flags])
            .collect()
    }

    fn column(self, here: &Here<'_>) -> Column {
        let (name, title, kind) = match self {
            Self::Period => ("ky", "Kỳ báo cáo", Kind::Text),
            Self::From => ("tu_ngay", "Từ ngày", Kind::Date),
            Self::To => ("den_ngay", "Đến ngày", Kind::Date),
            Self::Unit => ("don_vi", "Đơn vị", Kind::Text),
            Self::Code => ("ma", "Mã đơn vị", Kind::Text),
            Self::Scope => ("pham_vi", "Phạm vi", Kind::Text),
            Self::Number => ("tt", "TT", Kind::Text),
            Self::Label => ("linh_vuc", "Lĩnh vực", Kind::Text),
            Self::PrintedRate => ("ty_le_dung_han", "Tỷ lệ đúng hạn", Kind::Text),
            Self::AverageDays => ("ngay_binh_quan", "Ngày xử lý bình quân", Kind::Text),
            Self::Source => ("nguon", "Nguồn", Kind::Text),
            Self::Note => ("ghi_chu", "Ghi chú", Kind::Text),
            Self::Flags => ("luu_y", "Lưu ý của trang", Kind::Text),
            Self::Count(measure) => return count_column(measure),
            Self::Rate(id) => {
                let words = |part: &str| here.words.get(&format!("{}_{part}", key(id))).to_owned();
                let name = id.id().to_ascii_lowercase().replace('-', "_");
                let description = format!("{}: {}", words("name"), words("formula"));
                return Column {
                    name,
                    title: id.id().to_owned(),
                    kind: Kind::Percent,
                    unit: Some("%".to_owned()),
                    description,
                };
            }
        };
        Column { name: name.to_owned(), title: title.to_owned(), kind, ..Column::default() }
    }

    fn cell(self, here: &Here<'_>, report: &Report, row: usize, record: &StatisticsRow) -> Cell {
        match self {
            Self::Period => record.period.words.as_str().into(),
            Self::From => record.period.days().map(|(from, _)| from).into(),
            Self::To => record.period.days().map(|(_, to)| to).into(),
            Self::Unit => record.unit.clone().into(),
            Self::Code => record.unit_code.clone().into(),
            Self::Scope => record.scope.clone().into(),
            Self::Number => record.number.clone().into(),
            Self::Label => record.field.clone().into(),
            Self::Count(measure) => match record.counts.get(&measure) {
                None => Cell::Empty,
                Some(count) => count.number.map_or_else(|| Cell::from(&*count.words), Cell::from),
            },
            Self::PrintedRate => record.on_time_rate.as_ref().map(|rate| rate.words.as_str()).into(),
            Self::AverageDays => record.average_days.clone().into(),
            Self::Rate(id) => match rate(record, id) {
                Outcome::Percent { hundredths, .. } => Cell::Number(hundredths as f64 / 100.0),
                Outcome::NothingArose | Outcome::NotPublished => Cell::Empty,
            },
            Self::Source => record.source.clone().into(),
            Self::Note => record.note.clone().into(),
            Self::Flags => flags(here, report, row).into(),
        }
    }
}

/// What does not agree in a row, in words.
fn flags(here: &Here<'_>, report: &Report, row: usize) -> Option<String> {
    let flags = report.flags.iter().filter(|flag| flag.row == row).map(|flag| here.flag_words(flag.problem.text()));
    let words = flags.collect::<Vec<_>>().join("; ");
    (!words.is_empty()).then_some(words)
}

fn count_column(measure: Measure) -> Column {
    let (name, title) = match measure {
        Measure::Received => ("tiep_nhan", "Tổng tiếp nhận"),
        Measure::ReceivedOnline => ("truc_tuyen", "Tiếp nhận trực tuyến"),
        Measure::ReceivedDirectPostal => ("truc_tiep_buu_chinh", "Tiếp nhận trực tiếp, bưu chính"),
        Measure::ReceivedDirect => ("truc_tiep", "Tiếp nhận trực tiếp"),
        Measure::ReceivedPostal => ("buu_chinh", "Tiếp nhận qua bưu chính"),
        Measure::CarriedOver => ("tu_ky_truoc", "Từ kỳ trước"),
        Measure::Resolved => ("da_giai_quyet", "Tổng đã giải quyết"),
        Measure::ResolvedEarly => ("truoc_han", "Trước hạn"),
        Measure::ResolvedOnTime => ("dung_han", "Đúng hạn"),
        Measure::ResolvedInTime => ("truoc_va_dung_han", "Trước hạn và đúng hạn"),
        Measure::ResolvedLate => ("qua_han", "Quá hạn"),
        Measure::Pending => ("dang_giai_quyet", "Tổng đang giải quyết"),
        Measure::PendingInTime => ("dang_trong_han", "Đang giải quyết trong hạn"),
        Measure::PendingOverdue => ("dang_qua_han", "Đang giải quyết quá hạn"),
        Measure::Apologies => ("xin_loi", "Có văn bản xin lỗi"),
    };
    let description = measure.form_column().map(|column| format!("Cột ({column}) của biểu II.06"));
    Column {
        name: name.to_owned(),
        title: title.to_owned(),
        kind: Kind::Integer,
        unit: Some("hồ sơ".to_owned()),
        description: description.unwrap_or_default(),
    }
}

/// The headline figure where the page is shared: on time, where that can be computed, else the first count.
fn picture(here: &Here<'_>, title: &str, report: &Report) -> Option<Picture> {
    let row = here.headline_row(report)?;
    let rate = here.on_time_id(&report.section, row).map(|id| here.rate_view(&report.section, row, id));
    let of_rate = rate.filter(|rate| rate.is_percent).map(|rate| {
        let base = rate.base.unwrap_or_default();
        let meaning = here.words.fill("stat_share_meaning", &[("rate", &rate.name), ("id", rate.id), ("base", &base)]);
        (rate.value, meaning)
    });
    let (figure, meaning) = of_rate.or_else(|| first_count(here, row))?;
    let parts = [report.unit.clone(), here.days_of(&report.period)];
    Some(Picture {
        site: here.context.config.unit.name.clone(),
        title: title.to_owned(),
        figure,
        meaning,
        source: parts.into_iter().flatten().collect::<Vec<_>>().join(", "),
    })
}

/// The first count of a row, and what it counts.
fn first_count(here: &Here<'_>, row: &StatisticsRow) -> Option<(String, String)> {
    let (measure, number) = row.counts.iter().find_map(|(measure, count)| Some((*measure, count.number?)))?;
    Some((here.count(number), here.words.fill("stat_share_count", &[("what", crate::statistics::name(measure).vi)])))
}
