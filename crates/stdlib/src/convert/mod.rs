//! Conversion functions.

mod from_unix_timestamp;
mod no_number;
mod syslog;
mod to_bool;
mod to_float;
mod to_int;
mod to_regex;
mod to_string;
mod to_syslog_facility;
mod to_syslog_facility_code;
mod to_syslog_level;
mod to_syslog_severity;
mod to_unix_timestamp;
mod unix_unit;

use vrlet_function::prelude::*;

#[cfg(feature = "proto")]
pub(crate) use to_bool::read as read_boolean;

pub(crate) const FUNCTIONS: &[&Function] = &[
    &from_unix_timestamp::FUNCTION,
    &to_bool::FUNCTION,
    &to_float::FUNCTION,
    &to_int::FUNCTION,
    &to_regex::FUNCTION,
    &to_string::FUNCTION,
    &to_syslog_facility::FUNCTION,
    &to_syslog_facility_code::FUNCTION,
    &to_syslog_level::FUNCTION,
    &to_syslog_severity::FUNCTION,
    &to_unix_timestamp::FUNCTION,
];
