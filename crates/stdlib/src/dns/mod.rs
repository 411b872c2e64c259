//! Messages of the DNS: queries as bytes, answers as what they say.
//!
//! This reads and writes; who is asked, and how, is the host's business.

mod code;
mod data;
mod digits;
mod message;
mod name;
mod query;
mod reader;
mod service;

pub use code::{Class, RecordType};
pub use message::{Answer, Header, Question, Record};
pub use name::{NameError, to_wire};
pub use query::Query;
pub use reader::Malformed;
