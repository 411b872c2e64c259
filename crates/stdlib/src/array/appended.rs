//! The result type of `append` and `push`: an array with more elements at its end.

use vrlet_function::prelude::*;
use vrlet_value::kind::Collection;

/// What is known of an array with more elements at its end. After an unknown number of elements their
/// places are not known; after one that may be missing VRL takes them as known all the same.
pub(super) fn with_elements(
    array: Collection<usize>,
    more: impl IntoIterator<Item = Kind>,
) -> Collection<usize> {
    match array.rest().cloned() {
        None => {
            let length = array.length();
            more.into_iter()
                .zip(length..)
                .fold(array, |array, (kind, index)| array.with(index, kind))
        }
        Some(rest) => array.with_rest(more.into_iter().fold(rest, Kind::or)),
    }
}
