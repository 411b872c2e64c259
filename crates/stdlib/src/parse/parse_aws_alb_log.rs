//! `parse_aws_alb_log`: parses an access log line of an AWS Application Load Balancer.

use std::borrow::Cow;

use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

use super::alb_fields::{AlbField, Content, FIELDS, TRANSFORMED};
use super::recognize::hint;
use super::unescape::unescape;
use crate::lazy_shape::LazyShape;
use crate::mismatch::found;
use crate::text::to_utf8;

const VALUE: Arg<Text> = Arg::required("value", "The line.");
const STRICT_MODE: Arg<bool> =
    Arg::optional("strict_mode", "Whether a line that goes on after the known fields is refused.")
        .default(Literal::Boolean(true))
        .after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_aws_alb_log",
    category: Category::Parse,
    about: "Parses a line of an [access \
            log](https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html) \
            of an AWS Application Load Balancer. A `-` becomes null. Lines that say how the request \
            was rewritten have `transformed_host`, `transformed_uri` and \
            `request_transform_status` too.",
    params: &[VALUE.param(), STRICT_MODE.param()],
    returns: |_| {
        let transformed = TRANSFORMED.iter().map(|field| (field, KindSet::UNDEFINED));
        let fields = FIELDS.iter().map(|field| (field, KindSet::NEVER)).chain(transformed);
        let fields = fields.map(|(field, missing)| {
            (Key::from_static(field.name), Kind::from(field.kinds.or(missing)))
        });
        TypeDef::new(Kind::object(Collection::of_fields(fields))).fallible()
    },
    failures: &[
        "The line is not of the format.",
        "The line goes on after the known fields, and `strict_mode` is on.",
    ],
    body: Body::Prepared(|_| {
        Ok(stateful(|[short, long]: &mut [LazyShape; 2], call| {
            let slots = read(&to_utf8(call.take(VALUE)), call.take(STRICT_MODE))?;
            let shape = if slots.len() > FIELDS.len() { long } else { short };
            let count = slots.len();
            let keys = || {
                let fields = FIELDS.iter().chain(TRANSFORMED);
                fields.map(|field| Key::from_static(field.name)).take(count)
            };
            Ok(Value::Object(shape.object(keys, slots)))
        }))
    }),
    examples: &[
        example(
            "Some fields of a line",
            r#"line = parse_aws_alb_log!(s'http 2018-11-30T22:23:00.186641Z app/web/50dc 192.168.131.39:2817 10.0.0.1:80 0.000 0.001 0.000 200 200 34 366 "GET http://a.example/ HTTP/1.1" "curl/7.46.0" - - arn:aws:x "Root=1-58" "-" "-" 0 2018-11-30T22:22:48.364000Z "forward" "-" "-" "-" "-" "-" "-"')
[line.client_host, line.request_url, line.sent_bytes]"#,
            r#"["192.168.131.39:2817","http://a.example/",366]"#,
        ),
        fails("Another line", r#"parse_aws_alb_log!("hello")"#, "the field `timestamp`"),
    ],
});

fn read(line: &Text, strict: bool) -> Result<Vec<Value>, Failure> {
    let mut parser =
        LineParser { line, rest: line.as_str().unwrap_or_default(), request: Text::new() };
    let mut slots = Vec::with_capacity(FIELDS.len() + Object::SPARE);
    let (required, trace) = FIELDS.split_at(FIELDS.len() - 1);
    for (index, field) in required.iter().enumerate() {
        // The method, the address and the protocol of a request stand in one pair of quotes.
        if !matches!(field.content, Content::Url | Content::Protocol) && index > 0 {
            parser.rest =
                parser.rest.strip_prefix(' ').ok_or_else(|| parser.no(field, parser.rest))?;
        }
        parser.field(field, &mut slots)?;
    }
    parser.trace(&trace[0], &mut slots);
    parser.transformed(&mut slots);
    if strict && !parser.rest.is_empty() {
        return Err(parser.failure(parser.rest, |place| {
            format!(
                "the line goes on after the known fields {place}; `strict_mode: false` reads it \
                 all the same"
            )
        }));
    }
    Ok(slots)
}

struct LineParser<'a> {
    line: &'a Text,
    rest: &'a str,
    /// What is left of the request.
    request: Text,
}

impl<'a> LineParser<'a> {
    /// The number of the connection, where the line has one.
    fn trace(&mut self, field: &'static AlbField, slots: &mut Vec<Value>) {
        let before = self.rest;
        let traced = self.rest.strip_prefix(' ').is_some_and(|rest| {
            self.rest = rest;
            (rest.starts_with("TID_") || rest == "-" || rest.starts_with("- "))
                && self.field(field, slots).is_ok()
        });
        if !traced {
            self.rest = before;
            slots.push(Value::Null);
        }
    }

