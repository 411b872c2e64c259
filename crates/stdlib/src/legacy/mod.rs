//! Functions that VRL has removed, kept so that old scripts run. The checker warns of each and says what to
//! write instead.

mod to_timestamp;

use vrlet_function::Function;

pub(crate) const FUNCTIONS: &[&Function] = &[&to_timestamp::FUNCTION];
