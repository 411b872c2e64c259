//! Streams of other kinds than those of the main workloads, so that nothing is tuned to one sort of events.

use std::fmt::Write;

/// The streams.
pub const NAMES: [&str; 7] = [
    "events of 100 bytes",
    "events of 64 kB",
    "95 % dropped by abort",
    "escapes in every field",
    "text beyond ASCII",
    "production, 300 lines",
    "lookups of one table",
];

/// The program and the input of a stream.
///
/// # Panics
/// Where there is none of the name.
pub fn named(name: &str, events: usize) -> (String, Vec<u8>) {
    let (program, input) = match name {
        "events of 100 bytes" => (RENAME.to_owned(), lines(events, short)),
        // As many bytes as a thousandth of the events would have elsewhere.
        "events of 64 kB" => (RENAME.to_owned(), lines(events.div_ceil(200), long)),
        "95 % dropped by abort" => (DROP.to_owned(), lines(events, short)),
        "escapes in every field" => (RENAME.to_owned(), lines(events, escaped)),
        "text beyond ASCII" => (TEXT.to_owned(), lines(events, foreign)),
        "production, 300 lines" => (production(), lines(events, mixed)),
        "lookups of one table" => (LOOKUPS.to_owned(), lines(events, short)),
        other => panic!("no stream {other}"),
    };
    (program, input.into_bytes())
}

fn lines(events: usize, line: fn(usize, &mut String)) -> String {
    let mut text = String::new();
    for index in 0..events {
        line(index, &mut text);
        text.push('\n');
    }
    text
}

const RENAME: &str = r#"
.service = del(.app)
.code = to_int(.status) ?? 0
.level = downcase(string(.level) ?? "none")
if .code >= 500 { .alert = true }
"#;

const DROP: &str = r#"
if mod(to_int!(.n), 20) != 0 { abort }
.kept = true
.level = downcase!(.level)
"#;

const TEXT: &str = r#"
m = string!(.message)
.upper = upcase(m)
.words = split(m, " ")
.length = length(m)
.short = truncate(m, 12, suffix: "…")
.app = replace(string!(.app), "ü", "ue")
"#;

const LOOKUPS: &str = r#"
.protocol, err = get_enrichment_table_record("protocol", { "number": to_string(mod(to_int!(.n), 140)) })
.protocol = .protocol.keyword
"#;

fn short(index: usize, text: &mut String) {
    let status = [200, 200, 404, 503][index % 4];
    let _ = write!(
        text,
        r#"{{"n":{index},"app":"web-{}","level":"INFO","status":"{status}","took":{}.5}}"#,
        index % 8,
        index % 90
    );
}

