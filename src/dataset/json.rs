//! `.json`: the figures, with what they mean.

use serde_json::{Map, Value, json};

use super::{Cell, Column, Dataset, Kind};

impl Dataset {
    /// The table as `.json`: what it is, what its columns mean, then one object a row and a line.
    #[must_use]
    pub fn json(&self) -> String {
        let names = self.names();
        let columns: Vec<Value> = self
            .columns
            .iter()
            .zip(&names)
            .zip(self.kinds())
            .map(|((column, name), kind)| described(column, name, kind))
            .collect();
        let mut head = Map::new();
        let texts = [
            ("id", Some(&self.id)),
            ("title", Some(&self.title)),
            ("description", Some(&self.description)),
            ("source", self.source.as_ref()),
            ("source_url", self.source_url.as_ref()),
        ];
        for (key, text) in texts {
            if let Some(text) = text.filter(|text| !text.is_empty()) {
                head.insert(key.to_owned(), Value::from(text.as_str()));
            }
        }
        if let Some(licence) = &self.licence {
            head.insert("licence".to_owned(), json!({ "name": licence.name, "url": licence.url }));
        }
        if let Some(day) = self.modified {
            head.insert("modified".to_owned(), Value::from(day.to_string()));
        }
        head.insert("columns".to_owned(), Value::from(columns));
        let mut text = Value::from(head).to_string();
        // The head is an object, so it ends with a brace that the rows take over.
        text.pop();
        text.push_str(",\n\"rows\":[");
        for (at, row) in self.rows.iter().enumerate() {
            text.push_str(if at == 0 { "\n" } else { ",\n" });
            let object: Map<String, Value> = names.iter().cloned().zip(self.cells(row).map(value)).collect();
            text.push_str(&Value::from(object).to_string());
        }
        text.push_str("\n]}\n");
        text
    }
}

fn described(column: &Column, name: &str, kind: Kind) -> Value {
    let mut described = json!({ "name": name, "title": column.title, "type": type_name(kind) });
    if let Some(unit) = &column.unit {
        described["unit"] = unit.as_str().into();
    }
    if !column.description.is_empty() {
        described["description"] = column.description.as_str().into();
    }
    described
}

const fn type_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "text",
        Kind::Number { .. } => "number",
        Kind::Integer => "integer",
        Kind::Year => "year",
        Kind::Percent => "percent",
        Kind::Date => "date",
    }
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) => Value::from(text.as_str()),
        Cell::Number(number) => Value::from(*number),
        Cell::Integer(number) => Value::from(*number),
        Cell::Date(day) => Value::from(day.to_string()),
    }
}
