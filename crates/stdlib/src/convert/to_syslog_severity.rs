//! `to_syslog_severity`: the code of a syslog severity name.

use vrlet_function::prelude::*;

use super::syslog::{SEVERITIES, number};

const VALUE: Arg<Text> = Arg::required("value", "The severity's keyword, in lower case.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "to_syslog_severity",
    category: Category::Convert,
    about: "The number of a syslog severity, from its keyword. `panic`, `critical`, `error` and \
            `warn` mean `emerg`, `crit`, `err` and `warning`.",
    params: &[VALUE.param()],
    returns: |_| TypeDef::integer().fallible(),
    failures: &["There is no severity of this name."],
    body: Body::Plain(|call| {
        let text = call.take(VALUE);
        match text.as_str() {
            Some("panic") => Ok(Value::Integer(0)),
            Some("critical") => Ok(Value::Integer(2)),
            Some("error") => Ok(Value::Integer(3)),
            Some("warn") => Ok(Value::Integer(4)),
            _ => number(&SEVERITIES, &text),
        }
    }),
    examples: &[
        example("A severity", r#"to_syslog_severity!("alert")"#, "1"),
        example("Another word", r#"to_syslog_severity!("error")"#, "3"),
        fails("No such severity", r#"to_syslog_severity!("fatal")"#, "none of syslog's words"),
    ],
});
