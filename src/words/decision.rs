//! The one shape of every answer: what, why, what else, what is still to ask, and what it rests on.

use chrono::NaiveDate;

use super::citation::Force;
use super::said::{Part, Said, Sentence};
use crate::answers::answers;

answers! {
    /// An answer with its reasons. It cannot fail; bad input is refused before it.
    #[derive(Clone, Debug)]
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
}

answers! {
    /// A rule that an answer rests on.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Cited<'p> {
        /// The rule's id.
        pub id: &'p str,
        /// What it asks, in plain English.
        pub sentence: Said,
        /// How strongly the document puts it.
        pub force: Force,
        /// What that force is worth where it could be mistaken for law.
        pub force_note: Option<&'static str> where known,
        /// The document's title.
        pub document: &'p str,
        /// The place in the document.
        pub place: &'p str,
        /// Its operative words.
        pub words: &'p str,
        /// How it was read, where that needed a reading.
        pub reading: Option<&'p str> where known,
        /// The end of the time this rule itself gives.
        pub due_by: Option<NaiveDate> where known,
        /// Does it stand here only because something is not known?
        pub provisional: bool where known,
        /// Why it does not govern here, where it was set aside.
        pub reason: Option<Said> where known,
    }
}

impl Cited<'_> {
    /// The same rule, set aside for a reason.
    #[must_use]
    pub fn set_aside(self, reason: Said) -> Self {
        Cited { reason: Some(reason), ..self }
    }
}

answers! {
    /// A question that would settle the answer.
    #[derive(Clone, Debug)]
    pub struct Ask {
        /// The fact's path, as in refusals: `concerns.seriousRisk`.
        pub path: String,
        /// The question.
        pub question: Said,
    }
}

/// Two questions about one fact are one.
impl PartialEq for Ask {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path
    }
}

impl Ask {
    /// A question about the fact at a path.
    pub fn new(path: impl Into<String>, question: Said) -> Self {
        Ask { path: path.into(), question }
    }
}

answers! {
    /// Something to bear in mind.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Caution {
        /// The code, in kebab-case.
        pub code: &'static str,
        /// The sentence.
        pub text: Said,
    }
}

impl Caution {
    /// A caution of ours, as it stands.
    #[inline(never)]
    pub fn of(sentence: &Sentence) -> Self {
        Caution { code: sentence.code(), text: sentence.said() }
    }

    /// A caution of ours, with something in its places.
    pub fn with<const N: usize>(sentence: &Sentence, with: [(&'static str, Part); N]) -> Self {
        Caution { code: sentence.code(), text: sentence.with(with) }
    }

    /// A caution of a pack.
    pub fn of_pack(pack: &'static str, code: &'static str, text: &'static str) -> Self {
        Caution { code, text: Said::of_pack(pack, code, text) }
    }
}

answers! {
    /// What an answer was worked out with.
    #[derive(Clone, Debug)]
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
}

answers! {
    /// A pack, exactly enough to find it again.
    #[derive(Clone, Debug)]
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
        pub superseded_by: Option<&'p str> where known,
        /// When that was last checked.
        pub checked_on: NaiveDate,
        /// The editions of other guidance that it rests on.
        pub editions: Vec<EditionBasis<'p>>,
    }
}

answers! {
    /// An edition that a document rests on.
    #[derive(Clone, Debug)]
    pub struct EditionBasis<'p> {
        /// The rule that names it.
        pub id: &'p str,
        /// The edition.
        pub cites: &'p str,
        /// What has replaced it.
        pub replaced_by: Option<&'p str>,
    }
}
