//! Names where lines end: beside each other, never over each other.

use super::measure::{width, wrap};

/// Height of a line of text in a name.
const LINE: f64 = 17.0;

/// What stands where a line ends: its name in at most two lines, below it its number.
pub(super) struct End {
    /// Lines of text from the top; the last is the number.
    pub(super) lines: Vec<String>,
    /// Whether the name is whole.
    pub(super) whole: bool,
}

impl End {
    /// A name and a number in so much room.
    pub(super) fn of(name: &str, number: String, room: f64) -> Self {
        let mut lines = if name.is_empty() { Vec::new() } else { wrap(name, room) };
        let whole = lines.join(" ") == name;
        lines.push(number);
        Self { lines, whole }
    }

    /// Height of all lines.
    pub(super) fn height(&self) -> f64 {
        self.lines.len() as f64 * LINE + 2.0
    }

    /// Baselines of the lines around a middle.
    pub(super) fn baselines(&self, middle: f64) -> impl Iterator<Item = (&String, f64)> {
        let first = middle - self.height() / 2.0 + LINE - 2.0;
        self.lines.iter().zip(0_u8..).map(move |(line, at)| (line, first + f64::from(at) * LINE))
    }
}

/// Names up to this width, in pixels, stay on one line.
const SHORT: f64 = 90.0;

/// Room that a name asks for, in pixels: of the whole where it is short, else of its longer half where it may break.
pub(super) fn room_for(name: &str) -> f64 {
    if width(name) <= SHORT {
        return width(name);
    }
    let halves = name.match_indices(' ').map(|(at, _)| width(&name[..at]).max(width(&name[at + 1..])));
    halves.fold(width(name), f64::min)
}

/// Middles of things of these heights, inside the bounds where they fit and as near as possible to the wanted ones,
/// in their order.
pub(super) fn apart(wanted: &[f64], heights: &[f64], (top, bottom): (f64, f64)) -> Vec<f64> {
    let mut places = Vec::with_capacity(wanted.len());
    let mut free = top;
    for (&want, height) in wanted.iter().zip(heights) {
        let place = want.max(free + height / 2.0);
        places.push(place);
        free = place + height / 2.0;
    }
    let mut limit = bottom;
    for (place, height) in places.iter_mut().zip(heights).rev() {
        *place = place.min(limit - height / 2.0);
        limit = *place - height / 2.0;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::{End, apart};

    #[test]
    fn names_of_lines_that_end_together_move_apart() {
        let places = apart(&[50.0, 51.0, 52.0, 180.0], &[36.0; 4], (0.0, 200.0));
        assert_eq!(places, [50.0, 86.0, 122.0, 180.0]);
    }

    #[test]
    fn names_at_the_foot_move_up() {
        let places = apart(&[190.0, 195.0, 199.0], &[36.0; 3], (0.0, 200.0));
        assert_eq!(places, [110.0, 146.0, 182.0]);
    }

    #[test]
    fn a_long_name_takes_two_lines() {
        let end = End::of("Bà Rịa – Vũng Tàu", "6,1".to_owned(), 80.0);
        assert_eq!(
            (end.lines, end.whole),
            (vec!["Bà Rịa –".to_owned(), "Vũng Tàu".to_owned(), "6,1".to_owned()], true)
        );
    }
}
