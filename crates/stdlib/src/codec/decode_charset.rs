//! `decode_charset`: transcodes text of a legacy charset to UTF-8.

use encoding_rs::Encoding;
use vrlet_function::prelude::*;

const VALUE: Arg<Text> = Arg::required("value", "The bytes.");
const FROM_CHARSET: Arg<Text> = Arg::required(
    "from_charset",
    "A label of the [encoding \
        standard](https://encoding.spec.whatwg.org/#names-and-labels), such as `iso-8859-1`.",
)
.after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "decode_charset",
    category: Category::Codec,
    about: "The text that bytes in a charset say, as UTF-8. A byte order mark at the beginning \
            wins over the charset and is left out; what says nothing in the charset becomes \
            U+FFFD.",
    params: &[VALUE.param(), FROM_CHARSET.param()],
    returns: |_| TypeDef::string().fallible(),
    failures: &["There is no charset of this label."],
    body: Body::Plain(decode_charset),
    examples: &[
        example("Korean", r#"decode_charset!(decode_base16!("c7d1b1db"), "euc-kr")"#, r#""한글""#),
        fails("No charset", r#"decode_charset!("a", "euc-xy")"#, "no label of a charset"),
    ],
});

fn decode_charset(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (bytes, label) = (call.take(VALUE), call.take(FROM_CHARSET));
    let (text, ..) = charset(&label)?.decode(bytes.as_bytes());
    Ok(Value::Bytes(Text::from(&*text)))
}

/// The charset of a label.
///
/// # Errors
/// Where there is no such label.
pub(super) fn charset(label: &Text) -> Result<&'static Encoding, Failure> {
    Encoding::for_label(label.as_bytes()).ok_or_else(|| {
        Failure::new(format_args!(
            "`{label}` is no label of a charset, expected one such as `utf-8` or `iso-8859-1`"
        ))
    })
}
