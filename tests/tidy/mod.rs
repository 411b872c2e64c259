//! The rules of the house, as far as a machine can see to them.

mod crates;
mod cycles;
mod errors;
mod files;
mod functions;
mod readme;
mod top;
