//! `match`: whether a text matches an expression.

use vrlet_function::prelude::*;

use crate::own_regex::OwnRegex;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "match",
    category: Category::String,
    about: "Whether the expression matches somewhere in the text; anchor it with `^` and `$` to match all of it.",
    params: &[
        required("value", STRING, "The text."),
        required("pattern", REGEX, "The regular expression."),
    ],
    returns: |_| TypeDef::boolean(),
    body: Body::Prepared(|site| {
        Ok(match OwnRegex::constant(site, "pattern") {
            Some(regex) => Box::new(move |call: &mut Call<'_>| {
                let text: Text = call.take(0);
                Ok(Value::Boolean(regex.is_match(&text.to_str())))
            }),
            None => Box::new(|call: &mut Call<'_>| {
                let (text, regex) = call.unpack::<(Text, Regex)>();
                Ok(Value::Boolean(regex.is_match(&text.to_str())))
            }),
        })
    }),
    examples: &[
        example("Somewhere", r#"match("status: 503", r'5\d\d')"#, "true"),
        example("All of it", r#"match("status: 503", r'^5\d\d$')"#, "false"),
    ],
    ..Function::BASE
};
