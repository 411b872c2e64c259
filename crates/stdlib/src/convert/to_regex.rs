//! `to_regex`: compile a regular expression that is known only when the program runs.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "to_regex",
    category: Category::Coerce,
    about: "The regular expression of a pattern. To compile one takes long, so write a literal, \
            `r'…'`, where the pattern is known.",
    params: &[required("value", STRING, "The pattern.")],
    returns: |_| TypeDef::of(REGEX).fallible(),
    failures: &["The text is not a regular expression."],
    body: Body::Prepared(|_| Ok(Box::new(ToRegex(None)))),
    examples: &[
        example("A pattern", r#"match("foobar", to_regex!("^foo"))"#, "true"),
        fails("Not a pattern", r#"to_regex!("(")"#, "unclosed group"),
    ],
    ..Function::BASE
};

/// The pattern of the last call, compiled: programs tend to ask for the same one again.
struct ToRegex(Option<(Text, Regex)>);

impl Prepared for ToRegex {
    fn call(&mut self, call: &mut Call<'_>) -> Result<Value, Failure> {
        let (pattern,) = call.unpack::<(Text,)>();
        if let Some((known, regex)) = &self.0
            && *known == pattern
        {
            return Ok(Value::Regex(regex.clone()));
        }
        let regex = Regex::new(&pattern.to_str()).map_err(|error| no_regex(&error.to_string()))?;
        self.0 = Some((pattern, regex.clone()));
        Ok(Value::Regex(regex))
    }

    fn fork(&self, _: &mut Worker) -> Box<dyn Prepared> {
        Box::new(Self(None))
    }
}

/// The last line of the complaint says what is wrong; those before show the whole pattern.
fn no_regex(complaint: &str) -> Failure {
    let reason = complaint.lines().last().unwrap_or_default();
    let reason = reason.strip_prefix("error: ").unwrap_or(reason);
    Failure::new(format!("the text is no regular expression: {reason}"))
}
