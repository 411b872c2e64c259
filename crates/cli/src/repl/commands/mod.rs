//! What the commands of the prompt do, by what they are about.

mod info;
mod inspect;
mod load;
mod navigate;
mod run;
mod save;
mod undo;
