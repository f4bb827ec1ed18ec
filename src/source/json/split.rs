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

/// Finds the records of a document: the elements of an array, or those of the only array of objects in an object
/// that has no other array, or the object itself. Nothing when brackets and commas do not fit together; the parser
/// then says what is wrong.
pub(super) fn outline(json: &[u8]) -> Option<Outline> {
    let mut scan = Scan { json, at: 0 };
    scan.blanks();
    let start = scan.at;
    let outline = match scan.peek()? {
        b'[' => Outline { array: Some(String::new()), records: scan.elements()? },
        b'{' => {
            let members = scan.members()?;
            let (array, records) = wrapped(json, members).unwrap_or_else(|| (None, vec![start..scan.at]));
            Outline { array, records }
        }
        _ => return None,
    };
    scan.blanks();
    (scan.at == json.len()).then_some(outline)
}

/// The records of an object that only wraps an array of them, such as `{"total": 34, "data": [{…}, …]}`. An object
/// with two arrays, or with one of plain values, is a record itself.
fn wrapped(json: &[u8], members: Vec<(Range<usize>, Range<usize>)>) -> Option<(Option<String>, Vec<Range<usize>>)> {
    let mut arrays = members.into_iter().filter(|(_, value)| json[value.start] == b'[');
    let (key, value) = arrays.next()?;
    if arrays.next().is_some() {
        return None;
    }
    let records = Scan { json, at: value.start }.elements()?;
    if records.is_empty() || records.iter().any(|record| json[record.start] != b'{') {
        return None;
    }
    let key: String = serde_json::from_slice(&json[key]).ok()?;
    Some((Some(format!("/{}", key.replace('~', "~0").replace('/', "~1"))), records))
}

/// A walk over the brackets, strings and commas of JSON.
struct Scan<'j> {
    json: &'j [u8],
    at: usize,
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
    fn elements(&mut self) -> Option<Vec<Range<usize>>> {
        let mut elements = Vec::new();
        if !self.step(b'[') {
            return None;
        }
        while !self.close(b']', elements.is_empty())? {
            elements.push(self.value()?);
        }
        Some(elements)
    }

    /// The keys and values of the object that begins here.
    fn members(&mut self) -> Option<Vec<(Range<usize>, Range<usize>)>> {
        let mut members = Vec::new();
        if !self.step(b'{') {
            return None;
        }
        while !self.close(b'}', members.is_empty())? {
            let key = self.value()?;
            if !self.step(b':') {
                return None;
            }
            members.push((key, self.value()?));
        }
        Some(members)
    }

    /// Whether the bracket ends here; between two entries there must be one comma.
    fn close(&mut self, bracket: u8, first: bool) -> Option<bool> {
        self.blanks();
        if self.peek()? == bracket {
            self.at += 1;
            return Some(true);
        }
        (first || self.step(b',')).then_some(false)
    }

    /// The value that begins here: to the end of its outermost bracket, its string, or its plain word.
    fn value(&mut self) -> Option<Range<usize>> {
        let start = self.at;
        let mut depth = 0_usize;
        loop {
            match self.peek()? {
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
                b',' | b':' | b']' | b'}' => return None,
                _ => self.word(),
            }
            if depth == 0 {
                return Some(start..self.at);
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
        let outline = outline(json.as_bytes())?;
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
    fn broken_brackets_are_left_to_the_parser() {
        for json in ["", "[", "[1", "[1,]", "[1 2]", "{\"a\"}", "[{]", "12", "[1]]", "[,1]", "[\"a", "{\"a\":}"] {
            assert_eq!(records(json), None, "{json}");
        }
    }
}
