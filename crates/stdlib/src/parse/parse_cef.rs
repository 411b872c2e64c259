//! `parse_cef`: parses ArcSight's Common Event Format.

use std::borrow::Cow;

use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

use super::cef::{self, Strictness};
use crate::text::to_utf8;

const VALUE: Arg<Text> = Arg::required("value", "The event.");
const TRANSLATE_CUSTOM_FIELDS: Arg<bool> = Arg::optional(
    "translate_custom_fields",
    "Whether custom fields such as `cs1` get the name that their label, `cs1Label`, says.",
)
.default(Literal::Boolean(false))
.after(VALUE);
const STRICT: Arg<bool> = Arg::optional(
    "strict",
    "Whether a part of the extension that can't be read is a failure; otherwise it is left out.",
)
.default(Literal::Boolean(true))
.after(TRANSLATE_CUSTOM_FIELDS);

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_cef",
    category: Category::Parse,
    about: "Parses an event in the Common Event Format, wherever it starts in the text. All values \
            are strings.",
    params: &[VALUE.param(), TRANSLATE_CUSTOM_FIELDS.param(), STRICT.param()],
    returns: |_| {
        let header = cef::HEADER.iter().map(|name| (Key::from_static(name), Kind::bytes()));
        TypeDef::new(Kind::object(Collection::of_fields(header).with_rest(Kind::bytes())))
            .fallible()
    },
    failures: &[
        "The text has no `CEF:`, or no complete header after it.",
        "The extension is not made of `key=value` pairs, and `strict` is on.",
        "A custom field has no label, and `translate_custom_fields` is on.",
    ],
    body: Body::Plain(parse_cef),
    examples: &[
        example(
            "An event",
            r#"parse_cef!("CEF:0|Acme|Guard|1.2|100|Theft|8|src=10.0.0.1 msg=a b c")"#,
            r#"{"cefVersion":"0","deviceVendor":"Acme","deviceProduct":"Guard","deviceVersion":"1.2","deviceEventClassId":"100","name":"Theft","severity":"8","src":"10.0.0.1","msg":"a b c"}"#,
        ),
        example(
            "A custom field",
            r#"parse_cef!("CEF:0|a|b|c|d|e|8|cs1=x cs1Label=Shop", translate_custom_fields: true).Shop"#,
            r#""x""#,
        ),
        fails("Something else", r#"parse_cef!("hello")"#, "no `CEF:`"),
    ],
});

fn parse_cef(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (text, translate, strict) =
        (call.take(VALUE), call.take(TRANSLATE_CUSTOM_FIELDS), call.take(STRICT));
    let text = to_utf8(text);
    let share = |part: Cow<'_, str>| match part {
        Cow::Borrowed(part) => Value::Bytes(text.share(part)),
        Cow::Owned(part) => part.into(),
    };
    let strictness = if strict { Strictness::Strict } else { Strictness::Lenient };
    let (header, pairs) = cef::read(text.as_str().unwrap_or_default(), strictness)?;
    let mut object = Object::with_capacity(header.len() + pairs.len());
    for (name, value) in cef::HEADER.iter().zip(header) {
        object.insert(Key::from_static(name), share(value));
    }
    for (name, value) in pairs {
        // The header's names are taken.
        if !cef::HEADER.contains(&name) {
            object.insert(Key::from(name), share(value));
        }
    }
    if translate { cef::translate(object) } else { Ok(object.into()) }
}
