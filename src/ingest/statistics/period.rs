//! The words of a reporting period → the span of time that they name.

use jiff::civil::{Date, date};

use crate::model::{PeriodSpan, ReportPeriod};
use crate::text;

/// Years outside this span are slips of the keyboard.
const YEARS: std::ops::RangeInclusive<i16> = 1990..=2100;

/// Longest text that can name a period, in bytes.
const LONGEST: usize = 300;

/// A word or number of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Word(String),
    Number(u32),
    /// `21/7`, without a year.
    DayMonth(i8, i8),
    /// `10/2019`, or `1/2020` after "quý".
    MonthYear(i8, i16),
    Day(Date),
}

/// Reads a period: `Quý III năm 2026 (Từ ngày 01/7/2026 đến ngày 30/9/2026)`, `Tháng 10/2019`, `6 tháng đầu năm 2026`,
/// `2026 (đến 2026-10-10)`, `21/7-20/8/2021`; unknown where the words say nothing of the kind.
pub(in crate::ingest) fn parse(words: &str) -> ReportPeriod {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut period = ReportPeriod { words, ..ReportPeriod::default() };
    if period.words.len() > LONGEST {
        return period;
    }
    let tokens = with_spelled_days(tokens(&text::fold(&period.words)));
    let days = days(&tokens);
    if let Some((from, to)) = days {
        (period.from, period.to) = (Some(from), Some(to));
    }
    let spanned = |(from, to)| span_of_days(from, to);
    period.span = named(&tokens)
        .or_else(|| days.map(spanned))
        .or_else(|| up_to(&tokens))
        .or_else(|| year_alone(&tokens))
        .unwrap_or_default();
    period
}

/// The period of two days.
pub(super) fn of_days(from: Date, to: Date) -> ReportPeriod {
    let words = format!("{} – {}", text::format_date(from), text::format_date(to));
    ReportPeriod { span: span_of_days(from, to), from: Some(from), to: Some(to), words }
}

/// The name of a span that begins and ends with a month; else the days themselves.
fn span_of_days(from: Date, to: Date) -> PeriodSpan {
    let year = from.year();
    let months = (1..=12).map(|month| PeriodSpan::Month { year, month });
    let quarters = (1..=4).map(|quarter| PeriodSpan::Quarter { year, quarter });
    let halves = (1..=2).map(|half| PeriodSpan::HalfYear { year, half });
    let longer = [PeriodSpan::NineMonths { year }, PeriodSpan::Year { year }];
    let mut all = months.chain(quarters).chain(halves).chain(longer);
    let from_new_year = from == date(year, 1, 1) && to.year() == year;
    match all.find(|span| span.days() == Some((from, to))) {
        Some(span) => span,
        None if from_new_year => PeriodSpan::YearTo { day: to },
        None => PeriodSpan::Range { from, to },
    }
}

/// A quarter, month, half-year or nine months that the words name.
fn named(tokens: &[Token]) -> Option<PeriodSpan> {
    quarter(tokens).or_else(|| months_count(tokens)).or_else(|| months(tokens))
}

fn quarter(tokens: &[Token]) -> Option<PeriodSpan> {
    let at = tokens.iter().position(|token| is_word(token, &["quy", "q"]))?;
    let (quarter, year) = match tokens.get(at + 1)? {
        Token::MonthYear(quarter, year) => (*quarter, Some(*year)),
        Token::Number(number) => (i8::try_from(*number).ok()?, None),
        Token::Word(roman) => (["i", "ii", "iii", "iv"].iter().position(|known| known == roman)? as i8 + 1, None),
        _ => return None,
    };
    let year = year.or_else(|| year_after(tokens, at + 2))?;
    ((1..=4).contains(&quarter) && YEARS.contains(&year)).then_some(PeriodSpan::Quarter { year, quarter })
}

