//! The explanation of each code, as `vrlet explain` and `docs/errors.md` show it: what it means, an example,
//! and fixes. Every program in here is a test.

mod argument;
mod call;
mod entry;
mod expression;
mod lint;
mod syntax;
mod value;

use crate::Code;

pub use entry::{Example, Explanation, Fix};

impl Code {
    /// What the code means, with an example and fixes.
    #[must_use]
    pub fn explanation(self) -> &'static Explanation {
        match self {
            Self::UnhandledFailure => &call::UNHANDLED_FAILURE,
            Self::BadRegex => &call::BAD_REGEX,
            Self::PredicateNotBoolean => &call::PREDICATE_NOT_BOOLEAN,
            Self::FallibleAssignment => &call::FALLIBLE_ASSIGNMENT,
            Self::NeedlessErrorTarget => &call::NEEDLESS_ERROR_TARGET,
            Self::UnknownFunction => &call::UNKNOWN_FUNCTION,
            Self::TooManyArguments => &call::TOO_MANY_ARGUMENTS,
            Self::MissingArgument => &call::MISSING_ARGUMENT,
            Self::UnknownArgument => &call::UNKNOWN_ARGUMENT,
            Self::NeedlessClosure => &call::NEEDLESS_CLOSURE,
            Self::ArgumentKind => &call::ARGUMENT_KIND,
            Self::MissingClosure => &call::MISSING_CLOSURE,
            Self::BadGrok => &call::BAD_GROK,
            Self::AbortMessageNotString => &call::ABORT_MESSAGE_NOT_STRING,
            Self::FeatureMissing => &call::FEATURE_MISSING,
            Self::ClosureParameters => &call::CLOSURE_PARAMETERS,
            Self::ClosureInput => &call::CLOSURE_INPUT,
            Self::ClosureResult => &call::CLOSURE_RESULT,
            Self::BadToken => &syntax::BAD_TOKEN,
            Self::ExtraToken => &syntax::EXTRA_TOKEN,
            Self::ParserFailure => &syntax::PARSER_FAILURE,
            Self::UnexpectedToken => &syntax::UNEXPECTED_TOKEN,
            Self::UnexpectedEnd => &syntax::UNEXPECTED_END,
            Self::ReservedWord => &syntax::RESERVED_WORD,
            Self::NumberOutOfRange => &syntax::NUMBER_OUT_OF_RANGE,
            Self::UnterminatedString => &syntax::UNTERMINATED_STRING,
            Self::UnterminatedLiteral => &syntax::UNTERMINATED_LITERAL,
            Self::BadEscape => &syntax::BAD_ESCAPE,
            Self::EndInComment => &syntax::END_IN_COMMENT,
            Self::BadUnicodeEscape => &syntax::BAD_UNICODE_ESCAPE,
            Self::ValueKind => &value::VALUE_KIND,
            Self::Coercion => &value::COERCION,
            Self::Remainder => &value::REMAINDER,
            Self::Multiplication => &value::MULTIPLICATION,
            Self::Division => &value::DIVISION,
            Self::DivisionByZero => &value::DIVISION_BY_ZERO,
            Self::NotANumberResult => &value::NOT_A_NUMBER_RESULT,
            Self::Addition => &value::ADDITION,
            Self::Subtraction => &value::SUBTRACTION,
            Self::OrOperands => &value::OR_OPERANDS,
            Self::AndOperands => &value::AND_OPERANDS,
            Self::GreaterOperands => &value::GREATER_OPERANDS,
            Self::GreaterOrEqualOperands => &value::GREATER_OR_EQUAL_OPERANDS,
            Self::LessOperands => &value::LESS_OPERANDS,
            Self::LessOrEqualOperands => &value::LESS_OR_EQUAL_OPERANDS,
            Self::ReadOnly => &value::READ_ONLY,
            Self::MergeOperands => &value::MERGE_OPERANDS,
            Self::ArgumentNotStatic => &argument::ARGUMENT_NOT_STATIC,
            Self::ArgumentNotInList => &argument::ARGUMENT_NOT_IN_LIST,
            Self::ElementNotConstant => &argument::ELEMENT_NOT_CONSTANT,
            Self::ArgumentRefused => &argument::ARGUMENT_REFUSED,
            Self::ClosureNotGiven => &argument::CLOSURE_NOT_GIVEN,
            Self::BadTimestamp => &expression::BAD_TIMESTAMP,
            Self::NotANumberLiteral => &expression::NOT_A_NUMBER_LITERAL,
            Self::FunctionRefused => &expression::FUNCTION_REFUSED,
            Self::NeedlessBang => &expression::NEEDLESS_BANG,
            Self::FallibleArgument => &expression::FALLIBLE_ARGUMENT,
            Self::FallibleExit => &expression::FALLIBLE_EXIT,
            Self::BreakOutsideLoop => &expression::BREAK_OUTSIDE_LOOP,
            Self::NeedlessAssignment => &expression::NEEDLESS_ASSIGNMENT,
            Self::NotAssignable => &expression::NOT_ASSIGNABLE,
            Self::ParentNotContainer => &expression::PARENT_NOT_CONTAINER,
            Self::ChainedComparison => &expression::CHAINED_COMPARISON,
            Self::NeedlessCoalesce => &expression::NEEDLESS_COALESCE,
            Self::MergeNotObject => &expression::MERGE_NOT_OBJECT,
            Self::NotOfNonBoolean => &expression::NOT_OF_NON_BOOLEAN,
            Self::UndefinedVariable => &lint::UNDEFINED_VARIABLE,
            Self::Deprecated => &lint::DEPRECATED,
            Self::Unused => &lint::UNUSED,
            Self::StaleKind => &lint::STALE_KIND,
            Self::DoubtfulArgument => &lint::DOUBTFUL_ARGUMENT,
            Self::DroppedComparison => &lint::DROPPED_COMPARISON,
            Self::DoubtfulPath => &lint::DOUBTFUL_PATH,
            Self::ReturnInClosure => &lint::RETURN_IN_CLOSURE,
            Self::NoEffect => &lint::NO_EFFECT,
        }
    }
}
