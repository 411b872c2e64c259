//! `sieve`: keeps the parts of a string that a pattern permits.

use vrlet_function::prelude::*;

use crate::forked_regex::ForkedRegex;

const VALUE: Arg<Text> = Arg::required("value", "The text.");
const PERMITTED_CHARACTERS: Arg<Regex> =
    Arg::required("permitted_characters", "What is kept.").after(VALUE);
const REPLACE_SINGLE: Arg<Text> =
    Arg::optional("replace_single", "What replaces a single byte that is not kept.")
        .default(Literal::Text(""))
        .after(PERMITTED_CHARACTERS);
const REPLACE_REPEATED: Arg<Text> =
    Arg::optional("replace_repeated", "What replaces several bytes in a row.")
        .default(Literal::Text(""))
        .after(REPLACE_SINGLE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "sieve",
    category: Category::String,
    about: "The parts of a text that the expression matches, one after the other. What lies \
            between them is replaced; what lies after the last match is left out.",
    params: &[
        VALUE.param(),
        PERMITTED_CHARACTERS.param(),
        REPLACE_SINGLE.param(),
        REPLACE_REPEATED.param(),
    ],
    returns: |_| TypeDef::string(),
    failures: &[],
    body: Body::Prepared(|context| {
        Ok(match ForkedRegex::constant(context, PERMITTED_CHARACTERS) {
            Some(regex) => Box::new(move |call: &mut Call<'_>| sieve(call, &regex)),
            None => Box::new(|call: &mut Call<'_>| {
                let regex = call.take(PERMITTED_CHARACTERS);
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
});

fn sieve(call: &mut Call<'_>, permitted: &regex::Regex) -> Result<Value, Failure> {
    let (text, single, repeated): (Text, Text, Text) =
        (call.take(VALUE), call.take(REPLACE_SINGLE), call.take(REPLACE_REPEATED));
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