/// `6 tháng đầu năm 2026`, `9 tháng năm 2026`, `12 tháng năm 2025`.
fn months_count(tokens: &[Token]) -> Option<PeriodSpan> {
    let at = tokens.iter().position(|token| is_word(token, &["thang"]))?;
    let count = match tokens.get(at.checked_sub(1)?)? {
        Token::Number(count) => *count,
        Token::Word(word) if word == "sau" => 6,
        Token::Word(word) if word == "chin" => 9,
        _ => return None,
    };
    if tokens.get(at.wrapping_sub(2)).is_some_and(|token| is_word(token, &["ngay"])) {
        return None;
    }
    let year = year_after(tokens, at + 1)?;
    let half = if tokens.iter().any(|token| is_word(token, &["cuoi"])) { 2 } else { 1 };
    match count {
        6 => Some(PeriodSpan::HalfYear { year, half }),
        9 => Some(PeriodSpan::NineMonths { year }),
        12 => Some(PeriodSpan::Year { year }),
        _ => None,
    }
}

/// `Tháng 10/2019`, `tháng 9 năm 2021`, `10/2019`, `từ tháng 1 đến tháng 9 năm 2026`.
fn months(tokens: &[Token]) -> Option<PeriodSpan> {
    let mut found: Vec<(i8, Option<i16>)> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let follows = at.checked_sub(1).is_some_and(|before| is_word(&tokens[before], &["thang", "t"]));
        match token {
            Token::MonthYear(month, year) => found.push((*month, Some(*year))),
            Token::Number(number) if follows => found.push((i8::try_from(*number).ok()?, year_after(tokens, at + 1))),
            _ => {}
        }
    }
    let (last_month, year) = *found.last()?;
    let year = year?;
    let month = |year: i16, month: i8| {
        ((1..=12).contains(&month) && YEARS.contains(&year)).then_some(PeriodSpan::Month { year, month })
    };
    match found.as_slice() {
        [_] => month(year, last_month),
        [(first, first_year), _] => {
            let (from, _) = month(first_year.unwrap_or(year), *first)?.days()?;
            let (_, to) = month(year, last_month)?.days()?;
            (from < to).then(|| span_of_days(from, to))
        }
        _ => None,
    }
}

/// Two days: the first may lack its year.
fn days(tokens: &[Token]) -> Option<(Date, Date)> {
    let mut found = tokens.iter().filter(|token| matches!(token, Token::Day(_) | Token::DayMonth(..)));
    let (first, Token::Day(to)) = (found.next()?, found.next()?) else { return None };
    let from = match first {
        Token::Day(from) => *from,
        Token::DayMonth(day, month) => {
            let in_year = |year| Date::new(year, *month, *day).ok();
            in_year(to.year()).filter(|from| from <= to).or_else(|| in_year(to.year() - 1))?
        }
        _ => return None,
    };
    (from <= *to && found.next().is_none()).then_some((from, *to))
}

/// One day after "đến": from the beginning of its year.
fn up_to(tokens: &[Token]) -> Option<PeriodSpan> {
    let at = tokens.iter().position(|token| matches!(token, Token::Day(_)))?;
    let before = &tokens[at.saturating_sub(2)..at];
    match &tokens[at] {
        Token::Day(day) if before.iter().any(|token| is_word(token, &["den"])) => {
            Some(PeriodSpan::YearTo { day: *day })
        }
        _ => None,
    }
}

/// A year and nothing else of weight; "lũy kế" of an unnamed day is not the whole year.
fn year_alone(tokens: &[Token]) -> Option<PeriodSpan> {
    let only = |token: &Token| match token {
        Token::Word(word) => ["nam", "ca", "bao", "cao"].contains(&word.as_str()),
        Token::Number(number) => i16::try_from(*number).is_ok_and(|year| YEARS.contains(&year)),
        _ => false,
    };
    let years = tokens.iter().filter(|token| matches!(token, Token::Number(_))).count();
    (years == 1 && tokens.iter().all(only)).then(|| year_after(tokens, 0).map(|year| PeriodSpan::Year { year }))?
}

