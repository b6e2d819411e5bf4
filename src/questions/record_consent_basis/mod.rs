//! **On what basis may information be shared, and what must be recorded?**
//!
//! The documents say what a record of sharing must hold; what is not there is named, and nothing here ever blocks a
//! share that protects a child. Lawful bases and conditions are listed to consider and never chosen. To share, to
//! meet and to engage are three consents, and none stands for another. The record is put in canonical form (RFC 8785)
//! and hashed with its salt, so that a later change shows and a short text cannot be guessed from its hash.

mod answer;
mod bases;
mod canonical;
mod consent;
mod contradictions;
mod facts;
mod fields;
mod named;
mod person;
mod record;
pub(crate) mod rule;
mod share;

use std::sync::Arc;

use crate::engine::decision::{Caution, Cited, Decision, Reasons};
use crate::engine::form::{Expected, Form};
use crate::engine::question::Question;
use crate::engine::reach::FAMILY;
use crate::engine::rulebook::Rulebook;
use crate::engine::scope::Scope;
use crate::engine::stack::Stack;
use crate::error::Error;
use crate::text::sentences::*;
use crate::text::{Said, Sentence};
use crate::value::truth::Truth;
pub use answer::{Basis, InformFamily, Record, SharingBasis};
use bases::Bases;
pub use consent::Standing;
pub use facts::{AgreementOutcome, Facts, OneOrMore};
pub(crate) use fields::is_recorded;
pub use person::{Capacity, How, PersonsConsent};
pub(crate) use rule::is_open_to_everybody;
pub use rule::{BasisKind, ConsentToMeet};
use share::{Share, Speaking};

/// The question in the list of all.
pub(crate) struct RecordConsentBasis;

impl Question for RecordConsentBasis {
    const NAME: &'static str = "record-consent-basis";
    const TABLE: &'static str = "record_consent_basis";
    const ASKS: &'static Sentence = ON_WHAT_BASIS;
    const FORM: Form = Form::BY_WHAT_IS_WRITTEN;
    type Facts = Facts;
    type Answer = SharingBasis;

    fn decide(scope: &Scope, facts: &Facts, rulebook: &Rulebook) -> Result<Decision<SharingBasis>, Error> {
        let stack = Self::stack(scope, rulebook)?;
        let share = Share::of(facts, &stack);
        share.fields.check_condition()?;
        Ok(decision(&share, share.record(scope)))
    }

    fn stack(scope: &Scope, rulebook: &Rulebook) -> Result<Arc<Stack>, Error> {
        rulebook.stack_for_records(scope)
    }

    fn expects_at(path: &str, stack: &Stack) -> Option<Expected> {
        let kind = match path {
            "lawfulBasis" => Some(BasisKind::Article6),
            "art9Condition" => Some(BasisKind::SpecialCategory),
            _ => None,
        };
        let ids = kind.map(|kind| bases::ids_of(kind, stack)).filter(|ids| !ids.is_empty());
        Some(ids.map_or_else(|| fields::expected_at(path), Expected::one_of))
    }
}

impl Rulebook {
    /// Answers on what basis information may be shared, and gives the record.
    ///
    /// # Errors
    /// An [`Error`] where an area or a pack is not known.
    ///
    /// ```
    /// use safeguarding_rules::record_consent_basis::Facts;
    /// use safeguarding_rules::{Rulebook, Scope, Truth};
    ///
    /// let facts = Facts {
    ///     information_shared: Some("School attendance since September".to_owned()),
    ///     purpose: Some("safeguard-child".to_owned()),
    ///     family_informed: Truth::No,
    ///     ..Facts::default()
    /// };
    /// let decision = Rulebook::built_in().record_consent_basis(&Scope::area("hampshire"), &facts)?;
    /// assert!(!decision.answer.sharing_blocked);
    /// assert!(decision.answer.record.missing.contains(&"reasonNotInformed".to_owned()));
    /// # Ok::<(), safeguarding_rules::Error>(())
    /// ```
    pub fn record_consent_basis(&self, scope: &Scope, facts: &Facts) -> Result<Decision<SharingBasis>, Error> {
        RecordConsentBasis::decide(scope, facts, self)
    }
}

