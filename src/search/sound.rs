//! Words that are said alike, in one place of the country or another, and so are written for each other.

/// Onsets and what they are said like: `x` as `s` in the north, `v` as `d` in the south.
const ONSETS: [(&str, &str); 6] = [("x", "s"), ("tr", "ch"), ("gi", "d"), ("r", "d"), ("v", "d"), ("l", "n")];
/// Ends and what they are said like in the south.
const ENDS: [(&str, &str); 3] = [("ng", "n"), ("nh", "n"), ("t", "c")];

/// What a folded word sounds like; words that are taken for each other sound the same. Tones are folded away, and
/// with them the commonest mistake of all, hỏi for ngã.
#[must_use]
pub(super) fn sound(folded: &str) -> String {
    let onset = ONSETS.iter().find_map(|(written, said)| Some((*said, folded.strip_prefix(written)?)));
    let (onset, rest) = onset.unwrap_or(("", folded));
    let end = ENDS.iter().find_map(|(written, said)| Some((rest.strip_suffix(written)?, *said)));
    let (middle, end) = end.unwrap_or((rest, ""));
    format!("{onset}{}{end}", middle.replace("ieu", "iu").replace('y', "i"))
}

#[cfg(test)]
mod tests {
    use super::sound;

    #[test]
    fn words_that_are_taken_for_each_other_sound_alike() {
        for (a, b) in [
            ("xo", "so"),
            ("chu", "tru"),
            ("giai", "dai"),
            ("rai", "dai"),
            ("vang", "dan"),
            ("lop", "nop"),
            ("lay", "lai"),
            ("mat", "mac"),
            ("chiu", "chieu"),
            ("xinh", "sin"),
        ] {
            assert_eq!(sound(a), sound(b), "{a} {b}");
        }
        for (a, b) in [("so", "sau"), ("hui", "qui"), ("cic", "cac"), ("ho", "khau"), ("", "a")] {
            assert_ne!(sound(a), sound(b), "{a} {b}");
        }
    }
}
