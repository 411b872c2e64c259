//! `parse_ruby_hash`: parses a hash as Ruby's `inspect` prints it.

use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

use super::ruby_hash;

const VALUE: Arg<Text> = Arg::required("value", "The hash.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "parse_ruby_hash",
    category: Category::Parse,
    about: "Parses a hash as Ruby prints it: keys are words, symbols or strings, followed by `=>` \
            or `:`. Numbers without a point or exponent become integers, where they fit into 64 \
            bits; `nil` becomes null, and escapes in strings are kept as they are.",
    params: &[VALUE.param()],
    returns: |_| {
        let value = Kind::bytes()
            .or_boolean()
            .or_integer()
            .or_float()
            .or_null()
            .or(Kind::any_array())
            .or(Kind::any_object());
        TypeDef::new(Kind::object(Collection::of(value))).fallible()
    },
    failures: &["The text is not a hash.", "Hashes and arrays are nested deeper than 127 levels."],
    body: Body::Plain(|call| ruby_hash::read(call.take(VALUE))),
    examples: &[
        example(
            "Keys of all kinds",
            r#"parse_ruby_hash!(s'{ "a" => "x", :b => 1, c: [true, nil], 3 => {} }')"#,
            r#"{"a":"x","b":1,"c":[true,null],"3":{}}"#,
        ),
        fails("No hash", r#"parse_ruby_hash!("[1]")"#, "expected `{`"),
    ],
});
