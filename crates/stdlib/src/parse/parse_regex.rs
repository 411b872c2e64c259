//! `parse_regex`: the named groups of a regular expression's first match.

use vrlet_function::prelude::*;

use super::regex_groups::{NUMERIC_GROUPS, PATTERN, VALUE, body, kind_of_match, without_names};

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_regex",
    category: Category::Parse,
    about: "The groups of the first match of an expression: a field for each group with a name. A \
            group that took no part is null.",
    params: &[VALUE.param(), PATTERN.param(), NUMERIC_GROUPS.param()],
    returns: |context| TypeDef::new(kind_of_match(context)).fallible(),
    failures: &["The expression does not match."],
    body: Body::Prepared(|context| {
        Ok(body(context, |groups, call| groups.first(call.take(VALUE), call.take(NUMERIC_GROUPS))))
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
})
.warns(without_names);
