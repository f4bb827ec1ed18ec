//! A small site made by hand, for tests of views and of their HTML.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};

use crate::calendar::WorkingDays;
use crate::config::{self, SiteConfig};
use crate::content::{self, Content};
use crate::diag::{Diagnostic, Lang, Location};
use crate::kinds::Kinds;
use crate::model::{
    Address, Agencies, Catalog, Change, Channel, ChannelKind, Contact, Coordinates, Decision, Dong, DossierCase,
    DossierItem, Fee, FeeAmount, FeeKind, Form, LegalBasis, Level, Office, OfficeKind, Officer, OfficerRole,
    OnlineLevel, Part, Procedure, ProcedureCode, Provenance, Quantity, ReceptionPlace, Sourced, StepCase, TimeLimit,
    TimeUnit, Validity,
};
use crate::plan::{self, Ingredients, PageKind, SitePlan};
use crate::ranking::{Library, Rankings};
use crate::registers::{self, Registers, Schemes};
use crate::statistics::{self, Statistics};
use crate::theme::Theme;
use crate::validate::{Contacts, validate};

use super::{Records, View, ViewContext, build};

/// The day of all tests.
pub(crate) const TODAY: Date = date(2026, 11, 21);

const CONFIG: &str = r##"
base_url = "https://xa-mau.example/thu/"
title = "UBND xã Mẫu"
[languages.en]
title = "Mau Commune"
[unit]
name = "UBND xã Mẫu"
name_en = "Mau Commune"
tagline = "Công khai thủ tục"
tagline_en = "Procedures in public"
level = "xa"
fictional = true
hotline = "1022"
phone = "0209 387 0000"
email = "xa@xa-mau.example"
address = "Số 1, thôn Mẫu"
hours = ["Thứ Hai – thứ Sáu: 7:30–11:30"]
hours_en = ["Monday – Friday: 7:30–11:30"]
color = "#8f1d21"
updated = 2026-11-20
[unit.feedback]
agency = "Văn phòng UBND xã"
phone = "0209 387 0002"
web = "https://dichvucong.gov.vn/"
[home]
featured = ["1.001193", "9.999999"]
[[home.events]]
title = "Sinh con"
title_en = "Having a child"
text = "Khai sinh"
codes = ["1.001193", "2.000635"]
"##;

const PAGES: &[(&str, &str)] = &[
    ("content/_index.md", "+++\ntitle = \"Bạn cần làm thủ tục gì?\"\n+++\nChào [bạn](@/tin/bai.md)."),
    (
        "content/can-bo/_index.md",
        "+++\ntitle = \"Cán bộ\"\nweight = 3\n[data]\nkind = \"officers\"\nsources = [\"*.csv\"]\n+++\n",
    ),
    (
        "content/lien-he/_index.md",
        "+++\ntitle = \"Liên hệ\"\nweight = 2\n[data]\nkind = \"offices\"\nsources = [\"*.csv\"]\n+++\n",
    ),
    ("content/thu-tuc/_index.en.md", "+++\ntitle = \"Procedures\"\n+++\n"),
    (
        "content/thu-tuc/_index.md",
        "+++\ntitle = \"Thủ tục\"\nweight = 1\n[data]\nkind = \"procedures\"\nsources = [\"*.csv\"]\n+++\nLời dẫn.",
    ),
    (
        "content/tin/2026-11-02-bai.md",
        "+++\ntitle = \"Bài\"\n+++\n## Mục một\n[hỏng](@/khong/co.md) và [liên hệ](/lien-he/)\n",
    ),
    ("content/tin/_index.md", "+++\ntitle = \"Tin\"\nweight = 4\nsort_by = \"date\"\n+++\n"),
];

/// A site with everything that views are built from.
pub(crate) struct Site {
    pub(crate) config: SiteConfig,
    pub(crate) content: Content,
    pub(crate) catalog: Catalog,
    pub(crate) rankings: Rankings,
    pub(crate) statistics: Statistics,
    pub(crate) registers: Registers,
    pub(crate) plan: SitePlan,
    pub(crate) theme: Theme,
}

