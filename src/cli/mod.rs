//! Arguments, terminal and exit status. The only module that prints, asks the clock for the day, or looks at the
//! environment.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "this module is the terminal"
)]

mod args;
mod audit;
mod command;
mod diff;
mod language;
mod progress;
mod report;
mod search;
mod usage;

use std::process::ExitCode;

use clap::Parser as _;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Status {
    /// All is well.
    Fine,
    /// The user's data have errors.
    DataErrors,
    /// The program could not do its work.
    Failed,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        match status {
            Status::Fine => Self::SUCCESS,
            Status::DataErrors => Self::from(1),
            Status::Failed => Self::from(2),
        }
    }
}

/// Runs the program with the arguments of this process.
#[must_use]
pub fn main() -> ExitCode {
    let cli = match args::Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are no failure; a wrong argument is one.
            let _ = error.print();
            return if error.use_stderr() { Status::Failed.into() } else { ExitCode::SUCCESS };
        }
    };
    let context = command::Context::new(&cli);
    match command::run(&context, cli.command) {
        Ok(status) => status.into(),
        Err(error) => {
            report::failure(&context, error.as_ref());
            Status::Failed.into()
        }
    }
}
