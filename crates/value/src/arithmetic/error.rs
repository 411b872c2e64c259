//! Errors of operators: why there is no result, in words.

use std::fmt;

use super::MAX_RESULT;
use crate::Value;

/// An operator that can fail.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Operator {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `mod(a, b)`
    Remainder,
    /// `|`
    Merge,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
    /// `&&`
    And,
    /// `!`
    Not,
}

/// An operation that has no result.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OperandError {
    operator: Operator,
    failure: Failure,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Failure {
    Kinds(Operand, Operand),
    DivisionByZero,
    NotANumber,
    TooLong,
}

/// What an operand was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Operand {
    Null,
    Boolean,
    Integer,
    Float,
    Timestamp,
    Regex,
    String,
    Array,
    Object,
}

// Every operation gives back one of these.
const _: () = assert!(size_of::<Result<Value, OperandError>>() == size_of::<Value>());

impl OperandError {
    /// The operator that has no result.
    #[must_use]
    pub fn operator(&self) -> Operator {
        self.operator
    }

    #[cold]
    pub(super) fn kinds(operator: Operator, left: &Value, right: &Value) -> Self {
        Self { operator, failure: Failure::Kinds(Operand::of(left), Operand::of(right)) }
    }

    #[cold]
    pub(super) fn kind(operator: Operator, operand: &Value) -> Self {
        Self::kinds(operator, operand, operand)
    }

    #[cold]
    pub(super) fn division_by_zero(operator: Operator) -> Self {
        Self { operator, failure: Failure::DivisionByZero }
    }

    #[cold]
    pub(super) fn not_a_number(operator: Operator) -> Self {
        Self { operator, failure: Failure::NotANumber }
    }

    #[cold]
    pub(super) fn too_long(operator: Operator) -> Self {
        Self { operator, failure: Failure::TooLong }
    }
}

impl fmt::Display for OperandError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let operator = self.operator;
        let (left, right) = match self.failure {
            Failure::Kinds(left, right) => (left, right),
            Failure::DivisionByZero => return write!(f, "can't divide by zero with {operator}"),
            Failure::NotANumber => return write!(f, "the result of {operator} is not a number"),
            Failure::TooLong => {
                let most = MAX_RESULT >> 20;
                return write!(
                    f,
                    "the result of {operator} would be a string of more than {most} MiB"
                );
            }
        };
        match operator {
            Operator::Add => write!(f, "can't add {right} to {left}"),
            Operator::Subtract => write!(f, "can't subtract {right} from {left}"),
            Operator::Multiply => write!(f, "can't multiply {left} by {right}"),
            Operator::Divide => write!(f, "can't divide {left} by {right}"),
            Operator::Remainder => {
                write!(f, "can't take the remainder of {left} divided by {right}")
            }
            Operator::Merge => {
                write!(f, "can't merge {right} into {left}; both sides of `|` must be objects")
            }
            Operator::Less
            | Operator::LessOrEqual
            | Operator::Greater
            | Operator::GreaterOrEqual => {
                write!(f, "can't compare {left} with {right} by {operator}")
            }
            Operator::And => {
                write!(f, "both sides of `&&` must be booleans or null, but one is {left}")
            }
            Operator::Not => write!(f, "the operand of `!` must be a boolean, but it is {left}"),
        }
    }
}

impl std::error::Error for OperandError {}

impl fmt::Display for Operator {
    /// The operator in backticks, as a program has it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Add => "`+`",
            Self::Subtract => "`-`",
            Self::Multiply => "`*`",
            Self::Divide => "`/`",
            Self::Remainder => "`mod`",
            Self::Merge => "`|`",
            Self::Less => "`<`",
            Self::LessOrEqual => "`<=`",
            Self::Greater => "`>`",
            Self::GreaterOrEqual => "`>=`",
            Self::And => "`&&`",
            Self::Not => "`!`",
        })
    }
}

impl Operand {
    fn of(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Boolean(_) => Self::Boolean,
            Value::Integer(_) => Self::Integer,
            Value::Float(_) => Self::Float,
            Value::Timestamp(_) => Self::Timestamp,
            Value::Regex(_) => Self::Regex,
            Value::Bytes(_) => Self::String,
            Value::Array(_) => Self::Array,
            Value::Object(_) => Self::Object,
        }
    }
}

impl fmt::Display for Operand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Null => "null",
            Self::Boolean => "a boolean",
            Self::Integer => "an integer",
            Self::Float => "a float",
            Self::Timestamp => "a timestamp",
            Self::Regex => "a regex",
            Self::String => "a string",
            Self::Array => "an array",
            Self::Object => "an object",
        })
    }
}
