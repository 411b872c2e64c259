//! Syslog headers as network devices write them (sequence numbers, marks, fractions, zones, no host),
//! rewritten as standard ones.

use chrono::SecondsFormat;
use vrlet_function::Host;

use super::syslog_time::Time;

/// A header in another form.
pub(super) struct Rewritten<'a> {
    /// The message with the usual header.
    pub(super) text: String,
    /// Whether its time only fills the place of one.
    pub(super) without_time: bool,
    /// The numbers by which the device counts its messages.
    pub(super) numbers: Vec<&'a str>,
}

/// Fills the place of a time.
const NO_TIME: &str = "1970-01-01T00:00:00Z";

/// Fills the place of a host.
const NO_HOST: &str = "-";

/// The priority that a message starts with, and what follows it.
pub(super) fn split_priority(message: &str) -> (&str, &str) {
    let end = message.find('>').filter(|_| message.starts_with('<'));
    message.split_at(end.map_or(0, |end| end + 1))
}

/// Whether what follows a priority is the version of RFC 5424, and what follows that.
pub(super) fn after_version(rest: &str) -> Option<&str> {
    let (version, rest) = rest.split_once(' ')?;
    let digits = version.bytes().all(|byte| byte.is_ascii_digit());
    (digits && (1..=3).contains(&version.len())).then_some(rest)
}

/// Rewrites the header of a message; `None` where it is a usual one, or none at all.
pub(super) fn rewrite<'a>(message: &'a str, host: &Host) -> Option<Rewritten<'a>> {
    let (priority, rest) = split_priority(message);
    if let Some(fields) = after_version(rest) {
        // RFC 5424, of which only the NILVALUE of a time needs another form.
        let fields = fields.strip_prefix("- ").filter(|_| !priority.is_empty())?;
        let version = &rest[..rest.len() - fields.len() - "- ".len()];
        let text = format!("{priority}{version}{NO_TIME} {fields}");
        return Some(Rewritten { text, without_time: true, numbers: Vec::new() });
    }
    let (before, rest) = BeforeTime::read(rest.trim_start());
    let Some((mut time, mut after)) = Time::read(rest) else {
        return before.without_time(priority, rest);
    };
    if let Some((zone, rest)) = named_zone(after, before.is_there || time.has_fraction()) {
        (time, after) = (time.in_zone(zone), rest);
    }
    let colon = after.strip_prefix(": ");
    // A code of Cisco's, or a colon in a header with its numbers, stands where the host would.
    let no_host =
        colon.unwrap_or(after).trim_start().starts_with('%') || colon.is_some() && before.is_there;
    let stands_apart = after.starts_with("  ") && has_tag(after);
    let usual = !before.is_there && time.is_usual(colon.is_some()) && !no_host && !stands_apart;
    if usual || !(after.is_empty() || after.starts_with(' ') || colon.is_some()) {
        return None;
    }
    let time = time.read_at(host)?.to_rfc3339_opts(SecondsFormat::AutoSi, true);
    let body = colon.unwrap_or(after).trim_start();
    let text = match before.host {
        Some(host) => format!("{priority}{time} {host} : {body}"),
        None if no_host && colon.is_some() => format!("{priority}{time} {NO_HOST} : {body}"),
        None if no_host => format!("{priority}{time} {NO_HOST} {body}"),
        None => format!("{priority}{time} {body}"),
    };
    Some(Rewritten { text, without_time: false, numbers: before.numbers })
}

/// Whether a host and a program with its colon follow, as in `  host program[1]: `.
fn has_tag(after: &str) -> bool {
    after.split_whitespace().nth(1).is_some_and(|tag| tag.ends_with(':'))
}

/// The zone whose name a colon and a message code of Cisco's follow, and what follows the name. Devices can
/// give zones any name, so `surely` says whether it can't be that of a host.
fn named_zone(after: &str, surely: bool) -> Option<(&str, &str)> {
    let (word, _) = after.strip_prefix(' ')?.split_once(": %")?;
    let is_name = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    (is_name && (surely || Time::knows_zone(word))).then(|| (word, &after[1 + word.len()..]))
}

/// What Cisco's devices write before the time.
#[derive(Default)]
struct BeforeTime<'a> {
    is_there: bool,
    numbers: Vec<&'a str>,
    host: Option<&'a str>,
}

impl<'a> BeforeTime<'a> {
    /// Reads numbers with a colon each, and the host after the first one, as in `29: host: 000030: *`; what
    /// follows them.
    fn read(mut rest: &'a str) -> (Self, &'a str) {
        let mut before = Self::default();
        while let Some((word, after)) = rest.split_once(": ") {
            let is_number = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
            let is_host = !before.numbers.is_empty()
                && before.host.is_none()
                && !word.contains([' ', ':', '%'])
                && !Self::is_uptime(word);
            match (is_number, is_host) {
                (true, _) => before.numbers.push(word),
                (_, true) => before.host = Some(word),
                _ => break,
            }
            rest = after.trim_start();
        }
        before.is_there = !before.numbers.is_empty();
        // The clock was never set, or has lost its server.
        let marked = rest.strip_prefix(['*', '.', ':']).map(str::trim_start);
        if let Some(marked) = marked.filter(|rest| Time::read(rest).is_some()) {
            before.is_there = true;
            rest = marked;
        }
        (before, rest)
    }

    /// A header with the time since the device was started, or with none.
    fn without_time(self, priority: &str, rest: &str) -> Option<Rewritten<'a>> {
        let code = match rest.split_once(": %") {
            Some((uptime, _)) => Self::is_uptime(uptime) || rest.starts_with('%'),
            None => rest.starts_with('%'),
        };
        let text = format!("{priority}{NO_TIME} {} : {rest}", self.host.unwrap_or(NO_HOST));
        (code && self.is_there).then_some(Rewritten {
            text,
            without_time: true,
            numbers: self.numbers,
        })
    }

    /// Such as `2y10w`, `13w1d` or `00:00:46`.
    fn is_uptime(word: &str) -> bool {
        let sign =
            |byte: u8| byte.is_ascii_digit() || matches!(byte, b'y' | b'w' | b'd' | b'h' | b':');
        word.starts_with(|first: char| first.is_ascii_digit())
            && word.contains(['y', 'w', 'd', 'h', ':'])
            && word.bytes().all(sign)
    }
}
