//! A fact that rules ask for, and what an answer at its path says of it.

use serde::Deserialize;

use crate::value::Text;
use crate::value::given::given;
use crate::value::known::Stated;
use crate::value::moment::{self, Moment};
use crate::value::spelling::{camel, kebab};
use crate::value::truth::Truth;

/// A fact that rules ask for.
#[derive(Clone, Debug, Deserialize)]
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
    /// The words at its path that make it a yes; any other word is a no.
    #[serde(default)]
    pub is: Vec<Text>,
    /// All words that may stand at its path, where that list is closed.
    #[serde(default)]
    pub one_of: Vec<Text>,
    /// The count at its path above which it is a yes.
    pub more_than: Option<u32>,
    /// Is it a yes once anything is written at its path?
    #[serde(default)]
    pub filled: bool,
    /// Is it a moment, from which times count?
    #[serde(default)]
    pub moment: bool,
    /// It is a yes where all of these are.
    #[serde(default)]
    pub all_of: Vec<Text>,
    /// It is a yes where any of these is, and a no where all are.
    #[serde(default)]
    pub any_of: Vec<Text>,
    /// Each of these tells it: a yes of any is a yes, and otherwise a no of any is a no.
    #[serde(default)]
    pub known_from: Vec<Text>,
    /// Unless it is a no, each of these needs an answer of its own: that the others were considered answers none of them.
    #[serde(default)]
    pub asks_too: Vec<Text>,
}

impl Fact {
    /// Is it asked of people, and not worked out from other facts?
    pub(crate) fn is_asked(&self) -> bool {
        self.parts().is_empty()
    }

    /// The facts that it is worked out from.
    pub(crate) fn parts(&self) -> &[Text] {
        [&self.all_of, &self.any_of, &self.known_from].into_iter().find(|parts| !parts.is_empty()).map_or(&[], Vec::as_slice)
    }

    /// Its path in the facts.
    pub(crate) fn path_of(&self, name: &str) -> String {
        self.path.as_deref().map_or_else(|| camel(name), str::to_owned)
    }

    /// Is it answered with yes, no or not known?
    pub(crate) fn is_yes_or_no(&self) -> bool {
        self.is_asked() && self.is.is_empty() && self.more_than.is_none() && !self.filled && !self.moment
    }

    /// What it expects at its path.
    pub(crate) fn expects(&self) -> String {
        if self.moment {
            moment::EXPECTED.to_owned()
        } else if !self.one_of.is_empty() {
            format!("one of {}", self.one_of.join(", "))
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

    fn has(words: &[Text], word: &str) -> bool {
        let word = kebab(word);
        words.iter().any(|known| **known == *word)
    }

    /// Is that an answer of the kind it asks for?
    pub(crate) fn takes(&self, stated: &Stated) -> bool {
        match stated {
            Stated::Truth(Truth::Unknown) => true,
            Stated::Truth(_) => self.is_yes_or_no() || self.filled,
            Stated::Count(_) => self.more_than.is_some() || self.filled,
            Stated::Text(words) if self.moment => Moment::from_words(words).is_some(),
            Stated::Text(word) if !self.one_of.is_empty() => Fact::has(&self.one_of, word),
            Stated::Text(_) => !self.is.is_empty() || self.filled,
            Stated::List(_) => (!self.is.is_empty() && self.one_of.is_empty()) || self.filled,
        }
    }

    /// What an answer at its path says of it.
    pub(crate) fn reads(&self, stated: &Stated) -> Truth {
        match stated {
            Stated::Truth(truth) => *truth,
            Stated::Count(count) => self.more_than.is_none_or(|limit| *count > limit).into(),
            Stated::Text(text) if self.is.is_empty() => given(text).is_some().into(),
            Stated::Text(word) => Fact::has(&self.is, word).into(),
            Stated::List(words) if self.is.is_empty() => words.iter().any(|word| given(word).is_some()).into(),
            Stated::List(words) => words.iter().any(|word| Fact::has(&self.is, word)).into(),
        }
    }
}
