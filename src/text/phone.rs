//! Telephone numbers of Viet Nam, and e-mail addresses.

/// A telephone number that can be dialled from anywhere in Viet Nam.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Phone {
    /// Digits as dialled inside the country: with the leading zero, or a service number as it is.
    digits: String,
    kind: Kind,
}

/// The numbering plan of the Ministry of Information and Communications (in force since the area codes of 2017).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Kind {
    /// `02x`: area code and number.
    Landline,
    /// `03`, `05`, `07`, `08`, `09`.
    Mobile,
    /// `069`: networks of the army and the police.
    Internal,
    /// `1800` (free), `1900`.
    Service,
    /// Emergency and information numbers: `113`, `1022`.
    Short,
}

/// Most digits that any accepted way of writing a number has (`0084` and a landline number).
const LONGEST: usize = 14;

impl Phone {
    /// Reads a number: landline, mobile, `1800…`, `1900…`, short numbers such as `113` and `1022`, with `+84`,
    /// `84` or `0084` for the leading zero, and blanks, points, hyphens and brackets as separators.
    ///
    /// Numbers without area code and numbers of plans that have ended are refused: nobody can dial them.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = national(&dialled(text)?)?;
        let kind = kind_of(&digits)?;
        Some(Self { digits, kind })
    }

    /// The target of a link: `tel:+842093870000`, or a service number as it is.
    #[must_use]
    pub fn tel(&self) -> String {
        match self.kind {
            Kind::Landline | Kind::Mobile | Kind::Internal => format!("tel:+84{}", &self.digits[1..]),
            Kind::Service | Kind::Short => format!("tel:{}", self.digits),
        }
    }

    /// The number in readable groups: `0209 387 0000`, `024 3825 1234`, `0912 345 678`, `1800 1096`.
    #[must_use]
    pub fn display(&self) -> String {
        let groups: &[usize] = match (self.kind, self.digits.len()) {
            (Kind::Landline, _) if self.has_short_area() => &[3, 4, 4],
            (Kind::Landline, _) => &[4, 3, 4],
            (Kind::Internal, 9) => &[3, 3, 3],
            (Kind::Internal, _) => &[3, 3, 4],
            (Kind::Mobile, _) | (Kind::Service, 10) => &[4, 3, 3],
            (Kind::Service, _) => &[4, 4],
            (Kind::Short, _) => return self.digits.clone(),
        };
        let mut rest = self.digits.as_str();
        let mut shown = String::with_capacity(self.digits.len() + groups.len());
        for &length in groups {
            let (group, tail) = rest.split_at(length.min(rest.len()));
            if !shown.is_empty() {
                shown.push(' ');
            }
            shown.push_str(group);
            rest = tail;
        }
        shown
    }

    /// Whether it is a personal (mobile) number.
    #[must_use]
    pub fn is_mobile(&self) -> bool {
        self.kind == Kind::Mobile
    }

    /// Hà Nội (024) and Thành phố Hồ Chí Minh (028) have two-digit area codes and longer numbers.
    fn has_short_area(&self) -> bool {
        self.digits.starts_with("024") || self.digits.starts_with("028")
    }
}

/// The digits, with a leading `+` kept, where nothing but digits and separators stands there.
fn dialled(text: &str) -> Option<String> {
    let mut digits = String::with_capacity(LONGEST);
    let mut open = false;
    for letter in text.trim().chars() {
        match letter {
            '0'..='9' => digits.push(letter),
            '+' if digits.is_empty() => digits.push('+'),
            '(' if !open => open = true,
            ')' if open => open = false,
            '.' | '-' | '\u{2010}'..='\u{2013}' => {}
            blank if blank.is_whitespace() => {}
            _ => return None,
        }
        if digits.len() > LONGEST {
            return None;
        }
    }
    (!open && !digits.is_empty()).then_some(digits)
}

/// The number as dialled inside the country.
fn national(digits: &str) -> Option<String> {
    let international = ["+84", "0084"].iter().find_map(|prefix| digits.strip_prefix(prefix));
    let international = international.or_else(|| digits.strip_prefix("84").filter(|rest| rest.len() >= 9));
    match international {
        // "+84 (0)24 …" keeps the zero that a caller from abroad leaves out.
        Some(rest) => Some(format!("0{}", rest.strip_prefix('0').unwrap_or(rest))),
        None if digits.starts_with('+') => None,
        None => Some(digits.to_owned()),
    }
}

