//! Invented catalogues, of the length and the variety of real ones, for the benchmarks.
//!
//! The same numbers give the same bytes. Names are unique: act × thing × circumstance, and a province once those are
//! used up. Bodies mix common sentences with names of places, so that there are rare words too.

mod vocabulary;

use std::fmt::Write as _;

use serde_json::{Value, json};
use vocabulary::{
    BRAND_ENDS, BRAND_STARTS, CASES, FIELDS, Field, ONSETS, PAPERS, PROVINCES, RESULTS, RIMES, SENTENCES, SUBJECTS,
};

/// A catalogue in JSON lines; the first record's name ends in `mark`.
pub(crate) fn records(count: usize, mark: &str) -> String {
    let names = names();
    let mut text = String::new();
    for at in 0..count {
        let (field, name) = name(&names, at);
        let name = if at == 0 { name + mark } else { name };
        let _ = writeln!(text, "{}", record(at, field, &name));
    }
    text
}

/// Every act on every thing in every circumstance.
fn names() -> Vec<(&'static Field, String)> {
    let mut names = Vec::new();
    for field in FIELDS {
        for act in field.acts {
            for thing in field.things {
                names.extend(CASES.iter().map(|case| (field, format!("{act} {thing} {case}").trim_end().to_owned())));
            }
        }
    }
    names
}

/// The name of a record: neighbours are of different fields, and each round through the names adds another province.
fn name(names: &[(&'static Field, String)], at: usize) -> (&'static Field, String) {
    // Prime, and no divisor of the number of names.
    const STRIDE: usize = 7_919;
    let (field, name) = &names[at * STRIDE % names.len()];
    let round = at / names.len();
    let place = |round| format!("{name} trên địa bàn {}", PROVINCES[(at + round) % PROVINCES.len()]);
    (field, if round == 0 { name.clone() } else { place(round) })
}

fn record(at: usize, field: &Field, name: &str) -> Value {
    let mut dice = Dice(at as u64);
    let (level, agency) = dice.agency(field);
    let act = lower_first(name);
    let say = |dice: &mut Dice, sentence: &str| {
        let number = (2 + dice.below(28)).to_string();
        let filled = sentence.replace("{act}", &act).replace("{place}", &agency).replace("{n}", &number);
        let filled = filled.replace("{field}", &field.name.to_lowercase()).replace("{law}", &dice.law());
        filled.replace("{brand}", &dice.brand()).replace("{name}", &dice.place())
    };
    let beginnings = dice.some(SENTENCES, 5, 10);
    let ends = dice.some(SENTENCES, 5, 10);
    let pairs = beginnings.iter().zip(&ends);
    let steps: Vec<_> =
        pairs.map(|(one, other)| format!("{} {}", say(&mut dice, one), say(&mut dice, other))).collect();
    let papers: Vec<_> = dice.some(PAPERS, 3, 7).into_iter().map(|one| say(&mut dice, one)).collect();
    let dossier: Vec<_> =
        papers.iter().map(|name| json!({"name": name, "originals": 1, "copies": dice.below(3)})).collect();
    let days = 1 + dice.below(30);
    let method = |channel: &str, fee: usize| json!({"channel": channel, "days": format!("{days} ngày làm việc"), "fee": format!("{fee}.000 đồng"), "note": ""});
    let fee = 5 + dice.below(200);
    json!({
        "code": format!("{}.{:06}", 1 + dice.below(3), at), "name": name, "field": field.name, "level": level, "agency": agency,
        "subjects": dice.some(SUBJECTS, 1, 3), "steps": steps, "dossier": dossier,
        "result": format!("{} {act}", RESULTS[dice.below(RESULTS.len())]), "decision": format!("{}/QĐ-UBND", 100 + dice.below(3_000)),
        "methods": [method("Trực tiếp", fee), method("Trực tuyến", fee / 2)],
        "legal": dice.laws(field), "conditions": say(&mut dice, SENTENCES[at % SENTENCES.len()]),
    })
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// Numbers that look drawn (`SplitMix64`) and are the same on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((bits ^ (bits >> 31)) % limit as u64) as usize
    }

    /// At least `least` and fewer than `most` of these, in their order.
    fn some<'a>(&mut self, of: &[&'a str], least: usize, most: usize) -> Vec<&'a str> {
        let mut wanted = least + self.below(most - least);
        let mut chosen = Vec::new();
        for (at, one) in of.iter().enumerate() {
            if self.below(of.len() - at) < wanted {
                chosen.push(*one);
                wanted -= 1;
            }
        }
        chosen
    }

    /// The number of a decree.
    fn law(&mut self) -> String {
        format!("{}/{}/NĐ-CP", 2 + self.below(180), 2013 + self.below(13))
    }

    /// The name of a product.
    fn brand(&mut self) -> String {
        let (start, end) = (BRAND_STARTS[self.below(BRAND_STARTS.len())], BRAND_ENDS[self.below(BRAND_ENDS.len())]);
        format!("{start}{end} {}", 5 + self.below(900))
    }

    /// The name of a village.
    fn place(&mut self) -> String {
        let mut syllable = || format!("{}{}", ONSETS[self.below(ONSETS.len())], RIMES[self.below(RIMES.len())]);
        format!("{} {}", syllable(), syllable())
    }

    /// Level and agency: of a province, or one of its thirty communes.
    fn agency(&mut self, field: &Field) -> (&'static str, String) {
        let province = self.below(PROVINCES.len());
        if self.below(3) == 0 {
            return ("Cấp Tỉnh", format!("{} {}", field.agency.trim_end_matches(" tỉnh"), PROVINCES[province]));
        }
        let commune = Dice((province * 30 + self.below(30)) as u64).place();
        ("Cấp Xã", format!("Ủy ban nhân dân xã {commune}, {}", PROVINCES[province]))
    }

    fn laws(&mut self, field: &Field) -> Vec<Value> {
        let about = field.name.to_lowercase();
        (0..2 + self.below(3))
            .map(|_| {
                let year = 2013 + self.below(13);
                let date = format!("{:02}/{:02}/{year}", 1 + self.below(28), 1 + self.below(12));
                json!({"no": self.law(), "title": format!("Nghị định về {about}"), "date": date, "by": "Chính phủ"})
            })
            .collect()
    }
}
