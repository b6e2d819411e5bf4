//! What is said of every answer from a stack, and how an answer becomes a decision.

use std::sync::Arc;

use super::Stack;
use crate::engine::basis::Basis;
use crate::engine::decision::{Caution, Decision, Reasons};
use crate::engine::sets::Sets;
use crate::pack::Pack;
use crate::pack::vocabulary::PackCaution;
use crate::text::dates::said;
use crate::text::sentences::{
    ANSWERS_THAT_DAY, AREA_NOT_GIVEN, NO_DOCUMENT_THAT_DAY, NOT_IN_FORCE_AFTER, NOT_IN_FORCE_BEFORE, NOT_IN_FORCE_BETWEEN,
    SOURCE_SUPERSEDED,
};
use crate::text::{Said, listed};
use crate::value::Text;

impl Stack {
    /// The cautions that belong to a question, given what is known.
    pub(crate) fn cautions(&self, question: &str, known: &Sets, holds: impl Fn(&PackCaution) -> bool) -> Vec<Caution> {
        let truth = |fact: &Text| self.truth(fact, known);
        let facts_hold = |caution: &PackCaution| {
            caution.when.iter().all(|fact| truth(fact).is_yes())
                && caution.when_no.iter().all(|fact| truth(fact).is_no())
                && caution.when_unknown.iter().all(|fact| truth(fact).is_unknown())
        };
        let mut said: Vec<(&Pack, &PackCaution)> = Vec::new();
        for pack in &self.packs {
            let day = pack.document().day(self.as_of);
            let of_question = pack.words.caution.iter().filter(|caution| &*caution.question == question && caution.is_in_force(day));
            for caution in of_question.filter(|caution| facts_hold(caution) && holds(caution)) {
                // What two documents call for in the same words is said once.
                if !said.iter().any(|(_, known)| known.code == caution.code && known.text == caution.text) {
                    said.push((pack, caution));
                }
            }
        }
        let caution = |(pack, caution): (&Pack, &PackCaution)| Caution {
            code: Text::clone(&caution.code),
            text: Said::of_pack(&pack.document().id, &caution.code, &caution.text),
        };
        said.into_iter().map(caution).collect()
    }

    /// The decision: an answer and its reasons, with what is said of every answer from this stack.
    pub(crate) fn decision<A>(&self, answer: A, reasons: Reasons) -> Decision<A> {
        let mut cautions = reasons.cautions;
        cautions.extend_from_slice(&self.standing_cautions);
        Decision {
            answer,
            settled: reasons.ask.is_empty(),
            because: reasons.because,
            also_applies: reasons.also_applies,
            set_aside: reasons.set_aside,
            ask: reasons.ask,
            cautions,
            basis: Basis {
                engine: env!("CARGO_PKG_VERSION"),
                packs: Arc::clone(&self.bases),
                bank_holidays_known_until: self.calendar.known_until,
                others_considered: reasons.others_considered,
            },
        }
    }
}

/// What is said of every answer from these packs.
pub(super) fn standing_cautions(packs: &[Arc<Pack>], not_in_force: &[Arc<Pack>], area_missing: bool) -> Vec<Caution> {
    let mut cautions = Vec::new();
    if area_missing {
        cautions.push(Caution::of(AREA_NOT_GIVEN));
    }
    cautions.extend(not_in_force.iter().map(|pack| who_answers_instead(pack, packs)));
    for document in packs.iter().map(|pack| pack.document()) {
        if let Some(newer) = &document.status.superseded_by {
            let (title, edition) = ((&document.title).into(), (&document.cites).into());
            cautions.push(Caution::with(SOURCE_SUPERSEDED, [("document", title), ("edition", edition), ("newer", newer.into())]));
        }
    }
    cautions
}

/// Which documents cover the day that a pack does not.
fn who_answers_instead(pack: &Pack, others: &[Arc<Pack>]) -> Caution {
    let instead = match others {
        [] => NO_DOCUMENT_THAT_DAY.said(),
        others => ANSWERS_THAT_DAY.with([("documents", listed(others.iter().map(|pack| (&pack.document().title).into())))]),
    };
    let (document, instead) = (("document", (&pack.document().title).into()), ("instead", instead.into()));
    match (pack.document().since, pack.document().until) {
        (Some(since), Some(until)) => {
            Caution::with(NOT_IN_FORCE_BETWEEN, [document, instead, ("since", said(since).into()), ("until", said(until).into())])
        }
        (Some(since), None) => Caution::with(NOT_IN_FORCE_BEFORE, [document, instead, ("since", said(since).into())]),
        (None, until) => Caution::with(NOT_IN_FORCE_AFTER, [document, instead, ("until", said(until.unwrap_or_default()).into())]),
    }
}
