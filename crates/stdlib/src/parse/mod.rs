//! Parsing functions.

mod alb_fields;
mod apache_formats;
#[cfg(feature = "formats")]
mod cbor;
mod cef;
mod flow_log_fields;
mod flow_log_format;
mod google_formats;
#[cfg(feature = "grok")]
mod grok;
#[cfg(feature = "grok")]
mod groks;
mod infer_year;
mod json_depth;
mod json_fields;
mod key_value;
#[cfg(feature = "formats")]
mod line_protocol;
mod log_format;
mod log_mismatch;
mod log_reader;
mod nginx_formats;
mod parse_apache_log;
mod parse_aws_alb_log;
mod parse_aws_cloudwatch_log_subscription_message;
mod parse_aws_vpc_flow_log;
mod parse_bytes;
#[cfg(feature = "formats")]
mod parse_cbor;
mod parse_cef;
mod parse_common_log;
mod parse_csv;
mod parse_duration;
#[cfg(feature = "web")]
mod parse_etld;
mod parse_glog;
#[cfg(feature = "grok")]
mod parse_grok;
#[cfg(feature = "grok")]
mod parse_groks;
#[cfg(feature = "formats")]
mod parse_influxdb;
mod parse_int;
mod parse_json;
mod parse_key_value;
mod parse_klog;
#[cfg(feature = "formats")]
mod parse_linux_authorization;
mod parse_logfmt;
mod parse_nginx_log;
#[cfg(feature = "proto")]
mod parse_proto;
mod parse_query_string;
mod parse_regex;
mod parse_regex_all;
mod parse_ruby_hash;
#[cfg(feature = "formats")]
mod parse_syslog;
mod parse_timestamp;
mod parse_tokens;
#[cfg(feature = "web")]
mod parse_url;
#[cfg(feature = "web")]
mod parse_user_agent;
#[cfg(feature = "formats")]
mod parse_xml;
#[cfg(feature = "formats")]
mod parse_yaml;
mod pattern_mismatch;
mod query_string;
mod recognize;
mod regex_groups;
mod ruby_hash;
mod shape_cache;
#[cfg(feature = "web")]
mod suffix_list;
#[cfg(feature = "formats")]
mod syslog;
#[cfg(feature = "formats")]
mod syslog_dialect;
#[cfg(feature = "formats")]
mod syslog_mismatch;
#[cfg(feature = "formats")]
mod syslog_time;
mod unescape;
#[cfg(feature = "web")]
mod user_agent;
#[cfg(any(feature = "formats", feature = "grok"))]
mod xml;
#[cfg(any(feature = "formats", feature = "grok"))]
mod xml_bounds;
#[cfg(feature = "formats")]
mod yaml;

use vrlet_function::Function;

pub(crate) const FUNCTIONS: &[&Function] = &[
    &parse_apache_log::FUNCTION,
    &parse_aws_alb_log::FUNCTION,
    &parse_aws_cloudwatch_log_subscription_message::FUNCTION,
    &parse_aws_vpc_flow_log::FUNCTION,
    &parse_bytes::FUNCTION,
    #[cfg(feature = "formats")]
    &parse_cbor::FUNCTION,
    &parse_cef::FUNCTION,
    &parse_common_log::FUNCTION,
    &parse_csv::FUNCTION,
    &parse_duration::FUNCTION,
    #[cfg(feature = "web")]
    &parse_etld::FUNCTION,
    &parse_glog::FUNCTION,
    #[cfg(feature = "grok")]
    &parse_grok::FUNCTION,
    #[cfg(feature = "grok")]
    &parse_groks::FUNCTION,
    #[cfg(feature = "formats")]
    &parse_influxdb::FUNCTION,
    &parse_int::FUNCTION,
    &parse_json::FUNCTION,
    &parse_key_value::FUNCTION,
    &parse_klog::FUNCTION,
    #[cfg(feature = "formats")]
    &parse_linux_authorization::FUNCTION,
    &parse_logfmt::FUNCTION,
    &parse_nginx_log::FUNCTION,
    #[cfg(feature = "proto")]
    &parse_proto::FUNCTION,
    &parse_query_string::FUNCTION,
    &parse_regex::FUNCTION,
    &parse_regex_all::FUNCTION,
    &parse_ruby_hash::FUNCTION,
    #[cfg(feature = "formats")]
    &parse_syslog::FUNCTION,
    &parse_timestamp::FUNCTION,
    &parse_tokens::FUNCTION,
    #[cfg(feature = "web")]
    &parse_url::FUNCTION,
    #[cfg(feature = "web")]
    &parse_user_agent::FUNCTION,
    #[cfg(feature = "formats")]
    &parse_xml::FUNCTION,
    #[cfg(feature = "formats")]
    &parse_yaml::FUNCTION,
];
