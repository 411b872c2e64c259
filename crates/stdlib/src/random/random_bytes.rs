//! `random_bytes`: a string of random bytes.

use vrlet_function::prelude::*;

/// How many bytes one call gives at most.
const MOST: i64 = 64 * 1024;

const LENGTH: Arg<i64> = Arg::required("length", "How many bytes; 65536 at most.");

pub const FUNCTION: Function = Function::new(Contract {
    name: "random_bytes",
    category: Category::Random,
    about: "A string of `length` random bytes. They are as good for keys as the randomness of the \
            host.",
    params: &[LENGTH.param()],
    returns: |context| TypeDef::string().fallible_if(context.constant(LENGTH).is_none()),
    failures: &["`length` is negative or greater than 65536."],
    body: Body::Prepared(|context| {
        if let Some(length) = context.constant(LENGTH) {
            checked(length).map_err(|message| ArgumentError::constant(LENGTH, message))?;
        }
        Ok(super::drawing::drawing(context, |call, generator| {
            let length = checked(call.take(LENGTH)).map_err(Failure::new)?;
            let mut bytes = vec![0; length];
            generator.fill(&mut bytes)?;
            Ok(Value::Bytes(Text::from_bytes(&bytes)))
        }))
    }),
    examples: &[
        example("A key", "length(random_bytes(16)) == 16", "true"),
        fails("Too many", "random_bytes!(to_int!(\"70000\"))", "at most 65536"),
    ],
})
.reaches(&[Reach::Random]);

fn checked(length: i64) -> Result<usize, String> {
    match usize::try_from(length) {
        Ok(count) if length <= MOST => Ok(count),
        _ => Err(format!("`length` must be at least 0 and at most {MOST}, got {length}")),
    }
}
