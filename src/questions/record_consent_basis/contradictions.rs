//! What a record says of itself and cannot both be: it is told, and never counts in favour.

use super::facts::{AgreementOutcome, Facts};
use crate::engine::decision::Caution;
use crate::text::sentences::{AGREEMENT_NOT_SOUGHT, CONSENT_NOT_SOUGHT, DECIDED_IN_FUTURE, DECIDED_TOO_LATE};
use crate::value::given::is_written;

/// A caution for each.
pub(super) fn told(facts: &Facts) -> impl Iterator<Item = Caution> {
    let contradictions = [
        (consent_not_sought(facts), CONSENT_NOT_SOUGHT),
        (agreed_not_sought(facts), AGREEMENT_NOT_SOUGHT),
        (decided_too_late(facts), DECIDED_TOO_LATE),
        (decided_in_future(facts), DECIDED_IN_FUTURE),
    ];
    contradictions.into_iter().filter(|(holds, _)| *holds).map(|(_, sentence)| Caution::of(sentence))
}

/// Is consent recorded as given, and that it was not sought?
pub(super) fn consent_not_sought(facts: &Facts) -> bool {
    facts.consent_sought.is_no() && facts.consent_given.is_yes()
}

/// Is the agencies' agreement recorded, and that it was not sought?
pub(super) fn agreed_not_sought(facts: &Facts) -> bool {
    let agreed = facts.agreement_outcome.is_some_and(|outcome| outcome != AgreementOutcome::NotAgreed);
    facts.agreement_sought.is_no() && (agreed || is_written(facts.agreed_by.as_deref()))
}

/// Was the decision made on a day after the share?
pub(super) fn decided_too_late(facts: &Facts) -> bool {
    facts.decided_at.zip(facts.date).is_some_and(|(decided, shared)| decided.date() > shared.date())
}

/// Is the decision recorded for a time after the record was made?
pub(super) fn decided_in_future(facts: &Facts) -> bool {
    facts.decided_at.zip(facts.created_at).is_some_and(|(decided, created)| decided.instant() > created.instant())
}
