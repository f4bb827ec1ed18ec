//! The tables behind the understanding of queries: stop phrases, folk words, abbreviations, life events.
//!
//! They are TOML files that a clerk can read and extend; the site's own `[search]` table adds to them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::config::SearchWords;
use crate::text;

use super::analysis::{Word, folded_name, words};

const PHRASES: &str = include_str!("words/phrases.toml");
const SYNONYMS: &str = include_str!("words/synonyms.toml");
const ABBREVIATIONS: &str = include_str!("words/abbreviations.toml");
const EVENTS: &str = include_str!("words/events.toml");

/// How sure a synonym is where its table does not say.
const SYNONYM_WEIGHT: f32 = 0.9;
/// How sure an abbreviation of several words is.
const ABBREVIATION_WEIGHT: f32 = 1.0;
/// The vowels of folded words.
const VOWELS: [char; 6] = ['a', 'e', 'i', 'o', 'u', 'y'];
/// How sure a life event is where its table does not say: beside other words, those say more.
const EVENT_WEIGHT: f32 = 0.5;

/// The tables, ready for look-up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// Folded phrase → what it may be; entries that differ in marks only stand together.
    pub phrases: BTreeMap<String, Vec<Phrase>>,
    /// Number of words of the longest phrase.
    pub longest: usize,
    /// Folded abbreviation → the words it stands for; none for a filler.
    pub abbreviations: BTreeMap<String, Vec<Word>>,
    /// Whether people type Vietnamese, so that keys of its typing methods may have been sent as they are.
    pub telex: bool,
}

/// A phrase of the tables that words were taken for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found<'a> {
    /// The phrase.
    pub phrase: &'a Phrase,
    /// Whether every mark that was typed is the phrase's.
    pub as_typed: bool,
}

/// A phrase of the tables.
#[derive(Clone, Debug, PartialEq)]
pub struct Phrase {
    /// Its words, with their marks.
    pub say: Vec<Word>,
    /// What is to be done with it.
    pub kind: Kind,
    /// Other ways of saying it, by whole phrases, the likeliest first; only folk phrases have them.
    pub means: Vec<String>,
    /// How sure that is, 0 to 1.
    pub weight: f32,
}

/// What is to be done with a phrase. Where one stands in several tables, the later kind wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Says nothing about what is looked for, if it was typed with just its marks or in a text without any.
    MarkedStop,
    /// Says nothing about what is looked for.
    Stop,
    /// Is looked for as it is, though it holds stop words.
    Keep,
    /// Is said otherwise in the documents.
    Folk,
}

