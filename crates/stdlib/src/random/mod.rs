//! Functions of chance. All calls of a machine draw from one generator, which no other machine touches.

mod random_bool;
mod random_bytes;
mod random_float;
mod random_int;
mod uuid;
mod uuid_from_friendly_id;
mod uuid_v4;
mod uuid_v7;

use std::sync::{Arc, PoisonError};

use vrlet_function::prelude::*;
use vrlet_function::{ArgType, Generator};

pub(crate) const FUNCTIONS: &[&Function] = &[
    &random_bool::FUNCTION,
    &random_bytes::FUNCTION,
    &random_float::FUNCTION,
    &random_int::FUNCTION,
    &uuid_from_friendly_id::FUNCTION,
    &uuid_v4::FUNCTION,
    &uuid_v7::FUNCTION,
];

/// A body that draws from the generator of its machine.
type Draw = fn(&mut Call<'_>, &mut dyn Generator) -> Result<Value, Failure>;

fn drawing(context: &CallContext<'_>, draw: Draw) -> Box<dyn Factory> {
    let random = Arc::clone(&context.host.random);
    Box::new(per_machine(move |machine| {
        let identity = Arc::as_ptr(&random).cast::<()>().addr();
        let generator = machine.share(identity, || random.generator());
        move |call: &mut Call<'_>| {
            let mut generator = generator.lock().unwrap_or_else(PoisonError::into_inner);
            draw(call, &mut **generator)
        }
    }))
}

fn array<const N: usize>(generator: &mut dyn Generator) -> Result<[u8; N], Failure> {
    let mut bytes = [0; N];
    generator.fill(&mut bytes)?;
    Ok(bytes)
}

fn number(generator: &mut dyn Generator) -> Result<u64, Failure> {
    array(generator).map(u64::from_le_bytes)
}

/// The bounds of a range from `min` to below `max`, where they are constants.
///
/// # Errors
/// Where nothing lies between them.
fn constant_range<T: ArgType + PartialOrd + std::fmt::Display>(
    context: &CallContext<'_>,
    [min, max]: [Arg<T>; 2],
) -> Result<Option<(T, T)>, ArgumentError> {
    match (context.constant(min), context.constant(max)) {
        (Some(low), Some(high)) if low < high => Ok(Some((low, high))),
        (Some(low), Some(high)) => Err(ArgumentError::constant(
            max,
            format_args!("`max` must be greater than `min`: {high} is not greater than {low}"),
        )),
        _ => Ok(None),
    }
}

const EMPTY_RANGE: Failure = Failure::fixed("`max` must be greater than `min`");
