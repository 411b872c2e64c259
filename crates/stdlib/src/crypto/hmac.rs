//! `hmac`: a keyed hash, the authentication code of a message.

use hmac::digest::block_api::EagerHash;
use hmac::{Hmac, KeyInit, Mac};
use vrlet_function::prelude::*;

const VALUE: Arg<Text> = Arg::required("value", "The bytes.");
const KEY: Arg<Text> = Arg::required("key", "The key.").after(VALUE);
const ALGORITHM: Arg<Text> = Arg::optional(
    "algorithm",
    "The hash: `SHA1`, `SHA-224`, `SHA-256`, `SHA-384` or `SHA-512`, upper or lower case.",
)
.default(Literal::Text("SHA-256"))
.after(KEY);

pub const FUNCTION: Function = Function::new(Contract {
    name: "hmac",
    category: Category::Cryptography,
    about: "The HMAC of the bytes of a text, made with a key; the result is bytes, not digits.",
    params: &[VALUE.param(), KEY.param(), ALGORITHM.param()],
    returns: |context| {
        let known = context.constant(ALGORITHM).as_ref().and_then(algorithm);
        TypeDef::string().fallible_if(known.is_none())
    },
    failures: &["There is no algorithm of this name."],
    body: Body::Plain(|call| {
        let (text, key, name) = (call.take(VALUE), call.take(KEY), call.take(ALGORITHM));
        let mac = algorithm(&name)
            .ok_or_else(|| Failure::new(format!("there is no algorithm `{name}`")))?;
        Ok(Value::Bytes(Text::from_vec(mac(key.as_bytes(), text.as_bytes()))))
    }),
    examples: &[
        example("As many bytes as the hash has", r#"length(hmac("foo", "key"))"#, "32"),
        example("Another hash", r#"length(hmac("foo", "key", algorithm: "SHA1"))"#, "20"),
    ],
});

/// The code of a message, from the key and the message.
type Code = fn(&[u8], &[u8]) -> Vec<u8>;

fn algorithm(name: &Text) -> Option<Code> {
    Some(match &*name.as_str()?.to_ascii_uppercase() {
        "SHA1" => mac::<sha1::Sha1>,
        "SHA-224" => mac::<sha2::Sha224>,
        "SHA-256" => mac::<sha2::Sha256>,
        "SHA-384" => mac::<sha2::Sha384>,
        "SHA-512" => mac::<sha2::Sha512>,
        _ => return None,
    })
}

fn mac<D: EagerHash>(key: &[u8], bytes: &[u8]) -> Vec<u8> {
    let mut mac = Hmac::<D>::new_from_slice(key).expect("a key of any length will do");
    mac.update(bytes);
    mac.finalize().into_bytes().to_vec()
}
