//! Completion of paths: fields and elements, from sample events and from the kinds that the program gives
//! them.

use vrlet::value::{Key, Kind, KindSet, Path, Step};
use vrlet::{TypeEnv, Value};

use super::{Completion, CompletionKind};
use crate::document::Document;
use crate::fragment::Form;
use crate::known::root_kind;

/// How many elements of an array are offered.
const MOST_INDICES: usize = 100;

impl Document {
    /// What is there below a root, at a path.
    pub(super) fn steps(
        &self,
        end: usize,
        root: &str,
        path: &Path,
        typed: &str,
        form: Form,
    ) -> Vec<Completion> {
        let known = self.known_at(end);
        let kind = root_kind(&known, root).map(|kind| kind.get(path));
        let values: Vec<&Value> = match is_renewed(self, &known, root) {
            true => Vec::new(),
            false => self.context().values(root).filter_map(|value| value.get(path)).collect(),
        };
        match form {
            Form::Field => fields(&values, kind.as_ref(), typed),
            Form::Index => indices(&values, kind.as_ref(), typed),
        }
    }
}

/// Whether a name means another variable here than the session's: the text gave it another kind.
fn is_renewed(document: &Document, known: &TypeEnv, root: &str) -> bool {
    let kind = root_kind(known, root);
    let mut values = document.context().values(root);
    let fits = |value: &Value| kind.is_some_and(|kind| kind.may_be(Kind::of_value(value).set()));
    !matches!(root, "." | "%") && !values.all(fits)
}

fn fields(values: &[&Value], kind: Option<&Kind>, typed: &str) -> Vec<Completion> {
    let mut items: Vec<Completion> = Vec::new();
    let mut add = |name: &Key, detail: String| {
        let insert = Path::from(vec![Step::Field(name.clone())]).to_string();
        if name.starts_with(typed) && !items.iter().any(|item| item.insert == insert) {
            let item = Completion::new(insert, CompletionKind::Field);
            items.push(Completion { detail: Some(detail), ..item });
        }
    };
    for object in values.iter().filter_map(|value| value.as_object()) {
        for (name, value) in object.iter() {
            add(name, Kind::of_value(value).set().to_string());
        }
    }
    let known = kind.and_then(Kind::as_object).into_iter().flat_map(|fields| fields.known());
    for (name, kind) in known {
        // Where there are events, what is only perhaps there is left to them.
        let is_there = match values.is_empty() {
            true => kind.set() != KindSet::UNDEFINED,
            false => !kind.may_be(KindSet::UNDEFINED),
        };
        if is_there {
            add(name, kind.to_string());
        }
    }
    items
}

fn indices(values: &[&Value], kind: Option<&Kind>, typed: &str) -> Vec<Completion> {
    let of_values = values.iter().filter_map(|value| match value {
        Value::Array(array) => Some(array.len()),
        _ => None,
    });
    let of_kind = kind.and_then(Kind::as_array).map(|elements| elements.known().count());
    let count = of_values.max().or(of_kind).unwrap_or_default();
    let indices = (0..count.min(MOST_INDICES)).map(|index| index.to_string());
    let items = indices.filter(|index| index.starts_with(typed)).map(|index| Completion {
        label: format!("[{index}]"),
        insert: format!("{index}]"),
        ..Completion::new("", CompletionKind::Index)
    });
    items.collect()
}
