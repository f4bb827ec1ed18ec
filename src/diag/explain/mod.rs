//! What each code means, for `congkhai explain CODE` and for tables of counts.
//!
//! Law is named only where its article was read; the rest is practice. A code without words in one of the languages
//! does not compile.

mod catalog;
mod column;
mod config;
mod content;
mod disclosure;
mod guard;
mod ranking;
mod register;
mod site;
mod source;
mod statistics;
mod theme;
mod value;

use std::fmt;

use super::{Code, Lang};

/// What a code means, in one language; shown as paragraphs without its title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The code.
    pub code: Code,
    /// The language of the words.
    pub lang: Lang,
    /// The words.
    pub words: Words,
}

/// The words of an explanation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// A few words, for tables.
    pub title: &'static str,
    /// What was found.
    pub meaning: &'static str,
    /// Why it matters to citizens, or to the law.
    pub why: &'static str,
    /// An example of the fault; may have several lines.
    pub wrong: &'static str,
    /// The example put right.
    pub right: &'static str,
    /// What to do.
    pub mend: &'static str,
}

/// An explanation in both languages.
struct Bilingual {
    vi: Words,
    en: Words,
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [wrong, right, mend] = match self.lang {
            Lang::Vi => ["Sai", "Đúng", "Cách sửa"],
            Lang::En => ["Wrong", "Right", "Remedy"],
        };
        let words = &self.words;
        writeln!(f, "{}\n\n{}", words.meaning, words.why)?;
        for (label, example) in [(wrong, words.wrong), (right, words.right)] {
            writeln!(f, "\n{label}:")?;
            example.lines().try_for_each(|line| writeln!(f, "    {line}"))?;
        }
        write!(f, "\n{mend}: {}", words.mend)
    }
}

