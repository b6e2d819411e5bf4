//! The one shape of every answer: what, why, what else, what is still to ask, and what it rests on.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::Serialize;

use super::citation::Force;

/// An answer with its reasons. It cannot fail; bad input is refused before it.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Decision<'p, A> {
    /// The answer itself.
    pub answer: A,
    /// False while there is something to ask.
    pub settled: bool,
    /// The rules it rests on.
    pub because: Vec<Cited<'p>>,
    /// Rules that apply as well and do not govern.
    pub also_applies: Vec<Cited<'p>>,
    /// Rules that were set aside, each with the reason.
    pub set_aside: Vec<Cited<'p>>,
    /// The facts whose being unknown makes this answer sooner, or its lists longer.
    pub ask: Vec<Ask>,
    /// What to bear in mind, by code.
    pub cautions: Vec<Caution>,
    /// Enough to work the same answer out again years later.
    pub basis: Basis<'p>,
}

/// A rule that an answer rests on.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Cited<'p> {
    /// The rule's id.
    pub id: &'p str,
    /// What it asks, in plain English.
    pub sentence: &'p str,
    /// How strongly the document puts it.
    pub force: Force,
    /// What that force is worth where it could be mistaken for law.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub force_note: Option<&'static str>,
    /// The document's title.
    pub document: &'p str,
    /// The place in the document.
    pub place: &'p str,
    /// Its operative words.
    pub words: &'p str,
    /// How it was read, where that needed a reading.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<&'p str>,
    /// The end of the time this rule itself gives.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_by: Option<NaiveDate>,
    /// Does it stand here only because something is not known?
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub provisional: bool,
    /// Why it does not govern here, where it was set aside.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl Cited<'_> {
    /// The same rule, set aside for a reason.
    #[must_use]
    pub fn set_aside(self, reason: impl Into<String>) -> Self {
        Cited { reason: Some(reason.into()), ..self }
    }
}

/// A question that would settle the answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ask {
    /// The fact's path, as in refusals: `concerns.seriousRisk`.
    pub path: String,
    /// The question.
    pub question: String,
}

/// Something to bear in mind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Caution {
    /// The code, in kebab-case.
    pub code: &'static str,
    /// The sentence.
    pub text: Cow<'static, str>,
}

impl Caution {
    /// A caution by code and sentence.
    pub fn new(code: &'static str, text: impl Into<Cow<'static, str>>) -> Self {
        Caution { code, text: text.into() }
    }
}

/// What an answer was worked out with.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Basis<'p> {
    /// Version of this library.
    pub engine: &'static str,
    /// The packs in use, the local one first.
    pub packs: Vec<PackBasis<'p>>,
    /// The last day for which bank holidays in England and Wales are known.
    pub bank_holidays_known_until: NaiveDate,
    /// Did the caller attest that every unnamed fact was considered and is a no?
    pub others_considered: bool,
}

/// A pack, exactly enough to find it again.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PackBasis<'p> {
    /// The pack's id.
    pub id: &'p str,
    /// Its version.
    pub version: &'p str,
    /// SHA-256 of its content, hexadecimal.
    pub hash: &'p str,
    /// The document's title.
    pub title: &'p str,
    /// What it cites, and that it is neither confirmed in force nor endorsed.
    pub label: String,
    /// What replaced it, or the edition that it cites.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub superseded_by: Option<&'p str>,
}
