//! `parse_regex`: take a text apart with an expression.

use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

use super::regex_groups::{Groups, known_groups};

/// The contract.
pub const FUNCTION: Function = Function {
    name: "parse_regex",
    category: Category::Parse,
    about: "The groups of the first match of an expression: a field for each group with a name. A group that took no part \
            is null.",
    params: &[
        required("value", STRING, "The text."),
        required("pattern", REGEX, "The regular expression."),
        optional(
            "numeric_groups",
            BOOLEAN,
            "Whether there is also a field for each group's number, and `0` for the whole match.",
        )
        .default(Literal::Boolean(false)),
    ],
    returns: |site| {
        TypeDef::new(Kind::object(match site.constant("pattern") {
            Some(Value::Regex(regex)) => Collection::of_fields(known_groups(&regex)),
            _ => Collection::of(Kind::bytes().or_null()),
        }))
        .fallible()
    },
    failures: &["The expression does not match."],
    body: Body::Prepared(|site| {
        let constant = match site.constant("pattern") {
            Some(Value::Regex(regex)) => Some(Groups::new(regex.fork())),
            _ => None,
        };
        Ok(Box::new(ParseRegex(constant)))
    }),
    examples: &[
        example(
            "Named groups",
            r#"parse_regex!("10.0.0.1:443", r'^(?P<host>[\d.]+):(?P<port>\d+)$')"#,
            r#"{"host":"10.0.0.1","port":"443"}"#,
        ),
        example(
            "Numbers too",
            r#"parse_regex!("a=1", r'(?P<key>\w)=(\d)', numeric_groups: true)"#,
            r#"{"0":"a=1","1":"a","2":"1","key":"a"}"#,
        ),
        example(
            "A group without a part",
            r#"parse_regex!("a", r'(?P<x>a)|(?P<y>b)')"#,
            r#"{"x":"a","y":null}"#,
        ),
        fails("No match", r#"parse_regex!("abc", r'(?P<digits>\d+)')"#, "does not match"),
    ],
    ..Function::BASE
};

struct ParseRegex(Option<Groups>);

impl Prepared for ParseRegex {
    fn call(&mut self, call: &mut Call<'_>) -> Result<Value, Failure> {
        let (text, numeric) = (call.take(0), call.take(2));
        match &mut self.0 {
            Some(groups) => groups.first(text, numeric),
            None => Groups::new(call.take(1)).first(text, numeric),
        }
    }

    fn reads(&self, position: usize) -> bool {
        position != 1 || self.0.is_none()
    }

    fn fork(&self, _: &mut Worker) -> Box<dyn Prepared> {
        Box::new(Self(self.0.as_ref().map(Groups::fork)))
    }
}
