//! How a picture changes its size.

/// Widest and highest picture that is made, in pixels.
const LARGEST: u32 = 16_384;

/// What is done with a picture, in its own pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operation {
    /// It stays as large as it is.
    Keep { width: u32, height: u32 },
    /// All of it is brought to a size.
    Resize { width: u32, height: u32 },
    /// Its middle, of the shape of the wanted size, is brought to that size.
    Fill { width: u32, height: u32 },
}

impl Operation {
    /// Reads `op=`, `width=` and `height=` for a picture of a size.
    pub(super) fn new(
        name: &str,
        width: Option<u32>,
        height: Option<u32>,
        (original_width, original_height): (u32, u32),
    ) -> Result<Self, String> {
        let need = |side: Option<u32>, called: &str| match side {
            Some(pixels @ 1..=LARGEST) => Ok(pixels),
            Some(pixels) => Err(format!("`{called}` is from 1 to {LARGEST}, not {pixels}")),
            None => Err(format!("`op=\"{name}\"` needs `{called}`")),
        };
        let (own_width, own_height) = (f64::from(original_width.max(1)), f64::from(original_height.max(1)));
        let resize = |width: u32, height: f64| Self::Resize { width, height: pixels(height) };
        Ok(match name {
            "scale" => Self::Resize { width: need(width, "width")?, height: need(height, "height")? },
            "fit_width" => {
                let width = need(width, "width")?;
                resize(width, own_height * f64::from(width) / own_width)
            }
            "fit_height" => {
                let height = need(height, "height")?;
                resize(pixels(own_width * f64::from(height) / own_height), f64::from(height))
            }
            "fit" => {
                let (width, height) = (need(width, "width")?, need(height, "height")?);
                let factor = (f64::from(width) / own_width).min(f64::from(height) / own_height);
                if factor >= 1.0 {
                    return Ok(Self::Keep { width: original_width, height: original_height });
                }
                resize(pixels(own_width * factor), own_height * factor)
            }
            "fill" => Self::Fill { width: need(width, "width")?, height: need(height, "height")? },
            other => {
                return Err(format!("no operation `{other}`: there are scale, fit_width, fit_height, fit and fill"));
            }
        })
    }

    /// Width and height of the result.
    pub(super) fn size(self) -> (u32, u32) {
        match self {
            Self::Keep { width, height } | Self::Resize { width, height } | Self::Fill { width, height } => {
                (width, height)
            }
        }
    }
}

fn pixels(side: f64) -> u32 {
    side.round().clamp(1.0, f64::from(LARGEST)) as u32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn size(name: &str, width: u32, height: u32) -> (u32, u32) {
        Operation::new(name, Some(width), Some(height), (300, 380)).expect("the operation is right").size()
    }

    #[test]
    fn sizes_are_those_of_the_documentation() {
        assert_eq!(size("scale", 150, 150), (150, 150));
        assert_eq!(size("fit_width", 100, 0), (100, 127));
        assert_eq!(size("fit_height", 0, 150), (118, 150));
        assert_eq!(size("fit", 5000, 5000), (300, 380));
        assert_eq!(size("fit", 150, 150), (118, 150));
        assert_eq!(size("fill", 150, 150), (150, 150));
    }

    #[test]
    fn missing_and_impossible_sizes_are_told() {
        for (name, width, height) in [
            ("fill", Some(1), None),
            ("fit_width", None, Some(1)),
            ("scale", Some(0), Some(1)),
            ("fit_height", None, Some(1_000_000)),
            ("stretch", Some(1), Some(1)),
        ] {
            assert!(Operation::new(name, width, height, (300, 380)).is_err(), "{name}");
        }
    }

    proptest! {
        #[test]
        fn a_picture_never_grows_to_fit(width in 1..5000_u32, height in 1..5000_u32, own in (1..5000_u32, 1..5000_u32)) {
            let size = Operation::new("fit", Some(width), Some(height), own).expect("the operation is right").size();
            prop_assert!(size.0 <= width.max(1) && size.1 <= height.max(1) || size == own);
            prop_assert!(size.0 <= own.0 && size.1 <= own.1 && size.0 > 0 && size.1 > 0);
        }
    }
}
