//! What a builtin function of the vrlet engine is.
