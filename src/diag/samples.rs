//! One diagnostic of every problem and of every kind of place, for the tests of this module.

use super::{
    CatalogProblem, ColumnProblem, ConfigProblem, ContentProblem, Diagnostic, DisclosureProblem, GuardProblem,
    Location, Named, Position, Problem, RankingProblem, RegisterProblem, SiteProblem, SourceProblem, Text,
    ThemeProblem, ValueProblem,
};

/// A cell of a clerk's workbook.
pub(super) fn cell(row: u32, column: u32, header: &str) -> Location {
    Location::Cell {
        path: "content/thu-tuc/danh-mục.xlsx".into(),
        sheet: "TTHC".into(),
        row,
        column,
        header: Some(header.into()),
    }
}

/// A field of a delimited file.
pub(super) fn field(line: u32, column: u32, header: &str) -> Location {
    Location::Text {
        path: "content/thu-tuc/danh-muc.csv".into(),
        position: Some(Position { line, column }),
        header: Some(header.into()),
    }
}

/// A value of a JSON or JSON-lines file.
pub(super) fn pointer(line: Option<u32>, pointer: &str) -> Location {
    Location::Pointer { path: "content/thu-tuc/quoc-gia.jsonl".into(), line, pointer: pointer.into() }
}

/// One diagnostic of each form of place.
pub(super) fn every_place() -> Vec<Diagnostic> {
    vec![
        Diagnostic::new(ConfigProblem::Missing, Location::file("config.toml")),
        Diagnostic::new(
            ConfigProblem::UnknownKey { key: "base_ulr".into(), nearest: Some("base_url".into()) },
            Location::text("config.toml", 2, 1),
        )
        .with_value("base_ulr"),
        Diagnostic::new(ValueProblem::FeeUnparsed, field(3, 12, "Lệ phí")).with_value("theo quy định, tùy nơi"),
        Diagnostic::new(ValueProblem::MalformedCode, cell(12, 2, "Mã thủ tục")).with_value("1.0133611"),
        Diagnostic::new(ValueProblem::Missing { column: "Tên thủ tục".into() }, cell(13, 3, "Tên thủ tục")),
        Diagnostic::new(ValueProblem::FeeNotPublished, pointer(Some(41), "/Cách thức thực hiện/0"))
            .with_value("0 VNĐ ()"),
        Diagnostic::new(
            SourceProblem::BadSyntax { format: "JSON", detail: "expected `,` or `}`\n".into() },
            pointer(Some(7), ""),
        ),
        Diagnostic::new(ValueProblem::NoteAsItem, pointer(None, "/dossier/2")),
        Diagnostic::new(CatalogProblem::MissingPart { part: "Thời hạn giải quyết".into() }, Location::key("1.001193")),
    ]
}

/// Every problem once or more, with arguments that can be told apart from the sentences.
pub(super) fn every_problem() -> Vec<Problem> {
    let mut problems: Vec<Problem> = Vec::new();
    problems.extend(config().into_iter().map(Problem::from));
    problems.extend(source().into_iter().map(Problem::from));
    problems.extend(column().into_iter().map(Problem::from));
    problems.extend(value().into_iter().map(Problem::from));
    problems.extend(catalog().into_iter().map(Problem::from));
    problems.extend(content().into_iter().map(Problem::from));
    problems.extend(ranking().into_iter().map(Problem::from));
    problems.extend(disclosure().into_iter().map(Problem::from));
    problems.extend(register().into_iter().map(Problem::from));
    problems.extend(guard().into_iter().map(Problem::from));
    problems.extend(site().into_iter().map(Problem::from));
    problems.extend(theme().into_iter().map(Problem::from));
    problems
}

/// An argument that no sentence contains by itself.
fn arg(name: &str) -> String {
    format!("<{name}>")
}

/// A name that no sentence contains by itself.
const fn named(name: &'static str) -> Named {
    Named { vi: name, en: name }
}

