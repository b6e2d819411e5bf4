//! The door to JavaScript: the only file that knows of it. Each function takes one JSON text, made by the entry module
//! from the caller's object, and gives a plain object; a refusal is thrown as `{ code, path, message }`.

use std::cell::Cell;

use js_sys::Date;
use rlsf::SmallGlobalTlsf;
use serde::Serialize as _;
use serde_wasm_bindgen::Serializer;
use uuid::Builder;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::answers::{Tell, Told};
use crate::decide::{
    check_action, choose_meeting, classify_concern, list_attendees, list_deadlines, make_checklist, record_consent_basis, report_quarter,
    resolve_disagreement,
};
use crate::rulebook::Rulebook;
use crate::words::hexadecimal;
use crate::words::moment::Moment;
use crate::words::refusal::Refusal;
use crate::{facts, packs};

/// A fraction of the usual one's size. It gives freed memory back and joins it, so that no number of questions makes it grow.
#[global_allocator]
static ALLOCATOR: SmallGlobalTlsf = SmallGlobalTlsf::new();

thread_local! {
    /// The built-in packs, and those that were loaded. A rulebook is never given back: packs are few.
    static RULEBOOK: Cell<Option<&'static Rulebook>> = const { Cell::new(None) };
}

fn keep(rulebook: Rulebook) -> &'static Rulebook {
    let kept: &'static Rulebook = Box::leak(Box::new(rulebook));
    RULEBOOK.set(Some(kept));
    kept
}

fn rulebook() -> &'static Rulebook {
    RULEBOOK.get().unwrap_or_else(|| keep(packs::built_in()))
}

fn to_js(told: &Told<'_>) -> JsValue {
    told.serialize(&Serializer::json_compatible()).unwrap_or_else(|_| unreachable!("answers are plain data"))
}

fn thrown(refusal: Refusal) -> JsValue {
    to_js(&refusal.tell())
}

fn answer<F: facts::Read + Default, D: Tell>(
    json: &str,
    decide: impl FnOnce(&mut F, &'static Rulebook) -> Result<D, Refusal>,
) -> Result<JsValue, JsValue> {
    let mut facts = F::default();
    facts::read_into(&mut facts, json).map_err(thrown)?;
    let rulebook = rulebook();
    let decision = decide(&mut facts, rulebook).map_err(thrown)?;
    Ok(to_js(&rulebook.in_its_words(decision.tell())))
}

/// How soon must the strategy meeting be held?
#[wasm_bindgen(js_name = classifyConcern)]
pub fn classify_concern(json: &str) -> Result<JsValue, JsValue> {
    answer(json, |facts, rulebook| classify_concern::classify_concern(facts, rulebook))
}

/// Who must, should and may attend, who chairs, and is the meeting quorate?
#[wasm_bindgen(js_name = listAttendees)]
pub fn list_attendees(json: &str) -> Result<JsValue, JsValue> {
    answer(json, |facts, rulebook| list_attendees::list_attendees(facts, rulebook))
}

/// Is this action SMART?
#[wasm_bindgen(js_name = checkAction)]
pub fn check_action(json: &str) -> Result<JsValue, JsValue> {
    answer(json, |facts, rulebook| check_action::check_action(facts, rulebook))
}

/// Is the plan complete?
#[wasm_bindgen(js_name = checkPlan)]
pub fn check_plan(json: &str) -> Result<JsValue, JsValue> {
    answer(json, |facts, rulebook| check_action::check_plan(facts, rulebook))
}

/// On what basis may information be shared, and what must be recorded?
///
/// Id, creation time and salt are filled here where they are absent, for only the world outside has a clock and chance.
#[wasm_bindgen(js_name = recordConsentBasis)]
pub fn record_consent_basis(json: &str) -> Result<JsValue, JsValue> {
    answer(json, |facts: &mut record_consent_basis::Facts, rulebook| {
        facts.id = facts.id.take().or_else(|| random_bytes().map(|bytes| Builder::from_random_bytes(bytes).into_uuid().to_string()));
        facts.created_at = facts.created_at.or_else(|| Moment::from_words(&String::from(Date::new_0().to_iso_string())));
        facts.salt = facts.salt.take().or_else(|| random_bytes().map(|bytes| hexadecimal(&bytes)));
        record_consent_basis::record_consent_basis(facts, rulebook)
    })
}

fn random_bytes() -> Option<[u8; 16]> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).ok().map(|()| bytes)
}

/// What the packs hold: areas, questions, kinds of concern.
#[wasm_bindgen(js_name = describePacks)]
pub fn describe_packs(json: &str) -> Result<JsValue, JsValue> {
    answer(json, |scope, rulebook| crate::rulebook::describe(scope, rulebook))
}

/// Which meeting does this call for, and who may call it?
#[wasm_bindgen(js_name = chooseMeeting)]
pub fn choose_meeting(json: &str) -> Result<JsValue, JsValue> {
    answer(json, |facts, rulebook| choose_meeting::choose_meeting(facts, rulebook))
}

/// What falls due, for whom, by when?
#[wasm_bindgen(js_name = listDeadlines)]
pub fn list_deadlines(json: &str) -> Result<JsValue, JsValue> {
    answer(json, |facts, rulebook| list_deadlines::list_deadlines(facts, rulebook))
}

/// What must be ready before, during and after?
#[wasm_bindgen(js_name = makeChecklist)]
pub fn make_checklist(json: &str) -> Result<JsValue, JsValue> {
    answer(json, |facts, rulebook| make_checklist::make_checklist(facts, rulebook))
}

/// We disagree: what is the next step?
#[wasm_bindgen(js_name = resolveDisagreement)]
pub fn resolve_disagreement(json: &str) -> Result<JsValue, JsValue> {
    answer(json, |facts, rulebook| resolve_disagreement::resolve_disagreement(facts, rulebook))
}

/// How did our meetings do this quarter?
#[wasm_bindgen(js_name = reportQuarter)]
pub fn report_quarter(json: &str) -> Result<JsValue, JsValue> {
    answer(json, |facts, rulebook| report_quarter::report_quarter(facts, rulebook))
}

/// A decision in words, with what would change it.
#[wasm_bindgen]
pub fn explain(json: &str) -> Result<JsValue, JsValue> {
    answer(json, |request, rulebook| crate::explain::explain(request, rulebook))
}

/// What changes between two packs, or two stacks of them?
#[wasm_bindgen(js_name = comparePacks)]
pub fn compare_packs(json: &str) -> Result<JsValue, JsValue> {
    answer(json, |request, rulebook| crate::compare::compare(request, rulebook))
}

/// Loads a portal's own pack, from its object form, and describes it.
#[wasm_bindgen(js_name = loadPack)]
pub fn load_pack(json: &str) -> Result<JsValue, JsValue> {
    let loaded = keep(rulebook().with(json).map_err(thrown)?);
    Ok(to_js(&loaded.newest().tell()))
}

/// Puts a portal's own sentences in the place of ours, by name; all that were set before are put back first.
#[wasm_bindgen(js_name = setMessages)]
pub fn set_messages(json: &str) -> Result<(), JsValue> {
    let catalogue = facts::read(json).map_err(thrown)?;
    keep(rulebook().with_catalogue(catalogue).map_err(thrown)?);
    Ok(())
}

/// Every sentence that an answer may say, by name.
#[wasm_bindgen(js_name = listMessages)]
pub fn list_messages() -> JsValue {
    let sentences = rulebook().sentences();
    to_js(&Told::Table(sentences.into_iter().map(|(name, words)| (name, Told::text(words))).collect()))
}
