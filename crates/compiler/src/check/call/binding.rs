//! Which parameter an argument goes to, and whether it fits.

use vrlet_function::{Function, Param};
use vrlet_parser::ast;
use vrlet_value::{Kind, KindSet};

/// Whether an argument is of the kinds that its parameter declares.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Fit {
    Always,
    /// Only the machine can tell.
    Maybe,
    Never,
}

/// The parameter of each argument. Positional arguments take them in order; a named one moves that
/// order on only where it names the very parameter that is next.
pub(super) fn positions<'c>(
    call: &'c ast::Call,
    function: &Function,
) -> Result<Vec<usize>, &'c ast::Name> {
    let mut next = 0;
    let mut positions = Vec::with_capacity(call.arguments.len());
    for argument in &call.arguments {
        let position = match &argument.name {
            Some(name) => function.param(&name.text).ok_or(name)?,
            None => next,
        };
        if position == next {
            next += 1;
        }
        positions.push(position);
    }
    Ok(positions)
}

/// How the kind of an argument fits its parameter.
pub(super) fn fit(kind: &Kind, param: &Param) -> Fit {
    if !kind.may_be(param.kinds) {
        return Fit::Never;
    }
    let outer = if kind.is(param.kinds) { Fit::Always } else { Fit::Maybe };
    match param.elements.zip(kind.as_array()) {
        None => outer,
        Some((wanted, array)) => {
            let rest = array.rest().map(|rest| rest.set().without(KindSet::UNDEFINED));
            // What is no array may fit too.
            let fits_otherwise = kind.set().without(KindSet::ARRAY).intersects(param.kinds);
            let mut worst = outer;
            for (_, element) in array.known() {
                let here = element.set().without(KindSet::UNDEFINED);
                // Where the array may end before it, an element may be of any kind.
                let is_there = here == element.set() && !here.is_empty();
                if is_there && !here.intersects(wanted) && !fits_otherwise {
                    return Fit::Never;
                }
                if !wanted.contains(here) {
                    worst = Fit::Maybe;
                }
            }
            if rest.is_some_and(|rest| !wanted.contains(rest)) { Fit::Maybe } else { worst }
        }
    }
}
