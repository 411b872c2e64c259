//! Rules with names, which other rules refer to.

use std::collections::HashMap;

use vrlet_function::prelude::*;

/// The rules that a call names, and those of the files that it names.
#[derive(Default)]
pub(in crate::parse) struct Aliases(HashMap<String, String>);

impl Aliases {
    /// Those of a call; what files say goes before what the call says, later files before earlier ones.
    pub(in crate::parse) fn of(site: &Site<'_>) -> Result<Self, Refusal> {
        let mut aliases = Self::default();
        if let Some(Value::Object(rules)) = site.constant("aliases") {
            for (name, rule) in rules.iter() {
                let Value::Bytes(rule) = rule else {
                    return Err(Refusal::constant(
                        "aliases",
                        format!("the rule of the alias `{name}` must be a string"),
                    ));
                };
                aliases.0.insert(name.to_string(), rule.to_str().into_owned());
            }
        }
        if let Some(Value::Array(paths)) = site.constant("alias_sources") {
            for path in paths.iter().filter_map(Value::as_text) {
                aliases.load(site, &path.to_str())?;
            }
        }
        Ok(aliases)
    }

    /// The rule of a name.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    fn load(&mut self, site: &Site<'_>, path: &str) -> Result<(), Refusal> {
        let refusal = |why: String| {
            Refusal::constant("alias_sources", format!("`{path}` gives no aliases: {why}"))
                .help("name a JSON file with one object, whose values are rules")
        };
        let bytes = site.host.files.read(path).map_err(|failure| match failure {
            Failure::Error(message) | Failure::Stopped(message) => refusal(message.to_string()),
            Failure::Abort(_) | Failure::Return(_) | Failure::Break => {
                unreachable!("checked: files are no programs")
            }
        })?;
        let rules: HashMap<String, String> =
            serde_json::from_slice(&bytes).map_err(|error| refusal(error.to_string()))?;
        self.0.extend(rules);
        Ok(())
    }
}