fn config() -> Vec<ConfigProblem> {
    vec![
        ConfigProblem::Missing,
        ConfigProblem::Syntax { detail: arg("detail") },
        ConfigProblem::UnknownKey { key: arg("key"), nearest: Some(arg("nearest")) },
        ConfigProblem::UnknownKey { key: arg("key"), nearest: None },
        ConfigProblem::WrongType { key: arg("key"), expected: "boolean" },
        ConfigProblem::MissingKey { key: arg("key") },
        ConfigProblem::BadValue { key: arg("key"), value: arg("value"), allowed: arg("allowed") },
        ConfigProblem::LowContrast { color: arg("color"), ratio: "3.1".into() },
    ]
}

fn source() -> Vec<SourceProblem> {
    vec![
        SourceProblem::NotFound { pattern: arg("pattern") },
        SourceProblem::UnknownFormat { extension: arg("extension") },
        SourceProblem::NotUtf8,
        SourceProblem::BadWorkbook { detail: arg("detail") },
        SourceProblem::TooLarge { limit_mib: 512 },
        SourceProblem::TooManyRows { limit: 200_000 },
        SourceProblem::BadSyntax { format: "JSON", detail: arg("detail") },
        SourceProblem::UnevenRow { expected: 13, found: 14 },
        SourceProblem::Empty,
        SourceProblem::LegacyCharset { charset: "TCVN3" },
        SourceProblem::Decomposed { cells: 1234 },
        SourceProblem::CellError { error: arg("error") },
        SourceProblem::BadGzip { detail: arg("detail") },
        SourceProblem::ControlCharacters { cells: 1 },
    ]
}

fn column() -> Vec<ColumnProblem> {
    vec![
        ColumnProblem::NoHeader,
        ColumnProblem::Unknown { heading: arg("heading"), nearest: Some(arg("nearest")) },
        ColumnProblem::Unknown { heading: arg("heading"), nearest: None },
        ColumnProblem::Missing { column: arg("column") },
        ColumnProblem::Duplicate { heading: arg("heading"), first: arg("first") },
        ColumnProblem::UnknownLayout { layout: arg("layout"), known: arg("known") },
        ColumnProblem::UnknownKind { kind: arg("kind"), known: arg("known") },
        ColumnProblem::UnmatchedMapping { heading: arg("heading") },
        ColumnProblem::UnknownTarget { target: arg("target"), nearest: Some(arg("nearest")) },
        ColumnProblem::UnknownTarget { target: arg("target"), nearest: None },
    ]
}

fn value() -> Vec<ValueProblem> {
    vec![
        ValueProblem::MalformedCode,
        ValueProblem::Missing { column: arg("column") },
        ValueProblem::UnknownLevel,
        ValueProblem::UnknownChannel,
        ValueProblem::FeeNotPublished,
        ValueProblem::FeeContradiction { amount: arg("amount"), note: arg("note") },
        ValueProblem::FeeUnparsed,
        ValueProblem::FeeImplausible { amount: arg("amount") },
        ValueProblem::TimeUnparsed,
        ValueProblem::TimeUnitUnknown,
        ValueProblem::BadQuantity,
        ValueProblem::BadDate,
        ValueProblem::BadPhone,
        ValueProblem::BadEmail,
        ValueProblem::BadCoordinates,
        ValueProblem::NoteAsItem,
        ValueProblem::DecisionUnparsed,
        ValueProblem::LegalUnparsed,
        ValueProblem::BadUrl,
        ValueProblem::Unparsed,
        ValueProblem::UnknownOnlineLevel,
        ValueProblem::BadBoolean,
        ValueProblem::CountUnparsed,
        ValueProblem::PeriodUnparsed,
        ValueProblem::CountAboveWhole { part: named("<part>"), count: 1234, whole: named("<whole>"), total: 1200 },
        ValueProblem::PartsDisagree { parts: named("<parts>"), sum: 247_529, whole: named("<whole>"), total: 257_141 },
        ValueProblem::CountsUnaccounted { rest: 50_478 },
        ValueProblem::RateDisagrees { published: arg("published"), computed: arg("computed") },
        ValueProblem::RateUnparsed,
    ]
}

