//! The builtin functions of the vrlet engine.
