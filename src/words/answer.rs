//! Yes, no, or not known.

use crate::answers::{Tell, Told};
use crate::facts::{Fault, Node, Read, Shape};

/// What is known of a fact. Silence is [`Answer::Unknown`], never a no.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Answer {
    /// The fact holds.
    Yes,
    /// Somebody said that it does not hold.
    No,
    /// Nobody has said.
    #[default]
    Unknown,
}

impl Answer {
    /// What silence says: nothing, unless somebody attests that all others were considered.
    pub fn from_silence(others_considered: bool) -> Answer {
        if others_considered { Answer::No } else { Answer::Unknown }
    }

    /// Both hold: a no outweighs an unknown.
    pub fn and(self, other: Answer) -> Answer {
        match (self, other) {
            (Answer::No, _) | (_, Answer::No) => Answer::No,
            (Answer::Yes, Answer::Yes) => Answer::Yes,
            _ => Answer::Unknown,
        }
    }

    /// All of them hold; none at all do too.
    pub fn all(answers: impl Iterator<Item = Answer>) -> Answer {
        answers.fold(Answer::Yes, Answer::and)
    }

    /// Either holds: a yes outweighs an unknown.
    pub fn or(self, other: Answer) -> Answer {
        self.not().and(other.not()).not()
    }

    /// The opposite; not known stays not known.
    #[allow(clippy::should_implement_trait)]
    pub fn not(self) -> Answer {
        match self {
            Answer::Yes => Answer::No,
            Answer::No => Answer::Yes,
            Answer::Unknown => Answer::Unknown,
        }
    }

    /// Is it a yes?
    pub fn is_yes(self) -> bool {
        self == Answer::Yes
    }

    /// Did somebody say no?
    pub fn is_no(self) -> bool {
        self == Answer::No
    }

    /// Has nobody said?
    pub fn is_unknown(self) -> bool {
        self == Answer::Unknown
    }
}

impl From<bool> for Answer {
    fn from(value: bool) -> Self {
        if value { Answer::Yes } else { Answer::No }
    }
}

impl Read for Answer {
    fn is_required(&self) -> bool {
        false
    }

    fn read(&mut self, node: &Node) -> Result<(), Fault> {
        *self = match node {
            Node::Bool(value) => (*value).into(),
            Node::Null => Answer::Unknown,
            Node::Text(word) if word == "unknown" => Answer::Unknown,
            _ => return Err(Fault::expected("bad-input", "true, false or \"unknown\"")),
        };
        Ok(())
    }

    fn shape() -> Shape {
        Shape::Answer
    }
}

impl Tell for Answer {
    fn tell(&self) -> Told<'_> {
        match self {
            Answer::Yes => Told::Bool(true),
            Answer::No => Told::Bool(false),
            Answer::Unknown => Told::Unknown,
        }
    }

    fn told() -> Shape {
        Shape::YesNoOr("unknown")
    }
}

/// Whether something is so, where the documents may leave it open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Established {
    /// It is.
    Yes,
    /// It is not.
    No,
    /// What is known does not tell.
    Open,
}

impl From<bool> for Established {
    fn from(value: bool) -> Self {
        if value { Established::Yes } else { Established::No }
    }
}

impl From<Answer> for Established {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Yes => Established::Yes,
            Answer::No => Established::No,
            Answer::Unknown => Established::Open,
        }
    }
}

impl Tell for Established {
    fn tell(&self) -> Told<'_> {
        match self {
            Established::Yes => Told::Bool(true),
            Established::No => Told::Bool(false),
            Established::Open => Told::text("not-established"),
        }
    }

    fn told() -> Shape {
        Shape::YesNoOr("not-established")
    }
}

#[cfg(test)]
mod tests {
    use super::Answer::{self, No, Unknown, Yes};
    use crate::facts;

    #[test]
    fn unknown_is_never_no() {
        assert_eq!(Unknown.and(Yes), Unknown);
        assert_eq!(Unknown.and(No), No);
        assert_eq!(Unknown.or(Yes), Yes);
        assert_eq!(Unknown.or(No), Unknown);
        assert_eq!(Unknown.not(), Unknown);
    }

    #[test]
    fn only_true_false_and_unknown_are_answers() {
        assert_eq!(facts::read::<Answer>("null").unwrap(), Unknown);
        assert_eq!(facts::read::<Answer>("true").unwrap(), Yes);
        for wrong in ["\"true\"", "1", "{}", "[]", "\"no\""] {
            assert!(facts::read::<Answer>(wrong).is_err(), "{wrong} was read as an answer");
        }
    }
}
