//! `decrypt_ip`: decrypts an address that `encrypt_ip` made.

use vrlet_function::prelude::*;

use super::ip_cipher::{self, KEY, MODE};

const IP: Arg<Text> = Arg::required("ip", "The encrypted address.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "decrypt_ip",
    category: Category::Ip,
    about: "The address that `encrypt_ip` encrypted with this key and mode; with another key or \
            mode, some other address.",
    params: &[IP.param(), KEY.param(), MODE.param()],
    returns: |_| TypeDef::string().fallible(),
    failures: &[
        "The text is not an address.",
        "There is no mode of this name.",
        "The key is of another size than the mode wants, or its halves are the same with `pfx`.",
    ],
    body: Body::Plain(|call| {
        let (address, key, mode) = (call.take(IP), call.take(KEY), call.take(MODE));
        Ok(ip_cipher::decrypt(super::address::address(&address)?, &key, &mode)?.to_string().into())
    }),
    examples: &[
        example(
            "Scrambled",
            r#"decrypt_ip!("4b98:68bd:d58e:ae83:3251:e259:17de:f390", "0123456789012345", "aes128")"#,
            r#""1.2.3.4""#,
        ),
        example(
            "Still IPv4",
            r#"decrypt_ip!("84.39.110.23", "01234567890123456789012345678901", "pfx")"#,
            r#""1.2.3.4""#,
        ),
    ],
});
