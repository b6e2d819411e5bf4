//! A field that is worth asking, as a form shows it: with what to show for each word, and what stands in a list.

use serde::Serialize;

use super::plain::{capitalised, spaced};
use super::words::Words;
use crate::engine::form::{Each, Field, Kind};
use crate::engine::rulebook::Rulebook;
use crate::value::is_false;

/// A field that is still worth asking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ToAsk {
    /// Its path in the facts.
    pub path: String,
    /// The question.
    pub question: String,
    /// What is expected there.
    pub kind: Kind,
    /// The words, one of which is expected, where their list is closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<Vec<WordToOffer>>,
    /// May several of the words be given, as a list?
    #[serde(skip_serializing_if = "is_false")]
    pub several: bool,
    /// What stands in each entry of a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub each: Option<EachEntry>,
    /// On how many rules that are still open it bears.
    pub could_change: usize,
    /// Does the decision itself ask for it? Until it is answered, the more protective answer stands.
    #[serde(skip_serializing_if = "is_false")]
    pub settles: bool,
}

/// A word that may be given, and how people say it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct WordToOffer {
    /// The word, as facts hold it.
    pub id: String,
    /// What to show for it.
    pub label: String,
}

/// What stands in each entry of a list: one answer of a kind, or an object with fields.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum EachEntry {
    /// The kind of the answer.
    Kind(Kind),
    /// The fields of the object.
    Fields(Vec<FieldOfEntry>),
}

/// A field of an entry of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct FieldOfEntry {
    /// Its name in the entry.
    pub name: String,
    /// What to show for it.
    pub label: String,
    /// What is expected there.
    pub kind: Kind,
}

/// The name of each area.
pub(super) fn area_names(rulebook: &Rulebook) -> Vec<(String, String)> {
    rulebook.areas().into_iter().map(|(id, label, _)| (id.to_string(), label.to_string())).collect()
}

impl Words<'_> {
    /// A field as a form shows it.
    pub(super) fn to_ask(&self, field: Field, settles: bool) -> ToAsk {
        let Field { ask, expected, could_change } = field;
        ToAsk {
            question: self.say(&ask.question),
            words: expected.words.map(|ids| ids.into_iter().map(|id| self.to_offer(&ask.path, id)).collect()),
            path: ask.path,
            kind: expected.kind,
            several: expected.several,
            each: expected.each.map(|each| self.each(each)),
            could_change,
            settles,
        }
    }

    fn to_offer(&self, path: &str, id: String) -> WordToOffer {
        let field = path.rsplit('.').next().unwrap_or(path);
        let label = capitalised(&self.text(field, &id).unwrap_or_else(|| spaced(&id)));
        WordToOffer { id, label }
    }

    fn each(&self, each: Each) -> EachEntry {
        let field = |(name, kind): &(&str, Kind)| FieldOfEntry { name: (*name).to_owned(), label: self.label(name), kind: *kind };
        match each {
            Each::One(kind) => EachEntry::Kind(kind),
            Each::Fields(fields) => EachEntry::Fields(fields.iter().map(field).collect()),
        }
    }
}
