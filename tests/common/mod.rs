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
use serde_json::{Map, Value, json};

/// The built-in packs.
pub fn rulebook() -> Rulebook {
    packs::built_in()
}

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

/// A small sound pack of a fictional partnership, in object form, proved by examples of its own.
pub fn sound_pack() -> Value {
    json!({
        "document": {
            "id": "test", "version": "1", "title": "A test", "area": "testshire", "area_label": "Testshire", "force": "local-protocol",
            "cites": "nothing", "status": {"checked_on": "2026-11-21"}, "stands_on": ["multi-agency-meetings"],
        },
        "fact": {
            "worry": {"asks": "Is there a worry?", "path": "concerns.worry"},
            "grave": {"asks": "Is it grave?", "path": "concerns.grave"},
        },
        "concern_type": {"kind": {"label": "A kind", "makes": ["worry"]}},
        "classify_concern": [
            cited("T-1", &json!({"when": ["worry"], "hold": "within 2 working days", "from": "concerns identified"})),
            cited("T-2", &json!({"when": ["grave"], "hold": "on the same day", "from": "concerns identified"})),
        ],
        "example": [
            timing_example("A worry", &json!({"worry": true, "grave": false}), &["T-1"], &["T-2"], &json!({"due_by": "2026-03-04"})),
            timing_example("Grave", &json!({"worry": false, "grave": true}), &["T-2"], &["T-1"], &json!({"due_by": "2026-03-02"})),
        ],
    })
}

/// A rule with a citation, and what else is its own.
pub fn cited(id: &str, own: &Value) -> Value {
    let mut rule = json!({"id": id, "force": "should", "says": "Meet.", "at": "1", "words": "meet"});
    rule.as_object_mut().unwrap().extend(own.as_object().unwrap().clone());
    rule
}

fn timing_example(name: &str, concerns: &Value, fires: &[&str], misses: &[&str], answer: &Value) -> Value {
    let facts = json!({"concerns": concerns, "others_considered": true, "concerns_identified_at": "2026-03-02T09:00"});
    json!({"name": name, "asks": "classify_concern", "facts": facts, "fires": fires, "misses": misses, "answer": answer})
}

/// Adds a rule to a table of a pack in object form.
pub fn add(pack: &mut Value, table: &str, id: &str, own: Value) {
    let rules = pack.as_object_mut().unwrap().entry(table).or_insert_with(|| json!([]));
    rules.as_array_mut().unwrap().push(cited(id, &own));
}
