//! `sha2`: a hash of the SHA-2 family.

use vrlet_function::prelude::*;

use super::hash::{self, SHA2, VALUE, in_hex};

const VARIANT: Arg<Text> = Arg::optional("variant", "Which hash of the family.")
    .default(Literal::Text("SHA-512/256"))
    .one_of(SHA2)
    .constant()
    .after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "sha2",
    category: Category::Cryptography,
    about: "A SHA-2 hash of the bytes of a text, in hexadecimal digits.",
    params: &[VALUE.param(), VARIANT.param()],
    returns: |_| TypeDef::string(),
    failures: &[],
    body: Body::Prepared(|context| {
        Ok(Box::new(in_hex(hash::variant(context, VARIANT, hash::sha2))))
    }),
    examples: &[
        example(
            "A variant",
            r#"sha2("foo", variant: "SHA-224")"#,
            r#""0808f64e60d58979fcb676c96ec938270dea42445aeefcd3a4e6f8db""#,
        ),
        example("The usual length", r#"strlen(sha2("foo"))"#, "64"),
    ],
})
.folds();
