//! `diff`: what a build would change, record by record and field by field.

use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;

use crate::build::{self, Baseline, Options, Outcome};
use crate::changes::{Change, Changes, FieldChange, Publication, What, measure_of};
use crate::diag::{Lang, Severity};
use crate::kinds::RESERVED;
use crate::statistics;
use crate::theme::{Theme, Words};

use super::args::{Diff, Format, SearchFormat};
use super::command::{Context, today};
use super::language::say;
use super::{Status, report};

/// Compares and prints.
pub(super) fn run(context: &Context, args: &Diff) -> Result<Status, Box<dyn Error>> {
    let folder = args.old.clone().or_else(|| args.against.clone());
    let options = Options {
        root: context.root.clone(),
        output_dir: None,
        base_url: None,
        drafts: false,
        force: false,
        publish: false,
        baseline: folder.map_or(Baseline::Site, Baseline::Folder),
        as_of: args.as_of.unwrap_or_else(today),
    };
    if super::command::has_no_records(context, &options)? {
        return Ok(Status::Failed);
    }
    let (changes, found) = build::difference(&options)?;
    let has_errors = found.iter().any(|one| one.severity == Severity::Error);
    let errors = found.into_iter().filter(|one| one.severity == Severity::Error).collect();
    let outcome = Outcome { diagnostics: errors, ..Outcome::default() };
    report::problems(context, if has_errors { Format::Full } else { Format::Concise }, &outcome);
    if !changes.has_previous {
        let words = say(
            context.lang,
            "không có bản đã công bố nào kèm bản chụp dữ liệu (snapshot.json.gz) để so",
            "there is no publication with a data snapshot (snapshot.json.gz) to compare with",
        );
        return Err(words.into());
    }
    let text = match args.format {
        SearchFormat::Json => json(&changes)?,
        SearchFormat::Text => Printer::new(context.lang, &changes)?.text(),
    };
    // A reader that closes the pipe early is no failure.
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
    let differs = args.exit_code && changes.latest.is_some();
    Ok(if has_errors || differs { Status::DataErrors } else { Status::Fine })
}

/// One object: numbers, then the changes as the log keeps them.
fn json(changes: &Changes) -> Result<String, serde_json::Error> {
    let nothing = Publication { date: changes.since, added: 0, changed: 0, withdrawn: 0, changes: Vec::new() };
    let Publication { added, changed, withdrawn, changes, .. } = changes.latest.as_ref().unwrap_or(&nothing);
    let value = serde_json::json!({ "added": added, "changed": changed, "withdrawn": withdrawn, "changes": changes });
    Ok(serde_json::to_string_pretty(&value)? + "\n")
}

/// Prints with the words of the interface.
struct Printer<'a> {
    lang: Lang,
    words: Words,
    changes: &'a Changes,
}

impl<'a> Printer<'a> {
    fn new(lang: Lang, changes: &'a Changes) -> Result<Self, Box<dyn Error>> {
        let theme = Theme::load(&crate::config::SiteConfig::default(), &std::collections::BTreeMap::new());
        let theme = theme.map_err(|_| "the embedded theme cannot be read")?;
        Ok(Self { lang, words: theme.words(lang).clone(), changes })
    }

    fn text(&self) -> String {
        let Some(publication) = &self.changes.latest else {
            return say(self.lang, "Không có gì khác.\n", "Nothing differs.\n").to_owned();
        };
        let mut text = String::new();
        publication.changes.iter().for_each(|change| self.change(change, &mut text));
        let counts = [
            self.words.count("changes_added", publication.added),
            self.words.count("changes_changed", publication.changed),
            self.words.count("changes_withdrawn", publication.withdrawn),
        ];
        let _ = writeln!(text, "{}", counts.join(", "));
        text
    }

    fn change(&self, change: &Change, text: &mut String) {
        let sign = match change.what {
            What::Added => '+',
            What::Changed { .. } => '~',
            What::Withdrawn => '-',
        };
        let (kind, key) = (one_line(&self.kind(change)), one_line(&change.key));
        let _ = writeln!(text, "{sign} {kind} {key}: {}", one_line(&change.name));
        if let What::Changed { fields } = &change.what {
            fields.iter().for_each(|field| self.field(change, field, text));
        }
    }

    fn kind(&self, change: &Change) -> String {
        match self.changes.register(change) {
            Some(kind) => kind.name.in_lang(self.lang).to_owned(),
            None if RESERVED.contains(&change.kind.as_str()) => {
                self.words.get(&format!("changes_kind_{}", change.kind)).to_owned()
            }
            None => change.kind.clone(),
        }
    }

    fn name<'n>(&'n self, change: &Change, field: &'n FieldChange) -> &'n str {
        let figure = measure_of(&field.field).map(statistics::name);
        let figure = figure.map(|name| if self.lang == Lang::Vi { name.vi } else { name.en });
        let heading = || Some(self.changes.heading(change, field)?.in_lang(self.lang));
        figure.or_else(heading).unwrap_or_else(|| self.words.get(&field.field))
    }

    fn field(&self, change: &Change, field: &FieldChange, text: &mut String) {
        let _ = writeln!(text, "    {}", one_line(self.name(change, field)));
        for (sign, value) in [('-', &field.before), ('+', &field.after)] {
            if let Some(value) = value {
                let _ = writeln!(text, "      {sign} {}", one_line(value));
            }
        }
        if let Some((new, gone)) = field.lines {
            let numbers = [("new", self.words.number(new)), ("gone", self.words.number(gone))];
            let numbers = numbers.each_ref().map(|(key, number)| (*key, number.as_str()));
            let _ = writeln!(text, "      {}", self.words.fill("changes_lines", &numbers));
        } else if field.before.is_none() && field.after.is_none() {
            let _ = writeln!(text, "      {}", self.words.get("changes_unkept"));
        }
    }
}

/// Words of records on one line, without signs that a terminal would obey.
fn one_line(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}
