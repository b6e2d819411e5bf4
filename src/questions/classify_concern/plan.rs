//! What is said of a plan beside the answer.

use super::outcome::Outcome;
use crate::engine::decision::Caution;
use crate::text::sentences::PLANNED_TOO_SOON;
use crate::value::moment::Moment;
use crate::value::order::lies_before;

/// That it is later than the answer, and what it lacks; that it lies before the concern.
pub(super) fn cautions(outcome: &Outcome<'_>) -> Vec<Caution> {
    let Some(planned) = &outcome.facts.planned else { return Vec::new() };
    let known = [outcome.facts.concerns_identified_at, outcome.facts.referral_received_at].into_iter().flatten();
    let start = known.min_by_key(Moment::instant);
    let too_soon = start.filter(|start| lies_before(planned.at, *start)).map(|_| Caution::of(PLANNED_TOO_SOON));
    Caution::of_plan(&planned.beside(outcome.end())).into_iter().chain(too_soon).collect()
}
