//! The work on one picture.

use ::image::codecs::avif::AvifEncoder;
use ::image::codecs::jpeg::JpegEncoder;
use ::image::codecs::png::{CompressionType, FilterType, PngEncoder};
use ::image::codecs::webp::WebPEncoder;
use ::image::{DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageFormat};
use fast_image_resize::images::Image;
use fast_image_resize::{PixelType, ResizeOptions, Resizer};

use super::decoder;
use super::operation::Operation;

/// Quality of a JPEG where none is asked for.
const JPEG_QUALITY: u8 = 75;
/// Quality of an AVIF where none is asked for.
const AVIF_QUALITY: u8 = 80;
/// Speed of writing an AVIF where none is asked for, of 1 (small) to 10 (fast).
const AVIF_SPEED: u8 = 5;

/// How a picture is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Jpeg,
    Png,
    /// Without loss, whatever quality is asked for.
    WebP,
    Avif,
}

impl Format {
    /// Reads `format=` for a picture.
    pub(super) fn named(name: &str, source: &[u8], has_alpha: bool) -> Result<Self, String> {
        Ok(match name.to_ascii_lowercase().as_str() {
            "jpg" | "jpeg" => Self::Jpeg,
            "png" => Self::Png,
            "webp" => Self::WebP,
            "avif" => Self::Avif,
            "auto" => match ::image::guess_format(source) {
                Ok(ImageFormat::Jpeg) => Self::Jpeg,
                Ok(ImageFormat::WebP) if !has_alpha => Self::Jpeg,
                _ => Self::Png,
            },
            other => return Err(format!("no picture format `{other}`: there are auto, jpg, png, webp and avif")),
        })
    }

    pub(super) fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::WebP => "webp",
            Self::Avif => "avif",
        }
    }
}

/// What is to be done with one file.
pub(super) struct Job {
    pub(super) path: String,
    pub(super) operation: Operation,
    pub(super) format: Format,
    pub(super) quality: Option<u8>,
    pub(super) speed: Option<u8>,
}

impl Job {
    /// Whether bytes from an earlier build are a picture of the kind.
    pub(super) fn looks_like(&self, bytes: &[u8]) -> bool {
        let kind = match self.format {
            Format::Jpeg => ImageFormat::Jpeg,
            Format::Png => ImageFormat::Png,
            Format::WebP => ImageFormat::WebP,
            Format::Avif => ImageFormat::Avif,
        };
        ::image::guess_format(bytes).is_ok_and(|found| found == kind)
    }

    pub(super) fn run(&self, source: &[u8]) -> Result<Vec<u8>, String> {
        let mut decoder = decoder(source)?;
        let orientation = decoder.orientation().ok();
        let mut picture = DynamicImage::from_decoder(decoder).map_err(|error| error.to_string())?;
        if let Some(orientation) = orientation {
            picture.apply_orientation(orientation);
        }
        // A JPEG has no transparency to resize.
        let with_alpha = picture.color().has_alpha() && self.format != Format::Jpeg;
        let pixels = if with_alpha {
            Pixels {
                width: picture.width(),
                height: picture.height(),
                alpha: true,
                bytes: picture.into_rgba8().into_raw(),
            }
        } else {
            Pixels {
                width: picture.width(),
                height: picture.height(),
                alpha: false,
                bytes: picture.into_rgb8().into_raw(),
            }
        };
        self.encode(&pixels.change(self.operation)?)
    }

    fn encode(&self, pixels: &Pixels) -> Result<Vec<u8>, String> {
        let mut bytes = Vec::new();
        let colour = if pixels.alpha { ExtendedColorType::Rgba8 } else { ExtendedColorType::Rgb8 };
        let Pixels { bytes: raw, width, height, .. } = pixels;
        match self.format {
            Format::Jpeg => {
                let quality = self.quality.unwrap_or(JPEG_QUALITY).max(1);
                JpegEncoder::new_with_quality(&mut bytes, quality).write_image(raw, *width, *height, colour)
            }
            Format::Png => PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive)
                .write_image(raw, *width, *height, colour),
            Format::WebP => WebPEncoder::new_lossless(&mut bytes).write_image(raw, *width, *height, colour),
            Format::Avif => {
                let (speed, quality) = (self.speed.unwrap_or(AVIF_SPEED), self.quality.unwrap_or(AVIF_QUALITY).max(1));
                // The number of threads would change the bytes.
                AvifEncoder::new_with_speed_quality(&mut bytes, speed, quality)
                    .with_num_threads(Some(1))
                    .write_image(raw, *width, *height, colour)
            }
        }
        .map_err(|error| error.to_string())?;
        Ok(bytes)
    }
}

/// A picture in memory, three or four bytes a pixel.
struct Pixels {
    width: u32,
    height: u32,
    alpha: bool,
    bytes: Vec<u8>,
}

impl Pixels {
    fn change(self, operation: Operation) -> Result<Self, String> {
        let options = match operation {
            Operation::Keep { .. } => return Ok(self),
            Operation::Resize { .. } => ResizeOptions::new(),
            Operation::Fill { .. } => ResizeOptions::new().fit_into_destination(Some((0.5, 0.5))),
        };
        let (width, height) = operation.size();
        let kind = if self.alpha { PixelType::U8x4 } else { PixelType::U8x3 };
        let source =
            Image::from_vec_u8(self.width, self.height, self.bytes, kind).map_err(|error| error.to_string())?;
        let mut target = Image::new(width, height, kind);
        Resizer::new().resize(&source, &mut target, &options).map_err(|error| error.to_string())?;
        Ok(Self { width, height, alpha: self.alpha, bytes: target.into_vec() })
    }
}
