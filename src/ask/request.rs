//! A request about a question: which one, and its facts.

use serde::{Deserialize, Deserializer};

use crate::engine::question::Listed;
use crate::engine::scope::Scope;
use crate::error::{Code, Error};
use crate::questions;
use crate::value::json::Json;
use crate::value::moment::Moment;
use crate::value::{names, read};

/// Which decision to explain, and for whom.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct ToExplain {
    /// The question.
    #[serde(deserialize_with = "question")]
    pub question: &'static Listed,
    /// Its facts.
    #[serde(default, deserialize_with = "facts")]
    pub facts: Json<'static>,
    /// Who writes the note, by role.
    pub recorded_by: Option<String>,
    /// When.
    pub recorded_at: Option<Moment>,
}

/// The question that a request names.
pub(super) fn question<'de, D: Deserializer<'de>>(deserializer: D) -> Result<&'static Listed, D::Error> {
    let name = Json::deserialize(deserializer)?;
    let named = name.as_text().ok_or_else(|| Error::expected(Code::BadInput, "one of the words of this list")).and_then(questions::named);
    named.map_err(|error| read::handed_on(&error))
}

/// The facts of a request, as they were written.
pub(super) fn facts<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Json<'static>, D::Error> {
    Json::deserialize(deserializer).map(Json::into_owned)
}

/// Which documents the facts of a question are for, as far as they say so rightly.
pub(super) fn scope(facts: &Json<'_>) -> Result<Scope, Error> {
    let known = names::fields_of::<Scope>();
    read::facts(&Json::Object(facts.entries().iter().filter(|(name, _)| known.contains(&&**name)).cloned().collect()))
}
