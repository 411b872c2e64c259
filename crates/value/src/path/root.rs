//! What a path starts from: one type for every stage of a program.

use std::convert::Infallible;

/// What a path starts from.
///
/// `V` is a variable and `E` an expression as the stage at hand knows them: a name and its syntax in the
/// syntax tree, an id and a checked expression in the checked tree, registers in the bytecode. Where
/// there can be none, the type is [`Infallible`] and matches need no arm for it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Root<V, E> {
    /// The event, `.`.
    Event,
    /// The metadata, `%`.
    Metadata,
    /// A variable.
    Variable(V),
    /// The value of an expression, which can be read and not written.
    Expression(E),
}

/// A root that can be written: any but an expression.
pub type WritableRoot<V> = Root<V, Infallible>;

/// The event or the metadata.
pub type EventRoot = Root<Infallible, Infallible>;

impl<V, E> Root<V, E> {
    /// The same root in the terms of another stage.
    pub fn map<W, F>(
        self,
        variable: impl FnOnce(V) -> W,
        expression: impl FnOnce(E) -> F,
    ) -> Root<W, F> {
        match self {
            Self::Event => Root::Event,
            Self::Metadata => Root::Metadata,
            Self::Variable(it) => Root::Variable(variable(it)),
            Self::Expression(it) => Root::Expression(expression(it)),
        }
    }

    /// The same root, borrowed.
    pub const fn as_ref(&self) -> Root<&V, &E> {
        match self {
            Self::Event => Root::Event,
            Self::Metadata => Root::Metadata,
            Self::Variable(it) => Root::Variable(it),
            Self::Expression(it) => Root::Expression(it),
        }
    }

    /// The root if it can be written, else the expression that it is.
    ///
    /// # Errors
    /// Where it is an expression.
    pub fn writable(self) -> Result<WritableRoot<V>, E> {
        match self {
            Self::Event => Ok(Root::Event),
            Self::Metadata => Ok(Root::Metadata),
            Self::Variable(it) => Ok(Root::Variable(it)),
            Self::Expression(it) => Err(it),
        }
    }
}

impl<V> WritableRoot<V> {
    /// The root among those that may be expressions.
    pub fn or_expression<E>(self) -> Root<V, E> {
        match self {
            Self::Event => Root::Event,
            Self::Metadata => Root::Metadata,
            Self::Variable(it) => Root::Variable(it),
        }
    }

    /// The event or the metadata, else the variable that it is.
    ///
    /// # Errors
    /// Where it is a variable.
    pub fn of_event(self) -> Result<EventRoot, V> {
        match self {
            Self::Event => Ok(Root::Event),
            Self::Metadata => Ok(Root::Metadata),
            Self::Variable(it) => Err(it),
        }
    }
}

impl EventRoot {
    /// The root among those that may be variables.
    #[must_use]
    pub const fn or_variable<V>(self) -> WritableRoot<V> {
        match self {
            Self::Event => Root::Event,
            Self::Metadata => Root::Metadata,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{EventRoot, Root, WritableRoot};

    #[test]
    fn stages_map_variables_and_expressions() {
        let named: Root<&str, &str> = Root::Variable("x");
        assert_eq!(named.map(str::len, str::len), Root::Variable(1));
        let expression: Root<&str, &str> = Root::Expression("f()");
        assert_eq!(expression.map(str::len, str::len), Root::Expression(3));
        assert_eq!(Root::<u32, u32>::Metadata.map(u64::from, u64::from), Root::Metadata);
    }

    #[test]
    fn only_expressions_can_not_be_written() {
        assert_eq!(Root::<u32, &str>::Expression("f()").writable(), Err("f()"));
        for root in [Root::<u32, &str>::Event, Root::Metadata, Root::Variable(1)] {
            assert_eq!(root.writable().map(WritableRoot::or_expression), Ok(root));
        }
    }

    #[test]
    fn the_event_and_the_metadata_are_no_variables() {
        assert_eq!(WritableRoot::Variable(7).of_event(), Err(7));
        assert_eq!(WritableRoot::<u32>::Event.of_event(), Ok(EventRoot::Event));
        assert_eq!(WritableRoot::<u32>::Metadata.of_event(), Ok(EventRoot::Metadata));
        assert_eq!(EventRoot::Event.or_variable::<u32>(), Root::Event);
        assert_eq!(EventRoot::Metadata.or_variable::<u32>(), Root::Metadata);
    }
}
