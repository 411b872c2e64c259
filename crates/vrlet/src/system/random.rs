//! Random bytes from the operating system.

use vrlet_function::{Failure, Generator, Random};

/// How many bytes are asked for at once: asking costs more than the bytes.
const POOL: usize = 256;

/// Randomness fit for keys, from the system.
#[derive(Clone, Copy, Debug)]
pub struct SystemRandom;

impl Random for SystemRandom {
    fn generator(&self) -> Box<dyn Generator> {
        Box::new(Pool { bytes: [0; POOL], left: 0 })
    }
}

/// Bytes that the system gave in advance.
struct Pool {
    bytes: [u8; POOL],
    left: usize,
}

impl Generator for Pool {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), Failure> {
        if bytes.len() >= POOL {
            return fill(bytes);
        }
        if bytes.len() > self.left {
            fill(&mut self.bytes)?;
            self.left = POOL;
        }
        // What was given out is not kept.
        let given = &mut self.bytes[self.left - bytes.len()..self.left];
        bytes.copy_from_slice(given);
        given.fill(0);
        self.left -= bytes.len();
        Ok(())
    }
}

fn fill(bytes: &mut [u8]) -> Result<(), Failure> {
    getrandom::fill(bytes).map_err(|error| {
        Failure::new(format_args!("the system has no randomness to give: {error}"))
    })
}
