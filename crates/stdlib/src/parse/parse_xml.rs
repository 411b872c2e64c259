//! `parse_xml`: an XML document as an object.

use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

use super::xml::Reader;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "parse_xml",
    category: Category::Parse,
    about: "An XML document as an object with a field for its root element. An element that contains \
            only text becomes that text, or the number, boolean or null that it stands \
            for; any other becomes an object of its attributes, elements and text. \
            Elements that come more than once become an array. Prefixes of names are \
            dropped; documents with a DTD are refused.",
    params: &[
        required("value", STRING, "The document."),
        optional("trim", BOOLEAN, "Whether blanks between elements are left out.")
            .default(Literal::Boolean(true)),
        optional("include_attr", BOOLEAN, "Whether attributes become fields.")
            .default(Literal::Boolean(true)),
        optional("attr_prefix", STRING, "What stands before the names of attributes.")
            .default(Literal::Text("@")),
        optional(
            "text_key",
            STRING,
            "The field of an element's text, where that has other fields.",
        )
        .default(Literal::Text("text")),
        optional(
            "always_use_text_key",
            BOOLEAN,
            "Whether an element that contains only text becomes an object too.",
        )
        .default(Literal::Boolean(false)),
        optional("parse_bool", BOOLEAN, "Whether `true` and `false` become booleans.")
            .default(Literal::Boolean(true)),
        optional("parse_null", BOOLEAN, "Whether `null` becomes null.")
            .default(Literal::Boolean(true)),
        optional("parse_number", BOOLEAN, "Whether numbers become integers and floats.")
            .default(Literal::Boolean(true)),
    ],
    returns: |_| {
        let object = Kind::object(Collection::of(Kind::any_object()));
        TypeDef::new(object.or_bytes()).fallible()
    },
    failures: &[
        "The text is not well-formed XML, or has a DTD.",
        "Elements are nested deeper than 127 levels.",
        "An element has more than 256 attributes, or there are more than 256 namespaces in one place.",
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
    ..Function::BASE
};

fn parse_xml(call: &mut Call<'_>) -> Result<Value, Failure> {
    let text = call.take::<Text>(0);
    let (trim, attributes) = (call.take(1), call.take::<bool>(2));
    let (attr_prefix, text_key) = (call.take::<Text>(3), call.take::<Text>(4));
    let reader = Reader {
        trim,
        attr_prefix: attributes.then(|| attr_prefix.to_str().into_owned()),
        text_key: Key::from(&text_key),
        always_text_key: call.take(5),
        booleans: call.take(6),
        nulls: call.take(7),
        numbers: call.take(8),
    };
    reader.read(text)
}
