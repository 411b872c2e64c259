//! `dirname`: a path without its last part.

use vrlet_function::prelude::*;

use super::path_parts::{part, with_path};

const VALUE: Arg<Text> = Arg::required("value", "The path.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "dirname",
    category: Category::String,
    about: "A file path without its last part; `.` where nothing is left, and the root for the \
            root.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::string().fallible(),
    failures: &[],
    body: Body::Plain(|call| {
        Ok(with_path(call.take(VALUE), |text, path| match path.parent() {
            Some(parent) if parent.as_os_str().is_empty() => Value::from_static("."),
            Some(parent) => part(text, parent.as_os_str()),
            None if path.has_root() => Value::from_static("/"),
            None => Value::from_static("."),
        }))
    }),
    examples: &[
        example("A file", r#"dirname!("/usr/local/bin/vrlet")"#, r#""/usr/local/bin""#),
        example("A name alone", r#"dirname!("vrlet")"#, r#"".""#),
        example("The root", r#"dirname!("/")"#, r#""/""#),
    ],
});
