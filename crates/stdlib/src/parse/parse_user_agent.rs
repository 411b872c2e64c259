//! `parse_user_agent`: browser, device and operating system of a user agent string.

use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

use super::user_agent::{ENRICHED, Mode, PLAIN, Section, UserAgentParser};
use crate::text::to_utf8;

const VALUE: Arg<Text> = Arg::required("value", "The user agent.");
const MODE: Arg<Text> = Arg::optional(
    "mode",
    "How thoroughly to look: `fast`; `reliable`, which asks a larger collection where `fast` does \
     not know; `enriched`, which gives the most of both.",
)
.one_of(&["enriched", "fast", "reliable"])
.default(Literal::Text("fast"))
.constant()
.after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_user_agent",
    category: Category::Parse,
    about: "What the user agent of a browser tells about the browser, the device and the operating \
            system. What is unknown is null.",
    params: &[VALUE.param(), MODE.param()],
    returns: |context| {
        let sections = if mode(context) == Mode::Enriched { ENRICHED } else { PLAIN };
        let kinds = sections.iter().map(|section| (Key::from_static(section.name), kind(section)));
        TypeDef::new(Kind::object(Collection::of_fields(kinds)))
    },
    failures: &[],
    body: Body::Prepared(|context| {
        let parser = UserAgentParser::new(mode(context));
        Ok(Box::new(move |call: &mut Call<'_>| {
            let text = to_utf8(call.take(VALUE));
            Ok(parser.read(text.as_str().unwrap_or_default()))
        }))
    }),
    examples: &[
        example(
            "A browser",
            r#"parse_user_agent("Mozilla/5.0 (X11; Linux x86_64; rv:95.0) Gecko/20100101 Firefox/95.0")"#,
            r#"{"browser":{"family":"Firefox","version":"95.0"},"device":{"category":"pc"},"os":{"family":"Linux","version":null}}"#,
        ),
        example(
            "More of it",
            r#"parse_user_agent("Mozilla/4.0 (compatible; MSIE 7.66; Windows NT 5.1; SV1)", mode: "enriched").browser"#,
            r#"{"family":"IE","version":"7.66","major":"7","minor":"66","patch":null}"#,
        ),
        example("Unknown", r#"parse_user_agent("x").browser.family"#, "null"),
    ],
});

fn mode(context: &CallContext<'_>) -> Mode {
    match context.choice(MODE) {
        Some("reliable") => Mode::Reliable,
        Some("enriched") => Mode::Enriched,
        _ => Mode::Fast,
    }
}

fn kind(section: &Section) -> Kind {
    let fields =
        section.fields.iter().map(|field| (Key::from_static(field), Kind::bytes().or_null()));
    Kind::object(Collection::of_fields(fields))
}
