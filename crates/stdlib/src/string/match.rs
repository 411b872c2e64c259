//! `match`: whether a regular expression matches a string.

use vrlet_function::prelude::*;

use crate::forked_regex::ForkedRegex;

const VALUE: Arg<Text> = Arg::required("value", "The text.");
const PATTERN: Arg<Regex> = Arg::required("pattern", "The regular expression.").after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "match",
    category: Category::String,
    about: "Whether the expression matches somewhere in the text; anchor it with `^` and `$` to \
            match all of it.",
    params: &[VALUE.param(), PATTERN.param()],
    returns: |_| TypeDef::boolean(),
    failures: &[],
    body: Body::Prepared(|context| {
        Ok(match ForkedRegex::constant(context, PATTERN) {
            Some(regex) => Box::new(move |call: &mut Call<'_>| {
                let text = call.take(VALUE);
                Ok(Value::Boolean(regex.is_match(&text.to_str())))
            }),
            None => Box::new(|call: &mut Call<'_>| {
                let (text, regex) = (call.take(VALUE), call.take(PATTERN));
                Ok(Value::Boolean(regex.is_match(&text.to_str())))
            }),
        })
    }),
    examples: &[
        example("Somewhere", r#"match("status: 503", r'5\d\d')"#, "true"),
        example("All of it", r#"match("status: 503", r'^5\d\d$')"#, "false"),
    ],
});
