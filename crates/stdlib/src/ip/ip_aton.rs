//! `ip_aton`: converts an IPv4 address to a number.

use vrlet_function::prelude::*;

const VALUE: Arg<Text> = Arg::required("value", "The address.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "ip_aton",
    category: Category::Ip,
    about: "An IPv4 address as a number of 32 bits.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::integer().fallible(),
    failures: &["The text is not an IPv4 address."],
    body: Body::Plain(|call| {
        let text = call.take(VALUE);
        let address = super::address::v4_address(&text)?;
        Ok(Value::Integer(u32::from(address).into()))
    }),
    examples: &[
        example("A number", r#"ip_aton!("1.2.3.4")"#, "16909060"),
        fails("Not IPv4", r#"ip_aton!("::1")"#, "no IPv4 address"),
    ],
});
