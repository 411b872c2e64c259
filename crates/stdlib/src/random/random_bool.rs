//! `random_bool`: a random boolean.

use vrlet_function::prelude::*;

pub const FUNCTION: Function = Function::new(Contract {
    name: "random_bool",
    category: Category::Random,
    about: "True or false, with equal chances.",
    params: &[],
    returns: |_| TypeDef::boolean(),
    failures: &[],
    body: Body::Prepared(|context| {
        Ok(super::drawing::drawing(context, |_, generator| {
            let [byte] = super::drawing::array(generator)?;
            Ok(Value::Boolean(byte & 1 == 1))
        }))
    }),
    examples: &[
        example("A boolean", "is_boolean(random_bool())", "true"),
        example(
            "Mark about half of the events",
            ".sampled = random_bool()\nexists(.sampled)",
            "true",
        ),
    ],
})
.reaches(&[Reach::Random]);
