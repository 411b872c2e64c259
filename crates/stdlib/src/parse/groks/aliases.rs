//! Aliases: named rules that other rules refer to.

use std::collections::HashMap;

use vrlet_function::prelude::*;

/// The rules that a call names, and those of the files that it names.
#[derive(Default)]
pub(in crate::parse) struct Aliases(HashMap<String, String>);

impl Aliases {
    /// Those of a call; what files say goes before what the call says, later files before earlier ones.
    pub(in crate::parse) fn of(
        context: &CallContext<'_>,
        rules: Arg<Option<Object>>,
        sources: Arg<Option<Array>>,
    ) -> Result<Self, ArgumentError> {
        let mut aliases = Self::default();
        if let Some(given) = context.constant(rules).flatten() {
            for (name, rule) in given.iter() {
                let Value::Bytes(rule) = rule else {
                    return Err(ArgumentError::constant(
                        rules,
                        format!("the rule of the alias `{name}` must be a string"),
                    ));
                };
                aliases.0.insert(name.to_string(), rule.to_str().into_owned());
            }
        }
        if let Some(paths) = context.constant(sources).flatten() {
            for path in paths.iter().filter_map(Value::as_text) {
                aliases.load(context, sources, &path.to_str())?;
            }
        }
        Ok(aliases)
    }

    /// The rule of a name.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    fn load(
        &mut self,
        context: &CallContext<'_>,
        sources: Arg<Option<Array>>,
        path: &str,
    ) -> Result<(), ArgumentError> {
        let refuse = |why: String| {
            ArgumentError::constant(sources, format!("`{path}` gives no aliases: {why}"))
                .help("name a JSON file with one object, whose values are rules")
        };
        let bytes = context.host.files.read(path).map_err(|failure| match failure {
            Failure::Error(message) | Failure::Stopped(message) => refuse(message.to_string()),
            Failure::Abort(_) | Failure::Return(_) | Failure::Break => {
                unreachable!("checked: files are no programs")
            }
        })?;
        let rules: HashMap<String, String> =
            serde_json::from_slice(&bytes).map_err(|error| refuse(error.to_string()))?;
        self.0.extend(rules);
        Ok(())
    }
}
