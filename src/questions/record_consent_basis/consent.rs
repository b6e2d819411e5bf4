//! Who consented, how far, how, until when, and whether it was taken back.
//!
//! Consent that was withdrawn, that has ended, or that somebody refused never counts as given; and whatever became of it, a
//! share that protects a child is never blocked by that.

use serde::Serialize;

use super::facts::Facts;
use super::person::{Capacity, PersonsConsent};
use crate::engine::decision::Caution;
use crate::text::Sentence;
use crate::text::sentences::{
    CONSENT_AFTER_THE_SHARE, CONSENT_AS_WHAT, CONSENT_CHILD_NOT_JUDGED, CONSENT_ENDED, CONSENT_HOLDER_OPEN, CONSENT_OF_A_CARER,
    CONSENT_PARTLY, CONSENT_WITHDRAWN, WITHDRAWN_LATER, WITHDRAWN_NOT_KNOWN,
};
use crate::value::given::{is_reasoned, is_written};
use crate::value::moment::Moment;
use crate::value::order::lies_before;
use crate::value::truth::Truth;

/// What became of consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It was taken back.
    Withdrawn,
    /// Somebody refused.
    Refused,
    /// Its time was over.
    Ended,
    /// It was given for a part.
    Partly,
    /// It was given, by everybody who was named.
    Given,
    /// It was not sought.
    NotSought,
    /// Nobody has said.
    NotKnown,
}

impl Standing {
    /// What became of it; the most cautious reading of all that was said.
    pub(super) fn of(facts: &Facts) -> Self {
        let each = || facts.consents.iter().flatten();
        let on = facts.date.or(facts.decided_at).or(facts.created_at);
        let is_over = |until: Option<Moment>| on.zip(until).is_some_and(|(on, until)| lies_before(until, on));
        let any_given = is_given_by_anybody(facts);
        if withdrawals(facts).any(|at| !is_after_the_share(facts, at)) {
            Standing::Withdrawn
        } else if facts.consent_given.is_no() || each().any(|one| one.given.is_no()) {
            Standing::Refused
        } else if any_given && (is_over(facts.consent_until) || each().any(|one| is_over(one.until))) {
            Standing::Ended
        } else if facts.consent_sought.is_no() {
            Standing::NotSought
        } else if open(facts).next().is_some() || is_out_of_order(facts) {
            Standing::NotKnown
        } else if any_given && (is_written(facts.consent_covers.as_deref()) || each().any(|one| is_written(one.covers.as_deref()))) {
            Standing::Partly
        } else if any_given && each().all(|one| one.given.is_yes()) {
            Standing::Given
        } else {
            Standing::NotKnown
        }
    }

    /// Is there certainly none that anything could rest on?
    pub(super) fn is_gone(self) -> bool {
        matches!(self, Standing::Withdrawn | Standing::Refused | Standing::Ended | Standing::NotSought)
    }

    /// Does consent count as given? What was taken back, refused or is over is a no; a part is not the whole.
    pub(super) fn is_given(self) -> Truth {
        match self {
            Standing::Given => Truth::Yes,
            Standing::Withdrawn | Standing::Refused | Standing::Ended => Truth::No,
            Standing::Partly | Standing::NotSought | Standing::NotKnown => Truth::Unknown,
        }
    }
}

/// Each that was taken back, with when, as far as that is known.
fn withdrawals(facts: &Facts) -> impl Iterator<Item = Option<Moment>> {
    let of_all = (facts.consent_withdrawn, facts.consent_withdrawn_at);
    let of_each = facts.consents.iter().flatten().map(|one| (one.withdrawn, one.withdrawn_at));
    let taken_back = of_each.chain([of_all]).filter(|(said, at)| *said == Some(Truth::Yes) || at.is_some());
    taken_back.map(|(_, at)| at)
}

/// Does a moment certainly lie after the share, so that it changes nothing for it? Where the share has no day of its own, it is that
/// of the decision.
fn is_after_the_share(facts: &Facts, at: Option<Moment>) -> bool {
    facts.date.or(facts.decided_at).zip(at).is_some_and(|(share, at)| lies_before(share, at))
}

/// Does anybody say that it was given?
pub(super) fn is_given_by_anybody(facts: &Facts) -> bool {
    facts.consent_given.is_yes() || facts.consents.iter().flatten().any(|one| one.given.is_yes())
}

