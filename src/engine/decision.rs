//! The one shape of every answer: what, why, what else, what is still to ask, and what it rests on.

use chrono::NaiveDate;
use serde::Serialize;

use super::basis::Basis;
use crate::pack::Pack;
use crate::pack::rule::{AnyRule, Force};
use crate::text::sentences::{PLANNED_LATER, PLANNED_LATER_EXPLAINED};
use crate::text::{Part, Said, Sentence};
use crate::value::planned::Override;
use crate::value::{Text, is_false};

/// An answer with its reasons. It cannot fail; bad input is refused before it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Decision<A> {
    /// The answer itself.
    pub answer: A,
    /// False while `ask` is not empty.
    pub settled: bool,
    /// The rules it rests on.
    pub because: Vec<Cited>,
    /// Rules that apply as well and do not govern.
    pub also_applies: Vec<Cited>,
    /// Rules that came near and do not govern, or are not in force on the day, each with the reason.
    pub set_aside: Vec<Cited>,
    /// The facts whose being unknown makes this answer sooner, or its lists longer.
    pub ask: Vec<Ask>,
    /// What to bear in mind, by code.
    pub cautions: Vec<Caution>,
    /// Enough to work the same answer out again years later.
    pub basis: Basis,
}

impl<A> Decision<A> {
    /// The same with its answer made into another.
    pub(crate) fn map<B>(self, answer: impl FnOnce(A) -> B) -> Decision<B> {
        Decision {
            answer: answer(self.answer),
            settled: self.settled,
            because: self.because,
            also_applies: self.also_applies,
            set_aside: self.set_aside,
            ask: self.ask,
            cautions: self.cautions,
            basis: self.basis,
        }
    }

    /// A rule on which the answer rests, or that applies as well, is not told as set aside as a whole too.
    pub(crate) fn set_aside_no_rule_that_is_cited(&mut self) {
        let is_same = |cited: &Cited, aside: &Cited| cited.id == aside.id && cited.document == aside.document;
        let is_cited = |aside: &Cited| self.because.iter().chain(&self.also_applies).any(|cited| is_same(cited, aside));
        self.set_aside.retain(|aside| aside.in_part || !is_cited(aside));
    }
}

/// What a question gives beside its answer; the stack makes the decision of it.
#[derive(Debug, Default)]
pub(crate) struct Reasons {
    pub because: Vec<Cited>,
    pub also_applies: Vec<Cited>,
    pub set_aside: Vec<Cited>,
    pub ask: Vec<Ask>,
    pub cautions: Vec<Caution>,
    pub others_considered: bool,
    /// The present day, where it was told.
    pub today: Option<NaiveDate>,
}

impl Reasons {
    /// The same with the rule first of which the answer's heading speaks.
    pub(crate) fn led_by(mut self, rule: Option<&str>) -> Self {
        if let Some(place) = rule.and_then(|rule| self.because.iter().position(|cited| *cited.id == *rule)) {
            self.because[..=place].rotate_right(1);
        }
        self
    }
}

/// A rule that an answer rests on.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Cited {
    /// The rule's id, for example `TR-T0`.
    pub id: Text,
    /// What it asks, in plain English.
    pub sentence: Said,
    /// How strongly the document puts it.
    pub force: Force,
    /// What that force is worth where it could be mistaken for law.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub force_note: Option<Said>,
    /// The document's title.
    pub document: Text,
    /// The place in the document.
    pub place: Text,
    /// Its operative words; empty where none were supplied to be quoted.
    pub words: Text,
    /// How it was read, where that needed a reading.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<Said>,
    /// The end of this rule's own time limit, where it sets one and a start is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_by: Option<NaiveDate>,
    /// Does it stand here only because something is not known?
    #[serde(skip_serializing_if = "is_false")]
    pub provisional: bool,
    /// Why it does not govern here, where it was set aside.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Said>,
    /// Is it set aside in part alone, as its reason says, while the rest of it may hold?
    #[serde(skip)]
    pub(crate) in_part: bool,
}

impl Cited {
    /// A rule of a pack, as answers cite it.
    pub(crate) fn of(pack: &Pack, rule: &dyn AnyRule) -> Self {
        let (document, cite) = (pack.document(), rule.cite());
        Cited {
            id: Text::clone(&cite.id),
            sentence: says(rule),
            force: cite.force,
            force_note: document.force.note(cite.force).map(Sentence::said),
            document: Text::clone(&document.title),
            place: Text::clone(&cite.at),
            words: if document.paraphrased { Text::default() } else { Text::clone(&cite.words) },
            reading: cite.reading.as_ref().map(|reading| Said::of_pack(rule.room(), &format!("{}.reading", cite.id).into(), reading)),
            due_by: None,
            provisional: false,
            reason: None,
            in_part: false,
        }
    }

    /// The same rule, set aside for a reason.
    #[must_use]
    pub(crate) fn set_aside(self, reason: Said) -> Self {
        Cited { reason: Some(reason), ..self }
    }

    /// The same rule, of which one part is set aside for a reason.
    #[must_use]
    pub(crate) fn set_aside_in_part(self, reason: Said) -> Self {
        Cited { in_part: true, ..self.set_aside(reason) }
    }
}

/// What a rule says.
pub(crate) fn says(rule: &dyn AnyRule) -> Said {
    Said::of_pack(rule.room(), &rule.cite().id, &rule.cite().says)
}

/// A question that would settle the answer.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Ask {
    /// The fact's path, as in refusals: `concerns.seriousRisk`.
    pub path: String,
    /// The question, in the pack's words.
    pub question: Said,
}

/// Two questions about one fact are one.
impl PartialEq for Ask {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path
    }
}

impl Ask {
    /// A question about the fact at a path.
    pub(crate) fn new(path: impl Into<String>, question: Said) -> Self {
        Ask { path: path.into(), question }
    }
}

/// Something to bear in mind.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Caution {
    /// The code, in kebab-case.
    pub code: Text,
    /// How soon it is to be heeded: before anything else, or as something to bear in mind, which may be folded where there are
    /// many.
    pub level: Level,
    /// The sentence.
    pub text: Said,
}

/// How soon a caution is to be heeded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Level {
    /// It is to be done, or left, before anything else.
    First,
    /// It is to be borne in mind.
    Further,
}

impl Level {
    pub(crate) fn of(first: bool) -> Self {
        if first { Level::First } else { Level::Further }
    }
}

impl Caution {
    /// A caution of ours, as it stands.
    pub(crate) fn of(sentence: &'static Sentence) -> Self {
        Caution { code: sentence.code.into(), level: Level::of(sentence.first), text: sentence.said() }
    }

    /// What is said of a plan that is later than an answer; what it still lacks is asked for.
    pub(crate) fn of_plan(plan: &Override) -> Option<Self> {
        plan.later.then(|| Caution::of(if plan.explained { PLANNED_LATER_EXPLAINED } else { PLANNED_LATER }))
    }

    /// A caution of ours, with something in its places.
    pub(crate) fn with<const N: usize>(sentence: &'static Sentence, places: [(&'static str, Part); N]) -> Self {
        Caution { code: sentence.code.into(), level: Level::of(sentence.first), text: sentence.with(places) }
    }
}
