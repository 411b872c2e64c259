//! `parse_xml`: an XML document as an object.

use std::borrow::Cow;

use roxmltree::{Document, Node};
use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

use crate::text::to_utf8;

/// How deep elements may be nested.
const DEEPEST: u32 = 127;

/// The contract.
pub const FUNCTION: Function = Function {
    name: "parse_xml",
    category: Category::Parse,
    about: "An XML document as an object with a field for its root element. An element with nothing but text is that text, \
            or the number, boolean or null that it says; another one is an object of its attributes, elements and \
            text. What comes more than once is an array. Prefixes of names are dropped; documents with a DTD are \
            refused.",
    params: &[
        required("value", STRING, "The document."),
        optional("trim", BOOLEAN, "Whether blanks between elements count as nothing.")
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
            "Whether an element with nothing but text is an object too.",
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
        "The text is no well-formed XML, or has a DTD.",
        "Elements are nested deeper than 127 levels.",
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
    let text = to_utf8(call.take(0));
    let (trim, attributes) = (call.take(1), call.take::<bool>(2));
    let (attr_prefix, text_key) = (call.take::<Text>(3), call.take::<Text>(4));
    let reader = Reader {
        attr_prefix: attributes.then(|| attr_prefix.to_str().into_owned()),
        text_key: Key::from(&text_key),
        always_text_key: call.take(5),
        booleans: call.take(6),
        nulls: call.take(7),
        numbers: call.take(8),
    };
    let source = text.as_str().unwrap_or_default();
    let source = if trim { without_gaps(source) } else { source.into() };
    let document = Document::parse(&source)
        .map_err(|error| Failure::new(format!("the text is no well-formed XML: {error}")))?;
    let root = document.root_element();
    let mut object = Object::new();
    object.insert(Key::from(root.tag_name().name()), reader.element(root, 1)?);
    Ok(object.into())
}

struct Reader {
    /// What stands before the names of attributes, where they count.
    attr_prefix: Option<String>,
    text_key: Key,
    always_text_key: bool,
    booleans: bool,
    nulls: bool,
    numbers: bool,
}

impl Reader {
    fn element(&self, element: Node<'_, '_>, depth: u32) -> Result<Value, Failure> {
        if depth > DEEPEST {
            return Err(Failure::fixed("elements are nested deeper than 127 levels"));
        }
        let mut object = Object::new();
        if let Some(prefix) = &self.attr_prefix {
            for attribute in element.attributes() {
                let name = Key::from(format!("{prefix}{}", attribute.name()));
                object.insert(name, attribute.value().into());
            }
        }
        let mut children = element.children();
        if let (Some(only), None) = (children.next(), children.next())
            && only.is_text()
            && object.is_empty()
            && !self.always_text_key
        {
            return Ok(self.scalar(only.text().unwrap_or_default()));
        }
        for child in element.children() {
            if child.is_element() {
                let value = self.element(child, depth + 1)?;
                add(&mut object, Key::from(child.tag_name().name()), value);
            } else if child.is_text() {
                let value = self.scalar(child.text().unwrap_or_default());
                add(&mut object, self.text_key.clone(), value);
            }
        }
        Ok(object.into())
    }

    fn scalar(&self, text: &str) -> Value {
        match text {
            "true" | "false" if self.booleans => Value::Boolean(text == "true"),
            "" | "null" if self.nulls => Value::Null,
            _ if !self.numbers => text.into(),
            _ => match (text.parse::<i64>(), text.parse::<f64>()) {
                (Ok(number), _) => Value::Integer(number),
                // As in VRL, what says NaN is zero.
                (_, Ok(number)) => {
                    Value::float(number).or_else(|| Value::float(0.0)).unwrap_or_default()
                }
                _ => text.into(),
            },
        }
    }
}

/// A document without the blanks between its tags.
fn without_gaps(source: &str) -> Cow<'_, str> {
    let (mut kept, mut copied) = (String::new(), 0);
    for (end, _) in source.match_indices('>') {
        let after = &source[end + 1..];
        let next = after.trim_start();
        let gap = after.len() - next.len();
        if gap > 0 && next.starts_with('<') {
            kept.push_str(&source[copied..=end]);
            copied = end + 1 + gap;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(source);
    }
    kept.push_str(&source[copied..]);
    Cow::Owned(kept)
}

/// Adds a member; what comes more than once makes an array.
fn add(object: &mut Object, key: Key, value: Value) {
    let value = match object.take(&key) {
        None => value,
        Some(Value::Array(mut values)) => {
            values.push(value);
            values.into()
        }
        Some(before) => vec![before, value].into(),
    };
    object.insert(key, value);
}
