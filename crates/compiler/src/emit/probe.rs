//! Coverage probes: where the machine counts what runs. They are written only where somebody asks for them.

use vrlet_diagnostic::Span;
use vrlet_vm::{CoverageProbe, Op, ProbeKind};

use super::{Emitter, row};

/// A place where a program goes on in one of several branches.
#[derive(Clone, Copy)]
pub(super) struct Decision(u32);

impl Emitter {
    /// Counts an expression of a sequence.
    pub(super) fn probe_statement(&mut self, span: Span) {
        self.probe(ProbeKind::Statement, span);
    }

    /// A decision whose branches get their probes one after the other.
    pub(super) fn decision(&mut self) -> Decision {
        self.decisions += 1;
        Decision(self.decisions - 1)
    }

    /// Counts a branch of a decision.
    pub(super) fn probe_branch(&mut self, decision: Decision, name: &'static str, span: Span) {
        self.probe(ProbeKind::Branch { decision: decision.0, name }, span);
    }

    /// Points an earlier jump to the next instruction, and counts those who come along it.
    pub(super) fn patch_jump_to_branch(
        &mut self,
        jump: usize,
        decision: Decision,
        name: &'static str,
        span: Span,
    ) {
        if !self.probes {
            return self.patch_jump(jump);
        }
        let over = self.jump(Op::Jump { target: 0 }, span);
        self.patch_jump(jump);
        self.probe_branch(decision, name, span);
        self.patch_jump(over);
    }

    fn probe(&mut self, kind: ProbeKind, span: Span) {
        if self.probes {
            let probe = row(&mut self.program.probes, CoverageProbe { kind, span });
            self.write(Op::CoverageProbe { probe }, span);
        }
    }
}
