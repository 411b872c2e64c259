//! The randomness of this machine.

use rand::rngs::{StdRng, SysRng};
use rand::{Rng, SeedableRng};
use vrlet_function::{Failure, Generator, Random};

/// Randomness fit for keys: each machine has a cryptographic generator that the system seeds.
#[derive(Clone, Copy, Debug)]
pub struct SystemRandom;

impl Random for SystemRandom {
    fn generator(&self) -> Box<dyn Generator> {
        Box::new(Seeded::default())
    }
}

/// Seeded when it is first asked.
#[derive(Default)]
struct Seeded(Option<StdRng>);

impl Generator for Seeded {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), Failure> {
        let generator = match &mut self.0 {
            Some(generator) => generator,
            unseeded => {
                let generator = StdRng::try_from_rng(&mut SysRng).map_err(|error| {
                    Failure::new(format_args!("the system has no randomness to give: {error}"))
                })?;
                unseeded.insert(generator)
            }
        };
        generator.fill_bytes(bytes);
        Ok(())
    }
}
