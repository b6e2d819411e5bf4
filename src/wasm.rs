//! The door to JavaScript: the only file that knows of it. Each function takes one JSON text, made by the entry module
//! from the caller's object, and gives a plain object; a refusal is thrown as `{ code, path, message }`.

use std::sync::OnceLock;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::decide::{classify_concern, list_attendees};
use crate::pack::Rulebook;
use crate::words::refusal::Refusal;
use crate::{facts, packs};

fn rulebook() -> &'static Rulebook {
    static RULEBOOK: OnceLock<Rulebook> = OnceLock::new();
    RULEBOOK.get_or_init(packs::built_in)
}

fn to_js(value: &impl Serialize) -> JsValue {
    value.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}

fn answer<F: DeserializeOwned, D: Serialize>(
    json: &str,
    decide: impl FnOnce(&F, &'static Rulebook) -> Result<D, Refusal>,
) -> Result<JsValue, JsValue> {
    let decision = facts::read(json).and_then(|facts| decide(&facts, rulebook()));
    decision.map(|decision| to_js(&decision)).map_err(|refusal| to_js(&refusal))
}

/// How soon must the strategy meeting be held?
#[wasm_bindgen(js_name = classifyConcern)]
pub fn classify_concern(json: &str) -> Result<JsValue, JsValue> {
    answer(json, classify_concern::classify_concern)
}

/// Who must, should and may attend, who chairs, and is the meeting quorate?
#[wasm_bindgen(js_name = listAttendees)]
pub fn list_attendees(json: &str) -> Result<JsValue, JsValue> {
    answer(json, list_attendees::list_attendees)
}

/// What the packs hold: areas, questions, kinds of concern.
#[wasm_bindgen(js_name = describePacks)]
pub fn describe_packs(json: &str) -> Result<JsValue, JsValue> {
    answer(json, crate::pack::describe)
}
