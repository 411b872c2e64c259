//! The stable codes of errors and warnings (`E103`), numbered as VRL numbers them; 901 to 906 are vrlet's own.

use std::fmt;

/// Declares the codes: variant, number and title in one line each, so that none can lack a part.
macro_rules! codes {
    ($($variant:ident = $number:literal, $title:literal;)*) => {
        /// What kind of error or warning it is.
        #[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr(u16)]
        pub enum Code {
            $(#[doc = $title] $variant = $number,)*
        }

        impl Code {
            /// Every code, in the order of their numbers.
            pub const ALL: &[Code] = &[$(Code::$variant),*];

            /// The code in one line.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self {
                    $(Code::$variant => $title,)*
                }
            }
        }
    };
}

codes! {
    UnhandledFailure = 100, "an expression that can fail stands without handling";
    BadRegex = 101, "a regular expression does not compile";
    PredicateNotBoolean = 102, "the condition of an `if` is not a boolean";
    FallibleAssignment = 103, "the right side of a plain assignment can fail";
    NeedlessErrorTarget = 104, "an error is caught where nothing can fail";
    UnknownFunction = 105, "there is no function of this name";
    TooManyArguments = 106, "a function is called with too many arguments";
    MissingArgument = 107, "a required argument is missing";
    UnknownArgument = 108, "the function has no argument of this name";
    NeedlessClosure = 109, "a closure is given to a function that takes none";
    ArgumentKind = 110, "an argument is, or may be, of the wrong kind";
    MissingClosure = 111, "a function is called without the closure it needs";
    BadGrok = 112, "a grok pattern does not compile";
    AbortMessageNotString = 113, "the message of an `abort` is not a string";
    FeatureMissing = 114, "the function is not part of this build";
    ClosureParameters = 120, "a closure has the wrong number of parameters";
    ClosureInput = 121, "what a closure runs over is not surely a collection";
    ClosureResult = 122, "a closure returns a value of the wrong kind";
    BadToken = 200, "the text holds a token that can't be read";
    ExtraToken = 201, "there is a token too many";
    ParserFailure = 202, "the parser gave up";
    UnexpectedToken = 203, "the text goes on in a way that the grammar does not know";
    UnexpectedEnd = 204, "the program ends too early";
    ReservedWord = 205, "the word is reserved";
    NumberOutOfRange = 206, "the number is too large for an integer";
    UnterminatedString = 207, "a string has no closing quote";
    UnterminatedLiteral = 208, "a raw string, regex or timestamp has no closing quote";
    BadEscape = 209, "a string holds an unknown escape";
    EndInComment = 210, "the program ends in a comment while a bracket is open";
    BadUnicodeEscape = 211, "the number of a Unicode escape is not a character";
    ValueKind = 300, "a value is of another kind than is needed here";
    Coercion = 301, "a value can't be converted to the kind that is needed";
    Remainder = 302, "the remainder of these two kinds is not defined";
    Multiplication = 303, "these two kinds can't be multiplied";
    Division = 304, "these two kinds can't be divided";
    DivisionByZero = 305, "the divisor is zero";
    NotANumberResult = 306, "the result is not a number";
    Addition = 307, "these two kinds can't be added";
    Subtraction = 308, "these two kinds can't be subtracted";
    OrOperands = 309, "the right side of `||` failed";
    AndOperands = 310, "these two kinds can't be joined with `&&`";
    GreaterOperands = 311, "these two kinds can't be compared with `>`";
    GreaterOrEqualOperands = 312, "these two kinds can't be compared with `>=`";
    LessOperands = 313, "these two kinds can't be compared with `<`";
    LessOrEqualOperands = 314, "these two kinds can't be compared with `<=`";
    ReadOnly = 315, "the path may not be changed";
    MergeOperands = 316, "only objects can be merged with `|`";
    ArgumentNotStatic = 400, "the argument must be written as a literal in its place";
    ArgumentNotInList = 401, "the argument is not one of the allowed words";
    ElementNotConstant = 402, "an element of the argument must be constant";
    ArgumentRefused = 403, "the function refuses this constant";
    ClosureNotGiven = 420, "the function was compiled without its closure";
    BadTimestamp = 601, "a timestamp literal can't be read";
    NotANumberLiteral = 602, "a number literal is not a number";
    FunctionRefused = 610, "the function refuses its arguments";
    NeedlessBang = 620, "`!` stands after a function that can't fail";
    FallibleArgument = 630, "an argument can fail";
    FallibleExit = 631, "the operand of `abort` or `return` can fail";
    BreakOutsideLoop = 632, "`break` stands outside of a `for_each` closure";
    NeedlessAssignment = 640, "an assignment to nothing but `_`";
    NotAssignable = 641, "the left side of an assignment is not a place";
    ParentNotContainer = 642, "the place below which is assigned can't hold fields or elements";
    ChainedComparison = 650, "a comparison of a comparison";
    NeedlessCoalesce = 651, "`??` stands after an expression that can't fail";
    MergeNotObject = 652, "something that is not an object is merged";
    NotOfNonBoolean = 660, "`!` stands before something that is not a boolean";
    UndefinedVariable = 701, "there is no variable of this name";
    Deprecated = 801, "the function will go away";
    Unused = 900, "a value or a variable is never used";
    StaleKind = 901, "what is known of a value may be out of date";
    DoubtfulArgument = 902, "a constant argument hardly says what is meant";
    DroppedComparison = 903, "a comparison stands where nobody takes its result";
    DoubtfulPath = 904, "a path hardly says what is meant";
    ReturnInClosure = 905, "`return` stands in a closure, where it fails";
    NoEffect = 906, "a part of a literal has no effect";
}

impl Code {
    /// The number people know it by.
    #[must_use]
    pub fn number(self) -> u16 {
        self as u16
    }

    /// The code with this number.
    #[must_use]
    pub fn from_number(number: u16) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.number() == number)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "E{}", self.number())
    }
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn numbers_rise_and_lead_back() {
        assert!(Code::ALL.windows(2).all(|pair| pair[0].number() < pair[1].number()));
        for &code in Code::ALL {
            assert_eq!(Code::from_number(code.number()), Some(code));
            assert!(!code.title().ends_with('.'), "{code}");
        }
        assert_eq!(Code::from_number(999), None);
        assert_eq!(Code::FallibleAssignment.to_string(), "E103");
    }
}