fn long(index: usize, text: &mut String) {
    let _ = write!(text, r#"{{"n":{index},"app":"web","level":"INFO","status":"200","fields":{{"#);
    for field in 0..800 {
        let _ = write!(
            text,
            r#"{}"field_{field}":"value {} of this field, which is as long as most of them""#,
            if field == 0 { "" } else { "," },
            index + field
        );
    }
    text.push_str("}}");
}

fn escaped(index: usize, text: &mut String) {
    let _ = write!(
        text,
        r#"{{"n":{index},"app":"C:\\apps\\web-{}","level":"\"INFO\"","status":"200\n","message":"{{\"user\":\"u{index}\",\"path\":\"\\/a\\/b\"}}\tend"}}"#,
        index % 8
    );
}

fn foreign(index: usize, text: &mut String) {
    let _ = write!(
        text,
        r#"{{"n":{index},"app":"Prüfung-{}","level":"INFO","message":"Größe über {} Ελληνικά 日本語のテキスト näher"}}"#,
        index % 8,
        index % 1000
    );
}

/// Events of ten sources, as one stream of a company has them.
fn mixed(index: usize, text: &mut String) {
    let source = index % SOURCES;
    let message = match source % 5 {
        0 => format!(
            r#"192.0.2.{} - user{} [18/Mar/2024:02:10:11 +0000] \"GET /orders/{index} HTTP/1.1\" {} {}"#,
            index % 250,
            index % 40,
            [200, 301, 404, 500][index % 4],
            index % 9000
        ),
        1 => format!("level=info user=u{} action=login took={}ms", index % 40, index % 900),
        2 => format!(r#"{{\"user\":{{\"id\":{index},\"name\":\"U{}\"}},\"ok\":true}}"#, index % 40),
        3 => format!("<13>1 2024-03-18T02:10:11.123Z host{} app {} ID47 - ready", index % 9, index),
        _ => format!("2024-03-18 02:10:11 WARN order {index} waits for {} s", index % 60),
    };
    let _ = write!(
        text,
        r#"{{"source":"s{source}","host":"h{}","severity":"Info","message":"{message}","tags":["a","b{}"],"meta":{{"team":"Pay","zone":"eu-{}"}}}}"#,
        index % 16,
        index % 3,
        index % 3
    );
}

/// How many sources a stream has.
const SOURCES: usize = 20;

/// A script of about 300 lines, as such streams have: fields for all, a branch for each source with a parser of its
/// own, and at the end where the event goes.
fn production() -> String {
    let mut script = String::from(
        r#".level = downcase(string(.severity) ?? "none")
del(.severity)
.env = if starts_with(string(.host) ?? "", "h1") { "test" } else { "live" }
.team = downcase(string(.meta.team) ?? "nobody")
.zone = upcase(string(.meta.zone) ?? "none")
del(.meta)
tags = array(.tags) ?? []
.tags = push(tags, .env)
message = string(.message) ?? ""
"#,
    );
    for source in 0..SOURCES {
        let _ = writeln!(
            script,
            "{}if .source == \"s{source}\" {{",
            if source == 0 { "" } else { "} else " }
        );
        script.push_str(match source % 5 {
            0 => {
                r#"    parsed, err = parse_common_log(message)
    if err == null {
        . = merge(., parsed)
        .status_class = if int(.status) ?? 0 >= 500 { "error" } else if int(.status) ?? 0 >= 400 { "client" } else { "ok" }
        .path_parts = split(string(.path) ?? "", "/")
        del(.message)
    } else {
        .error = "no access log"
    }
"#
            }
            1 => {
                r#"    parsed, err = parse_logfmt(message)
    if err == null {
        .user = parsed.user
        .action = parsed.action
        took, err = parse_duration(parsed.took, "ms")
        if err == null { .took_ms = took }
        del(.message)
    } else {
        .error = "no logfmt"
    }
"#
            }
            2 => {
                r#"    parsed, err = parse_json(message)
    if err == null {
        .user_id = parsed.user.id
        .user_name = downcase(string(parsed.user.name) ?? "")
        .ok = parsed.ok
        del(.message)
    } else {
        .error = "no JSON"
    }
"#
            }
            3 => {
                r#"    parsed, err = parse_syslog(message)
    if err == null {
        .syslog_host = parsed.hostname
        .app = parsed.appname
        .seen = parsed.timestamp
        .message = parsed.message
    } else {
        .error = "no syslog"
    }
"#
            }
            _ => {
                r#"    parsed, err = parse_regex(message, r'^(?P<date>\S+) (?P<time>\S+) (?P<word>[A-Z]+) order (?P<order>\d+) waits for (?P<seconds>\d+) s$')
    if err == null {
        .level = downcase(parsed.word)
        .order = to_int(parsed.order) ?? 0
        .waits = to_int(parsed.seconds) ?? 0
        if .waits > 30 { .slow = true }
    } else {
        .error = "no order"
    }
"#
            }
        });
    }
    script.push_str("}\n");
    script.push_str(
        r#".route = if exists(.error) {
    "dead"
} else if .env == "test" {
    "test"
} else if .level == "warn" || .level == "error" {
    "alerts"
} else {
    "archive"
}
.labels = map_values({ "team": .team, "zone": .zone, "route": .route }) -> |value| { upcase(string(value) ?? "") }
"#,
    );
    script
}
