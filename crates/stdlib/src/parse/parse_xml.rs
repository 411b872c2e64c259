//! `parse_xml`: parses an XML document into an object.

use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

use super::xml::XmlReader;

const VALUE: Arg<Text> = Arg::required("value", "The document.");
const TRIM: Arg<bool> = Arg::optional("trim", "Whether blanks between elements are left out.")
    .default(Literal::Boolean(true))
    .after(VALUE);
const INCLUDE_ATTR: Arg<bool> = Arg::optional("include_attr", "Whether attributes become fields.")
    .default(Literal::Boolean(true))
    .after(TRIM);
const ATTR_PREFIX: Arg<Text> =
    Arg::optional("attr_prefix", "What stands before the names of attributes.")
        .default(Literal::Text("@"))
        .after(INCLUDE_ATTR);
const TEXT_KEY: Arg<Text> =
    Arg::optional("text_key", "The field of an element's text, where that has other fields.")
        .default(Literal::Text("text"))
        .after(ATTR_PREFIX);
const ALWAYS_USE_TEXT_KEY: Arg<bool> = Arg::optional(
    "always_use_text_key",
    "Whether an element that contains only text becomes an object too.",
)
.default(Literal::Boolean(false))
.after(TEXT_KEY);
const PARSE_BOOL: Arg<bool> =
    Arg::optional("parse_bool", "Whether `true` and `false` become booleans.")
        .default(Literal::Boolean(true))
        .after(ALWAYS_USE_TEXT_KEY);
const PARSE_NULL: Arg<bool> = Arg::optional("parse_null", "Whether `null` becomes null.")
    .default(Literal::Boolean(true))
    .after(PARSE_BOOL);
const PARSE_NUMBER: Arg<bool> = Arg::optional(
    "parse_number",
    "Whether numbers become integers and floats; `NaN`, `inf` and what is too large for a float \
         stay texts.",
)
.default(Literal::Boolean(true))
.after(PARSE_NULL);

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_xml",
    category: Category::Parse,
    about: "An XML document as an object with a field for its root element. An element that \
            contains only text becomes that text, or the number, boolean or null that it stands \
            for; any other becomes an object of its attributes, elements and text. Elements that \
            come more than once become an array. Prefixes of names are dropped; documents with a \
            DTD are refused.",
    params: &[
        VALUE.param(),
        TRIM.param(),
        INCLUDE_ATTR.param(),
        ATTR_PREFIX.param(),
        TEXT_KEY.param(),
        ALWAYS_USE_TEXT_KEY.param(),
        PARSE_BOOL.param(),
        PARSE_NULL.param(),
        PARSE_NUMBER.param(),
    ],
    returns: |_| {
        let object = Kind::object(Collection::of(Kind::any_object()));
        TypeDef::new(object.or_bytes()).fallible()
    },
    failures: &[
        "The text is not well-formed XML, or has a DTD.",
        "Elements are nested deeper than 127 levels.",
        "An element has more than 256 attributes, or there are more than 256 namespaces in one \
         place.",
    ],
    body: Body::Plain(parse_xml),
    examples: &[
        example(
            "Attributes and elements",
            r#"parse_xml!(s'<book isbn="1"><title>Grimm</title><page>1</page><page>2</page></book>')"#,
            r#"{"book":{"@isbn":"1","title":"Grimm","page":[1,2]}}"#,
        ),
        example(
            "Text as it is",
            r#"parse_xml!("<a><b>007</b></a>", parse_number: false)"#,
            r#"{"a":{"b":"007"}}"#,
        ),
        fails("Not closed", r#"parse_xml!("<a>")"#, "no well-formed XML"),
    ],
});

fn parse_xml(call: &mut Call<'_>) -> Result<Value, Failure> {
    let text = call.take(VALUE);
    let (trim, attributes) = (call.take(TRIM), call.take(INCLUDE_ATTR));
    let (attr_prefix, text_key) = (call.take(ATTR_PREFIX), call.take(TEXT_KEY));
    let reader = XmlReader {
        trim,
        attr_prefix: attributes.then(|| attr_prefix.to_str().into_owned()),
        text_key: Key::from(&text_key),
        always_text_key: call.take(ALWAYS_USE_TEXT_KEY),
        booleans: call.take(PARSE_BOOL),
        nulls: call.take(PARSE_NULL),
        numbers: call.take(PARSE_NUMBER),
    };
    reader.read(text)
}
