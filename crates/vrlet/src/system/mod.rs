//! The operating system as programs may see it, where the host allows.

mod environment;
mod files;
#[cfg(feature = "network")]
mod network;
mod random;

pub use environment::SystemEnvironment;
pub use files::{FilesBelow, SystemFiles};
#[cfg(feature = "network")]
pub use network::SystemNetwork;
pub use random::SystemRandom;
