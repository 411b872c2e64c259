//! `replace_with`: replaces matches of a regular expression by the result of a closure.

use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

use crate::forked_regex::ForkedRegex;
use crate::text::to_utf8;

const VALUE: Arg<Text> = Arg::required("value", "The text.");
const PATTERN: Arg<Value> = Arg::required("pattern", "What to replace.").kinds(REGEX).after(VALUE);
const COUNT: Arg<i64> =
    Arg::optional("count", "In how many places at most, from the start; negative for all.")
        .default(Literal::Integer(-1))
        .after(PATTERN);

pub const FUNCTION: Function = Function::new(Contract {
    name: "replace_with",
    category: Category::String,
    about: "The text with each match of the expression replaced by what the closure gives for it. \
            The closure receives an object with the match as `string`, its groups as \
            `captures`, and a field for each named group.",
    params: &[VALUE.param(), PATTERN.param(), COUNT.param()],
    returns: |_| TypeDef::string(),
    failures: &["A group of the expression is named `string` or `captures`."],
    body: Body::Prepared(|context| {
        let constant = ForkedRegex::constant(context, PATTERN);
        Ok(Box::new(move |call: &mut Call<'_>| {
            let (text, pattern, count) = (call.take(VALUE), call.take(PATTERN), call.take(COUNT));
            match (&constant, pattern) {
                (Some(regex), _) => replace_with(call, text, regex, count),
                (None, Value::Regex(regex)) => replace_with(call, text, &regex, count),
                (None, other) => {
                    unreachable!("checked: {} where a regex was declared", other.kind_name())
                }
            }
        }))
    }),
    examples: &[
        example(
            "Upper case",
            r#"replace_with("apple pie", r'\b\w') -> |match| { upcase(match.string) }"#,
            r#""Apple Pie""#,
        ),
        example(
            "In one place",
            r#"replace_with("a7 b8", r'\w+', count: 1) -> |match| { upcase(match.string) }"#,
            r#""A7 b8""#,
        ),
    ],
})
.closure(ClosureSignature {
    input: VALUE.param(),
    over: STRING,
    params: &[ClosureParam { name: "match", kind: |_| found_kind() }],
    result: STRING,
    breaks: false,
    returns: KindSet::NEVER,
    discards: false,
})
.fails_untyped(|context| match context.constant_value(PATTERN) {
    Some(Value::Regex(regex)) => hides_what_is_given(&regex),
    _ => true,
});

/// Whether a group has the name of a field that the closure receives.
fn hides_what_is_given(regex: &regex::Regex) -> bool {
    regex.capture_names().flatten().any(|name| name == "string" || name == "captures")
}

fn found_kind() -> Kind {
    let group = Kind::bytes().or_null();
    let fields = Collection::of(group.clone())
        .with(Key::from_static("captures"), Kind::array_of(group))
        .with(Key::from_static("string"), Kind::bytes());
    Kind::object(fields)
}

fn replace_with(
    call: &mut Call<'_>,
    text: Text,
    regex: &regex::Regex,
    count: i64,
) -> Result<Value, Failure> {
    if hides_what_is_given(regex) {
        return Err(Failure::fixed(
            "a group named `string` or `captures` hides what the closure receives, rename it",
        ));
    }
    let text = to_utf8(text);
    let whole = text.to_str();
    let most = usize::try_from(count).unwrap_or(usize::MAX);
    let mut result = String::new();
    let mut copied = 0;
    for captures in regex.captures_iter(&whole).take(most) {
        let Some(found) = captures.get(0) else { continue };
        result.push_str(&whole[copied..found.start()]);
        copied = found.end();
        match call.closure().run(&mut [describe(&text, regex, &captures)])? {
            Value::Bytes(with) => result.push_str(&with.to_str()),
            other => {
                let found = other.kind_name();
                return Err(Failure::new(format!(
                    "the closure must give a string, it gave a value of kind {found}"
                )));
            }
        }
    }
    if copied == 0 && result.is_empty() {
        return Ok(Value::Bytes(text.clone()));
    }
    result.push_str(&whole[copied..]);
    Ok(Value::from(result))
}

fn describe(text: &Text, regex: &regex::Regex, captures: &regex::Captures<'_>) -> Value {
    let part = |group: Option<regex::Match<'_>>| {
        Value::from(group.map(|group| text.share(group.as_str())))
    };
    let mut found = Object::with_capacity(2);
    found.insert(Key::from_static("string"), part(captures.get(0)));
    found.insert(
        Key::from_static("captures"),
        captures.iter().skip(1).map(part).collect::<Vec<_>>().into(),
    );
    for name in regex.capture_names().flatten() {
        found.insert(Key::from(name), part(captures.name(name)));
    }
    found.into()
}
