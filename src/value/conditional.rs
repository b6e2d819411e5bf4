//! A name that a pack may put on one condition: `police`, `adult-social-care when adult`, `chair unless absent`.

use std::fmt;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use super::truth::Truth;
use super::{Text, read};
use crate::error::Code;

/// A name, and the fact on which it depends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conditional {
    /// The name.
    pub what: Text,
    /// What it depends on.
    pub condition: Condition,
}

/// What a name depends on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Condition {
    /// Nothing.
    #[default]
    Always,
    /// A yes to this fact.
    When(Text),
    /// A no to this fact.
    Unless(Text),
}

impl Conditional {
    fn from_words(words: &str) -> Self {
        let mut parts = words.split_ascii_whitespace();
        let (what, condition) = match (parts.next(), parts.next(), parts.next()) {
            (Some(what), Some("when"), Some(fact)) => (what, Condition::When(fact.into())),
            (Some(what), Some("unless"), Some(fact)) => (what, Condition::Unless(fact.into())),
            _ => (words, Condition::Always),
        };
        Conditional { what: what.into(), condition }
    }

    /// Does it hold, given what is known? `unless` holds only on a no.
    pub(crate) fn holds(&self, known: &dyn Fn(&str) -> Truth) -> Truth {
        match &self.condition {
            Condition::Always => Truth::Yes,
            Condition::When(fact) => known(fact),
            Condition::Unless(fact) => !known(fact),
        }
    }

    /// Does a recorded fact keep it away? What is not known keeps nobody away.
    pub(crate) fn is_kept_away(&self, known: &dyn Fn(&str) -> Truth) -> bool {
        matches!(&self.condition, Condition::Unless(fact) if known(fact).is_yes())
    }

    /// The fact that it depends on.
    pub(crate) fn fact(&self) -> Option<&str> {
        match &self.condition {
            Condition::Always => None,
            Condition::When(fact) | Condition::Unless(fact) => Some(fact),
        }
    }
}

impl<'de> Deserialize<'de> for Conditional {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read::words(deserializer, Code::BadInput, "a text", |words| Some(Conditional::from_words(words)))
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

impl Serialize for Conditional {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_apart_from_its_condition() {
        let read = |words| {
            let read = Conditional::from_words(words);
            assert_eq!(read.to_string(), words);
            let Conditional { what, condition } = read;
            (what.to_string(), condition)
        };
        assert_eq!(read("police"), ("police".into(), Condition::Always));
        assert_eq!(read("adult-social-care when adult"), ("adult-social-care".into(), Condition::When("adult".into())));
        assert_eq!(read("childrens-social-care unless adult"), ("childrens-social-care".into(), Condition::Unless("adult".into())));
    }

    #[test]
    fn unless_holds_only_on_a_no() {
        let unless = Conditional::from_words("reason unless informed");
        assert_eq!(unless.holds(&|_| Truth::No), Truth::Yes);
        assert_eq!(unless.holds(&|_| Truth::Unknown), Truth::Unknown);
    }
}
