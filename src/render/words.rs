//! The words of the interface as templates see them.

use std::collections::HashMap;
use std::sync::Arc;

use minijinja::value::{Enumerator, Object, Value};

use crate::theme::Words;

/// Words by key. A page asks for hundreds of them, which the engine's own sorted maps make dear.
#[derive(Debug)]
struct WordsByKey(HashMap<String, Value>);

impl Object for WordsByKey {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.get_value_by_str(key.as_str()?)
    }

    fn get_value_by_str(self: &Arc<Self>, key: &str) -> Option<Value> {
        self.0.get(key).cloned()
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        let mut keys: Vec<&String> = self.0.keys().collect();
        keys.sort_unstable();
        Enumerator::Values(keys.into_iter().map(|key| Value::from(key.as_str())).collect())
    }
}

/// The words of one language as a value.
pub(super) fn value(words: &Words) -> Value {
    let by_key = words.keys().map(|key| (key.to_owned(), Value::from(words.get(key))));
    Value::from_object(WordsByKey(by_key.collect()))
}
