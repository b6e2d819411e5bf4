//! What a form asks beside the facts of the packs: the agencies that rules speak of without naming them.

use super::rule::Own;
use crate::engine::decision::Ask;
use crate::engine::form::{Each, Expected, Field, Form, Kind};
use crate::engine::question::Open;
use crate::engine::stack::Held;
use crate::text::Sentence;
use crate::text::sentences::{ASK_AGENCIES, ASK_REFERRER, ASK_SERVICES};

/// How a form asks for a meeting.
pub(super) const FORM: Form = Form { needs_meeting: true, rules_compete: true, ..Form::BY_FACTS };

/// A field, and the members of rules that stand for what is given there.
const FIELDS: [(&str, &Sentence, &[&str]); 3] = [
    ("referrer", ASK_REFERRER, &["referring-agency"]),
    ("services", ASK_SERVICES, &["services", "health-services", "other-services"]),
    ("agencies", ASK_AGENCIES, &["informed-agencies", "involved-agencies", "package-agencies", "agencies-outside-package"]),
];

/// What is asked of each other agency.
const OF_AN_AGENCY: &[(&str, Kind)] =
    &[("name", Kind::Text), ("hasRelevantInformation", Kind::Answer), ("directInvolvement", Kind::Answer), ("inPackage", Kind::Answer)];

/// What is expected at the paths that are no facts of the packs.
pub(super) fn expects_at(path: &str) -> Option<Expected> {
    match path {
        "referrer" => Some(Kind::Text.into()),
        "services" => Some(Expected::list_of(Each::One(Kind::Text))),
        "agencies" => Some(Expected::list_of(Each::Fields(OF_AN_AGENCY))),
        _ => None,
    }
}

/// Adds the fields of the question's own.
pub(super) fn own_fields(open: &Open<'_>, fields: &mut Vec<Field>) {
    let rules = open.case.rules::<Own>();
    let cited = || open.decision.because.iter().chain(&open.decision.also_applies);
    let told: Vec<&Held<'_, Own>> = rules.iter().filter(|held| cited().any(|cited| cited.id == held.rule.cite.id)).collect();
    for (path, question, members) in FIELDS.into_iter().filter(|(path, ..)| open.is_open(path)) {
        let speaks = |held: &&&Held<'_, Own>| held.rule.own.members().any(|member| members.contains(&&*member.what));
        let could_change = told.iter().filter(speaks).count();
        if could_change > 0 {
            fields.push(Field { could_change, ..open.field(Ask::new(path, question.said())) });
        }
    }
}
