//! `Context`: the engine, tables and sample events that a document is analysed with.

use vrlet::{Analysis, Engine, Event, Session, Value};

/// What is known around a text. It is cheap to clone.
#[derive(Clone)]
pub struct Context {
    engine: Engine,
    session: Option<Session>,
    events: Vec<Event>,
    tables: Vec<TableInfo>,
}

/// An enrichment table as completion offers it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TableInfo {
    /// The name by which programs call it.
    pub name: String,
    /// What kind of table it is, for people.
    pub about: String,
    /// The columns, where they are fixed.
    pub columns: Option<Vec<String>>,
}

impl Context {
    /// The functions and tables of an engine.
    #[must_use]
    pub fn new(engine: Engine) -> Self {
        let tables = engine.tables().iter().map(|(name, table)| TableInfo {
            name: name.to_owned(),
            about: table.describe(),
            columns: table.columns(),
        });
        let tables = tables.collect();
        Self { engine, session: None, events: Vec::new(), tables }
    }

    /// What a session has come to: the text is its next program.
    #[must_use]
    pub fn of_session(session: &Session) -> Self {
        Self { session: Some(session.clone()), ..Self::new(session.engine().clone()) }
    }

    /// Adds an event of the kind that the program will run over: its fields are offered.
    #[must_use]
    pub fn event(mut self, event: Event) -> Self {
        self.events.push(event);
        self
    }

    /// Adds a table that the engine does not have, such as one of a configuration that is not loaded.
    #[must_use]
    pub fn table(mut self, table: TableInfo) -> Self {
        self.tables.retain(|known| known.name != table.name);
        self.tables.push(table);
        self.tables.sort_by(|left, right| left.name.cmp(&right.name));
        self
    }

    /// The engine.
    #[must_use]
    pub fn engine(&self) -> &Engine {
        &self.engine
    }

    /// The tables, by name.
    #[must_use]
    pub fn tables(&self) -> &[TableInfo] {
        &self.tables
    }

    /// The table of a name.
    pub(crate) fn table_named(&self, name: &str) -> Option<&TableInfo> {
        self.tables.iter().find(|table| table.name == name)
    }

    /// The values that a path can start from: those of the events for `.` and `%`, that of the session for
    /// a variable.
    pub(crate) fn values<'a>(&'a self, root: &'a str) -> impl Iterator<Item = &'a Value> {
        let of_events = self.events.iter().filter_map(move |event| match root {
            "." => Some(event.value()),
            "%" => Some(event.metadata()),
            _ => None,
        });
        let session = self.session.iter().flat_map(Session::variables);
        of_events.chain(session.filter(move |known| known.name == root).map(|known| known.value))
    }

    /// Looks at a text, whether it compiles or not.
    #[must_use]
    pub fn analyse(&self, text: &str) -> Analysis {
        match &self.session {
            Some(session) => session.analyse(text),
            None => self.engine.analyse(text),
        }
    }

    pub(crate) fn analyse_at(&self, text: &str, offset: usize) -> Analysis {
        match &self.session {
            Some(session) => session.analyse_at(text, offset),
            None => self.engine.analyse_at(text, offset),
        }
    }
}
