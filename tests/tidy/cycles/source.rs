//! What one file of Rust declares and refers to: modules, items, imports, paths, as far as its tokens tell.
//!
//! Names in macro calls count like any others. What is compiled for tests alone (`#[cfg(test)]`) is left out:
//! a test may look at everything.

use std::collections::BTreeSet;
use std::iter::Peekable;

use proc_macro2::token_stream::IntoIter;
use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The contents of a module: a file, or the braces of a `mod name { … }`.
#[derive(Default, Debug)]
pub struct Source {
    /// The modules that have files of their own: `mod name;`.
    pub files: Vec<String>,
    /// The modules between braces.
    pub inline: Vec<(String, Source)>,
    /// The names of functions, types, constants and macros.
    pub items: BTreeSet<String>,
    /// What `use` brings in, one entry a name.
    pub imports: Vec<Import>,
    /// The paths of two names and more: `super::parse`, `error::Failure::new`.
    pub paths: Vec<Vec<String>>,
    /// Every name outside of `use`.
    pub words: BTreeSet<String>,
}

/// A name that `use` brings in.
#[derive(Debug)]
pub struct Import {
    /// The path of what is brought in.
    pub path: Vec<String>,
    /// What it is called here; none for `*`.
    pub name: Option<String>,
    /// Whether others may import it from here: `pub use`, `pub(crate) use`.
    pub is_reexport: bool,
}

type Tokens = Peekable<IntoIter>;

impl Source {
    /// Reads a file.
    pub fn parse(text: &str) -> Result<Self, String> {
        let tokens: TokenStream = text.parse().map_err(|error| format!("{error}"))?;
        let mut source = Self::default();
        source.module(tokens);
        Ok(source)
    }

    /// Reads the items of a module.
    fn module(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        let (mut is_test, mut is_public) = (false, false);
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Punct(punct) if punct.as_char() == '#' => {
                    let _ = tokens.next_if(|next| is_punct(next, '!'));
                    if let Some(TokenTree::Group(attribute)) = tokens.next() {
                        is_test |= is_cfg_test(attribute.stream());
                    }
                    continue;
                }
                TokenTree::Ident(word) if word == "pub" => {
                    let parentheses = tokens.next_if(|next| is_group(next, Delimiter::Parenthesis));
                    let inside = parentheses.map(|group| group.to_string()).unwrap_or_default();
                    is_public = !inside.replace(' ', "").contains("(self)");
                    continue;
                }
                TokenTree::Ident(word) if word == "mod" => self.submodule(&mut tokens, is_test),
                TokenTree::Ident(word) if word == "use" && is_test => drop(statement(&mut tokens)),
                TokenTree::Ident(word) if word == "use" => self.import(&mut tokens, is_public),
                first => {
                    let item = item(first, &mut tokens);
                    if !is_test {
                        self.items.extend(name(&item));
                        self.references(item.into_iter().collect());
                    }
                }
            }
            (is_test, is_public) = (false, false);
        }
    }

    /// Reads what follows `mod`.
    fn submodule(&mut self, tokens: &mut Tokens, is_test: bool) {
        let Some(name) = tokens.next().map(|name| name.to_string()) else { return };
        match tokens.next() {
            _ if is_test => {}
            Some(TokenTree::Group(body)) => {
                let mut inner = Self::default();
                inner.module(body.stream());
                self.inline.push((name, inner));
            }
            _ => self.files.push(name),
        }
    }

    /// Reads what follows `use`.
    fn import(&mut self, tokens: &mut Tokens, is_reexport: bool) {
        let mut found = Vec::new();
        use_tree(statement(tokens).into_iter().collect(), &[], &mut found);
        let import = |(path, name)| Import { path, name, is_reexport };
        self.imports.extend(found.into_iter().map(import));
    }

    /// Collects the paths and names that stand in code, and what `use` brings in there.
    fn references(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        let mut path: Vec<String> = Vec::new();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Ident(word) if word == "use" && !next_is(&mut tokens, '<') => {
                    self.import(&mut tokens, false);
                }
                TokenTree::Ident(word) => {
                    self.words.insert(word.to_string());
                    path.push(word.to_string());
                    if next_is(&mut tokens, ':') {
                        let mut ahead = tokens.clone();
                        ahead.next();
                        let doubled = ahead.next().is_some_and(|next| is_punct(&next, ':'));
                        if doubled && matches!(ahead.peek(), Some(TokenTree::Ident(_))) {
                            tokens = ahead;
                            continue;
                        }
                    }
                    self.paths.extend((path.len() > 1).then(|| path.clone()));
                }
                TokenTree::Group(group) => self.references(group.stream()),
                // `::name` is the name of another crate.
                TokenTree::Punct(punct) if punct.as_char() == ':' && next_is(&mut tokens, ':') => {
                    tokens.next();
                    path.push(String::new());
                    continue;
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
            path.clear();
        }
    }
}

