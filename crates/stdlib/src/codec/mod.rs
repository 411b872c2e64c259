//! Encoding and decoding functions.

mod base64_charset;
mod decode_base16;
mod decode_base64;
#[cfg(feature = "charset")]
mod decode_charset;
#[cfg(feature = "compress")]
mod decode_gzip;
#[cfg(feature = "compress")]
mod decode_lz4;
#[cfg(feature = "charset")]
mod decode_mime_q;
mod decode_percent;
#[cfg(feature = "web")]
mod decode_punycode;
#[cfg(feature = "compress")]
mod decode_snappy;
#[cfg(feature = "compress")]
mod decode_zlib;
#[cfg(feature = "compress")]
mod decode_zstd;
#[cfg(feature = "compress")]
mod deflate;
mod encode_base16;
mod encode_base64;
#[cfg(feature = "charset")]
mod encode_charset;
mod encode_csv;
#[cfg(feature = "compress")]
mod encode_gzip;
mod encode_json;
mod encode_key_value;
mod encode_logfmt;
#[cfg(feature = "compress")]
mod encode_lz4;
mod encode_percent;
#[cfg(feature = "proto")]
mod encode_proto;
#[cfg(feature = "web")]
mod encode_punycode;
#[cfg(feature = "compress")]
mod encode_snappy;
#[cfg(feature = "compress")]
mod encode_zlib;
#[cfg(feature = "compress")]
mod encode_zstd;
#[cfg(feature = "charset")]
mod encoded_word;
mod key_value_line;
#[cfg(feature = "charset")]
mod mail_charset;
#[cfg(feature = "charset")]
mod utf7;
#[cfg(feature = "compress")]
mod within_limit;

use vrlet_function::Function;

pub(crate) const FUNCTIONS: &[&Function] = &[
    &decode_base16::FUNCTION,
    &decode_base64::FUNCTION,
    #[cfg(feature = "charset")]
    &decode_charset::FUNCTION,
    #[cfg(feature = "compress")]
    &decode_gzip::FUNCTION,
    #[cfg(feature = "compress")]
    &decode_lz4::FUNCTION,
    #[cfg(feature = "charset")]
    &decode_mime_q::FUNCTION,
    &decode_percent::FUNCTION,
    #[cfg(feature = "web")]
    &decode_punycode::FUNCTION,
    #[cfg(feature = "compress")]
    &decode_snappy::FUNCTION,
    #[cfg(feature = "compress")]
    &decode_zlib::FUNCTION,
    #[cfg(feature = "compress")]
    &decode_zstd::FUNCTION,
    &encode_base16::FUNCTION,
    &encode_base64::FUNCTION,
    #[cfg(feature = "charset")]
    &encode_charset::FUNCTION,
    &encode_csv::FUNCTION,
    #[cfg(feature = "compress")]
    &encode_gzip::FUNCTION,
    &encode_json::FUNCTION,
    &encode_key_value::FUNCTION,
    &encode_logfmt::FUNCTION,
    #[cfg(feature = "compress")]
    &encode_lz4::FUNCTION,
    &encode_percent::FUNCTION,
    #[cfg(feature = "web")]
    &encode_punycode::FUNCTION,
    #[cfg(feature = "compress")]
    &encode_snappy::FUNCTION,
    #[cfg(feature = "compress")]
    &encode_zlib::FUNCTION,
    #[cfg(feature = "compress")]
    &encode_zstd::FUNCTION,
    #[cfg(feature = "proto")]
    &encode_proto::FUNCTION,
];
