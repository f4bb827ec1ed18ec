//! The preview: on loopback, with the site's own policy, reloading when a source changes.
#![cfg(feature = "serve")]
#![allow(clippy::disallowed_methods, reason = "tests run the real program")]

mod common;

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::Duration;

use common::{Site, command};

/// A running preview that ends with the test.
struct Preview {
    child: Child,
    host: String,
}

impl Preview {
    fn of(site: &Site) -> Self {
        let mut child = command(site)
            .args(["serve", "--port", "0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("standard output is piped")).read_line(&mut line).expect("a line");
        let host = line.split("http://").nth(1).expect("the address is told").trim().trim_end_matches('/').to_owned();
        Self { child, host }
    }

    /// The whole answer to a GET request, with its head.
    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.host).expect("the preview listens");
        stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a timeout can be set");
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.host).expect("it is sent");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer comes");
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// Holds that a change is announced to who waits for it; `change` is told how often it was called before.
    fn announces(&self, change: impl Fn(usize)) {
        let (told, waiting) = std::sync::mpsc::channel();
        std::thread::scope(|scope| {
            scope.spawn(|| told.send(self.get("/__congkhai/next")).expect("the test waits"));
            // The request must be on its way before the change; a later change is announced just as well.
            let answer = (0..20).find_map(|attempt| {
                change(attempt);
                waiting.recv_timeout(Duration::from_secs(2)).ok()
            });
            assert!(answer.expect("the change is announced").starts_with("HTTP/1.1 204"));
        });
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn the_preview_serves_pages_under_the_policy_of_the_site() {
    let site = Site::small();
    let preview = Preview::of(&site);
    assert!(preview.host.starts_with("127.0.0.1:"), "{}", preview.host);
    let home = preview.get("/");
    assert!(home.starts_with("HTTP/1.1 200"), "{home}");
    assert!(home.contains("content-security-policy: default-src 'none'"), "{home}");
    assert!(home.contains("/__congkhai/reload.js"));
    assert!(preview.get("/thu-tuc").starts_with("HTTP/1.1 308"));
    assert!(preview.get("/khong-co/").starts_with("HTTP/1.1 404"));
    assert!(preview.get("/../config.toml").starts_with("HTTP/1.1 404"));
    assert!(preview.get("/%2e%2e/config.toml").starts_with("HTTP/1.1 404"));
    assert!(!site.exists("public"), "the published folder is not touched");
}

/// A site whose theme was written for Zola, and which has no end tag for its body.
fn zola_site() -> Site {
    let site = Site::empty();
    site.write("config.toml", "base_url = \"https://xa.example/thu\"\ntitle = \"Xã Thử\"\n");
    site.write("templates/index.html", "<script>let a = '</body>';</script><p>{{ config.title }}");
    site.write(
        "templates/page.html",
        "<body>{{ page.permalink | safe }} {{ config.mode }} {{ page.content | safe }}</BODY>",
    );
    site.write("content/tin.md", "+++\ntitle = \"Tin\"\n+++\nBản đầu\n");
    site
}

#[test]
fn a_site_of_zolas_kind_is_previewed_at_its_own_address_and_reloads() {
    let site = zola_site();
    let preview = Preview::of(&site);
    let page = preview.get("/tin/");
    assert!(page.contains(&format!("http://{}/tin/ serve <p>Bản đầu</p>", preview.host)), "{page}");
    assert!(page.contains("reload.js\"></script></BODY>"), "{page}");
    assert!(!page.contains("-src"), "the theme may load what it wants: {page}");
    assert!(preview.get("/").ends_with("<p>Xã Thử<script type=\"module\" src=\"/__congkhai/reload.js\"></script>"));
    assert!(preview.get("/khong-co/").starts_with("HTTP/1.1 404"));
    preview.announces(|attempt| {
        site.write("content/tin.md", format!("+++\ntitle = \"Tin\"\n+++\nBản {attempt} mới\n"));
    });
    assert!(preview.get("/tin/").contains(" mới</p>"));
    site.write("content/tin.md", "+++\ntitle = \n+++\n");
    std::thread::sleep(Duration::from_secs(2));
    assert!(preview.get("/tin/").contains(" mới</p>"), "an error leaves the last good preview");
    assert!(!site.exists("public"), "the published folder is not touched");
}

#[test]
fn a_changed_source_is_rebuilt_and_announced() {
    let site = Site::small();
    let preview = Preview::of(&site);
    preview.announces(|attempt| {
        site.write("content/thu-tuc/danh-muc.csv", format!("Mã TTHC;Tên TTHC\n1.000001;Tên mới {attempt}\n"));
    });
    assert!(preview.get("/thu-tuc/1.000001/").contains("Tên mới"));
}

#[test]
fn an_error_in_the_data_leaves_the_last_good_preview() {
    let site = Site::small();
    let preview = Preview::of(&site);
    site.write("content/thu-tuc/danh-muc.csv", "Mã TTHC;Tên TTHC\nsai;Sai\n");
    std::thread::sleep(Duration::from_secs(2));
    assert!(preview.get("/thu-tuc/1.000001/").contains("Đăng ký thử"));
}
