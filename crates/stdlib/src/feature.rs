//! Which functions a build leaves out: the one list of cargo features and what each of them brings.

/// A cargo feature, and the functions that only builds with it have.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Feature {
    /// Its name.
    pub name: &'static str,
    /// Whether this build has it.
    pub is_on: bool,
    /// The functions that it brings.
    pub functions: &'static [&'static str],
}

/// All features that bring functions, by name.
pub const FEATURES: &[Feature] = &[
    Feature {
        name: "charset",
        is_on: cfg!(feature = "charset"),
        functions: &["decode_charset", "decode_mime_q", "encode_charset"],
    },
    Feature { name: "checksum", is_on: cfg!(feature = "checksum"), functions: &["crc", "xxhash"] },
    Feature {
        name: "compress",
        is_on: cfg!(feature = "compress"),
        functions: &[
            "decode_gzip",
            "decode_lz4",
            "decode_snappy",
            "decode_zlib",
            "decode_zstd",
            "encode_gzip",
            "encode_lz4",
            "encode_snappy",
            "encode_zlib",
            "encode_zstd",
        ],
    },
    Feature {
        name: "crypto",
        is_on: cfg!(feature = "crypto"),
        functions: &[
            "community_id",
            "decrypt",
            "decrypt_ip",
            "encrypt",
            "encrypt_ip",
            "hmac",
            "md5",
            "redact",
            "seahash",
            "sha1",
            "sha2",
            "sha3",
        ],
    },
    Feature {
        name: "formats",
        is_on: cfg!(feature = "formats"),
        functions: &[
            "parse_cbor",
            "parse_influxdb",
            "parse_linux_authorization",
            "parse_syslog",
            "parse_xml",
            "parse_yaml",
        ],
    },
    Feature {
        name: "grok",
        is_on: cfg!(feature = "grok"),
        functions: &["parse_grok", "parse_groks"],
    },
    Feature {
        name: "network",
        is_on: cfg!(feature = "network"),
        functions: &["dns_lookup", "http_request"],
    },
    Feature {
        name: "proto",
        is_on: cfg!(feature = "proto"),
        functions: &["encode_proto", "parse_proto"],
    },
    Feature {
        name: "schema",
        is_on: cfg!(feature = "schema"),
        functions: &["validate_json_schema"],
    },
    Feature {
        name: "web",
        is_on: cfg!(feature = "web"),
        functions: &[
            "decode_punycode",
            "encode_punycode",
            "parse_etld",
            "parse_url",
            "parse_user_agent",
        ],
    },
];

/// The names of the functions that this build does not have, each with the feature that brings it back.
pub fn left_out() -> impl Iterator<Item = (&'static str, &'static str)> {
    FEATURES
        .iter()
        .filter(|feature| !feature.is_on)
        .flat_map(|feature| feature.functions.iter().map(|name| (*name, feature.name)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FUNCTIONS;

    /// Runs in any build: what is on must be there, what is off must not.
    #[test]
    fn a_function_is_there_or_listed_never_both() {
        for feature in FEATURES {
            for name in feature.functions {
                let is_there = FUNCTIONS.iter().any(|function| function.name == *name);
                assert_eq!(is_there, feature.is_on, "{name} of {}", feature.name);
            }
        }
    }

    #[test]
    fn no_function_is_listed_twice() {
        let mut names: Vec<_> = FEATURES.iter().flat_map(|feature| feature.functions).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
        assert!(FEATURES.is_sorted_by_key(|feature| feature.name));
    }
}
