//! `xxhash`: a fast non-cryptographic hash.

use twox_hash::{XxHash3_64, XxHash3_128, XxHash32, XxHash64};
use vrlet_function::prelude::*;

const VALUE: Arg<Text> = Arg::required("value", "The bytes.");
const VARIANT: Arg<Text> =
    Arg::optional("variant", "`XXH32`, `XXH64`, `XXH3-64` or `XXH3-128`, in upper or lower case.")
        .default(Literal::Text("XXH32"))
        .after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "xxhash",
    category: Category::Checksum,
    about: "The xxHash of the bytes of a text: an integer, or decimal digits for 128 bits. The \
            highest of 64 bits becomes the sign.",
    params: &[VALUE.param(), VARIANT.param()],
    // As VRL sees it: every variant gives a string.
    returns: |context| {
        let known = context.constant(VARIANT).as_ref().and_then(variant);
        TypeDef::string().fallible_if(known.is_none())
    },
    failures: &["There is no variant of this name."],
    body: Body::Plain(|call| {
        let (text, name) = (call.take(VALUE), call.take(VARIANT));
        let hash = variant(&name)
            .ok_or_else(|| Failure::new(format!("there is no variant `{name}` of xxHash")))?;
        Ok(hash(text.as_bytes()))
    }),
    examples: &[
        example("32 bits", r#"xxhash("foo")"#, "3792637401"),
        example("64 bits", r#"xxhash("foo", "XXH3-64")"#, "-6093828362558603894"),
        example(
            "128 bits",
            r#"xxhash("foo", "XXH3-128")"#,
            r#""161745101148472925293886522910304009610""#,
        ),
    ],
});

fn variant(name: &Text) -> Option<fn(&[u8]) -> Value> {
    let name = name.as_str()?.to_ascii_uppercase();
    Some(match &*name {
        "XXH32" => |bytes| Value::Integer(XxHash32::oneshot(0, bytes).into()),
        "XXH64" => |bytes| Value::Integer(XxHash64::oneshot(0, bytes).cast_signed()),
        "XXH3-64" => |bytes| Value::Integer(XxHash3_64::oneshot(bytes).cast_signed()),
        "XXH3-128" => |bytes| XxHash3_128::oneshot(bytes).to_string().into(),
        _ => return None,
    })
}
