//! What the commands of the prompt do, by what they are about.

mod ask;
mod load;
mod look;
mod run;
mod save;
mod undo;
mod walk;
