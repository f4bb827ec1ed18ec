//! What a column of a record looks like on a page.

use serde::Serialize;

use crate::diag::Lang;
use crate::kinds::{Column, ColumnType, Computed, Deadline, Kind, Tone};
use crate::model::Datum;
use crate::plan::PageKind;
use crate::registers::{Limit, LimitState};
use crate::text;
use crate::view::here::Here;
use crate::view::link::{Outside, site_path};
use crate::view::prose::{Block, structure};

/// A column of a record that says something.
#[derive(Clone, Debug, Serialize)]
pub struct CellView {
    /// Name of the column.
    pub id: String,
    /// Its heading in the page's language.
    pub heading: String,
    /// How it is set: `text`, `number`, `date`, `mark`, `link`.
    pub class: &'static str,
    /// Its values.
    pub values: Vec<ValueView>,
    /// A long text, in blocks.
    pub blocks: Vec<Block>,
}

/// One value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ValueView {
    /// The words.
    pub text: String,
    /// Where they lead.
    pub href: Option<String>,
    /// Whether they stay Vietnamese.
    pub record: bool,
    /// The day, as machines read it.
    pub iso: Option<String>,
    /// `good` or `bad`, where it is news of that sort.
    pub tone: Option<&'static str>,
}

impl ValueView {
    pub(super) fn record(text: impl Into<String>) -> Self {
        Self { text: text.into(), record: true, ..Self::default() }
    }