fn decision(share: &Share<'_>, record: Record) -> Decision<SharingBasis> {
    let bases = Bases::of(share, &[BasisKind::Article6]);
    let conditions = Bases::of(share, &condition_kinds(share.facts));
    let purpose_is_safeguarding = share.fields.purpose_is_safeguarding;
    let asks = share.asks();
    let answer = SharingBasis {
        heading: heading(&record, purpose_is_safeguarding, asks.is_empty()),
        record,
        sharing_blocked: false,
        consent: Standing::of(share.facts),
        consent_required: if purpose_is_safeguarding.is_yes() { Truth::No } else { Truth::Unknown },
        consent_to_meet: share.consent_to_meet(),
        purpose_is_safeguarding,
        inform_family: inform_family(share.facts),
        precondition_met: share.precondition_met(),
        lawful_bases: bases.open,
        bases_excluded: bases.excluded.into_iter().chain(conditions.excluded).collect(),
        conditions: conditions.open,
    };
    let (beside, because): (Vec<&Speaking<'_>>, Vec<_>) = share.rules.iter().partition(|(_, rule)| share.only_recommends(rule));
    let beside = beside.into_iter().map(|(pack, rule)| Cited::of(pack, *rule).set_aside(RECORD_OF_ITS_OWN.said()));
    let gave_way = share.stack.rules_that_gave_way::<rule::Own>(std::slice::from_ref(&share.known), None);
    let gave_way = gave_way.map(|(pack, rule, reason)| Cited::of(pack, rule).set_aside(reason.clone()));
    let mut reasons = Reasons {
        because: because.into_iter().map(|(pack, rule)| Cited::of(pack, *rule)).collect(),
        set_aside: beside.chain(share.stack.weakened::<rule::Own>()).chain(gave_way).collect(),
        ask: asks,
        cautions: cautions(share),
        ..Reasons::default()
    };
    let facts = share.facts;
    share.stack.tell_far_dates([facts.date, facts.decided_at].into_iter().flatten(), &mut reasons);
    share.stack.decision(answer, reasons)
}

fn inform_family(facts: &Facts) -> InformFamily {
    match facts.family_informed {
        Truth::No if fields::gives_reason_to_withhold(&facts.reason_not_informed) => InformFamily::ExceptionRecorded,
        Truth::No => InformFamily::ExceptionToRecord,
        // Unknown never discloses.
        Truth::Yes | Truth::Unknown if facts.risk_is_in_doubt() => InformFamily::NotYet,
        // Whoever was told once is told nothing more.
        Truth::Yes | Truth::Unknown if facts.risk().is_yes() => InformFamily::NotYet,
        Truth::Yes | Truth::Unknown => InformFamily::Inform,
    }
}

/// Only a no to the kind of data keeps its conditions from being considered.
fn condition_kinds(facts: &Facts) -> Vec<BasisKind> {
    let held = [(facts.special_category, BasisKind::SpecialCategory), (facts.criminal_offence_data, BasisKind::CriminalOffence)];
    held.into_iter().filter(|(held, _)| !held.is_no()).map(|(_, kind)| kind).collect()
}

fn cautions(share: &Share<'_>) -> Vec<Caution> {
    let mut cautions = share.stack.cautions(RecordConsentBasis::NAME, &share.known, |_| true);
    cautions.extend(consent::cautions(share.facts, Standing::of(share.facts)));
    for basis in share.fields.resting_on_nothing() {
        let Some(reason) = share.fields.sharer.not_open(basis) else { continue };
        cautions.push(Caution::with(BASIS_NOT_OPEN, [("basis", (&basis.called(share.stack)).into()), ("reason", reason.into())]));
    }
    if share.fields.may_rest_on_nothing() || share.fields.is_body_unheard() {
        cautions.push(Caution::of(CONTROLLER_NOT_KNOWN));
    }
    if share.goes_ahead_without_agreement() {
        cautions.push(Caution::of(NOT_ALL_AGREED));
    }
    if share.facts.risk().is_yes() && share.facts.family_informed.is_yes() {
        cautions.push(Caution::of(TOLD_BESIDE_A_RISK));
    }
    let is_open = share.facts.risk_is_in_doubt() || share.reaches_them_unanswered();
    if is_open && share.facts.family_informed.is_yes() {
        cautions.push(Caution::of(TOLD_BEFORE_AN_ANSWER));
    }
    let names = ("names", share.stack.person(FAMILY).into());
    if share.facts.risk().is_yes() && share.facts.is_shared_with_family() {
        cautions.push(Caution::with(KEPT_FROM, [("why", RISK_IS_RECORDED.said().into()), names]));
    } else if share.facts.risk_is_in_doubt() || is_open && share.facts.is_shared_with_family() {
        cautions.push(Caution::with(NOT_YET_TO, [names]));
    } else if is_open && share.facts.family_informed.is_unknown() {
        cautions.push(Caution::of(TELL_AFTER_A_NO));
    }
    cautions.extend(share.contradictions().map(|(sentence, _)| Caution::of(sentence)));
    if share.facts.salt.is_none() {
        cautions.push(Caution::of(NO_SALT));
    }
    cautions
}

fn heading(record: &Record, purpose_is_safeguarding: Truth, is_settled: bool) -> Said {
    let complete = match record.missing.len() {
        0 if is_settled => RECORD_COMPLETE.said(),
        0 => NOTHING_MISSING_YET.said(),
        1 => ONE_MISSING.said(),
        several => SEVERAL_MISSING.with([("number", several.into())]),
    };
    let sentence = if purpose_is_safeguarding.is_no() { NOT_SAFEGUARDING } else { NEVER_STOPS };
    sentence.with([("complete", complete.into())])
}
