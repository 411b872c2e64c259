//! The engine's JSON reader and writer, assembled for objects of any layout, so that nothing but the layout
//! differs.

#[path = "../../../../../crates/value/src/json/error.rs"]
#[allow(dead_code, reason = "the engine's source, of which a part is needed here")]
mod error;
pub mod read;
#[path = "../../../../../crates/value/src/json/scan.rs"]
#[allow(dead_code, reason = "the engine's source, of which a part is needed here")]
mod scan;
pub mod write;
