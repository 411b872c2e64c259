//! `to_syslog_facility_code`: syslog's number for a facility.

use vrlet_function::prelude::*;

use super::syslog::{FACILITIES, number};

/// The contract.
pub const FUNCTION: Function = Function {
    name: "to_syslog_facility_code",
    category: Category::Convert,
    about: "The number of a syslog facility, from its keyword.",
    params: &[required("value", STRING, "The facility's keyword, in lower case.")],
    returns: |_| TypeDef::integer().fallible(),
    failures: &["There is no facility of this name."],
    body: Body::Plain(|call| number(&FACILITIES, &call.take(0))),
    examples: &[
        example("A facility", r#"to_syslog_facility_code!("authpriv")"#, "10"),
        fails("No such facility", r#"to_syslog_facility_code!("AUTH")"#, "none of syslog's words"),
    ],
    ..Function::BASE
};
