//! What the random functions share: bodies with their machine's random generator, and checks of ranges.

use std::sync::Arc;

use vrlet_function::prelude::*;
use vrlet_function::{ArgType, Generator};

/// A body that draws from the generator of its machine.
pub(super) type Draw = fn(&mut Call<'_>, &mut dyn Generator) -> Result<Value, Failure>;

pub(super) fn drawing(context: &CallContext<'_>, draw: Draw) -> Box<dyn Factory> {
    let random = Arc::clone(&context.host.random);
    Box::new(per_machine(move |machine| {
        let identity = Arc::as_ptr(&random).cast::<()>().addr();
        let generator = machine.share(identity, || random.generator());
        move |call: &mut Call<'_>| {
            let machine = call.machine();
            draw(call, &mut **machine.get(generator))
        }
    }))
}

pub(super) fn array<const N: usize>(generator: &mut dyn Generator) -> Result<[u8; N], Failure> {
    let mut bytes = [0; N];
    generator.fill(&mut bytes)?;
    Ok(bytes)
}

pub(super) fn number(generator: &mut dyn Generator) -> Result<u64, Failure> {
    array(generator).map(u64::from_le_bytes)
}

/// The bounds of a range from `min` to below `max`, where they are constants.
///
/// # Errors
/// Where nothing lies between them.
pub(super) fn constant_range<T: ArgType + PartialOrd + std::fmt::Display>(
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

pub(super) const EMPTY_RANGE: Failure = Failure::fixed("`max` must be greater than `min`");
