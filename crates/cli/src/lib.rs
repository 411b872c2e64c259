//! The command vrlet.
