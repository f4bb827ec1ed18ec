//! `resize_image` and `get_image_metadata`.
//!
//! A call answers at once, from the picture's head; the work is noted and done once for all pages, in parallel, by
//! [`Images::finish`]. The name of a made picture carries a digest of the source and of what is done with it, so that a
//! picture made by an earlier build can be taken over as it is.

mod metadata;
mod operation;
mod process;

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::{Arc, Mutex, PoisonError};

use ::image::{ImageDecoder, ImageReader, Limits};
use camino::Utf8Path;
use rayon::prelude::*;
use serde_json::{Value, json};

use super::args::{count, flag, needed, text};
use super::lookup::Lookup;
use super::{Args, Function};
use operation::Operation;
use process::{Format, Job};

/// Folder of made pictures in the finished site.
pub const FOLDER: &str = "processed_images";
/// Widest and highest picture that is read, in pixels.
const LARGEST_SOURCE: u32 = 30_000;
/// Most memory that one picture may need, in bytes.
const MOST_MEMORY: u64 = 1 << 30;

/// The pictures that templates asked for.
pub struct Images {
    lookup: Lookup,
    base_url: String,
    jobs: Mutex<BTreeMap<String, Job>>,
}

/// What is wrong with a picture, found once the pages are made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImageTrouble {
    /// The source file, from the site's root.
    pub path: String,
    /// What is wrong.
    pub message: String,
}

/// One picture to be made: where from, and what of it.
struct Request {
    path: String,
    bytes: Vec<u8>,
    format: Format,
    quality: Option<u8>,
    speed: Option<u8>,
    operation: Operation,
    original: (u32, u32),
}

impl Images {
    /// `base_url` is the site's address, which made pictures are linked by.
    #[must_use]
    pub fn new(lookup: Lookup, base_url: &str) -> Self {
        Self { lookup, base_url: base_url.trim_end_matches('/').to_owned(), jobs: Mutex::default() }
    }

    /// `resize_image(path=, width=, height=, op="fill", format="auto", quality=, speed=)`.
    ///
    /// # Errors
    /// When an argument is wrong, or there is no such picture.
    pub fn resize(&self, args: &Args) -> Result<Value, String> {
        let request = self.request(args)?;
        let (width, height) = request.operation.size();
        let name = request.name();
        let answer = json!({
            "url": format!("{}/{FOLDER}/{name}", self.base_url),
            "static_path": format!("static/{FOLDER}/{name}"),
            "width": width,
            "height": height,
            "orig_width": request.original.0,
            "orig_height": request.original.1,
        });
        self.jobs.lock().unwrap_or_else(PoisonError::into_inner).entry(name).or_insert_with(|| request.job());
        Ok(answer)
    }

    fn request(&self, args: &Args) -> Result<Request, String> {
        let written = needed(args, "path")?;
        let (path, bytes) = self.lookup.require(written)?;
        let told = |detail: String| format!("`{written}`: {detail}");
        let (original, has_alpha) = head(&bytes).map_err(told)?;
        let operation = Operation::new(
            text(args, "op")?.unwrap_or("fill"),
            count(args, "width")?,
            count(args, "height")?,
            original,
        )
        .map_err(told)?;
        let format = Format::named(text(args, "format")?.unwrap_or("auto"), &bytes, has_alpha).map_err(told)?;
        let quality = match count(args, "quality")? {
            None => None,
            Some(quality @ 0..=100) => Some(quality as u8),
            Some(other) => return Err(format!("`quality` is at most 100, not {other}")),
        };
        let speed = match count(args, "speed")? {
            None => None,
            Some(speed @ 1..=10) => Some(speed as u8),
            Some(other) => return Err(format!("`speed` is 1 to 10, not {other}")),
        };
        Ok(Request { path, bytes, format, quality, speed, operation, original })
    }

    /// Makes every picture that was asked for. `earlier` gives what an earlier build wrote to a path.
    ///
    /// Returns the pictures by their path in the finished site.
    #[must_use]
    pub fn finish(
        &self,
        earlier: &(dyn Fn(&str) -> Option<Vec<u8>> + Sync),
    ) -> (BTreeMap<String, Vec<u8>>, Vec<ImageTrouble>) {
        let jobs = std::mem::take(&mut *self.jobs.lock().unwrap_or_else(PoisonError::into_inner));
        let made: Vec<_> = jobs
            .par_iter()
            .map(|(name, job)| {
                let path = format!("{FOLDER}/{name}");
                let bytes = match earlier(&path).filter(|bytes| job.looks_like(bytes)) {
                    Some(bytes) => Ok(bytes),
                    None => self.make(job),
                };
                (path, job, bytes)
            })
            .collect();
        let mut pictures = BTreeMap::new();
        let mut troubles = Vec::new();
        for (path, job, bytes) in made {
            match bytes {
                Ok(bytes) => {
                    pictures.insert(path, bytes);
                }
                Err(message) => troubles.push(ImageTrouble { path: job.path.clone(), message }),
            }
        }
        (pictures, troubles)
    }

    fn make(&self, job: &Job) -> Result<Vec<u8>, String> {
        let (_, bytes) = self.lookup.require(&job.path)?;
        job.run(&bytes)
    }
}

impl Request {
    /// `NAME.HASH.EXT`.
    fn name(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        hasher.update(&self.bytes);
        let Self { operation, format, quality, speed, .. } = &self;
        hasher.update(format!("{operation:?} {format:?} {quality:?} {speed:?}").as_bytes());
        let digest = hasher.finalize().to_hex();
        let stem = Utf8Path::new(&self.path).file_stem().unwrap_or("picture");
        format!("{stem}.{}.{}", &digest.as_str()[..16], self.format.ending())
    }

    fn job(self) -> Job {
        let Self { path, operation, format, quality, speed, .. } = self;
        Job { path, operation, format, quality, speed }
    }
}

/// A reader that refuses pictures made to fill the memory.
fn decoder(bytes: &[u8]) -> Result<impl ImageDecoder + '_, String> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|error| error.to_string())?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST_SOURCE);
    limits.max_image_height = Some(LARGEST_SOURCE);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    reader.into_decoder().map_err(|error| error.to_string())
}

/// Width and height as the picture is shown, and whether it may be transparent.
fn head(bytes: &[u8]) -> Result<((u32, u32), bool), String> {
    use ::image::metadata::Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
    let mut decoder = decoder(bytes)?;
    let (width, height) = decoder.dimensions();
    let has_alpha = decoder.color_type().has_alpha();
    let turned = matches!(decoder.orientation(), Ok(Rotate90 | Rotate270 | Rotate90FlipH | Rotate270FlipH));
    Ok((if turned { (height, width) } else { (width, height) }, has_alpha))
}

/// `resize_image` as a function of templates.
pub struct ResizeImage(
    /// Where the work is noted.
    pub Arc<Images>,
);

impl Function for ResizeImage {
    fn call(&self, args: &Args) -> Result<Value, String> {
        self.0.resize(args)
    }
}

/// `get_image_metadata(path=, allow_missing=false)`.
pub struct GetImageMetadata(
    /// Where files are found.
    pub Lookup,
);

impl Function for GetImageMetadata {
    fn call(&self, args: &Args) -> Result<Value, String> {
        let path = needed(args, "path")?;
        match self.0.find(path) {
            Some((found, bytes)) => metadata::read(&found, &bytes).map_err(|detail| format!("`{path}`: {detail}")),
            None if flag(args, "allow_missing")?.unwrap_or(false) => Ok(Value::Null),
            None => self.0.require(path).map(|_| Value::Null),
        }
    }
}

#[cfg(test)]
mod tests;
