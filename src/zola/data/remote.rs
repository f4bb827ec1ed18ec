//! Data from the web, for sites whose settings allow it.

use serde_json::Value;

use super::Format;
use crate::zola::Args;
use crate::zola::args::text;

/// Whether templates may ask for data from the web: `[zola] remote_data` of the settings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Remote {
    /// A site is built from its own files only.
    #[default]
    Closed,
    /// `load_data(url=…)` asks the server.
    Open,
}

impl Remote {
    /// What the key of the settings says.
    #[must_use]
    pub fn allowed(allowed: bool) -> Self {
        if allowed { Self::Open } else { Self::Closed }
    }
}

/// Why there are no data.
#[derive(Clone, Debug)]
pub(super) enum Trouble {
    /// They cannot be had; no harm where they are not required.
    Missing(String),
    /// They, or the call, are wrong.
    Wrong(String),
}

/// What a call asks for, with the format of the answer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Call {
    url: String,
    format: Format,
    headers: Vec<(String, String)>,
    body: Option<String>,
}

impl Call {
    fn of(url: &str, format: Option<Format>, args: &Args) -> Result<Self, String> {
        let format = format.unwrap_or(Format::Plain);
        let is_post = match text(args, "method")?.map(str::to_ascii_uppercase).as_deref() {
            None | Some("GET") => false,
            Some("POST") => true,
            Some(other) => return Err(format!("the argument `method` must be GET or POST, not {other}")),
        };
        let mut headers = typed_headers(args)?;
        let has = |headers: &[(String, String)], wanted: &str| {
            headers.iter().any(|(name, _)| name.eq_ignore_ascii_case(wanted))
        };
        if !has(&headers, "accept") {
            headers.push(("accept".to_owned(), format.media_type().to_owned()));
        }
        let body = is_post.then(|| text(args, "body").map(|body| body.unwrap_or_default().to_owned())).transpose()?;
        if let Some(kind) = text(args, "content_type")?.filter(|_| is_post && !has(&headers, "content-type")) {
            headers.push(("content-type".to_owned(), kind.to_owned()));
        }
        Ok(Self { url: url.to_owned(), format, headers, body })
    }
}

/// `headers=["name=value", …]`.
fn typed_headers(args: &Args) -> Result<Vec<(String, String)>, String> {
    let wrong = || "the argument `headers` must be a list of texts such as \"name=value\"".to_owned();
    let typed = match args.get("headers") {
        None | Some(Value::Null) => return Ok(Vec::new()),
        Some(Value::Array(typed)) => typed,
        Some(_) => return Err(wrong()),
    };
    let header = |one: &Value| {
        let (name, value) = one.as_str()?.split_once('=')?;
        Some((name.trim().to_owned(), value.trim().to_owned()))
    };
    typed.iter().map(|one| header(one).ok_or_else(wrong)).collect()
}

/// Asks servers, each call once.
#[derive(Default)]
pub(super) struct Web {
    remote: Remote,
    #[cfg(feature = "fetch")]
    answers: answers::Answers,
}

impl Web {
    pub(super) fn new(remote: Remote) -> Self {
        Self { remote, ..Self::default() }
    }

    pub(super) fn load(&self, url: &str, format: Option<Format>, args: &Args) -> Result<Value, Trouble> {
        if self.remote == Remote::Closed {
            return Err(Trouble::Missing(format!(
                "`{url}` is not fetched: a site is built from its own files only; save the data as a file and use \
                 `path`, or allow it by `remote_data = true` below `[zola]` in the settings"
            )));
        }
        self.ask(Call::of(url, format, args).map_err(Trouble::Wrong)?)
    }

    #[cfg(feature = "fetch")]
    fn ask(&self, call: Call) -> Result<Value, Trouble> {
        self.answers.to(call)
    }

    #[cfg(not(feature = "fetch"))]
    fn ask(&self, call: Call) -> Result<Value, Trouble> {
        Err(Trouble::Missing(format!("`{}` is not fetched: this program was built without the network", call.url)))
    }
}

#[cfg(feature = "fetch")]
mod answers {
    use std::collections::BTreeMap;
    use std::sync::{Arc, Mutex, OnceLock, PoisonError};

    use serde_json::Value;

    use super::super::parse;
    use super::{Call, Trouble};
    use crate::fetch::{Client, Limits, Request};

    type Answer = Arc<OnceLock<Result<Value, Trouble>>>;

    /// What was asked, and what came. Those who ask the same at the same time wait for one answer.
    #[derive(Default)]
    pub(super) struct Answers {
        client: OnceLock<Client>,
        known: Mutex<BTreeMap<Call, Answer>>,
    }

    impl Answers {
        pub(super) fn to(&self, call: Call) -> Result<Value, Trouble> {
            let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
            let answer = Arc::clone(known.entry(call.clone()).or_default());
            drop(known);
            answer.get_or_init(|| self.fetch(call)).clone()
        }

        fn fetch(&self, call: Call) -> Result<Value, Trouble> {
            let Call { url, format, headers, body } = call;
            let client = self.client.get_or_init(|| Client::new(Limits::default()));
            let request = Request { url, headers, body };
            let bytes = client
                .ask(&request)
                .map_err(|error| Trouble::Missing(format!("`{}` cannot be fetched: {error}", request.url)))?;
            let wrong = |detail: &str| Trouble::Wrong(format!("`{}`: {detail}", request.url));
            let written = String::from_utf8(bytes).map_err(|_| wrong("the answer is not UTF-8"))?;
            parse(&written, format).map_err(|detail| wrong(&detail))
        }
    }
}
