//! A name that a pack may put on one condition: `police`, `adult-social-care when adult`, `chair unless absent`.

use super::answer::Answer;
use crate::facts::{Fault, Node, Read, Shape};

/// A name, and the fact on which it depends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Conditional {
    /// The name.
    pub what: &'static str,
    /// What it depends on.
    pub condition: Condition,
}

/// What a name depends on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Condition {
    /// Nothing.
    #[default]
    Always,
    /// A yes to this fact.
    When(&'static str),
    /// A no to this fact.
    Unless(&'static str),
}

impl Conditional {
    fn from_words(words: &'static str) -> Self {
        let mut parts = words.split_ascii_whitespace();
        let (what, condition) = match (parts.next(), parts.next(), parts.next()) {
            (Some(what), Some("when"), Some(fact)) => (what, Condition::When(fact)),
            (Some(what), Some("unless"), Some(fact)) => (what, Condition::Unless(fact)),
            _ => (words, Condition::Always),
        };
        Conditional { what, condition }
    }

    /// Does it hold, given what is known? `unless` holds only on a no.
    pub fn holds(&self, known: &dyn Fn(&str) -> Answer) -> Answer {
        match self.condition {
            Condition::Always => Answer::Yes,
            Condition::When(fact) => known(fact),
            Condition::Unless(fact) => known(fact).not(),
        }
    }

    /// Does a recorded fact keep it away? What is not known keeps nobody away.
    pub fn is_kept_away(&self, known: &dyn Fn(&str) -> Answer) -> bool {
        matches!(self.condition, Condition::Unless(fact) if known(fact).is_yes())
    }

    /// The fact that it depends on.
    pub fn fact(&self) -> Option<&'static str> {
        match self.condition {
            Condition::Always => None,
            Condition::When(fact) | Condition::Unless(fact) => Some(fact),
        }
    }
}

const EXPECTED: &str = "a name, with \"when FACT\" or \"unless FACT\" after it if need be";

impl Read for Conditional {
    fn read(&mut self, node: &Node) -> Result<(), Fault> {
        let mut words = "";
        words.read(node)?;
        *self = Conditional::from_words(words);
        Ok(())
    }

    fn shape() -> Shape {
        Shape::Text(EXPECTED)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_apart_from_its_condition() {
        let read = |words| {
            let Conditional { what, condition } = Conditional::from_words(words);
            (what, condition)
        };
        assert_eq!(read("police"), ("police", Condition::Always));
        assert_eq!(read("adult-social-care when adult"), ("adult-social-care", Condition::When("adult")));
        assert_eq!(read("childrens-social-care unless adult"), ("childrens-social-care", Condition::Unless("adult")));
    }

    #[test]
    fn unless_holds_only_on_a_no() {
        let unless = Conditional::from_words("reason unless informed");
        assert_eq!(unless.holds(&|_| Answer::No), Answer::Yes);
        assert_eq!(unless.holds(&|_| Answer::Unknown), Answer::Unknown);
    }
}
