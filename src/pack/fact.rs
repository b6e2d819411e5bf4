//! A fact that rules ask for, and what an answer at its path says of it.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::gives::Gives;
use crate::value::Text;
use crate::value::known::Stated;
use crate::value::moment::{self, Moment};
use crate::value::spelling::{camel, folded, is_camel_of};
use crate::value::truth::Truth;

/// A fact that rules ask for.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// The question, as a practitioner is asked it.
    pub asks: Text,
    /// Its path in the facts, where that is not its name: `child.lookedAfter`, `concerns.seriousRisk`.
    pub path: Option<Text>,
    /// The id of the rule that names this fact, where it has one of its own.
    #[allow(dead_code, reason = "read by those who trace rules: so every rule has a home")]
    pub id: Option<Text>,
    /// The words at its path that make it a yes. Only a word that the pack lists at that path makes it a no.
    #[serde(default)]
    pub is: Vec<Text>,
    /// All words, one of which may stand at its path; a pack's table `word` holds them with their synonyms.
    #[serde(default)]
    pub one_of: Vec<Text>,
    /// Is it answered with true and false as well as with its words?
    #[serde(default)]
    pub yes_or_no: bool,
    /// The count at its path above which it is a yes.
    pub more_than: Option<u32>,
    /// Is it a yes once anything is written at its path?
    #[serde(default)]
    pub filled: bool,
    /// What is to be written there, where not every text is it.
    pub gives: Option<Gives>,
    /// Is it a moment, from which times count?
    #[serde(default)]
    pub moment: bool,
    /// The moments before which it never lies, by the names of their facts: where it does, both are told and asked.
    #[serde(default)]
    pub not_before: Vec<Text>,
    /// The moment whose day or time of day a text gives, by the name of its fact: where it gives another, both are told and asked.
    pub tells_of: Option<Text>,
    /// Has that moment passed when it is told? Where it lies after the present one, it is told and asked.
    #[serde(default)]
    pub happened: bool,
    /// Whom it tells to have been there, by the name under which `attendance` tells it too: told in both ways, nobody counts as
    /// there.
    pub present: Option<Text>,
    /// It is a yes where all of these are.
    #[serde(default)]
    pub all_of: Vec<Text>,
    /// It is a yes where any of these is, and a no where all are.
    #[serde(default)]
    pub any_of: Vec<Text>,
    /// It is a yes where all of these are a no, and a no where any is a yes.
    #[serde(default)]
    pub none_of: Vec<Text>,
    /// Each of these tells it: a yes of any is a yes, and otherwise a no of any is a no.
    #[serde(default)]
    pub known_from: Vec<Text>,
    /// Unless it is a no, each of these needs an answer of its own: that the others were considered answers none of them.
    #[serde(default)]
    pub asks_too: Vec<Text>,
    /// Does it need an answer of its own where anything speaks of danger, of whatever pack? That the others were considered is none.
    #[serde(default)]
    pub asked_beside_danger: bool,
    /// A yes to any of these contradicts what it is known from; so does a no beside a yes. Then it is a no, is told and asked.
    #[serde(default)]
    pub contradicted_by: Vec<Text>,
    /// Does a yes to it speak of danger to a child?
    #[serde(default)]
    pub speaks_of_danger: bool,
    /// Is it a yes where anything speaks of danger, of whatever pack? A no to what it is known from is then told and asked.
    #[serde(default)]
    pub outweighed_by_danger: bool,
    /// The same of these facts alone.
    #[serde(default)]
    pub outweighed_by: Vec<Text>,
    /// A no beside a yes to any of these is not known: both are told, and it is asked again. Where nobody said no they tell nothing,
    /// and none of them is asked for it.
    #[serde(default)]
    pub no_is_doubted_by: Vec<Text>,
}

impl Fact {
    /// Is it asked of people, and not worked out from other facts?
    pub(crate) fn is_asked(&self) -> bool {
        self.parts().is_empty()
    }

    /// Does anything outweigh what it is known from?
    pub(crate) fn is_outweighed(&self) -> bool {
        self.outweighed_by_danger || self.outweighing().next().is_some()
    }

    /// The facts that outweigh what it is known from, or put a no to that in doubt.
    pub(crate) fn outweighing(&self) -> impl Iterator<Item = &Text> {
        self.outweighed_by.iter().chain(&self.no_is_doubted_by)
    }

    /// The facts that it is worked out from.
    pub(crate) fn parts(&self) -> &[Text] {
        [&self.all_of, &self.any_of, &self.none_of, &self.known_from].into_iter().find(|parts| !parts.is_empty()).map_or(&[], Vec::as_slice)
    }

