//! Environment variables and host name of this process, for programs that may read them.

use vrlet_function::{Environment, Failure};
use vrlet_value::Text;

/// All environment variables of the process, and the name of the machine.
#[derive(Clone, Copy, Debug)]
pub struct SystemEnvironment;

impl Environment for SystemEnvironment {
    fn variable(&self, name: &str) -> Result<Option<Text>, Failure> {
        // What can't be a name is not asked for: it is not set.
        let is_name = !name.is_empty() && !name.contains(['=', '\0']);
        let value = if is_name { std::env::var_os(name) } else { None };
        Ok(value.map(|value| Text::from_bytes(value.as_encoded_bytes())))
    }

    fn hostname(&self) -> Result<Text, Failure> {
        let name = hostname::get()
            .map_err(|error| Failure::new(format_args!("this machine has no name: {error}")))?;
        Ok(Text::from_bytes(name.as_encoded_bytes()))
    }
}
