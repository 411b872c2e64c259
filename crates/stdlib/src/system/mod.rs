//! Functions that ask the system and the network, as far as the host opens them.

#[cfg(feature = "network")]
mod dns_answer;
#[cfg(feature = "network")]
mod dns_lookup;
#[cfg(feature = "network")]
mod dns_options;
mod get_env_var;
mod get_hostname;
mod get_timezone_name;
#[cfg(feature = "network")]
mod http_message;
#[cfg(feature = "network")]
mod http_request;
mod reverse_dns;

use vrlet_function::Function;

pub(crate) const FUNCTIONS: &[&Function] = &[
    #[cfg(feature = "network")]
    &dns_lookup::FUNCTION,
    &get_env_var::FUNCTION,
    &get_hostname::FUNCTION,
    &get_timezone_name::FUNCTION,
    #[cfg(feature = "network")]
    &http_request::FUNCTION,
    &reverse_dns::FUNCTION,
];
