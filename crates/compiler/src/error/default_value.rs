//! Default values in suggestions: what `?? …` should offer, by the kind that is needed there.

use vrlet_value::KindSet;

/// The empty value of a kind, as a program writes it; `null` where several kinds are possible.
pub(crate) fn default_of(kinds: KindSet) -> &'static str {
    let kinds = kinds.without(KindSet::UNDEFINED.or(KindSet::NULL));
    let is = |set: KindSet| !kinds.is_empty() && set.contains(kinds);
    if is(KindSet::BYTES) {
        "\"\""
    } else if is(KindSet::FLOAT) {
        "0.0"
    } else if is(KindSet::NUMBER) || is(KindSet::NUMBER.or(KindSet::BYTES)) {
        "0"
    } else if is(KindSet::BOOLEAN) {
        "false"
    } else if is(KindSet::ARRAY) {
        "[]"
    } else if is(KindSet::OBJECT) {
        "{}"
    } else {
        "null"
    }
}
