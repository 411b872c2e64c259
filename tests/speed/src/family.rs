//! One workload for each family of functions, so that none of them is slower here unnoticed.

use std::fmt::Write;

/// The families.
pub const NAMES: [&str; 13] = [
    "text",
    "match and replace",
    "grok",
    "key-value",
    "JSON",
    "syslog",
    "access logs",
    "timestamps",
    "arrays",
    "objects",
    "hashing",
    "encoding",
    "URLs and user agents",
];

/// The program and the input of a family.
///
/// # Panics
/// Where there is none of the name.
pub fn named(name: &str, events: usize) -> (&'static str, String) {
    match name {
        "text" => (TEXT, lines(events, text)),
        "match and replace" => (REPLACE, lines(events, text)),
        "grok" => (GROK, lines(events, access)),
        "key-value" => (KEY_VALUE, lines(events, key_value)),
        "JSON" => (JSON, lines(events, order)),
        "syslog" => (SYSLOG, lines(events, syslog)),
        "access logs" => (ACCESS, lines(events, access)),
        "timestamps" => (TIMESTAMPS, lines(events, times)),
        "arrays" => (ARRAYS, lines(events, numbers)),
        "objects" => (OBJECTS, lines(events, order)),
        "hashing" => (HASHING, lines(events, text)),
        "encoding" => (ENCODING, lines(events, text)),
        "URLs and user agents" => (URLS, lines(events, browsers)),
        other => panic!("no family {other}"),
    }
}

const TEXT: &str = r#"
m = string!(.message)
.upper = upcase(m)
.words = split(m, " ")
.first = slice!(m, 0, 12)
.starts = starts_with(m, "order")
.has = contains(m, "shipped", case_sensitive: false)
.short = truncate(m, 20, suffix: "...")
.joined = join!(.words, "-")
.trimmed = strip_whitespace("  " + m + " ")
"#;

const REPLACE: &str = r#"
m = string!(.message)
.masked = replace(m, r'\d+', "*")
.matches = match(m, r'shipped to (\w+)')
.any = match_any(m, [r'lost', r'returned', r'shipped'])
.all = parse_regex_all!(m, r'(?P<number>\d+)')
.redacted = redact(m, filters: [r'\d{3,}'])
"#;

const GROK: &str = r#"
. = parse_grok!(.message, "%{IPORHOST:host} %{USER:ident} %{USER:user} \\[%{HTTPDATE:time}\\] \"%{WORD:method} %{NOTSPACE:path} HTTP/%{NUMBER:version}\" %{INT:status} %{INT:size}")
"#;

const KEY_VALUE: &str = r#"
. = parse_key_value!(.message)
.line = encode_logfmt(.)
.again = parse_logfmt!(.line)
"#;

const JSON: &str = r#"
text = encode_json(.)
.copy = parse_json!(text)
.pretty = encode_json(.items, pretty: true)
"#;

const SYSLOG: &str = ". = parse_syslog!(.message)";

const ACCESS: &str = r#". = parse_common_log!(.message)"#;

const TIMESTAMPS: &str = r#"
.a = parse_timestamp!(.iso, "%Y-%m-%dT%H:%M:%S%z")
.b = parse_timestamp!(.common, "%d/%b/%Y:%H:%M:%S %z")
.c = format_timestamp!(.a, "%a, %d %b %Y %T")
.d = to_unix_timestamp(.a, unit: "milliseconds")
.e = from_unix_timestamp!(.unix)
"#;

const ARRAYS: &str = r#"
list = array!(.list)
.doubled = map_values(list) -> |v| { int!(v) * 2 }
.even = filter(list) -> |_i, v| { mod(int!(v), 2) == 0 }
sum = 0
for_each(list) -> |_i, v| { sum = sum + int!(v) }
.sum = sum
.unique = unique(list)
.some = includes(list, 7)
"#;

const OBJECTS: &str = r#"
.keys = keys(.)
.upper = map_keys(object!(.buyer)) -> |key| { upcase(key) }
.flat = flatten(object!(.buyer))
.merged = merge(object!(.buyer), { "level": "gold" })
.kept = filter(object!(.buyer)) -> |key, _v| { key != "mail" }
.compact = compact({ "a": null, "b": .buyer, "c": {} })
"#;

