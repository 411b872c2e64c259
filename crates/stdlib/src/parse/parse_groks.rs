//! `parse_groks`: parses text by the first of several grok rules that matches.

use std::sync::Arc;

use vrlet_function::prelude::*;

use super::grok::Patterns;
use super::groks::{Aliases, Rule};
use crate::text::to_utf8;

const VALUE: Arg<Text> = Arg::required("value", "The text.");
const PATTERNS: Arg<Array> = Arg::required("patterns", "The rules, tried in order.")
    .elements(STRING)
    .in_place()
    .after(VALUE);
const ALIASES: Arg<Option<Object>> =
    Arg::optional("aliases", "Rules with names, to be used as matchers.")
        .in_place()
        .after(PATTERNS);
const ALIAS_SOURCES: Arg<Option<Array>> = Arg::optional(
    "alias_sources",
    "JSON files with an object of aliases, read when the program is compiled; they go before \
     `aliases`.",
)
.elements(STRING)
.in_place()
.after(ALIASES);

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_groks",
    category: Category::Parse,
    about: "The fields that the first matching rule finds in a text. A rule is a regular \
            expression for the whole text, with `%{matcher:field:filter}` in it, as [Datadog's \
            log pipelines](https://docs.datadoghq.com/logs/log_configuration/parsing/) have them. \
            Matchers are those of Datadog (`date`, `number`, `integer`, `boolean`, `word`, \
            `notSpace`, `quotedString`, `ip`, `data`, `regex` and so on), the patterns of \
            Logstash, and aliases. A filter reads what was matched: `number`, `integer`, \
            `boolean`, `nullIf`, `scale`, `lowercase`, `uppercase`, `json`, `keyvalue`, `array`, \
            `querystring`, `decodeuricomponent`, `rubyhash`, `xml`. A field is a path such as \
            `http.status`; without one the fields of an object join the result. What is empty or \
            can't be read is left out, a field that comes again becomes an array.",
    params: &[VALUE.param(), PATTERNS.param(), ALIASES.param(), ALIAS_SOURCES.param()],
    returns: |_| TypeDef::new(Kind::any_object()).fallible(),
    failures: &["No rule matches, or only after very many attempts."],
    body: Body::Prepared(prepare),
    examples: &[
        example(
            "Fields of several kinds",
            r#"parse_groks!("GET /cart 200 0.35", ["%{word:http.method} %{notSpace:http.path} %{integer:http.status} %{number:took:scale(1000)}"])"#,
            r#"{"http":{"method":"GET","path":"/cart","status":200},"took":350}"#,
        ),
        example(
            "Keys and values after a date",
            r#"parse_groks!("[2024-05-06 07:08:09] user=jane id=7", [s'\[%{date("yyyy-MM-dd HH:mm:ss"):time}\] %{data::keyvalue}'])"#,
            r#"{"time":1714979289000,"user":"jane","id":7}"#,
        ),
        example(
            "Aliases",
            r#"parse_groks!("jane connected", ["%{user} connected", "%{user} left"], aliases: {"user": "%{word:user.name}"})"#,
            r#"{"user":{"name":"jane"}}"#,
        ),
        example(
            "A list",
            r#"parse_groks!("ids [3, 4]", [s'ids %{data:ids:array("[]", ", ", integer)}'])"#,
            r#"{"ids":[3,4]}"#,
        ),
        fails("No match", r#"parse_groks!("abc", ["%{integer:number}"])"#, "no rule matches"),
    ],
})
.reaches(&[Reach::Files, Reach::Clock]);

fn prepare(context: &CallContext<'_>) -> Result<Box<dyn Factory>, ArgumentError> {
    let aliases = Arc::new(Aliases::of(context, ALIASES, ALIAS_SOURCES)?);
    let patterns = Patterns::logstash();
    let (mut rules, mut sources) = (Vec::new(), Vec::new());
    if let Some(constants) = context.constant(PATTERNS) {
        for source in constants.iter().filter_map(Value::as_text).filter(|it| !it.is_empty()) {
            let rule = Rule::new(&source.to_str(), &aliases, &patterns);
            rules.push(rule.map_err(|message| ArgumentError::grok(PATTERNS, message))?);
            sources.push(source.clone());
        }
    }
    let sources: Arc<[Text]> = sources.into();
    Ok(Box::new(per_machine(move |_| {
        let mut rules = rules.clone();
        let (sources, aliases) = (Arc::clone(&sources), Arc::clone(&aliases));
        move |call: &mut Call<'_>| {
            let text = to_utf8(call.take(VALUE));
            let fields = rules.iter_mut().find_map(|rule| rule.read(&text, call.host()));
            fields.map(Value::Object).ok_or_else(|| {
                let (sources, aliases) = (Arc::clone(&sources), Arc::clone(&aliases));
                Failure::deferred(move || explain(&sources, &aliases, &text.to_str()))
            })
        }
    })))
}

/// Why a text matches no rule: what is missing in that one which it matches the longest.
fn explain(sources: &[Text], aliases: &Aliases, text: &str) -> String {
    let patterns = Patterns::logstash();
    let reaches = (1..).zip(sources).filter_map(|(number, source)| {
        Some((number, Rule::reach(&source.to_str(), aliases, &patterns, text)?))
    });
    // Of several that reach as far, the first.
    let furthest = reaches.reduce(|best, next| if next.1.end > best.1.end { next } else { best });
    match furthest {
        None => "no rule matches the text".to_owned(),
        Some((_, reach)) if sources.len() == 1 => {
            format!("no rule matches the text: {}", reach.explain(text))
        }
        Some((number, reach)) => {
            format!("no rule matches the text: rule {number} {}", reach.explain(text))
        }
    }
}
