//! What a record says, as the file of a zone would have it.

use std::fmt::Write;
use std::net::{Ipv4Addr, Ipv6Addr};

use super::code::RecordType;
use super::digits::{base32, base64, capital_hex, hex};
use super::name::push_escaped;
use super::reader::{Malformed, Reader};
use super::service;

/// The data of a record; what is of an unknown type is bytes.
pub(super) fn show(record_type: RecordType, data: &mut Reader<'_>) -> Result<String, Malformed> {
    Ok(match record_type.0 {
        1 => Ipv4Addr::from(data.array::<4>()?).to_string(),
        28 => Ipv6Addr::from(data.array::<16>()?).to_string(),
        // NS, MD, MF, CNAME, MB, MG, MR, PTR, DNAME
        2..=5 | 7..=9 | 12 | 39 => format!("{}.", data.name()?),
        6 => {
            let (server, person) = (data.name()?, data.name()?);
            let [serial, refresh, retry, expire, least] = words(data)?;
            format!("{server}. {person}. {serial} {refresh} {retry} {expire} {least}")
        }
        13 => format!("{} {}", quoted(data.text()?), quoted(data.text()?)),
        // MINFO, RP
        14 | 17 => format!("{}. {}.", data.name()?, data.name()?),
        15 => format!("{} {}.", data.u16()?, data.name()?),
        16 => texts(data)?,
        33 => format!("{} {} {} {}", data.u16()?, data.u16()?, data.u16()?, data.name()?),
        35 => {
            let (order, preference) = (data.u16()?, data.u16()?);
            let [flags, services, expression] = [data.text()?, data.text()?, data.text()?];
            let (flags, services, expression) =
                (quoted(flags), quoted(services), quoted(expression));
            format!("{order} {preference} {flags} {services} {expression} {}.", data.name()?)
        }
        41 => {
            data.rest();
            "OPT ...".to_owned()
        }
        // DS, CDS
        43 | 59 => {
            format!("{} {} {} {}", data.u16()?, data.u8()?, data.u8()?, hex(data.rest()))
        }
        44 => format!("{} {} ( {} )", data.u8()?, data.u8()?, capital_hex(data.rest())),
        45 => ipsec_key(data)?,
        46 => {
            let covered = RecordType(data.u16()?);
            let (algorithm, labels) = (data.u8()?, data.u8()?);
            let [ttl, expires, begins] = words(data)?;
            let (tag, signer) = (data.u16()?, data.name()?);
            let signature = base64(data.rest());
            format!(
                "{covered} {algorithm} {labels} {ttl} {expires} {begins} {tag} {signer}. {signature}"
            )
        }
        47 => format!("{}. {}", data.name()?, types(data)?),
        // DNSKEY, CDNSKEY
        48 | 60 => {
            format!("{} {} {} {}", data.u16()?, data.u8()?, data.u8()?, base64(data.rest()))
        }
        50 => {
            let parameters = hash_parameters(data)?;
            let owner = base32(data.text()?);
            let types = types(data)?;
            let space = if types.is_empty() { "" } else { " " };
            format!("{parameters} {owner}{space}{types}")
        }
        51 => hash_parameters(data)?,
        52 => {
            format!("{} {} {} ( {} )", data.u8()?, data.u8()?, data.u8()?, capital_hex(data.rest()))
        }
        61 => format!("( {} )", base64(data.rest())),
        63 => format!(
            "{} {} {} ( {} )",
            data.u32()?,
            data.u8()?,
            data.u8()?,
            capital_hex(data.rest())
        ),
        // SVCB, HTTPS
        64 | 65 => {
            format!("{} {}. {}", data.u16()?, data.name()?, service::parameters(data)?)
        }
        250 => signature(data)?,
        257 => {
            let (flags, tag) = (data.u8()?, data.text()?);
            let mut shown = format!("{flags} ");
            push_escaped(&mut shown, tag, |byte| byte == b'\\');
            shown + " " + &quoted(data.rest())
        }
        _ => unknown(data.rest()),
    })
}

