//! Yes, no, or not known.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

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
    /// Both hold: a no outweighs an unknown.
    pub fn and(self, other: Answer) -> Answer {
        match (self, other) {
            (Answer::No, _) | (_, Answer::No) => Answer::No,
            (Answer::Yes, Answer::Yes) => Answer::Yes,
            _ => Answer::Unknown,
        }
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

impl<'de> Deserialize<'de> for Answer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl de::Visitor<'_> for Visitor {
            type Value = Answer;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("true, false or \"unknown\"")
            }
            fn visit_bool<E: de::Error>(self, value: bool) -> Result<Answer, E> {
                Ok(value.into())
            }
            fn visit_str<E: de::Error>(self, value: &str) -> Result<Answer, E> {
                match value {
                    "unknown" => Ok(Answer::Unknown),
                    other => Err(E::invalid_value(de::Unexpected::Str(other), &self)),
                }
            }
            fn visit_unit<E: de::Error>(self) -> Result<Answer, E> {
                Ok(Answer::Unknown)
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

impl Serialize for Answer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Answer::Yes => serializer.serialize_bool(true),
            Answer::No => serializer.serialize_bool(false),
            Answer::Unknown => serializer.serialize_str("unknown"),
        }
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
    NotEstablished,
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
            Answer::Unknown => Established::NotEstablished,
        }
    }
}

impl Serialize for Established {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Established::Yes => serializer.serialize_bool(true),
            Established::No => serializer.serialize_bool(false),
            Established::NotEstablished => serializer.serialize_str("not-established"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Answer::{self, No, Unknown, Yes};

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
        assert_eq!(serde_json::from_str::<Answer>("null").unwrap(), Unknown);
        assert_eq!(serde_json::from_str::<Answer>("true").unwrap(), Yes);
        for wrong in ["\"true\"", "1", "{}", "[]", "\"no\""] {
            assert!(serde_json::from_str::<Answer>(wrong).is_err(), "{wrong} was read as an answer");
        }
    }
}
