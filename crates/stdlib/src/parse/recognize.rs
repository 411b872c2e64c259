//! Guesses the format of a log line, so that an error can name the function that parses it.

/// The function that reads lines such as this one, where another than `own` does: what an error ends with.
pub(super) fn hint(source: &str, own: &str) -> String {
    match other_parser(source, own) {
        Some(other) => format!("; this looks like a text for `{other}`"),
        None => String::new(),
    }
}

/// The function that a text looks to be for; none where that is `own`.
fn other_parser(source: &str, own: &str) -> Option<&'static str> {
    let text = source.trim_start();
    let (_, name) = FORMATS.iter().find(|(fits, _)| fits(text))?;
    let function = |call: &str| call.split('(').next().map(str::to_owned);
    let same = *name == own || (!name.contains('(') && function(name) == function(own));
    (!same).then_some(*name)
}

/// What a text of a format looks like.
type Looks = fn(&str) -> bool;

/// How lines begin, the surest signs first.
const FORMATS: &[(Looks, &str)] = &[
    (cloudwatch, "parse_aws_cloudwatch_log_subscription_message"),
    (json, "parse_json"),
    (cef, "parse_cef"),
    (syslog, "parse_syslog"),
    (glog, "parse_glog"),
    (klog, "parse_klog"),
    (load_balancer, "parse_aws_alb_log"),
    (flow_log, "parse_aws_vpc_flow_log"),
    (nginx_error, "parse_nginx_log(…, \"error\")"),
    (apache_error, "parse_apache_log(…, \"error\")"),
    (combined, "parse_apache_log(…, \"combined\")"),
    (common, "parse_common_log"),
    (xml, "parse_xml"),
    (key_value, "parse_key_value"),
];

/// Whether a text starts like a template, in which `9` is a digit, `A` and `a` a letter of that case, `#`
/// a digit or a blank, and everything else itself.
fn starts_like(text: &str, template: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= template.len()
        && bytes.iter().zip(template.bytes()).all(|(byte, sign)| match sign {
            b'9' => byte.is_ascii_digit(),
            b'A' => byte.is_ascii_uppercase(),
            b'a' => byte.is_ascii_lowercase(),
            b'#' => byte.is_ascii_digit() || *byte == b' ',
            sign => *byte == sign,
        })
}

fn cloudwatch(text: &str) -> bool {
    json(text) && text.contains("\"logEvents\"") && text.contains("\"messageType\"")
}

fn json(text: &str) -> bool {
    text.starts_with('{') && text.trim_end().ends_with('}')
}

fn cef(text: &str) -> bool {
    text.find("CEF:").is_some_and(|at| text[at..].matches('|').count() >= 6)
}

/// With a priority, or with the time of RFC 3164.
fn syslog(text: &str) -> bool {
    let priority = text.strip_prefix('<').and_then(|rest| rest.split_once('>'));
    priority.is_some_and(|(number, _)| {
        (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
    }) || starts_like(text, "Aaa #9 99:99:99 ")
}

fn glog(text: &str) -> bool {
    text.starts_with(['I', 'W', 'E', 'F']) && starts_like(text, "A99999999 99:99:99.9")
}

fn klog(text: &str) -> bool {
    text.starts_with(['I', 'W', 'E', 'F']) && starts_like(text, "A9999 99:99:99.9")
}

fn load_balancer(text: &str) -> bool {
    let kind = text.split_once(' ');
    kind.is_some_and(|(kind, rest)| {
        matches!(kind, "http" | "https" | "h2" | "grpcs" | "ws" | "wss")
            && starts_like(rest, "9999-99-99T99:99:99")
    })
}

fn flow_log(text: &str) -> bool {
    let mut words = text.split(' ');
    let number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    words.next().is_some_and(number)
        && words.next().is_some_and(|word| number(word) || word == "unknown")
        && words.next().is_some_and(|word| word.starts_with("eni-"))
}

fn nginx_error(text: &str) -> bool {
    starts_like(text, "9999/99/99 99:99:99 [")
}

fn apache_error(text: &str) -> bool {
    starts_like(text, "[Aaa Aaa #9 99:99:99") || starts_like(text, "[99/Aaa/9999:99:99:99 +9999] [")
}

fn combined(text: &str) -> bool {
    access(text).is_some_and(|rest| rest.matches('"').count() >= 6)
}

fn common(text: &str) -> bool {
    access(text).is_some()
}

/// What follows the time of an access log.
fn access(text: &str) -> Option<&str> {
    let (before, rest) = text.split_once(" [")?;
    let fits = before.split(' ').count() >= 3 && starts_like(rest, "99/Aaa/9999:99:99:99 ");
    fits.then_some(rest).filter(|rest| rest.contains("] \""))
}

fn xml(text: &str) -> bool {
    let mut characters = text.chars();
    characters.next() == Some('<')
        && characters.next().is_some_and(|second| second == '?' || second.is_ascii_alphabetic())
        && text.trim_end().ends_with('>')
}

/// Two fields at least.
fn key_value(text: &str) -> bool {
    let field = |word: &str| {
        let key = word.split_once('=').map(|(key, _)| key);
        key.is_some_and(|key| {
            !key.is_empty() && key.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | b'-' | b'.'))
        })
    };
    field(text) && text.split(' ').filter(|word| field(word)).count() >= 2
}

#[cfg(test)]
mod tests {
    use super::other_parser;

    #[test]
    fn formats_are_known_by_their_beginning() {
        let cases = [
            ("<34>1 2003-10-11T22:14:15.003Z host su - - - hi", "parse_syslog"),
            ("Oct 11 22:14:15 host su: hi", "parse_syslog"),
            ("I0505 17:59:40.692994   28133 klog.go:70] a", "parse_klog"),
            ("I20210131 14:48:54.411655 15520 main.cc:9] a", "parse_glog"),
            ("h2 2022-11-01T22:23:00.186641Z app/x", "parse_aws_alb_log"),
            ("2 123456789010 eni-1235b8ca 172.31.16.139", "parse_aws_vpc_flow_log"),
            ("2021/04/01 13:02:31 [error] 31#31: x", "parse_nginx_log(…, \"error\")"),
            ("[Thu Mar 11 10:00:00.1 2021] [core:error] x", "parse_apache_log(…, \"error\")"),
            ("h - - [10/Oct/2000:13:55:36 -0700] \"GET / HTTP/1.0\" 200 1", "parse_common_log"),
            (
                "h - - [10/Oct/2000:13:55:36 -0700] \"GET / HTTP/1.0\" 200 1 \"r\" \"a\"",
                "parse_apache_log(…, \"combined\")",
            ),
            ("{\"a\":1}", "parse_json"),
            ("host CEF:0|a|b|c|d|e|8|x=y", "parse_cef"),
            ("<event><a/></event>", "parse_xml"),
            ("level=info msg=hi", "parse_key_value"),
        ];
        for (line, function) in cases {
            assert_eq!(other_parser(line, "parse_regex"), Some(function), "{line}");
            assert_eq!(other_parser(line, function), None, "{line}");
        }
        assert_eq!(other_parser("hello world", "parse_regex"), None);
    }
}
