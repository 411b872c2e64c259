//! Ciphers by name, with the sizes of their keys and nonces, shared by `encrypt` and `decrypt`.

use aes::cipher::block_padding::{AnsiX923, Iso7816, Iso10126, Padding, Pkcs7};
use aes::cipher::consts::U16;
use aes::cipher::{
    BlockCipherDecrypt, BlockCipherEncrypt, BlockModeDecrypt, BlockModeEncrypt, BlockSizeUser,
    KeyInit, KeyIvInit, StreamCipher,
};
use aes::{Aes128, Aes192, Aes256};
use aes_siv::{Aes128SivAead, Aes256SivAead};
use chacha20poly1305::aead::{Aead, Nonce};
use chacha20poly1305::{ChaCha20Poly1305, XChaCha20Poly1305};
use vrlet_function::prelude::*;

use super::secretbox;

/// A cipher, with how many bytes its key and its initialization vector have.
#[derive(Clone, Copy)]
pub(super) struct Cipher {
    key: usize,
    iv: usize,
    encrypt: Code,
    decrypt: Code,
}

/// Makes another text of one, with a key and an initialization vector of the right sizes.
type Code = fn(&[u8], &[u8], &[u8]) -> Option<Vec<u8>>;

/// How a parameter says which cipher.
pub(super) const ALGORITHM: Arg<Text> = Arg::required(
    "algorithm",
    "The cipher, upper or lower case. `AES-256-CFB`, also with `OFB`, `CTR` (which is `CTR-LE`), \
     `CTR-LE`, `CTR-BE`, `CBC-PKCS7`, `CBC-ANSIX923`, `CBC-ISO7816` or `CBC-ISO10126` at the end, \
     and with 192 and 128 bits. `AES-128-SIV`, `AES-256-SIV`, `CHACHA20-POLY1305`, \
     `XCHACHA20-POLY1305`, `XSALSA20-POLY1305`.",
)
.second();

/// Which way a text goes through a cipher.
#[derive(Clone, Copy)]
pub(super) enum Direction {
    Encrypt,
    Decrypt,
}

/// The body of `encrypt` and of `decrypt`.
pub(super) fn prepare(
    context: &CallContext<'_>,
    direction: Direction,
    [text, key, iv]: [Arg<Text>; 3],
) -> Result<Box<dyn Factory>, ArgumentError> {
    let constant = match context.constant(ALGORITHM) {
        Some(name) => Some(Cipher::of(&name).map_err(|reason| {
            ArgumentError::constant(ALGORITHM, reason).help(nearest_algorithm(&name.to_str()))
        })?),
        None => None,
    };
    Ok(Box::new(move |call: &mut Call<'_>| {
        let cipher = match constant {
            Some(cipher) => cipher,
            None => Cipher::of(&call.take(ALGORITHM)).map_err(Failure::new)?,
        };
        cipher.apply(direction, &call.take(text), &call.take(key), &call.take(iv))
    }))
}

/// What was meant by a name that is none.
fn nearest_algorithm(name: &str) -> String {
    const NAMES: [&str; 9] = [
        "AES-256-CBC-PKCS7",
        "AES-256-CFB",
        "AES-256-CTR-BE",
        "AES-256-OFB",
        "AES-256-SIV",
        "AES-128-CBC-PKCS7",
        "CHACHA20-POLY1305",
        "XCHACHA20-POLY1305",
        "XSALSA20-POLY1305",
    ];
    match vrlet_function::nearest(name, NAMES) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!(
            "there are {}, …, with 128, 192 or 256 bits",
            NAMES.map(|it| format!("`{it}`")).join(", ")
        ),
    }
}

impl Cipher {
    /// The cipher of a name.
    fn of(name: &Text) -> Result<Self, String> {
        let upper = name.to_str().to_ascii_uppercase();
        let cipher = match &*upper {
            "AES-128-SIV" => Some(Self::sealed::<Aes128SivAead>(32)),
            "AES-256-SIV" => Some(Self::sealed::<Aes256SivAead>(64)),
            "CHACHA20-POLY1305" => Some(Self::sealed::<ChaCha20Poly1305>(32)),
            "XCHACHA20-POLY1305" => Some(Self::sealed::<XChaCha20Poly1305>(32)),
            "XSALSA20-POLY1305" => {
                Some(Self { key: 32, iv: 24, encrypt: secretbox::seal, decrypt: secretbox::unseal })
            }
            other => match other.split_at_checked("AES-128-".len()) {
                Some(("AES-128-", mode)) => Self::block::<Aes128>(16, mode),
                Some(("AES-192-", mode)) => Self::block::<Aes192>(24, mode),
                Some(("AES-256-", mode)) => Self::block::<Aes256>(32, mode),
                _ => None,
            },
        };
        cipher.ok_or_else(|| format!("there is no algorithm `{name}`"))
    }