fn catalog() -> Vec<CatalogProblem> {
    vec![
        CatalogProblem::DuplicateCode { code: arg("code"), first: arg("first") },
        CatalogProblem::MissingPart { part: arg("part") },
        CatalogProblem::UnknownOffice { id: arg("id"), nearest: Some(arg("nearest")) },
        CatalogProblem::UnknownOffice { id: arg("id"), nearest: None },
        CatalogProblem::DuplicateId { id: arg("id"), first: arg("first") },
        CatalogProblem::SharedName { name: arg("name"), count: 11 },
        CatalogProblem::SourcesDisagree { code: arg("code"), parts: arg("parts"), other: arg("other") },
        CatalogProblem::ValidityReversed,
        CatalogProblem::MarkedDeleted,
        CatalogProblem::LevelDoubtful { level: arg("level"), agency: arg("agency") },
        CatalogProblem::DistrictAfterEnd,
        CatalogProblem::NoHotline,
        CatalogProblem::TotalDisagrees { row: arg("row"), figure: named("<figure>"), sum: 98, total: 100 },
        CatalogProblem::CarryOverDisagrees { carried: 12, pending: 13, before: arg("before") },
        CatalogProblem::RepeatedReport { unit: arg("unit"), period: arg("period"), first: arg("first") },
        CatalogProblem::CarryOverMixed { with: 3, without: 2 },
        CatalogProblem::PeriodDatesDisagree { period: arg("period"), days: arg("days") },
        CatalogProblem::SnapshotUnreadable { detail: arg("detail") },
    ]
}

fn content() -> Vec<ContentProblem> {
    vec![
        ContentProblem::FrontMatter { detail: arg("detail") },
        ContentProblem::NoFrontMatter,
        ContentProblem::BrokenLink { target: arg("target") },
        ContentProblem::BadDate { value: arg("value") },
        ContentProblem::ScriptRemoved,
    ]
}

fn ranking() -> Vec<RankingProblem> {
    vec![
        RankingProblem::BadScore,
        RankingProblem::BadRank,
        RankingProblem::NoEdition,
        RankingProblem::UnknownIndex { index: arg("index"), nearest: Some(arg("nearest")) },
        RankingProblem::UnknownIndex { index: arg("index"), nearest: None },
        RankingProblem::UnknownUnit { unit: arg("unit"), nearest: Some(arg("nearest")) },
        RankingProblem::UnknownUnit { unit: arg("unit"), nearest: None },
        RankingProblem::OutsideScale { score: arg("score"), maximum: arg("maximum") },
        RankingProblem::UnknownComponent {
            heading: arg("heading"),
            index: arg("index"),
            nearest: Some(arg("nearest")),
        },
        RankingProblem::UnknownComponent { heading: arg("heading"), index: arg("index"), nearest: None },
        RankingProblem::MaximumDiffers { heading: arg("heading"), index: arg("index") },
        RankingProblem::CodeOfOther { code: arg("code"), unit: arg("unit") },
        RankingProblem::BlankComponents { unit: arg("unit") },
        RankingProblem::BadScheme { detail: arg("detail") },
        RankingProblem::RankDiffers { published: arg("published"), computed: arg("computed") },
        RankingProblem::SumDiffers { sum: arg("sum"), total: arg("total") },
        RankingProblem::UnitTwice { unit: arg("unit"), first: arg("first") },
        RankingProblem::OutsideScheme { edition: arg("edition"), index: arg("index") },
        RankingProblem::UnitNotThen { unit: arg("unit"), edition: arg("edition") },
        RankingProblem::PartialTable { known: 21, of: 63 },
        RankingProblem::TooManyUnits { known: 64, of: 63 },
    ]
}

fn disclosure() -> Vec<DisclosureProblem> {
    vec![
        DisclosureProblem::BelowMinimum { met: 61, applicable: 88, share: "69.3".into(), require: "80.0".into() },
        DisclosureProblem::UnknownCriterion { id: arg("id"), nearest: Some(arg("nearest")) },
        DisclosureProblem::UnknownCriterion { id: arg("id"), nearest: None },
        DisclosureProblem::NothingToAttest { id: arg("id") },
        DisclosureProblem::ExpiredAttestation { id: arg("id"), until: arg("until") },
        DisclosureProblem::IncompleteAttestation { id: arg("id"), key: "<key>" },
    ]
}

