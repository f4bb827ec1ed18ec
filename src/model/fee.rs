//! Fees (*phí*) and charges (*lệ phí*).

/// An amount of Vietnamese đồng.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Dong(pub u64);

/// Whether the law calls it *phí* or *lệ phí*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FeeKind {
    /// *Phí*: pays for a service.
    Fee,
    /// *Lệ phí*: a fixed charge for an act of the state.
    Charge,
}

/// What the source says about the amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeeAmount {
    /// An amount.
    Amount(Dong),
    /// Expressly free: "miễn phí", "không thu", or zero with a note that says so.
    Free,
    /// The source states nothing usable, as in `0 VNĐ ()`. Never to be shown as free.
    NotPublished,
    /// Only words, such as "theo quy định của Hội đồng nhân dân cấp tỉnh".
    Described,
}

/// One line of the fee schedule of a channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fee {
    /// Fee or charge, where the source says.
    pub kind: Option<FeeKind>,
    /// The amount, or why there is none.
    pub amount: FeeAmount,
    /// The note or description as published; may be empty.
    pub note: String,
    /// Whether the amount and its note contradict each other; both are shown, flagged.
    pub doubtful: bool,
    /// The words as published, whole.
    pub text: String,
}
