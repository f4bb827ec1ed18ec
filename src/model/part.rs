//! A constituent part of a procedure: stated, expressly not applicable, or not published.

/// A part (*bộ phận tạo thành*) of a procedure.
///
/// The three cases are kept apart because the law treats them apart: "không quy định" answers the citizen's
/// question, an absent text does not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Part<T> {
    /// Published with content.
    Stated(T),
    /// Published as not applicable ("Không", "Không quy định"); holds the words used.
    NotApplicable(String),
    /// Absent from the source, or "Không có thông tin".
    #[default]
    NotPublished,
}

impl<T> Part<T> {
    /// The content, where it is stated.
    pub const fn stated(&self) -> Option<&T> {
        match self {
            Self::Stated(value) => Some(value),
            Self::NotApplicable(_) | Self::NotPublished => None,
        }
    }

    /// Whether the source says nothing.
    pub const fn is_not_published(&self) -> bool {
        matches!(self, Self::NotPublished)
    }
}