/// The first year at or after a token.
fn year_after(tokens: &[Token], start: usize) -> Option<i16> {
    tokens.get(start..)?.iter().find_map(|token| match token {
        Token::Number(number) => i16::try_from(*number).ok().filter(|year| YEARS.contains(year)),
        Token::MonthYear(_, year) => Some(*year),
        Token::Day(day) => Some(day.year()),
        _ => None,
    })
}

fn is_word(token: &Token, words: &[&str]) -> bool {
    matches!(token, Token::Word(word) if words.contains(&word.as_str()))
}

/// Words of letters, and numbers with what joins them to dates.
fn tokens(folded: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = folded;
    while let Some(first) = rest.chars().next() {
        let class: fn(char) -> bool = match first {
            '0'..='9' => |letter| letter.is_ascii_digit() || matches!(letter, '/' | '-' | '.' | '–'),
            'a'..='z' => |letter| letter.is_ascii_lowercase(),
            _ => |letter| !letter.is_ascii_alphanumeric(),
        };
        let end = rest.find(|letter| !class(letter)).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        match first {
            '0'..='9' => numbers(run, &mut tokens),
            'a'..='z' => tokens.push(Token::Word(run.to_owned())),
            _ => {}
        }
        rest = after;
    }
    tokens
}

/// Joins `ngày 15 tháng 12 năm 2025` to one day.
fn with_spelled_days(tokens: Vec<Token>) -> Vec<Token> {
    let mut joined = Vec::with_capacity(tokens.len());
    let mut rest = tokens.as_slice();
    while let Some(first) = rest.first() {
        let spelled = if is_word(first, &["ngay"]) { spelled_day(&rest[1..]) } else { None };
        joined.push(first.clone());
        rest = &rest[1..];
        if let Some((day, length)) = spelled {
            joined.push(Token::Day(day));
            rest = &rest[length..];
        }
    }
    joined
}

/// `15 tháng 12 năm 2025`, and how many tokens it takes.
fn spelled_day(tokens: &[Token]) -> Option<(Date, usize)> {
    let [Token::Number(day), Token::Word(thang), Token::Number(month), Token::Word(nam), Token::Number(year), ..] =
        tokens
    else {
        return None;
    };
    let day = Date::new(i16::try_from(*year).ok()?, i8::try_from(*month).ok()?, i8::try_from(*day).ok()?).ok()?;
    (thang == "thang" && nam == "nam").then_some((day, 5))
}

/// A run of digits and separators: one date, or several joined by a dash.
fn numbers(run: &str, tokens: &mut Vec<Token>) {
    let run = run.trim_end_matches(['/', '-', '.', '–']);
    if let Some(day) = text::parse_date(run) {
        return tokens.push(Token::Day(day));
    }
    for piece in run.split(['-', '–']) {
        let piece = piece.trim_matches(['/', '.']);
        if let Some(day) = text::parse_date(piece) {
            tokens.push(Token::Day(day));
            continue;
        }
        let parts: Option<Vec<u32>> = piece.split(['/', '.']).map(|part| part.parse().ok()).collect();
        match parts.as_deref() {
            Some([number]) => tokens.push(Token::Number(*number)),
            Some([first, second]) => tokens.extend(pair(*first, *second)),
            _ => tokens.push(Token::Word(piece.to_owned())),
        }
    }
}

