//! `uuid_v4`: a random UUID.

use uuid::Builder;
use vrlet_function::prelude::*;

pub const FUNCTION: Function = Function::new(Contract {
    name: "uuid_v4",
    category: Category::Random,
    about: "A new random UUID, version 4.",
    params: &[],
    returns: |_| TypeDef::string(),
    failures: &[],
    body: Body::Prepared(|context| {
        Ok(super::drawing::drawing(context, |_, generator| {
            let uuid = Builder::from_random_bytes(super::drawing::array(generator)?).into_uuid();
            Ok(super::uuid::text(uuid))
        }))
    }),
    examples: &[
        example("A name for an event", "length(uuid_v4())", "36"),
        example("Its version", "slice!(uuid_v4(), 14, 15)", r#""4""#),
    ],
})
.reaches(&[Reach::Random]);
