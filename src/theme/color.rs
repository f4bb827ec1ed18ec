//! The site's accent colour, for light and for dark paper.

/// Dark paper of the theme's stylesheet; the accent must stand out from it.
const DARK_PAPER: [f64; 3] = [22.0, 23.0, 27.0];
/// WCAG 2.2 AA for text.
const ENOUGH: f64 = 4.5;

/// Rules that set the accent colour of `#rrggbb`; nothing where the text is no colour.
///
/// On dark paper the colour is mixed with white until it can be read.
pub(super) fn accent_rules(color: &str) -> String {
    let Some(rgb) = parse(color) else { return String::new() };
    format!(":root{{--brand:{};--brand-on-dark:{}}}\n", hex(rgb), hex(lightened(rgb)))
}

fn parse(color: &str) -> Option<[f64; 3]> {
    let digits = color.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let channel = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok().map(f64::from);
    Some([channel(0)?, channel(2)?, channel(4)?])
}

fn lightened(rgb: [f64; 3]) -> [f64; 3] {
    let mixed = |share: f64| rgb.map(|channel| channel + (255.0 - channel) * share);
    (0..=20)
        .map(|step| mixed(f64::from(step) / 20.0))
        .find(|rgb| contrast(*rgb, DARK_PAPER) >= ENOUGH)
        .unwrap_or([255.0; 3])
}

fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Relative luminance of WCAG 2.2.
fn luminance(rgb: [f64; 3]) -> f64 {
    let linear = |channel: f64| {
        let value = channel / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2])
}

fn hex(rgb: [f64; 3]) -> String {
    let [red, green, blue] = rgb.map(|channel| channel.round().clamp(0.0, 255.0) as u8);
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests {
    use super::{DARK_PAPER, ENOUGH, accent_rules, contrast, lightened};

    #[test]
    fn a_dark_accent_is_lightened_for_dark_paper() {
        let rgb = lightened([143.0, 29.0, 33.0]);
        assert!(contrast(rgb, DARK_PAPER) >= ENOUGH);
        assert!(accent_rules("#8f1d21").starts_with(":root{--brand:#8f1d21;--brand-on-dark:#"));
    }

    #[test]
    fn what_is_no_colour_sets_no_rule() {
        for color in ["", "red", "#12345", "#12345g", "#123456}body{", "#đđđ"] {
            assert_eq!(accent_rules(color), "", "{color}");
        }
    }
}
