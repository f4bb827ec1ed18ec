//! BibTeX → preambles, comments, variables and bibliographies.

use serde_json::{Map, Value, json};

pub(super) fn parse(written: &str) -> Result<Value, String> {
    let mut reader = Reader { text: written, at: 0, variables: Map::new() };
    let (mut preambles, mut comments, mut bibliographies) = (Vec::new(), Vec::new(), Vec::new());
    loop {
        let comment = reader.until('@').trim();
        if !comment.is_empty() {
            comments.push(Value::from(comment));
        }
        if !reader.literal('@') {
            break;
        }
        let kind = reader.word().to_ascii_lowercase();
        match kind.as_str() {
            "comment" => comments.push(reader.comment()?),
            "preamble" => preambles.push(reader.preamble()?),
            "string" => reader.variable()?,
            "" => return Err(reader.wrong("the kind of an entry")),
            _ => bibliographies.push(reader.entry(&kind)?),
        }
    }
    Ok(json!({
        "preambles": preambles, "comments": comments, "variables": reader.variables, "bibliographies": bibliographies,
    }))
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    variables: Map<String, Value>,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn take(&mut self, length: usize) -> &'a str {
        let taken = &self.rest()[..length];
        self.at += length;
        taken
    }

    fn until(&mut self, end: char) -> &'a str {
        self.take(self.rest().find(end).unwrap_or(self.rest().len()))
    }

    fn space(&mut self) {
        self.take(self.rest().len() - self.rest().trim_start().len());
    }

    fn literal(&mut self, wanted: char) -> bool {
        self.space();
        let found = self.rest().starts_with(wanted);
        self.at += if found { wanted.len_utf8() } else { 0 };
        found
    }

    fn need(&mut self, wanted: char) -> Result<(), String> {
        if self.literal(wanted) { Ok(()) } else { Err(self.wrong(&format!("`{wanted}`"))) }
    }

    fn wrong(&self, wanted: &str) -> String {
        format!("line {}: {wanted} is missing", self.text[..self.at].matches('\n').count() + 1)
    }

    fn word(&mut self) -> &'a str {
        self.space();
        let end = |letter: char| {
            letter.is_whitespace() || matches!(letter, '{' | '}' | '(' | ')' | ',' | '=' | '#' | '"' | '@')
        };
        self.take(self.rest().find(end).unwrap_or(self.rest().len()))
    }

    /// What stands in braces, which may nest.
    fn braced(&mut self) -> Result<&'a str, String> {
        self.need('{')?;
        let mut depth = 1_usize;
        let end = self.rest().char_indices().find(|(_, letter)| {
            depth = match letter {
                '{' => depth + 1,
                '}' => depth - 1,
                _ => depth,
            };
            depth == 0
        });
        let Some((end, _)) = end else { return Err(self.wrong("`}`")) };
        let inner = self.take(end);
        self.need('}')?;
        Ok(inner)
    }

    fn comment(&mut self) -> Result<Value, String> {
        Ok(Value::from(self.braced()?.trim()))
    }

    fn preamble(&mut self) -> Result<Value, String> {
        self.need('{')?;
        let value = self.value()?;
        self.need('}')?;
        Ok(Value::String(value))
    }

    fn variable(&mut self) -> Result<(), String> {
        self.parenthesised(|reader| {
            let name = reader.word().to_owned();
            reader.need('=')?;
            let value = reader.value()?;
            reader.variables.insert(name, Value::String(value));
            Ok(())
        })
    }

    fn parenthesised(&mut self, inner: impl FnOnce(&mut Self) -> Result<(), String>) -> Result<(), String> {
        let close = if self.literal('(') { ')' } else { '}' };
        if close == '}' {
            self.need('{')?;
        }
        inner(self)?;
        self.need(close)
    }

    fn entry(&mut self, kind: &str) -> Result<Value, String> {
        let mut tags = Map::new();
        let mut key = "";
        self.parenthesised(|reader| {
            key = reader.word();
            while reader.literal(',') {
                let name = reader.word().to_ascii_lowercase();
                if name.is_empty() {
                    break;
                }
                reader.need('=')?;
                let value = reader.value()?;
                tags.insert(name, Value::String(value));
            }
            Ok(())
        })?;
        Ok(json!({ "entry_type": kind, "citation_key": key, "tags": tags }))
    }

    /// Texts, numbers and variables, joined by `#`.
    fn value(&mut self) -> Result<String, String> {
        let mut value = String::new();
        loop {
            self.space();
            if self.rest().starts_with('{') {
                value.push_str(self.braced()?);
            } else if self.literal('"') {
                value.push_str(self.until('"'));
                self.need('"')?;
            } else {
                let word = self.word();
                if word.is_empty() {
                    return Err(self.wrong("a value"));
                }
                value.push_str(self.variables.get(word).and_then(Value::as_str).unwrap_or(word));
            }
            if !self.literal('#') {
                return Ok(value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_put_in_and_braces_may_nest() {
        let written = "@preamble{\"P \" # \"q\"}\n@Comment{ c }\nFree\n@string(n = \"Nguyễn\")\n\
                       @Misc {k1, author = n # \" A\", Title = {Đất {đai}}, year = 2026,}";
        let wanted = json!({
            "preambles": ["P q"],
            "comments": ["c", "Free"],
            "variables": {"n": "Nguyễn"},
            "bibliographies": [{
                "entry_type": "misc",
                "citation_key": "k1",
                "tags": {"author": "Nguyễn A", "title": "Đất {đai}", "year": "2026"},
            }],
        });
        assert_eq!(parse(written), Ok(wanted));
    }

    #[test]
    fn what_is_not_closed_is_told_with_its_line() {
        for written in ["\n@misc{a, b = {c", "\n@misc{a, b = }", "\n@{a}", "\n@misc a", "\n@misc{a, b = \"c"] {
            assert!(parse(written).is_err_and(|told| told.starts_with("line 2")), "{written}");
        }
    }
}
