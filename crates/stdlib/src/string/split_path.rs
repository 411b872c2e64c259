//! `split_path`: splits a file path into its components.

use vrlet_function::prelude::*;

use super::path_parts::{part, with_path};

const VALUE: Arg<Text> = Arg::required("value", "The path.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "split_path",
    category: Category::String,
    about: "The parts of a file path: the root as `/`, then each name. Several slashes in a row \
            count as one, and a `.` counts only at the start.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::of(ARRAY),
    failures: &[],
    body: Body::Plain(|call| {
        Ok(with_path(call.take(VALUE), |text, path| {
            Value::Array(path.components().map(|name| part(text, name.as_os_str())).collect())
        }))
    }),
    examples: &[
        example(
            "From the root",
            r#"split_path("/home/user/file.txt")"#,
            r#"["/","home","user","file.txt"]"#,
        ),
        example("From here", r#"split_path("./a/../b")"#, r#"[".","a","..","b"]"#),
    ],
});
