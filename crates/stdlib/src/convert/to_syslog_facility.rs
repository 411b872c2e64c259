//! `to_syslog_facility`: the name of a syslog facility code.

use vrlet_function::prelude::*;

use super::syslog::{FACILITIES, word};

const VALUE: Arg<i64> = Arg::required("value", "The facility's number, from 0 to 23.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "to_syslog_facility",
    category: Category::Convert,
    about: "The keyword of a syslog facility, from its number.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::string().fallible(),
    failures: &["There is no facility of this number."],
    body: Body::Plain(|call| word(&FACILITIES, call.take(VALUE))),
    examples: &[
        example("A facility", "to_syslog_facility!(4)", r#""auth""#),
        fails("No such facility", "to_syslog_facility!(24)", "from 0 to 23"),
    ],
});
