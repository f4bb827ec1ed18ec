//! Where the records of a JSON document stand, found without parsing them, so that they can be parsed in parallel
//! and a broken one does not take the others with it.

use std::ops::Range;

use super::number::end_of_string;

/// The records of a document.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Outline {
    /// JSON pointer to the array that holds them; nothing when the document itself is the only record.
    pub array: Option<String>,
    /// Where each record stands, in bytes.
    pub records: Vec<Range<usize>>,
}

/// Why a document has no outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unsplit {
    /// Brackets and commas do not fit together; the parser then says what is wrong.
    Malformed,
    /// There are more records than the limit.
    TooMany,
}

/// Finds the records of a document, at most so many: the elements of an array, or those of the only array of objects
/// in an object that has no other array, or the object itself.
pub(super) fn outline(json: &[u8], limit: usize) -> Result<Outline, Unsplit> {
    let mut scan = Scan { json, at: 0, limit };
    scan.blanks();
    let start = scan.at;
    let outline = match scan.peek() {
        Some(b'[') => Outline { array: Some(String::new()), records: scan.elements()? },
        Some(b'{') => {
            let arrays = scan.member_arrays()?;
            let itself = || Outline { array: None, records: std::iter::once(start..scan.at).collect() };
            wrapped(json, arrays, limit)?.unwrap_or_else(itself)
        }
        _ => return Err(Unsplit::Malformed),
    };
    scan.blanks();
    if scan.at == json.len() { Ok(outline) } else { Err(Unsplit::Malformed) }
}

/// The records of an object that only wraps an array of them, such as `{"total": 34, "data": [{…}, …]}`. An object
/// with two arrays, or with one of plain values, is a record itself.
fn wrapped(json: &[u8], arrays: MemberArrays, limit: usize) -> Result<Option<Outline>, Unsplit> {
    let MemberArrays { count: 1, first: Some((key, value)) } = arrays else {
        return Ok(None);
    };
    let records = Scan { json, at: value.start, limit }.elements()?;
    if records.is_empty() || records.iter().any(|record| json[record.start] != b'{') {
        return Ok(None);
    }
    let Ok(key) = serde_json::from_slice::<String>(&json[key]) else {
        return Err(Unsplit::Malformed);
    };
    let pointer = format!("/{}", key.replace('~', "~0").replace('/', "~1"));
    Ok(Some(Outline { array: Some(pointer), records }))
}

/// The members of an object that are arrays.
#[derive(Default)]
struct MemberArrays {
    count: usize,
    /// Where the key and the value of the first stand.
    first: Option<(Range<usize>, Range<usize>)>,
}

/// A walk over the brackets, strings and commas of JSON.
struct Scan<'j> {
    json: &'j [u8],
    at: usize,
    /// Most elements of an array that are listed.
    limit: usize,
}

