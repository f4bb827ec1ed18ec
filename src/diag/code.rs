//! Stable codes of diagnostics.

use std::fmt;

/// A stable code: `CK`, two digits of the area, two digits of the problem. Codes are never reused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// There is no `config.toml` at the root.
    Ck0101,
    /// The file is not valid TOML.
    Ck0102,
    /// A key that means nothing here.
    Ck0103,
    /// A key holds a value of another type.
    Ck0104,
    /// A key that is needed is absent.
    Ck0105,
    /// A value outside what is allowed.
    Ck0106,
    /// The site's colour is too pale against its background to be read.
    Ck0107,
    /// No file matches a source of a data section.
    Ck0201,
    /// A file ending that no reader knows.
    Ck0202,
    /// Bytes that are not UTF-8.
    Ck0203,
    /// A workbook that cannot be opened.
    Ck0204,
    /// A file that unpacks to more than the limit.
    Ck0205,
    /// A sheet or file with more rows than the limit.
    Ck0206,
    /// JSON, TOML or delimited text that cannot be parsed at this place.
    Ck0207,
    /// A row with more or fewer cells than the heading row.
    Ck0208,
    /// A file or sheet without any record.
    Ck0209,
    /// Text in a pre-Unicode Vietnamese encoding, converted.
    Ck0210,
    /// Decomposed Unicode (NFD), composed on reading; one note a file.
    Ck0211,
    /// A spreadsheet error value such as `#REF!`, read as empty.
    Ck0212,
    /// A `.gz` file that is damaged.
    Ck0213,
    /// Invisible or symbol-font characters, replaced on reading; one note a file.
    Ck0214,
    /// No row with known headings was found.
    Ck0301,
    /// A heading that no column knows.
    Ck0302,
    /// A column that every record needs is absent.
    Ck0303,
    /// Two headings mean the same column; the first is used.
    Ck0304,
    /// A layout name that does not exist.
    Ck0305,
    /// A kind of record that does not exist.
    Ck0306,
    /// An entry of `[data.columns]` names a heading that the file does not have.
    Ck0307,
    /// An entry of `[data.columns]` maps to a column that does not exist.
    Ck0308,
    /// A procedure code that is not a digit, a dot and six digits.
    Ck0401,
    /// A value that the record cannot do without is empty.
    Ck0402,
    /// A level of government that is not known; kept as published.
    Ck0403,
    /// A way of submitting that is not known; kept as published.
    Ck0404,
    /// `0 VNĐ ()`: the source states no fee; shown as not published, never as free.
    Ck0405,
    /// The amount and its own note disagree.
    Ck0406,
    /// A fee without a readable amount; kept as published.
    Ck0407,
    /// A fee below 1,000 đồng, which no schedule contains.
    Ck0408,
    /// A time limit without a readable number and unit; kept as published.
    Ck0409,
    /// A time limit with a number but no usable unit; kept as published.
    Ck0410,
    /// A number of originals or copies that is not a whole number; kept as published.
    Ck0411,
    /// A date that does not exist or is written in an unknown way; kept as published.
    Ck0412,
    /// A telephone number that cannot be dialled.
    Ck0413,
    /// An e-mail address without its parts.
    Ck0414,
    /// Coordinates outside Viet Nam or not readable; left out.
    Ck0415,
    /// A dossier item with no original and no copy: a note among the items, shown as one.
    Ck0416,
    /// A decision number without number and issuer mark; kept as published.
    Ck0417,
    /// A legal basis without a number; kept as published.
    Ck0418,
    /// An address that is not http or https; left out of links.
    Ck0419,
    /// Part of the text does not follow its form; kept as published.
    Ck0420,
    /// A level of online service that belongs to no scheme; kept as published.
    Ck0421,
    /// A yes-or-no value that is neither.
    Ck0422,
    /// A count that is not a whole number; kept as published.
    Ck0423,
    /// A reporting period that cannot be read; shown as written, without a place in time.
    Ck0424,
    /// A count that is larger than the whole it belongs to.
    Ck0425,
    /// Counts that do not add up to the total published beside them.
    Ck0426,
    /// Dossiers received that the published counts leave unaccounted for.
    Ck0427,
    /// A printed rate that no known definition gives.
    Ck0428,
    /// A printed rate that cannot be read; kept as published.
    Ck0429,
    /// A score that is no number; left out.
    Ck0430,
    /// A rank that is no whole number; left out.
    Ck0431,
    /// A row of a ranking that belongs to no year or day.
    Ck0432,
    /// A row of a ranking that belongs to no known index.
    Ck0433,
    /// A unit that is not among those of its level; shown as written.
    Ck0434,
    /// A score outside its scale.
    Ck0435,
    /// A column that no criterion of the index claims; shown under its own heading.
    Ck0436,
    /// A heading names another maximum than the index does.
    Ck0437,
    /// The code of a unit belongs to another one.
    Ck0438,
    /// A unit without group scores where the others have them.
    Ck0439,
    /// A column with personal data of citizens; it was not read.
    Ck0440,
    /// A word that is none of those that the column knows; shown as written.
    Ck0441,
    /// A code that has not the form of its column; kept as published.
    Ck0442,
    /// A number of a register that cannot be read; kept as published.
    Ck0443,
    /// A time of day that cannot be read; kept as published.
    Ck0444,
    /// A time by which something is due that names no day; nobody can be late.
    Ck0445,
    /// Two records of one source have the same code.
    Ck0501,
    /// A part that the law requires is not published (Điều 8 NĐ 63/2010, as amended).
    Ck0502,
    /// A record names an office that does not exist.
    Ck0503,
    /// Two offices or officers have the same id.
    Ck0504,
    /// Several procedures have the same name; pages show their codes beside it.
    Ck0505,
    /// Two sources describe one code differently; the first source wins.
    Ck0506,
    /// A record ends before it begins.
    Ck0507,
    /// The code carries the national database's deletion mark.
    Ck0508,
    /// The level of government does not fit the executing agency.
    Ck0509,
    /// A district-level unit after 30 June 2025, when that level ended.
    Ck0510,
    /// No telephone number that citizens can call.
    Ck0511,
    /// A total row that is not the sum of its rows.
    Ck0512,
    /// Dossiers carried over that differ from those pending at the end of the period before.
    Ck0513,
    /// One period of one unit is reported twice.
    Ck0514,
    /// Some rows count dossiers carried over among those received, others do not.
    Ck0515,
    /// The days of a report do not fit the period that it names.
    Ck0516,
    /// A file that describes an index cannot be used.
    Ck0517,
    /// The published rank is not the one that the scores give.
    Ck0518,
    /// The group scores do not add up to the total.
    Ck0519,
    /// A unit stands twice in one edition.
    Ck0520,
    /// An edition of a time for which the index has no set of criteria.
    Ck0521,
    /// A unit that did not exist on the day of the edition.
    Ck0522,
    /// A ranking that holds only some of the units.
    Ck0523,
    /// A ranking with more units than were ranked.
    Ck0524,
    /// Fewer disclosure criteria are met than the site requires of itself.
    Ck0540,
    /// A statement for a disclosure criterion that does not exist.
    Ck0541,
    /// A statement for a criterion that the program judges by itself.
    Ck0542,
    /// A statement that no longer counts.
    Ck0543,
    /// A statement that does not say who, when or what.
    Ck0544,
    /// A file that describes a register or a scheme of scores cannot be used.
    Ck0526,
    /// A record does not satisfy a rule of its register.
    Ck0527,
    /// Two records of a register have the same key.
    Ck0528,
    /// A record names a procedure that is not in the catalogue.
    Ck0529,
    /// A limit in working days leads into a time whose holidays are not known.
    Ck0530,
    /// A fact that no criterion of the scheme asks for.
    Ck0531,
    /// A case for which the scheme of scores does not say what it gives.
    Ck0532,
    /// Scores for a scheme that is not known.
    Ck0533,
    /// An expression of a register or scheme that cannot be computed.
    Ck0534,
    /// Two rows say different things of the same group.
    Ck0535,
    /// A citizen number or the number of an old identity card.
    Ck0550,
    /// A passport, insurance, driving licence or plate number.
    Ck0551,
    /// A mobile number that no office and no officer declares.
    Ck0552,
    /// An e-mail address that no office and no officer declares.
    Ck0553,
    /// A date or year of birth.
    Ck0554,
    /// A password, key or token.
    Ck0555,
    /// Personal data that the site declares to be public.
    Ck0556,
    /// An exception without a reason.
    Ck0557,
    /// The snapshot of the previous publication cannot be read; the change log begins again.
    Ck0560,
    /// Front matter that cannot be parsed.
    Ck0601,
    /// A content file without front matter.
    Ck0602,
    /// An `@/` link to a content file that does not exist.
    Ck0603,
    /// A date in front matter that is not a date.
    Ck0604,
    /// Script in Markdown, which the site's security policy would not run; removed.
    Ck0605,
    /// Two pages would have the same address.
    Ck0701,
    /// A link inside the site leads nowhere.
    Ck0702,
    /// A link leads to a place on a page that does not exist.
    Ck0703,
    /// A template cannot be rendered.
    Ck0704,
    /// A script of the theme cannot be made part of the one for pages that are opened from a folder.
    Ck0705,
    /// A key of the settings that Zola renamed or gave up; understood all the same.
    Ck0801,
    /// A key in front matter that means nothing.
    Ck0802,
    /// A page lacks what its section sorts by.
    Ck0803,
    /// A page names a taxonomy that the settings do not have.
    Ck0804,
    /// A content file asks for a template that does not exist.
    Ck0805,
    /// A template of a theme written for Zola cannot be read or rendered.
    Ck0806,
    /// A shortcode in a text cannot be rendered.
    Ck0807,
    /// A style sheet cannot be compiled.
    Ck0808,
    /// A block of code in a language that the highlighter does not know.
    Ck0809,
    /// A template formats a date that is not there.
    Ck0810,
    /// A picture cannot be resized as a template asks.
    Ck0811,
    /// A theme was written for a later version of Zola, whose templates are of another kind.
    Ck0812,
}

