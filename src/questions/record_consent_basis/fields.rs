//! The fields of the record, by the names that packs give them.

use super::bases::Sharer;
use super::consent::Standing;
use super::contradictions::{agreed_not_sought, consent_not_sought, decided_in_future, decided_too_late};
use super::facts::{AgreementOutcome, Facts};
use super::named;
use super::person::{Capacity, How, PersonsConsent};
use super::rule::LawfulBasis;
use crate::engine::form::{Each, Expected, Kind};
use crate::engine::scope::Scope;
use crate::error::{Code, Error};
use crate::value::given::{given, is_reasoned, is_written, names_a_recipient, party, reason_to_withhold, role};
use crate::value::json::Json;
use crate::value::spelling::{camel, word};
use crate::value::truth::Truth;
use crate::value::{names, read};

/// What was given for the record, and what follows from it.
pub(super) struct Fields<'f> {
    pub facts: &'f Facts,
    /// The bases under Article 6 that there are.
    pub bases: Vec<&'f LawfulBasis>,
    /// The conditions for special-category data that there are.
    pub conditions: Vec<&'f LawfulBasis>,
    pub purpose_is_safeguarding: Truth,
    /// Who shares, and when, as far as that closes a basis.
    pub sharer: Sharer,
}

impl<'f> Fields<'f> {
    /// What is known of a fact on which rules, fields and cautions hang.
    pub(super) fn truth(&self, fact: &str) -> Truth {
        let facts = self.facts;
        match fact {
            "consent_sought" => facts.consent_sought,
            "family_informed" => facts.family_informed,
            "agreement_sought" => facts.agreement_sought,
            "special_category" => facts.special_category,
            "criminal_offence_data" => facts.criminal_offence_data,
            "high_risk" => facts.high_risk,
            "fii_concern" => facts.fii_concern.unwrap_or_default(),
            "parents_pose_risk" => facts.parents_pose_risk.unwrap_or_default(),
            "consent_given" if consent_not_sought(facts) => Truth::Unknown,
            "consent_given" => Standing::of(facts).is_given(),
            "consent_withdrawn" => Truth::from(Standing::of(facts) == Standing::Withdrawn).or(facts.consent_withdrawn.unwrap_or_default()),
            "sensitive_data" => self.truth("special_category").or(self.truth("criminal_offence_data")),
            "safeguarding_purpose" => self.purpose_is_safeguarding,
            _ => Truth::Unknown,
        }
    }

