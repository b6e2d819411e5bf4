//! What would settle the answer for one child, and why a rule that came near does not govern.

use super::concern::Concern;
use super::rule::From;
use super::starts::Starts;
use super::time::Timed;
use crate::engine::decision::Ask;
use crate::engine::join::Joined;
use crate::text::sentences::{
    ANSWERED_NO, ANSWERED_NOT_KNOWN, ANSWERED_YES, ASK_IDENTIFIED, ASK_RECEIVED, ASK_TIME_OF_DAY, LENGTHENED, MADE_BY_KIND, NO_REASON,
    NOT_NAMED,
};
use crate::text::{Said, Sentence};
use crate::value::truth::Truth;
use crate::value::{Text, distinct};

/// The facts that bring this answer forward, of a combination the first.
pub(super) fn ask_facts(
    concern: &Concern<'_>,
    candidates: &[Timed<'_>],
    joined: &Joined<Timed<'_>>,
    known: Option<&Timed<'_>>,
) -> Vec<Ask> {
    let sooner = joined.in_force.iter().filter(|timed| known.is_none_or(|known| timed.is_sooner_than(known)));
    distinct(sooner.filter_map(|timed| fact_in_doubt(concern, candidates, timed))).iter().map(|fact| concern.ask(fact)).collect()
}

/// The first fact on which a rule hangs, and that nobody knows: one that it needs, or one that keeps another from lengthening it.
pub(super) fn fact_in_doubt(concern: &Concern<'_>, candidates: &[Timed<'_>], timed: &Timed<'_>) -> Option<Text> {
    let lengthening = || candidates.iter().filter(|other| other.lengthens(timed));
    let kept_from_lengthening = || lengthening().find_map(|other| concern.first(&other.rule.cite.unless, Truth::Unknown));
    concern.first(&timed.rule.cite.when, Truth::Unknown).or_else(kept_from_lengthening).map(Text::clone)
}

/// The times that could be earlier than the moment that stands in for them.
pub(super) fn ask_times(joined: &Joined<Timed<'_>>, starts: &Starts) -> Vec<Ask> {
    let stands_in = |from: From| starts.stands_in(from) && joined.in_force.iter().any(|timed| timed.time.from == from);
    let mut asks: Vec<Ask> = Vec::new();
    let given_as_a_day = |timed: &Timed<'_>| timed.time.from_a_day && !starts.stands_in(timed.time.from);
    asks.extend(joined.in_force.iter().filter(|timed| given_as_a_day(timed)).filter_map(|timed| {
        let path = super::form::path_of(timed.time.from)?;
        Some(Ask::new(path, ASK_TIME_OF_DAY.said()))
    }));
    if stands_in(From::ReferralReceived) {
        asks.push(Ask::new("referralReceivedAt", ASK_RECEIVED.said()));
    }
    if stands_in(From::ConcernsIdentified) || stands_in(From::ImmediateAction) {
        asks.push(Ask::new("concernsIdentifiedAt", ASK_IDENTIFIED.said()));
    }
    asks
}

/// Why a rule that came near does not govern: another lengthens it, no reason is on record for it, or a fact it hangs on
/// is answered otherwise. That another stands in its place is always told. None for a rule that applies, or that nothing spoke for.
pub(super) fn why_set_aside(timed: &Timed<'_>, concern: &Concern<'_>, candidates: &[Timed<'_>]) -> Option<Said> {
    if let Some(replaced) = concern.gave_way(timed.rule) {
        return Some(replaced.clone());
    }
    if let Some(longer) = candidates.iter().find(|other| other.lengthens(timed) && other.applies.is_yes()) {
        return Some(LENGTHENED.with([("rule", (&longer.rule.cite.id).into())]));
    }
    if concern.lacks_reason(timed.rule) {
        return Some(NO_REASON.said());
    }
    let cite = &timed.rule.cite;
    if timed.applies.is_yes() || concern.first(&cite.when, Truth::Yes).is_none() {
        return None;
    }
    let fact = |facts: &'_ [Text], truth: Truth| concern.first(facts, truth).cloned();
    let asked = |sentence: &'static Sentence, fact: &Text| sentence.with([("question", concern.stack.question(fact).into())]);
    let no = fact(&cite.when, Truth::No).map(|fact| asked(if concern.is_named(&fact) { ANSWERED_NO } else { NOT_NAMED }, &fact));
    let yes = || {
        let fact = fact(&cite.unless, Truth::Yes)?;
        let made_by = concern.made_by(&fact);
        Some(made_by.map_or_else(
            || asked(ANSWERED_YES, &fact),
            |kind| MADE_BY_KIND.with([("kind", (&kind.label).into()), ("question", concern.stack.question(&fact).into())]),
        ))
    };
    no.or_else(yes).or_else(|| fact(&cite.unless, Truth::Unknown).map(|fact| asked(ANSWERED_NOT_KNOWN, &fact)))
}
