//! A name that a pack may put on one condition: `police`, `adult-social-care when adult`, `chair unless absent`.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::answer::Answer;

/// A name, and the fact on which it depends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conditional {
    /// The name.
    pub what: String,
    condition: Condition,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Condition {
    Always,
    When(String),
    Unless(String),
}

impl Conditional {
    fn from_words(words: &str) -> Self {
        let (what, condition) = match (words.split_once(" when "), words.split_once(" unless ")) {
            (Some((what, fact)), _) => (what, Condition::When(fact.to_owned())),
            (None, Some((what, fact))) => (what, Condition::Unless(fact.to_owned())),
            (None, None) => (words, Condition::Always),
        };
        Conditional { what: what.to_owned(), condition }
    }

    /// Does it hold, given what is known? `unless` holds only on a no.
    pub fn holds(&self, known: impl Fn(&str) -> Answer) -> Answer {
        match &self.condition {
            Condition::Always => Answer::Yes,
            Condition::When(fact) => known(fact),
            Condition::Unless(fact) => known(fact).not(),
        }
    }

    /// The fact that it depends on.
    pub fn fact(&self) -> Option<&String> {
        match &self.condition {
            Condition::Always => None,
            Condition::When(fact) | Condition::Unless(fact) => Some(fact),
        }
    }
}

impl fmt::Display for Conditional {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.condition {
            Condition::Always => f.write_str(&self.what),
            Condition::When(fact) => write!(f, "{} when {fact}", self.what),
            Condition::Unless(fact) => write!(f, "{} unless {fact}", self.what),
        }
    }
}

impl<'de> Deserialize<'de> for Conditional {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|words| Conditional::from_words(&words))
    }
}

impl Serialize for Conditional {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_comes_out_as_it_went_in() {
        for words in ["police", "adult-social-care when adult", "childrens-social-care unless adult"] {
            assert_eq!(Conditional::from_words(words).to_string(), words);
        }
    }

    #[test]
    fn unless_holds_only_on_a_no() {
        let unless = Conditional::from_words("reason unless informed");
        assert_eq!(unless.holds(|_| Answer::No), Answer::Yes);
        assert_eq!(unless.holds(|_| Answer::Unknown), Answer::Unknown);
    }
}