const HASHING: &str = r#"
.md5 = md5(string!(.message))
.sha1 = sha1(string!(.message))
.sha2 = sha2(string!(.message), variant: "SHA-256")
.hmac = encode_base64(hmac(string!(.message), "key"))
.sea = seahash(string!(.message))
"#;

const ENCODING: &str = r#"
.base64 = encode_base64(string!(.message))
.base16 = encode_base16(string!(.message))
.percent = encode_percent(string!(.message))
.back = decode_base64!(.base64)
.again = decode_base16!(.base16)
.plain = decode_percent(.percent)
"#;

const URLS: &str = r#"
.url = parse_url!(.url)
.query = parse_query_string!(.query)
.agent = parse_user_agent!(.agent)
"#;

/// A line for each event.
pub fn lines(events: usize, write: fn(&mut String, usize)) -> String {
    let mut text = String::new();
    for index in 0..events {
        write(&mut text, index);
        text.push('\n');
    }
    text
}

fn text(out: &mut String, index: usize) {
    let city = ["Lagos", "Lima", "Oslo"][index % 3];
    let _ = write!(
        out,
        r#"{{"message":"order {index} of customer {} was shipped to {city} on day {}"}}"#,
        index * 31 % 1009,
        index % 366
    );
}

/// A line of an access log, as a message.
pub fn access(out: &mut String, index: usize) {
    let _ = write!(
        out,
        r#"{{"message":"10.0.{}.{} - user{} [18/Mar/2024:02:{:02}:{:02} +0000] \"GET /assets/{index}/app.js HTTP/1.1\" {} {}"}}"#,
        index % 200,
        index % 251,
        index % 17,
        index / 60 % 60,
        index % 60,
        [200, 304, 404][index % 3],
        index * 7 % 100_000,
    );
}

fn key_value(out: &mut String, index: usize) {
    let _ = write!(
        out,
        r#"{{"message":"level=info at=fetch host=web-{} path=\"/api/v1/orders/{index}\" status={} took={}ms user=\"Ada L.\""}}"#,
        index % 16,
        [200, 201, 404][index % 3],
        index % 977,
    );
}

fn order(out: &mut String, index: usize) {
    let _ = write!(
        out,
        r#"{{"id":{index},"buyer":{{"name":"Ada {}","mail":"ada{index}@example.com","address":{{"city":"Lima","zip":"{:05}"}}}},"items":[{{"sku":"A-{}","count":{},"price":{}.5}},{{"sku":"B-7","count":1,"price":12.25}}],"note":"left at \"the door\"","paid":true,"coupon":null}}"#,
        index % 23,
        index % 99_999,
        index % 401,
        index % 5,
        index % 90,
    );
}

fn syslog(out: &mut String, index: usize) {
    let _ = write!(
        out,
        r#"{{"message":"<{}>1 2024-03-18T02:{:02}:{:02}.003Z web-{} checkout {} ID{} [origin@32473 ip=\"10.0.0.{}\" software=\"checkout\"] order {index} was paid"}}"#,
        13 + index % 8,
        index / 60 % 60,
        index % 60,
        index % 16,
        1000 + index % 100,
        index % 50,
        index % 250,
    );
}

fn times(out: &mut String, index: usize) {
    let (minute, second) = (index / 60 % 60, index % 60);
    let _ = write!(
        out,
        r#"{{"iso":"2024-03-18T02:{minute:02}:{second:02}+0100","common":"18/Mar/2024:02:{minute:02}:{second:02} +0000","unix":{}}}"#,
        1_710_730_000 + index,
    );
}

fn numbers(out: &mut String, index: usize) {
    let list: Vec<String> = (0..20).map(|at| ((index + at * at) % 97).to_string()).collect();
    let _ = write!(out, r#"{{"list":[{}]}}"#, list.join(","));
}

fn browsers(out: &mut String, index: usize) {
    let _ = write!(
        out,
        r#"{{"url":"https://user@shop.example.com:8443/orders/{index}?page={}&sort=price#top","query":"page={}&sort=price&tag=a%20b&tag=c","agent":"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{}.0.0.0 Safari/537.36"}}"#,
        index % 9,
        index % 9,
        100 + index % 20,
    );
}