/// What keeps consent from counting as given until it is answered: each with the field at which it is asked. Nobody may be able to
/// consent by caring for a child or as nobody in particular, a child may be too young to, and what was said after the share was not there for it.
pub(super) fn open(facts: &Facts) -> impl Iterator<Item = (String, &'static Sentence)> {
    let is_in_doubt = |said: Option<Truth>| said.is_some_and(Truth::is_unknown);
    let of_all = is_in_doubt(facts.consent_withdrawn) && facts.consent_withdrawn_at.is_none() && is_given_by_anybody(facts);
    let of_all = of_all.then(|| ("consentWithdrawn".to_owned(), WITHDRAWN_NOT_KNOWN));
    let given = facts.consents.iter().flatten().enumerate().filter(|(_, one)| one.given.is_yes());
    let of_each = given.flat_map(move |(at, one)| {
        let asked = [
            (one.capacity.is_none(), "as", CONSENT_AS_WHAT),
            (one.capacity == Some(Capacity::Carer), "as", CONSENT_OF_A_CARER),
            (is_child_unjudged(one), "whyCompetent", CONSENT_CHILD_NOT_JUDGED),
            (is_after_the_share(facts, one.at), "at", CONSENT_AFTER_THE_SHARE),
            (is_in_doubt(one.withdrawn) && one.withdrawn_at.is_none(), "withdrawn", WITHDRAWN_NOT_KNOWN),
        ];
        asked.into_iter().filter(|(holds, ..)| *holds).map(move |(_, field, sentence)| (format!("consents[{at}].{field}"), sentence))
    });
    of_all.into_iter().chain(of_each)
}

fn is_child_unjudged(one: &PersonsConsent) -> bool {
    one.capacity == Some(Capacity::Child) && one.given.is_yes() && !is_reasoned(one.why_competent.as_deref())
}

/// Is consent recorded as given and as refused, or as not taken back and as taken back?
pub(super) fn contradicts(facts: &Facts) -> bool {
    let each = || facts.consents.iter().flatten();
    let given = match facts.consent_given {
        Truth::Yes => each().any(|one| one.given.is_no()),
        Truth::No => each().next().is_some() && each().all(|one| one.given.is_yes()),
        Truth::Unknown => false,
    };
    let kept = |said: Option<Truth>, at: Option<Moment>| said == Some(Truth::No) && at.is_some();
    given || kept(facts.consent_withdrawn, facts.consent_withdrawn_at) || each().any(|one| kept(one.withdrawn, one.withdrawn_at))
}

/// Was it taken back, or did it end, before it was given, or did any of that happen after the record was made?
pub(super) fn is_out_of_order(facts: &Facts) -> bool {
    let is_before = |later: Option<Moment>, first: Option<Moment>| later.zip(first).is_some_and(|(later, first)| lies_before(later, first));
    let is_ahead = |at: Option<Moment>| is_before(facts.created_at, at);
    is_ahead(facts.consent_withdrawn_at)
        || facts.consents.iter().flatten().any(|one| {
            [one.withdrawn_at, one.until].into_iter().any(|later| is_before(later, one.at))
                || [one.at, one.withdrawn_at].into_iter().any(is_ahead)
        })
}

/// What is to be said of it.
pub(super) fn cautions(facts: &Facts, standing: Standing) -> Vec<Caution> {
    let each = || facts.consents.iter().flatten();
    let all: [(bool, &'static Sentence); 5] = [
        (withdrawals(facts).any(|at| is_after_the_share(facts, at)), WITHDRAWN_LATER),
        (standing == Standing::Withdrawn, CONSENT_WITHDRAWN),
        (standing == Standing::Ended, CONSENT_ENDED),
        (standing == Standing::Partly, CONSENT_PARTLY),
        (is_given_by_anybody(facts) && each().any(|one| one.given.is_unknown()), CONSENT_HOLDER_OPEN),
    ];
    let told = all.into_iter().filter(|(holds, _)| *holds).map(|(_, sentence)| sentence).chain(open(facts).map(|(_, sentence)| sentence));
    let mut codes = Vec::new();
    let once = told.filter(|sentence| {
        !codes.contains(&sentence.code) && {
            codes.push(sentence.code);
            true
        }
    });
    once.map(Caution::of).collect()
}
