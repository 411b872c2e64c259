//! The options of `dns_lookup`.

use std::time::Duration;

use vrlet_function::DnsOptions;
use vrlet_function::prelude::*;

/// How a program wants to ask.
pub(super) struct Asking {
    /// What the host has to know.
    pub how: DnsOptions,
    /// Whether the server shall ask others.
    pub recurse: bool,
    /// Whether only servers of the zone itself count.
    pub aa_only: bool,
}

/// Reads the options; those that nobody knows are ignored.
pub(super) fn read(options: &Object) -> Result<Asking, Failure> {
    let count = |name| match options.get(&Key::from(name)) {
        None => Ok(None),
        Some(Value::Integer(number)) => u32::try_from(*number).map(Some).map_err(|_| {
            Failure::new(format_args!("the option `{name}` must be at least 0, got {number}"))
        }),
        Some(other) => Err(wrong(name, "an integer", other)),
    };
    let flag = |name, default| match options.get(&Key::from(name)) {
        None => Ok(default),
        Some(Value::Boolean(flag)) => Ok(*flag),
        Some(other) => Err(wrong(name, "a boolean", other)),
    };
    // Names are never searched for, so how many dots make one absolute changes nothing.
    count("ndots")?;
    Ok(Asking {
        how: DnsOptions {
            servers: servers(options)?,
            timeout: count("timeout")?.map(|seconds| Duration::from_secs(seconds.into())),
            attempts: count("attempts")?,
            tcp: flag("tcp", false)?,
            rotate: flag("rotate", false)?,
        },
        recurse: flag("recurse", true)?,
        aa_only: flag("aa_only", false)?,
    })
}

fn servers(options: &Object) -> Result<Vec<String>, Failure> {
    match options.get(&Key::from("servers")) {
        None => Ok(Vec::new()),
        Some(Value::Array(servers)) if servers.is_empty() => {
            Err(Failure::fixed("the option `servers` must name a server"))
        }
        Some(Value::Array(servers)) => servers
            .iter()
            .map(|server| match server {
                Value::Bytes(name) => Ok(name.to_str().into_owned()),
                other => Err(wrong("servers", "an array of strings", other)),
            })
            .collect(),
        Some(other) => Err(wrong("servers", "an array of strings", other)),
    }
}

fn wrong(name: &str, expected: &str, found: &Value) -> Failure {
    let found = found.kind_name();
    Failure::new(format_args!("the option `{name}` must be {expected}, found {found}"))
}
