//! The only door to the network: data that a site allows its templates to ask for.
//!
//! Comes in: a [`Request`]. Goes out: the bytes of the answer, or why there are none. Refuses to know: what the data
//! are for, and who may ask; every address but `http` and `https`; answers without end, in time or in size.

use std::io::Read as _;
use std::time::Duration;

use ureq::http::Uri;

/// What is asked of a server.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Request {
    /// The address.
    pub url: String,
    /// Names and values of headers.
    pub headers: Vec<(String, String)>,
    /// What is posted; a plain `GET` where nothing is.
    pub body: Option<String>,
}

/// Bounds of one answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Time until the answer is complete, redirects included.
    pub time: Duration,
    /// Bytes of the answer, unpacked.
    pub bytes: u64,
    /// Redirects that are followed.
    pub redirects: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { time: Duration::from_secs(30), bytes: 10_000_000, redirects: 5 }
    }
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    /// Neither `http` nor `https`, or no address at all.
    #[error("it is no address of the kind http:// or https://")]
    Address,
    /// The server refuses.
    #[error("the server answers with status {0}")]
    Status(u16),
    /// The answer is too large.
    #[error("the answer has more than {0} bytes")]
    TooLarge(u64),
    /// The answer takes too long.
    #[error("there was no complete answer within {} seconds", .0.as_secs_f32())]
    TooSlow(Duration),
    /// No connection, no such host, no trust, or an answer that is not HTTP.
    #[error("{0}")]
    Failed(String),
}

/// Asks servers. Proxies are taken from the environment, as other programs do.
#[derive(Clone, Debug)]
pub struct Client {
    agent: ureq::Agent,
    limits: Limits,
}

impl Client {
    /// A client that keeps within limits.
    #[must_use]
    pub fn new(limits: Limits) -> Self {
        let agent = ureq::Agent::config_builder()
            .timeout_global(Some(limits.time))
            .max_redirects(limits.redirects)
            .user_agent(concat!("congkhai/", env!("CARGO_PKG_VERSION")))
            .build()
            .new_agent();
        Self { agent, limits }
    }

    /// Asks a server and waits for the whole answer. From an `https` address no redirect leads to `http`.
    ///
    /// # Errors
    /// When there is no answer, or none that is good and within the limits.
    pub fn ask(&self, request: &Request) -> Result<Vec<u8>, FetchError> {
        let secure = match request.url.parse::<Uri>().ok().as_ref().and_then(Uri::scheme_str) {
            Some("https") => true,
            Some("http") => false,
            _ => return Err(FetchError::Address),
        };
        let answer = match &request.body {
            Some(body) => {
                let mut call = self.agent.post(&request.url).config().https_only(secure).build();
                for (name, value) in &request.headers {
                    call = call.header(name, value);
                }
                call.send(body)
            }
            None => {
                let mut call = self.agent.get(&request.url).config().https_only(secure).build();
                for (name, value) in &request.headers {
                    call = call.header(name, value);
                }
                call.call()
            }
        };
        self.read(answer.map_err(|error| self.error(&error))?)
    }

    fn read(&self, answer: ureq::http::Response<ureq::Body>) -> Result<Vec<u8>, FetchError> {
        let mut bytes = Vec::new();
        // The limit is counted here, after unpacking: a small packed answer may be a large one.
        let mut reader = answer.into_body().into_reader().take(self.limits.bytes + 1);
        reader.read_to_end(&mut bytes).map_err(|error| self.error(&ureq::Error::from(error)))?;
        if bytes.len() as u64 > self.limits.bytes {
            return Err(FetchError::TooLarge(self.limits.bytes));
        }
        Ok(bytes)
    }

    fn error(&self, error: &ureq::Error) -> FetchError {
        match error {
            ureq::Error::StatusCode(status) => FetchError::Status(*status),
            ureq::Error::Timeout(_) => FetchError::TooSlow(self.limits.time),
            ureq::Error::BadUri(_) => FetchError::Address,
            other => FetchError::Failed(other.to_string()),
        }
    }
}
