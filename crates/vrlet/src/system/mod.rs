//! The operating system as programs may see it, where the host allows.

mod environment;
mod files;
mod random;

pub use environment::SystemEnvironment;
pub use files::{FilesBelow, SystemFiles};
pub use random::SystemRandom;
