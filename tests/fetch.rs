//! Data from the web: from a server of the test's own, never from the network outside.
#![cfg(feature = "fetch")]
#![allow(clippy::disallowed_methods, reason = "tests run the real program")]

mod common;

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use common::{Site, congkhai, stderr};
use congkhai::fetch::{Client, FetchError, Limits, Request};

/// A server on loopback that answers until the process ends, and remembers what it was asked.
struct Server {
    host: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let host = listener.local_addr().expect("an address").to_string();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&asked);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let seen = Arc::clone(&seen);
                std::thread::spawn(move || answer(stream, &seen));
            }
        });
        Self { host, asked }
    }

    fn url(&self, path: &str) -> String {
        format!("http://{}/{path}", self.host)
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("no test panics while it holds this").clone()
    }
}

/// The whole request: its head, and as many bytes of body as the head says.
fn request(stream: &mut TcpStream) -> String {
    let mut text = String::new();
    let mut buffer = [0; 4096];
    loop {
        let count = stream.read(&mut buffer).unwrap_or(0);
        text.push_str(&String::from_utf8_lossy(&buffer[..count]));
        if count == 0 {
            return text;
        }
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length = head
            .to_lowercase()
            .split("content-length: ")
            .nth(1)
            .and_then(|rest| rest.lines().next().and_then(|length| length.trim().parse::<usize>().ok()));
        if body.len() >= length.unwrap_or(0) {
            return text;
        }
    }
}

fn answer(mut stream: TcpStream, seen: &Mutex<Vec<String>>) {
    let asked = request(&mut stream);
    let path = asked.split(' ').nth(1).unwrap_or_default().to_owned();
    seen.lock().expect("no test panics while it holds this").push(asked);
    let body = match path.as_str() {
        "/so.json" => "{\"dan_so\": 12345}".to_owned(),
        "/so.csv" => "Xã,Số\nThử,7\n".to_owned(),
        "/to" => "x".repeat(2000),
        "/hong.json" => "{".to_owned(),
        _ => String::new(),
    };
    let head = match path.as_str() {
        "/chuyen" => "302 Found\r\nLocation: /so.json".to_owned(),
        "/vong" => "302 Found\r\nLocation: /vong".to_owned(),
        "/tep" => "302 Found\r\nLocation: file:///etc/passwd".to_owned(),
        "/khong-co" => "404 Not Found".to_owned(),
        "/cham" => {
            std::thread::sleep(Duration::from_secs(3));
            "200 OK".to_owned()
        }
        "/goi" => return pack(&mut stream),
        _ => "200 OK".to_owned(),
    };
    let length = body.len();
    let _ = write!(stream, "HTTP/1.1 {head}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}");
}

/// A million zeros in a thousand bytes.
fn pack(stream: &mut TcpStream) {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(&[0; 1_000_000]).expect("memory takes it");
    let body = packer.finish().expect("memory takes it");
    assert!(body.len() < 1500, "{}", body.len());
    let head = format!("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {}\r\n\r\n", body.len());
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body));
}

fn ask(url: String) -> Result<Vec<u8>, FetchError> {
    let limits = Limits { time: Duration::from_millis(1000), bytes: 1999, redirects: 3 };
    Client::new(limits).ask(&Request { url, ..Request::default() })
}

#[test]
fn an_answer_is_given_whole_or_not_at_all() {
    let server = Server::start();
    assert_eq!(ask(server.url("so.json")).expect("the server answers"), b"{\"dan_so\": 12345}");
    assert_eq!(ask(server.url("chuyen")).expect("the redirect is followed"), b"{\"dan_so\": 12345}");
    let failed = |path: &str| ask(server.url(path)).expect_err(path);
    assert!(matches!(failed("khong-co"), FetchError::Status(404)));
    assert!(matches!(failed("to"), FetchError::TooLarge(1999)));
    assert!(matches!(failed("goi"), FetchError::TooLarge(1999)), "the size counts unpacked");
    assert!(matches!(failed("cham"), FetchError::TooSlow(_)));
    assert!(matches!(failed("vong"), FetchError::Failed(_)));
    // A path of the server, never one of this computer.
    assert_eq!(ask(server.url("tep")).unwrap_or_default(), b"");
}

#[test]
fn only_servers_are_asked() {
    for url in ["file:///etc/passwd", "ftp://127.0.0.1/a", "/etc/passwd", "so.json", "", "http://", "data:,a"] {
        assert!(ask(url.to_owned()).is_err(), "{url}");
    }
    let closed = TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).expect("a free port");
    assert!(matches!(ask(format!("http://{closed}/")), Err(FetchError::Failed(_))));
    assert!(ask(format!("https://{}/", Server::start().host)).is_err(), "a server that does not prove who it is");
}

/// A site of Zola's kind whose home page is the template, built.
fn built(settings: &str, template: &str) -> (Site, std::process::Output) {
    let site = Site::empty();
    site.write("config.toml", format!("base_url = \"https://xa.example\"\n{settings}"));
    site.write("templates/index.html", template);
    site.write("templates/page.html", template);
    site.write("content/a.md", "+++\ntitle = \"A\"\n+++\n");
    site.write("content/b.md", "+++\ntitle = \"B\"\n+++\n");
    let output = congkhai(&site, &["build", "--format", "concise", "--lang", "en"]);
    (site, output)
}

const ALLOWED: &str = "[zola]\nremote_data = true\n";

