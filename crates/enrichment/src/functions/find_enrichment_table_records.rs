//! `find_enrichment_table_records`: all records of a table that meet a condition.

use vrlet_function::prelude::*;

use super::lookup::{Lookup, PARAMS, REACHES, never_meets};

pub const FUNCTION: Function = Function::new(Contract {
    name: "find_enrichment_table_records",
    category: Category::Enrichment,
    about: "Looks up all records of an enrichment table that meet the condition, in the order of \
            the table; an empty array where there are none. Values are compared as they are: the \
            integer `6` does not equal the text `6`.",
    params: PARAMS,
    returns: |_| TypeDef::new(Kind::array_of(Kind::from(OBJECT))).fallible(),
    failures: &[
        "A value of the condition is an array, an object or a regular expression.",
        "An end of a range of dates is not a timestamp.",
        "The table is a MaxMind database, and the value is not an IP address.",
    ],
    body: Body::Prepared(|context| Lookup::body(context, Lookup::find_all)),
    examples: &[
        example(
            "All that meet the condition",
            r#"find_enrichment_table_records!("protocol", { "keyword": "TCP" }, select: ["number"])"#,
            r#"[{"number":"6"}]"#,
        ),
        example("None", r#"find_enrichment_table_records!("protocol", { "number": "256" })"#, "[]"),
    ],
})
.reaches(REACHES)
.warns(never_meets);
