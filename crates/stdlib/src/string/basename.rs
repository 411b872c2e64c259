//! `basename`: the last part of a path.

use vrlet_function::prelude::*;

use super::path_parts::{part, with_path};

const VALUE: Arg<Text> = Arg::required("value", "The path.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "basename",
    category: Category::String,
    about: "The last part of a file path; null where there is none: in an empty path, in the root, \
            and after `..`.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::new(Kind::bytes().or_null()).fallible(),
    failures: &[],
    body: Body::Plain(|call| {
        Ok(with_path(call.take(VALUE), |text, path| {
            path.file_name().map_or(Value::Null, |name| part(text, name))
        }))
    }),
    examples: &[
        example("A file", r#"basename!("/usr/local/bin/vrlet")"#, r#""vrlet""#),
        example("A folder", r#"basename!("/usr/local/bin/")"#, r#""bin""#),
        example("The root", r#"basename!("/")"#, "null"),
    ],
});
