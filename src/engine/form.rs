//! How a form asks for what a question needs to know, and which fields it shows.

use serde::Serialize;

use super::decision::Ask;

/// How a form asks for what a question needs to know.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Form {
    /// The object that it is about, and without which it refuses to answer.
    pub object: Option<&'static str>,
    /// Does it refuse to answer where no meeting is named?
    pub needs_meeting: bool,
    /// Is it answered by the facts that packs declare?
    pub by_declared_facts: bool,
    /// Can one of its rules leave others nothing to say?
    pub rules_compete: bool,
    /// Does it look at every rule that is not ruled out, or only at those that it tells?
    pub looks_at_every_rule: bool,
    /// Does one rule govern, so that a change of any other can show in its cases?
    pub one_rule_governs: bool,
    /// The moments from which its times count.
    pub moments: Moments,
    /// Texts without which a yes alone changes nothing.
    pub reasons: &'static [&'static str],
}

/// A reason, where one is needed to see what would be told with one.
pub(crate) const SOME_REASON: &str = "Several families are involved";

/// The moments from which the times of a question count.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Moments {
    /// It has no times.
    None,
    /// Fields of its own.
    Own(&'static [&'static str]),
    /// Those that packs declare.
    Declared,
}

impl Form {
    /// Answered by the facts that packs declare, and nothing else.
    pub(crate) const BY_FACTS: Form = Form {
        object: None,
        needs_meeting: false,
        by_declared_facts: true,
        rules_compete: false,
        looks_at_every_rule: false,
        one_rule_governs: false,
        moments: Moments::None,
        reasons: &[],
    };

    /// Answered by what was written down.
    pub(crate) const BY_WHAT_IS_WRITTEN: Form = Form { by_declared_facts: false, ..Form::BY_FACTS };
}

/// A field that is still worth asking.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    /// Its path and its question.
    pub ask: Ask,
    /// What is expected there.
    pub expected: Expected,
    /// On how many rules that are still open it bears.
    pub could_change: usize,
}

/// What is expected in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Expected {
    /// The kind of answer.
    pub kind: Kind,
    /// The words, one of which is expected, where their list is closed.
    pub words: Option<Vec<String>>,
    /// May several of the words be given, as a list?
    pub several: bool,
    /// What stands in each entry of a list.
    pub each: Option<Each>,
}

impl From<Kind> for Expected {
    fn from(kind: Kind) -> Self {
        Expected { kind, words: None, several: false, each: None }
    }
}

impl Expected {
    /// One of these words.
    pub(crate) fn one_of(words: Vec<String>) -> Self {
        Expected { words: Some(words), ..Kind::Word.into() }
    }

    /// A list, in each entry of which this stands.
    pub(crate) fn list_of(each: Each) -> Self {
        Expected { each: Some(each), ..Kind::List.into() }
    }
}

/// What stands in each entry of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Each {
    /// One answer of a kind.
    One(Kind),
    /// An object with these fields.
    Fields(&'static [(&'static str, Kind)]),
}

/// What kind of answer is expected in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Yes, no or not known.
    Answer,
    /// A day.
    Date,
    /// A day, or a day and a time.
    Moment,
    /// A word, of a closed list where there is one.
    Word,
    /// A whole number from 0.
    Count,
    /// A text.
    Text,
    /// A list.
    List,
}
