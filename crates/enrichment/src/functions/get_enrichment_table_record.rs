//! `get_enrichment_table_record`: the one record of a table that meets a condition.

use vrlet_function::prelude::*;

use super::lookup::{Lookup, PARAMS, REACHES, never_meets};

pub const FUNCTION: Function = Function::new(Contract {
    name: "get_enrichment_table_record",
    category: Category::Enrichment,
    about: "Looks up the one record of an enrichment table that meets the condition. Values are \
            compared as they are: the integer `6` does not equal the text `6`. Where `wildcard` \
            is given, the record with the fewest wildcards among the compared cells is taken.",
    params: PARAMS,
    returns: |_| TypeDef::of(OBJECT).fallible(),
    failures: &[
        "No record meets the condition, unless the table says `missing = \"empty\"`.",
        "More than one record meets the condition.",
        "A value of the condition is an array, an object or a regular expression.",
        "An end of a range of dates is not a timestamp.",
        "The table is a MaxMind database, and the value is not an IP address.",
    ],
    body: Body::Prepared(|context| Lookup::body(context, Lookup::find_one)),
    examples: &[
        example(
            "The name of a protocol",
            r#"get_enrichment_table_record!("protocol", { "number": "6" }).keyword"#,
            r#""TCP""#,
        ),
        example(
            "Some columns of it",
            r#"get_enrichment_table_record!("protocol", { "keyword": "udp" }, select: ["number"], case_sensitive: false)"#,
            r#"{"number":"17"}"#,
        ),
        fails(
            "No such record",
            r#"get_enrichment_table_record!("protocol", { "number": "256" })"#,
            "no row of the table",
        ),
    ],
})
.reaches(REACHES)
.warns(never_meets);