impl Code {
    /// Every code, in order.
    pub const ALL: &[Self] = &[
        Self::Ck0101,
        Self::Ck0102,
        Self::Ck0103,
        Self::Ck0104,
        Self::Ck0105,
        Self::Ck0106,
        Self::Ck0107,
        Self::Ck0201,
        Self::Ck0202,
        Self::Ck0203,
        Self::Ck0204,
        Self::Ck0205,
        Self::Ck0206,
        Self::Ck0207,
        Self::Ck0208,
        Self::Ck0209,
        Self::Ck0210,
        Self::Ck0211,
        Self::Ck0212,
        Self::Ck0213,
        Self::Ck0214,
        Self::Ck0301,
        Self::Ck0302,
        Self::Ck0303,
        Self::Ck0304,
        Self::Ck0305,
        Self::Ck0306,
        Self::Ck0307,
        Self::Ck0308,
        Self::Ck0401,
        Self::Ck0402,
        Self::Ck0403,
        Self::Ck0404,
        Self::Ck0405,
        Self::Ck0406,
        Self::Ck0407,
        Self::Ck0408,
        Self::Ck0409,
        Self::Ck0410,
        Self::Ck0411,
        Self::Ck0412,
        Self::Ck0413,
        Self::Ck0414,
        Self::Ck0415,
        Self::Ck0416,
        Self::Ck0417,
        Self::Ck0418,
        Self::Ck0419,
        Self::Ck0420,
        Self::Ck0421,
        Self::Ck0422,
        Self::Ck0423,
        Self::Ck0424,
        Self::Ck0425,
        Self::Ck0426,
        Self::Ck0427,
        Self::Ck0428,
        Self::Ck0429,
        Self::Ck0430,
        Self::Ck0431,
        Self::Ck0432,
        Self::Ck0433,
        Self::Ck0434,
        Self::Ck0435,
        Self::Ck0436,
        Self::Ck0437,
        Self::Ck0438,
        Self::Ck0439,
        Self::Ck0440,
        Self::Ck0441,
        Self::Ck0442,
        Self::Ck0443,
        Self::Ck0444,
        Self::Ck0445,
        Self::Ck0501,
        Self::Ck0502,
        Self::Ck0503,
        Self::Ck0504,
        Self::Ck0505,
        Self::Ck0506,
        Self::Ck0507,
        Self::Ck0508,
        Self::Ck0509,
        Self::Ck0510,
        Self::Ck0511,
        Self::Ck0512,
        Self::Ck0513,
        Self::Ck0514,
        Self::Ck0515,
        Self::Ck0516,
        Self::Ck0517,
        Self::Ck0518,
        Self::Ck0519,
        Self::Ck0520,
        Self::Ck0521,
        Self::Ck0522,
        Self::Ck0523,
        Self::Ck0524,
        Self::Ck0540,
        Self::Ck0541,
        Self::Ck0542,
        Self::Ck0543,
        Self::Ck0544,
        Self::Ck0526,
        Self::Ck0527,
        Self::Ck0528,
        Self::Ck0529,
        Self::Ck0530,
        Self::Ck0531,
        Self::Ck0532,
        Self::Ck0533,
        Self::Ck0534,
        Self::Ck0535,
        Self::Ck0550,
        Self::Ck0551,
        Self::Ck0552,
        Self::Ck0553,
        Self::Ck0554,
        Self::Ck0555,
        Self::Ck0556,
        Self::Ck0557,
        Self::Ck0560,
        Self::Ck0601,
        Self::Ck0602,
        Self::Ck0603,
        Self::Ck0604,
        Self::Ck0605,
        Self::Ck0701,
        Self::Ck0702,
        Self::Ck0703,
        Self::Ck0704,
        Self::Ck0705,
        Self::Ck0801,
        Self::Ck0802,
        Self::Ck0803,
        Self::Ck0804,
        Self::Ck0805,
        Self::Ck0806,
        Self::Ck0807,
        Self::Ck0808,
        Self::Ck0809,
        Self::Ck0810,
        Self::Ck0811,
        Self::Ck0812,
    ];

    /// Reads a code as typed, in any case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let wanted = text.trim().to_ascii_uppercase();
        Self::ALL.iter().copied().find(|code| code.to_string() == wanted)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = format!("{self:?}");
        f.write_str(&name.to_ascii_uppercase())
    }
}
