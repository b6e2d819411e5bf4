//! Puts a decision into words: why, why not, what would change it, what is still to ask, and a note for the case file.
//!
//! Everything here is told from the decision itself, so no sentence about a rule is written twice.

use serde::{Deserialize, Serialize};

use super::nearest::{NearestChange, nearest_change};
use super::note::case_note;
use super::request;
use super::variables::Variable;
use crate::engine::basis::PackBasis;
use crate::engine::decision::{Ask, Cited};
use crate::engine::question::{Decided, Listed};
use crate::engine::rulebook::Rulebook;
use crate::error::Error;
use crate::text::Said;
use crate::text::catalogue::Catalogue;
use crate::text::sentences::{NOT_SETTLED, NOTE_SOURCE, SETTLED, WHY, WHY_NOT};
use crate::value::json::Json;
use crate::value::moment::Moment;
use crate::value::spelling::word;

/// Which decision to explain, and for whom.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct Request {
    /// The question.
    #[serde(deserialize_with = "request::question")]
    pub question: &'static Listed,
    /// Its facts.
    #[serde(default, deserialize_with = "request::facts")]
    pub facts: Json<'static>,
    /// Who writes the note, by role.
    pub recorded_by: Option<String>,
    /// When.
    pub recorded_at: Option<Moment>,
}

/// A decision in words, in three lengths.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Explanation {
    /// The answer in one sentence.
    pub heading: String,
    /// The answer with its reasons.
    pub explanation: String,
    /// A note for the case file. The decision and its reason are left open for the person who makes them.
    pub case_note: String,
    /// Why: a sentence for each rule that the answer rests on.
    pub why: Vec<String>,
    /// Why not: a sentence for each rule that was set aside.
    pub why_not: Vec<String>,
    /// The smallest set of facts that would change the answer, of up to three, or of up to two where very many facts
    /// are asked for; none where no such set would.
    pub nearest_change: Option<NearestChange>,
    /// What is still to ask.
    pub missing: Vec<Missing>,
}

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

/// Explains a decision. A refusal of the question's has its path inside `facts`.
pub(super) fn explain(request: &Request, rulebook: &Rulebook) -> Result<Explanation, Error> {
    let in_facts = |error: Error| {
        let path = format!("facts.{}", error.path()).trim_end_matches('.').to_owned();
        error.at(path)
    };
    let decision = request.question.decide(&request.facts, rulebook).map_err(in_facts)?;
    let told = Told::of(&decision, rulebook.catalogue());
    let variables = Variable::of(request.question, &request.facts, rulebook);
    Ok(Explanation {
        explanation: told.explanation(),
        case_note: case_note(&told, request, &variables),
        nearest_change: nearest_change(request.question, &request.facts, &decision.answer, &variables, rulebook),
        heading: told.heading,
        why: told.why,
        why_not: told.why_not,
        missing: told.missing,
    })
}

/// A decision in the words of a catalogue.
pub(super) struct Told<'c> {
    pub catalogue: &'c Catalogue,
    pub heading: String,
    advice: Option<String>,
    settled: bool,
    pub why: Vec<String>,
    pub why_not: Vec<String>,
    missing: Vec<Missing>,
    cautions: Vec<String>,
    /// The documents it rests on.
    pub sources: Vec<String>,
}

impl<'c> Told<'c> {
    fn of(decision: &Decided, catalogue: &'c Catalogue) -> Self {
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

    fn explanation(&self) -> String {
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