/// What the numbering plan says of the digits.
fn kind_of(digits: &str) -> Option<Kind> {
    let bytes = digits.as_bytes();
    match (bytes, digits.len()) {
        ([b'0', b'2', ..], 11) if is_area(digits) => Some(Kind::Landline),
        ([b'0', b'3' | b'5' | b'7' | b'8' | b'9', ..], 10) => Some(Kind::Mobile),
        ([b'0', b'6', b'9', ..], 9 | 10) => Some(Kind::Internal),
        ([b'1', b'8' | b'9', b'0', b'0', ..], 8 | 10) => Some(Kind::Service),
        ([b'1', b'1', b'1'..=b'9'], 3) | ([b'1', b'0', _, _], 4) => Some(Kind::Short),
        _ => None,
    }
}

/// `024`, `028`, or one of the three-digit codes `0203`–`0299`.
fn is_area(digits: &str) -> bool {
    matches!(digits.as_bytes(), [b'0', b'2', b'4' | b'8', ..])
        || matches!(digits.as_bytes(), [b'0', b'2', b'0', b'3'..=b'9', ..])
        || matches!(digits.as_bytes(), [b'0', b'2', b'1' | b'2' | b'3' | b'5' | b'6' | b'7' | b'9', b'0'..=b'9', ..])
}

/// Whether a text has the form of an e-mail address: one `@`, a local part, and a domain with a dot in it.
#[must_use]
pub fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else { return false };
    let local_fits = (1..=64).contains(&local.len())
        && local.split('.').all(|part| !part.is_empty())
        && local.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&byte));
    local_fits
        && domain.len() <= 253
        && domain.contains('.')
        && domain.split('.').all(is_label)
        && ends_in_letters(domain)
}

fn is_label(label: &str) -> bool {
    (1..=63).contains(&label.len())
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

fn ends_in_letters(domain: &str) -> bool {
    domain.rsplit('.').next().is_some_and(|last| last.len() >= 2 && last.bytes().all(|byte| byte.is_ascii_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::{Phone, is_email};

    #[test]
    fn every_way_of_writing_a_number_is_read() {
        for (text, tel, shown) in [
            ("0209.3870.000", "tel:+842093870000", "0209 387 0000"),
            ("(024) 3825 1234", "tel:+842438251234", "024 3825 1234"),
            ("+84 (0)28 3829-5678", "tel:+842838295678", "028 3829 5678"),
            ("0912345678", "tel:+84912345678", "0912 345 678"),
            ("84 912 345 678", "tel:+84912345678", "0912 345 678"),
            ("0084.912.345.678", "tel:+84912345678", "0912 345 678"),
            ("18001096", "tel:18001096", "1800 1096"),
            ("1900.545.415", "tel:1900545415", "1900 545 415"),
            ("113", "tel:113", "113"),
            ("1022", "tel:1022", "1022"),
            ("069.232.4567", "tel:+84692324567", "069 232 4567"),
        ] {
            let phone = Phone::parse(text);
            assert_eq!(phone.as_ref().map(Phone::tel).as_deref(), Some(tel), "{text}");
            assert_eq!(phone.as_ref().map(Phone::display).as_deref(), Some(shown), "{text}");
        }
    }

    #[test]
    fn numbers_that_nobody_can_dial_are_refused() {
        for text in [
            "",
            "+",
            "()",
            "3870.000",
            "02093870",
            "0209387000012",
            "0123456789",
            "01234567890",
            "+1 202 555 0100",
            "0209.3870.000 - 0209.3870.001",
            "0912 345 678 (gặp Lan)",
            "không có",
            "110",
            "12",
            "0200 123 4567",
            "0(912)345678(",
            "٠٩١٢٣٤٥٦٧٨",
        ] {
            assert_eq!(Phone::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_displayed_number_reads_as_itself() {
        for text in ["02093870000", "02438251234", "0912345678", "1900545415", "115", "069696154"] {
            let phone = Phone::parse(text);
            assert!(phone.is_some(), "{text}");
            assert_eq!(phone.as_ref().and_then(|phone| Phone::parse(&phone.display())), phone);
        }
    }

    #[test]
    fn addresses_need_a_name_and_a_domain() {
        for text in ["ubnd.xa@gialai.gov.vn", "a+b@x-y.vn"] {
            assert!(is_email(text), "{text}");
        }
        for text in
            ["", "@", "a@b", "a@@b.vn", "a b@c.vn", "a@.vn", "a@b.", "a@-b.vn", ".a@b.vn", "đ@b.vn", "a@1.2.3.4"]
        {
            assert!(!is_email(text), "{text}");
        }
    }
}
