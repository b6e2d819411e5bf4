//! A decision, said in the words of a catalogue.

use serde::Serialize;

use crate::engine::basis::PackBasis;
use crate::engine::decision::{Ask, Cited};
use crate::engine::question::Decided;
use crate::text::Said;
use crate::text::catalogue::Catalogue;
use crate::text::sentences::{NOT_SETTLED, NOTE_SOURCE, SETTLED, WHY, WHY_NOT};
use crate::value::spelling::word;

/// A question that would settle the answer.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Missing {
    /// The fact's path.
    pub path: String,
    /// The question.
    pub question: String,
}

/// A decision in the words of a catalogue.
pub(super) struct Told<'c> {
    pub catalogue: &'c Catalogue,
    pub heading: String,
    advice: Option<String>,
    settled: bool,
    pub why: Vec<String>,
    pub why_not: Vec<String>,
    pub missing: Vec<Missing>,
    cautions: Vec<String>,
    /// The documents it rests on.
    pub sources: Vec<String>,
}

impl<'c> Told<'c> {
    pub(super) fn of(decision: &Decided, catalogue: &'c Catalogue) -> Self {
        let say = |said: &Said| said.in_words_of(catalogue);
        let missing = |ask: &Ask| Missing { path: ask.path.clone(), question: say(&ask.question) };
        Told {
            catalogue,
            heading: say(decision.answer.heading()),
            advice: decision.answer.advice().map(say),
            settled: decision.settled,
            why: decision.because.iter().map(|rule| say(&why(rule))).collect(),
            why_not: decision.set_aside.iter().map(|rule| say(&why_not(rule))).collect(),
            missing: decision.ask.iter().map(missing).collect(),
            cautions: decision.cautions.iter().map(|caution| say(&caution.text)).collect(),
            sources: decision.basis.packs.iter().map(|pack| say(&source(pack))).collect(),
        }
    }

    /// Is it settled, or what is still to ask?
    pub(super) fn settledness(&self) -> String {
        if self.settled {
            return SETTLED.said().in_words_of(self.catalogue);
        }
        let questions: Vec<&str> = self.missing.iter().map(|missing| missing.question.as_str()).collect();
        NOT_SETTLED.with([("questions", questions.join(" ").into())]).in_words_of(self.catalogue)
    }

    /// The answer with its reasons.
    pub(super) fn explanation(&self) -> String {
        let advice = self.advice.clone().unwrap_or_else(|| self.settledness());
        let reasons = self.why.iter().chain(&self.why_not).chain(&self.cautions).cloned();
        [self.heading.clone(), advice].into_iter().chain(reasons).collect::<Vec<_>>().join("\n")
    }
}

fn why(rule: &Cited) -> Said {
    WHY.with([
        ("id", (&rule.id).into()),
        ("sentence", rule.sentence.clone().into()),
        ("document", (&rule.document).into()),
        ("place", (&rule.place).into()),
        ("words", (&rule.words).into()),
        ("force", word(rule.force).into()),
    ])
}

fn why_not(rule: &Cited) -> Said {
    let reason = rule.reason.clone().unwrap_or_else(|| Said::plain(""));
    WHY_NOT.with([("id", (&rule.id).into()), ("sentence", rule.sentence.clone().into()), ("reason", reason.into())])
}

fn source(pack: &PackBasis) -> Said {
    NOTE_SOURCE.with([("document", (&pack.title).into()), ("version", (&pack.version).into()), ("label", pack.label.as_str().into())])
}
