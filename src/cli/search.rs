//! `search`: the site's own search, without a browser.

use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;

use crate::build::{self, Options};
use crate::diag::Lang;
use crate::search::SearchResult;

use super::Status;
use super::args::{Search, SearchFormat};
use super::command::{Context, today};

/// Indexes the site and answers one query or a table of them.
pub(super) fn run(context: &Context, args: &Search) -> Result<Status, Box<dyn Error>> {
    let options = Options {
        root: args.site.clone().unwrap_or_else(|| context.root.clone()),
        output_dir: None,
        base_url: None,
        drafts: false,
        force: false,
        publish: false,
        as_of: today(),
    };
    let index = build::index(&options, None)?;
    let text = match &args.batch {
        Some(path) => {
            let queries = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
            index.batch(&queries, args.limit)?
        }
        None => printed(&index.search(&args.query.join(" "), args.limit)?, args.format, context.lang)?,
    };
    // A reader that closes the pipe early is no failure.
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
    Ok(Status::Fine)
}

fn printed(result: &SearchResult<'_>, format: SearchFormat, lang: Lang) -> Result<String, Box<dyn Error>> {
    if format == SearchFormat::Json {
        return Ok(serde_json::to_string_pretty(result)? + "\n");
    }
    let mut text = match lang {
        Lang::Vi => format!("{} kết quả\n", result.total),
        Lang::En => format!("{} results\n", result.total),
    };
    for hit in &result.hits {
        let _ = writeln!(text, "\n{}\n  {} · {}\n  /{}", hit.title, hit.key, hit.summary, hit.url);
    }
    Ok(text)
}
