//! `now`: the current time.

use vrlet_function::prelude::*;

pub const FUNCTION: Function = Function::new(Contract {
    name: "now",
    category: Category::Timestamp,
    about: "The time at which the call is made.",
    params: &[],
    returns: |_| TypeDef::timestamp(),
    failures: &[],
    body: Body::Plain(|call| call.host().clock.now().map(Value::Timestamp)),
    examples: &[example("After the millennium", "now() > t'2000-01-01T00:00:00Z'", "true")],
})
.reaches(&[Reach::Clock]);
