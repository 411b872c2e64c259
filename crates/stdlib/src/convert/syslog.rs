//! Syslog's facilities and severities: names and codes.

use vrlet_function::prelude::*;

/// The facilities by number.
pub(super) const FACILITIES: [&str; 24] = [
    "kern",
    "user",
    "mail",
    "daemon",
    "auth",
    "syslog",
    "lpr",
    "news",
    "uucp",
    "cron",
    "authpriv",
    "ftp",
    "ntp",
    "security",
    "console",
    "solaris-cron",
    "local0",
    "local1",
    "local2",
    "local3",
    "local4",
    "local5",
    "local6",
    "local7",
];

/// The severities by number.
pub(super) const SEVERITIES: [&str; 8] =
    ["emerg", "alert", "crit", "err", "warning", "notice", "info", "debug"];

/// The word for a number.
pub(super) fn word(words: &[&'static str], number: i64) -> Result<Value, Failure> {
    let word = usize::try_from(number).ok().and_then(|number| words.get(number));
    let last = words.len() - 1;
    let word = word.ok_or_else(|| {
        Failure::new(format!("syslog counts from 0 to {last} here, not to {number}"))
    })?;
    Ok(Value::from_static(word))
}

/// The number of a word.
pub(super) fn number(words: &[&'static str], text: &Text) -> Result<Value, Failure> {
    let number = (0..).zip(words).find(|(_, word)| text.as_bytes() == word.as_bytes());
    let (number, _) = number.ok_or_else(|| {
        Failure::new(format!("`{text}` is none of syslog's words: {}", words.join(", ")))
    })?;
    Ok(Value::Integer(number))
}
