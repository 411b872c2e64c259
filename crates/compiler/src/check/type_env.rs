//! The type environment: kinds of event, metadata and variables, between programs that run in turn.

use vrlet_value::{Kind, Value};

/// What is known of the event, the metadata and the variables, before a program or after it.
#[derive(Clone, PartialEq, Debug)]
pub struct TypeEnv {
    /// The event.
    pub event: Kind,
    /// The metadata.
    pub metadata: Kind,
    /// The variables: older ones first, and each keeps its position from program to program.
    pub variables: Vec<TypedVariable>,
}

/// What is known of a variable.
#[derive(Clone, PartialEq, Debug)]
pub struct TypedVariable {
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: Kind,
    /// The constant that it is, if that is known.
    pub constant: Option<Value>,
}

impl Default for TypeEnv {
    /// Two objects of which nothing is known, no variables.
    fn default() -> Self {
        Self { event: Kind::any_object(), metadata: Kind::any_object(), variables: Vec::new() }
    }
}