    /// What became of the request before it was passed on, where the line says it.
    fn transformed(&mut self, slots: &mut Vec<Value>) {
        let (before, known) = (self.rest, slots.len());
        let complete = TRANSFORMED.iter().all(|field| {
            self.rest.strip_prefix(' ').is_some_and(|rest| {
                self.rest = rest;
                self.field(field, slots).is_ok()
            })
        });
        if !complete {
            self.rest = before;
            slots.truncate(known);
        }
    }

    /// The failure at `rest`, of whose place `text` makes a message.
    fn failure(&self, rest: &str, text: fn(&str) -> String) -> Failure {
        let (line, at) = (self.line.clone(), self.line.len() - rest.len());
        Failure::deferred(move || text(&found(line.as_str().unwrap_or_default(), at)))
    }

    fn no(&self, field: &'static AlbField, rest: &str) -> Failure {
        let (line, at) = (self.line.clone(), self.line.len() - rest.len());
        Failure::deferred(move || {
            let line = line.as_str().unwrap_or_default();
            let (place, hint) = (found(line, at), hint(line, "parse_aws_alb_log"));
            format!("the field `{}` can't be read {place}{hint}", field.name)
        })
    }

    fn field(&mut self, field: &'static AlbField, slots: &mut Vec<Value>) -> Result<(), Failure> {
        let start = self.rest;
        let value = match field.content {
            Content::Quoted => self.quoted().map(or_null),
            Content::Method => {
                self.quoted().and_then(|request| self.cut(request, str::find)).map(or_null)
            }
            // Blanks in an address belong to it: the protocol stands after the last one.
            Content::Url => {
                let request = std::mem::take(&mut self.request);
                self.cut(request, str::rfind).map(Value::Bytes)
            }
            Content::Protocol => Some(or_null(std::mem::take(&mut self.request))),
            Content::Integer(allowed) => {
                self.word(allowed).and_then(|word| word.parse().ok().map(Value::Integer))
            }
            Content::Float(allowed) => {
                self.word(allowed).and_then(|word| word.parse().ok().and_then(Value::float))
            }
            Content::Word(allowed) => self.word(allowed).map(|word| or_null(self.line.share(word))),
            Content::List(allowed) => self.list(allowed),
        };
        slots.push(value.ok_or_else(|| self.no(field, start))?);
        Ok(())
    }

    /// What stands before a blank of the request; the rest stays.
    fn cut(
        &mut self,
        request: Text,
        blank: impl FnOnce(&str, char) -> Option<usize>,
    ) -> Option<Text> {
        let blank = blank(request.as_str()?, ' ')?;
        self.request = request.slice(blank + 1..request.len());
        Some(request.slice(0..blank))
    }

    /// Bytes that are allowed, at least one.
    fn word(&mut self, allowed: fn(u8) -> bool) -> Option<&'a str> {
        let length = self.rest.bytes().take_while(|byte| allowed(*byte)).count();
        let (word, rest) = self.rest.split_at_checked(length).filter(|_| length > 0)?;
        self.rest = rest;
        Some(word)
    }

    fn list(&mut self, allowed: fn(u8) -> bool) -> Option<Value> {
        let list = self.quoted()?;
        if list.as_bytes() == b"-" {
            return Some(Vec::new().into());
        }
        let items = list.as_str()?.split(' ').map(|item| {
            let fits = !item.is_empty() && item.bytes().all(allowed);
            fits.then(|| Value::Bytes(list.share(item)))
        });
        items.collect::<Option<Vec<_>>>().map(Value::from)
    }

    /// What stands between double quotes; a backslash takes the next character as it is.
    fn quoted(&mut self) -> Option<Text> {
        let text = self.rest.strip_prefix('"')?;
        let bytes = text.as_bytes();
        let mut end = 0;
        loop {
            end += memchr::memchr2(b'"', b'\\', bytes.get(end..)?)?;
            if bytes[end] == b'"' {
                break;
            }
            end += 2;
        }
        self.rest = &text[end + 1..];
        let text = &text[..end];
        Some(match unescape(text, Some) {
            Cow::Owned(clean) => clean.into(),
            Cow::Borrowed(text) => self.line.share(text),
        })
    }
}

fn or_null(text: Text) -> Value {
    if text.as_bytes() == b"-" { Value::Null } else { Value::Bytes(text) }
}
