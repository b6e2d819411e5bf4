//! What a form asks beside the facts of a concern: the moments from which times count, the reason that a longer time needs,
//! and the kinds of concern that make facts true.

use super::rule::{From, Own};
use crate::engine::decision::Ask;
use crate::engine::form::{Each, Expected, Field, Form, Kind, Moments};
use crate::engine::question::Open;
use crate::engine::stack::Stack;
use crate::text::Sentence;
use crate::text::sentences::{ASK_ACTION_AT, ASK_IDENTIFIED, ASK_RECEIVED, ASK_TYPES, ASK_WHY_COMPLEX, COMPLEX_NEEDS_REASON};
use crate::value::distinct;

const MOMENTS: [(&str, &Sentence, From); 3] = [
    ("referralReceivedAt", ASK_RECEIVED, From::ReferralReceived),
    ("concernsIdentifiedAt", ASK_IDENTIFIED, From::ConcernsIdentified),
    ("immediateActionAt", ASK_ACTION_AT, From::ImmediateAction),
];

const COMPLEX_REASON: &str = "complexReason";

/// How a form asks for a concern.
pub(super) const FORM: Form = Form {
    rules_compete: true,
    looks_at_every_rule: true,
    one_rule_governs: true,
    // The third would tell that there was a need to act at once.
    moments: Moments::Own(&[MOMENTS[0].0, MOMENTS[1].0]),
    reasons: &[COMPLEX_REASON],
    ..Form::BY_FACTS
};

/// Where the moment stands from which a time counts, where it has a field of its own.
pub(super) fn path_of(from: From) -> Option<&'static str> {
    MOMENTS.iter().find(|(.., own)| *own == from).map(|(path, ..)| *path)
}

/// Where the moments of a concern stand, the one first from which the time of a rule counts, or of the rule whose time it takes.
pub(crate) fn moments_counted_from(stack: &Stack, id: &str) -> Vec<&'static str> {
    let own = |id: &str| stack.rules_of_the_day::<Own>().map(|(_, rule)| rule).find(|rule| *rule.cite.id == *id).map(|rule| &rule.own);
    let from = own(id).and_then(|rule| rule.from.or_else(|| own(rule.applies.as_deref()?)?.from));
    distinct(from.and_then(path_of).into_iter().chain(MOMENTS.map(|(path, ..)| path)))
}

/// What is expected at the paths that are no facts of the packs.
pub(super) fn expects_at(path: &str) -> Option<Expected> {
    MOMENTS.iter().any(|(moment, ..)| *moment == path).then(|| Kind::Moment.into())
}

/// Adds the fields of the question's own.
pub(super) fn own_fields(open: &Open<'_>, fields: &mut Vec<Field>) {
    let rules = open.case.rules::<Own>();
    for (path, question, from) in MOMENTS {
        let counting = || rules.iter().filter(|held| held.rule.own.from == Some(from));
        let rests_on_it = counting().any(|held| open.decision.because.iter().any(|cited| cited.id == held.rule.cite.id));
        if open.is_open(path) && rests_on_it {
            let could_change = counting().filter(|held| !held.holds.is_no()).count().max(1);
            fields.push(Field { ask: Ask::new(path, question.said()), expected: Kind::Moment.into(), could_change });
        }
    }
    if open.decision.cautions.iter().any(|caution| *caution.code == *COMPLEX_NEEDS_REASON.code) {
        fields.push(Field { ask: Ask::new(COMPLEX_REASON, ASK_WHY_COMPLEX.said()), expected: Kind::Text.into(), could_change: 1 });
    }
    fields.extend(kinds_of_concern(open, fields));
}

/// The kinds of concern, where one could make a fact true that is worth asking.
fn kinds_of_concern(open: &Open<'_>, fields: &[Field]) -> Option<Field> {
    let stack = open.case.stack;
    let is_asked = |fact: &str| fields.iter().any(|field| field.ask.path == stack.path(fact));
    let types = || stack.entries(|pack| &pack.words.concern_type);
    let facts = types().flat_map(|(_, kind)| kind.makes.iter().chain(&kind.asks));
    let could_change = distinct(facts.filter(|fact| is_asked(fact))).len();
    let words = types().map(|(id, _)| id.to_string()).collect();
    let expected = Expected { words: Some(words), several: true, ..Expected::list_of(Each::One(Kind::Word)) };
    (could_change > 0 && open.is_open("concernTypes")).then(|| Field {
        ask: Ask::new("concernTypes", ASK_TYPES.said()),
        expected,
        could_change,
    })
}
