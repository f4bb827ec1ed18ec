//! Size and kind of a picture, from its head.

use ::image::{ImageDecoder, ImageFormat};
use camino::Utf8Path;
use roxmltree::{Document, Node, ParsingOptions};
use serde_json::{Value, json};

use super::decoder;

/// Width, height, format and media type.
pub(super) fn read(path: &str, bytes: &[u8]) -> Result<Value, String> {
    if Utf8Path::new(path).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("svg")) {
        let (width, height) = drawing(bytes)?;
        return Ok(answer(width, height, "svg", "image/svg+xml"));
    }
    if let Some((width, height)) = avif(bytes) {
        return Ok(answer(width, height, "avif", "image/avif"));
    }
    let format = ::image::guess_format(bytes).map_err(|error| error.to_string())?;
    let (width, height) = decoder(bytes)?.dimensions();
    let ending =
        if format == ImageFormat::Jpeg { "jpg" } else { format.extensions_str().first().copied().unwrap_or("") };
    Ok(answer(width, height, ending, format.to_mime_type()))
}

fn answer(width: u32, height: u32, format: &str, mime: &str) -> Value {
    json!({ "width": width, "height": height, "format": format, "mime": mime })
}

/// The size of an AVIF: the largest `ispe` box, since there is one for every tile too.
fn avif(bytes: &[u8]) -> Option<(u32, u32)> {
    let brand = bytes.get(4..12)?;
    if brand != b"ftypavif" && brand != b"ftypavis" {
        return None;
    }
    let number = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    let boxes = bytes.windows(4).enumerate().filter(|(_, name)| *name == b"ispe");
    boxes.filter_map(|(at, _)| Some((number(at + 8)?, number(at + 12)?))).max_by_key(|(width, _)| *width)
}

/// The size of a drawing: its `width` and `height`, or what its `viewBox` says.
fn drawing(bytes: &[u8]) -> Result<(u32, u32), String> {
    let written = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(written, options).map_err(|error| error.to_string())?;
    let root = document.root_element();
    let view = view_box(root);
    let width = length(root.attribute("width"));
    let height = length(root.attribute("height"));
    let (width, height) = match (width, height, view) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some((wide, high))) => (width, width * high / wide),
        (None, Some(height), Some((wide, high))) => (height * wide / high, height),
        (_, _, Some(size)) => size,
        _ => return Err("the drawing has neither a size nor a `viewBox`".to_owned()),
    };
    Ok((width.round() as u32, height.round() as u32))
}

fn view_box(root: Node<'_, '_>) -> Option<(f64, f64)> {
    let numbers: Vec<f64> = root
        .attribute("viewBox")?
        .split([' ', ','])
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    match numbers[..] {
        [_, _, width, height] if width > 0.0 && height > 0.0 => Some((width, height)),
        _ => None,
    }
}

/// A length in pixels; percentages are none.
fn length(written: Option<&str>) -> Option<f64> {
    let written = written?.trim();
    let unit = written.find(|letter: char| letter.is_ascii_alphabetic() || letter == '%').unwrap_or(written.len());
    let number: f64 = written[..unit].trim().parse().ok()?;
    let factor = match &written[unit..] {
        "" | "px" => 1.0,
        "pt" => 4.0 / 3.0,
        "pc" => 16.0,
        "mm" => 96.0 / 25.4,
        "cm" => 96.0 / 2.54,
        "in" => 96.0,
        "em" | "rem" => 16.0,
        _ => return None,
    };
    (number > 0.0).then_some(number * factor)
}
