//! Bad input, told in the reader's words.

use std::fmt;

use crate::answers::answers;

answers! {
    /// Why input was refused: what kind of mistake, where, and what was expected.
    ///
    /// The message never repeats what was typed, because it is about a child.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Refusal {
        /// The kind of mistake, for programs.
        pub code: &'static str,
        /// The field, as the caller spells it: `concerns.seriousRisk`.
        pub path: String,
        /// What was expected there.
        pub message: String,
    }
}

impl Refusal {
    /// A refusal of one field.
    pub fn new(code: &'static str, path: impl Into<String>, message: impl Into<String>) -> Self {
        Refusal { code, path: path.into(), message: message.into() }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() { f.write_str(&self.message) } else { write!(f, "{}: {}", self.path, self.message) }
    }
}

impl std::error::Error for Refusal {}