impl Site {
    /// The site of this file.
    pub(crate) fn new() -> Self {
        Self::with(catalog(), |_| {})
    }

    /// The same site with another catalogue and a changed configuration.
    pub(crate) fn with(catalog: Catalog, change: impl FnOnce(&mut SiteConfig)) -> Self {
        let (mut config, found) = config::read("config.toml".into(), CONFIG);
        assert!(found.is_empty(), "{found:?}");
        change(&mut config);
        let files = PAGES.iter().map(|(path, text)| ((*path).into(), text.as_bytes().to_vec()));
        let (content, found) = content::read(files, Lang::Vi);
        assert!(found.is_empty(), "{found:?}");
        let (rankings, found) = Rankings::of(&catalog, &Library::built_in());
        assert!(found.is_empty(), "{found:?}");
        let (checked, _) = validate(catalog.clone(), &Contacts::default());
        let (statistics, _) = statistics::analyse(&checked, &config.statistics);
        let (registers, _) =
            registers::analyse(&checked, Kinds::built_in(), &Schemes::default(), WorkingDays::built_in(), TODAY);
        let ingredients = Ingredients {
            config: &config,
            content: &content,
            catalog: &catalog,
            rankings: &rankings,
            statistics: &statistics,
            registers: &registers,
            changes: None,
            drafts: false,
            addresses: None,
        };
        let (plan, found) = plan::plan(ingredients);
        assert!(found.is_empty(), "{found:?}");
        let theme = Theme::load(&config, &BTreeMap::new()).expect("the embedded theme is sound");
        Self { config, content, catalog, rankings, statistics, registers, plan, theme }
    }

    pub(crate) fn context(&self) -> ViewContext<'_> {
        let records = Records {
            catalog: &self.catalog,
            rankings: &self.rankings,
            statistics: &self.statistics,
            registers: &self.registers,
        };
        ViewContext::new(&self.config, &self.content, records, &self.plan, &self.theme, TODAY)
    }

    /// The view of a page with what was reported while it was built.
    pub(crate) fn build(&self, lang: Lang, kind: PageKind) -> (View, Vec<Diagnostic>) {
        let context = self.context();
        build(&context, self.plan.page(lang, kind).expect("the page is planned"))
    }

    pub(crate) fn view(&self, lang: Lang, kind: PageKind) -> View {
        self.build(lang, kind).0
    }
}

/// Three procedures, four offices, two officers.
pub(crate) fn catalog() -> Catalog {
    let provenance = |path: &str, section: &str| Provenance {
        path: path.to_owned(),
        section: section.to_owned(),
        ..Provenance::default()
    };
    let national = Provenance {
        source: Some("Cổng Dịch vụ công quốc gia".to_owned()),
        source_url: Some("https://dichvucong.gov.vn/".to_owned()),
        retrieved: Some(date(2026, 7, 20)),
        ..provenance("content/thu-tuc/danh-muc.xlsx", "thu-tuc")
    };
    Catalog {
        procedures: vec![
            sourced(full(), 0),
            sourced(bare("2.000635", "Cấp bản sao Trích lục hộ tịch"), 0),
            sourced(inapplicable(), 0),
        ],
        offices: offices().into_iter().map(|office| sourced(office, 1)).collect(),
        officers: officers().into_iter().map(|officer| sourced(officer, 2)).collect(),
        provenances: vec![
            national,
            provenance("content/lien-he/don-vi.csv", "lien-he"),
            provenance("content/can-bo/can-bo.csv", "can-bo"),
        ],
        ..Catalog::default()
    }
}

