//! The instruction set, on one page.
//!
//! Registers come in two sorts. Those of variables live until they are written again, and reading one
//! leaves it alone; temporary ones, after the variables, are read once and die with that reading, so
//! that a value which nobody needs any more is moved, never copied. Control flow is in jumps; a failure
//! continues at the catch that covers its instruction ([`Program::catches`](crate::Program)).

/// A register.
pub type Reg = u32;

/// An instruction. `r` is a register, `k` a row of the table that the field's name says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "the line of an instruction says what its fields are for")]
pub enum Op {
    /// r ← a constant
    Constant { to: Reg, constant: u32 },
    /// r ← another register, which dies
    Move { to: Reg, from: Reg },
    /// r ← another register, which lives on
    Copy { to: Reg, from: Reg },
    /// r ← a field of the event, or null
    EventField { to: Reg, key: u32, cache: u32 },
    /// r ← a field of the event, which goes, or null
    TakeEventField { to: Reg, key: u32, cache: u32 },
    /// a field of the event goes
    DropEventField { key: u32, cache: u32 },
    /// r ← what is at a path of the event, or null
    Event { to: Reg, path: u32 },
    /// r ← what is at a path of the metadata, or null
    Metadata { to: Reg, path: u32 },
    /// r ← what is at a path below another register, or null
    Path { to: Reg, from: Reg, path: u32 },
    /// a field of the event ← r
    SetEventField { key: u32, cache: u32, from: Reg },
    /// a path of the event ← r
    SetEvent { path: u32, from: Reg },
    /// a path of the metadata ← r
    SetMetadata { path: u32, from: Reg },
    /// a path below a register ← r
    SetBelow { to: Reg, path: u32, from: Reg },
    /// the fields of the object in r go into the event
    MergeEvent { from: Reg, cache: u32 },
    /// r ← r merged with another object
    Merge { to: Reg, left: Reg, right: Reg, cache: u32 },
    /// r ← r + r
    Add { to: Reg, left: Reg, right: Reg },
    /// r ← r - r
    Subtract { to: Reg, left: Reg, right: Reg },
    /// r ← r * r
    Multiply { to: Reg, left: Reg, right: Reg },
    /// r ← r / r
    Divide { to: Reg, left: Reg, right: Reg },
    /// r ← r == r
    Equal { to: Reg, left: Reg, right: Reg },
    /// r ← r != r
    NotEqual { to: Reg, left: Reg, right: Reg },
    /// r ← r < r
    Less { to: Reg, left: Reg, right: Reg },
    /// r ← r <= r
    LessOrEqual { to: Reg, left: Reg, right: Reg },
    /// r ← r > r
    Greater { to: Reg, left: Reg, right: Reg },
    /// r ← r >= r
    GreaterOrEqual { to: Reg, left: Reg, right: Reg },
    /// r ← r && r, the left one being true
    And { to: Reg, left: Reg, right: Reg },
    /// r ← !r
    Not { to: Reg, from: Reg },
    /// fail unless r is of the kinds in the expectations' row
    Expect { value: Reg, expectation: u32 },
    /// r ← an array of the registers from `first` on
    Array { to: Reg, first: Reg, count: u32 },
    /// r ← an object of the registers from `first` on, its keys in the shapes' row
    Object { to: Reg, first: Reg, shape: u32 },
    /// go on at an instruction
    Jump { target: u32 },
    /// go on at an instruction if r is false; fails if it is no boolean
    JumpIfFalse { condition: Reg, target: u32 },
    /// `&&`: if r is false or null, put false there and go on at an instruction; fails if it is no boolean
    JumpUnlessTrue { value: Reg, target: u32 },
    /// `||`: go on at an instruction unless r is null or false
    JumpIfTruthy { value: Reg, target: u32 },
    /// call a function; the row says which, and where its arguments are
    Call { call: u32 },
    /// the program, or a closure's run, ends with the value of r
    End { value: Reg },
    /// `return` the value of r
    Return { value: Reg },
    /// `return` where only a failure can leave: in an argument, after `||`
    ReturnFails,
    /// `abort` with the fixed text
    Abort,
    /// `abort` with the text in r
    AbortWith { message: Reg },
    /// `abort` after `||`: an ordinary failure with the text in the constant or in r
    AbortFails { message: Reg },
    /// `break`
    Break,
    /// count that this was passed
    CoverageProbe { probe: u32 },
}

// Programs are rows of these.
const _: () = assert!(size_of::<Op>() <= 20);
