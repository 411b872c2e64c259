//! Instruction reordering: a `del` after a merge into the event is done before it.
//!
//! Scripts parse a field, merge what came of it into the event and remove the field:
//! `. |= parse_json!(.message)`, `del(.message)`. Where the result is known not to bring the field back,
//! it is removed first, so that the event takes the result over instead of making room for both.

use vrlet_value::{Key, Kind, KindSet, Root};

use super::{Dest, Emitter, liveness};
use crate::tree::{Assign, Expr, Node};

/// Whether a removal can be done before the merge in front of it, once the merged value is there.
pub(super) fn goes_before(removal: &Expr, merge: &Expr) -> bool {
    let (Node::Call(call), Node::Assign(assign)) = (&removal.node, &merge.node) else {
        return false;
    };
    let Some(key) = Emitter::removed_field(call) else { return false };
    is_of_event(assign)
        && !liveness::may_assign(&assign.value)
        && is_object_without(key, &assign.value.type_def.kind)
}

fn is_object_without(key: &Key, kind: &Kind) -> bool {
    let fields = kind.as_object().filter(|_| kind.set() == KindSet::OBJECT);
    fields.is_some_and(|fields| *fields.at(&**key) == Kind::undefined())
}

fn is_of_event(Assign { target, merge, recovery, .. }: &Assign) -> bool {
    *merge
        && recovery.is_none()
        && target
            .place()
            .is_some_and(|place| matches!(place.root, Root::Event) && place.path.is_empty())
}

impl Emitter {
    /// Writes a merge and the removal that goes before it, whose value is the wanted one.
    pub(super) fn merge_without(&mut self, merge: Expr, removal: Expr, dest: Dest) {
        let Node::Assign(assign) = merge.node else {
            unreachable!("a removal goes before an assignment");
        };
        let free = self.next;
        let from = self.value(assign.value);
        self.probe_statement(removal.span);
        self.expr(removal, dest);
        let cache = self.merge_cache();
        self.write(vrlet_vm::Op::MergeEvent { from, cache }, merge.span);
        self.next = free;
    }
}
