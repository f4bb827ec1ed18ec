//! What the engine says of a failure, made fit for a diagnostic.

/// The template to blame, as far as the engine names one, and the words of the error with all its causes.
pub(super) fn chain(error: &tera::Error) -> (Option<String>, String) {
    let mut blamed = None;
    let mut words: Vec<String> = Vec::new();
    let mut next: Option<&dyn std::error::Error> = Some(error);
    while let Some(error) = next {
        let text = error.to_string();
        match text.strip_prefix("Failed to render ") {
            Some(rest) => blamed = quoted(rest).last().cloned().or(blamed),
            None => {
                if let Some((_, place)) = text.split_once("while rendering ") {
                    blamed = quoted(place).first().cloned().or(blamed);
                }
                words.push(one_line(&text));
            }
        }
        next = error.source();
    }
    if words.is_empty() {
        words.push(one_line(&error.to_string()));
    }
    (blamed, words.join(": "))
}

/// Texts in single quotes.
fn quoted(text: &str) -> Vec<String> {
    text.split('\'').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Without line breaks and drawings of the place.
fn one_line(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with(['|', '-']));
    // Lines that begin with a number and a bar show the template's own text.
    let is_shown = |line: &str| line.split_once('|').is_some_and(|(number, _)| number.trim().parse::<u32>().is_ok());
    let plain = lines.filter(|line| !is_shown(line));
    plain.map(|line| line.trim_start_matches("= ")).collect::<Vec<_>>().join(" ")
}

/// Line and column that the parser of templates names, as in ` --> 3:7`.
pub(super) fn position(text: &str) -> Option<(u32, u32)> {
    let place = text.split("--> ").nth(1)?.lines().next()?;
    let (line, column) = place.split_once(':')?;
    Some((line.trim().parse().ok()?, column.trim().parse().ok()?))
}

/// The line of a template that holds the name an error speaks of: engines of this family keep no lines.
pub(super) fn line_of(detail: &str, source: &str) -> Option<u32> {
    let names = detail.split('`').skip(1).step_by(2).chain(detail.split('\'').skip(1).step_by(2));
    let names = names.filter(|name| !name.is_empty() && !name.contains(char::is_whitespace));
    names.into_iter().find_map(|name| {
        let line =
            source.lines().position(|line| line.contains(name) && (line.contains("{{") || line.contains("{%")))?;
        u32::try_from(line + 1).ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_innermost_cause_is_told_with_its_template_and_line() {
        let mut tera = tera::Tera::default();
        let page = "{% extends 'base.html' %}\n{% block a %}\n{{ page.tittle }}{% endblock %}";
        tera.add_raw_templates([("base.html", "{% block a %}{% endblock %}"), ("page.html", page)])
            .expect("they parse");
        let error = tera.render("page.html", &tera::Context::new()).expect_err("there is no page");
        let (blamed, detail) = chain(&error);
        assert_eq!((blamed.as_deref(), line_of(&detail, page)), (Some("page.html"), Some(3)), "{detail}");
        assert!(detail.contains("page.tittle") && !detail.contains("Failed to render"), "{detail}");
    }

    #[test]
    fn the_place_of_a_syntax_error_is_read() {
        let error = tera::Template::new("a", None, "x\n{{ a b }}").expect_err("it does not parse");
        assert_eq!(position(&error.to_string()).map(|(line, _)| line), Some(2));
        assert!(!chain(&error).1.contains('\n'));
    }
}
