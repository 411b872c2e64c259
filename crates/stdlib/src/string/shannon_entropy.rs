//! `shannon_entropy`: the Shannon entropy of a string.

use std::collections::BTreeMap;

use unicode_segmentation::UnicodeSegmentation;
use vrlet_function::prelude::*;

const VALUE: Arg<Text> = Arg::required("value", "The text.");
const SEGMENTATION: Arg<Text> = Arg::optional("segmentation", "Which parts are counted.")
    .default(Literal::Text("byte"))
    .one_of(&["byte", "codepoint", "grapheme"])
    .constant()
    .after(VALUE);

pub const FUNCTION: Function = Function::new(Contract {
    name: "shannon_entropy",
    category: Category::String,
    about: "The Shannon entropy of a text in bits: 0 where all parts are the same, and more the \
            more different parts there are.",
    params: &[VALUE.param(), SEGMENTATION.param()],
    returns: |_| TypeDef::float(),
    failures: &[],
    body: Body::Prepared(|context| {
        let entropy = match context.choice(SEGMENTATION) {
            Some("codepoint") => of_codepoints,
            Some("grapheme") => of_graphemes,
            _ => of_bytes,
        };
        Ok(Box::new(move |call: &mut Call<'_>| {
            let text = call.take(VALUE);
            Ok(Value::float(entropy(&text)).unwrap_or_default())
        }))
    }),
    examples: &[
        example("All the same", r#"shannon_entropy("aaaa")"#, "0.0"),
        example("Two of four", r#"shannon_entropy("abab")"#, "1.0"),
        example(
            "Characters instead of bytes",
            r#"shannon_entropy("äöäö", segmentation: "codepoint")"#,
            "1.0",
        ),
    ],
});

fn of_bytes(text: &Text) -> f64 {
    let mut counts = [0; 256];
    for byte in text.as_bytes() {
        counts[usize::from(*byte)] += 1;
    }
    entropy(counts.into_iter().filter(|count| *count > 0))
}

fn of_codepoints(text: &Text) -> f64 {
    of_parts(text.to_str().chars())
}

fn of_graphemes(text: &Text) -> f64 {
    of_parts(text.to_str().graphemes(true))
}

fn of_parts<T: Ord>(parts: impl Iterator<Item = T>) -> f64 {
    let mut counts = BTreeMap::new();
    for part in parts {
        *counts.entry(part).or_insert(0) += 1;
    }
    entropy(counts.into_values())
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below what a float holds")]
fn entropy(counts: impl Iterator<Item = u64>) -> f64 {
    let counts: Vec<f64> = counts.map(|count| count as f64).collect();
    let total: f64 = counts.iter().sum();
    // Not the negated sum, which is -0 for nothing.
    counts.iter().map(|count| count / total).fold(0.0, |bits, share| bits - share * share.log2())
}
