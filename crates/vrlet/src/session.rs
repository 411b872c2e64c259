//! Sessions: programs that run in turn over one event and share variables, such as the lines of a prompt.

use vrlet_compiler::TypeEnv;
use vrlet_function::TypeDef;
use vrlet_value::{Kind, Value};
use vrlet_vm::Outcome;

use crate::engine::Compiled;
use crate::{Analysis, CompileError, Engine, Event, Program, RunError, Vm};

/// Runs programs in turn. What one of them assigns to variables is there for those after it, and so is
/// what the checker knows of them and of the event.
///
/// ```
/// use vrlet::{Engine, Event, Outcome, Session, Value};
///
/// let mut session = Session::new(Engine::builder().build());
/// let mut event = Event::from_json(br#"{"a":1}"#)?;
/// session.compile("x = 2; .b = x")?.run(&mut event)?;
/// assert_eq!(event.to_json(), r#"{"a":1,"b":2}"#);
/// assert_eq!(session.compile("x + .b")?.run(&mut event)?, Outcome::Value(Value::Integer(4)));
/// assert!(session.compile("x + .a").is_err(), "`.a` may be anything");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// A session is cheap to clone, to go back to where it was.
#[derive(Clone)]
pub struct Session {
    engine: Engine,
    known: TypeEnv,
    values: Vec<Value>,
}

/// A program that fits a session as it is now.
pub struct Prepared<'s> {
    session: &'s mut Session,
    vm: Vm,
    after: TypeEnv,
    has_side_effects: bool,
}

/// A variable of a session.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Variable<'s> {
    /// Its name.
    pub name: &'s str,
    /// Its value.
    pub value: &'s Value,
    /// What the checker knows of it.
    pub kind: &'s Kind,
}

impl Session {
    /// A session without variables, over an event of which nothing is known.
    #[must_use]
    pub fn new(engine: Engine) -> Self {
        Self { engine, known: TypeEnv::default(), values: Vec::new() }
    }

    /// What programs may use.
    #[must_use]
    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    /// Compiles the next program.
    ///
    /// # Errors
    /// All that is wrong with it, after the programs that ran before.
    pub fn compile(&mut self, source: &str) -> Result<Prepared<'_>, CompileError> {
        let Compiled { program, after, has_side_effects } =
            self.engine.compile_after(source, Some(&self.known))?;
        Ok(Prepared { vm: program.vm(), session: self, after, has_side_effects })
    }

    /// The type of an expression; one that can fail need not handle that.
    ///
    /// # Errors
    /// All else that is wrong with it.
    pub fn type_of(&self, source: &str) -> Result<TypeDef, CompileError> {
        self.engine.type_of(source, &self.known)
    }

    /// Looks at a text as the next program, whether it compiles or not: [`Engine::analyse`].
    #[must_use]
    pub fn analyse(&self, source: &str) -> Analysis {
        self.engine.analyse_after(source, None, Some(&self.known))
    }

    /// [`Session::analyse`], and what is known at an offset: [`Engine::analyse_at`].
    #[must_use]
    pub fn analyse_at(&self, source: &str, offset: usize) -> Analysis {
        self.engine.analyse_after(source, Some(offset), Some(&self.known))
    }

    /// The variables, older ones first.
    pub fn variables(&self) -> impl Iterator<Item = Variable<'_>> {
        self.known.variables.iter().zip(&self.values).map(|(known, value)| Variable {
            name: &known.name,
            value,
            kind: &known.kind,
        })
    }

    /// Forgets what is known of the event: the next program runs over another one.
    pub fn forget_event(&mut self) {
        let TypeEnv { event, metadata, variables: _ } = TypeEnv::default();
        self.known.event = event;
        self.known.metadata = metadata;
    }
}

impl Prepared<'_> {
    /// The program.
    #[must_use]
    pub fn program(&self) -> &Program {
        self.vm.program()
    }

    /// Whether the program can do more than give a value: assign, end early, call a function for its
    /// effect.
    #[must_use]
    pub fn has_side_effects(&self) -> bool {
        self.has_side_effects
    }

    /// Runs the program. After a failure or an abort, event and variables are what they were.
    ///
    /// # Errors
    /// Where something failed that the program does not handle, or a limit was met.
    pub fn run(mut self, event: &mut Event) -> Result<Outcome, RunError> {
        let mut values = self.session.values.clone();
        let ended = self.run_on(event, &mut values);
        if matches!(ended, Ok(Outcome::Value(_))) {
            self.session.values = values;
            self.session.known = self.after;
        }
        ended
    }

    /// Runs the program, as often as one likes, and leaves the session as it is.
    ///
    /// # Errors
    /// As for [`Prepared::run`].
    pub fn dry_run(&mut self, event: &mut Event) -> Result<Outcome, RunError> {
        let mut values = self.session.values.clone();
        self.run_on(event, &mut values)
    }

    fn run_on(&mut self, event: &mut Event, values: &mut Vec<Value>) -> Result<Outcome, RunError> {
        event.snapshot();
        let ended = self.vm.run_on(event, values);
        if !matches!(ended, Ok(Outcome::Value(_))) {
            event.restore();
        }
        ended
    }
}