pub(crate) fn sourced<T>(record: T, provenance: usize) -> Sourced<T> {
    Sourced { record, location: Location::key("thử"), provenance }
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// A procedure with no part published.
pub(crate) fn bare(code: &str, name: &str) -> Procedure {
    Procedure {
        code: ProcedureCode::parse(code).expect("the code is sound"),
        name: name.to_owned(),
        field: Some("Hộ tịch".to_owned()),
        levels: vec![Level::Commune],
        kind: None,
        decision: None,
        description: Part::NotPublished,
        steps: Part::NotPublished,
        channels: Part::NotPublished,
        dossier: Part::NotPublished,
        sets: Part::NotPublished,
        subjects: Part::NotPublished,
        agencies: Agencies::default(),
        reception: Part::NotPublished,
        results: Part::NotPublished,
        conditions: Part::NotPublished,
        legal_basis: Part::NotPublished,
        keywords: Vec::new(),
        related: Vec::new(),
        online_level: None,
        portal_url: None,
        boundary_free: None,
        changes: Vec::new(),
    }
}

/// A procedure whose parts are expressly not applicable.
fn inapplicable() -> Procedure {
    let no = || "Không quy định".to_owned();
    Procedure {
        field: Some("Chứng thực".to_owned()),
        levels: vec![Level::Province, Level::Other("Cơ quan khác".to_owned())],
        conditions: Part::NotApplicable(no()),
        dossier: Part::NotApplicable(no()),
        reception: Part::NotApplicable(no()),
        steps: Part::NotApplicable(no()),
        subjects: Part::NotApplicable(no()),
        online_level: Some(OnlineLevel::Historic(3)),
        ..bare("1.000004", "Ẩn danh")
    }
}

/// A procedure with every part.
pub(crate) fn full() -> Procedure {
    Procedure {
        kind: Some("TTHC được luật giao quy định chi tiết".to_owned()),
        decision: Some(Decision {
            number: "163/QĐ-BTP".to_owned(),
            date: Some(date(2026, 1, 20)),
            issuer: Some("Bộ Tư pháp".to_owned()),
            ..Decision::numbered(String::new())
        }),
        description: Part::Stated("Ghi tên trẻ vào sổ hộ tịch.".to_owned()),
        steps: Part::Stated(vec![StepCase {
            name: Some("Nộp trực tiếp".to_owned()),
            text: "Bước 1: Nộp hồ sơ\n- tại Trung tâm\n+ hoặc qua bưu chính\nBước 2: Nhận kết quả\na) Giấy khai sinh"
                .to_owned(),
        }]),
        channels: Part::Stated(channels()),
        dossier: Part::Stated(vec![dossier()]),
        sets: Part::Stated("01 bộ".to_owned()),
        subjects: Part::Stated(owned(&["Công dân Việt Nam", "Người nước ngoài"])),
        agencies: Agencies {
            executing: owned(&["Ủy ban nhân dân cấp xã"]),
            cooperating: owned(&["Công an cấp xã"]),
            ..Agencies::default()
        },
        reception: Part::Stated(vec![
            ReceptionPlace::Office("mot-cua-cu".to_owned()),
            ReceptionPlace::Words("Bưu cục trung tâm".to_owned()),
        ]),
        results: Part::Stated(owned(&["Giấy khai sinh"])),
        conditions: Part::Stated("Trong 60 ngày kể từ ngày sinh.".to_owned()),
        legal_basis: Part::Stated(vec![LegalBasis {
            number: Some("60/2014/QH13".to_owned()),
            title: "Luật Hộ tịch".to_owned(),
            date: Some(date(2014, 11, 20)),
            issuer: None,
            url: Some("https://vbpl.vn/1".to_owned()),
        }]),
        keywords: owned(&["giấy khai sinh", "làm khai sinh"]),
        related: vec![ProcedureCode::parse("2.000635").expect("the code is sound")],
        online_level: Some(OnlineLevel::FullProcess),
        portal_url: Some("https://dichvucong.gov.vn/p?ma=1.001193".to_owned()),
        boundary_free: Some(true),
        changes: vec![Change {
            date: Some(date(2026, 2, 1)),
            what: "Bỏ một giấy tờ".to_owned(),
            basis: Some("18/2026/NĐ-CP".to_owned()),
        }],
        ..bare("1.001193", "Đăng ký khai sinh")
    }
}

fn channels() -> Vec<Channel> {
    let limit =
        TimeLimit { tenths: Some(50), unit: Some(TimeUnit::WorkingDays), text: "05 ngày làm việc".to_owned() };
    let charge = fee(FeeAmount::Amount(Dong(8_000)), "theo nghị quyết của tỉnh");
    let doubtful = Fee {
        doubtful: true,
        text: "10 VNĐ (10 USD/bản)".to_owned(),
        ..fee(FeeAmount::Amount(Dong(10)), "10 USD/bản")
    };
    vec![
        Channel {
            kind: ChannelKind::Direct,
            time_limits: vec![limit.clone()],
            fees: vec![Fee { kind: Some(FeeKind::Charge), ..charge }, doubtful],
            note: "Nộp tại quầy 2".to_owned(),
        },
        Channel {
            kind: ChannelKind::Online,
            time_limits: vec![limit],
            fees: vec![fee(FeeAmount::NotPublished, "")],
            note: String::new(),
        },
    ]
}

/// A fee line.
pub(crate) fn fee(amount: FeeAmount, note: &str) -> Fee {
    Fee { kind: None, amount, note: note.to_owned(), doubtful: false, text: note.to_owned() }
}

fn dossier() -> DossierCase {
    let item = |name: &str| DossierItem { name: name.to_owned(), ..DossierItem::default() };
    let form = Form { name: "Tờ khai".to_owned(), url: Some("bieu-mau/to khai.docx".to_owned()) };
    DossierCase {
        name: Some("Giấy tờ phải nộp".to_owned()),
        items: vec![
            DossierItem {
                originals: Quantity::Count(1),
                copies: Quantity::Count(0),
                form: Some(form),
                ..item("- Tờ khai đăng ký khai sinh")
            },
            DossierItem { originals: Quantity::Words("mỗi loại 1".to_owned()), ..item("Giấy chứng sinh") },
            DossierItem { is_note: true, ..item("Không phải nộp lại giấy tờ đã có dữ liệu.") },
        ],
    }
}

fn offices() -> Vec<Office> {
    let center = Office {
        id: "trung-tam".to_owned(),
        name: "Trung tâm Phục vụ hành chính công".to_owned(),
        parent: Some("UBND xã Mẫu".to_owned()),
        address: Some(Address {
            text: "Số 1, thôn Mẫu".to_owned(),
            coordinates: Some(Coordinates { latitude: 22.0, longitude: 104.5 }),
        }),
        contact: Contact {
            phones: owned(&["0209 387 0001"]),
            hotlines: owned(&["1022"]),
            emails: owned(&["mc@xa-mau.example"]),
            website: None,
        },
        hours: owned(&["Thứ Hai: 7:30–11:30"]),
        counters: owned(&["Quầy 1: hộ tịch"]),
        validity: Validity { from: Some(date(2025, 7, 1)), to: None },
        note: Some("Có chỗ để xe.".to_owned()),
        ..Office::default()
    };
    let ended = Office {
        id: "mot-cua-cu".to_owned(),
        name: "Bộ phận Một cửa huyện cũ".to_owned(),
        validity: Validity { from: None, to: Some(date(2025, 6, 30)) },
        successors: owned(&["trung-tam"]),
        ..Office::default()
    };
    let point = Office {
        id: "diem-chung-thuc".to_owned(),
        name: "Điểm chứng thực".to_owned(),
        kind: OfficeKind::ReceptionPoint,
        fields: owned(&["chứng thực"]),
        ..Office::default()
    };
    let agency =
        Office {
            id: "ubnd".to_owned(), name: "UBND xã Mẫu".to_owned(), kind: OfficeKind::Agency, ..Office::default()
        };
    vec![center, ended, point, agency]
}

fn officers() -> Vec<Officer> {
    let officer = |name: &str, role: OfficerRole| Officer {
        id: name.to_owned(),
        name: name.to_owned(),
        role,
        office: Some("trung-tam".to_owned()),
        phones: owned(&["0209 387 0010"]),
        ..Officer::default()
    };
    vec![
        Officer { fields: owned(&["Hộ tịch"]), ..officer("Mẫu Văn Bình", OfficerRole::Staff) },
        Officer { title: Some("Giám đốc".to_owned()), ..officer("Mẫu Thị An", OfficerRole::Head) },
        Officer {
            validity: Validity { from: None, to: Some(date(2025, 6, 30)) },
            ..officer("Mẫu Văn Cũ", OfficerRole::Head)
        },
    ]
}
