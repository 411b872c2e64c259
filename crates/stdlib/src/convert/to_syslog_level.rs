//! `to_syslog_level`: syslog's word for a severity.

use vrlet_function::prelude::*;

use super::syslog::{SEVERITIES, word};

/// The contract.
pub const FUNCTION: Function = Function {
    name: "to_syslog_level",
    category: Category::Convert,
    about: "The keyword of a syslog severity, from its number.",
    params: &[required("value", INTEGER, "The severity, from 0 to 7.")],
    returns: |_| TypeDef::string().fallible(),
    failures: &["There is no severity of this number."],
    body: Body::Plain(|call| word(&SEVERITIES, call.take(0))),
    examples: &[
        example("A severity", "to_syslog_level!(5)", r#""notice""#),
        fails("No such severity", "to_syslog_level!(8)", "from 0 to 7"),
    ],
    ..Function::BASE
};
