//! `Arg<T>`: a parameter as a typed constant. The contract, the checker and the body name the same
//! constant, so that what an argument is taken as is written once and its position never.

use std::marker::PhantomData;

use vrlet_value::KindSet;

use crate::arg_type::ArgType;
use crate::parameter::{Binding, Literal, Param};

/// A parameter whose arguments reach the body as `T`. One whose arguments could be anything else does not
/// compile.
///
/// ```
/// use vrlet_function::prelude::*;
///
/// const VALUE: Arg<Text> = Arg::required("value", "The text.");
/// const LIMIT: Arg<i64> = Arg::optional("limit", "How much.").default(Literal::Integer(10)).after(VALUE);
/// assert_eq!((LIMIT.name(), LIMIT.param().kinds), ("limit", INTEGER));
/// ```
pub struct Arg<T> {
    param: Param,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Arg<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Arg<T> {}

impl<T: ArgType> Arg<T> {
    /// A parameter that a call must give.
    #[must_use]
    pub const fn required(name: &'static str, about: &'static str) -> Self {
        Self::new(Param {
            name,
            kinds: T::KINDS,
            elements: None,
            about,
            required: true,
            default: Literal::Null,
            choices: &[],
            binding: Binding::Value,
            unchecked: false,
            position: 0,
        })
    }

    /// A parameter that a call may leave out.
    #[must_use]
    pub const fn optional(name: &'static str, about: &'static str) -> Self {
        let param = Self::required(name, about).param;
        Self::new(Param { required: false, ..param })
    }

    /// Other kinds than all that `T` takes.
    ///
    /// ```compile_fail,E0080
    /// use vrlet_function::prelude::*;
    ///
    /// const NAME: Arg<Text> = Arg::required("name", "").kinds(STRING.or(INTEGER));
    /// ```
    ///
    /// # Panics
    /// When it is compiled, where `T` does not take one of them.
    #[must_use]
    pub const fn kinds(self, kinds: KindSet) -> Self {
        assert!(T::KINDS.contains(kinds), "the body takes the argument as a type of fewer kinds");
        Self::new(Param { kinds, ..self.param })
    }

    /// Refuses only what can't be of the declared kinds: the body takes whatever comes, as a
    /// [`Value`](vrlet_value::Value).
    ///
    /// # Panics
    /// When it is compiled, where `T` takes fewer kinds.
    #[must_use]
    pub const fn unchecked(self) -> Self {
        assert!(
            T::KINDS.contains(KindSet::ANY),
            "the body takes the argument as a type of fewer kinds"
        );
        Self::new(Param { unchecked: true, ..self.param })
    }

    /// What a call that leaves it out means.
    ///
    /// ```compile_fail,E0080
    /// use vrlet_function::prelude::*;
    ///
    /// const LIMIT: Arg<i64> = Arg::optional("limit", "").default(Literal::Text("ten"));
    /// ```
    ///
    /// # Panics
    /// When it is compiled, where `T` does not take the default.
    #[must_use]
    pub const fn default(self, default: Literal) -> Self {
        assert!(T::KINDS.contains(default.kind()), "the body takes the argument as another type");
        Self::new(Param { default, ..self.param })
    }

    /// The parameter, for the contract.
    ///
    /// ```compile_fail,E0080
    /// use vrlet_function::prelude::*;
    ///
    /// // Without a default it is null where it is left out: `Arg<Option<i64>>`.
    /// const LIMIT: Arg<i64> = Arg::optional("limit", "");
    /// const PARAMS: &[vrlet_function::Param] = &[LIMIT.param()];
    /// ```
    ///
    /// # Panics
    /// When it is compiled, where it may be left out, has no default, and `T` does not take null.
    #[must_use]
    pub const fn param(self) -> Param {
        let is_given = self.param.required || !matches!(self.param.default, Literal::Null);
        assert!(
            is_given || T::NULLABLE,
            "an argument that is left out needs a default, or the type `Option`"
        );
        self.param
    }
}

impl<T> Arg<T> {
    const fn new(param: Param) -> Self {
        Self { param, of: PhantomData }
    }

    /// The parameter as the checker reads it.
    pub(crate) const fn as_param(&self) -> &Param {
        &self.param
    }

    /// Its name in calls.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.param.name
    }

    /// Where it stands among the parameters, from zero.
    #[must_use]
    pub const fn position(self) -> usize {
        self.param.position
    }

    /// The parameter that follows another one. [`Contract::params`](crate::Contract) with parameters in
    /// another order does not compile.
    #[must_use]
    pub const fn after<U>(self, previous: Arg<U>) -> Self {
        Self::new(Param { position: previous.param.position + 1, ..self.param })
    }

    /// The second parameter, whatever the first one is: for parameters that several functions share.
    #[must_use]
    pub const fn second(self) -> Self {
        Self::new(Param { position: 1, ..self.param })
    }

    /// The kinds of an array's elements.
    #[must_use]
    pub const fn elements(self, elements: KindSet) -> Self {
        Self::new(Param { elements: Some(elements), ..self.param })
    }

    /// The only strings that the argument may be.
    #[must_use]
    pub const fn one_of(self, choices: &'static [&'static str]) -> Self {
        Self::new(Param { choices, ..self.param })
    }

    /// Takes constants only.
    #[must_use]
    pub const fn constant(self) -> Self {
        self.bound(Binding::Constant)
    }

    /// Takes an array or object of constants written in the call only.
    #[must_use]
    pub const fn in_place(self) -> Self {
        self.bound(Binding::InPlace)
    }

    /// Takes an object written in the call only, its values one by one.
    #[must_use]
    pub const fn fields(self) -> Self {
        self.bound(Binding::Fields)
    }

    /// Takes a path only.
    #[must_use]
    pub const fn place(self) -> Self {
        self.bound(Binding::Place)
    }

    const fn bound(self, binding: Binding) -> Self {
        Self::new(Param { binding, ..self.param })
    }
}
