//! The charsets of mail: those of the web, under more names, and UTF-7.

use encoding_rs::Encoding;

use super::utf7;

/// A charset that a word of a mail header may be written in.
#[derive(Clone, Copy)]
pub(super) enum MailCharset {
    /// One that the web knows too.
    Web(&'static Encoding),
    /// The one that only mail has.
    Utf7,
}

impl MailCharset {
    /// The charset of a label, upper or lower case.
    pub fn of_label(label: &str) -> Option<Self> {
        let web = |label: &str| Encoding::for_label_no_replacement(label.as_bytes()).map(Self::Web);
        web(label).or_else(|| {
            let blanks = ['\t', '\n', '\u{c}', '\r', ' '];
            match &*label.trim_matches(blanks).to_ascii_lowercase() {
                "utf-7" | "csunicode11utf7" | "unicode-1-1-utf-7" | "x-unicode-2-0-utf-7" => {
                    Some(Self::Utf7)
                }
                "ms874" | "tis620" | "x-windows-874" => web("windows-874"),
                "ms936" | "euc_cn" => web("gb18030"),
                "ms949" | "euc_kr" | "x-windows-949" => web("euc-kr"),
                "ms950" | "ms950_hkscs" | "x-windows-950" => web("big5"),
                "euc_jp" => web("euc-jp"),
                "iso2022jp" => web("iso-2022-jp"),
                "koi8_r" => web("koi8-r"),
                "koi8_u" => web("koi8-u"),
                "iso8859_1" => web("iso-8859-1"),
                "iso8859_2" => web("iso-8859-2"),
                "iso8859_3" => web("iso-8859-3"),
                "iso8859_4" => web("iso-8859-4"),
                "iso8859_5" => web("iso-8859-5"),
                "iso8859_6" => web("iso-8859-6"),
                "iso8859_7" => web("iso-8859-7"),
                "iso8859_9" => web("iso-8859-9"),
                "iso8859_13" => web("iso-8859-13"),
                "iso8859_15" => web("iso-8859-15"),
                _ => None,
            }
        })
    }

    /// The text that bytes say; what they can't say becomes U+FFFD.
    pub fn decode(self, bytes: &[u8]) -> String {
        match self {
            Self::Web(encoding) => encoding.decode_without_bom_handling(bytes).0.into_owned(),
            Self::Utf7 => utf7::decode(bytes),
        }
    }
}
