//! `md5`: the MD5 hash.

use vrlet_function::prelude::*;

use super::hash::{VALUE, digest, in_hex};

pub const FUNCTION: Function = Function::new(Contract {
    name: "md5",
    category: Category::Cryptography,
    about: "The MD5 hash of the bytes of a text, in hexadecimal digits. MD5 is broken: use it to \
            tell texts apart, not to protect them.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::string(),
    failures: &[],
    body: Body::Plain(|call| in_hex(digest::<md5::Md5>)(call)),
    examples: &[
        example("A text", r#"md5("foo")"#, r#""acbd18db4cc2f85cedef654fccc4a4d8""#),
        example("Nothing", r#"md5("")"#, r#""d41d8cd98f00b204e9800998ecf8427e""#),
    ],
})
.folds();