fn guard() -> Vec<GuardProblem> {
    let found = || arg("found");
    vec![
        GuardProblem::CitizenNumber { found: found() },
        GuardProblem::OtherIdentifier { found: found() },
        GuardProblem::Phone { found: found() },
        GuardProblem::Email { found: found() },
        GuardProblem::BirthDate { found: found() },
        GuardProblem::Secret { found: found() },
        GuardProblem::Allowed { found: found(), reason: arg("reason") },
        GuardProblem::NoReason { entry: arg("entry") },
    ]
}

fn site() -> Vec<SiteProblem> {
    vec![
        SiteProblem::DuplicateRoute { route: arg("route"), first: arg("first") },
        SiteProblem::BrokenLink { target: arg("target") },
        SiteProblem::BrokenAnchor { target: arg("target") },
        SiteProblem::Template { template: arg("template"), detail: arg("detail") },
        SiteProblem::Script { script: arg("script"), piece: arg("piece") },
    ]
}

fn theme() -> Vec<ThemeProblem> {
    vec![
        ThemeProblem::OldKey { key: arg("key"), now: arg("now") },
        ThemeProblem::OldKey { key: arg("key"), now: String::new() },
        ThemeProblem::StrayKey { key: arg("key") },
        ThemeProblem::Unsortable { by: arg("by") },
        ThemeProblem::UnknownTaxonomy { name: arg("name") },
        ThemeProblem::MissingTemplate { template: arg("template") },
        ThemeProblem::Template { template: arg("template"), detail: arg("detail"), page: arg("page") },
        ThemeProblem::Template { template: arg("template"), detail: arg("detail"), page: String::new() },
        ThemeProblem::Shortcode { name: arg("name"), detail: arg("detail") },
        ThemeProblem::Style { detail: arg("detail") },
        ThemeProblem::PlainCode { language: arg("language") },
        ThemeProblem::NoDate { page: arg("page") },
        ThemeProblem::Picture { detail: arg("detail") },
        ThemeProblem::NewerZola { template: arg("template") },
    ]
}

fn register() -> Vec<RegisterProblem> {
    let text = Text {
        vi: "Ngày trả lời trước ngày nhận".into(),
        en: "Answered before it was received".into(),
        help_vi: "Kiểm tra lại hai ngày".into(),
        help_en: "Check the two days".into(),
    };
    vec![
        RegisterProblem::Personal { heading: arg("heading") },
        RegisterProblem::UnknownChoice { column: arg("column"), known: arg("known") },
        RegisterProblem::BadShape { column: arg("column"), shape: arg("shape") },
        RegisterProblem::BadNumber,
        RegisterProblem::BadTime,
        RegisterProblem::DueWithoutDay,
        RegisterProblem::BadFile { detail: arg("detail") },
        RegisterProblem::Check { text: Box::new(text) },
        RegisterProblem::SameKey { key: arg("key"), first: arg("first") },
        RegisterProblem::UnknownProcedure { code: arg("code") },
        RegisterProblem::DaysUnknown { limit: arg("limit"), known: arg("known") },
        RegisterProblem::UnknownMeasure {
            measure: arg("measure"),
            scheme: arg("scheme"),
            nearest: Some(arg("nearest")),
        },
        RegisterProblem::UnknownMeasure { measure: arg("measure"), scheme: arg("scheme"), nearest: None },
        RegisterProblem::Undefined { criterion: arg("criterion"), unit: arg("unit") },
        RegisterProblem::UnknownScheme { scheme: arg("scheme"), known: arg("known") },
        RegisterProblem::BadRule { rule: arg("rule"), detail: arg("detail") },
        RegisterProblem::GroupDiffers { column: arg("column"), group: arg("group") },
    ]
}
