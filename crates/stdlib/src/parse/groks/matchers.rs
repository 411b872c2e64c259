//! The regular expressions of Datadog's matchers.

use vrlet_function::prelude::*;

use super::date::Date;
use super::filter::Filter;
use super::placeholder::{Argument, Term};
use crate::forked_regex::ForkedRegex;

/// A matcher.
pub(super) enum Matcher {
    /// An expression.
    Regex(&'static str),
    /// An expression, and what its match is read as.
    Read(String, Filter),
    /// The pattern of Logstash that says the same.
    Logstash(&'static str),
    /// A rule that the argument gives.
    Rule(String),
}

impl Matcher {
    /// The matcher that a placeholder names, if it is one of Datadog's.
    pub(super) fn named(term: &Term) -> Result<Option<Self>, String> {
        Ok(Some(match term.name.as_str() {
            "data" => Self::Regex(".*?"),
            "word" => Self::Regex(r"\b\w+\b"),
            "notSpace" => Self::Regex(r"\S+"),
            "integerStr" => Self::Regex(INTEGER),
            "integer" => Self::Read(INTEGER.to_owned(), Filter::Integer),
            "integerExtStr" => Self::Regex(INTEGER_EXT),
            "integerExt" => Self::Read(INTEGER_EXT.to_owned(), Filter::IntegerExt),
            "numberStr" => Self::Regex(NUMBER),
            "number" => Self::Read(NUMBER.to_owned(), Filter::Number),
            "numberExtStr" => Self::Regex(NUMBER_EXT),
            "numberExt" => Self::Read(NUMBER_EXT.to_owned(), Filter::Number),
            "doubleQuotedString" => Self::Regex(r#""[^"]*""#),
            "singleQuotedString" => Self::Regex("'[^']*'"),
            "quotedString" | "qs" => Self::Regex(r#"(?:"[^"]*"|'[^']*')"#),
            "port" => Self::Regex("[1-9][0-9]{0,4}"),
            "uuid" => Self::Logstash("UUID"),
            "mac" => Self::Logstash("MAC"),
            "ipv4" => Self::Logstash("IPV4"),
            "ipv6" => Self::Logstash("IPV6"),
            "ip" => Self::Logstash("IP"),
            "hostname" | "host" => Self::Regex(HOSTNAME),
            "ipOrHost" => Self::Rule("(?:%{ip}|%{hostname})".to_owned()),
            "hostPort" => Self::Rule("%{ipOrHost}:%{port}".to_owned()),
            "greedyData" => Self::Regex(".*"),
            "commonMac" => Self::Logstash("COMMONMAC"),
            "ciscoMac" => Self::Logstash("CISCOMAC"),
            "windowsMac" => Self::Logstash("WINDOWSMAC"),
            "user" => Self::Logstash("USER"),
            "space" => Self::Logstash("SPACE"),
            "tty" => Self::Logstash("TTY"),
            "path" => Self::Logstash("PATH"),
            "unixPath" => Self::Logstash("UNIXPATH"),
            "winPath" => Self::Logstash("WINPATH"),
            "uriHost" => Self::Rule("%{ipOrHost}(?::%{port})?".to_owned()),
            "uri" => Self::Rule(URI.to_owned()),
            "uriProto" => Self::Logstash("URIPROTO"),
            "uriPath" => Self::Logstash("URIPATH"),
            "uriParam" => Self::Logstash("URIPARAM"),
            "uriPathParam" => Self::Logstash("URIPATHPARAM"),
            "boolean" => boolean(term)?,
            "date" => {
                let date = Date::of(term)?;
                Self::Read(date.regex(), Filter::Date(date.into()))
            }
            "regex" => match term.arguments.first().and_then(Argument::as_text) {
                Some(regex) => Self::Rule(regex.to_owned()),
                None => return Err(term.misused("an expression, as in `regex(\"[a-z]+\")`")),
            },
            _ => return Ok(None),
        }))
    }
}

/// The names of a host, with underscores as they occur in logs.
const HOSTNAME: &str = r"[0-9A-Za-z][-0-9A-Z_a-z]{0,62}(?:\.[0-9A-Za-z][-0-9A-Z_a-z]{0,62})*\.?";
const URI: &str = "%{uriProto}://(?:%{user}(?::[^@]*)?@)?(?:%{uriHost})?(?:%{uriPathParam})?";
const INTEGER: &str = "[-+]?[0-9]+";
const INTEGER_EXT: &str = "[-+]?[0-9]+(?:[eE][-+]?[0-9]+)?";
const NUMBER: &str = r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)";
const NUMBER_EXT: &str = r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?";

/// A matcher of two expressions, whose first one says `true`.
fn boolean(term: &Term) -> Result<Matcher, String> {
    let regex = |position: usize, default| match term.arguments.get(position) {
        None => Ok(default),
        Some(argument) => argument.as_text().ok_or_else(|| {
            term.misused("the expressions for true and false, as in `boolean(\"yes\", \"no\")`")
        }),
    };
    let (truth, falsehood) = (regex(0, "true")?, regex(1, "false")?);
    // Upper and lower case are the same.
    let whole = Regex::new(&format!(r"(?is)\A(?:{truth})\z"))
        .map_err(|_| format!("`{truth}` is no regular expression"))?;
    let both = format!("(?i:{truth}|{falsehood})");
    Ok(Matcher::Read(both, Filter::Truth(ForkedRegex::new(&whole))))
}
