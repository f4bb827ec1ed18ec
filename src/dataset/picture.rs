//! The picture that social networks and messengers show where a page is shared: 1200 × 630 pixels, with its headline
//! figure. It is drawn with a font of its own, so that it looks the same wherever the site is built.

use std::fmt::Write as _;
use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use unicode_normalization::UnicodeNormalization;

use crate::chart::text_width;

/// Be Vietnam Pro, cut down to the letters of Vietnamese and English; its licence stands beside it.
const FONTS: [&[u8]; 2] =
    [include_bytes!("fonts/BeVietnamPro-Regular.ttf"), include_bytes!("fonts/BeVietnamPro-Bold.ttf")];
const FAMILY: &str = "Be Vietnam Pro";

const WIDTH: u32 = 1200;
const HEIGHT: u32 = 630;
const MARGIN: f64 = 72.0;
/// Room for text between the margins.
const ROOM: f64 = WIDTH as f64 - 2.0 * MARGIN;
/// Bold letters of the font are wider by this factor than widths are estimated.
const BOLD_WIDTH: f64 = 1.1;
/// Distance of lines, in font sizes: capitals with two marks need air.
const LEADING: f64 = 1.36;

/// What a share picture says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// Who publishes it: the name of the unit.
    pub site: String,
    /// What it is about: the title of the page.
    pub title: String,
    /// The one figure to remember, as shown: `68,80`.
    pub figure: String,
    /// What the figure is: "Đồng Tháp, cao nhất trong 34 tỉnh, thành phố".
    pub meaning: String,
    /// Where it comes from, and its day.
    pub source: String,
}

/// The fonts, read once.
static LETTERS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for font in FONTS {
        fonts.load_font_data(font.to_vec());
    }
    Arc::new(fonts)
});

impl Picture {
    /// Something that is the same for two pictures exactly when their pixels are.
    #[must_use]
    pub fn key(&self) -> String {
        blake3::hash(self.drawing().as_bytes()).to_hex().to_string()
    }

    /// The picture as `.png`; nothing where it cannot be drawn, which no text brings about.
    #[must_use]
    pub fn png(&self) -> Option<Vec<u8>> {
        let options = Options { fontdb: LETTERS.clone(), font_family: FAMILY.to_owned(), ..Options::default() };
        let tree = Tree::from_str(&self.drawing(), &options).ok()?;
        let mut pixels = Pixmap::new(WIDTH, HEIGHT)?;
        resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
        pixels.encode_png().ok()
    }

    /// The picture as SVG.
    fn drawing(&self) -> String {
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" font-family=\"{FAMILY}\" fill=\"#1c1d22\">\
             <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#fff\"/><rect width=\"{WIDTH}\" height=\"14\" fill=\"#8f1d21\"/>"
        );
        self.draw_texts(&mut svg);
        svg.push_str("</svg>");
        svg
    }

    /// From the top: publisher, title, figure with its meaning, source.
    fn draw_texts(&self, svg: &mut String) {
        let soft = |size| Style { size, bold: false, fill: "#5b5f6b" };
        soft(30.0).draw(svg, MARGIN, 84.0, &lines(&self.site, soft(30.0), ROOM, 1));
        let fits = lines(&self.title, Style::bold(54.0), ROOM, 3).len() < 3;
        let (size, most, y) = if fits { (54.0, 2, 168.0) } else { (42.0, 3, 156.0) };
        Style::bold(size).draw(svg, MARGIN, y, &lines(&self.title, Style::bold(size), ROOM, most));
        self.draw_figure(svg, 468.0);
        svg.push_str("<rect x=\"72\" y=\"534\" width=\"1056\" height=\"2\" fill=\"#d9d5cc\"/>");
        soft(27.0).draw(svg, MARGIN, 582.0, &lines(&self.source, soft(27.0), ROOM, 1));
    }

    /// The figure at a baseline, and beside it what it means, in the middle of its height but never below its foot.
    fn draw_figure(&self, svg: &mut String, baseline: f64) {
        let figure = Style { fill: "#8f1d21", ..Style::bold(figure_size(&self.figure)) };
        figure.draw(svg, MARGIN, baseline, &lines(&self.figure, figure, ROOM, 1));
        let taken = if self.figure.is_empty() { 0.0 } else { figure.width(&self.figure) + 36.0 };
        let style = Style { bold: false, ..Style::bold(36.0) };
        let meaning = lines(&self.meaning, style, ROOM - taken, 4);
        let height = style.size * LEADING * meaning.len().saturating_sub(1) as f64;
        let middle = baseline - figure.size * 0.36;
        let top = (middle + style.size / 3.0 - height / 2.0).min(baseline + 10.0 - height);
        style.draw(svg, MARGIN + taken, top, &meaning);
    }
}

/// How a text is set.
#[derive(Clone, Copy)]
struct Style {
    size: f64,
    bold: bool,
    fill: &'static str,
}

impl Style {
    const fn bold(size: f64) -> Self {
        Self { size, bold: true, fill: "#1c1d22" }
    }

    /// Estimated width of a text in pixels.
    fn width(self, text: &str) -> f64 {
        text_width(text, self.size) * if self.bold { BOLD_WIDTH } else { 1.0 }
    }

    fn draw(self, svg: &mut String, x: f64, y: f64, lines: &[String]) {
        let weight = if self.bold { 700 } else { 400 };
        for (line, at) in lines.iter().zip(0_u8..) {
            let y = y + f64::from(at) * self.size * LEADING;
            let _ = write!(
                svg,
                "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{}\" font-weight=\"{weight}\" fill=\"{}\">{}</text>",
                self.size,
                self.fill,
                crate::chart::escaped(line),
            );
        }
    }
}

/// Long figures are set smaller, so that there is room for what they mean.
fn figure_size(figure: &str) -> f64 {
    let share = Style::bold(168.0).width(figure) / (ROOM * 0.58);
    if share > 1.0 { (168.0 / share).max(54.0) } else { 168.0 }
}

/// The text in at most `most` lines; what does not fit into the last is cut.
fn lines(text: &str, style: Style, room: f64, most: usize) -> Vec<String> {
    let wide = |line: &str| style.width(line);
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        // One composed letter is one glyph; marks that stand alone would be placed by guess.
        let word: String = word.nfc().collect();
        match lines.last_mut() {
            Some(line) if wide(line) + wide(" ") + wide(&word) <= room => {
                line.push(' ');
                line.push_str(&word);
            }
            _ => lines.push(word),
        }
    }
    let rest = lines.split_off(lines.len().min(most));
    for line in &mut lines {
        *line = cut(line, &wide, room);
    }
    if let (Some(last), false) = (lines.last_mut(), rest.is_empty()) {
        *last = cut(&format!("{last} {}", rest.join(" ")), &wide, room);
    }
    lines
}

fn cut(line: &str, wide: &impl Fn(&str) -> f64, room: f64) -> String {
    if wide(line) <= room {
        return line.to_owned();
    }
    let mut kept = String::new();
    for letter in line.chars() {
        kept.push(letter);
        if wide(&kept) + wide("…") > room {
            kept.pop();
            break;
        }
    }
    kept.trim_end().to_owned() + "…"
}