fn words<const N: usize>(data: &mut Reader<'_>) -> Result<[u32; N], Malformed> {
    let mut words = [0; N];
    for word in &mut words {
        *word = data.u32()?;
    }
    Ok(words)
}

fn texts(data: &mut Reader<'_>) -> Result<String, Malformed> {
    let mut shown = Vec::new();
    while !data.is_empty() {
        shown.push(quoted(data.text()?));
    }
    Ok(shown.join(" "))
}

fn quoted(bytes: &[u8]) -> String {
    let mut text = String::from("\"");
    push_escaped(&mut text, bytes, |byte| matches!(byte, b'"' | b'\\'));
    text.push('"');
    text
}

fn unknown(bytes: &[u8]) -> String {
    let mut text = format!("\\# {}", bytes.len());
    for byte in bytes {
        let _ = write!(text, " {byte:02x}");
    }
    text
}

/// The types of a bitmap, which has parts for those that share the high byte.
fn types(data: &mut Reader<'_>) -> Result<String, Malformed> {
    let mut types = Vec::new();
    while !data.is_empty() {
        let high = u16::from(data.u8()?) << 8;
        for (index, byte) in (0..).zip(data.text()?) {
            let set = (0..8_u16).filter(|bit| byte & 0x80 >> bit != 0);
            types.extend(set.map(|bit| RecordType(high | (index * 8 + bit)).to_string()));
        }
    }
    Ok(types.join(" "))
}

fn hash_parameters(data: &mut Reader<'_>) -> Result<String, Malformed> {
    let (algorithm, flags, iterations) = (data.u8()?, data.u8()?, data.u16()?);
    let salt = data.text()?;
    let salt = if salt.is_empty() { "-".to_owned() } else { capital_hex(salt) };
    Ok(format!("{algorithm} {flags} {iterations} {salt}"))
}

fn ipsec_key(data: &mut Reader<'_>) -> Result<String, Malformed> {
    let [precedence, kind, algorithm] = data.array()?;
    let gateway = match kind {
        0 => ".".to_owned(),
        1 => Ipv4Addr::from(data.array::<4>()?).to_string(),
        2 => Ipv6Addr::from(data.array::<16>()?).to_string(),
        3 => data.name()?,
        _ => return Err(Malformed("a gateway is of an unknown kind")),
    };
    let key = base64(data.rest());
    Ok(format!("{precedence} {kind} {algorithm} {gateway} ( {key} )"))
}

/// What signs a message.
fn signature(data: &mut Reader<'_>) -> Result<String, Malformed> {
    const ERRORS: &[(u16, &str)] = &[
        (0, "NOERROR"),
        (1, "FORMERR"),
        (2, "SERVFAIL"),
        (3, "NXDOMAIN"),
        (4, "NOTIMPL"),
        (5, "REFUSED"),
        (6, "YXDOMAIN"),
        (7, "YXRRSET"),
        (8, "NXRRSET"),
        (9, "NOTAUTH"),
        (10, "NOTZONE"),
        (16, "BADSIG"),
        (17, "BADKEY"),
        (18, "BADTIME"),
        (19, "BADMODE"),
        (20, "BADNAME"),
        (21, "BADALG"),
        (22, "BADTRUNC"),
        (23, "BADCOOKIE"),
    ];
    let algorithm = data.name()?;
    let time = u64::from(data.u16()?) << 32 | u64::from(data.u32()?);
    let (fudge, length) = (data.u16()?, data.u16()?);
    let code = base64(data.bytes(length.into())?);
    let (id, error, length) = (data.u16()?, data.u16()?, data.u16()?);
    let other = base64(data.bytes(length.into())?);
    let error = match ERRORS.iter().find(|(number, _)| *number == error) {
        Some((number, name)) => format!("{name}({number})"),
        None => error.to_string(),
    };
    Ok(format!("{algorithm}. {time} {fudge} {code} {id} {error} \"{other}\""))
}
