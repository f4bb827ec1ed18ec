//! An administrative procedure (*thủ tục hành chính*) and its constituent parts.

use jiff::civil::Date;

use super::{DossierCase, Fee, Part, ProcedureCode, TimeLimit};

/// One administrative procedure. Parts follow Điều 8 NĐ 63/2010/NĐ-CP as amended by NĐ 92/2017/NĐ-CP.
#[derive(Clone, Debug, PartialEq)]
pub struct Procedure {
    /// National code (*mã thủ tục*), the key.
    pub code: ProcedureCode,
    /// Name (*tên thủ tục*).
    pub name: String,
    /// Field (*lĩnh vực*).
    pub field: Option<String>,
    /// Levels that carry it out (*cấp thực hiện*).
    pub levels: Vec<Level>,
    /// Kind of procedure (*loại thủ tục*), in words.
    pub kind: Option<String>,
    /// Decision that announced it (*quyết định công bố*).
    pub decision: Option<Decision>,
    /// Description (*mô tả*); [`Part::NotPublished`] also where the source repeats the conditions.
    pub description: Part<String>,
    /// Sequence (*trình tự thực hiện*), by case.
    pub steps: Part<Vec<StepCase>>,
    /// Manners of performance (*cách thức thực hiện*) with their time limits and fees.
    pub channels: Part<Vec<Channel>>,
    /// Dossier (*thành phần hồ sơ*), by case.
    pub dossier: Part<Vec<DossierCase>>,
    /// Number of sets (*số lượng bộ hồ sơ*), as published.
    pub sets: Part<String>,
    /// Who may apply (*đối tượng thực hiện*).
    pub subjects: Part<Vec<String>>,
    /// The agencies.
    pub agencies: Agencies,
    /// Where dossiers are received (*địa chỉ tiếp nhận*), as published or by office id.
    pub reception: Part<Vec<ReceptionPlace>>,
    /// Outcome (*kết quả thực hiện*).
    pub results: Part<Vec<String>>,
    /// Requirements (*yêu cầu, điều kiện*).
    pub conditions: Part<String>,
    /// Legal basis (*căn cứ pháp lý*).
    pub legal_basis: Part<Vec<LegalBasis>>,
    /// Search words (*từ khóa*).
    pub keywords: Vec<String>,
    /// Codes of related procedures (*thủ tục liên quan*).
    pub related: Vec<ProcedureCode>,
    /// Level of online service, with its scheme.
    pub online_level: Option<OnlineLevel>,
    /// Address of the procedure on the national portal.
    pub portal_url: Option<String>,
    /// Whether it is received regardless of administrative boundary (*không phụ thuộc địa giới*).
    pub boundary_free: Option<bool>,
    /// Changes that the source records, newest first.
    pub changes: Vec<Change>,
}

impl Procedure {
    /// The name under which it is filed in a register: many official names begin with the words "Thủ tục", which
    /// say nothing there.
    #[must_use]
    pub fn filing_name(&self) -> &str {
        const PREFIX: &str = "thủ tục ";
        let split = self.name.char_indices().nth(PREFIX.chars().count()).map(|(at, _)| self.name.split_at(at));
        match split {
            Some((head, rest)) if head.to_lowercase() == PREFIX && !rest.trim().is_empty() => rest.trim_start(),
            _ => &self.name,
        }
    }
}

/// Level of government.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// *Cấp Bộ, trung ương*.
    Central,
    /// *Cấp tỉnh*.
    Province,
    /// *Cấp huyện*, until 30 June 2025.
    District,
    /// *Cấp xã*.
    Commune,
    /// Words that name no level, as published.
    Other(String),
}

/// The decision that announced a procedure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Number and mark as published, such as `2628/QĐ-BTC`.
    pub number: String,
    /// Day of signing.
    pub date: Option<Date>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// Day on which the instrument takes effect that sets the procedure.
    pub basis_effective: Option<Date>,
    /// Day on which the site took the procedure over, where the source says so.
    pub published: Option<Date>,
}

impl Decision {
    /// A decision of which only the number is known.
    #[must_use]
    pub const fn numbered(number: String) -> Self {
        Self { number, date: None, issuer: None, basis_effective: None, published: None }
    }
}

/// The steps of one case; a procedure without cases has one, unnamed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StepCase {
    /// Name of the case as published.
    pub name: Option<String>,
    /// The text, one paragraph or bullet a line, as published.
    pub text: String,
}

/// A way of submitting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChannelKind {
    /// *Trực tiếp*.
    Direct,
    /// *Trực tuyến*.
    Online,
    /// *Dịch vụ bưu chính công ích*.
    Postal,
    /// Words that name no known way, as published.
    Other(String),
}

/// One way of submitting with what it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Channel {
    /// Which way.
    pub kind: ChannelKind,
    /// Time limits; usually one.
    pub time_limits: Vec<TimeLimit>,
    /// Fees and charges; empty where the source has no fee line.
    pub fees: Vec<Fee>,
    /// Description as published; may be empty.
    pub note: String,
}

/// The agencies of a procedure; empty lists where the source says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agencies {
    /// *Cơ quan thực hiện*.
    pub executing: Vec<String>,
    /// *Cơ quan có thẩm quyền*.
    pub competent: Vec<String>,
    /// *Cơ quan được ủy quyền*.
    pub delegated: Vec<String>,
    /// *Cơ quan phối hợp*.
    pub cooperating: Vec<String>,
    /// *Cơ quan ban hành, công bố*.
    pub issuing: Vec<String>,
}

/// A place that receives dossiers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReceptionPlace {
    /// An office of the catalogue, by id.
    Office(String),
    /// Words as published.
    Words(String),
}

/// One legal instrument.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LegalBasis {
    /// Number and mark, such as `60/2014/QH13`.
    pub number: Option<String>,
    /// Abstract or title as published.
    pub title: String,
    /// Day of issue.
    pub date: Option<Date>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// Address of the text.
    pub url: Option<String>,
}

/// Level of online service; three schemes clash, so the scheme stays with the value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OnlineLevel {
    /// *Toàn trình* (NĐ 42/2022, NĐ 224/2026).
    FullProcess,
    /// *Một phần* (NĐ 42/2022, NĐ 224/2026).
    PartialProcess,
    /// Only information is offered online.
    InformationOnly,
    /// *Mức độ 1–4* (NĐ 43/2011); not mapped to the newer scheme.
    Historic(u8),
    /// Words of no scheme, as published.
    Other(String),
}

/// A recorded change of a procedure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// When it took effect.
    pub date: Option<Date>,
    /// What changed, as published.
    pub what: String,
    /// Number of the decision or instrument.
    pub basis: Option<String>,
}
