//! The parameter `redactor` of `redact`: what is put in place of a match.

use std::borrow::Cow;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use vrlet_function::prelude::*;

use super::redaction_filters::FILTERS;
use crate::crypto::hash::{self, Hash};
use crate::hex;

/// The parameter of what stands instead.
pub(super) const REDACTOR: Arg<Value> = Arg::optional(
    "redactor",
    "What stands there instead: `full`, which is `[REDACTED]` and the default; `{\"type\": \
     \"text\", \"replacement\": \"…\"}`; `sha2` or `sha3`, a hash of what was found, or \
     `{\"type\": \"sha2\", \"variant\": \"SHA-256\", \"encoding\": \"base16\"}`, in `base64` \
     unless said.",
)
.kinds(STRING.or(OBJECT))
.constant()
.after(FILTERS);

#[derive(Clone)]
pub(super) enum Redactor {
    Text(String),
    Hash(Hash, Encoding),
}

#[derive(Clone, Copy)]
pub(super) enum Encoding {
    Base16,
    Base64,
}

impl Redactor {
    /// What a call says.
    pub(super) fn of(context: &CallContext<'_>) -> Result<Self, ArgumentError> {
        match context.constant(REDACTOR) {
            Some(Value::Bytes(name)) => Self::named(&name, &Object::new()),
            Some(Value::Object(options)) => match options.get("type") {
                Some(Value::Bytes(name)) => Self::named(name, &options),
                _ => Err(refuse("an object needs a `type`")),
            },
            _ => Ok(Self::full()),
        }
    }

    fn full() -> Self {
        Self::Text("[REDACTED]".to_owned())
    }

    fn named(name: &Text, options: &Object) -> Result<Self, ArgumentError> {
        match name.as_str() {
            Some("full") => Ok(Self::full()),
            Some("text") => match options.get("replacement") {
                Some(Value::Bytes(text)) => Ok(Self::Text(text.to_str().into_owned())),
                _ => Err(refuse("a redactor of type `text` needs a `replacement`, a string")),
            },
            Some("sha2") => Self::hash(hash::sha2, "SHA-512/256", options),
            Some("sha3") => Self::hash(hash::sha3, "SHA3-512", options),
            _ => Err(refuse(&format!("there is no redactor `{name}`"))),
        }
    }

    fn hash(
        family: fn(&str) -> Option<Hash>,
        default: &'static str,
        options: &Object,
    ) -> Result<Self, ArgumentError> {
        let default = Value::from_static(default);
        let variant = options.get("variant").unwrap_or(&default);
        let hash = variant.as_text().and_then(Text::as_str).and_then(family);
        let hash = hash.ok_or_else(|| refuse(&format!("{variant} is no variant of this hash")))?;
        let encoding = match options.get("encoding") {
            None => Encoding::Base64,
            Some(encoding) => match encoding.as_text().and_then(Text::as_str) {
                Some("base64") => Encoding::Base64,
                Some("base16") => Encoding::Base16,
                _ => return Err(refuse(&format!("{encoding} is neither `base64` nor `base16`"))),
            },
        };
        Ok(Self::Hash(hash, encoding))
    }

    /// What stands for `found`.
    pub(super) fn instead_of(&self, found: &str) -> Cow<'_, str> {
        match self {
            Self::Text(text) => text.into(),
            Self::Hash(hash, Encoding::Base16) => hex::lower(&hash(found.as_bytes())).into(),
            Self::Hash(hash, Encoding::Base64) => {
                BASE64_STANDARD.encode(hash(found.as_bytes())).into()
            }
        }
    }
}

fn refuse(message: &str) -> ArgumentError {
    ArgumentError::constant(REDACTOR, message)
        .help("write `full`, `sha2`, `sha3` or `{\"type\": \"text\", \"replacement\": \"…\"}`")
}
