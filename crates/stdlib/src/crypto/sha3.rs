//! `sha3`: a hash of the SHA-3 family.

use vrlet_function::prelude::*;

use super::hash::{self, SHA3, VALUE, in_hex};

const VARIANT: Arg<Text> = Arg::optional("variant", "Which hash of the family.")
    .default(Literal::Text("SHA3-512"))
    .one_of(SHA3)
    .constant()
    .after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "sha3",
    category: Category::Cryptography,
    about: "A SHA-3 hash of the bytes of a text, in hexadecimal digits.",
    params: &[VALUE.param(), VARIANT.param()],
    returns: |_| TypeDef::string(),
    failures: &[],
    body: Body::Prepared(|context| {
        Ok(Box::new(in_hex(hash::variant(context, VARIANT, hash::sha3))))
    }),
    examples: &[
        example(
            "A variant",
            r#"sha3("foo", variant: "SHA3-224")"#,
            r#""f4f6779e153c391bbd29c95e72b0708e39d9166c7cea51d1f10ef58a""#,
        ),
        example("The usual length", r#"strlen(sha3("foo"))"#, "128"),
    ],
})
.folds();
