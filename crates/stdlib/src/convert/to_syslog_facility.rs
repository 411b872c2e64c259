//! `to_syslog_facility`: syslog's word for a facility.

use vrlet_function::prelude::*;

use super::syslog::{FACILITIES, word};

/// The contract.
pub const FUNCTION: Function = Function {
    name: "to_syslog_facility",
    category: Category::Convert,
    about: "The keyword of a syslog facility, from its number.",
    params: &[required("value", INTEGER, "The facility's number, from 0 to 23.")],
    returns: |_| TypeDef::string().fallible(),
    failures: &["There is no facility of this number."],
    body: Body::Plain(|call| word(&FACILITIES, call.take(0))),
    examples: &[
        example("A facility", "to_syslog_facility!(4)", r#""auth""#),
        fails("No such facility", "to_syslog_facility!(24)", "from 0 to 23"),
    ],
    ..Function::BASE
};
