//! Published text → blocks: steps, bullets, paragraphs.
//!
//! Only the marks that begin a line may become structure. Every word stays, in its order; nothing is added.

mod line;

use serde::Serialize;

use line::{BulletMark, Line};

/// Deepest level of bullets; deeper ones stay on it.
const DEEPEST: usize = 5;

/// One block of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    /// A paragraph, with the mark that begins it ("a)", "1.", "(ii)") where there is one.
    Paragraph {
        /// The mark as published.
        mark: Option<String>,
        /// The text after it.
        text: String,
    },
    /// Bullets.
    Bullets {
        /// In published order.
        items: Vec<Bullet>,
    },
    /// Numbered steps ("Bước 1", "Bước 2").
    Steps {
        /// In published order, with their published numbers.
        steps: Vec<Step>,
    },
}

/// One bullet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Bullet {
    /// The text after the mark.
    pub text: String,
    /// Bullets below it.
    pub items: Vec<Bullet>,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// The word before the number, as published: "Bước".
    pub word: String,
    /// The number as published: "1", "2a".
    pub number: String,
    /// What follows on the same line; may be empty.
    pub text: String,
    /// The lines up to the next step.
    pub blocks: Vec<Block>,
}

/// Structures a text, one paragraph or bullet a line.
#[must_use]
pub(super) fn structure(text: &str) -> Vec<Block> {
    let lines: Vec<Line<'_>> = text.lines().filter_map(line::read).collect();
    let mut writer = Writer::default();
    for (at, line) in lines.iter().enumerate() {
        if !matches!(line, Line::Step { .. }) && lines.get(at + 1).is_some_and(Line::is_first_step) {
            // A heading of the count of steps that begins below it.
            writer.close_steps();
        }
        writer.push(line);
    }
    writer.close_steps();
    writer.blocks
}

/// The text without the bullet that begins it.
pub(super) fn without_bullet(text: &str) -> &str {
    match line::read(text) {
        Some(Line::Bullet { text, .. }) => text,
        _ => text.trim(),
    }
}

#[derive(Default)]
struct Writer {
    blocks: Vec<Block>,
    /// The steps being counted; they become a block when the count ends.
    steps: Vec<Step>,
    /// Marks of the open bullets, outermost first.
    marks: Vec<BulletMark>,
}

impl Writer {
    fn push(&mut self, line: &Line<'_>) {
        match *line {
            Line::Step { word, number, text } => self.step(word, number, text),
            Line::Bullet { mark, text } => self.bullet(mark, text),
            Line::Paragraph { mark, text } => self.paragraph(mark, text),
        }
    }

    fn step(&mut self, word: &str, number: &str, text: &str) {
        if number == "1" {
            self.close_steps();
        }
        self.marks.clear();
        let (word, number, text) = (word.to_owned(), number.to_owned(), text.to_owned());
        self.steps.push(Step { word, number, text, blocks: Vec::new() });
    }

    fn close_steps(&mut self) {
        self.marks.clear();
        if !self.steps.is_empty() {
            self.blocks.push(Block::Steps { steps: std::mem::take(&mut self.steps) });
        }
    }

    fn bullet(&mut self, mark: BulletMark, text: &str) {
        match self.marks.iter().position(|open| *open == mark) {
            Some(at) => self.marks.truncate(at + 1),
            None => self.marks.push(mark),
        }
        let depth = self.marks.len().min(DEEPEST);
        let bullet = Bullet { text: text.to_owned(), items: Vec::new() };
        match self.open_blocks().last_mut() {
            Some(Block::Bullets { items }) => insert(items, depth, bullet),
            _ => self.open_blocks().push(Block::Bullets { items: vec![bullet] }),
        }
    }

    fn paragraph(&mut self, mark: Option<&str>, text: &str) {
        self.marks.clear();
        let paragraph = Block::Paragraph { mark: mark.map(str::to_owned), text: text.to_owned() };
        self.open_blocks().push(paragraph);
    }

    /// The blocks of the open step, or those of the whole text.
    fn open_blocks(&mut self) -> &mut Vec<Block> {
        match self.steps.last_mut() {
            Some(step) => &mut step.blocks,
            None => &mut self.blocks,
        }
    }
}

/// Puts a bullet below the last ones, `depth` levels deep; a level that has no bullet yet is not invented.
fn insert(items: &mut Vec<Bullet>, depth: usize, bullet: Bullet) {
    match items.last_mut() {
        Some(last) if depth > 1 => insert(&mut last.items, depth - 1, bullet),
        _ => items.push(bullet),
    }
}

#[cfg(test)]
mod tests;
