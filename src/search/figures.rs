//! What a hit says in numbers, so that a page in any language can put it in its own words.

use crate::model::{Channel, Fee, FeeAmount, OnlineLevel, Part, Procedure, TimeLimit, TimeUnit};

/// Larger amounts are left to the page of the procedure, so that browsers read them in 32 bits.
const LARGEST_FEE: u64 = 1 << 27;

/// How long, how much, how far online. Nothing where the source says nothing, or not the same for every channel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The one time limit: tenths of the unit, and the unit.
    pub time: Option<(u32, TimeUnit)>,
    /// The one fee in đồng; 0 where it is expressly free.
    pub fee: Option<u64>,
    /// Whether a part of it is done online, but not the whole.
    pub partly_online: bool,
}

impl Figures {
    /// The figures of a procedure.
    pub(super) fn of(procedure: &Procedure) -> Self {
        let channels = match &procedure.channels {
            Part::Stated(channels) => channels.as_slice(),
            Part::NotApplicable(_) | Part::NotPublished => &[],
        };
        Self {
            time: only_time(channels),
            fee: only_fee(channels),
            partly_online: matches!(
                procedure.online_level,
                Some(OnlineLevel::PartialProcess | OnlineLevel::Historic(3))
            ),
        }
    }

    /// The time limit as one number, 0 for none: browsers divide it again.
    pub(super) fn time_code(&self) -> usize {
        self.time.map_or(0, |(tenths, unit)| 1 + tenths as usize * 6 + unit_code(unit))
    }

    /// The fee as one number: 0 for none, else one more than its đồng.
    pub(super) fn fee_code(&self) -> usize {
        self.fee.and_then(|fee| usize::try_from(fee).ok()).map_or(0, |fee| fee + 1)
    }
}

const fn unit_code(unit: TimeUnit) -> usize {
    match unit {
        TimeUnit::Hours => 0,
        TimeUnit::WorkingHours => 1,
        TimeUnit::Days => 2,
        TimeUnit::WorkingDays => 3,
        TimeUnit::Months => 4,
        TimeUnit::Years => 5,
    }
}

fn only_time(channels: &[Channel]) -> Option<(u32, TimeUnit)> {
    let understood = |limit: &TimeLimit| limit.tenths.filter(|tenths| *tenths < 100_000).zip(limit.unit);
    let mut limits = channels.iter().flat_map(|channel| &channel.time_limits).map(understood);
    let first = limits.next()??;
    limits.all(|other| other == Some(first)).then_some(first)
}

/// The amount, where every channel states the same one without conditions; a doubtful fee is shown on the page only,
/// beside its note.
fn only_fee(channels: &[Channel]) -> Option<u64> {
    let plain = |fee: &Fee| match fee.amount {
        _ if fee.doubtful => None,
        FeeAmount::Amount(dong) if fee.note.trim().is_empty() => Some(dong.0).filter(|amount| *amount < LARGEST_FEE),
        FeeAmount::Free => Some(0),
        FeeAmount::Amount(_) | FeeAmount::NotPublished | FeeAmount::Described => None,
    };
    let first = plain(channels.first()?.fees.first()?)?;
    let says_the_same =
        |channel: &Channel| !channel.fees.is_empty() && channel.fees.iter().all(|fee| plain(fee) == Some(first));
    channels.iter().all(says_the_same).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ChannelKind, Dong};

    fn channel(limits: &[(u32, TimeUnit)], fees: &[(FeeAmount, &str)]) -> Channel {
        Channel {
            kind: ChannelKind::Direct,
            time_limits: limits
                .iter()
                .map(|&(tenths, unit)| TimeLimit { tenths: Some(tenths), unit: Some(unit), text: String::new() })
                .collect(),
            fees: fees
                .iter()
                .map(|(amount, note)| Fee {
                    kind: None,
                    amount: *amount,
                    note: (*note).to_owned(),
                    doubtful: false,
                    text: String::new(),
                })
                .collect(),
            note: String::new(),
        }
    }

    #[test]
    fn a_time_limit_is_told_where_all_channels_agree() {
        let (five, ten) = ((50, TimeUnit::WorkingDays), (100, TimeUnit::WorkingDays));
        assert_eq!(only_time(&[channel(&[five], &[]), channel(&[five], &[])]), Some(five));
        assert_eq!(only_time(&[channel(&[five], &[]), channel(&[ten], &[])]), None);
        assert_eq!(only_time(&[channel(&[five, ten], &[])]), None);
        assert_eq!(only_time(&[]), None);
        let figures = Figures { time: Some(five), ..Figures::default() };
        assert_eq!((figures.time_code() - 1) % 6, 3);
        assert_eq!((figures.time_code() - 1) / 6, 50);
    }

    #[test]
    fn a_fee_is_told_where_it_is_one_and_unconditional_and_zero_only_where_it_is_free() {
        let amount = FeeAmount::Amount(Dong(20_000));
        assert_eq!(only_fee(&[channel(&[], &[(amount, "")]), channel(&[], &[(amount, "")])]), Some(20_000));
        assert_eq!(only_fee(&[channel(&[], &[(amount, "")]), channel(&[], &[])]), None);
        assert_eq!(only_fee(&[channel(&[], &[(amount, "mỗi bản")])]), None);
        assert_eq!(only_fee(&[channel(&[], &[(FeeAmount::NotPublished, "")])]), None);
        assert_eq!(only_fee(&[channel(&[], &[(FeeAmount::Free, "Miễn phí")])]), Some(0));
        let free = Figures { fee: Some(0), ..Figures::default() };
        assert_eq!((free.fee_code(), Figures::default().fee_code()), (1, 0));
    }
}
