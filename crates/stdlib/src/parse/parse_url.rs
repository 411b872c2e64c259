//! `parse_url`: splits a URL into its parts.

use url::Url;
use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

use super::query_string;
use super::shape_cache::ShapeCache;
use crate::lazy_shape::LazyShape;

const VALUE: Arg<Text> = Arg::required("value", "The URL.");
const DEFAULT_KNOWN_PORTS: Arg<bool> = Arg::optional(
    "default_known_ports",
    "Whether a URL without a port gets that of its scheme, if it is known.",
)
.default(Literal::Boolean(false))
.after(VALUE);
const REPEATED: Arg<Text> = Arg::optional(
    "repeated",
    "What becomes of a parameter of the query that comes more than once: all its values in an \
     `array`, or only the `last` one.",
)
.one_of(&["array", "last"])
.default(Literal::Text("array"))
.constant()
.after(DEFAULT_KNOWN_PORTS);

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_url",
    category: Category::Parse,
    about: "The parts of an absolute URL, in the normal form of the [URL \
            standard](https://url.spec.whatwg.org): host names in lower case, characters \
            beyond ASCII escaped. A parameter of the query that comes more than once gets an \
            array of its values, as with `parse_query_string`.",
    params: &[VALUE.param(), DEFAULT_KNOWN_PORTS.param(), REPEATED.param()],
    returns: |context| {
        let parameter = match Repeated::of(context) {
            Repeated::Array => Kind::bytes().or(Kind::any_array()),
            Repeated::Last => Kind::bytes(),
        };
        let fields = [
            ("scheme", Kind::bytes()),
            ("username", Kind::bytes()),
            ("password", Kind::bytes()),
            ("host", Kind::bytes()),
            ("port", Kind::integer().or_null()),
            ("path", Kind::bytes().or_null()),
            ("query", Kind::object_of(parameter)),
            ("fragment", Kind::bytes().or_null()),
        ];
        let fields = fields.map(|(name, kind)| (Key::from_static(name), kind));
        TypeDef::new(Kind::object(Collection::of_fields(fields))).fallible()
    },
    failures: &["The text is not an absolute URL."],
    body: Body::Prepared(|context| {
        let repeated = Repeated::of(context);
        let body = per_machine(move |_| {
            let mut shapes = Shapes::default();
            move |call: &mut Call<'_>| parse_url(&mut shapes, call, repeated)
        });
        Ok(Box::new(body.without(REPEATED)))
    }),
    examples: &[
        example(
            "All parts",
            r#"parse_url!("https://jane:secret@example.com:8443/a/b?page=2#top")"#,
            r##"{"scheme":"https","username":"jane","password":"secret","host":"example.com","port":8443,"path":"/a/b","query":{"page":"2"},"fragment":"top"}"##,
        ),
        example(
            "The port of a scheme",
            r#"parse_url!("https://example.com", default_known_ports: true).port"#,
            "443",
        ),
        example(
            "A parameter that comes twice",
            r#"parse_url!("https://example.com/?tag=a&tag=b").query"#,
            r#"{"tag":["a","b"]}"#,
        ),
        example(
            "Only its last value",
            r#"parse_url!("https://example.com/?tag=a&tag=b", repeated: "last").query"#,
            r#"{"tag":"b"}"#,
        ),
        fails("Not absolute", r#"parse_url!("/a/b")"#, "no URL"),
    ],
});

/// What becomes of a parameter that comes more than once.
#[derive(Clone, Copy)]
enum Repeated {
    Array,
    Last,
}

impl Repeated {
    fn of(context: &CallContext<'_>) -> Self {
        match context.choice(REPEATED) {
            Some("last") => Self::Last,
            _ => Self::Array,
        }
    }
}

/// The names of the parts, in the order in which a URL has them.
const PARTS: [Key; 8] = [
    Key::from_static("scheme"),
    Key::from_static("username"),
    Key::from_static("password"),
    Key::from_static("host"),
    Key::from_static("port"),
    Key::from_static("path"),
    Key::from_static("query"),
    Key::from_static("fragment"),
];

/// What a machine keeps from URL to URL.
#[derive(Default)]
struct Shapes {
    parts: LazyShape,
    parameters: ShapeCache,
}

fn parse_url(
    shapes: &mut Shapes,
    call: &mut Call<'_>,
    repeated: Repeated,
) -> Result<Value, Failure> {
    let (text, known_ports) = (call.take(VALUE), call.take(DEFAULT_KNOWN_PORTS));
    let url = Url::parse(&text.to_str())
        .map_err(|error| Failure::new(format!("`{text}` is no URL: {error}")))?;
    let port = if known_ports { url.port_or_known_default() } else { url.port() };
    let slots = vec![
        url.scheme().into(),
        url.username().into(),
        url.password().unwrap_or_default().into(),
        url.host_str().into(),
        port.map(i64::from).into(),
        url.path().into(),
        parameters(url.query().unwrap_or_default(), &mut shapes.parameters, repeated).into(),
        url.fragment().into(),
    ];
    Ok(Value::Object(shapes.parts.object(|| PARTS.into_iter(), slots)))
}

fn parameters(query: &str, shapes: &mut ShapeCache, repeated: Repeated) -> Object {
    let again: fn(&mut Value, Value) = match repeated {
        Repeated::Array => query_string::also,
        Repeated::Last => |before, value| *before = value,
    };
    let mut object = shapes.start();
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        object.add(&name, Value::Bytes(Text::from(value)), again);
    }
    object.finish()
}