fn is_punct(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

fn is_group(token: &TokenTree, delimiter: Delimiter) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == delimiter)
}

fn next_is(tokens: &mut Tokens, sign: char) -> bool {
    tokens.peek().is_some_and(|next| is_punct(next, sign))
}

/// Whether an attribute is `cfg(test)`, or `cfg(all(test, …))`.
fn is_cfg_test(attribute: TokenStream) -> bool {
    let text = attribute.to_string().replace(' ', "");
    text.starts_with("cfg(test)") || text.starts_with("cfg(all(test,")
}

/// The tokens up to a semicolon.
fn statement(tokens: &mut Tokens) -> Vec<TokenTree> {
    tokens.by_ref().take_while(|token| !is_punct(token, ';')).collect()
}

/// The tokens of an item that begins with `first`.
fn item(first: TokenTree, tokens: &mut Tokens) -> Vec<TokenTree> {
    let mut item = vec![first];
    // Braces are part of a value there, and not the end.
    let has_value = |item: &[TokenTree]| {
        let word = |index: usize| item.get(index).map(ToString::to_string).unwrap_or_default();
        word(0) == "static" || word(0) == "const" && word(1) != "fn" && word(1) != "unsafe"
    };
    while let Some(last) = item.last() {
        let is_end = is_punct(last, ';') || is_group(last, Delimiter::Brace) && !has_value(&item);
        match tokens.next_if(|_| !is_end) {
            Some(token) => item.push(token),
            None => break,
        }
    }
    item
}

/// The name that an item declares, if it declares one.
fn name(item: &[TokenTree]) -> Option<String> {
    const KEYWORDS: [&str; 8] =
        ["fn", "struct", "enum", "trait", "type", "const", "static", "union"];
    const BEFORE: [&str; 4] = ["unsafe", "async", "const", "extern"];
    let mut words = item.iter().filter(|token| !matches!(token, TokenTree::Literal(_))).peekable();
    let first = words.next()?.to_string();
    if first == "macro_rules" {
        return words.nth(1).map(ToString::to_string);
    }
    let mut keyword = first;
    while BEFORE.contains(&keyword.as_str()) {
        match words.peek().map(ToString::to_string) {
            Some(next) if KEYWORDS.contains(&next.as_str()) || BEFORE.contains(&next.as_str()) => {
                keyword = next;
                words.next();
            }
            _ => break,
        }
    }
    let declares = KEYWORDS.contains(&keyword.as_str());
    words.next().filter(|_| declares).map(ToString::to_string)
}

/// Takes a tree such as `a::{self, b as c, d::*}` apart.
fn use_tree(
    tokens: TokenStream,
    prefix: &[String],
    found: &mut Vec<(Vec<String>, Option<String>)>,
) {
    let mut path = prefix.to_vec();
    let mut name = None;
    let mut is_open = false;
    let mut tokens = tokens.into_iter();
    loop {
        match tokens.next() {
            Some(TokenTree::Ident(word)) if word == "as" => {
                name = tokens.next().map(|name| name.to_string());
            }
            Some(TokenTree::Ident(word)) if word == "self" && !prefix.is_empty() => {
                name = path.last().cloned();
                is_open = true;
            }
            Some(TokenTree::Ident(word)) => {
                name = Some(word.to_string());
                path.push(word.to_string());
                is_open = true;
            }
            Some(TokenTree::Group(group)) => {
                use_tree(group.stream(), &path, found);
                is_open = false;
            }
            Some(TokenTree::Punct(punct)) if punct.as_char() == '*' => {
                name = None;
                is_open = true;
            }
            Some(TokenTree::Punct(punct)) if punct.as_char() != ',' => {}
            Some(TokenTree::Literal(_)) => {}
            end => {
                if std::mem::take(&mut is_open) {
                    found.push((std::mem::replace(&mut path, prefix.to_vec()), name.take()));
                }
                path = prefix.to_vec();
                if end.is_none() {
                    return;
                }
            }
        }
    }
}
