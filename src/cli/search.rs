//! `search`: the site's own search, without a browser.

use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;

use crate::build::{self, Options};
use crate::diag::{ConfigProblem, Diagnostic, Lang, Location};
use crate::search::{SearchIndex, SearchResult, batch_queries};

use super::args::{Search, SearchFormat};
use super::command::{Context, today};
use super::{Status, report};

/// Indexes the site and answers one query or a table of them.
pub(super) fn run(context: &Context, args: &Search) -> Result<Status, Box<dyn Error>> {
    let options = Options {
        root: args.site.clone().unwrap_or_else(|| context.root.clone()),
        output_dir: None,
        base_url: None,
        drafts: false,
        force: false,
        publish: false,
        baseline: build::Baseline::Output,
        as_of: today(),
    };
    if super::command::has_no_records(context, &options)? {
        return Ok(Status::Failed);
    }
    let lang = match asked(context, &build::languages(&options)?) {
        Ok(lang) => lang,
        Err(problem) => {
            report::problem(context, &problem);
            return Ok(Status::Failed);
        }
    };
    let index = build::index(&options, lang)?;
    let text = match &args.batch {
        Some(path) => {
            let queries = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
            batch(&index, &queries, args)?
        }
        None => printed(&index.search(&args.query.join(" "), args.limit)?, args.format, context.lang)?,
    };
    // A reader that closes the pipe early is no failure.
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
    Ok(Status::Fine)
}

/// The language asked for, where one is; the site must have it.
fn asked(context: &Context, languages: &[Lang]) -> Result<Option<Lang>, Box<Diagnostic>> {
    let Some(typed) = &context.asked else { return Ok(None) };
    let known = Lang::from_tag(typed).filter(|lang| languages.contains(lang));
    known.map(Some).ok_or_else(|| {
        let allowed = languages.iter().map(|lang| lang.tag()).collect::<Vec<_>>().join(", ");
        let problem = ConfigProblem::BadValue { key: "--lang".to_owned(), value: typed.clone(), allowed };
        Box::new(Diagnostic::new(problem, Location::file("config.toml")))
    })
}

/// Answers a table of queries: keys by line, or with `--format json` an object by line.
fn batch(index: &SearchIndex, queries: &str, args: &Search) -> Result<String, Box<dyn Error>> {
    if args.format != SearchFormat::Json {
        return Ok(index.batch(queries, args.limit)?);
    }
    let mut lines = String::new();
    for (id, query) in batch_queries(queries) {
        let result = index.search(query, args.limit)?;
        let _ = writeln!(lines, "{}", serde_json::json!({ "id": id, "result": result }));
    }
    Ok(lines)
}

fn printed(result: &SearchResult<'_>, format: SearchFormat, lang: Lang) -> Result<String, Box<dyn Error>> {
    if format == SearchFormat::Json {
        return Ok(serde_json::to_string_pretty(result)? + "\n");
    }
    let mut text = match lang {
        Lang::Vi => format!("{} kết quả\n", result.total),
        Lang::En => format!("{} results\n", result.total),
    };
    if let Some(meant) = &result.meant {
        let _ = match lang {
            Lang::Vi => writeln!(text, "Hiểu là: {meant}"),
            Lang::En => writeln!(text, "Understood as: {meant}"),
        };
    }
    for hit in &result.hits {
        let _ = writeln!(text, "\n{}\n  {} · {}\n  /{}", hit.title, hit.key, hit.summary, hit.url);
    }
    Ok(text)
}
