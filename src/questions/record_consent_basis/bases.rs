//! Lawful bases and conditions: listed to consider, never chosen.

use chrono::NaiveDate;

use super::answer::Basis;
use super::consent::Standing;
use super::facts::Facts;
use super::rule::{BasisKind, LawfulBasis};
use super::share::Share;
use crate::engine::decision::says;
use crate::engine::stack::Stack;
use crate::pack::rule::Rule;
use crate::text::Said;
use crate::text::dates::said;
use crate::text::sentences::{CONSENT_DOES_NOT_STAND, IN_FORCE_FROM, NOT_FOR_PUBLIC_BODIES};
use crate::value::Text;
use crate::value::given::given;
use crate::value::spelling::folded;
use crate::value::truth::Truth;

/// Bases of some kinds.
pub(super) struct Bases {
    /// To consider, those first that a document in use recommends.
    pub open: Vec<Basis>,
    /// Not open here, and why.
    pub excluded: Vec<Basis>,
}

impl Bases {
    pub(super) fn of(share: &Share<'_>, kinds: &[BasisKind]) -> Self {
        let rules = share.stack.packs.iter().flat_map(|pack| pack.rules::<LawfulBasis>());
        let of_these_kinds = rules.filter(|rule| kinds.contains(&rule.own.kind));
        let basis = |rule| basis(rule, share.stack, recommended_by(share, rule), share.fields.sharer.not_open(&rule.own));
        let (open, excluded): (Vec<Basis>, Vec<Basis>) = of_these_kinds.map(|rule| basis(rule)).partition(|basis| basis.reason.is_none());
        let (mut open, others): (Vec<Basis>, Vec<Basis>) = open.into_iter().partition(|basis| basis.recommended.is_some());
        open.extend(others);
        Bases { open, excluded }
    }
}

/// The ids of those of a kind, by which a form asks for the one that is relied on.
pub(super) fn ids_of(kind: BasisKind, stack: &Stack) -> Vec<String> {
    let rules = stack.packs.iter().flat_map(|pack| pack.rules::<LawfulBasis>());
    rules.filter(|rule| rule.own.kind == kind).map(|rule| rule.own.basis.to_string()).collect()
}

fn basis(rule: &Rule<LawfulBasis>, stack: &Stack, recommended: Option<Text>, reason: Option<Said>) -> Basis {
    Basis {
        id: Text::clone(&rule.own.basis),
        kind: rule.own.kind,
        label: rule.own.called(stack),
        article: Text::clone(&rule.own.article),
        words: Text::clone(&rule.cite.words),
        why: says(rule),
        rule: Text::clone(&rule.cite.id),
        recommended,
        reason,
    }
}

/// The first rule that recommends a basis.
fn recommended_by(share: &Share<'_>, basis: &Rule<LawfulBasis>) -> Option<Text> {
    let recommending = share.rules.iter().find(|(_, rule)| rule.own.bases.contains(&basis.own.basis));
    recommending.map(|(_, rule)| Text::clone(&rule.cite.id))
}

/// Who shares, and when, as far as that closes a basis.
pub(super) struct Sharer {
    is_public_body: Truth,
    has_no_consent: bool,
    day: Option<NaiveDate>,
}

impl Sharer {
    pub(super) fn of(facts: &Facts, stack: &Stack) -> Self {
        Sharer {
            has_no_consent: Standing::of(facts).is_gone(),
            is_public_body: facts.controller.as_deref().and_then(given).map_or(Truth::Unknown, |body| is_public(body, stack)),
            // When the record was made is the last to tell: the door fills that in by itself.
            day: facts.date.or(facts.decided_at).map(|at| at.date()).or(stack.as_of).or(facts.created_at.map(|at| at.date())),
        }
    }

    /// Why a basis is not open here; none where it is.
    pub(super) fn not_open(&self, basis: &LawfulBasis) -> Option<Said> {
        if basis.not_for_public_bodies && self.is_public_body.is_yes() {
            return Some(NOT_FOR_PUBLIC_BODIES.said());
        }
        if basis.rests_on_consent && self.has_no_consent {
            return Some(CONSENT_DOES_NOT_STAND.said());
        }
        let from = basis.in_force_from.filter(|from| self.day.is_some_and(|day| day < *from))?;
        Some(IN_FORCE_FROM.with([("date", said(from).into())]))
    }

    /// May a basis be closed here, because nobody knows whether the body is a public authority?
    pub(super) fn may_be_closed(&self, basis: &LawfulBasis) -> bool {
        basis.not_for_public_bodies && self.is_public_body.is_unknown()
    }
}

/// Is a body a public authority: one whose name a document lists, or else by the words of its name? Words of both kinds leave it
/// open, and so does a body that no document knows.
fn is_public(body: &str, stack: &Stack) -> Truth {
    let id = folded(body);
    let within = ["-", &id, "-"].concat();
    let (mut public, mut other) = (false, false);
    for (name, body) in stack.entries(|pack| &pack.words.controller) {
        if **name == *id || body.also.iter().any(|also| **also == *id) {
            return body.public.into();
        }
        let is_within = |name: &Text| within.contains(&["-", name, "-"].concat());
        if is_within(name) || body.also.iter().any(is_within) {
            *(if body.public { &mut public } else { &mut other }) = true;
        }
    }
    if public == other { Truth::Unknown } else { public.into() }
}
