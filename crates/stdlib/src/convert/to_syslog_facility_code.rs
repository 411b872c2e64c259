//! `to_syslog_facility_code`: the code of a syslog facility name.

use vrlet_function::prelude::*;

use super::syslog::{FACILITIES, number};

const VALUE: Arg<Text> = Arg::required("value", "The facility's keyword, in lower case.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "to_syslog_facility_code",
    category: Category::Convert,
    about: "The number of a syslog facility, from its keyword.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::integer().fallible(),
    failures: &["There is no facility of this name."],
    body: Body::Plain(|call| number(&FACILITIES, &call.take(VALUE))),
    examples: &[
        example("A facility", r#"to_syslog_facility_code!("authpriv")"#, "10"),
        fails("No such facility", r#"to_syslog_facility_code!("AUTH")"#, "none of syslog's words"),
    ],
});
