//! The instruction set, on one page.
//!
//! Registers come in two sorts. Those of variables live until they are written again, and reading one
//! leaves it alone; temporary ones, after the variables, are read once and die with that reading, so
//! that a value which nobody needs any more is moved, never copied. A line says what its instruction
//! does with registers: those on the right of `←` are read, unless it says that they stay. `key`, `path`,
//! `constant`, `shape`, `assert`, `call`, `probe` are rows of the program's tables, `cache` one of the
//! machine's inline caches. Control flow is in jumps; a failure continues at the handler that covers its
//! instruction ([`Program::handlers`](crate::Program)).

/// A register.
pub type Reg = u32;

/// An instruction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "the line of an instruction says what its fields are for")]
pub enum Op {
    /// `to` ← a constant
    Constant { to: Reg, constant: u32 },
    /// `to` ← `from`, which dies, be it a variable's
    Move { to: Reg, from: Reg },
    /// `to` ← `from`, which stays
    Copy { to: Reg, from: Reg },
    /// `to` ← a field of the event, or null
    EventField { to: Reg, key: u32, cache: u32 },
    /// `to` ← a field of the event, or null; the field is removed
    TakeEventField { to: Reg, key: u32, cache: u32 },
    /// remove a field of the event
    DropEventField { key: u32, cache: u32 },
    /// `to` ← what is at a path of the event, or null
    Event { to: Reg, path: u32 },
    /// `to` ← what is at a path of the metadata, or null
    Metadata { to: Reg, path: u32 },
    /// `to` ← what is at a path of `from`, or null
    Path { to: Reg, from: Reg, path: u32 },
    /// a field of the event ← `from`
    SetEventField { key: u32, cache: u32, from: Reg },
    /// a path of the event ← `from`
    SetEvent { path: u32, from: Reg },
    /// a path of the metadata ← `from`
    SetMetadata { path: u32, from: Reg },
    /// a path of `to` ← `from`; the rest of `to` stays
    SetPath { to: Reg, path: u32, from: Reg },
    /// the event ← the event merged with the object in `from`
    MergeEvent { from: Reg, cache: u32 },
    /// `to` ← `left` merged with the object in `right`
    Merge { to: Reg, left: Reg, right: Reg, cache: u32 },
    /// `to` ← `left + right`
    Add { to: Reg, left: Reg, right: Reg },
    /// `to` ← `left - right`
    Subtract { to: Reg, left: Reg, right: Reg },
    /// `to` ← `left * right`
    Multiply { to: Reg, left: Reg, right: Reg },
    /// `to` ← `left / right`
    Divide { to: Reg, left: Reg, right: Reg },
    /// `to` ← `left == right`
    Equal { to: Reg, left: Reg, right: Reg },
    /// `to` ← `left != right`
    NotEqual { to: Reg, left: Reg, right: Reg },
    /// `to` ← `left < right`
    Less { to: Reg, left: Reg, right: Reg },
    /// `to` ← `left <= right`
    LessOrEqual { to: Reg, left: Reg, right: Reg },
    /// `to` ← `left > right`
    Greater { to: Reg, left: Reg, right: Reg },
    /// `to` ← `left >= right`
    GreaterOrEqual { to: Reg, left: Reg, right: Reg },
    /// `to` ← `left && right`, where `left` is truthy: fails if it is no boolean
    And { to: Reg, left: Reg, right: Reg },
    /// `to` ← `!from`
    Not { to: Reg, from: Reg },
    /// fail unless `value`, which stays, is of the asserted kinds
    TypeAssert { value: Reg, assert: u32 },
    /// `to` ← an array of the `count` registers from `first` on
    Array { to: Reg, first: Reg, count: u32 },
    /// `to` ← an object of the registers from `first` on, one for each key of the shape
    Object { to: Reg, first: Reg, shape: u32 },
    /// go on at `target`
    Jump { target: u32 },
    /// read `condition`, go on at `target` if it is false; fails if it is no boolean
    JumpIfFalse { condition: Reg, target: u32 },
    /// `&&`: if `value` is false or null, `value` ← false, and go on at `target`; else it stays
    JumpUnlessTrue { value: Reg, target: u32 },
    /// `||`: go on at `target` unless `value`, which stays, is null or false
    JumpIfTruthy { value: Reg, target: u32 },
    /// call a function; the call says which, where its arguments are, and where the result goes
    Call { call: u32 },
    /// the program, or a closure's run, ends with `value`
    End { value: Reg },
    /// `return` with `value`
    Return { value: Reg },
    /// `return` where only a failure can leave: in an argument, after `||`
    ReturnFails,
    /// `abort` without a message
    Abort,
    /// `abort` with the text in `message`
    AbortWith { message: Reg },
    /// `abort` after `||`: an ordinary failure with the text in `message`
    AbortFails { message: Reg },
    /// `break`
    Break,
    /// add one to the count of a coverage probe
    CoverageProbe { probe: u32 },
}

// Programs are rows of these.
const _: () = assert!(size_of::<Op>() <= 20);
