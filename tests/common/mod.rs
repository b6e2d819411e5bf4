//! What the tests share: asking by JSON as the door does, and turning a pack's spelling into JavaScript's.
#![allow(dead_code, reason = "each test uses what it needs")]

use safeguarding_rules::decide::{
    check_action, choose_meeting, classify_concern, list_attendees, list_deadlines, make_checklist, record_consent_basis, report_quarter,
    resolve_disagreement,
};
use safeguarding_rules::pack::Question;
use safeguarding_rules::rulebook::Rulebook;
use safeguarding_rules::words::camel;
use safeguarding_rules::words::refusal::Refusal;
use safeguarding_rules::{facts, packs};
use serde_json::{Map, Value};

/// The built-in packs.
pub fn rulebook() -> Rulebook {
    packs::built_in()
}

/// Every question.
pub const QUESTIONS: [Question; 10] = [
    Question::ClassifyConcern,
    Question::ListAttendees,
    Question::CheckAction,
    Question::CheckPlan,
    Question::RecordConsentBasis,
    Question::ChooseMeeting,
    Question::ListDeadlines,
    Question::MakeChecklist,
    Question::ResolveDisagreement,
    Question::ReportQuarter,
];

/// Asks a question with facts in JSON, and gives the whole decision in JSON.
pub fn ask(question: Question, facts: &Value, rulebook: &Rulebook) -> Result<Value, Refusal> {
    let json = facts.to_string();
    match question {
        Question::ClassifyConcern => classify_concern::classify_concern(&facts::read(&json)?, rulebook).map(in_json),
        Question::ListAttendees => list_attendees::list_attendees(&facts::read(&json)?, rulebook).map(in_json),
        Question::CheckAction => check_action::check_action(&facts::read(&json)?, rulebook).map(in_json),
        Question::CheckPlan => check_action::check_plan(&facts::read(&json)?, rulebook).map(in_json),
        Question::RecordConsentBasis => record_consent_basis::record_consent_basis(&facts::read(&json)?, rulebook).map(in_json),
        Question::ChooseMeeting => choose_meeting::choose_meeting(&facts::read(&json)?, rulebook).map(in_json),
        Question::ListDeadlines => list_deadlines::list_deadlines(&facts::read(&json)?, rulebook).map(in_json),
        Question::MakeChecklist => make_checklist::make_checklist(&facts::read(&json)?, rulebook).map(in_json),
        Question::ResolveDisagreement => resolve_disagreement::resolve_disagreement(&facts::read(&json)?, rulebook).map(in_json),
        Question::ReportQuarter => report_quarter::report_quarter(&facts::read(&json)?, rulebook).map(in_json),
    }
}

/// A built-in pack in object form, with its examples.
pub fn object_form(name: &str) -> Value {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/packs/{name}.toml"));
    serde_json::to_value(toml::from_str::<toml::Table>(&std::fs::read_to_string(file).unwrap()).unwrap()).unwrap()
}

fn in_json<T: serde::Serialize>(decision: T) -> Value {
    serde_json::to_value(decision).unwrap()
}

/// The same value with every key in camelCase.
pub fn in_camel_case(value: &Value) -> Value {
    match value {
        Value::Object(object) => Value::Object(object.iter().map(|(key, value)| (camel(key), in_camel_case(value))).collect::<Map<_, _>>()),
        Value::Array(items) => Value::Array(items.iter().map(in_camel_case).collect()),
        other => other.clone(),
    }
}

/// Ids in one of a decision's lists.
pub fn ids(decision: &Value, list: &str) -> Vec<String> {
    decision[list].as_array().unwrap().iter().map(|cited| cited["id"].as_str().unwrap().to_owned()).collect()
}

/// Does `whole` hold all that `part` names?
pub fn holds(whole: &Value, part: &Value) -> bool {
    match part {
        Value::Object(object) => object.iter().all(|(key, value)| holds(&whole[key], value)),
        other => whole == other,
    }
}
