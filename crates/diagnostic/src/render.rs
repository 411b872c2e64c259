//! The renderer: diagnostics as people read them, source lines with carets as rustc draws them.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::span::char_boundary;
use crate::{Diagnostic, Label, Note, Severity, Span};

/// Whether a rendered diagnostic carries colours.
#[derive(Copy, Clone, PartialEq, Eq, Debug)]
pub enum Style {
    /// Text alone.
    Plain,
    /// ANSI colours, for terminals.
    Coloured,
}

/// Draws a diagnostic below its source lines; `origin` names the source, usually a file.
///
/// Ends with a newline. Spans that do not fit the source are clamped.
#[must_use]
pub fn render(diagnostic: &Diagnostic, source: &str, origin: &str, style: Style) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(&diagnostic.message).id(diagnostic.code.to_string());
    let Diagnostic { labels, notes, .. } = diagnostic;
    draw(Group::with_title(title), labels, notes, source, origin, style)
}

/// Draws a failure of a program that runs, as [`render`] draws a diagnostic.
#[must_use]
pub fn render_failure(
    message: &str,
    span: Span,
    source: &str,
    origin: &str,
    style: Style,
) -> String {
    let title = Level::ERROR.primary_title(message);
    let labels = [Label { span, text: String::new(), primary: true }];
    draw(Group::with_title(title), &labels, &[], source, origin, style)
}

/// Draws what stands below a title.
fn draw<'a>(
    mut group: Group<'a>,
    labels: &'a [Label],
    notes: &'a [Note],
    source: &'a str,
    origin: &'a str,
    style: Style,
) -> String {
    let spans: Vec<_> = labels.iter().map(|label| clamp(label.span, source)).collect();
    if let Some(window) = window(&spans, source) {
        let line = source[..window.start].matches('\n').count() + 1;
        let annotations = labels.iter().zip(spans).map(|(label, span)| {
            let kind =
                if label.primary { AnnotationKind::Primary } else { AnnotationKind::Context };
            let text = (!label.text.is_empty()).then_some(label.text.as_str());
            kind.span(span.start - window.start..span.end - window.start).label(text)
        });
        group = group.element(
            Snippet::source(&source[window.clone()])
                .path(origin)
                .line_start(line)
                .annotations(annotations),
        );
    }
    for note in notes {
        group = group.element(match note {
            Note::Help(text) => Level::HELP.message(text.as_str()),
            Note::Note(text) => Level::NOTE.message(text.as_str()),
        });
    }
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Coloured => Renderer::styled(),
    };
    let mut text = renderer.render(&[group]);
    text.push('\n');
    text
}

/// Draws diagnostics one below the other, as many as somebody may read.
#[must_use]
pub fn render_all(diagnostics: &[Diagnostic], source: &str, origin: &str, style: Style) -> String {
    const MOST: usize = 100;
    let drawn = diagnostics.iter().take(MOST);
    let mut blocks: Vec<String> =
        drawn.map(|diagnostic| render(diagnostic, source, origin, style)).collect();
    if let Some(more) = diagnostics.len().checked_sub(MOST).filter(|more| *more > 0) {
        blocks.push(format!("… and {more} more\n"));
    }
    blocks.join("\n")
}

/// The span inside of the source and between characters.
fn clamp(span: Span, source: &str) -> Range<usize> {
    let start = char_boundary(source, span.start as usize);
    start..char_boundary(source, span.end as usize).max(start)
}

/// The lines that the labels touch: a long program is not drawn for one of its lines.
fn window(spans: &[Range<usize>], source: &str) -> Option<Range<usize>> {
    let first = spans.iter().map(|span| span.start).min()?;
    let last = spans.iter().map(|span| span.end).max()?;
    let start = source[..first].rfind('\n').map_or(0, |newline| newline + 1);
    let end = source[last..].find('\n').map_or(source.len(), |newline| last + newline + 1);
    Some(start..end)
}

#[cfg(test)]
mod tests {
    use super::{Style, render, render_all};
    use crate::{Code, Diagnostic, Span};

    #[test]
    fn draws_lines_carets_and_notes() {
        let diagnostic = Diagnostic::error(Code::UndefinedVariable, "there is no variable `b`")
            .primary(Span::new(11, 12), "not defined")
            .secondary(Span::new(7, 8), "similar")
            .help("did you mean `a`?");
        let text = render(&diagnostic, "# ä\n\na = 1; b\n# more", "x.vrl", Style::Plain);
        for piece in ["error[E701]: there is no", "x.vrl:3:", "3 | a = 1; b", "help: did you"] {
            assert!(text.contains(piece), "{piece} in\n{text}");
        }
        assert!(!text.contains("more") && !text.contains('\u{1b}'), "{text}");
        assert!(render(&diagnostic, "", "x", Style::Coloured).contains('\u{1b}'));
    }

    #[test]
    fn no_more_are_drawn_than_somebody_may_read() {
        let one = Diagnostic::error(Code::UndefinedVariable, "gone").primary(Span::new(0, 1), "");
        let drawn = |count| render_all(&vec![one.clone(); count], "x", "x.vrl", Style::Plain);
        assert_eq!(drawn(100).matches("error[E701]: gone").count(), 100);
        assert!(!drawn(100).contains("more"));
        assert_eq!(drawn(103).matches("error[E701]: gone").count(), 100);
        assert!(drawn(103).ends_with("\n\n… and 3 more\n"));
        assert_eq!(drawn(0), "");
    }

    #[test]
    fn no_span_is_too_odd() {
        for source in ["", "ä", "\n", "a\r\n\tb", "äöü\n\nß\u{200d}", "a\n"] {
            for start in 0..12 {
                for end in 0..12 {
                    let diagnostic = Diagnostic::warning(Code::Unused, "odd\nmessage")
                        .primary(Span::new(start, end), "here")
                        .secondary(Span::new(end, start), "");
                    assert!(!render(&diagnostic, source, "o", Style::Plain).is_empty());
                }
            }
        }
        let nowhere = Diagnostic::error(Code::Unused, "nowhere");
        assert!(render(&nowhere, "x", "o", Style::Plain).contains("nowhere"));
    }
}
