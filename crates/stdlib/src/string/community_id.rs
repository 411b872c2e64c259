//! `community_id`: the Community ID of a network flow, a hash that other tools compute too.

use vrlet_function::prelude::*;

use super::flow_id::Flow;
use crate::ip::address;

const SOURCE_IP: Arg<Text> = Arg::required("source_ip", "The address of one side.");
const DESTINATION_IP: Arg<Text> =
    Arg::required("destination_ip", "The address of the other side.").after(SOURCE_IP);
const PROTOCOL: Arg<i64> =
    Arg::required("protocol", "The protocol's number, 6 for TCP.").after(DESTINATION_IP);
const SOURCE_PORT: Arg<Option<i64>> =
    Arg::optional("source_port", "The port of one side, or the type of an ICMP message.")
        .after(PROTOCOL);
const DESTINATION_PORT: Arg<Option<i64>> = Arg::optional(
    "destination_port",
    "The port of the other side, or the code of an ICMP message.",
)
.after(SOURCE_PORT);
const SEED: Arg<Option<i64>> =
    Arg::optional("seed", "A number that makes the IDs of one site differ from those of another.")
        .after(DESTINATION_PORT);

pub const FUNCTION: Function = Function::new(Contract {
    name: "community_id",
    category: Category::String,
    about: "The Community ID (version 1) of a flow between two addresses. It is the same in both \
            directions, and in every tool that computes it.",
    params: &[
        SOURCE_IP.param(),
        DESTINATION_IP.param(),
        PROTOCOL.param(),
        SOURCE_PORT.param(),
        DESTINATION_PORT.param(),
        SEED.param(),
    ],
    returns: |_| TypeDef::string().fallible(),
    failures: &[
        "An address is not one, or the addresses are of different versions.",
        "A number is negative or too large: a protocol has 8 bits, ports and seed have 16.",
        "The protocol is TCP, UDP or SCTP, and a port is missing, or it is ICMPv6 between \
         addresses of IPv4.",
    ],
    body: Body::Prepared(|context| {
        let bounded = [SOURCE_PORT, DESTINATION_PORT, SEED];
        for parameter in bounded {
            if let Some(number) = context.constant(parameter).flatten() {
                in_bounds(parameter.name(), number)
                    .map_err(|message| ArgumentError::constant(parameter, message))?;
            }
        }
        if let Some(number) = context.constant(PROTOCOL) {
            in_bounds(PROTOCOL.name(), number)
                .map_err(|message| ArgumentError::constant(PROTOCOL, message))?;
        }
        Ok(Box::new(community_id))
    }),
    examples: &[
        example(
            "TCP",
            r#"community_id!(source_ip: "1.2.3.4", destination_ip: "5.6.7.8", protocol: 6, source_port: 1122, destination_port: 3344)"#,
            r#""1:wCb3OG7yAFWelaUydu0D+125CLM=""#,
        ),
        example(
            "Without ports",
            r#"community_id!(source_ip: "1.2.3.4", destination_ip: "5.6.7.8", protocol: 46)"#,
            r#""1:ikv3kmf89luf73WPz1jOs49S768=""#,
        ),
        fails(
            "Ports are missing",
            r#"community_id!(source_ip: "1.2.3.4", destination_ip: "5.6.7.8", protocol: 6)"#,
            "port",
        ),
    ],
});

fn in_bounds(param: &str, number: i64) -> Result<u16, String> {
    let most = if param == "protocol" { u16::from(u8::MAX) } else { u16::MAX };
    let fits = u16::try_from(number).ok().filter(|number| *number <= most);
    fits.ok_or_else(|| format!("`{param}` must be from 0 to {most}, it is {number}"))
}

fn community_id(call: &mut Call<'_>) -> Result<Value, Failure> {
    let (source, destination, protocol, source_port, destination_port, seed) = (
        call.take(SOURCE_IP),
        call.take(DESTINATION_IP),
        call.take(PROTOCOL),
        call.take(SOURCE_PORT),
        call.take(DESTINATION_PORT),
        call.take(SEED),
    );
    let optional = |param, number: Option<i64>| {
        number.map(|number| in_bounds(param, number)).transpose().map_err(Failure::new)
    };
    let protocol = in_bounds("protocol", protocol).map_err(Failure::new)?;
    let source_port = optional("source_port", source_port)?;
    let destination_port = optional("destination_port", destination_port)?;
    let seed = optional("seed", seed)?.unwrap_or_default();
    let (source, destination) = (address(&source)?, address(&destination)?);
    if source.is_ipv4() != destination.is_ipv4() {
        return Err(Failure::fixed("both addresses must be of one version of IP"));
    }
    let [_, protocol] = protocol.to_be_bytes();
    let flow = Flow { source, destination, protocol, source_port, destination_port };
    Ok(flow.id(seed).map_err(Failure::fixed)?.into())
}
