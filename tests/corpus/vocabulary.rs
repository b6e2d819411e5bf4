//! The words that calls are made of: frozen beside this file, so that no change of the packs changes a call.

use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::Value;

/// All of them.
pub static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| serde_json::from_str(include_str!("vocabulary.json")).unwrap());

#[derive(Deserialize)]
pub struct Vocabulary {
    pub areas: Vec<Area>,
    pub packs: Vec<Pack>,
    pub meetings: Vec<String>,
    pub formats: Vec<String>,
    pub attendance: Vec<String>,
    pub reasons: Vec<String>,
    pub outcomes: Vec<String>,
    pub phases: Vec<String>,
    pub timescales: Vec<String>,
    pub cases: Vec<Case>,
    pub actions: Actions,
}

#[derive(Deserialize)]
pub struct Area {
    pub id: String,
    /// The packs that answer for it.
    pub packs: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Pack {
    pub id: String,
    pub facts: Vec<Fact>,
    pub concern_types: Vec<String>,
    pub agencies: Vec<String>,
    pub roles: Vec<String>,
    pub duties: Vec<String>,
    pub channels: Vec<String>,
    pub ladders: Vec<String>,
    pub lists: Vec<String>,
    pub items: Vec<String>,
    pub controllers: Vec<String>,
    pub bases: Vec<String>,
    pub purposes: Vec<String>,
    pub issues: Vec<String>,
}

#[derive(Deserialize)]
pub struct Fact {
    pub path: String,
    pub kind: Kind,
    #[serde(default)]
    pub words: Vec<String>,
    /// The count above which it is a yes.
    #[serde(default)]
    pub limit: u32,
}

/// What stands at a fact's path.
#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Answer,
    Moment,
    /// A word of a closed list.
    Word,
    /// Any word, or several.
    Words,
    Count,
    Text,
}

/// Facts that somebody thought of, in JavaScript's spelling.
#[derive(Deserialize)]
pub struct Case {
    pub function: String,
    pub facts: Value,
}

/// What is written in the fields of actions, good and vague.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Actions {
    pub specific: Vec<String>,
    pub quantity: Vec<String>,
    pub indicator: Vec<String>,
    pub owner: Vec<String>,
    pub realistic_result: Vec<String>,
    pub due: Vec<String>,
}
