//! `decode_punycode`: decodes an internationalised domain name from Punycode.

use idna::punycode::decode_to_string;
use vrlet_function::prelude::*;

use crate::text::to_utf8;

const VALUE: Arg<Text> = Arg::required("value", "The domain name.");
const VALIDATE: Arg<bool> = Arg::optional(
    "validate",
    "Whether the name must be one that can be registered, and is written as all names are, in \
     small letters; without, labels that are no Punycode, or have more than 2,000 bytes, stay as \
     they are.",
)
.default(Literal::Boolean(true))
.after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "decode_punycode",
    category: Category::Codec,
    about: "A domain name with its labels in Punycode, which begin with `xn--`, as the text that \
            they stand for. A name without such a label stays as it is.",
    params: &[VALUE.param(), VALIDATE.param()],
    returns: |_| TypeDef::string().fallible(),
    failures: &["The name is to be validated, and can't be registered."],
    body: Body::Plain(decode_punycode),
    examples: &[
        example("A café", r#"decode_punycode!("www.xn--caf-dma.com")"#, r#""www.café.com""#),
        example(
            "Labels that can't be",
            r#"decode_punycode!("xn--8hbb.xn--\u{1}", validate: false)"#,
            r#""١٠.xn--\u0001""#,
        ),
        fails("A name that can't be", r#"decode_punycode!("xn--8hbb.com")"#, "no domain name"),
    ],
});

/// What a label in Punycode begins with.
pub(super) const PREFIX: &str = "xn--";

/// The longest label that is looked at: each of its characters is put among all others. A label of the
/// DNS has 63.
const LONGEST: usize = 2_000;

fn decode_punycode(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (name, validate) = (call.take(VALUE), call.take(VALIDATE));
    let name = to_utf8(name);
    let text = name.to_str();
    if !text.contains(PREFIX) {
        return Ok(Value::Bytes(name));
    }
    if validate {
        let (decoded, validity) = idna::domain_to_unicode(&text);
        validity.map_err(|_| Failure::new(format_args!("`{text}` is no domain name")))?;
        return Ok(decoded.into());
    }
    let mut decoded = String::with_capacity(text.len());
    for (index, label) in text.split('.').enumerate() {
        if index > 0 {
            decoded.push('.');
        }
        let punycode = label.strip_prefix(PREFIX).filter(|rest| rest.len() <= LONGEST);
        match punycode.and_then(decode_to_string) {
            Some(plain) => decoded.push_str(&plain),
            None => decoded.push_str(label),
        }
    }
    Ok(decoded.into())
}
