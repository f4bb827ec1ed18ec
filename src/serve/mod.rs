//! Preview on this computer: build into a temporary folder, serve it on loopback, rebuild and reload on change.
//!
//! The published folder is never touched, and a build with errors leaves the last good preview standing. Themes written
//! for Zola make full addresses, so their sites are built for the address of the preview.

mod http;
mod watch;

use std::error::Error;
use std::net::SocketAddr;
use std::sync::Arc;

use camino::Utf8PathBuf;
use tokio::sync::watch as signal;

use crate::build::{self, BuildError, Options, Outcome, Silent};

/// An error that ends the preview.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// No temporary folder, or no runtime.
    #[error("preview: {0}")]
    Setup(#[from] std::io::Error),
    /// The address is taken or not allowed.
    #[error("cannot listen on {address}: {source}")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// The system's answer.
        source: std::io::Error,
    },
    /// The folder cannot be watched.
    #[error("cannot watch the folder: {0}")]
    Watch(#[from] notify_debouncer_full::notify::Error),
    /// The first build failed for a reason other than the user's data.
    #[error(transparent)]
    Build(#[from] BuildError),
}

/// Serves a site until the process is interrupted.
///
/// `ready` is told the address, `built` every outcome, `failed` every error of the machine in a later build.
///
/// # Errors
/// When the address cannot be listened on, the folder cannot be watched, or the first build cannot be done.
pub fn run(
    options: &Options,
    address: SocketAddr,
    ready: &dyn Fn(&str),
    built: &dyn Fn(&Outcome),
    failed: &dyn Fn(&(dyn Error + 'static)),
) -> Result<(), ServeError> {
    let temporary = tempfile::tempdir()?;
    let output = Utf8PathBuf::from_path_buf(temporary.path().join("site"))
        .map_err(|path| std::io::Error::other(format!("{} is not UTF-8", path.display())))?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().worker_threads(2).build()?;
    let listener = runtime
        .block_on(tokio::net::TcpListener::bind(address))
        .map_err(|source| ServeError::Listen { address, source })?;
    let here = format!("http://{}/", listener.local_addr()?);
    // Such themes write full addresses.
    let base_url = if build::has_theme_of_zola(options)? { Some(here.clone()) } else { options.base_url.clone() };
    let options = Options { output_dir: Some(output.clone()), base_url, ..options.clone() };
    let first = build::build(&options, &Silent)?;
    built(&first);

    let (announce, version) = signal::channel((0_u64, first.policy));
    ready(&here);
    let preview = Arc::new(http::Preview { folder: output, version });
    runtime.spawn(http::serve(listener, preview));

    let changes = watch::changes(&options.root)?;
    while changes.recv().is_ok() {
        match build::build(&options, &Silent) {
            Ok(outcome) => {
                built(&outcome);
                announce.send_modify(|(version, policy)| (*version, *policy) = (*version + 1, outcome.policy));
            }
            Err(error) => failed(&error),
        }
    }
    Ok(())
}
