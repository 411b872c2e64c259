//! Which file of a crate names something of which other, and the cycles among them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::source::{Import, Source};

/// The files of a crate by their names, such as `check/call.rs`, with their texts.
pub type Files = BTreeMap<String, String>;

/// A module and where it stands among the others.
struct Module {
    /// The file that holds it.
    file: String,
    /// The module above it; none for the root.
    parent: Option<usize>,
    children: BTreeMap<String, usize>,
    source: Source,
}

/// What a path leads to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Target {
    Module(usize),
    /// An item of a module.
    Item(usize),
}

/// How many imports lead from a name to what it means, at most.
const LONGEST_ROAD: usize = 16;

/// The modules of a crate.
pub struct Graph {
    modules: Vec<Module>,
}

impl Graph {
    /// Reads a crate that begins with the file `root`, such as `lib.rs`.
    pub fn new(files: &Files, root: &str) -> Result<Self, String> {
        let mut graph = Self { modules: Vec::new() };
        graph.load(files, root, "", None)?;
        Ok(graph)
    }

    /// Reads the file of a module, and those of the modules below it, which lie in `folder`.
    fn load(
        &mut self,
        files: &Files,
        file: &str,
        folder: &str,
        parent: Option<usize>,
    ) -> Result<usize, String> {
        let text = files.get(file).ok_or_else(|| format!("there is no {file}"))?;
        let source = Source::parse(text).map_err(|error| format!("{file}: {error}"))?;
        self.add(files, file, folder, parent, source)
    }

    fn add(
        &mut self,
        files: &Files,
        file: &str,
        folder: &str,
        parent: Option<usize>,
        mut source: Source,
    ) -> Result<usize, String> {
        let (below, inline) =
            (std::mem::take(&mut source.files), std::mem::take(&mut source.inline));
        let module = self.modules.len();
        self.modules.push(Module {
            file: file.to_owned(),
            parent,
            children: BTreeMap::new(),
            source,
        });
        for name in below {
            let stem = format!("{folder}{}", name.trim_start_matches("r#"));
            let flat = format!("{stem}.rs");
            let path = if files.contains_key(&flat) { flat } else { format!("{stem}/mod.rs") };
            let child = self.load(files, &path, &format!("{stem}/"), Some(module))?;
            self.modules[module].children.insert(name, child);
        }
        for (name, source) in inline {
            let folder = format!("{folder}{name}/");
            let child = self.add(files, file, &folder, Some(module), source)?;
            self.modules[module].children.insert(name, child);
        }
        Ok(module)
    }

    /// From each file the files that it names something of.
    pub fn arrows(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut arrows: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (at, module) in self.modules.iter().enumerate() {
            let mut targets: Vec<Target> = Vec::new();
            for import in &module.source.imports {
                match &import.name {
                    Some(_) if self.is_listing(at, import) => {}
                    Some(_) => targets.extend(self.resolve(at, &import.path, LONGEST_ROAD)),
                    None => targets.extend(self.glob(at, import)),
                }
            }
            for path in &module.source.paths {
                targets.extend(self.resolve(at, path, LONGEST_ROAD));
            }
            let to = arrows.entry(&module.file).or_default();
            for target in targets {
                if let Target::Item(other) = target {
                    let other = self.modules[other].file.as_str();
                    to.extend((other != module.file).then_some(other));
                }
            }
        }
        arrows
    }

    /// Whether an import is a line of a table of contents: it hands on what a module below has, and the
    /// code beside it does not use the name.
    fn is_listing(&self, at: usize, import: &Import) -> bool {
        let Module { source, .. } = &self.modules[at];
        let is_used = import.name.as_ref().is_some_and(|name| source.words.contains(name));
        let is_below = match self.resolve(at, &import.path, LONGEST_ROAD) {
            Some(Target::Item(mut module) | Target::Module(mut module)) => loop {
                match self.modules[module].parent {
                    Some(parent) if parent == at => break true,
                    Some(parent) => module = parent,
                    None => break false,
                }
            },
            None => false,
        };
        import.is_reexport && is_below && !is_used
    }

