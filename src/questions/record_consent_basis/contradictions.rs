//! What a record says of itself and cannot both be: it is told and asked, never counts in favour, and until it is corrected
//! the record is not complete.

use super::consent::{contradicts, is_given_by_anybody, is_out_of_order};
use super::facts::{AgreementOutcome, Facts};
use crate::engine::stack::MOST_DAYS_AWAY;
use crate::text::Sentence;
use crate::text::sentences::{
    AGREEMENT_NOT_SOUGHT, CONSENT_CONTRADICTS, CONSENT_NOT_SOUGHT, CONSENT_OUT_OF_ORDER, DECIDED_IN_FUTURE, DECIDED_TOO_LATE,
    PURPOSE_CONTRADICTS, REASON_AND_SOUGHT, REASON_AND_TOLD, SHARED_AND_NOT_TOLD, SHARED_FAR_AHEAD,
};
use crate::value::family::is_family;
use crate::value::given::is_written;
use crate::value::moment::Moment;
use crate::value::order::lies_before;
use crate::value::relatives;
use crate::value::spelling::kebab;
use crate::value::truth::Truth;

/// What is said of a contradiction, and the field at which it is to be corrected.
pub(super) type Contradiction = (&'static Sentence, &'static str);

/// Each that holds.
pub(super) fn told(facts: &Facts, purpose_is_safeguarding: Truth) -> impl Iterator<Item = Contradiction> {
    let reason_beside = |done: Truth, reason: &Option<String>| done.is_yes() && is_written(reason.as_deref());
    let contradictions = [
        (purpose_is_safeguarding.is_yes() && facts.child_at_risk.is_no(), PURPOSE_CONTRADICTS, "safeguarding_purpose"),
        (consent_not_sought(facts), CONSENT_NOT_SOUGHT, "consent_sought"),
        (contradicts(facts), CONSENT_CONTRADICTS, "consent_given"),
        (is_out_of_order(facts), CONSENT_OUT_OF_ORDER, "consents"),
        (reason_beside(facts.consent_sought, &facts.reasoning_not_sought), REASON_AND_SOUGHT, "consent_sought"),
        (reason_beside(facts.family_informed, &facts.reason_not_informed), REASON_AND_TOLD, "family_informed"),
        (shared_and_not_told(facts), SHARED_AND_NOT_TOLD, "family_informed"),
        (agreed_not_sought(facts), AGREEMENT_NOT_SOUGHT, "agreement_sought"),
        (decided_too_late(facts), DECIDED_TOO_LATE, "decided_at"),
        (decided_in_future(facts), DECIDED_IN_FUTURE, "decided_at"),
        (shared_far_ahead(facts), SHARED_FAR_AHEAD, "date"),
    ];
    contradictions.into_iter().filter(|(holds, ..)| *holds).map(|(_, sentence, field)| (sentence, field))
}

/// Is consent recorded as given, and that it was not sought?
pub(super) fn consent_not_sought(facts: &Facts) -> bool {
    facts.consent_sought.is_no() && is_given_by_anybody(facts)
}

/// Was it shared with somebody of the family, and is the family recorded as not told, without a word of which of them was not?
fn shared_and_not_told(facts: &Facts) -> bool {
    let names_one = |word: &str| !is_family(word) && relatives::is_named(word);
    let says_who = facts.reason_not_informed.as_deref().is_some_and(|reason| kebab(reason).split('-').any(names_one));
    facts.family_informed.is_no() && facts.is_shared_with_family() && !says_who
}

/// Is the agencies' agreement recorded, and that it was not sought?
pub(super) fn agreed_not_sought(facts: &Facts) -> bool {
    let agreed = facts.agreement_outcome.is_some_and(|outcome| outcome != AgreementOutcome::NotAgreed);
    facts.agreement_sought.is_no() && (agreed || is_written(facts.agreed_by.as_deref()))
}

/// Was the decision made after the share?
pub(super) fn decided_too_late(facts: &Facts) -> bool {
    facts.decided_at.zip(facts.date).is_some_and(|(decided, shared)| lies_before(shared, decided))
}

/// Is the decision recorded for a time after the record was made?
pub(super) fn decided_in_future(facts: &Facts) -> bool {
    facts.decided_at.zip(facts.created_at).is_some_and(|(decided, created)| decided.instant() > created.instant())
}

/// Does the share lie further after the record than any share that is planned?
fn shared_far_ahead(facts: &Facts) -> bool {
    let days = |(shared, created): (Moment, Moment)| (shared.date() - created.date()).num_days();
    facts.date.zip(facts.created_at).map(days).is_some_and(|days| days > MOST_DAYS_AWAY)
}
