//! Format-preserving encryption of IP addresses, as IPCrypt defines it.

use std::net::IpAddr;

use ipcrypt_rs::{Ipcrypt, IpcryptPfx};
use vrlet_function::prelude::*;

/// What `encrypt_ip` and `decrypt_ip` take besides the address.
pub(super) const KEY: Arg<Text> =
    Arg::required("key", "The key: 16 bytes with `aes128`, 32 bytes with `pfx`.").second();
pub(super) const MODE: Arg<Text> = Arg::required(
    "mode",
    "How to encrypt: `aes128` scrambles the whole address, `pfx` lets addresses of one network \
     stay in one network.",
)
.after(KEY);

/// The address that stands for another.
pub(super) fn encrypt(address: IpAddr, key: &Text, mode: &Text) -> Result<IpAddr, Failure> {
    match mode.as_str() {
        Some("aes128") => Ok(deterministic(key)?.encrypt_ipaddr(address)),
        Some("pfx") => Ok(prefix_preserving(key)?.encrypt_ipaddr(address)),
        _ => Err(no_mode(mode)),
    }
}

/// The address that another stands for.
pub(super) fn decrypt(address: IpAddr, key: &Text, mode: &Text) -> Result<IpAddr, Failure> {
    match mode.as_str() {
        Some("aes128") => Ok(deterministic(key)?.decrypt_ipaddr(address)),
        Some("pfx") => Ok(prefix_preserving(key)?.decrypt_ipaddr(address)),
        _ => Err(no_mode(mode)),
    }
}

fn deterministic(key: &Text) -> Result<Ipcrypt, Failure> {
    Ok(Ipcrypt::new(sized(key)?))
}

fn prefix_preserving(key: &Text) -> Result<IpcryptPfx, Failure> {
    let key: [u8; 32] = sized(key)?;
    if key[..16] == key[16..] {
        return Err(Failure::fixed("the halves of the key must differ"));
    }
    Ok(IpcryptPfx::new(key))
}

fn no_mode(mode: &Text) -> Failure {
    Failure::new(format!("`{mode}` is no mode: write `aes128` or `pfx`"))
}

fn sized<const N: usize>(key: &Text) -> Result<[u8; N], Failure> {
    let length = key.len();
    key.as_bytes().try_into().map_err(|_| {
        Failure::new(format!("the key must have {N} bytes with this mode, it has {length}"))
    })
}
