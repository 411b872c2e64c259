//! `sieve`: keep what an expression permits.

use vrlet_function::prelude::*;

use crate::own_regex::OwnRegex;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "sieve",
    category: Category::String,
    about: "The parts of a text that the expression matches, one after the other. What lies between \
            them is replaced; what lies after the last match is left out.",
    params: &[
        required("value", STRING, "The text."),
        required("permitted_characters", REGEX, "What is kept."),
        optional("replace_single", STRING, "What replaces a single byte that is not kept.")
            .default(Literal::Text("")),
        optional("replace_repeated", STRING, "What replaces several bytes in a row.")
            .default(Literal::Text("")),
    ],
    returns: |_| TypeDef::string(),
    body: Body::Prepared(|site| {
        Ok(match OwnRegex::constant(site, "permitted_characters") {
            Some(regex) => Box::new(move |call: &mut Call<'_>| sieve(call, &regex)),
            None => Box::new(|call: &mut Call<'_>| {
                let regex: Regex = call.take(1);
                sieve(call, &regex)
            }),
        })
    }),
    examples: &[
        example("Only these", r#"sieve("vector.dev/lowerUPPER", r'[a-z]')"#, r#""vectordevlower""#),
        example(
            "The rest replaced",
            r#"sieve("test123%456.äöü.net", r'[a-z0-9.]', replace_single: "X", replace_repeated: "<REMOVED>")"#,
            r#""test123X456.<REMOVED>.net""#,
        ),
    ],
    ..Function::BASE
};

fn sieve(call: &mut Call<'_>, permitted: &regex::Regex) -> Result<Value, Failure> {
    let (text, single, repeated): (Text, Text, Text) = (call.take(0), call.take(2), call.take(3));
    let (text, single, repeated) = (text.to_str(), single.to_str(), repeated.to_str());
    let mut kept = String::with_capacity(text.len());
    let mut end = 0;
    for part in permitted.find_iter(&text) {
        match part.start() - end {
            0 => {}
            1 => kept.push_str(&single),
            _ => kept.push_str(&repeated),
        }
        kept.push_str(part.as_str());
        call.host().limits.admit(kept.len())?;
        end = part.end();
    }
    Ok(kept.into())
}
