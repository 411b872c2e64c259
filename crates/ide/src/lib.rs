//! Editor services for VRL: completion, hints, hover, signatures, symbols, references, highlighting, fixes,
//! and the type of what stands at a place.
//!
//! ```
//! use vrlet::{Engine, Event};
//! use vrlet_ide::{Context, Document};
//!
//! let sample = Event::from_json(r#"{"user":{"name":"mia"}}"#)?;
//! let context = Context::new(Engine::builder().build()).event(sample);
//! let text = "name = string!(.user.name)\n.greeting = upcase(na";
//! let document = Document::new(context, text);
//!
//! let completions = document.complete(text.len());
//! assert_eq!((&text[completions.range], &*completions.items[0].insert), ("na", "name"));
//! assert_eq!(document.hover(22).expect("a path").about, "For example `\"mia\"`.");
//! assert_eq!(document.signature_help(text.len()).expect("a call").active, Some(0));
//! # Ok::<(), vrlet::value::json::JsonError>(())
//! ```
//!
//! A [`Context`] is what is known around a text, a [`Document`] is the text at one time. Places are byte
//! offsets, results are plain data: a terminal, a language server and a browser show the same. A text may
//! be unfinished: what stands before the statement that is being typed is known all the same.

mod actions;
mod advice;
mod closure_parameters;
mod complete;
mod context;
mod document;
mod edited;
mod finished;
mod fix;
mod fragment;
mod highlight;
mod hint;
mod hover;
mod kept;
mod keywords;
mod known;
mod open_call;
mod path_prefix;
mod references;
mod sample;
mod signature_help;
mod symbols;
mod tables;
mod type_at;

pub use actions::Action;
pub use complete::{Completion, CompletionKind, Completions};
pub use context::{Context, TableInfo};
pub use document::Document;
pub use edited::TextEdit;
pub use fix::{Change, Fixes, fix};
pub use highlight::{Highlight, HighlightKind, highlight};
pub use hint::Hint;
pub use hover::Hover;
pub use signature_help::{ParameterHelp, SignatureHelp};
pub use symbols::{Symbol, SymbolKind};
pub use type_at::TypedRange;
