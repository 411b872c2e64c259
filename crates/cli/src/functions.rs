//! stub
use crate::arguments::FunctionsArguments;
use crate::complaint::Complaint;
use crate::exit::Exit;
use crate::terminal::Terminal;
pub fn functions(_: &FunctionsArguments, _: &Terminal) -> Result<Exit, Complaint> { Ok(Exit::Success) }
