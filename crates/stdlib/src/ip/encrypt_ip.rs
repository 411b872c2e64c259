//! `encrypt_ip`: encrypts an address into another address.

use vrlet_function::prelude::*;

use super::ip_cipher::{self, KEY, MODE};

const IP: Arg<Text> = Arg::required("ip", "The address.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "encrypt_ip",
    category: Category::Ip,
    about: "Encrypts an address into another address (IPCrypt). Equal addresses stay equal, so \
            that flows can still be told apart. `decrypt_ip` takes it back.",
    params: &[IP.param(), KEY.param(), MODE.param()],
    returns: |_| TypeDef::string().fallible(),
    failures: &[
        "The text is not an address.",
        "There is no mode of this name.",
        "The key is of another size than the mode wants, or its halves are the same with `pfx`.",
    ],
    body: Body::Plain(|call| {
        let (address, key, mode) = (call.take(IP), call.take(KEY), call.take(MODE));
        Ok(ip_cipher::encrypt(super::address::address(&address)?, &key, &mode)?.to_string().into())
    }),
    examples: &[
        example(
            "Scrambled",
            r#"encrypt_ip!("1.2.3.4", "0123456789012345", "aes128")"#,
            r#""4b98:68bd:d58e:ae83:3251:e259:17de:f390""#,
        ),
        example(
            "Still IPv4",
            r#"encrypt_ip!("1.2.3.4", "01234567890123456789012345678901", "pfx")"#,
            r#""84.39.110.23""#,
        ),
    ],
});