    /// The basis that a text names although it is not open here; none where it names another too.
    fn not_open<'b>(&self, text: &str, bases: &[&'b LawfulBasis]) -> Option<&'b LawfulBasis> {
        let named = bases.iter().copied().filter(|basis| named::words_naming(text, basis) > 0);
        // Of two that are named by as many words the open one counts.
        let foremost = named.max_by_key(|basis| (named::words_naming(text, basis), self.sharer.not_open(basis).is_none()));
        foremost.filter(|basis| self.sharer.not_open(basis).is_some())
    }

    /// The bases that are relied on and are not open here.
    pub(super) fn resting_on_nothing(&self) -> impl Iterator<Item = &'f LawfulBasis> {
        let of = |text: &Option<String>, bases: &[&'f LawfulBasis]| text.as_deref().and_then(|text| self.not_open(text, bases));
        [of(&self.facts.lawful_basis, &self.bases), of(&self.facts.art9_condition, &self.conditions)].into_iter().flatten()
    }

    /// Is a basis relied on that is closed to public authorities, while nobody knows whether the body that holds the information is
    /// one?
    pub(super) fn may_rest_on_nothing(&self) -> bool {
        self.relied_on().is_some_and(|basis| self.sharer.not_open(basis).is_none() && self.sharer.may_be_closed(basis))
    }

    /// Is consent relied on, while it is not known whether it was given?
    pub(super) fn relies_on_unknown_consent(&self) -> bool {
        self.relied_on().is_some_and(|basis| basis.rests_on_consent) && Standing::of(self.facts) == Standing::NotKnown
    }

    /// The basis under Article 6 that is named as relied on.
    fn relied_on(&self) -> Option<&'f LawfulBasis> {
        let text = self.facts.lawful_basis.as_deref().unwrap_or_default();
        let named = self.bases.iter().copied().filter(|basis| named::words_naming(text, basis) > 0);
        named.max_by_key(|basis| named::words_naming(text, basis))
    }

    /// Is a body given that no document knows, where bases hang on what it is?
    pub(super) fn is_body_unheard(&self) -> bool {
        let may_be_closed = || self.bases.iter().any(|basis| self.sharer.may_be_closed(basis));
        self.facts.controller.as_deref().and_then(given).is_some() && may_be_closed()
    }

    /// Refuses a condition that is none of those that the law has.
    pub(super) fn check_condition(&self) -> Result<(), Error> {
        let given = self.facts.art9_condition.as_deref().filter(|text| named::says_more_than_the_law(text));
        if given.is_none_or(|text| self.conditions.is_empty() || named::is_condition(text, &self.conditions)) {
            return Ok(());
        }
        let names: Vec<&str> = self.conditions.iter().map(|condition| &*condition.basis).collect();
        let expected = format!("expected one of {}, or its place in the law, such as Article 9(2)(g)", names.join(", "));
        Err(Error::new(Code::BadWord, "art9Condition", expected))
    }

    /// The fields in which something stands that says nothing: `tbc`. Where a reason or a condition is not called for, it may.
    pub(super) fn filled_with_nothing(&self) -> Vec<&'static str> {
        let facts = self.facts;
        let texts = [
            ("subject_ref", &facts.subject_ref, true),
            ("retention", &facts.retention, true),
            ("information_shared", &facts.information_shared, true),
            ("purpose", &facts.purpose, true),
            ("lawful_basis", &facts.lawful_basis, true),
            ("decided_by", &facts.decided_by, true),
            ("reasoning_not_sought", &facts.reasoning_not_sought, !facts.consent_sought.is_yes()),
            ("reason_not_informed", &facts.reason_not_informed, !facts.family_informed.is_yes()),
            ("art9_condition", &facts.art9_condition, self.truth("special_category").is_yes()),
            ("criminal_condition", &facts.criminal_condition, self.truth("criminal_offence_data").is_yes()),
        ];
        let is_typed = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.trim().is_empty());
        let typed = texts.into_iter().filter(|(_, text, counts)| *counts && is_typed(text)).map(|(field, ..)| field);
        let typed = typed.chain(facts.shared_with.as_ref().map(|_| "shared_with"));
        typed.filter(|field| !self.on_record(field).is_yes()).collect()
    }

    /// Is a field on record? Agreement counts once it was sought; other questions once they are answered.
    pub(super) fn on_record(&self, field: &str) -> Truth {
        let facts = self.facts;
        let text = match field {
            "information_shared" => &facts.information_shared,
            "facts" => &facts.facts,
            "purpose" => &facts.purpose,
            "reasoning_not_sought" => return gives_reason_to_withhold(&facts.reasoning_not_sought).into(),
            "reason_not_informed" => return gives_reason_to_withhold(&facts.reason_not_informed).into(),
            "agreed_by" if !agreed_not_sought(facts) => return facts.agreed_by.as_deref().and_then(party).is_some().into(),
            "lawful_basis" => {
                let stands = |text: &str| named::names_one(text, &self.bases) && self.not_open(text, &self.bases).is_none();
                return facts.lawful_basis.as_deref().is_some_and(stands).into();
            }
            "art9_condition" => {
                let stands = |text: &str| named::is_condition(text, &self.conditions) && self.not_open(text, &self.conditions).is_none();
                return facts.art9_condition.as_deref().is_some_and(stands).into();
            }
            "criminal_condition" => return facts.criminal_condition.as_deref().is_some_and(named::says_more_than_the_law).into(),
            "necessary" => return is_reasoned(facts.necessary.as_deref()).into(),
            "proportionate" => return is_reasoned(facts.proportionate.as_deref()).into(),
            "relevant" => return is_reasoned(facts.relevant.as_deref()).into(),
            "decided_by" => return is_somebody(&facts.decided_by),
            "subject_ref" => return facts.subject_ref.as_deref().is_some_and(is_reference).into(),
            "retention" => &facts.retention,
            "childs_view" => &facts.childs_view,
            "consent_covers" => &facts.consent_covers,
            "consent_how" => return facts.consent_how.is_some().into(),
            "consent_until" => return facts.consent_until.is_some().into(),
            "consent_withdrawn_at" => return facts.consent_withdrawn_at.is_some().into(),
            "consents" => return facts.consents.as_ref().is_some_and(|each| !each.is_empty()).into(),
            "decided_at" => return (facts.decided_at.is_some() && !decided_too_late(facts) && !decided_in_future(facts)).into(),
            "agreement_outcome" | "agreed_by" if agreed_not_sought(facts) => return Truth::No,
            "agreement_outcome" => return facts.agreement_outcome.is_some().into(),
            "shared_with" => return facts.shared_with.iter().flat_map(|who| &who.0).any(|name| names_a_recipient(name)).into(),
            "agreement_sought" => return facts.agreement_sought,
            question => return (!self.truth(question).is_unknown()).into(),
        };
        is_written(text.as_deref()).into()
    }
}

