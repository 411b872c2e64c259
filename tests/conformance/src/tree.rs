//! Programs as trees that can lose branches: what the generator makes and what shrinking works on.

/// A part of a program.
#[derive(Clone, Debug)]
pub enum Tree {
    /// Text that stays as it is.
    Text(String),
    /// Parts that belong together.
    Parts(Vec<Tree>),
    /// Items, each of which may be left out.
    List(&'static str, Vec<Tree>),
    /// Something with a value, in whose place another expression may stand.
    Expression(Box<Tree>),
}

/// What an expression may shrink to.
const SMALLEST: &[&str] = &["null", "0", "\"\"", ".x"];

impl Tree {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub fn expression(parts: Vec<Self>) -> Self {
        Self::Expression(Box::new(Self::Parts(parts)))
    }

    /// The program's text.
    pub fn render(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text
    }

    fn write(&self, text: &mut String) {
        match self {
            Self::Text(part) => text.push_str(part),
            Self::Parts(parts) => parts.iter().for_each(|part| part.write(text)),
            Self::List(separator, items) => {
                for (number, item) in items.iter().enumerate() {
                    if number > 0 {
                        text.push_str(separator);
                    }
                    item.write(text);
                }
            }
            Self::Expression(inner) => inner.write(text),
        }
    }

    /// Every tree that is this one but for one branch, the smallest first.
    pub fn smaller(&self) -> Vec<Self> {
        match self {
            Self::Text(_) => Vec::new(),
            Self::Parts(parts) => with_one_changed(parts, Self::Parts),
            Self::List(separator, items) => {
                let list = |items| Self::List(separator, items);
                let mut trees = Vec::new();
                if items.len() > 3 {
                    let (first, second) = items.split_at(items.len() / 2);
                    trees.extend([list(second.to_vec()), list(first.to_vec())]);
                }
                for left_out in 0..items.len() {
                    let mut items = items.clone();
                    items.remove(left_out);
                    trees.push(list(items));
                }
                trees.extend(with_one_changed(items, list));
                trees
            }
            Self::Expression(inner) => {
                let mut trees = Vec::new();
                let length = self.render().len();
                let smallest = SMALLEST.iter().filter(|text| text.len() < length);
                trees.extend(smallest.map(|text| Self::text(*text)));
                inner.expressions(&mut trees);
                trees.extend(
                    inner.smaller().into_iter().map(|tree| Self::Expression(Box::new(tree))),
                );
                trees
            }
        }
    }

    /// The nearest expressions inside.
    fn expressions(&self, found: &mut Vec<Self>) {
        match self {
            Self::Text(_) => {}
            Self::Parts(parts) | Self::List(_, parts) => {
                parts.iter().for_each(|part| part.expressions(found));
            }
            Self::Expression(_) => found.push(self.clone()),
        }
    }

    /// The texts of the tree, to be changed.
    pub fn texts_mut(&mut self) -> Vec<&mut String> {
        match self {
            Self::Text(text) => vec![text],
            Self::Parts(parts) | Self::List(_, parts) => {
                parts.iter_mut().flat_map(Self::texts_mut).collect()
            }
            Self::Expression(inner) => inner.texts_mut(),
        }
    }
}

fn with_one_changed(parts: &[Tree], whole: impl Fn(Vec<Tree>) -> Tree) -> Vec<Tree> {
    let mut trees = Vec::new();
    for (number, part) in parts.iter().enumerate() {
        for smaller in part.smaller() {
            let mut parts = parts.to_vec();
            parts[number] = smaller;
            trees.push(whole(parts));
        }
    }
    trees
}