    pub(super) fn interface(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// What a name in the file of a kind stands for.
pub(super) enum Named<'k> {
    Column(&'k Column),
    Computed(&'k Computed),
    Due(&'k Deadline),
    State(usize, &'k Deadline),
}

impl<'k> Named<'k> {
    /// What a name stands for; nothing for names that no page shows.
    pub(super) fn of(kind: &'k Kind, id: &str) -> Option<Self> {
        if let Some(column) = kind.column(id) {
            return column.is_public().then_some(Self::Column(column));
        }
        if let Some(computed) = kind.computed.iter().find(|own| own.id == id) {
            return Some(Self::Computed(computed));
        }
        kind.deadlines.iter().enumerate().find_map(|(at, own)| match id.strip_prefix(own.id.as_str())? {
            "_due" => Some(Self::Due(own)),
            "_state" => Some(Self::State(at, own)),
            _ => None,
        })
    }

    /// Its heading.
    pub(super) fn heading(&self, here: &Here<'_>) -> String {
        match self {
            Self::Column(column) => column.heading_in(here.lang).to_owned(),
            Self::Computed(computed) => computed.heading.in_lang(here.lang).to_owned(),
            Self::Due(own) => here.words.fill("reg_due_of", &[("what", own.name.in_lang(here.lang))]),
            Self::State(_, own) => own.name.in_lang(here.lang).to_owned(),
        }
    }

    /// How its cells are set.
    pub(super) const fn class(&self) -> &'static str {
        match self {
            Self::Column(column) => class(column.column_type),
            Self::Computed(computed) => class(computed.column_type),
            Self::Due(_) => "date",
            Self::State(..) => "mark",
        }
    }
}

const fn class(column_type: ColumnType) -> &'static str {
    match column_type {
        ColumnType::Number | ColumnType::Percent | ColumnType::Money => "number",
        ColumnType::Date | ColumnType::Time | ColumnType::Due => "date",
        ColumnType::Choice | ColumnType::Flag => "mark",
        ColumnType::Link => "link",
        _ => "text",
    }
}

impl Here<'_> {
    /// A column of a record, where it says something.
    pub(super) fn cell(&self, kind: &Kind, at: usize, id: &str) -> Option<CellView> {
        let named = Named::of(kind, id)?;
        let cell = |values: Vec<ValueView>| CellView {
            id: id.to_owned(),
            heading: named.heading(self),
            class: named.class(),
            values,
            blocks: Vec::new(),
        };
        if let Named::State(deadline, _) = named {
            let limits = &self.context.registers.derived[at].limits;
            let limit = limits.iter().find(|limit| limit.deadline == deadline)?;
            return Some(cell(vec![self.limit_value(limit)]));
        }
        let datum = self.register_datum(at, id)?;
        self.cell_of(kind, &named, id, datum)
    }

    /// A column with a value of its own.
    pub(super) fn cell_of(&self, kind: &Kind, named: &Named<'_>, id: &str, datum: &Datum) -> Option<CellView> {
        let is_long = matches!(named, Named::Column(column) if column.column_type == ColumnType::Long);
        let cell = CellView {
            id: id.to_owned(),
            heading: named.heading(self),
            class: named.class(),
            values: if is_long { Vec::new() } else { self.values_of(kind, named, datum) },
            blocks: match datum {
                Datum::Text(text) if is_long => structure(text),
                _ => Vec::new(),
            },
        };
        (!cell.values.is_empty() || !cell.blocks.is_empty()).then_some(cell)
    }

    /// What a record says, or what follows from it.
    pub(super) fn register_datum(&self, at: usize, id: &str) -> Option<&Datum> {
        let derived = &self.context.registers.derived[at];
        self.context.catalog.registers[at].record.get(id).or_else(|| derived.values.get(id))
    }

    fn values_of(&self, kind: &Kind, named: &Named<'_>, datum: &Datum) -> Vec<ValueView> {
        let (column_type, column) = match named {
            Named::Column(column) => (column.column_type, Some(*column)),
            Named::Computed(computed) => (computed.column_type, None),
            Named::Due(_) | Named::State(..) => (ColumnType::Date, None),
        };
        match datum {
            Datum::Text(text) => vec![self.text_value(column_type, column, text)],
            Datum::Number(number) => vec![self.number_value(column_type, column, *number)],
            Datum::Date(day) => {
                vec![ValueView { text: self.date(*day), iso: Some(day.to_string()), ..ValueView::default() }]
            }
            Datum::Due { words, .. } => vec![ValueView::record(words)],
            Datum::Flag(flag) => vec![self.flag_value(named, *flag)],
            Datum::List(items) => items.iter().map(|item| self.item_value(kind, column_type, item)).collect(),
        }
    }

    /// Yes or no. What is computed holds a record against something, so its answer is good or bad news.
    fn flag_value(&self, named: &Named<'_>, flag: bool) -> ValueView {
        let tone = matches!(named, Named::Computed(_)).then_some(if flag { "good" } else { "bad" });
        ValueView { tone, ..ValueView::interface(self.words.get(if flag { "yes" } else { "no" })) }
    }

    fn text_value(&self, column_type: ColumnType, column: Option<&Column>, text: &str) -> ValueView {
        if column_type == ColumnType::Link {
            return self.link_value(text);
        }
        match column.and_then(|column| column.choice(text)) {
            Some(choice) => ValueView {
                text: choice.label.in_lang(self.lang).to_owned(),
                tone: choice.tone.map(|tone| match tone {
                    Tone::Good => "good",
                    Tone::Bad => "bad",
                }),
                ..ValueView::default()
            },
            None => ValueView::record(text),
        }
    }

    fn number_value(&self, column_type: ColumnType, column: Option<&Column>, number: f64) -> ValueView {
        let unit = column.and_then(|column| column.unit.as_ref());
        let text = self.number_text(column_type, number);
        let text = match unit {
            Some(unit) => format!("{text}\u{a0}{}", unit.in_lang(self.lang)),
            None => text,
        };
        ValueView::interface(text)
    }

    /// A number as the language writes it.
    pub(super) fn number_text(&self, column_type: ColumnType, number: f64) -> String {
        let decimal = match self.lang {
            Lang::Vi => text::format_decimal(number, 2),
            Lang::En => text::format_decimal_en(number, 2),
        };
        match column_type {
            ColumnType::Percent => format!("{decimal}%"),
            ColumnType::Money => format!("{decimal}\u{a0}{}", self.words.get("reg_dong")),
            _ => decimal,
        }
    }

    /// A file of the site, or an address outside.
    fn link_value(&self, text: &str) -> ValueView {
        if let Some(Outside { text, href: Some(href) }) = Outside::web(text).filter(|address| address.href.is_some()) {
            return ValueView { text, href: Some(href), record: true, ..ValueView::default() };
        }
        let name = text.rsplit('/').next().unwrap_or(text);
        let href = site_path(text).map(|path| format!("{}{path}", self.root));
        ValueView { text: name.to_owned(), href, record: true, ..ValueView::default() }
    }

    fn item_value(&self, kind: &Kind, column_type: ColumnType, item: &str) -> ValueView {
        let linked = |text: String, page: PageKind| ValueView {
            text,
            href: self.href_to(page),
            record: true,
            ..ValueView::default()
        };
        match column_type {
            ColumnType::Procedure => match self.context.procedure_by_code(item) {
                Some(at) => linked(self.context.procedure(at).name.clone(), PageKind::Procedure(at)),
                None => ValueView::record(item),
            },
            ColumnType::Unit => match self.context.office_by_name(item) {
                Some(at) => linked(self.context.office(at).name.clone(), PageKind::Place(at)),
                None => ValueView::record(item),
            },
            ColumnType::Record => match self.record_called(kind, item) {
                Some(at) => linked(item.to_owned(), PageKind::RegisterRecord(at)),
                None => ValueView::record(item),
            },
            _ => ValueView::record(item),
        }
    }

    /// A record of the same kind, by its key.
    fn record_called(&self, kind: &Kind, name: &str) -> Option<usize> {
        let slug = text::slug(name);
        let books = self.context.registers.books.iter().filter(|book| book.kind.id == kind.id);
        books.flat_map(|book| &book.records).copied().find(|&at| self.context.registers.derived[at].slug == slug)
    }

    /// Whether a limit was kept, in words.
    pub(super) fn limit_value(&self, limit: &Limit) -> ValueView {
        let due = limit.due.map(|day| self.date(day)).unwrap_or_default();
        let days = |key: &str| self.words.count(key, usize::try_from(limit.days).unwrap_or(usize::MAX));
        let (text, tone) = match limit.state {
            LimitState::OnTime => (self.words.get("reg_on_time").to_owned(), Some("good")),
            LimitState::Late => (days("reg_late"), Some("bad")),
            LimitState::Open => (self.words.fill("reg_open", &[("day", &due)]), None),
            LimitState::Overdue => (days("reg_overdue"), Some("bad")),
            LimitState::Unknown => (self.words.get("reg_limit_unknown").to_owned(), None),
        };
        ValueView { text, tone, ..ValueView::default() }
    }
}