/// Is there a reason not to ask, or not to tell?
pub(super) fn gives_reason_to_withhold(text: &Option<String>) -> bool {
    text.as_deref().and_then(reason_to_withhold).is_some()
}

/// Is a text a reference: a number is one, which says nothing anywhere else?
fn is_reference(text: &str) -> bool {
    is_written(Some(text)) || text.contains(|sign: char| matches!(sign, '1'..='9'))
}

/// Does a text name somebody by role?
fn is_somebody(text: &Option<String>) -> Truth {
    text.as_deref().and_then(role).is_some().into()
}

/// Facts that are worked out from fields of the record.
const WORKED_OUT: [&str; 2] = ["sensitive_data", "safeguarding_purpose"];

/// Is this a field of the record, as packs spell it, or a fact that is worked out from some?
pub(crate) fn is_recorded(field: &str) -> bool {
    let name = camel(field);
    let mut fields = names::fields_of::<Facts>().iter().chain(names::fields_of::<Scope>());
    WORKED_OUT.contains(&field) || fields.any(|known| *known == name)
}

/// What is asked of each person's consent.
const OF_A_CONSENT: &[(&str, Kind)] = &[("who", Kind::Text), ("given", Kind::Answer), ("covers", Kind::Text), ("until", Kind::Moment)];

/// What is expected in a field, as it is read there.
pub(super) fn expected_at(path: &str) -> Expected {
    let of_a_person = path.split_once("].").map(|(_, field)| field);
    let refused = |value: Json<'static>| {
        let mut given = Json::Null;
        given.set(of_a_person.unwrap_or(path), value);
        let refused = match of_a_person {
            Some(_) => read::json::<PersonsConsent>(&given).err(),
            None => read::json::<Facts>(&given).err(),
        };
        refused.map(|error| error.code())
    };
    let by_text = || match refused(Json::text("given")) {
        Some(Code::BadDate) => Kind::Moment.into(),
        Some(Code::BadWord) if of_a_person == Some("as") => Expected::one_of(Capacity::ALL.map(word).into()),
        Some(Code::BadWord) if path == "consentHow" => Expected::one_of(How::ALL.map(word).into()),
        Some(Code::BadWord) => Expected::one_of(AgreementOutcome::ALL.map(word).into()),
        _ => Kind::Text.into(),
    };
    match (refused(Json::Bool(true)), refused(Json::List(Vec::new()))) {
        (None, _) => Kind::Answer.into(),
        (_, None) if path == "consents" => Expected::list_of(Each::Fields(OF_A_CONSENT)),
        (_, None) => Expected::list_of(Each::One(Kind::Text)),
        _ => by_text(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_of_the_record_is_known_by_the_name_that_packs_give_it() {
        for field in ["information_shared", "art9_condition", "salt", "as_of", "sensitive_data", "safeguarding_purpose"] {
            assert!(is_recorded(field), "{field}");
        }
        for other in ["worry", "", "sensitiveData", "rules"] {
            assert!(!is_recorded(other), "{other}");
        }
    }

    #[test]
    fn a_form_asks_for_a_field_in_the_kind_in_which_it_is_read() {
        let kind = |path| expected_at(path).kind;
        assert_eq!(["consentSought", "sharedWith", "decidedAt"].map(kind), [Kind::Answer, Kind::List, Kind::Moment]);
        assert_eq!(["purpose", "no.such.field"].map(kind), [Kind::Text, Kind::Text]);
        let outcomes = ["agreed", "not-agreed", "partly-agreed"].map(str::to_owned);
        let ways = ["spoken", "written", "another-way"].map(str::to_owned);
        assert_eq!(expected_at("consentHow"), Expected::one_of(ways.into()));
        assert_eq!(["consentWithdrawn", "consents", "consentUntil"].map(kind), [Kind::Answer, Kind::List, Kind::Moment]);
        assert_eq!(expected_at("agreementOutcome"), Expected::one_of(outcomes.into()));
    }
}
