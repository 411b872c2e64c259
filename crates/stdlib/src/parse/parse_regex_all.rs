//! `parse_regex_all`: every match of an expression.

use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

use super::regex_groups::{Groups, known_groups};

/// The contract.
pub const FUNCTION: Function = Function {
    name: "parse_regex_all",
    category: Category::Parse,
    about: "The groups of every match of an expression: an object for each match, with a field for each group with a \
            name. A group that took no part is null.",
    params: &[
        required("value", ANY, "The text."),
        required("pattern", REGEX, "The regular expression."),
        optional(
            "numeric_groups",
            BOOLEAN,
            "Whether there is also a field for each group's number, and `0` for the whole match.",
        )
        .default(Literal::Boolean(false)),
    ],
    returns: |site| {
        let groups = match site.constant("pattern") {
            Some(Value::Regex(regex)) => Collection::of_fields(known_groups(&regex)),
            _ => Collection::of(Kind::bytes().or_null()),
        };
        TypeDef::new(Kind::array(Collection::of(Kind::object(groups).or_null()))).fallible()
    },
    failures: &["`value` is not a string."],
    body: Body::Prepared(|site| {
        let constant = match site.constant("pattern") {
            Some(Value::Regex(regex)) => Some(Groups::new(regex.fork())),
            _ => None,
        };
        Ok(Box::new(ParseRegexAll(constant)))
    }),
    examples: &[
        example(
            "Each match",
            r#"parse_regex_all!("a=1 b=2", r'(?P<key>\w)=(?P<value>\d)')"#,
            r#"[{"key":"a","value":"1"},{"key":"b","value":"2"}]"#,
        ),
        example(
            "Numbers too",
            r#"parse_regex_all!("a=1", r'(?P<key>\w)=(\d)', numeric_groups: true)"#,
            r#"[{"0":"a=1","1":"a","2":"1","key":"a"}]"#,
        ),
        example("No match", r#"parse_regex_all!("abc", r'\d')"#, "[]"),
    ],
    ..Function::BASE
};

struct ParseRegexAll(Option<Groups>);

impl Prepared for ParseRegexAll {
    fn call(&mut self, call: &mut Call<'_>) -> Result<Value, Failure> {
        let (value, numeric) = (call.take::<Value>(0), call.take(2));
        let Value::Bytes(text) = value else {
            return Err(Failure::new(format!(
                "the value is a string, not one of kind {}",
                value.kind_name()
            )));
        };
        Ok(match &mut self.0 {
            Some(groups) => groups.all(text, numeric),
            None => Groups::new(call.take(1)).all(text, numeric),
        })
    }

    fn reads(&self, position: usize) -> bool {
        position != 1 || self.0.is_none()
    }

    fn fork(&self, _: &mut Worker) -> Box<dyn Prepared> {
        Box::new(Self(self.0.as_ref().map(Groups::fork)))
    }
}
