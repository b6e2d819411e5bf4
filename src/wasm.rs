//! The door to JavaScript: the only file that knows of it. Each function takes one JSON text, made by the entry module
//! from the caller's object, and gives one; a refusal is thrown as `{ code, path, message }`.
//!
//! An answer built field by field would lose each field for which the page has put a setter on `Object.prototype`, or
//! something read-only: what is read from JSON text has every field as its own. A refusal that loses one is an error still.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Date;
use rlsf::SmallGlobalTlsf;
use serde::Serialize as _;
use serde_wasm_bindgen::Serializer;
use uuid::Builder;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use crate::answers::{Tell, Told};
use crate::facts::Node;
use crate::pack::Question;
use crate::rulebook::Rulebook;
use crate::words::Gather as _;
use crate::words::hexadecimal;
use crate::words::refusal::Refusal;
use crate::{facts, packs, questions};

/// A fraction of the usual one's size. It gives freed memory back and joins it, so that no number of questions makes it grow.
#[global_allocator]
static ALLOCATOR: SmallGlobalTlsf = SmallGlobalTlsf::new();

thread_local! {
    /// The built-in packs, those that were loaded, and the portal's own sentences.
    static RULEBOOK: RefCell<Option<Rc<Rulebook>>> = const { RefCell::new(None) };
}

fn keep(rulebook: Rulebook) -> Rc<Rulebook> {
    let kept = Rc::new(rulebook);
    RULEBOOK.set(Some(Rc::clone(&kept)));
    kept
}

fn rulebook() -> Rc<Rulebook> {
    RULEBOOK.with_borrow(Clone::clone).unwrap_or_else(|| keep(packs::built_in()))
}

fn text(told: &Told<'_>) -> String {
    serde_json::to_string(told).unwrap_or_else(|_| unreachable!("answers are plain data"))
}

fn thrown(refusal: Refusal) -> JsValue {
    refusal.serialize(&Serializer::json_compatible()).unwrap_or_else(|_| unreachable!("a refusal is plain data"))
}

fn answer(question: Question, json: &str) -> Result<String, JsValue> {
    let facts = facts::parse(json).map_err(thrown)?;
    questions::ask(question, &facts, &rulebook(), text).map_err(thrown)
}

/// Answers a request that is about the packs themselves. A macro, because what is answered may borrow from the rulebook.
macro_rules! tell {
    ($json:ident, $decide:path) => {{
        let mut request = Default::default();
        facts::read_into(&mut request, $json).map_err(thrown)?;
        let rulebook = rulebook();
        let told = $decide(&request, &rulebook).map_err(thrown)?;
        Ok(text(&rulebook.in_its_words(told.tell())))
    }};
}

/// How soon must the strategy meeting be held?
#[wasm_bindgen(js_name = classifyConcern)]
pub fn classify_concern(json: &str) -> Result<String, JsValue> {
    answer(Question::ClassifyConcern, json)
}

/// Who must, should and may attend, who chairs, and is the meeting quorate?
#[wasm_bindgen(js_name = listAttendees)]
pub fn list_attendees(json: &str) -> Result<String, JsValue> {
    answer(Question::ListAttendees, json)
}

/// Is this action SMART?
#[wasm_bindgen(js_name = checkAction)]
pub fn check_action(json: &str) -> Result<String, JsValue> {
    answer(Question::CheckAction, json)
}

/// Is the plan complete?
#[wasm_bindgen(js_name = checkPlan)]
pub fn check_plan(json: &str) -> Result<String, JsValue> {
    answer(Question::CheckPlan, json)
}

