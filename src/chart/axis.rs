//! From values to places: the range of a chart, and round numbers to mark it with.

/// The range of values that a chart covers. `low` is below `high`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Range {
    pub(super) low: f64,
    pub(super) high: f64,
}

impl Range {
    /// The range of these values; what is not finite is left out. Nothing where no value is left.
    pub(super) fn of(values: impl IntoIterator<Item = f64>) -> Option<Self> {
        let mut finite = values.into_iter().filter(|value| value.is_finite());
        let first = finite.next()?;
        let (low, high) = finite.fold((first, first), |(low, high), value| (low.min(value), high.max(value)));
        Some(Self { low, high })
    }

    /// The same range, widened to hold a value.
    pub(super) fn with(self, value: f64) -> Self {
        if value.is_finite() { Self { low: self.low.min(value), high: self.high.max(value) } } else { self }
    }

    /// The same range, where it is none: widened by a tenth to both sides, or by one around zero.
    pub(super) fn opened(self) -> Self {
        if self.low < self.high {
            return self;
        }
        let by = if self.low == 0.0 { 1.0 } else { (self.low.abs() / 10.0).max(f64::MIN_POSITIVE) };
        Self { low: (self.low - by).max(f64::MIN), high: (self.high + by).min(f64::MAX) }
    }

    /// The place of a value in the range, 0 to 1.
    ///
    /// Halves are subtracted, because the difference of two finite numbers need not be finite.
    pub(super) fn fraction(self, value: f64) -> f64 {
        let span = self.high / 2.0 - self.low / 2.0;
        let fraction = (value / 2.0 - self.low / 2.0) / span;
        if fraction.is_finite() { fraction.clamp(0.0, 1.0) } else { 0.5 }
    }

    /// Round numbers inside the range, about `wanted` of them, and the number of decimals that tell them apart.
    pub(super) fn ticks(self, wanted: u32) -> (Vec<f64>, usize) {
        let rough = (self.high / 2.0 - self.low / 2.0) / f64::from(wanted.max(1)) * 2.0;
        let power = rough.log10().floor();
        let unit = 10_f64.powf(power);
        let step = [1.0, 2.0, 2.5, 5.0, 10.0].map(|factor| factor * unit).into_iter().find(|step| *step >= rough);
        let Some(step) = step.filter(|step| step.is_finite() && *step > 0.0) else {
            return (vec![self.low, self.high], 2);
        };
        let first = (self.low / step).ceil();
        let ticks = (0..=2 * wanted).map(|at| (first + f64::from(at)) * step);
        let decimals = decimals(step, power);
        (ticks.take_while(|tick| *tick <= self.high).collect(), decimals)
    }

    /// The range from one round number to another, so that the first and last mark hold the data between them.
    pub(super) fn rounded(self, wanted: u32) -> Self {
        let (ticks, _) = self.ticks(wanted);
        let [first, second, ..] = ticks[..] else { return self };
        let step = second - first;
        let low = (self.low / step).floor() * step;
        let high = (self.high / step).ceil() * step;
        if low.is_finite() && high.is_finite() && low < high { Self { low, high } } else { self }
    }
}

/// Decimals that a step needs: none from 1 upwards, one more for 2.5 and its like.
fn decimals(step: f64, power: f64) -> usize {
    let whole = (step / 10_f64.powf(power) * 10.0).round() % 10.0 == 0.0;
    let needed = -power + if whole { 0.0 } else { 1.0 };
    (0..=9).find(|&places| f64::from(places) >= needed).map_or(9, |places: i32| usize::try_from(places).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::Range;

    #[test]
    fn ticks_are_round_and_inside() {
        assert_eq!(Range { low: 0.0, high: 100.0 }.ticks(4), (vec![0.0, 25.0, 50.0, 75.0, 100.0], 0));
        assert_eq!(Range { low: 5.02, high: 7.4 }.ticks(4).0, [6.0, 7.0]);
        assert_eq!(Range { low: 0.0, high: 1.0 }.ticks(4), (vec![0.0, 0.25, 0.5, 0.75, 1.0], 2));
    }

    #[test]
    fn equal_values_still_have_a_range() {
        assert_eq!(Range { low: 0.0, high: 0.0 }.opened(), Range { low: -1.0, high: 1.0 });
        assert_eq!(Range { low: 50.0, high: 50.0 }.opened(), Range { low: 45.0, high: 55.0 });
    }

    #[test]
    fn the_largest_numbers_have_places_too() {
        let all = Range { low: f64::MIN, high: f64::MAX };
        assert_eq!((all.fraction(f64::MIN), all.fraction(0.0), all.fraction(f64::MAX)), (0.0, 0.5, 1.0));
        let (ticks, _) = all.ticks(4);
        assert!(ticks.iter().all(|tick| tick.is_finite()), "{ticks:?}");
    }

    #[test]
    fn what_is_not_finite_has_no_part_in_it() {
        assert_eq!(Range::of([f64::NAN, 2.0, f64::INFINITY]), Some(Range { low: 2.0, high: 2.0 }));
        assert_eq!(Range::of([f64::NAN]), None);
    }
}
