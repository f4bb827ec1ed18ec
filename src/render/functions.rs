//! Functions that a template can call: written once over plain values, shown to the engine by a thin adapter.

use std::sync::Arc;

use minijinja::value::{Kwargs, Serde, Value as Engine};
use minijinja::{Environment, Error, ErrorKind};
use serde_json::{Map, Value};

/// Arguments of a call, by name.
pub type Args = Map<String, Value>;

/// A function of templates. What goes wrong is told in words for the author of the template.
pub trait Function: Send + Sync {
    /// Calls it.
    ///
    /// # Errors
    /// When an argument is missing or of another type, or what it names does not exist.
    fn call(&self, args: &Args) -> Result<Value, String>;
}

impl<F> Function for F
where
    F: Fn(&Args) -> Result<Value, String> + Send + Sync,
{
    fn call(&self, args: &Args) -> Result<Value, String> {
        self(args)
    }
}

/// A filter of templates: a value and further arguments.
pub type Filter = dyn Fn(&Value, &Args) -> Result<Value, String> + Send + Sync;

/// What templates can call besides what the language itself has.
#[derive(Clone, Default)]
pub struct Functions {
    functions: Vec<(&'static str, Arc<dyn Function>)>,
    filters: Vec<(&'static str, Arc<Filter>)>,
    /// Filters that give HTML.
    safe: Vec<&'static str>,
    digest: Option<blake3::Hash>,
}

impl Functions {
    /// Adds a function.
    #[must_use]
    pub fn with(mut self, name: &'static str, function: impl Function + 'static) -> Self {
        self.functions.push((name, Arc::new(function)));
        self
    }

    /// Adds a filter.
    #[must_use]
    pub fn with_filter(
        mut self,
        name: &'static str,
        filter: impl Fn(&Value, &Args) -> Result<Value, String> + Send + Sync + 'static,
    ) -> Self {
        self.filters.push((name, Arc::new(filter)));
        self
    }

    /// Adds a filter whose text is HTML and is not escaped again.
    #[must_use]
    pub fn with_html_filter(
        mut self,
        name: &'static str,
        filter: impl Fn(&Value, &Args) -> Result<Value, String> + Send + Sync + 'static,
    ) -> Self {
        self.safe.push(name);
        self.with_filter(name, filter)
    }

    /// Says what the answers depend on besides the arguments; pages are made anew when it changes.
    #[must_use]
    pub fn depending_on(mut self, digest: blake3::Hash) -> Self {
        self.digest = Some(digest);
        self
    }

    pub(super) fn digest(&self) -> Option<&blake3::Hash> {
        self.digest.as_ref()
    }

    pub(super) fn add_to(&self, environment: &mut Environment<'static>) {
        for (name, function) in &self.functions {
            let function = Arc::clone(function);
            environment.add_function(*name, move |kwargs: Kwargs| {
                let answer = function.call(&arguments(&kwargs)?).map_err(failed)?;
                Ok::<Engine, Error>(Engine::from(Serde(answer)))
            });
        }
        for (name, filter) in &self.filters {
            let (filter, safe) = (Arc::clone(filter), self.safe.contains(name));
            environment.add_filter(*name, move |value: Engine, kwargs: Kwargs| {
                let answer = filter(&plain(&value)?, &arguments(&kwargs)?).map_err(failed)?;
                Ok::<Engine, Error>(match answer {
                    Value::String(html) if safe => Engine::from_safe_string(html),
                    other => Engine::from(Serde(other)),
                })
            });
        }
    }
}

fn arguments(kwargs: &Kwargs) -> Result<Args, Error> {
    let argument = |name: &str| Ok((name.to_owned(), plain(&kwargs.get::<Engine>(name)?)?));
    let args = kwargs.args().map(argument).collect::<Result<Args, Error>>()?;
    kwargs.assert_all_used()?;
    Ok(args)
}

fn plain(value: &Engine) -> Result<Value, Error> {
    serde_json::to_value(value).map_err(|error| Error::new(ErrorKind::BadSerialization, error.to_string()))
}

fn failed(told: String) -> Error {
    Error::new(ErrorKind::InvalidOperation, told)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn render(template: &str) -> Result<String, String> {
        let functions = Functions::default()
            .with("give", |args: &Args| args.get("value").cloned().ok_or_else(|| "`value` is missing".to_owned()))
            .with_filter("plus", |value, args| Ok(json!(value.as_i64().zip(args["by"].as_i64()).map(|(a, b)| a + b))))
            .with_html_filter("bold", |value, _| Ok(json!(format!("<b>{}</b>", value.as_str().unwrap_or_default()))));
        let mut environment = Environment::new();
        environment.set_auto_escape_callback(|_| minijinja::AutoEscape::Html);
        functions.add_to(&mut environment);
        environment.render_str(template, ()).map_err(|error| error.to_string())
    }

    #[test]
    fn values_go_in_and_come_out_as_they_are() {
        let template =
            "{% set m = give(value={'a': [1, 'đ<']}) %}{{ m.a[0] | plus(by=2) }} {{ m.a[1] }} {{ 'x' | bold }}";
        assert_eq!(render(template).as_deref(), Ok("3 đ&lt; <b>x</b>"));
    }

    #[test]
    fn what_goes_wrong_is_told_in_words() {
        assert!(render("{{ give() }}").is_err_and(|told| told.contains("`value` is missing")));
        assert!(render("{{ give(1) }}").is_err());
    }
}