/// `21/7` or `10/2019`.
fn pair(first: u32, second: u32) -> Option<Token> {
    let first = i8::try_from(first).ok()?;
    match i16::try_from(second).ok()? {
        year if YEARS.contains(&year) => Some(Token::MonthYear(first, year)),
        month @ 1..=12 => Some(Token::DayMonth(first, i8::try_from(month).ok()?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::{of_days, parse};
    use crate::model::PeriodSpan::{self, HalfYear, Month, NineMonths, Quarter, Range, Unknown, Year, YearTo};

    #[test]
    fn every_way_of_naming_a_period_is_read() {
        for (words, span) in [
            ("Quý III năm 2026", Quarter { year: 2026, quarter: 3 }),
            ("Quý I/2020", Quarter { year: 2020, quarter: 1 }),
            ("QUÝ 4-2025", Quarter { year: 2025, quarter: 4 }),
            ("quý 1/2020", Quarter { year: 2020, quarter: 1 }),
            ("Q3 2026", Quarter { year: 2026, quarter: 3 }),
            ("Tháng 10/2019", Month { year: 2019, month: 10 }),
            ("tháng 9 năm 2021", Month { year: 2021, month: 9 }),
            ("03/2026", Month { year: 2026, month: 3 }),
            ("6 tháng đầu năm 2026", HalfYear { year: 2026, half: 1 }),
            ("Sáu tháng cuối năm 2025", HalfYear { year: 2025, half: 2 }),
            ("9 tháng năm 2026", NineMonths { year: 2026 }),
            ("từ tháng 1 đến tháng 9 năm 2026", NineMonths { year: 2026 }),
            ("Năm 2025", Year { year: 2025 }),
            ("2025", Year { year: 2025 }),
            ("2026 (den 2026-10-10)", YearTo { day: date(2026, 10, 10) }),
            ("lũy kế đến ngày 10/10/2026", YearTo { day: date(2026, 10, 10) }),
            ("21/7-20/8/2021", Range { from: date(2021, 7, 21), to: date(2021, 8, 20) }),
            ("15/12 - 14/3/2026", Range { from: date(2025, 12, 15), to: date(2026, 3, 14) }),
            ("Từ ngày 01/01/2026 đến ngày 31/03/2026", Quarter { year: 2026, quarter: 1 }),
            ("từ ngày 1 tháng 4 năm 2026 đến ngày 30 tháng 6 năm 2026", Quarter { year: 2026, quarter: 2 }),
        ] {
            assert_eq!(parse(words).span, span, "{words}");
        }
    }

    #[test]
    fn the_days_in_brackets_are_kept_beside_the_name() {
        let period = parse("Quý I năm 2026 (Từ ngày 15/12/2025 đến ngày 14/3/2026)");
        assert_eq!(period.span, Quarter { year: 2026, quarter: 1 });
        assert_eq!((period.from, period.to), (Some(date(2025, 12, 15)), Some(date(2026, 3, 14))));
        assert_eq!(parse("Quý III năm 2026 (Từ ngày …/… đến ngày …/…)").from, None);
    }

    #[test]
    fn words_that_name_no_period_are_not_guessed_at() {
        for words in [
            "luỹ kế (không rõ ngày)",
            "lũy kế năm 2026",
            "",
            "13/2026",
            "quý V năm 2026",
            "tháng 2",
            "01/03/2026",
            "ngày 5 tháng 10 năm 2026",
        ] {
            assert_eq!(parse(words).span, Unknown, "{words}");
            assert_eq!(parse(words).words, words);
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(words in "\\PC{0,60}|[0-9/. -]{0,30}|(quý|tháng|năm|đến|ngày) ?[0-9/-]{0,12}( (quý|tháng|năm|đến) [0-9/-]{0,12}){0,3}") {
            let period = parse(&words);
            if let Some((from, to)) = period.span.days() {
                prop_assert!(from <= to);
            }
        }

        #[test]
        fn the_days_of_a_named_span_lead_back_to_it(year in 1990_i16..2100, kind in 0_u8..4, number in 1_i8..=12) {
            let span = match kind {
                0 => Month { year, month: number },
                1 => Quarter { year, quarter: (number - 1) / 3 + 1 },
                2 => HalfYear { year, half: (number - 1) / 6 + 1 },
                _ => PeriodSpan::Year { year },
            };
            let (from, to) = span.days().expect("the year is in the calendar");
            prop_assert_eq!(of_days(from, to).span, span);
        }
    }
}
