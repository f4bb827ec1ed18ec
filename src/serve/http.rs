//! The preview's web server.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderValue, Response, StatusCode, Uri, header};
use axum::routing::get;
use camino::{Utf8Path, Utf8PathBuf};
use tokio::sync::watch;

use crate::text::percent_decoded;
use crate::vfs::{FileSystem as _, RealFiles};

/// What is being previewed.
pub(super) struct Preview {
    /// The folder of the last good build.
    pub(super) folder: Utf8PathBuf,
    /// Number of the last good build, and the policy under which its pages work.
    pub(super) version: watch::Receiver<(u64, &'static str)>,
}

/// Asks for the next build and reloads when it is there; asks again when the connection ends.
const RELOAD: &str = "const wait = async () => {
  try {
    const answer = await fetch('/__congkhai/next');
    if (answer.ok) { location.reload(); return; }
  } catch { await new Promise((resume) => setTimeout(resume, 1000)); }
  wait();
};
wait();
";

/// Serves the preview until the runtime ends.
pub(super) async fn serve(listener: tokio::net::TcpListener, preview: Arc<Preview>) {
    let router = Router::new()
        .route("/__congkhai/next", get(next))
        .route(
            "/__congkhai/reload.js",
            get(async || answer(StatusCode::OK, "text/javascript", RELOAD.into(), "default-src 'none'")),
        )
        .fallback(get(file))
        .with_state(preview);
    // The listener was bound before; what can fail now ends the process anyway.
    let _ = axum::serve(listener, router).await;
}

/// Answers when the next build is there.
async fn next(State(preview): State<Arc<Preview>>) -> StatusCode {
    let mut version = preview.version.clone();
    version.mark_unchanged();
    match version.changed().await {
        Ok(()) => StatusCode::NO_CONTENT,
        Err(_) => StatusCode::GONE,
    }
}

async fn file(State(preview): State<Arc<Preview>>, uri: Uri) -> Response<Body> {
    let path = percent_decoded(uri.path().trim_start_matches('/'));
    let (_, policy) = *preview.version.borrow();
    if !path.is_empty() && !path.ends_with('/') && read(&preview.folder, &format!("{path}/index.html")).is_some() {
        return redirect(&format!("/{path}/"), policy);
    }
    let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path };
    match read(&preview.folder, &path) {
        Some(bytes) => answer(StatusCode::OK, media_type(&path), with_reload(&path, bytes).into(), policy),
        None => match read(&preview.folder, "404.html") {
            Some(bytes) => {
                answer(StatusCode::NOT_FOUND, media_type("404.html"), with_reload("404.html", bytes).into(), policy)
            }
            None => answer(
                StatusCode::NOT_FOUND,
                "text/plain; charset=utf-8",
                "Chưa có bản dựng nào thành công · No good build yet".into(),
                policy,
            ),
        },
    }
}

/// Reads a file of the preview; the file system refuses to leave the folder.
fn read(folder: &Utf8Path, path: &str) -> Option<Vec<u8>> {
    RealFiles::new(folder).ok()?.read(Utf8Path::new(path)).ok()
}

fn with_reload(path: &str, bytes: Vec<u8>) -> Vec<u8> {
    if !path.ends_with(".html") {
        return bytes;
    }
    let mut html = String::from_utf8_lossy(&bytes).into_owned();
    // Themes may leave the end tag out, or write it in a script further up.
    let lower = html.to_ascii_lowercase();
    let end = lower.rfind("</body").filter(|end| !lower[*end..].contains("</script"));
    let end = end.unwrap_or(html.len());
    html.insert_str(end, "<script type=\"module\" src=\"/__congkhai/reload.js\"></script>");
    html.into_bytes()
}

fn answer(status: StatusCode, media_type: &'static str, body: Body, policy: &'static str) -> Response<Body> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

fn redirect(to: &str, policy: &'static str) -> Response<Body> {
    let mut response = answer(StatusCode::PERMANENT_REDIRECT, "text/plain", Body::empty(), policy);
    if let Ok(value) = HeaderValue::from_str(to) {
        response.headers_mut().insert(header::LOCATION, value);
    }
    response
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "jsonld" => "application/json",
        "svg" => "image/svg+xml",
        "xml" => "application/xml",
        "txt" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "pdf" => "application/pdf",
        "woff" => "font/woff",
        "woff2" => "font/woff2",
        "ttf" => "font/ttf",
        "webmanifest" => "application/manifest+json",
        "mp4" => "video/mp4",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}
