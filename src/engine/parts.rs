//! Facts that are worked out from others.

use super::sets::Sets;
use crate::value::truth::Truth;

/// How a fact is worked out, by the numbers of those that it is worked out from.
#[derive(Debug)]
pub(super) enum Parts {
    All(Vec<usize>),
    Any(Vec<usize>),
    None(Vec<usize>),
    KnownFrom {
        parts: Vec<usize>,
        contradicted_by: Vec<usize>,
    },
    /// Known from these, unless any of others is a yes: those that speak of danger, where none are named.
    Outweighed {
        parts: Vec<usize>,
        by: Option<Vec<usize>>,
        /// These put a no in doubt.
        doubted_by: Vec<usize>,
    },
}

impl Parts {
    /// Those that it is worked out from, whatever may speak against them.
    pub(super) fn named(&self) -> &[usize] {
        match self {
            Parts::All(parts)
            | Parts::Any(parts)
            | Parts::None(parts)
            | Parts::KnownFrom { parts, .. }
            | Parts::Outweighed { parts, .. } => parts,
        }
    }
}

/// Is any of them told so?
pub(super) fn tells(parts: &[usize], spoken: &Sets, wanted: Truth) -> bool {
    parts.iter().any(|part| spoken.truth(*part) == wanted)
}

/// A yes of any of them, or else a no of any, or else what silence says; somebody's "unknown" is no silence.
pub(super) fn told_otherwise_silent(parts: &[usize], spoken: &Sets, stated: &[usize], silence: Truth) -> Truth {
    let silence = if parts.iter().any(|part| stated.contains(part)) { Truth::Unknown } else { silence };
    [Truth::Yes, Truth::No].into_iter().find(|wanted| tells(parts, spoken, *wanted)).unwrap_or(silence)
}
