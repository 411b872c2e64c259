//! House rules as tests: crates and files, documents, generated pages.

mod budget;
mod crates;
mod cycles;
mod documents;
mod errors;
mod features;
mod files;
mod functions;
mod readme;
mod top;
