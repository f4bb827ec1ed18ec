//! Names of colour themes → the colours that we have.

use syntect::highlighting::{Color, Theme};

use super::{Themes, themes};

/// The themes of a site.
pub(super) enum Palette {
    Single(&'static Theme),
    Dual { light: &'static Theme, dark: &'static Theme },
}

impl Palette {
    pub(super) fn new(wanted: &Themes) -> Self {
        match wanted {
            Themes::Single(name) => Self::Single(theme(name, true)),
            Themes::Dual { light, dark } => Self::Dual { light: theme(light, false), dark: theme(dark, true) },
        }
    }

    /// The themes by the file name of their style sheet.
    pub(super) fn named(&self) -> Vec<(String, &'static Theme)> {
        match self {
            Self::Single(theme) => vec![("giallo.css".to_owned(), theme)],
            Self::Dual { light, dark } => {
                vec![("giallo-light.css".to_owned(), light), ("giallo-dark.css".to_owned(), dark)]
            }
        }
    }

    pub(super) fn themes(&self) -> Vec<&'static Theme> {
        self.named().into_iter().map(|(_, theme)| theme).collect()
    }
}

/// The theme of a name, or one that is as light or as dark.
fn theme(name: &str, dark_unless_said: bool) -> &'static Theme {
    let name = name.to_ascii_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
    let light = says(&["light", "latte", "day", "dawn", "lotus", "lighter", "snow"]) || name == "inspired-github";
    let dark = says(&["dark", "night", "moon", "mocha", "frappe", "macchiato", "storm", "black"]);
    let is_dark = if light == dark { dark_unless_said } else { dark };
    let stands_for = match (is_dark, says(&["solarized"])) {
        (true, true) => "Solarized (dark)",
        (false, true) => "Solarized (light)",
        (true, false) if says(&["mocha", "monokai"]) => "base16-mocha.dark",
        (true, false) if says(&["eighties"]) => "base16-eighties.dark",
        (true, false) => "base16-ocean.dark",
        (false, false) if says(&["ocean"]) => "base16-ocean.light",
        (false, false) => "InspiredGitHub",
    };
    &themes().themes[stands_for]
}

/// `#rrggbb`, or one for each of two themes.
pub(super) fn css_colour(colours: &[Color]) -> String {
    let hex = |colour: &Color| format!("#{:02X}{:02X}{:02X}", colour.r, colour.g, colour.b);
    match colours {
        [light, dark] if light != dark => format!("light-dark({}, {})", hex(light), hex(dark)),
        [colour, ..] => hex(colour),
        [] => "inherit".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_that_we_lack_is_replaced_by_one_as_light_or_dark() {
        let lightness = |name: &str| theme(name, true).settings.background.map_or(0, |colour| colour.r);
        for dark in ["catppuccin-mocha", "one-dark", "nord", "solarized-dark", "github-dark-default", ""] {
            assert!(lightness(dark) < 100, "{dark}");
        }
        for light in ["github-light", "catppuccin-latte", "inspired-github", "solarized-light", "base16-ocean-light"] {
            assert!(lightness(light) > 200, "{light}");
        }
    }
}
