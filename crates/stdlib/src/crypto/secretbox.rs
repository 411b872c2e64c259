//! XSalsa20-Poly1305, the secret box of NaCl: authenticated encryption, with the tag in front.

use std::hint::black_box;

use poly1305::universal_hash::KeyInit;
use poly1305::{Key, Poly1305};
use salsa20::XSalsa20;
use salsa20::cipher::{KeyIvInit, StreamCipher};

/// How many bytes the tag has.
const TAG: usize = 16;

/// Encrypts a text and puts its tag in front.
pub(super) fn seal(text: &[u8], key: &[u8], nonce: &[u8]) -> Option<Vec<u8>> {
    let (mut stream, authenticator) = start(key, nonce)?;
    let mut sealed = [&[0; TAG], text].concat();
    let (tag, text) = sealed.split_at_mut(TAG);
    stream.try_apply_keystream(text).ok()?;
    tag.copy_from_slice(&authenticator.compute_unpadded(text));
    Some(sealed)
}

/// Decrypts a text whose tag fits.
pub(super) fn unseal(sealed: &[u8], key: &[u8], nonce: &[u8]) -> Option<Vec<u8>> {
    let (tag, text) = sealed.split_at_checked(TAG)?;
    let (mut stream, authenticator) = start(key, nonce)?;
    // Every byte is looked at, so that time tells nothing of where tags differ.
    let found = authenticator.compute_unpadded(text);
    let difference = tag.iter().zip(found).fold(0, |all, (left, right)| all | (left ^ right));
    if black_box(difference) != 0 {
        return None;
    }
    let mut text = text.to_vec();
    stream.try_apply_keystream(&mut text).ok()?;
    Some(text)
}

/// The key stream of a text, after the 32 bytes of it that are the authenticator's key.
fn start(key: &[u8], nonce: &[u8]) -> Option<(XSalsa20, Poly1305)> {
    let mut stream = XSalsa20::new_from_slices(key, nonce).ok()?;
    let mut key = Key::default();
    stream.try_apply_keystream(&mut key).ok()?;
    Some((stream, Poly1305::new(&key)))
}
