//! The columns of a kind.

use serde::Deserialize;

use crate::diag::Lang;
use crate::model::Bilingual;

/// A column of a kind of register.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Its name in `[data.columns]`, in rules and in JSON.
    pub id: String,
    /// The heading that our own form writes and that pages show, in both languages.
    pub heading: Bilingual,
    /// Other headings that mean it.
    #[serde(default)]
    pub synonyms: Vec<String>,
    /// What its cells hold.
    #[serde(default, rename = "type")]
    pub column_type: ColumnType,
    /// A record cannot do without it.
    #[serde(default)]
    pub required: bool,
    /// Holds personal data of citizens: it is never read, and the clerk is told.
    #[serde(default)]
    pub personal: bool,
    /// Holds data of officers that the law orders to publish, such as office telephones.
    #[serde(default)]
    pub officer: bool,
    /// Read for rules and counts, shown on no page and in no file.
    #[serde(default)]
    pub hidden: bool,
    /// Says something of the whole group, such as the number of the plan; shown once.
    #[serde(default)]
    pub shared: bool,
    /// What may stand in it, for choices.
    #[serde(default)]
    pub choices: Vec<Choice>,
    /// The form that codes have: `0` is a digit, `A` a letter, everything else stands for itself.
    #[serde(default)]
    pub shape: String,
    /// Of what a number is one: `hồ sơ`.
    #[serde(default)]
    pub unit: Option<Bilingual>,
    /// What belongs in it, for the clerk.
    #[serde(default)]
    pub note: String,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ColumnType {
    /// A few words.
    #[default]
    Text,
    /// Paragraphs and lists.
    Long,
    /// A day.
    Date,
    /// A time by which something is due: a day, a month, a quarter, a year.
    Due,
    /// A time of day.
    Time,
    /// A number.
    Number,
    /// A percentage.
    Percent,
    /// An amount of đồng.
    Money,
    /// Yes or no.
    Flag,
    /// One of a few words.
    Choice,
    /// An address of the web or a file of the site.
    Link,
    /// Several words, one a line or between semicolons.
    List,
    /// Codes of procedures.
    Procedure,
    /// Names or ids of offices and departments.
    Unit,
    /// A code of a fixed form.
    Code,
    /// Other records of the same register, by what they are called or by their key.
    Record,
}

/// A word that may stand in a column.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Its name in rules and in JSON.
    pub id: String,
    /// The word in both languages.
    pub label: Bilingual,
    /// Other words that mean it.
    #[serde(default)]
    pub synonyms: Vec<String>,
    /// Whether it is good news, bad news or neither, for the mark beside it.
    #[serde(default)]
    pub tone: Option<Tone>,
}

/// Whether something is good or bad news.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    /// Done, in force, on time.
    Good,
    /// Late, withdrawn.
    Bad,
}

impl Column {
    /// Whether its values may stand on pages and in files.
    #[must_use]
    pub const fn is_public(&self) -> bool {
        !self.personal && !self.hidden
    }

    /// The choice of a name.
    #[must_use]
    pub fn choice(&self, id: &str) -> Option<&Choice> {
        self.choices.iter().find(|choice| choice.id == id)
    }

    /// The heading in a language.
    #[must_use]
    pub fn heading_in(&self, lang: Lang) -> &str {
        self.heading.in_lang(lang)
    }

    /// Whether a text has the form that codes of this column have; every text has where no form is set.
    #[must_use]
    pub fn fits_shape(&self, text: &str) -> bool {
        if self.shape.is_empty() {
            return true;
        }
        let fits = |(letter, mark): (char, char)| match mark {
            '0' => letter.is_ascii_digit(),
            'A' => letter.is_ascii_uppercase(),
            mark => letter == mark,
        };
        text.chars().count() == self.shape.chars().count() && text.chars().zip(self.shape.chars()).all(fits)
    }
}
