//! `sha2`: a hash of the SHA-2 family.

use vrlet_function::prelude::*;

use super::hash::{self, SHA2, in_hex};

/// The contract.
pub const FUNCTION: Function = Function {
    name: "sha2",
    category: Category::Cryptography,
    about: "A SHA-2 hash of the bytes of a text, in hexadecimal digits.",
    params: &[
        required("value", STRING, "The bytes."),
        optional("variant", STRING, "Which hash of the family.")
            .default(Literal::Text("SHA-512/256"))
            .one_of(SHA2)
            .constant(),
    ],
    returns: |_| TypeDef::string(),
    folds: true,
    body: Body::Prepared(|site| Ok(Box::new(in_hex(hash::variant(site, hash::sha2))))),
    examples: &[
        example(
            "A variant",
            r#"sha2("foo", variant: "SHA-224")"#,
            r#""0808f64e60d58979fcb676c96ec938270dea42445aeefcd3a4e6f8db""#,
        ),
        example("The usual length", r#"strlen(sha2("foo"))"#, "64"),
    ],
    ..Function::BASE
};
