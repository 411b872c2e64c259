//! Functions that read formats.

mod flow_log_fields;
mod json_levels;
mod parse_aws_vpc_flow_log;
mod parse_int;
mod parse_json;
mod parse_regex;
mod parse_timestamp;
mod words;

use vrlet_function::Function;

pub(crate) const FUNCTIONS: &[&Function] = &[
    &parse_aws_vpc_flow_log::FUNCTION,
    &parse_int::FUNCTION,
    &parse_json::FUNCTION,
    &parse_regex::FUNCTION,
    &parse_timestamp::FUNCTION,
];
