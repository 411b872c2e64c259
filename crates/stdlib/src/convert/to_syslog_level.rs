//! `to_syslog_level`: the name of a syslog severity code.

use vrlet_function::prelude::*;

use super::syslog::{SEVERITIES, word};

const VALUE: Arg<i64> = Arg::required("value", "The severity, from 0 to 7.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "to_syslog_level",
    category: Category::Convert,
    about: "The keyword of a syslog severity, from its number.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::string().fallible(),
    failures: &["There is no severity of this number."],
    body: Body::Plain(|call| word(&SEVERITIES, call.take(VALUE))),
    examples: &[
        example("A severity", "to_syslog_level!(5)", r#""notice""#),
        fails("No such severity", "to_syslog_level!(8)", "from 0 to 7"),
    ],
});
