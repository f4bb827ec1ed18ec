//! What an applicant must hand in (*thành phần hồ sơ*).

/// One case of the dossier; a procedure without cases has one, unnamed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DossierCase {
    /// Name of the case as published, such as "Trường hợp nộp trực tuyến".
    pub name: Option<String>,
    /// The papers, in published order.
    pub items: Vec<DossierItem>,
}

/// One paper of the dossier, or a note standing among them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DossierItem {
    /// Name of the paper as published.
    pub name: String,
    /// Number of originals (*bản chính*).
    pub originals: Quantity,
    /// Number of copies (*bản sao*).
    pub copies: Quantity,
    /// The form to fill in, where there is one.
    pub form: Option<Form>,
    /// A note among the items (no original, no copy), not a paper.
    pub is_note: bool,
}

/// A number of copies: stated, stated in words that are no number, or absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Quantity {
    /// A whole number.
    Count(u32),
    /// Words, as published.
    Words(String),
    /// The source says nothing.
    #[default]
    NotPublished,
}

/// A form (*mẫu đơn, tờ khai*).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// Name of the form or of its file.
    pub name: String,
    /// Address of the file: http(s), or a path in the site's folder.
    pub url: Option<String>,
}