    /// Its path in the facts.
    pub(crate) fn path_of(&self, name: &str) -> Cow<'_, str> {
        self.path.as_deref().map_or_else(|| camel(name).into(), Cow::from)
    }

    /// Does it stand at a path?
    pub(crate) fn stands_at(&self, path: &str, name: &str) -> bool {
        self.path.as_deref().map_or_else(|| is_camel_of(path, name), |own| own == path)
    }

    /// Is it answered with yes, no or not known?
    pub(crate) fn is_yes_or_no(&self) -> bool {
        self.is_asked() && self.is.is_empty() && self.more_than.is_none() && !self.filled && !self.moment
    }

    /// Is it a no where it was not named and somebody attests that all others were considered? That never stands for a word.
    pub(crate) fn is_settled_by_silence(&self) -> bool {
        self.is.is_empty()
    }

    /// Is it asked at the same path as in another pack, and for the same kind of answer?
    pub(crate) fn is_asked_as(&self, name: &str, other: &Fact) -> bool {
        let kind = |fact: &Fact| (fact.more_than, fact.filled, fact.moment, fact.is_yes_or_no(), fact.is.is_empty());
        self.path_of(name) == other.path_of(name) && kind(self) == kind(other) && self.parts() == other.parts()
    }

    /// What it expects at its path.
    pub(crate) fn expects(&self) -> String {
        if self.moment {
            moment::EXPECTED.to_owned()
        } else if self.more_than.is_some() {
            "a whole number".to_owned()
        } else if !self.is.is_empty() {
            "a word, or a list of words".to_owned()
        } else if self.filled {
            "a text".to_owned()
        } else {
            "true, false or \"unknown\"".to_owned()
        }
    }

    /// Is that an answer of the kind it asks for?
    pub(crate) fn takes(&self, stated: &Stated) -> bool {
        match stated {
            Stated::Silent | Stated::Truth(Truth::Unknown) | Stated::OfKind(_) => true,
            Stated::Truth(_) => self.is_yes_or_no() || self.yes_or_no || self.filled,
            Stated::Count(_) => self.more_than.is_some() || self.filled,
            Stated::Text(words) if self.moment => Moment::from_words(words).is_some(),
            Stated::Text(_) => !self.is.is_empty() || self.filled,
            Stated::List(_) => (!self.is.is_empty() && self.one_of.is_empty()) || self.filled,
        }
    }

    /// What an answer at its path says of it, by the words that are known there. A text that is left blank is not there.
    pub(crate) fn reads(&self, stated: &Stated, known: &KnownWords) -> Truth {
        match stated {
            Stated::Silent => Truth::Unknown,
            Stated::Truth(truth) => *truth,
            Stated::OfKind(_) => Truth::Yes,
            Stated::Count(count) => self.more_than.is_none_or(|limit| *count > limit).into(),
            Stated::Text(text) if self.is.is_empty() => Gives::is_in(self.gives, text),
            Stated::Text(word) => known.reads(word),
            Stated::List(texts) if self.is.is_empty() => Truth::any(texts.iter().map(|text| Gives::is_in(self.gives, text))),
            // Nobody, or not, beside another word says both.
            Stated::List(words) if words.is_empty() || words.len() > 1 && words.iter().any(|word| denies(word)) => Truth::Unknown,
            Stated::List(words) => Truth::any(words.iter().map(|word| known.reads(word))),
        }
    }
}

/// Does a word say that there is none: `nobody`, `not-required`, `no-section-47`?
fn denies(word: &str) -> bool {
    let word = folded(word);
    matches!(word.split('-').next(), Some("no" | "not" | "none" | "nobody"))
}

/// What the words at a fact's path say of it: a yes, a no, or of any other word nothing.
#[derive(Debug, Default)]
pub struct KnownWords {
    yes: Vec<Text>,
    no: Vec<Text>,
}

impl KnownWords {
    /// Those of a fact: its own words and, of all that the pack lists at its path, their synonyms and the others.
    pub(super) fn of<'w>(fact: &Fact, listed: impl Iterator<Item = Vec<&'w Text>>) -> Self {
        let mut known = KnownWords { yes: fact.is.clone(), no: Vec::new() };
        for synonyms in listed {
            let is_yes = synonyms.iter().any(|word| fact.is.contains(word));
            let words = if is_yes { &mut known.yes } else { &mut known.no };
            words.extend(synonyms.into_iter().map(Text::clone));
        }
        known
    }

    /// What a word says.
    fn reads(&self, word: &str) -> Truth {
        let word = folded(word);
        let has = |words: &[Text]| words.iter().any(|known| **known == *word);
        match (has(&self.yes), has(&self.no)) {
            (true, _) => Truth::Yes,
            (false, true) => Truth::No,
            (false, false) => Truth::Unknown,
        }
    }

    /// Does every word that is a yes elsewhere stay one here?
    pub(crate) fn keeps_each_yes_of(&self, other: &KnownWords) -> bool {
        other.yes.iter().all(|word| self.yes.contains(word))
    }

    /// Is it one of them?
    pub(crate) fn has(&self, word: &str) -> bool {
        !self.reads(word).is_unknown()
    }

    /// A word that makes the fact a no.
    pub(crate) fn other(&self) -> Option<&Text> {
        self.no.first()
    }
}
