//! The function reference, made from the contracts that the functions themselves are declared by.
//!
//! An [`Entry`] is all that there is to say of one function: `vrlet functions` shows it at the terminal
//! and as JSON, [`chapter`] and [`index`] are the pages below `docs/functions`.

mod entry;
mod index;
mod kinds;
mod lookup;
mod page;
mod result_types;
mod signature;
mod typed_signature;

pub use entry::{Closure, ClosureParameter, Entry, EntryExample, Parameter, ReturnedField};
pub use index::{FOLDER, index};
pub use kinds::Kinds;
pub use lookup::{Unknown, find};
pub use page::{chapter, file_of};
pub use signature::signature;
