//! The filter `date`, which forgives a date that is not there.

use std::cell::Cell;
use std::collections::HashMap;
use std::sync::Arc;

use tera::{Filter, Value};

/// Seconds since 1970 beyond which the engine's own filter would panic.
const LATEST: i64 = 8_000_000_000_000;

thread_local! {
    static MISSING: Cell<usize> = const { Cell::new(0) };
}

/// How often this thread met a date that is not there.
pub(super) fn missing() -> usize {
    MISSING.get()
}

/// The engine's own filter behind a look at what it gets.
pub(super) struct Date(pub(super) Arc<dyn Filter>);

impl Filter for Date {
    fn filter(&self, value: &Value, args: &HashMap<String, Value>) -> tera::Result<Value> {
        if value.is_null() || value.as_str().is_some_and(str::is_empty) {
            MISSING.set(MISSING.get().wrapping_add(1));
            return Ok(Value::String(String::new()));
        }
        if value.as_i64().is_some_and(|seconds| seconds.unsigned_abs() > LATEST.unsigned_abs()) {
            return Err(tera::Error::msg(format!("Filter `date` was called on {value}, which is no moment in time")));
        }
        self.0.filter(value, args)
    }
}
