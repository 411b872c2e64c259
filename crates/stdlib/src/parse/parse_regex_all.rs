//! `parse_regex_all`: the named groups of all matches of a regular expression.

use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

use super::regex_groups::{Groups, NUMERIC_GROUPS, PATTERN, body, kind_of_match, without_names};

const VALUE: Arg<Value> = Arg::required("value", "The text.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_regex_all",
    category: Category::Parse,
    about: "The groups of every match of an expression: an object for each match, with a field \
            for each group with a name. A group that took no part is null.",
    params: &[VALUE.param(), PATTERN.param(), NUMERIC_GROUPS.param()],
    returns: |context| {
        TypeDef::new(Kind::array(Collection::of(kind_of_match(context).or_null()))).fallible()
    },
    failures: &["`value` is not a string."],
    body: Body::Prepared(|context| Ok(body(context, every_match))),
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
})
.warns(without_names);

fn every_match(groups: &mut Groups, call: &mut Call<'_>) -> Result<Value, Failure> {
    match call.take(VALUE) {
        Value::Bytes(text) => Ok(groups.all(text, call.take(NUMERIC_GROUPS))),
        other => Err(Failure::new(format!(
            "the value is a string, not one of kind {}",
            other.kind_name()
        ))),
    }
}
