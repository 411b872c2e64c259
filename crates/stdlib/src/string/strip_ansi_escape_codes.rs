//! `strip_ansi_escape_codes`: what is left to read of what a terminal was sent.

use vrlet_function::prelude::*;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "strip_ansi_escape_codes",
    category: Category::String,
    about: "The text without ANSI escape sequences (colours, movements of the cursor, titles) and \
            without control characters other than line ends.",
    params: &[required("value", STRING, "The text.")],
    returns: |_| TypeDef::string(),
    body: Body::Plain(|call| {
        let (text,) = call.unpack::<(Text,)>();
        Ok(Value::Bytes(Text::from_vec(strip_ansi_escapes::strip(text.as_bytes()))))
    }),
    examples: &[
        example(
            "Colours",
            r#"strip_ansi_escape_codes("\u{1b}[46mfoo\u{1b}[0m bar")"#,
            r#""foo bar""#,
        ),
        example("Nothing to strip", r#"strip_ansi_escape_codes("foo")"#, r#""foo""#),
    ],
    ..Function::BASE
};