impl Kind {
    /// Whether it is dropped.
    #[must_use]
    pub const fn is_stop(self) -> bool {
        matches!(self, Self::MarkedStop | Self::Stop)
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct File {
    stop_phrases: Vec<String>,
    stop_words: Vec<String>,
    stop_words_marked: Vec<String>,
    keep: Vec<String>,
    synonym: Vec<Entry>,
    event: Vec<Entry>,
    abbreviations: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
struct Entry {
    say: Vec<String>,
    means: Vec<String>,
    weight: Option<f32>,
}

impl Words {
    /// The tables that come with the program, extended by the site's.
    #[must_use]
    pub fn load(site: &SearchWords) -> Self {
        let mut tables = Self::parse(&[PHRASES, SYNONYMS, ABBREVIATIONS, EVENTS])
            .expect("the embedded tables are well-formed, as a test holds");
        for (folk, weight) in [(&site.life_events, EVENT_WEIGHT), (&site.synonyms, SYNONYM_WEIGHT)] {
            for (say, means) in folk {
                tables.put(say, Kind::Folk, &means.iter().cloned().collect::<Vec<_>>(), weight);
            }
        }
        for (phrases, kind) in [(&site.stop_phrases, Kind::Stop), (&site.keep, Kind::Keep)] {
            phrases.iter().for_each(|say| tables.put(say, kind, &[], 0.0));
        }
        tables.add_abbreviations(&site.abbreviations);
        tables.telex = true;
        tables
    }

    /// The same for people who type another language than Vietnamese, so that no word is read as keys of its typing
    /// methods.
    #[must_use]
    pub fn for_other_languages(self) -> Self {
        Self { telex: false, ..self }
    }

    /// Reads tables.
    ///
    /// # Errors
    /// Where one is no TOML of this form.
    pub fn parse(texts: &[&str]) -> Result<Self, toml::de::Error> {
        let mut tables = Self::default();
        for text in texts {
            let file: File = toml::from_str(text)?;
            tables.add_all(&file.stop_words_marked, Kind::MarkedStop);
            tables.add_all(&file.stop_phrases, Kind::Stop);
            tables.add_all(&file.stop_words, Kind::Stop);
            tables.add_all(&file.keep, Kind::Keep);
            tables.add_entries(&file.synonym, SYNONYM_WEIGHT);
            tables.add_entries(&file.event, EVENT_WEIGHT);
            tables.add_abbreviations(&file.abbreviations);
        }
        // Without marks, phrases that say something are likelier: `cấp giấy đỏ` is asked, not `cấp giấy đó`. Single
        // words are mostly what they are mostly.
        for same in tables.phrases.values_mut().filter(|same| same[0].say.len() > 1) {
            same.sort_by_key(|phrase| Reverse(phrase.kind));
        }
        Ok(tables)
    }

    fn add_all(&mut self, phrases: &[String], kind: Kind) {
        for phrase in phrases {
            self.add(phrase, kind, &[], 0.0);
        }
    }

    fn add_entries(&mut self, entries: &[Entry], usual: f32) {
        for entry in entries {
            for say in &entry.say {
                self.add(say, Kind::Folk, &entry.means, entry.weight.unwrap_or(usual));
            }
        }
    }

    /// Adds a phrase of the site in the place of the program's: it means what the site says, and it comes first where
    /// people leave the marks out.
    fn put(&mut self, say: &str, kind: Kind, means: &[String], weight: f32) {
        let say = words(say);
        if say.is_empty() {
            return;
        }
        let entries = self.phrases.entry(folded_name(&say)).or_default();
        entries.retain(|known| known.say != say);
        self.longest = self.longest.max(say.len());
        entries.insert(0, Phrase { say, kind, means: means.to_vec(), weight });
    }

    /// Adds a phrase; one that stands in several tables keeps the meanings of all.
    fn add(&mut self, say: &str, kind: Kind, means: &[String], weight: f32) {
        self.add_words(words(say), kind, means, weight);
    }

    fn add_words(&mut self, say: Vec<Word>, kind: Kind, means: &[String], weight: f32) {
        if say.is_empty() {
            return;
        }
        self.longest = self.longest.max(say.len());
        let entries = self.phrases.entry(folded_name(&say)).or_default();
        match entries.iter_mut().find(|known| known.say == say) {
            Some(known) => {
                known.kind = known.kind.max(kind);
                known.weight = known.weight.max(weight);
                let new: Vec<String> = means.iter().filter(|phrase| !known.means.contains(phrase)).cloned().collect();
                known.means.extend(new);
            }
            None => entries.push(Phrase { say, kind, means: means.to_vec(), weight }),
        }
    }

    /// Adds abbreviations. One of several words (`gd&đt`) is a phrase; its words are read as they are when one looks
    /// for phrases, that is with the abbreviations among them written out.
    fn add_abbreviations(&mut self, table: &BTreeMap<String, String>) {
        let (short, several): (Vec<_>, Vec<_>) = table.iter().partition(|(short, _)| words(short).len() < 2);
        for (short, long) in short {
            if let [short] = words(short).as_slice() {
                self.abbreviations.insert(short.folded.clone(), words(long));
            }
        }
        for (short, long) in several {
            let opened = |word: Word| self.abbreviations.get(&word.folded).cloned().unwrap_or_else(|| vec![word]);
            let say: Vec<Word> = words(short).into_iter().flat_map(opened).collect();
            let (kind, means) =
                if long.is_empty() { (Kind::Stop, &[][..]) } else { (Kind::Folk, std::slice::from_ref(long)) };
            self.add_words(say, kind, means, ABBREVIATION_WEIGHT);
        }
    }

    /// What the abbreviations in a title stand for. Only words in capitals are abbreviations; in a title that is in
    /// capitals throughout, only those that cannot be read as a word.
    #[must_use]
    pub fn written_out(&self, title: &str) -> Vec<String> {
        let in_capitals = |word: &str| word.chars().all(|letter| !letter.is_lowercase());
        let everywhere = in_capitals(title);
        let shorts = title.split(|letter: char| !letter.is_alphanumeric()).filter(|word| word.len() > 1);
        let shorts = shorts.filter(|word| in_capitals(word)).map(text::fold);
        let shorts = shorts.filter(|short| !everywhere || (short.len() > 2 && !short.contains(VOWELS)));
        let longs = shorts.filter_map(|short| self.abbreviations.get(&short));
        longs.filter(|long| !long.is_empty()).map(|long| folded_name(long)).collect()
    }

    /// Every word that some phrase begins with, goes on with, or is explained by.
    #[must_use]
    pub fn vocabulary(&self) -> BTreeSet<String> {
        let phrases = self.phrases.values().flatten().flat_map(|phrase| &phrase.say);
        phrases.chain(self.abbreviations.values().flatten()).map(|word| word.folded.clone()).collect()
    }

    /// The phrase that these words are; one spelt just so wins over one that the words only may mean, and that over
    /// one that has other marks only where hỏi or ngã was typed, which half the country says alike: `sổ đõ` is a slip.
    ///
    /// `marked`: whether the whole text was typed with marks, so that a word without marks means itself where a
    /// stop word depends on it.
    #[must_use]
    pub fn phrase(&self, typed: &[&Word], marked: bool) -> Option<Found<'_>> {
        let folded = typed.iter().map(|word| word.folded.as_str()).collect::<Vec<_>>().join(" ");
        let entries = self.phrases.get(&folded)?;
        let same = |phrase: &&Phrase| typed.iter().zip(&phrase.say).all(|(word, say)| *word == say);
        let fits = |phrase: &&Phrase| {
            !(marked && phrase.kind == Kind::MarkedStop)
                && typed.iter().zip(&phrase.say).all(|(word, say)| word.may_mean(say))
        };
        let resembles = |phrase: &&Phrase| {
            phrase.kind != Kind::MarkedStop
                && typed.iter().zip(&phrase.say).all(|(word, say)| word.may_mean(say) || word.has_doubtful_tone())
        };
        let found = |as_typed| move |phrase| Found { phrase, as_typed };
        entries
            .iter()
            .find(same)
            .or_else(|| entries.iter().find(fits))
            .map(found(true))
            .or_else(|| entries.iter().find(resembles).map(found(false)))
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, Words};
    use crate::config::{OneOrMany, SearchWords};
    use crate::search::analysis::words;

    fn meanings(tables: &Words, typed: &str) -> Option<Vec<String>> {
        let typed = words(typed);
        tables.phrase(&typed.iter().collect::<Vec<_>>(), true).map(|found| found.phrase.means.clone())
    }

    /// Two phrases that differ in their marks only.
    fn two_of_other_marks() -> Words {
        let synonyms = [("má xa", "a"), ("mã xá", "b")];
        let synonyms = synonyms.map(|(say, means)| (say.to_owned(), OneOrMany::One(means.to_owned())));
        Words::load(&SearchWords { synonyms: synonyms.into(), ..SearchWords::default() })
    }

    #[test]
    fn the_tables_of_the_program_are_read() {
        let tables = Words::load(&SearchWords::default());
        assert!(meanings(&tables, "so do").is_some_and(|means| !means.is_empty()));
        assert!(tables.longest > 2);
    }

    #[test]
    fn every_abbreviation_of_the_program_works() {
        let tables = Words::load(&SearchWords::default());
        let file: super::File = toml::from_str(super::ABBREVIATIONS).expect("the table is well-formed");
        for (short, long) in &file.abbreviations {
            let opened = words(short)
                .into_iter()
                .flat_map(|word| tables.abbreviations.get(&word.folded).cloned().unwrap_or_else(|| vec![word]));
            let opened: Vec<_> = opened.collect();
            let is_one = words(short).len() == 1 && opened == words(long);
            let phrase = tables.phrase(&opened.iter().collect::<Vec<_>>(), false);
            let is_phrase = phrase.is_some_and(|found| long.is_empty() || found.phrase.means.contains(long));
            assert!(is_one || is_phrase || opened == words(long), "{short}");
        }
    }

    #[test]
    fn the_site_adds_its_own_words() {
        let site = SearchWords {
            synonyms: [("giấy màu hường".to_owned(), OneOrMany::One("giấy chứng nhận".to_owned()))].into(),
            stop_phrases: vec!["làm ơn chỉ giùm".to_owned()],
            abbreviations: [("ubxmau".to_owned(), "ủy ban".to_owned())].into(),
            life_events: [(
                "nhà có hỉ".to_owned(),
                OneOrMany::Many(vec!["kết hôn".to_owned(), "thường trú".to_owned()]),
            )]
            .into(),
            keep: vec!["chợ làm ơn".to_owned()],
            from_disk: false,
        };
        let tables = Words::load(&site);
        assert_eq!(meanings(&tables, "giay mau huong"), Some(vec!["giấy chứng nhận".to_owned()]));
        assert_eq!(meanings(&tables, "làm ơn chỉ giùm"), Some(vec![]));
        assert_eq!(meanings(&tables, "nhà có hỉ"), Some(vec!["kết hôn".to_owned(), "thường trú".to_owned()]));
        assert_eq!(tables.phrases["cho lam on"][0].kind, Kind::Keep);
        assert_eq!(tables.abbreviations["ubxmau"], words("ủy ban"));
    }

    #[test]
    fn what_the_site_says_of_a_phrase_counts_instead_of_what_the_program_says() {
        let site = SearchWords {
            synonyms: [("sổ đỏ".to_owned(), OneOrMany::One("sổ theo dõi".to_owned()))].into(),
            stop_phrases: vec!["bằng lái".to_owned()],
            ..SearchWords::default()
        };
        let (own, tables) = (Words::load(&SearchWords::default()), Words::load(&site));
        assert_ne!(meanings(&own, "sổ đỏ"), meanings(&tables, "sổ đỏ"));
        assert_eq!(meanings(&tables, "sổ đỏ"), Some(vec!["sổ theo dõi".to_owned()]));
        let unmarked = SearchWords { keep: vec!["chợ Hỏi".to_owned()], ..SearchWords::default() };
        assert_eq!(
            Words::load(&unmarked)
                .phrase(&words("cho hoi").iter().collect::<Vec<_>>(), false)
                .map(|found| found.phrase.kind),
            Some(Kind::Keep)
        );
        let kind = |tables: &Words| tables.phrases["bang lai"].iter().map(|phrase| phrase.kind).collect::<Vec<_>>();
        assert_eq!((kind(&own), kind(&tables)), (vec![Kind::Folk], vec![Kind::Stop]));
    }

    #[test]
    fn abbreviations_in_a_title_are_written_out() {
        let tables = Words::parse(&["abbreviations = { tnlđ = \"tai nạn lao động\", k = \"\" }"
            .replace("tnlđ", "\"tnlđ\"")
            .as_str()])
        .expect("the table is well-formed");
        assert_eq!(tables.written_out("Chế độ TNLĐ, loại K"), ["tai nan lao dong"]);
        assert_eq!(tables.written_out("CHẾ ĐỘ TNLĐ, LOẠI K"), ["tai nan lao dong"]);
        assert!(tables.written_out("chế độ tnlđ").is_empty());
    }

    #[test]
    fn without_marks_what_says_something_is_likelier() {
        let table = "stop_phrases = [\"bên đó\"]\nkeep = [\"bến đò\"]\nstop_words = [\"đó\"]\n[[synonym]]\nsay = [\"đỏ\"]\nmeans = [\"x\"]";
        let tables = Words::parse(&[table]).expect("the table is well-formed");
        let kind = |typed: &str| {
            let typed = words(typed);
            tables.phrase(&typed.iter().collect::<Vec<_>>(), false).map(|found| found.phrase.kind)
        };
        assert_eq!(["ben do", "bên đó", "bến đò"].map(kind), [Kind::Keep, Kind::Stop, Kind::Keep].map(Some));
        assert_eq!(["do", "đỏ"].map(kind), [Kind::Stop, Kind::Folk].map(Some));
    }

    #[test]
    fn typed_marks_choose_between_phrases() {
        let tables = two_of_other_marks();
        assert_eq!(meanings(&tables, "má xa"), Some(vec!["a".to_owned()]));
        assert_eq!(meanings(&tables, "mã xá"), Some(vec!["b".to_owned()]));
        assert_eq!(meanings(&tables, "mạ xa"), None);
    }

    #[test]
    fn hoi_and_nga_are_taken_for_each_other() {
        let tables = two_of_other_marks();
        let typed = words("mả xá");
        let found = tables.phrase(&typed.iter().collect::<Vec<_>>(), true).expect("one phrase differs in that only");
        assert_eq!((found.phrase.means.as_slice(), found.as_typed), (&["b".to_owned()][..], false));
        assert_eq!(meanings(&tables, "mả xạ"), None);
    }
}
