//! Each command: what was typed → what it means → what it did.

use std::error::Error;

use camino::{Utf8Path, Utf8PathBuf};

use crate::build::{self, BuildError, BuildReport, Options, Outcome};
use crate::diag::{Code, Lang};

use super::args::{Build, Check, Cli, Command, Explain, Format, Init, Shared};
use super::language::{self, say};
use super::progress::Bar;
use super::usage::Usage;
use super::{Status, report};

/// What every command shares.
pub(super) struct Context {
    pub(super) root: Utf8PathBuf,
    pub(super) lang: Lang,
    /// The language as typed after `--lang`.
    pub(super) asked: Option<String>,
    pub(super) quiet: bool,
}

impl Context {
    pub(super) fn new(cli: &Cli) -> Self {
        let lang = language::choose(cli.lang.as_deref());
        Self { root: cli.root.clone(), lang, asked: cli.lang.clone(), quiet: cli.quiet }
    }
}

/// Runs one command.
pub(super) fn run(context: &Context, command: Command) -> Result<Status, Box<dyn Error>> {
    match command {
        Command::Init(init) => initialize(context, &init),
        Command::Build(args) => run_build(context, args),
        #[cfg(feature = "serve")]
        Command::Serve(args) => serve(context, &args),
        Command::Check(args) => run_check(context, args),
        Command::Audit(args) => super::audit::run(context, &args),
        Command::Search(args) => super::search::run(context, &args),
        Command::Diff(args) => super::diff::run(context, &args),
        Command::Explain(args) => Ok(explain(context, &args)),
    }
}

fn options(context: &Context, shared: &Shared) -> Options {
    Options {
        root: context.root.clone(),
        output_dir: None,
        base_url: shared.base_url.clone(),
        drafts: shared.drafts,
        force: false,
        publish: false,
        baseline: build::Baseline::Output,
        as_of: shared.as_of.unwrap_or_else(today),
    }
}

/// Whether a site has no records because its theme was written for Zola; says so then.
pub(super) fn has_no_records(context: &Context, options: &Options) -> Result<bool, BuildError> {
    let is_without_records = build::is_without_records(options)?;
    if is_without_records {
        report::remark(say(
            context.lang,
            "Giao diện của trang này viết cho Zola, trang không có bản ghi nào (mục [data]); lệnh này chỉ làm với bản ghi. \
             Các lệnh build, check và serve dùng được như thường.",
            "The theme of this site was written for Zola and the site has no records (no [data] section); this command is \
             about records. The commands build, check and serve work as ever.",
        ));
    }
    Ok(is_without_records)
}

pub(super) fn today() -> jiff::civil::Date {
    jiff::Zoned::now().date()
}

fn run_build(context: &Context, args: Build) -> Result<Status, Box<dyn Error>> {
    let options =
        Options { publish: true, force: args.force, output_dir: args.output_dir, ..options(context, &args.shared) };
    finish(context, &args.shared, &options)
}

fn run_check(context: &Context, args: Check) -> Result<Status, Box<dyn Error>> {
    let options = options(context, &args.shared);
    finish(context, &args.shared, &options)
}

/// Builds, prints what was found, writes the report.
fn finish(context: &Context, shared: &Shared, options: &Options) -> Result<Status, Box<dyn Error>> {
    let bar = Bar::new(context.lang, context.quiet || shared.format == Format::Json);
    let result = build::build(options, &bar);
    bar.clear();
    let outcome = result?;
    report::problems(context, shared.format, &outcome);
    if let Some(path) = &shared.report {
        write_report(path, &outcome.report)?;
    }
    report::closing_line(context, &outcome);
    Ok(status(&outcome, shared.deny.is_some()))
}

fn status(outcome: &Outcome, deny_warnings: bool) -> Status {
    if outcome.report.errors > 0 || (deny_warnings && outcome.report.warnings > 0) {
        Status::DataErrors
    } else {
        Status::Fine
    }
}

/// The report as written: the numbers of the build, and what the run cost.
#[derive(serde::Serialize)]
struct ReportFile<'a> {
    #[serde(flatten)]
    report: &'a BuildReport,
    #[serde(flatten)]
    usage: Option<Usage>,
}

fn write_report(path: &Utf8Path, report: &BuildReport) -> Result<(), Box<dyn Error>> {
    let text = serde_json::to_string_pretty(&ReportFile { report, usage: Usage::now() })?;
    std::fs::write(path, text + "\n").map_err(|error| format!("{path}: {error}").into())
}

fn initialize(context: &Context, args: &Init) -> Result<Status, Box<dyn Error>> {
    let written = crate::scaffold::write(&args.dir, args.force)?;
    if !context.quiet {
        println!("{}", say(context.lang, "Đã tạo:", "Created:"));
        for path in &written {
            println!("  {}", args.dir.join(path));
        }
        println!("{} congkhai build --root {}", say(context.lang, "Tiếp theo:", "Next:"), args.dir);
    }
    Ok(Status::Fine)
}

#[cfg(feature = "serve")]
fn serve(context: &Context, args: &super::args::Serve) -> Result<Status, Box<dyn Error>> {
    let options = Options {
        root: context.root.clone(),
        output_dir: None,
        base_url: Some("/".to_owned()),
        drafts: args.drafts,
        force: true,
        publish: true,
        baseline: build::Baseline::Site,
        as_of: today(),
    };
    let built = |outcome: &Outcome| {
        report::problems(context, Format::Full, outcome);
        report::closing_line(context, outcome);
    };
    let address = std::net::SocketAddr::new(args.interface, args.port);
    let ready = |url: &str| {
        println!("{} {url}", say(context.lang, "Xem trang tại", "Site at"));
        if args.open {
            open_browser(url);
        }
    };
    crate::serve::run(&options, address, &ready, &built, &|error| report::failure(context, error))?;
    Ok(Status::Fine)
}

/// Asks the desktop to open an address; a computer without a desktop just shows the address.
#[cfg(feature = "serve")]
fn open_browser(url: &str) {
    let opener = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    let _ = std::process::Command::new(opener)
        .arg(url)
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn();
}

fn explain(context: &Context, args: &Explain) -> Status {
    let Some(wanted) = &args.code else {
        for code in Code::ALL {
            println!("{code}  {}", code.title(context.lang));
        }
        return Status::Fine;
    };
    match Code::parse(wanted) {
        Some(code) => {
            println!("{code}: {}\n\n{}", code.title(context.lang), code.explain(context.lang));
            Status::Fine
        }
        None => {
            eprintln!("{}: {wanted}", say(context.lang, "Không có mã này", "No such code"));
            Status::Failed
        }
    }
}
