//! What templates can do beyond the language itself.

use minijinja::value::{Kwargs, Serde, Value};
use minijinja::{Environment, Error};

use super::qr::QrCode;

pub(super) fn add(environment: &mut Environment<'_>) {
    environment.add_filter("fill", fill);
    environment.add_filter("qr_code", |text: &str| QrCode::of(text).map(|code| Value::from(Serde(code))));
}

/// `{{ t.updated_on|fill(date=footer.updated) }}`: replaces every `{name}` by its value.
fn fill(pattern: &str, values: Kwargs) -> Result<String, Error> {
    let mut filled = pattern.to_owned();
    for name in values.args() {
        let value: String = values.get::<minijinja::Value>(name)?.to_string();
        filled = filled.replace(&format!("{{{name}}}"), &value);
    }
    values.assert_all_used()?;
    Ok(filled)
}