    /// What `use module::*` brings in of what the code beside it names.
    fn glob(&self, at: usize, import: &Import) -> Vec<Target> {
        let words = &self.modules[at].source.words;
        match self.resolve(at, &import.path, LONGEST_ROAD) {
            Some(Target::Module(module)) => words
                .iter()
                .filter_map(|word| self.find(module, word, true, LONGEST_ROAD))
                .collect(),
            // The variants of an enumeration.
            target => target.into_iter().collect(),
        }
    }

    /// What a path means that stands in the module `at`; none for what is not of this crate.
    fn resolve(&self, at: usize, path: &[String], road: usize) -> Option<Target> {
        let (first, mut rest) = path.split_first()?;
        let mut module = match first.as_str() {
            "crate" => 0,
            "self" => at,
            "super" => self.modules[at].parent?,
            name => match self.find(at, name, rest.is_empty(), road)? {
                Target::Module(module) => module,
                item @ Target::Item(_) => return Some(item),
            },
        };
        while let Some((name, more)) = rest.split_first() {
            rest = more;
            module = match name.as_str() {
                "super" => self.modules[module].parent?,
                name => match self.find(module, name, rest.is_empty(), road) {
                    Some(Target::Module(next)) => next,
                    Some(item @ Target::Item(_)) => return Some(item),
                    // Made by a macro.
                    None => return Some(Target::Item(module)),
                },
            };
        }
        Some(Target::Module(module))
    }

    /// What a name means in a module. Where a module and an item share it, what follows decides.
    fn find(&self, at: usize, name: &str, is_last: bool, road: usize) -> Option<Target> {
        let Module { children, source, .. } = &self.modules[at];
        let road = road.checked_sub(1)?;
        let child = children.get(name).map(|child| Target::Module(*child));
        if source.items.contains(name) && (is_last || child.is_none()) {
            return Some(Target::Item(at));
        }
        let imports = || {
            source.imports.iter().filter(|import| {
                import.path.first().map(String::as_str) != Some(name) || import.path.len() > 1
            })
        };
        let named = imports()
            .filter(|import| import.name.as_deref() == Some(name))
            .find_map(|import| self.resolve(at, &import.path, road));
        let either = if is_last { named.or(child) } else { child.or(named) };
        either.or_else(|| {
            imports().filter(|import| import.name.is_none()).find_map(|import| {
                match self.resolve(at, &import.path, road)? {
                    Target::Module(module) if module != at => {
                        self.find(module, name, is_last, road)
                    }
                    _ => None,
                }
            })
        })
    }

    /// The names of all files that `mod` leads to.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.modules.iter().map(|module| module.file.as_str())
    }

    /// Every set of files that all lead to each other.
    pub fn cycles(&self) -> Vec<Cycle> {
        let arrows = self.arrows();
        let reach: BTreeMap<&str, BTreeSet<&str>> =
            arrows.keys().map(|start| (*start, reachable(&arrows, start))).collect();
        let members = |file: &str| -> BTreeSet<&str> {
            reach[file].iter().copied().filter(|other| reach[other].contains(file)).collect()
        };
        let sets: BTreeSet<_> = arrows.keys().map(|file| members(file)).collect();
        let cycle = |files: BTreeSet<&str>| {
            let inside =
                |file: &str| arrows[file].intersection(&files).copied().collect::<Vec<_>>();
            let lines = files.iter().map(|file| format!("{file} -> {}", inside(file).join(" ")));
            Cycle(lines.collect())
        };
        sets.into_iter().filter(|files| !files.is_empty()).map(cycle).collect()
    }
}

/// Files that all lead to each other: each with those of the others that it names something of.
pub struct Cycle(Vec<String>);

impl fmt::Display for Cycle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.join(", "))
    }
}

/// The files that arrows lead to from `start`; itself only if one leads back.
fn reachable<'a>(
    arrows: &BTreeMap<&'a str, BTreeSet<&'a str>>,
    start: &'a str,
) -> BTreeSet<&'a str> {
    let (mut seen, mut open) = (BTreeSet::new(), vec![start]);
    while let Some(file) = open.pop() {
        open.extend(arrows[file].iter().filter(|next| seen.insert(**next)));
    }
    seen
}
