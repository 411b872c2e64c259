//! The commands of the prompt, implemented one subject a file.

mod info;
mod inspect;
mod load;
mod navigate;
mod run;
mod save;
mod undo;