impl Scan<'_> {
    fn peek(&self) -> Option<u8> {
        self.json.get(self.at).copied()
    }

    fn blanks(&mut self) {
        while self.peek().is_some_and(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n')) {
            self.at += 1;
        }
    }

    /// Steps over this byte, and the blanks around it.
    fn step(&mut self, wanted: u8) -> bool {
        self.blanks();
        let found = self.peek() == Some(wanted);
        if found {
            self.at += 1;
            self.blanks();
        }
        found
    }

    /// The elements of the array that begins here.
    fn elements(&mut self) -> Result<Vec<Range<usize>>, Unsplit> {
        let mut elements = Vec::new();
        self.expect(b'[')?;
        while !self.closes(b']', elements.is_empty())? {
            if elements.len() == self.limit {
                return Err(Unsplit::TooMany);
            }
            elements.push(self.value()?);
        }
        Ok(elements)
    }

    /// Walks over the object that begins here.
    fn member_arrays(&mut self) -> Result<MemberArrays, Unsplit> {
        let mut arrays = MemberArrays::default();
        let mut first = true;
        self.expect(b'{')?;
        while !self.closes(b'}', first)? {
            first = false;
            let key = self.value()?;
            self.expect(b':')?;
            let value = self.value()?;
            if self.json[value.start] == b'[' {
                arrays.count += 1;
                arrays.first.get_or_insert((key, value));
            }
        }
        Ok(arrays)
    }

    fn expect(&mut self, wanted: u8) -> Result<(), Unsplit> {
        if self.step(wanted) { Ok(()) } else { Err(Unsplit::Malformed) }
    }

    /// Whether the bracket ends here; between two entries there must be one comma.
    fn closes(&mut self, bracket: u8, first: bool) -> Result<bool, Unsplit> {
        self.blanks();
        if self.peek() == Some(bracket) {
            self.at += 1;
            return Ok(true);
        }
        if !first {
            self.expect(b',')?;
        }
        Ok(false)
    }

    /// The value that begins here: to the end of its outermost bracket, its string, or its plain word.
    fn value(&mut self) -> Result<Range<usize>, Unsplit> {
        let start = self.at;
        let mut depth = 0_usize;
        loop {
            match self.peek().ok_or(Unsplit::Malformed)? {
                b'"' => self.at = end_of_string(self.json, self.at),
                b'[' | b'{' => {
                    depth += 1;
                    self.at += 1;
                }
                b']' | b'}' if depth > 0 => {
                    depth -= 1;
                    self.at += 1;
                }
                b',' | b':' if depth > 0 => self.at += 1,
                b',' | b':' | b']' | b'}' => return Err(Unsplit::Malformed),
                _ => self.word(),
            }
            if depth == 0 {
                return Ok(start..self.at);
            }
        }
    }

    /// Steps over blanks and plain words such as `true` or `12.5`.
    fn word(&mut self) {
        let ends = |byte: &u8| matches!(byte, b'"' | b'[' | b']' | b'{' | b'}' | b',' | b':');
        let outer = |byte: &u8| ends(byte) || matches!(byte, b' ' | b'\t' | b'\r' | b'\n');
        let length = self.json[self.at..].iter().position(outer).unwrap_or(self.json.len() - self.at);
        self.at += length.max(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records(json: &str) -> Option<(Option<String>, Vec<&str>)> {
        let outline = outline(json.as_bytes(), 3).ok()?;
        Some((outline.array, outline.records.into_iter().map(|range| &json[range]).collect()))
    }

    #[test]
    fn the_elements_of_an_array_are_found() {
        let json = r#" [ {"a":"],{\"" , "b":[1,{}]} , 2,"x" ] "#;
        let expected = vec![r#"{"a":"],{\"" , "b":[1,{}]}"#, "2", "\"x\""];
        assert_eq!(records(json), Some((Some(String::new()), expected)));
        assert_eq!(records("[]"), Some((Some(String::new()), vec![])));
    }

    #[test]
    fn an_object_around_one_array_of_objects_is_only_a_wrapper() {
        let json = r#"{"total":2,"meta":{"page":1},"d/ata":[{"a":1},{"a":2}]}"#;
        assert_eq!(records(json), Some((Some("/d~1ata".into()), vec![r#"{"a":1}"#, r#"{"a":2}"#])));
    }

    #[test]
    fn an_object_with_other_arrays_is_a_record() {
        for json in [r#"{"steps":["a"],"dossier":[{"a":1}]}"#, r#"{"steps":["a"]}"#, "{}", r#"{"steps":[]}"#] {
            assert_eq!(records(json), Some((None, vec![json])), "{json}");
        }
    }

    #[test]
    fn records_beyond_the_limit_are_not_listed() {
        assert_eq!(outline(b"[1,2,3,4,", 3), Err(Unsplit::TooMany));
        assert_eq!(outline(b"{\"data\":[{},{},{},{}]}", 3), Err(Unsplit::TooMany));
    }

    #[test]
    fn broken_brackets_are_left_to_the_parser() {
        for json in ["", "[", "[1", "[1,]", "[1 2]", "{\"a\"}", "[{]", "12", "[1]]", "[,1]", "[\"a", "{\"a\":}"] {
            assert_eq!(records(json), None, "{json}");
        }
    }
}
