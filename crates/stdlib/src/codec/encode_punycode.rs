//! `encode_punycode`: encodes an internationalised domain name as Punycode.

use idna::punycode::encode_str;
use vrlet_function::prelude::*;

use super::decode_punycode::PREFIX;

const VALUE: Arg<Text> = Arg::required("value", "The domain name.");
const VALIDATE: Arg<bool> = Arg::optional(
    "validate",
    "Whether the name must be one that can be registered, and its characters become those that \
     names are written with; without, every label can be encoded, and those in Punycode stay as \
     they are.",
)
.default(Literal::Boolean(true))
.after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "encode_punycode",
    category: Category::Codec,
    about: "A domain name in small letters, with its labels that are not ASCII written in \
            Punycode, which begins with `xn--`.",
    params: &[VALUE.param(), VALIDATE.param()],
    returns: |_| TypeDef::string().fallible(),
    failures: &[
        "The name is to be validated, and can't be registered.",
        "A label that is not ASCII has more than 1,000 characters.",
    ],
    body: Body::Plain(encode_punycode),
    examples: &[
        example("A café", r#"encode_punycode!("www.CAFÉ.com")"#, r#""www.xn--caf-dma.com""#),
        example(
            "Any label",
            r#"encode_punycode!("xn--ABC.Éa", validate: false)"#,
            r#""xn--abc.xn--a-9fa""#,
        ),
        fails("A name that can't be", r#"encode_punycode!("xn--é")"#, "no domain name"),
    ],
});

/// The longest label that is encoded: all of it is looked at for each of its characters. A label of the
/// DNS has 63.
const LONGEST: usize = 1_000;

fn encode_punycode(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (name, validate) = (call.take(VALUE), call.take(VALIDATE));
    let text = name.to_str();
    if validate {
        return idna::domain_to_ascii(&text)
            .map(Value::from)
            .map_err(|_| Failure::new(format_args!("`{text}` is no domain name")));
    }
    let mut encoded = String::with_capacity(text.len());
    for (index, label) in text.split('.').enumerate() {
        if index > 0 {
            encoded.push('.');
        }
        let small = label.to_lowercase();
        if label.is_ascii() || label.starts_with(PREFIX) {
            encoded.push_str(&small);
            continue;
        }
        // Counting ends early where a label is endless.
        let short = small.chars().nth(LONGEST).is_none();
        let punycode = short.then(|| encode_str(&small)).flatten();
        encoded.push_str(PREFIX);
        encoded.push_str(&punycode.ok_or(Failure::fixed(
            "a label that is not ASCII is too long, expected 1000 characters at most",
        ))?);
    }
    Ok(encoded.into())
}
