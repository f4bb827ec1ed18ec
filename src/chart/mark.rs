//! What tells several lines apart without colour: stroke and shape.

/// How one of several lines is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// Colour of a file opened alone; the theme has its own by class.
    pub(super) color: &'static str,
    /// `stroke-dasharray`; empty for a solid line.
    pub(super) dash: &'static str,
    /// Outline of the shape around the point 0,0.
    pub(super) shape: &'static str,
}

/// In the order in which lines get them. The colours are as dark as each other is light in turn.
pub(super) const MARKS: [Mark; 6] = [
    Mark { color: "#8f1d21", dash: "", shape: "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z" },
    Mark { color: "#0b4a94", dash: "7 3", shape: "M-4-4h8v8h-8z" },
    Mark { color: "#8a4b00", dash: "2 3", shape: "M0-5.5l5.2 9.3h-10.4z" },
    Mark { color: "#0b6b3a", dash: "9 3 2 3", shape: "M0-6l5 6l-5 6l-5-6z" },
    Mark { color: "#5a2d82", dash: "4 2", shape: "M0 5.5l5.2-9.3h-10.4z" },
    Mark { color: "#5b5f6b", dash: "1 2", shape: "M-1.4-5h2.8v3.6h3.6v2.8h-3.6v3.6h-2.8v-3.6h-3.6v-2.8h3.6z" },
];

/// The mark of a line by its place; they repeat after the sixth.
pub(super) fn mark(at: usize) -> (usize, Mark) {
    let at = at % MARKS.len();
    (at + 1, MARKS[at])
}