#[test]
fn a_site_that_allows_it_loads_data_once_a_build() {
    let server = Server::start();
    let (json, csv) = (server.url("so.json"), server.url("so.csv"));
    let template = format!(
        "{{% set a = load_data(url=\"{json}\", format=\"json\") %}}{{{{ a.dan_so }}}} \
         {{% set b = load_data(url=\"{csv}\", format=\"csv\") %}}{{{{ b.records[0][1] }}}} \
         {{{{ load_data(url=\"{json}\") | safe }}}} {{% if config.zola %}}seen{{% endif %}}"
    );
    let (site, output) = built(ALLOWED, &template);
    assert!(output.status.success(), "{}", stderr(&output));
    for page in ["index.html", "a/index.html", "b/index.html"] {
        assert_eq!(site.page(page), "12345 7 {\"dan_so\": 12345} ");
    }
    let asked = server.asked();
    assert_eq!(asked.len(), 3, "three pages, two addresses, one of them in two formats: {asked:#?}");
    let has = |words: &str| asked.iter().any(|one| one.to_lowercase().contains(words));
    assert!(has("accept: application/json") && has("accept: text/csv") && has("accept: text/plain"));
}

#[test]
fn a_post_sends_body_kind_and_headers() {
    let server = Server::start();
    let template = format!(
        "{{{{ load_data(url=\"{}\", method=\"post\", body=\"xã=1\", content_type=\"text/x\", headers=[\"X-A=b=c\"]) }}}}",
        server.url("gui")
    );
    let (_, output) = built(ALLOWED, &template);
    assert!(output.status.success(), "{}", stderr(&output));
    let asked = server.asked();
    let [post] = asked.as_slice() else { panic!("{asked:#?}") };
    let head = post.to_lowercase();
    assert!(post.starts_with("POST /gui") && post.ends_with("xã=1"), "{post}");
    assert!(head.contains("content-type: text/x") && head.contains("x-a: b=c"), "{post}");
}

#[test]
fn a_site_that_does_not_allow_it_asks_nobody() {
    let server = Server::start();
    for settings in ["", "[zola]\nremote_data = false\n"] {
        let (_, output) = built(settings, &format!("{{{{ load_data(url=\"{}\") }}}}", server.url("so.json")));
        let told = stderr(&output);
        assert_eq!(output.status.code(), Some(1));
        assert!(told.contains("templates/index.html:1") && told.contains("remote_data = true"), "{told}");
    }
    let lenient = format!(
        "{{% set a = load_data(url=\"{}\", required=false) %}}{{% if a %}}some{{% else %}}none{{% endif %}}",
        server.url("so.json")
    );
    assert_eq!(built("", &lenient).0.page("index.html"), "none");
    assert_eq!(server.asked(), Vec::<String>::new());
}

#[test]
fn what_is_not_required_may_be_missing_and_what_is_wrong_is_told() {
    let server = Server::start();
    let lenient = format!(
        "{{% set a = load_data(url=\"{}\", required=false) %}}{{% if a %}}some{{% else %}}none{{% endif %}}",
        server.url("khong-co")
    );
    let (site, output) = built(ALLOWED, &lenient);
    assert!(output.status.success(), "{}", stderr(&output));
    assert_eq!(site.page("index.html"), "none");
    for (call, wanted) in [
        (format!("url=\"{}\"", server.url("khong-co")), "404"),
        (format!("url=\"{}\", format=\"json\", required=false", server.url("hong.json")), "hong.json"),
        (format!("url=\"{}\", method=\"PUT\"", server.url("so.json")), "GET or POST"),
        (format!("url=\"{}\", headers=[\"x\"]", server.url("so.json")), "name=value"),
        (format!("url=\"{}\", headers=[\"x y=\\n\"]", server.url("so.json")), "cannot be fetched"),
        ("url=\"file:///etc/passwd\"".to_owned(), "http://"),
    ] {
        let (_, output) = built(ALLOWED, &format!("\n{{{{ load_data({call}) }}}}"));
        let told = stderr(&output);
        assert_eq!(output.status.code(), Some(1), "{call}");
        assert!(told.contains(wanted) && told.contains("templates/index.html:2"), "{call}: {told}");
    }
}

#[test]
fn a_misspelt_or_wrong_key_of_our_table_is_told() {
    let (_, output) = built("[zola]\nremote_dat = true\n", "x");
    assert!(stderr(&output).contains("config.toml:3:1: warning[CK0103]"), "{}", stderr(&output));
    let (_, output) = built("[zola]\nremote_data = \"yes\"\n", "x");
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("zola.remote_data"), "{}", stderr(&output));
}

#[test]
fn templates_over_our_own_theme_load_data_too_and_see_what_is_new() {
    let server = Server::start();
    let site = Site::small();
    let settings = site.read("config.toml");
    site.write("config.toml", format!("{settings}[zola]\nremote_data = true\n"));
    let call = format!("{{{{ load_data(url='{}', format='json').dan_so }}}}", server.url("so.json"));
    site.write("templates/404.html", format!("<!doctype html><title>x</title>{call}"));
    for build in 1..=2 {
        let output = congkhai(&site, &["build", "--as-of", "2026-11-20", "--format", "concise"]);
        assert!(output.status.success(), "{}", stderr(&output));
        assert!(site.page("404.html").contains("12345"));
        assert_eq!(server.asked().len(), build, "asked once a build");
    }
}
