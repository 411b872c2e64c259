//! `encode_percent`: percent-encodes text.

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, percent_encode};
use vrlet_function::prelude::*;

use crate::text::to_utf8;

const VALUE: Arg<Text> = Arg::required("value", "The text.");
const ASCII_SET: Arg<Text> = Arg::optional("ascii_set", "The set of characters to escape.")
    .default(Literal::Text("NON_ALPHANUMERIC"))
    .one_of(&[
        "COMPONENT",
        "CONTROLS",
        "FRAGMENT",
        "NON_ALPHANUMERIC",
        "PATH",
        "QUERY",
        "SPECIAL",
        "USERINFO",
        "WWW_FORM_URLENCODED",
    ])
    .constant()
    .after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "encode_percent",
    category: Category::Codec,
    about: "A text in which characters of a set, and all that are not ASCII, are written as `%` \
            and two hexadecimal digits for each of their bytes. The sets are those of the [URL \
            standard](https://url.spec.whatwg.org/#percent-encoded-bytes), from the smallest to \
            the largest: `CONTROLS`, `FRAGMENT`, `QUERY`, `SPECIAL`, `PATH`, `USERINFO`, \
            `COMPONENT`, `WWW_FORM_URLENCODED`, and `NON_ALPHANUMERIC`, which spares letters and \
            digits alone.",
    params: &[VALUE.param(), ASCII_SET.param()],
    returns: |_| TypeDef::string(),
    failures: &[],
    body: Body::Prepared(|context| {
        let set = context.constant(ASCII_SET).as_ref().and_then(set);
        let set = set.unwrap_or_else(|| unreachable!("checked: `ascii_set` is one of its choices"));
        Ok(Box::new(move |call: &mut Call<'_>| {
            let text = call.take(VALUE);
            Ok(percent_encode(to_utf8(text).as_bytes(), set).to_string().into())
        }))
    }),
    examples: &[
        example(
            "All but letters and digits",
            r#"encode_percent("a b/c-ü")"#,
            r#""a%20b%2Fc%2D%C3%BC""#,
        ),
        example("For a path", r#"encode_percent("a b/c?", ascii_set: "PATH")"#, r#""a%20b/c%3F""#),
    ],
});

const FRAGMENT: AsciiSet = CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`');
const QUERY: AsciiSet = CONTROLS.add(b' ').add(b'"').add(b'#').add(b'<').add(b'>');
const SPECIAL: AsciiSet = QUERY.add(b'\'');
const PATH: AsciiSet = QUERY.add(b'?').add(b'`').add(b'{').add(b'}');
const USERINFO: AsciiSet = PATH
    .add(b'/')
    .add(b':')
    .add(b';')
    .add(b'=')
    .add(b'@')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'|');
const COMPONENT: AsciiSet = USERINFO.add(b'$').add(b'%').add(b'&').add(b'+').add(b',');
const WWW_FORM_URLENCODED: AsciiSet = COMPONENT.add(b'!').add(b'\'').add(b'(').add(b')').add(b'~');

fn set(name: &Text) -> Option<&'static AsciiSet> {
    Some(match name.as_str()? {
        "COMPONENT" => &COMPONENT,
        "CONTROLS" => CONTROLS,
        "FRAGMENT" => &FRAGMENT,
        "NON_ALPHANUMERIC" => NON_ALPHANUMERIC,
        "PATH" => &PATH,
        "QUERY" => &QUERY,
        "SPECIAL" => &SPECIAL,
        "USERINFO" => &USERINFO,
        "WWW_FORM_URLENCODED" => &WWW_FORM_URLENCODED,
        _ => return None,
    })
}
