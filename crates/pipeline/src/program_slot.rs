//! `ProgramSlot`: hot reload; holds the running program, which can be replaced while events flow.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use vrlet::Program;

/// Holds the program that a pipeline runs. Clones are the same slot: one stays with the pipeline, others
/// are for whoever replaces the program, from any thread.
///
/// A worker looks between two batches whether there is another program, at the cost of reading one number
/// that nobody writes to. So each event is run by one program as a whole, the old one or the new one, and
/// none waits.
///
/// ```
/// use vrlet::Engine;
/// use vrlet::enrichment::CsvOptions;
/// use vrlet_pipeline::ProgramSlot;
///
/// let engine = Engine::builder().build();
/// let slot = ProgramSlot::new(engine.compile(".version = 1")?);
///
/// // Whatever does not load leaves the program in its place, and says why.
/// let error = slot.reload(|| engine.compile(".version = ")).unwrap_err();
/// assert!(error.to_string().contains("error[E204]"));
/// assert_eq!(slot.program().source(), ".version = 1");
///
/// // A program and its tables come together: another table makes another program.
/// slot.reload(|| -> Result<_, Box<dyn std::error::Error>> {
///     let cities = CsvOptions::default().read("cities.csv", b"id,name\n1,Berlin\n")?;
///     let engine = engine.to_builder().table("cities", cities).build();
///     Ok(engine.compile(r#".city = get_enrichment_table_record!("cities", {"id": .id}).name"#)?)
/// })?;
/// assert_eq!(slot.epoch(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct ProgramSlot(Arc<Shared>);

struct Shared {
    epoch: AtomicU64,
    current: Mutex<Program>,
}

impl ProgramSlot {
    /// A slot with its first program.
    #[must_use]
    pub fn new(program: Program) -> Self {
        Self(Arc::new(Shared { epoch: AtomicU64::new(0), current: Mutex::new(program) }))
    }

    /// The program that the next batch is run by.
    #[must_use]
    pub fn program(&self) -> Program {
        self.0.current.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// How often the program was replaced.
    #[must_use]
    pub fn epoch(&self) -> u64 {
        self.0.epoch.load(Ordering::Acquire)
    }

    /// Puts another program in; workers take it with their next batch.
    pub fn replace(&self, program: Program) {
        let mut current = self.0.current.lock().unwrap_or_else(PoisonError::into_inner);
        *current = program;
        // Under the lock, so that who sees the number gets this program, or a later one.
        self.0.epoch.fetch_add(1, Ordering::Release);
    }

    /// Puts in what `load` makes, from a script and tables on the disk, say.
    ///
    /// # Errors
    /// Where it does not load; then the program that was there stays.
    pub fn reload<E>(&self, load: impl FnOnce() -> Result<Program, E>) -> Result<(), E> {
        self.replace(load()?);
        Ok(())
    }

    /// The program with its number, if it is not the one of `epoch`.
    pub(crate) fn newer_than(&self, epoch: u64) -> Option<(u64, Program)> {
        (self.epoch() != epoch).then(|| self.numbered())
    }

    /// The program with its number.
    pub(crate) fn numbered(&self) -> (u64, Program) {
        let current = self.0.current.lock().unwrap_or_else(PoisonError::into_inner);
        (self.epoch(), current.clone())
    }
}

impl From<Program> for ProgramSlot {
    fn from(program: Program) -> Self {
        Self::new(program)
    }
}

impl std::fmt::Debug for ProgramSlot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ProgramSlot").field("epoch", &self.epoch()).finish_non_exhaustive()
    }
}
