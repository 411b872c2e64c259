//! Two collections of user agents, asked one after the other.
//!
//! `woothee` is small and quick. The collection of ua-parser (`data/user_agents.json`) is made of some
//! thousand expressions; it is compiled only for programs that ask for it, and once for all of them.

use std::sync::OnceLock;

use ua_parser::{Extractor, Regexes};
use vrlet_function::prelude::*;
use woothee::parser::{Parser, WootheeResult};

/// How thoroughly to look.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    Fast,
    Reliable,
    Enriched,
}

/// An object of the result, and its fields.
pub(super) struct Section {
    pub(super) name: &'static str,
    pub(super) fields: &'static [&'static str],
}

/// What the modes but `enriched` tell.
pub(super) const PLAIN: &[Section] = &[
    Section { name: "browser", fields: &["family", "version"] },
    Section { name: "device", fields: &["category"] },
    Section { name: "os", fields: &["family", "version"] },
];

/// What `enriched` tells.
pub(super) const ENRICHED: &[Section] = &[
    Section { name: "browser", fields: &["family", "version", "major", "minor", "patch"] },
    Section { name: "device", fields: &["family", "category", "brand", "model"] },
    Section {
        name: "os",
        fields: &["family", "version", "major", "minor", "patch", "patch_minor"],
    },
];

const COLLECTION: &[u8] = include_bytes!("../../data/user_agents.json");

/// Reads user agents.
#[derive(Clone)]
pub(super) struct UserAgentParser {
    mode: Mode,
    /// The second collection, where the mode asks it.
    collection: Option<&'static Extractor<'static>>,
}

/// What was found, a value for each field of each section.
#[derive(Default)]
struct Found {
    browser: [Value; 5],
    device: [Value; 4],
    os: [Value; 6],
}

impl UserAgentParser {
    pub(super) fn new(mode: Mode) -> Self {
        Self { mode, collection: (mode != Mode::Fast).then(collection) }
    }

    /// What a user agent tells.
    pub(super) fn read(&self, agent: &str) -> Value {
        let quick = Parser::new().parse(agent).unwrap_or_default();
        let mut found = Found::quick(&quick);
        if let Some(collection) = self.collection {
            let known = !found.browser[0].is_null() && !found.os[0].is_null();
            if self.mode == Mode::Enriched || !known {
                found.enrich(collection, agent);
            }
        }
        let sections = if self.mode == Mode::Enriched { ENRICHED } else { PLAIN };
        let values = [&found.browser[..], &found.device[..], &found.os[..]];
        let sections = sections.iter().zip(values).map(|(section, values)| {
            let start = usize::from(self.mode != Mode::Enriched && section.name == "device");
            let fields = section.fields.iter().map(|field| Key::from_static(field));
            let fields = fields.zip(values[start..].iter().cloned());
            (Key::from_static(section.name), Value::Object(fields.collect()))
        });
        Value::Object(sections.collect())
    }
}

impl Found {
    fn quick(result: &WootheeResult<'_>) -> Self {
        let known = |part: &str| match part {
            "" | woothee::woothee::VALUE_UNKNOWN => Value::Null,
            part => part.into(),
        };
        let mut found = Self::default();
        found.browser[0] = known(result.name);
        found.browser[1] = known(result.version);
        found.device[1] = known(result.category);
        found.os[0] = known(result.os);
        found.os[1] = known(&result.os_version);
        found
    }

    /// Adds what the second collection knows; its names go before those of the first.
    fn enrich(&mut self, collection: &Extractor<'_>, agent: &str) {
        let (browser, os, device) = collection.extract(agent);
        if let Some(browser) = browser {
            self.browser[0] = (&*browser.family).into();
            let parts = [browser.major, browser.minor, browser.patch];
            for (field, part) in self.browser[2..].iter_mut().zip(parts) {
                *field = part.into();
            }
        }
        if let Some(device) = device {
            self.device[0] = (&*device.device).into();
            self.device[2] = device.brand.as_deref().into();
            self.device[3] = device.model.as_deref().into();
        }
        if let Some(os) = os {
            self.os[0] = (&*os.os).into();
            let parts = [os.major, os.minor, os.patch, os.patch_minor];
            for (field, part) in self.os[2..].iter_mut().zip(parts) {
                *field = part.as_deref().into();
            }
        }
    }
}

fn collection() -> &'static Extractor<'static> {
    static EXTRACTOR: OnceLock<Extractor<'static>> = OnceLock::new();
    EXTRACTOR.get_or_init(|| {
        let regexes: Regexes<'static> =
            serde_json::from_slice(COLLECTION).expect("a constant that the tests read");
        Extractor::try_from(regexes).expect("a constant that the tests compile")
    })
}
