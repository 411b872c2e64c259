//! `split`: splits a string at a pattern.

use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

use crate::forked_regex::ForkedRegex;
use crate::text::to_utf8;

const VALUE: Arg<Text> = Arg::required("value", "The text.");
const PATTERN: Arg<Value> =
    Arg::required("pattern", "Where to cut.").kinds(STRING.or(REGEX)).after(VALUE);
const LIMIT: Arg<Option<i64>> =
    Arg::optional("limit", "How many parts at most; the last one is the rest, uncut.")
        .after(PATTERN);

pub const FUNCTION: Function = Function::new(Contract {
    name: "split",
    category: Category::String,
    about: "The parts of a text between the matches of the pattern. An empty pattern matches \
            before and after each character.",
    params: &[VALUE.param(), PATTERN.param(), LIMIT.param()],
    returns: |_| TypeDef::new(Kind::array(Collection::of(Kind::bytes()))),
    failures: &[],
    body: Body::Prepared(prepare),
    examples: &[
        example("At a string", r#"split("apple,pear", ",")"#, r#"["apple","pear"]"#),
        example(
            "At an expression",
            r#"split("apple, pear;plum", r'[,;]\s*')"#,
            r#"["apple","pear","plum"]"#,
        ),
        example("The rest uncut", r#"split("a b c", " ", limit: 2)"#, r#"["a","b c"]"#),
        example("Each character", r#"split("ab", "")"#, r#"["","a","b",""]"#),
    ],
});

fn prepare(context: &CallContext<'_>) -> Result<Box<dyn Factory>, ArgumentError> {
    Ok(match ForkedRegex::constant(context, PATTERN) {
        Some(regex) => Box::new(move |call: &mut Call<'_>| {
            let text = to_utf8(call.take(VALUE));
            let limit = pieces(call.take(LIMIT));
            Ok(at_matches(&text, &regex, limit))
        }),
        None => Box::new(split),
    })
}

fn split(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (text, pattern, limit) = (call.take(VALUE), call.take(PATTERN), call.take(LIMIT));
    let (text, limit) = (to_utf8(text), pieces(limit));
    Ok(match pattern {
        Value::Regex(regex) => at_matches(&text, &regex, limit),
        Value::Bytes(pattern) => at_texts(&text, &pattern.to_str(), limit),
        other => {
            unreachable!("checked: {} where a string or regex was declared", other.kind_name())
        }
    })
}

/// The limit as a number of pieces: none where it is negative.
fn pieces(limit: Option<i64>) -> usize {
    limit.map_or(usize::MAX, |limit| usize::try_from(limit).unwrap_or(0))
}

fn at_texts(text: &Text, pattern: &str, limit: usize) -> Value {
    let Some(whole) = text.as_str() else {
        unreachable!("made UTF-8 before");
    };
    let mut characters = pattern.chars();
    match (characters.next(), characters.next()) {
        // The search for one character is the faster one.
        (Some(character), None) => shared(text, whole.splitn(limit, character)),
        _ => shared(text, whole.splitn(limit, pattern)),
    }
}

fn at_matches(text: &Text, regex: &regex::Regex, limit: usize) -> Value {
    let Some(whole) = text.as_str() else {
        unreachable!("made UTF-8 before");
    };
    shared(text, regex.splitn(whole, limit))
}

fn shared<'t>(text: &Text, parts: impl Iterator<Item = &'t str>) -> Value {
    Value::Array(parts.map(|part| Value::Bytes(text.share(part))).collect())
}