impl Code {
    /// A few words that name the problem.
    #[must_use]
    pub const fn title(self, lang: Lang) -> &'static str {
        self.explain(lang).words.title
    }

    /// What the code means, why it matters and how to mend it.
    #[must_use]
    pub const fn explain(self, lang: Lang) -> Explanation {
        let Bilingual { vi, en } = self.words();
        let words = match lang {
            Lang::Vi => vi,
            Lang::En => en,
        };
        Explanation { code: self, lang, words }
    }

    /// The words of each code.
    const fn words(self) -> Bilingual {
        match self {
            Self::Ck0101 => config::CK0101,
            Self::Ck0102 => config::CK0102,
            Self::Ck0103 => config::CK0103,
            Self::Ck0104 => config::CK0104,
            Self::Ck0105 => config::CK0105,
            Self::Ck0106 => config::CK0106,
            Self::Ck0107 => config::CK0107,
            Self::Ck0201 => source::CK0201,
            Self::Ck0202 => source::CK0202,
            Self::Ck0203 => source::CK0203,
            Self::Ck0204 => source::CK0204,
            Self::Ck0205 => source::CK0205,
            Self::Ck0206 => source::CK0206,
            Self::Ck0207 => source::CK0207,
            Self::Ck0208 => source::CK0208,
            Self::Ck0209 => source::CK0209,
            Self::Ck0210 => source::CK0210,
            Self::Ck0211 => source::CK0211,
            Self::Ck0212 => source::CK0212,
            Self::Ck0213 => source::CK0213,
            Self::Ck0214 => source::CK0214,
            Self::Ck0301 => column::CK0301,
            Self::Ck0302 => column::CK0302,
            Self::Ck0303 => column::CK0303,
            Self::Ck0304 => column::CK0304,
            Self::Ck0305 => column::CK0305,
            Self::Ck0306 => column::CK0306,
            Self::Ck0307 => column::CK0307,
            Self::Ck0308 => column::CK0308,
            Self::Ck0401 => value::CK0401,
            Self::Ck0402 => value::CK0402,
            Self::Ck0403 => value::CK0403,
            Self::Ck0404 => value::CK0404,
            Self::Ck0405 => value::CK0405,
            Self::Ck0406 => value::CK0406,
            Self::Ck0407 => value::CK0407,
            Self::Ck0408 => value::CK0408,
            Self::Ck0409 => value::CK0409,
            Self::Ck0410 => value::CK0410,
            Self::Ck0411 => value::CK0411,
            Self::Ck0412 => value::CK0412,
            Self::Ck0413 => value::CK0413,
            Self::Ck0414 => value::CK0414,
            Self::Ck0415 => value::CK0415,
            Self::Ck0416 => value::CK0416,
            Self::Ck0417 => value::CK0417,
            Self::Ck0418 => value::CK0418,
            Self::Ck0419 => value::CK0419,
            Self::Ck0420 => value::CK0420,
            Self::Ck0421 => value::CK0421,
            Self::Ck0422 => value::CK0422,
            Self::Ck0423 => statistics::CK0423,
            Self::Ck0424 => statistics::CK0424,
            Self::Ck0425 => statistics::CK0425,
            Self::Ck0426 => statistics::CK0426,
            Self::Ck0427 => statistics::CK0427,
            Self::Ck0428 => statistics::CK0428,
            Self::Ck0429 => statistics::CK0429,
            Self::Ck0430 => ranking::CK0430,
            Self::Ck0431 => ranking::CK0431,
            Self::Ck0432 => ranking::CK0432,
            Self::Ck0433 => ranking::CK0433,
            Self::Ck0434 => ranking::CK0434,
            Self::Ck0435 => ranking::CK0435,
            Self::Ck0436 => ranking::CK0436,
            Self::Ck0437 => ranking::CK0437,
            Self::Ck0438 => ranking::CK0438,
            Self::Ck0439 => ranking::CK0439,
            Self::Ck0440 => register::CK0440,
            Self::Ck0441 => register::CK0441,
            Self::Ck0442 => register::CK0442,
            Self::Ck0443 => register::CK0443,
            Self::Ck0444 => register::CK0444,
            Self::Ck0445 => register::CK0445,
            Self::Ck0501 => catalog::CK0501,
            Self::Ck0502 => catalog::CK0502,
            Self::Ck0503 => catalog::CK0503,
            Self::Ck0504 => catalog::CK0504,
            Self::Ck0505 => catalog::CK0505,
            Self::Ck0506 => catalog::CK0506,
            Self::Ck0507 => catalog::CK0507,
            Self::Ck0508 => catalog::CK0508,
            Self::Ck0509 => catalog::CK0509,
            Self::Ck0510 => catalog::CK0510,
            Self::Ck0511 => catalog::CK0511,
            Self::Ck0512 => statistics::CK0512,
            Self::Ck0513 => statistics::CK0513,
            Self::Ck0514 => statistics::CK0514,
            Self::Ck0515 => statistics::CK0515,
            Self::Ck0516 => statistics::CK0516,
            Self::Ck0517 => ranking::CK0517,
            Self::Ck0518 => ranking::CK0518,
            Self::Ck0519 => ranking::CK0519,
            Self::Ck0520 => ranking::CK0520,
            Self::Ck0521 => ranking::CK0521,
            Self::Ck0522 => ranking::CK0522,
            Self::Ck0523 => ranking::CK0523,
            Self::Ck0524 => ranking::CK0524,
            Self::Ck0540 => disclosure::CK0540,
            Self::Ck0541 => disclosure::CK0541,
            Self::Ck0542 => disclosure::CK0542,
            Self::Ck0543 => disclosure::CK0543,
            Self::Ck0544 => disclosure::CK0544,
            Self::Ck0526 => register::CK0526,
            Self::Ck0527 => register::CK0527,
            Self::Ck0528 => register::CK0528,
            Self::Ck0529 => register::CK0529,
            Self::Ck0530 => register::CK0530,
            Self::Ck0531 => register::CK0531,
            Self::Ck0532 => register::CK0532,
            Self::Ck0533 => register::CK0533,
            Self::Ck0534 => register::CK0534,
            Self::Ck0535 => register::CK0535,
            Self::Ck0550 => guard::CK0550,
            Self::Ck0551 => guard::CK0551,
            Self::Ck0552 => guard::CK0552,
            Self::Ck0553 => guard::CK0553,
            Self::Ck0554 => guard::CK0554,
            Self::Ck0555 => guard::CK0555,
            Self::Ck0556 => guard::CK0556,
            Self::Ck0557 => guard::CK0557,
            Self::Ck0560 => catalog::CK0560,
            Self::Ck0601 => content::CK0601,
            Self::Ck0602 => content::CK0602,
            Self::Ck0603 => content::CK0603,
            Self::Ck0604 => content::CK0604,
            Self::Ck0605 => content::CK0605,
            Self::Ck0701 => site::CK0701,
            Self::Ck0702 => site::CK0702,
            Self::Ck0703 => site::CK0703,
            Self::Ck0704 => site::CK0704,
            Self::Ck0705 => site::CK0705,
            Self::Ck0801 => theme::CK0801,
            Self::Ck0802 => theme::CK0802,
            Self::Ck0803 => theme::CK0803,
            Self::Ck0804 => theme::CK0804,
            Self::Ck0805 => theme::CK0805,
            Self::Ck0806 => theme::CK0806,
            Self::Ck0807 => theme::CK0807,
            Self::Ck0808 => theme::CK0808,
            Self::Ck0809 => theme::CK0809,
            Self::Ck0810 => theme::CK0810,
            Self::Ck0811 => theme::CK0811,
            Self::Ck0812 => theme::CK0812,
        }
    }
}
