//! The door to JavaScript: the only crate that knows of it. Each function takes one JSON text, made by the entry module
//! from the caller's object, and gives one; a refusal is thrown as `{ code, path, message }`.
//!
//! An answer built field by field would lose each field for which the page has put a setter on `Object.prototype`, or
//! something read-only: what is read from JSON text has every field as its own. A refusal that loses one is an error still.

#![forbid(unsafe_code)]

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Date;
use rlsf::SmallGlobalTlsf;
use safeguarding_rules::answers::{Tell, Told};
use safeguarding_rules::compare::compare;
use safeguarding_rules::facts::{self, Node, Read};
use safeguarding_rules::pack::Question;
use safeguarding_rules::rulebook::{Rulebook, describe};
use safeguarding_rules::words::Gather as _;
use safeguarding_rules::words::refusal::Refusal;
use safeguarding_rules::{packs, questions, rule_book};
use serde::Serialize as _;
use serde_wasm_bindgen::Serializer;
use uuid::{Builder, Uuid};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// A fraction of the usual one's size. It gives freed memory back and joins it, so that no number of questions makes it grow.
#[global_allocator]
static ALLOCATOR: SmallGlobalTlsf = SmallGlobalTlsf::new();

thread_local! {
    /// The built-in packs, those that were loaded, and the portal's own sentences.
    static RULEBOOK: RefCell<Rc<Rulebook>> = RefCell::new(Rc::new(packs::built_in()));
}

fn rulebook() -> Rc<Rulebook> {
    RULEBOOK.with_borrow(Rc::clone)
}

fn thrown(refusal: Refusal) -> JsValue {
    refusal.serialize(&Serializer::json_compatible()).unwrap_or_else(|_| unreachable!("a refusal is plain data"))
}

fn text(told: &Told<'_>) -> String {
    serde_json::to_string(told).unwrap_or_else(|_| unreachable!("answers are plain data"))
}

/// Answers a question about a case.
fn answer(question: Question, facts: Result<Node, Refusal>) -> Result<String, JsValue> {
    facts.and_then(|facts| questions::ask(question, &facts, &rulebook(), text)).map_err(thrown)
}

/// Answers a request about the packs, or about an answer. What is told may borrow from the rulebook, and so leaves as text.
fn tell<R: Read + Default>(json: &str, told: impl FnOnce(&R, &Rulebook) -> Result<String, Refusal>) -> Result<String, JsValue> {
    facts::read(json).and_then(|request| told(&request, &rulebook())).map_err(thrown)
}

fn in_words(rulebook: &Rulebook, answer: &dyn Tell) -> String {
    text(&rulebook.in_its_words(answer.tell()))
}

/// How soon must the strategy meeting be held?
#[wasm_bindgen(js_name = classifyConcern)]
pub fn classify_concern(json: &str) -> Result<String, JsValue> {
    answer(Question::ClassifyConcern, facts::parse(json))
}

/// Who must, should and may attend, who chairs, and is the meeting quorate?
#[wasm_bindgen(js_name = listAttendees)]
pub fn list_attendees(json: &str) -> Result<String, JsValue> {
    answer(Question::ListAttendees, facts::parse(json))
}

/// Is this action SMART?
#[wasm_bindgen(js_name = checkAction)]
pub fn check_action(json: &str) -> Result<String, JsValue> {
    answer(Question::CheckAction, facts::parse(json))
}

/// Is the plan complete?
#[wasm_bindgen(js_name = checkPlan)]
pub fn check_plan(json: &str) -> Result<String, JsValue> {
    answer(Question::CheckPlan, facts::parse(json))
}

/// On what basis may information be shared, and what must be recorded?
#[wasm_bindgen(js_name = recordConsentBasis)]
pub fn record_consent_basis(json: &str) -> Result<String, JsValue> {
    answer(Question::RecordConsentBasis, facts::parse(json).map(filled))
}

/// Which meeting does this call for, and who may call it?
#[wasm_bindgen(js_name = chooseMeeting)]
pub fn choose_meeting(json: &str) -> Result<String, JsValue> {
    answer(Question::ChooseMeeting, facts::parse(json))
}

