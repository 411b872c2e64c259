//! `ip_cidr_contains`: whether an address is in a network.

use vrlet_function::prelude::*;

use super::network::Network;

const CIDR: Arg<Value> = Arg::required("cidr", "The network, or networks.")
    .kinds(STRING.or(ARRAY))
    .elements(STRING)
    .unchecked();
const VALUE: Arg<Text> = Arg::required("value", "The address.").after(CIDR);

pub const FUNCTION: Function = Function::new(Contract {
    name: "ip_cidr_contains",
    category: Category::Ip,
    about: "Whether an address lies in a network, or in one of several, in CIDR notation. An \
            address without a length is a network of one.",
    params: &[CIDR.param(), VALUE.param()],
    returns: |_| TypeDef::boolean().fallible(),
    failures: &[
        "A text is not a network, or has bits set beyond its length.",
        "The text is not an address.",
    ],
    body: Body::Prepared(|context| {
        Ok(match context.constant(CIDR) {
            Some(Value::Bytes(text)) => known(vec![constant(&text)?]),
            Some(Value::Array(texts)) => {
                let networks = texts.iter().filter_map(Value::as_text).map(constant);
                known(networks.collect::<Result<_, _>>()?)
            }
            _ => Box::new(ip_cidr_contains),
        })
    }),
    examples: &[
        example("Inside", r#"ip_cidr_contains!("192.168.0.0/16", "192.168.10.32")"#, "true"),
        example(
            "In one of them",
            r#"ip_cidr_contains!(["10.0.0.0/8", "192.168.0.0/16"], "192.168.10.32")"#,
            "true",
        ),
        example("IPv6", r#"ip_cidr_contains!("2001:4f8:4:ba::/64", "2001:4f8:4:bb::1")"#, "false"),
    ],
});

fn constant(text: &Text) -> Result<Network, ArgumentError> {
    Network::read(&text.to_str()).map_err(|message| ArgumentError::constant(CIDR, message))
}

/// The body where the networks are known.
fn known(networks: Vec<Network>) -> Box<dyn Factory> {
    Box::new(move |call: &mut Call<'_>| {
        let address = super::address::address(&call.take(VALUE))?;
        Ok(Value::Boolean(networks.iter().any(|network| network.contains(address))))
    })
}

fn ip_cidr_contains(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (networks, address) = (call.take(CIDR), call.take(VALUE));
    let address = super::address::address(&address)?;
    let networks = match &networks {
        Value::Array(networks) => &networks[..],
        single => std::slice::from_ref(single),
    };
    // One by one: what stands after the network that has the address may be anything.
    for text in networks {
        let text = text.as_text().ok_or_else(|| {
            let found = text.kind_name();
            Failure::new(format!("a network must be a string, one is a value of kind {found}"))
        })?;
        if Network::read(&text.to_str()).map_err(Failure::new)?.contains(address) {
            return Ok(Value::Boolean(true));
        }
    }
    Ok(Value::Boolean(false))
}
