//! The two alphabets of Base64 by name, and the wording of decoding errors.

use base64::DecodeError;
use base64::alphabet::{STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use vrlet_function::prelude::*;

/// The parameter that names the alphabet.
pub(super) const CHARSET: Arg<Text> = Arg::optional(
    "charset",
    "Which two characters follow the letters and digits: those of `standard`, `+` and `/`, or \
     those of `url_safe`, `-` and `_`.",
)
.default(Literal::Text("standard"))
.one_of(&["standard", "url_safe"])
.second();

/// How texts are encoded, with or without padding, and decoded, without.
const fn config(padding: bool) -> GeneralPurposeConfig {
    GeneralPurposeConfig::new()
        .with_encode_padding(padding)
        .with_decode_padding_mode(DecodePaddingMode::RequireNone)
}

static ENGINES: [[GeneralPurpose; 2]; 2] = [
    [GeneralPurpose::new(&STANDARD, config(false)), GeneralPurpose::new(&STANDARD, config(true))],
    [GeneralPurpose::new(&URL_SAFE, config(false)), GeneralPurpose::new(&URL_SAFE, config(true))],
];

/// The engine of an alphabet.
///
/// # Errors
/// Where there is no alphabet of this name.
pub(super) fn engine(charset: &Text, padding: bool) -> Result<&'static GeneralPurpose, Failure> {
    let of_charset = match charset.as_bytes() {
        b"standard" => &ENGINES[0],
        b"url_safe" => &ENGINES[1],
        _ => {
            return Err(Failure::new(format_args!(
                "`{charset}` is no alphabet of Base64, expected `standard` or `url_safe`"
            )));
        }
    };
    Ok(&of_charset[usize::from(padding)])
}

/// Why a text is no Base64.
pub(super) fn reason(error: &DecodeError) -> String {
    match error {
        DecodeError::InvalidByte(place, _) => {
            format!("what stands after {place} characters is not in the alphabet")
        }
        DecodeError::InvalidLength(_) => "it ends within a byte".to_owned(),
        DecodeError::InvalidLastSymbol { .. } => {
            "its last character says more bits than belong to a byte".to_owned()
        }
        DecodeError::InvalidPadding => {
            "its padding does not fill up the last four characters".to_owned()
        }
    }
}
