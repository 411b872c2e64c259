//! Functions of chance. All calls of a machine draw from one generator, which no other machine touches.

mod random_bool;
mod random_bytes;
mod random_float;
mod random_int;
mod uuid;
mod uuid_from_friendly_id;
mod uuid_v4;
mod uuid_v7;

use std::sync::{Arc, Mutex, PoisonError};

use vrlet_function::prelude::*;
use vrlet_function::{Generator, Random};

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

struct Drawing {
    draw: Draw,
    random: Arc<dyn Random>,
    generator: Arc<Mutex<Box<dyn Generator>>>,
}

fn drawing(site: &Site<'_>, draw: Draw) -> Box<dyn Prepared> {
    let random = Arc::clone(&site.host.random);
    let generator = Arc::new(Mutex::new(random.generator()));
    Box::new(Drawing { draw, random, generator })
}

impl Prepared for Drawing {
    fn call(&mut self, call: &mut Call<'_>) -> Result<Value, Failure> {
        let mut generator = self.generator.lock().unwrap_or_else(PoisonError::into_inner);
        (self.draw)(call, &mut **generator)
    }

    fn fork(&self, worker: &mut Worker) -> Box<dyn Prepared> {
        let random = Arc::clone(&self.random);
        let identity = Arc::as_ptr(&random).cast::<()>().addr();
        let generator = worker.share(identity, || random.generator());
        Box::new(Self { draw: self.draw, random, generator })
    }
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
fn constant_range<T: PartialOrd + std::fmt::Display>(
    site: &Site<'_>,
    number: fn(Value) -> Option<T>,
) -> Result<Option<(T, T)>, Refusal> {
    let bound = |name| site.constant(name).and_then(number);
    match (bound("min"), bound("max")) {
        (Some(min), Some(max)) if min < max => Ok(Some((min, max))),
        (Some(min), Some(max)) => Err(Refusal::constant(
            "max",
            format_args!("`max` must be greater than `min`: {max} is not greater than {min}"),
        )),
        _ => Ok(None),
    }
}

fn integer(value: Value) -> Option<i64> {
    value.as_integer()
}

fn float(value: Value) -> Option<f64> {
    if let Value::Float(number) = value { Some(number.into_inner()) } else { None }
}

const EMPTY_RANGE: Failure = Failure::fixed("`max` must be greater than `min`");
