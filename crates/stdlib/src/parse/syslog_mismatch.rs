//! Error messages of `parse_syslog`: which part of a message does not match.

use super::recognize::hint;
use super::syslog_dialect::{after_version, split_priority};
use super::syslog_time::Time;
use crate::mismatch::expected;

/// Why a text is no message; `function` is the one that reads it.
pub(super) fn explain(message: &str, function: &str) -> String {
    let (at, what) = find(message);
    let hint = if at == 0 { hint(message, function) } else { String::new() };
    format!("the text is no message of syslog: {}{hint}", expected(what, message, at))
}

/// The place up to which a text is a message, and what is missing there.
fn find(message: &str) -> (usize, &'static str) {
    let (priority, rest) = split_priority(message);
    let place = |rest: &str| message.len() - rest.len();
    if !priority.is_empty() && self::priority(priority).is_none() {
        return (1, "a priority, 0 to 191, and `>`");
    }
    let Some(fields) = after_version(rest) else {
        let what = match priority {
            "" => "a priority such as `<13>`, or a time such as `Oct 11 22:14:15`",
            _ => "a time such as `Oct 11 22:14:15` or `2003-10-11T22:14:15Z`",
        };
        return (place(rest.trim_start()), what);
    };
    let (time, _) = fields.split_once(' ').unwrap_or((fields, ""));
    let complete =
        Time::read(time).is_some_and(|(time, rest)| time.is_usual(false) && rest.is_empty());
    if time != "-" && !complete {
        return (place(fields), "a time such as `2003-10-11T22:14:15.003Z`, or `-`,");
    }
    let mut rest = fields;
    let names = [
        "a host, or `-`,",
        "a program, or `-`,",
        "a process, or `-`,",
        "an id of the message, or `-`,",
        "structured data such as `[id name=\"value\"]`, or `-`,",
    ];
    for name in names {
        rest = rest.trim_start_matches(|character| character != ' ').trim_start_matches(' ');
        if rest.is_empty() {
            return (place(rest), name);
        }
    }
    (place(rest), names[names.len() - 1])
}

/// The number of a priority.
pub(super) fn priority(text: &str) -> Option<u8> {
    let number = text.strip_prefix('<')?.strip_suffix('>')?;
    let digits = (1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    number.parse().ok().filter(|number| digits && *number <= 191)
}
