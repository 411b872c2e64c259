//! From syntax tree to checked tree to program in the vrlet engine.
