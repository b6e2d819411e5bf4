//! The door to servers in any language, as an Extism plug-in: a question by its name with its facts as JSON, and its answer as
//! JSON, byte for byte that of the package. A refusal is an error whose text is `{ code, path, message }`.
//!
//! It has no clock and no chance: the id, the time and the salt of a record come from whoever asks.

use std::cell::RefCell;

use extism_pdk::{Error, FnResult, WithReturnCode, plugin_fn};
use safeguarding_rules::Rulebook;
use serde::Deserialize;
use serde_json::value::RawValue;

thread_local! {
    static RULEBOOK: RefCell<Rulebook> = RefCell::new(Rulebook::built_in());
}

/// What is asked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    question: String,
    facts: Box<RawValue>,
}

const EXPECTED: &str = r#"{"code":"bad-input","path":"","message":"expected a question and its facts as a JSON object"}"#;

/// Answers `{ "question": "classify-concern", "facts": { … } }`.
#[plugin_fn]
pub fn answer(input: String) -> FnResult<String> {
    let Asked { question, facts } = serde_json::from_str(&input).map_err(|_| WithReturnCode::from(Error::msg(EXPECTED)))?;
    RULEBOOK.with_borrow(|rulebook| rulebook.answer(&question, facts.get())).map_err(refused)
}

/// Loads a partnership's own pack, sealed, for as long as the plug-in lives.
#[plugin_fn]
pub fn load_pack(sealed: Vec<u8>) -> FnResult<()> {
    let with = RULEBOOK.with_borrow(|rulebook| rulebook.with_sealed(&sealed)).map_err(refused)?;
    RULEBOOK.set(with);
    Ok(())
}

fn refused(error: safeguarding_rules::Error) -> WithReturnCode<Error> {
    Error::msg(serde_json::to_string(&error).unwrap_or_default()).into()
}
