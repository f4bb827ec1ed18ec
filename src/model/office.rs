//! Offices that serve citizens, and the officers in them.

use jiff::civil::Date;

/// What an office is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum OfficeKind {
    /// *Trung tâm Phục vụ hành chính công, Bộ phận Một cửa*: receives dossiers and returns results.
    #[default]
    OneStop,
    /// Another counter that receives dossiers: a mobile point, a post office acting as agent.
    ReceptionPoint,
    /// An agency that decides but does not receive.
    Agency,
}

/// A one-stop unit, reception point or agency.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Office {
    /// Stable id, used in addresses and by procedures; ASCII slug.
    pub id: String,
    /// Name as published.
    pub name: String,
    /// What it is.
    pub kind: OfficeKind,
    /// Name of the unit it belongs to.
    pub parent: Option<String>,
    /// Street address.
    pub address: Option<Address>,
    /// How to reach it.
    pub contact: Contact,
    /// Opening hours as published, one line each.
    pub hours: Vec<String>,
    /// Counters (*quầy*): one line each, as published.
    pub counters: Vec<String>,
    /// Fields received here; empty means all of the unit's.
    pub fields: Vec<String>,
    /// From when until when it exists.
    pub validity: Validity,
    /// Ids of the offices that took over.
    pub successors: Vec<String>,
    /// Remarks as published.
    pub note: Option<String>,
}

/// A postal address, optionally with its place on the map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Address {
    /// The address in one line.
    pub text: String,
    /// WGS 84.
    pub coordinates: Option<Coordinates>,
}

/// WGS 84 coordinates in degrees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Coordinates {
    /// Latitude, north positive.
    pub latitude: f64,
    /// Longitude, east positive.
    pub longitude: f64,
}

/// Ways to reach an office.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// Telephone numbers as published.
    pub phones: Vec<String>,
    /// Hotline numbers (*đường dây nóng*).
    pub hotlines: Vec<String>,
    /// E-mail addresses.
    pub emails: Vec<String>,
    /// Website.
    pub website: Option<String>,
}

/// A span of days; open where empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Validity {
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
}

impl Validity {
    /// Whether the day lies in the span.
    #[must_use]
    pub fn covers(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// What an officer does in the office.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum OfficerRole {
    /// *Người đứng đầu*.
    Head,
    /// *Cấp phó*.
    Deputy,
    /// *Công chức, viên chức*.
    #[default]
    Staff,
}

/// An officer whose name and office telephone the law makes public (Điều 9.7 NĐ 61/2018/NĐ-CP).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Officer {
    /// Stable id; ASCII slug of the name and office.
    pub id: String,
    /// Full name.
    pub name: String,
    /// Title (*chức danh*).
    pub title: Option<String>,
    /// Head, deputy or staff.
    pub role: OfficerRole,
    /// Id of the office.
    pub office: Option<String>,
    /// Fields answered for.
    pub fields: Vec<String>,
    /// Office telephone numbers.
    pub phones: Vec<String>,
    /// Office e-mail.
    pub email: Option<String>,
    /// From when until when.
    pub validity: Validity,
}
