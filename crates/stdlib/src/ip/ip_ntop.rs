//! `ip_ntop`: converts the bytes of an address to text.

use std::net::IpAddr;

use vrlet_function::prelude::*;

const VALUE: Arg<Text> = Arg::required("value", "The bytes.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "ip_ntop",
    category: Category::Ip,
    about: "The address that 4 or 16 bytes stand for.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::string().fallible(),
    failures: &["There are neither 4 nor 16 bytes."],
    body: Body::Plain(|call| {
        let bytes = call.take(VALUE);
        let bytes = bytes.as_bytes();
        let v4 = <[u8; 4]>::try_from(bytes).map(IpAddr::from);
        let address = v4.or_else(|_| <[u8; 16]>::try_from(bytes).map(IpAddr::from));
        let address = address.map_err(|_| {
            Failure::new(format!("an address has 4 or 16 bytes, these are {}", bytes.len()))
        })?;
        Ok(address.to_string().into())
    }),
    examples: &[
        example("Four bytes", r#"ip_ntop!("abcd")"#, r#""97.98.99.100""#),
        example("There and back", r#"ip_ntop!(ip_pton!("2001:db8::1"))"#, r#""2001:db8::1""#),
        fails("Neither", r#"ip_ntop!("abc")"#, "4 or 16 bytes"),
    ],
});
