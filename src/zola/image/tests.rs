use ::image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};

use super::super::lookup::tests::Memory;
use super::*;

fn encoded(picture: DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).expect("the picture can be written");
    bytes.into_inner()
}

/// 30 × 10 pixels: red, green and blue squares.
fn squares(format: ImageFormat) -> Vec<u8> {
    let colours = [Rgb([255, 0, 0]), Rgb([0, 255, 0]), Rgb([0, 0, 255])];
    let picture = RgbImage::from_fn(30, 10, |x, _| colours[x as usize / 10]);
    encoded(picture.into(), format)
}

fn files() -> Vec<(&'static str, Vec<u8>)> {
    let clear = RgbaImage::from_pixel(8, 4, Rgba([9, 9, 9, 0]));
    vec![
        ("content/a/x.png", squares(ImageFormat::Png)),
        ("static/y.jpg", squares(ImageFormat::Jpeg)),
        ("g.gif", squares(ImageFormat::Gif)),
        ("w.webp", encoded(clear.into(), ImageFormat::WebP)),
        ("v.svg", b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 10' width='40'/>".to_vec()),
        ("bad.svg", b"<svg/>".to_vec()),
        ("bad.png", b"\x89PNG\r\n\x1a\nxx".to_vec()),
        ("f.avif", [&b"\0\0\0\x1cftypavif....ispe\0\0\0\0"[..], &7_u32.to_be_bytes(), &5_u32.to_be_bytes()].concat()),
    ]
}

fn images() -> Images {
    Images::new(Memory::lookup(&files()), "https://e.example/")
}

fn args(value: Value) -> Args {
    value.as_object().cloned().unwrap_or_default()
}

/// Resizes one picture and gives what was answered and made.
fn made(asked: Value) -> (Value, DynamicImage) {
    let images = images();
    let answer = images.resize(&args(asked)).expect("the call is right");
    let (pictures, _) = images.finish(&|_| None);
    let bytes = pictures.values().next().expect("a picture is made");
    (answer, ::image::load_from_memory(bytes).expect("it can be read"))
}

#[test]
fn the_answer_is_the_size_of_what_is_made() {
    for (op, width, height, wanted) in [
        ("scale", 5, 5, (5, 5)),
        ("fit_width", 15, 0, (15, 5)),
        ("fit_height", 0, 5, (15, 5)),
        ("fit", 60, 60, (30, 10)),
        ("fill", 4, 4, (4, 4)),
    ] {
        let (answer, picture) = made(json!({"path": "a/x.png", "op": op, "width": width, "height": height}));
        assert_eq!((picture.width(), picture.height()), wanted, "{op}");
        assert_eq!((answer["width"].as_u64(), answer["orig_width"].as_u64()), (Some(u64::from(wanted.0)), Some(30)));
        assert_eq!(answer["height"].as_u64(), Some(u64::from(wanted.1)));
    }
}

#[test]
fn filling_takes_the_middle() {
    let (_, picture) = made(json!({"path": "a/x.png", "width": 4, "height": 4}));
    assert!(picture.to_rgb8().pixels().all(|pixel| pixel.0[1] > 200 && pixel.0[0] < 60), "all of it is green");
}

#[test]
fn formats_follow_the_source_or_the_wish() {
    for (path, format, ending) in [
        ("a/x.png", "auto", "png"),
        ("y.jpg", "auto", "jpg"),
        ("g.gif", "auto", "png"),
        ("w.webp", "auto", "png"),
        ("a/x.png", "webp", "webp"),
        ("w.webp", "jpg", "jpg"),
    ] {
        let (answer, _) = made(json!({"path": path, "format": format, "width": 3, "height": 3}));
        let url = answer["url"].as_str().unwrap_or_default();
        assert!(url.starts_with("https://e.example/processed_images/") && url.ends_with(ending), "{path}: {url}");
    }
}

#[test]
fn names_change_with_source_and_wish_and_only_then() {
    let url = |asked: Value| images().resize(&args(asked)).expect("the call is right")["url"].clone();
    let first = url(json!({"path": "a/x.png", "width": 3, "height": 3}));
    assert_eq!(first, url(json!({"path": "@/a/x.png", "width": 3.0, "height": 3, "op": "fill"})));
    assert_ne!(first, url(json!({"path": "a/x.png", "width": 3, "height": 4})));
    assert_ne!(
        url(json!({"path": "y.jpg", "width": 3, "height": 3})),
        url(json!({"path": "y.jpg", "width": 3, "height": 3, "quality": 9}))
    );
}

#[test]
fn a_picture_of_an_earlier_build_is_taken_over() {
    let images = images();
    images.resize(&args(json!({"path": "a/x.png", "width": 3, "height": 3}))).expect("the call is right");
    let old = squares(ImageFormat::Png);
    let (pictures, _) = images.finish(&|_| Some(old.clone()));
    assert_eq!(pictures.into_values().collect::<Vec<_>>(), [old]);
}

#[test]
fn an_avif_is_made_alike_every_time_and_says_its_size() {
    let made = || {
        let images = images();
        images
            .resize(&args(json!({"path": "a/x.png", "width": 5, "height": 3, "format": "avif", "speed": 10})))
            .expect("the call is right");
        let (pictures, troubles) = images.finish(&|_| None);
        assert!(troubles.is_empty(), "{troubles:?}");
        pictures.into_iter().next().expect("one was asked for")
    };
    let (path, bytes) = made();
    assert!(path.ends_with(".avif"), "{path}");
    let told = super::metadata::read(&path, &bytes).expect("it is a picture");
    assert_eq!((&told["width"], &told["height"], &told["format"]), (&json!(5), &json!(3), &json!("avif")));
    assert_eq!((path, bytes), made());
}

#[test]
fn wrong_calls_are_told() {
    for wrong in [
        json!({"width": 1, "height": 1}),
        json!({"path": "none.png", "width": 1, "height": 1}),
        json!({"path": "bad.png", "width": 1, "height": 1}),
        json!({"path": "v.svg", "width": 1, "height": 1}),
        json!({"path": "a/x.png", "width": -1, "height": 1}),
        json!({"path": "a/x.png", "width": 1, "height": 1, "format": "bmp"}),
        json!({"path": "a/x.png", "width": 1, "height": 1, "quality": 101}),
        json!({"path": "a/x.png", "width": 1, "height": 1, "speed": 0}),
        json!({"path": "a/x.png", "width": 1, "height": 1, "speed": 11}),
    ] {
        assert!(images().resize(&args(wrong.clone())).is_err(), "{wrong}");
    }
}

#[test]
fn every_kind_of_picture_tells_its_size() {
    let metadata = GetImageMetadata(Memory::lookup(&files()));
    for (path, width, height, format, mime) in [
        ("a/x.png", 30, 10, "png", "image/png"),
        ("y.jpg", 30, 10, "jpg", "image/jpeg"),
        ("g.gif", 30, 10, "gif", "image/gif"),
        ("w.webp", 8, 4, "webp", "image/webp"),
        ("v.svg", 40, 20, "svg", "image/svg+xml"),
        ("f.avif", 7, 5, "avif", "image/avif"),
    ] {
        let wanted = json!({"width": width, "height": height, "format": format, "mime": mime});
        assert_eq!(metadata.call(&args(json!({ "path": path }))), Ok(wanted), "{path}");
    }
    assert_eq!(metadata.call(&args(json!({"path": "none.png", "allow_missing": true}))), Ok(Value::Null));
    for wrong in ["none.png", "bad.svg", "bad.png"] {
        assert!(metadata.call(&args(json!({ "path": wrong }))).is_err(), "{wrong}");
    }
}
