//! The functions that look records up.

mod find_enrichment_table_records;
mod get_enrichment_table_record;
mod lookup;

use vrlet_function::Function;

/// All functions of this crate.
pub static FUNCTIONS: &[&Function] =
    &[&find_enrichment_table_records::FUNCTION, &get_enrichment_table_record::FUNCTION];