    /// A mode of a block cipher.
    fn block<B>(key: usize, mode: &str) -> Option<Self>
    where
        B: BlockCipherEncrypt + BlockCipherDecrypt + BlockSizeUser<BlockSize = U16> + KeyInit,
    {
        let (encrypt, decrypt): (Code, Code) = match mode {
            "CBC-ANSIX923" => (cbc_encrypt::<B, AnsiX923>, cbc_decrypt::<B, AnsiX923>),
            "CBC-ISO10126" => (cbc_encrypt::<B, Iso10126>, cbc_decrypt::<B, Iso10126>),
            "CBC-ISO7816" => (cbc_encrypt::<B, Iso7816>, cbc_decrypt::<B, Iso7816>),
            "CBC-PKCS7" => (cbc_encrypt::<B, Pkcs7>, cbc_decrypt::<B, Pkcs7>),
            "CFB" => (cfb_encrypt::<B>, cfb_decrypt::<B>),
            "CTR-BE" => (stream::<ctr::Ctr64BE<B>>, stream::<ctr::Ctr64BE<B>>),
            "CTR" | "CTR-LE" => (stream::<ctr::Ctr64LE<B>>, stream::<ctr::Ctr64LE<B>>),
            "OFB" => (stream::<ofb::Ofb<B>>, stream::<ofb::Ofb<B>>),
            _ => return None,
        };
        Some(Self { key, iv: 16, encrypt, decrypt })
    }

    /// A cipher that notices when the text was changed.
    fn sealed<A: KeyInit + Aead>(key: usize) -> Self {
        Self { key, iv: Nonce::<A>::default().len(), encrypt: seal::<A>, decrypt: unseal::<A> }
    }

    fn apply(
        self,
        direction: Direction,
        text: &Text,
        key: &Text,
        iv: &Text,
    ) -> Result<Value, Failure> {
        self.check_sizes(key, iv)?;
        let (code, message) = match direction {
            Direction::Encrypt => (self.encrypt, "the text is too long for this algorithm"),
            Direction::Decrypt => (
                self.decrypt,
                "the text was not encrypted with this algorithm, key and initialization vector",
            ),
        };
        let text = code(text.as_bytes(), key.as_bytes(), iv.as_bytes());
        Ok(Value::Bytes(Text::from_vec(text.ok_or(Failure::fixed(message))?)))
    }

    fn check_sizes(self, key: &Text, iv: &Text) -> Result<(), Failure> {
        let sizes = [("key", self.key, key.len()), ("initialization vector", self.iv, iv.len())];
        for (name, expected, found) in sizes {
            if found != expected {
                return Err(Failure::new(format!(
                    "the {name} must have {expected} bytes with this algorithm, it has {found}"
                )));
            }
        }
        Ok(())
    }
}

fn cbc_encrypt<B, P>(text: &[u8], key: &[u8], iv: &[u8]) -> Option<Vec<u8>>
where
    B: BlockCipherEncrypt + KeyInit,
    P: Padding,
{
    let cipher = cbc::Encryptor::<B>::new_from_slices(key, iv).ok()?;
    Some(cipher.encrypt_padded_vec::<P>(text))
}

fn cbc_decrypt<B, P>(text: &[u8], key: &[u8], iv: &[u8]) -> Option<Vec<u8>>
where
    B: BlockCipherDecrypt + KeyInit,
    P: Padding,
{
    let cipher = cbc::Decryptor::<B>::new_from_slices(key, iv).ok()?;
    cipher.decrypt_padded_vec::<P>(text).ok()
}

fn cfb_encrypt<B>(text: &[u8], key: &[u8], iv: &[u8]) -> Option<Vec<u8>>
where
    B: BlockCipherEncrypt + KeyInit,
{
    let mut text = text.to_vec();
    cfb_mode::Encryptor::<B>::new_from_slices(key, iv).ok()?.encrypt(&mut text);
    Some(text)
}

fn cfb_decrypt<B>(text: &[u8], key: &[u8], iv: &[u8]) -> Option<Vec<u8>>
where
    B: BlockCipherEncrypt + KeyInit,
{
    let mut text = text.to_vec();
    cfb_mode::Decryptor::<B>::new_from_slices(key, iv).ok()?.decrypt(&mut text);
    Some(text)
}

/// Both ways through a cipher that is a stream of bytes beside the text.
fn stream<C: KeyIvInit + StreamCipher>(text: &[u8], key: &[u8], iv: &[u8]) -> Option<Vec<u8>> {
    let mut text = text.to_vec();
    C::new_from_slices(key, iv).ok()?.try_apply_keystream(&mut text).ok()?;
    Some(text)
}

fn seal<A: KeyInit + Aead>(text: &[u8], key: &[u8], iv: &[u8]) -> Option<Vec<u8>> {
    let nonce = Nonce::<A>::try_from(iv).ok()?;
    A::new_from_slice(key).ok()?.encrypt(&nonce, text).ok()
}

fn unseal<A: KeyInit + Aead>(text: &[u8], key: &[u8], iv: &[u8]) -> Option<Vec<u8>> {
    let nonce = Nonce::<A>::try_from(iv).ok()?;
    A::new_from_slice(key).ok()?.decrypt(&nonce, text).ok()
}
