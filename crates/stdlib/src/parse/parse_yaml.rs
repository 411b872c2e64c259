//! `parse_yaml`: parses YAML.

use vrlet_function::prelude::*;

use super::yaml::compose;

const VALUE: Arg<Text> = Arg::required("value", "The document.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_yaml",
    category: Category::Parse,
    about: "The value that a document in [YAML](https://yaml.org) says, by the rules of version \
            1.2: `yes` is a string, and so is a date. An empty document is null.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::new(Kind::json()).fallible(),
    failures: &[
        "The text is no YAML or not UTF-8, or holds several documents.",
        "Arrays and objects are nested deeper than 128 levels.",
        "Aliases stand for more than the host allows.",
    ],
    body: Body::Plain(parse_yaml),
    examples: &[
        example(
            "A document",
            r#"parse_yaml!("name: web\nports: [80, 443]\n")"#,
            r#"{"name":"web","ports":[80,443]}"#,
        ),
        example(
            "An anchor and its alias",
            r#"parse_yaml!("{a: &one {n: 1}, b: *one}")"#,
            r#"{"a":{"n":1},"b":{"n":1}}"#,
        ),
        fails("Not closed", r#"parse_yaml!("[1, 2")"#, "no YAML"),
    ],
});

fn parse_yaml(call: &mut Call<'_>) -> Result<Value, Failure> {
    let text = call.take(VALUE);
    let source = text.as_str().ok_or(Failure::fixed("the text is no YAML: it is not UTF-8"))?;
    compose(source, call.host().limits)
}