/// On what basis may information be shared, and what must be recorded?
///
/// Id, creation time and salt are filled here where they are absent, for only the world outside has a clock and chance.
#[wasm_bindgen(js_name = recordConsentBasis)]
pub fn record_consent_basis(json: &str) -> Result<String, JsValue> {
    let mut facts = facts::parse(json).map_err(thrown)?;
    let mut fill = |name: &str, value: Option<String>| {
        if let (None | Some(Node::Null), Some(value)) = (facts.at(name), value) {
            facts.set(name, Node::Text(value));
        }
    };
    fill("id", random_bytes().map(|bytes| Builder::from_random_bytes(bytes).into_uuid().to_string()));
    fill("createdAt", Some(String::from(Date::new_0().to_iso_string())));
    fill("salt", random_bytes().map(|bytes| hexadecimal(&bytes)));
    questions::ask(Question::RecordConsentBasis, &facts, &rulebook(), text).map_err(thrown)
}

fn random_bytes() -> Option<[u8; 16]> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).ok().map(|()| bytes)
}

/// What the packs hold: areas, questions, kinds of concern.
#[wasm_bindgen(js_name = describePacks)]
pub fn describe_packs(json: &str) -> Result<String, JsValue> {
    tell!(json, crate::rulebook::describe)
}

/// What do these documents say, rule by rule?
#[wasm_bindgen(js_name = listRules)]
pub fn list_rules(json: &str) -> Result<String, JsValue> {
    tell!(json, crate::rule_book::list_rules)
}

/// Which meeting does this call for, and who may call it?
#[wasm_bindgen(js_name = chooseMeeting)]
pub fn choose_meeting(json: &str) -> Result<String, JsValue> {
    answer(Question::ChooseMeeting, json)
}

/// What falls due, for whom, by when?
#[wasm_bindgen(js_name = listDeadlines)]
pub fn list_deadlines(json: &str) -> Result<String, JsValue> {
    answer(Question::ListDeadlines, json)
}

/// What must be ready before, during and after?
#[wasm_bindgen(js_name = makeChecklist)]
pub fn make_checklist(json: &str) -> Result<String, JsValue> {
    answer(Question::MakeChecklist, json)
}

/// We disagree: what is the next step?
#[wasm_bindgen(js_name = resolveDisagreement)]
pub fn resolve_disagreement(json: &str) -> Result<String, JsValue> {
    answer(Question::ResolveDisagreement, json)
}

/// How did our meetings do this quarter?
#[wasm_bindgen(js_name = reportQuarter)]
pub fn report_quarter(json: &str) -> Result<String, JsValue> {
    answer(Question::ReportQuarter, json)
}

/// A decision in words, with what would change it.
#[wasm_bindgen]
pub fn explain(json: &str) -> Result<String, JsValue> {
    tell!(json, crate::explain::explain)
}

/// Which fields are still worth asking?
#[wasm_bindgen(js_name = questionsFor)]
pub fn questions_for(json: &str) -> Result<String, JsValue> {
    tell!(json, crate::questions_for::questions_for)
}

/// What changes between two packs, or two stacks of them?
#[wasm_bindgen(js_name = comparePacks)]
pub fn compare_packs(json: &str) -> Result<String, JsValue> {
    tell!(json, crate::compare::compare)
}

/// Loads a portal's own pack, from its object form, and describes it.
#[wasm_bindgen(js_name = loadPack)]
pub fn load_pack(json: &str) -> Result<String, JsValue> {
    let loaded = keep(rulebook().with(json).map_err(thrown)?);
    Ok(text(&loaded.newest().tell()))
}

/// Puts a portal's own sentences in the place of ours, by name; all that were set before are put back first.
#[wasm_bindgen(js_name = setMessages)]
pub fn set_messages(json: &str) -> Result<String, JsValue> {
    let catalogue = facts::read(json).map_err(thrown)?;
    keep(rulebook().with_catalogue(catalogue).map_err(thrown)?);
    Ok(text(&Told::Nothing))
}

/// Every sentence that an answer may say, by name.
#[wasm_bindgen(js_name = listMessages)]
pub fn list_messages(_: &str) -> Result<String, JsValue> {
    let sentences = rulebook().sentences();
    Ok(text(&Told::Table(sentences.into_iter().map(|(name, words)| (name, Told::text(words))).gathered())))
}