/// What falls due, for whom, by when?
#[wasm_bindgen(js_name = listDeadlines)]
pub fn list_deadlines(json: &str) -> Result<String, JsValue> {
    answer(Question::ListDeadlines, facts::parse(json))
}

/// What must be ready before, during and after?
#[wasm_bindgen(js_name = makeChecklist)]
pub fn make_checklist(json: &str) -> Result<String, JsValue> {
    answer(Question::MakeChecklist, facts::parse(json))
}

/// We disagree: what is the next step?
#[wasm_bindgen(js_name = resolveDisagreement)]
pub fn resolve_disagreement(json: &str) -> Result<String, JsValue> {
    answer(Question::ResolveDisagreement, facts::parse(json))
}

/// How did our meetings do this quarter?
#[wasm_bindgen(js_name = reportQuarter)]
pub fn report_quarter(json: &str) -> Result<String, JsValue> {
    answer(Question::ReportQuarter, facts::parse(json))
}

/// What the packs hold: areas, questions, kinds of concern.
#[wasm_bindgen(js_name = describePacks)]
pub fn describe_packs(json: &str) -> Result<String, JsValue> {
    tell(json, |scope, rules| Ok(in_words(rules, &describe(scope, rules)?)))
}

/// What do these documents say, rule by rule?
#[wasm_bindgen(js_name = listRules)]
pub fn list_rules(json: &str) -> Result<String, JsValue> {
    tell(json, |scope, rules| Ok(in_words(rules, &rule_book::list_rules(scope, rules)?)))
}

/// A decision in words, with what would change it.
#[wasm_bindgen]
pub fn explain(json: &str) -> Result<String, JsValue> {
    tell(json, |request, rules| Ok(in_words(rules, &safeguarding_rules::explain::explain(request, rules)?)))
}

/// Which fields are still worth asking?
#[wasm_bindgen(js_name = questionsFor)]
pub fn questions_for(json: &str) -> Result<String, JsValue> {
    tell(json, |request, rules| Ok(in_words(rules, &safeguarding_rules::questions_for::questions_for(request, rules)?)))
}

/// What changes between two packs, or two stacks of them?
#[wasm_bindgen(js_name = comparePacks)]
pub fn compare_packs(json: &str) -> Result<String, JsValue> {
    tell(json, |sides, rules| Ok(in_words(rules, &compare(sides, rules)?)))
}

/// Loads a portal's own pack, from its object form, and describes it.
#[wasm_bindgen(js_name = loadPack)]
pub fn load_pack(json: &str) -> Result<String, JsValue> {
    let loaded = Rc::new(rulebook().with(json).map_err(thrown)?);
    RULEBOOK.set(Rc::clone(&loaded));
    Ok(text(&loaded.newest().tell()))
}

/// Puts a portal's own sentences in the place of ours, by name; all that were set before are put back first.
#[wasm_bindgen(js_name = setMessages)]
pub fn set_messages(json: &str) -> Result<String, JsValue> {
    let rulebook = facts::read(json).and_then(|sentences| rulebook().with_catalogue(sentences)).map_err(thrown)?;
    RULEBOOK.set(Rc::new(rulebook));
    Ok(text(&Told::Nothing))
}

/// Every sentence that an answer may say, by name.
#[wasm_bindgen(js_name = listMessages)]
pub fn list_messages(_: &str) -> Result<String, JsValue> {
    let sentences = rulebook().sentences();
    Ok(text(&Told::Table(sentences.into_iter().map(|(name, words)| (name, Told::text(words))).gathered())))
}

/// A record's facts with id, creation time and salt where they are absent: only the world outside has a clock and chance.
fn filled(mut facts: Node) -> Node {
    let mut fill = |name: &str, value: Option<String>| {
        if let (None | Some(Node::Null), Some(value)) = (facts.at(name), value) {
            facts.set(name, Node::Text(value));
        }
    };
    fill("id", random_bytes().map(|bytes| Builder::from_random_bytes(bytes).into_uuid().to_string()));
    fill("createdAt", Some(String::from(Date::new_0().to_iso_string())));
    fill("salt", random_bytes().map(|bytes| Uuid::from_bytes(bytes).simple().to_string()));
    facts
}

fn random_bytes() -> Option<[u8; 16]> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).ok().map(|()| bytes)
}
