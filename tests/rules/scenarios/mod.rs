//! The worked cases, each said to the questions it belongs to.
//!
//! `SAFEGUARDING_SCENARIOS=/path/to/cases.json cargo test --test rules scenarios` runs further cases of the same form:
//! `{"scenarios": [{"id", "area", "facts", "expected", "cites"}]}`. What a case expects and this runner does not know fails.

mod actions;
mod case;
mod checklists;
mod deadlines;
mod disputes;
mod flags;
mod mdt;
mod people;
mod professionals;
mod routes;
mod sharing;
mod tac;
mod timing;

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::common::{file, rulebook};
use case::{Case, Check, asks_for, includes, mentions};
use serde_json::Value;

type Answers = fn(&Case<'_>) -> Result<Vec<Value>, String>;
type Checks = fn(&Case<'_>, &str, &Value, &[Value]) -> Option<Check>;

const AREAS: [&str; 14] = [
    "timescale",
    "temporal",
    "attendees",
    "quorum",
    "smart",
    "consent",
    "meeting_route",
    "deadline",
    "tac",
    "mdt",
    "professionals",
    "dispute",
    "mash",
    "conference",
];

/// As many cases as were written down with the documents.
const WRITTEN_DOWN: usize = 184;

fn copies(area: &str) -> Vec<Value> {
    let text = std::fs::read_to_string(file(&format!("tests/scenarios/{area}.json"))).unwrap();
    let mut cases: Vec<Value> = serde_json::from_str(&text).unwrap();
    for case in &mut cases {
        case["area"] = area.into();
    }
    cases
}

/// The cases of a file, where one is given, or else our copies.
fn cases() -> Vec<Value> {
    match std::env::var_os("SAFEGUARDING_SCENARIOS") {
        Some(file) => {
            let whole: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
            whole["scenarios"].as_array().expect("a list of scenarios").clone()
        }
        None => AREAS.iter().flat_map(|area| copies(area)).collect(),
    }
}

fn questions(area: &str, case: &Case<'_>) -> (Answers, Checks) {
    match area {
        "timescale" | "temporal" if timing::is_about_a_concern(case) => (timing::answers, timing::check),
        "timescale" | "temporal" | "deadline" => (deadlines::answers, deadlines::check),
        "attendees" | "quorum" => (people::answers, people::check),
        "smart" => (actions::answers, actions::check),
        "consent" => (sharing::answers, sharing::check),
        "meeting_route" | "mash" | "conference" => (routes::answers, routes::check),
        "tac" => (tac::answers, tac::check),
        "mdt" => (mdt::answers, mdt::check),
        "professionals" => (professionals::answers, professionals::check),
        "dispute" => (disputes::answers, disputes::check),
        other => panic!("{other} is no area that this runner knows"),
    }
}

/// What every area may expect.
fn expected_anywhere(case: &Case<'_>, key: &str, wanted: &Value, answers: &[Value]) -> Check {
    match key {
        "flags" => case::strings(wanted)
            .iter()
            .try_for_each(|label| flags::check(label, answers).or_else(|_| flags::check(label, &case.ask_everything()))),
        "missing_facts" => asks_for(wanted, &answers[0]),
        "reason_rule" => includes(&case::strings(&serde_json::json!([wanted])), &answers.iter().flat_map(mentions).collect::<Vec<_>>()),
        _ => Err("this runner does not know what that means".to_owned()),
    }
}

fn faults(area: &str, case: &Case<'_>) -> Vec<String> {
    let (answers, check) = questions(area, case);
    let answers = match answers(case) {
        Ok(answers) => answers,
        Err(fault) => return vec![fault],
    };
    let mut faults = Vec::new();
    for (key, wanted) in &case.expected {
        let checked = check(case, key, wanted, &answers).unwrap_or_else(|| expected_anywhere(case, key, wanted, &answers));
        faults.extend(checked.err().map(|fault| format!("{key}: {fault}")));
    }
    faults
}

#[test]
fn every_case_is_answered_as_expected() {
    let rulebook = rulebook();
    let cases = cases();
    assert!(!cases.is_empty(), "no cases");
    let mut failures = Vec::new();
    for written in &cases {
        let case = Case::new(written, &rulebook);
        assert!(!case.expected.is_empty(), "{} expects nothing", case.id);
        let area = written["area"].as_str().unwrap();
        let faults = catch_unwind(AssertUnwindSafe(|| faults(area, &case)))
            .unwrap_or_else(|_| vec!["it is of another form than this runner reads".to_owned()]);
        if !faults.is_empty() {
            failures.push(format!("{} {}: {} [not said: {}]", case.id, written["cites"], faults.join("; "), case.unsaid()));
        }
    }
    println!("{} of {} cases pass", cases.len() - failures.len(), cases.len());
    assert!(failures.is_empty(), "{} of {}:\n{}", failures.len(), cases.len(), failures.join("\n"));
}

#[test]
fn no_case_that_was_written_down_is_left_out() {
    let copies: Vec<Value> = AREAS.iter().flat_map(|area| copies(area)).collect();
    let ids: std::collections::BTreeSet<&str> = copies.iter().map(|case| case["id"].as_str().unwrap()).collect();
    assert_eq!((copies.len(), ids.len()), (WRITTEN_DOWN, WRITTEN_DOWN));
}

#[test]
fn an_expectation_that_is_not_known_fails() {
    let rulebook = rulebook();
    for area in AREAS {
        let mut written = copies(area).swap_remove(0);
        written["expected"]["colour_of_the_room"] = "blue".into();
        written["expected"]["flags"] = serde_json::json!(["sing_loudly"]);
        let found = faults(area, &Case::new(&written, &rulebook)).join("; ");
        assert!(found.contains("colour_of_the_room") && found.contains("sing_loudly"), "{area}: {found}");
    }
}

/// Something else than was expected.
fn otherwise(value: &Value) -> Value {
    match value {
        Value::Bool(expected) => (!expected).into(),
        Value::Number(expected) => (expected.as_i64().unwrap() + 1).into(),
        Value::Array(items) if items.iter().all(Value::is_string) => items.iter().cloned().chain(["zebra_crossing".into()]).collect(),
        Value::Array(items) => items[1..].to_vec().into(),
        Value::Object(fields) => {
            let mut others = fields.clone();
            others.values_mut().take(1).for_each(|value| *value = otherwise(value));
            Value::Object(others)
        }
        Value::String(_) | Value::Null => "zebra_crossing".into(),
    }
}

#[test]
fn every_expectation_of_every_case_can_fail() {
    let rulebook = rulebook();
    let mut unnoticed = Vec::new();
    for written in AREAS.iter().flat_map(|area| copies(area)) {
        for (key, wanted) in written["expected"].as_object().unwrap() {
            let mut other = written.clone();
            other["expected"][key] = otherwise(wanted);
            let found = faults(written["area"].as_str().unwrap(), &Case::new(&other, &rulebook));
            if !found.iter().any(|fault| fault.starts_with(&format!("{key}: "))) {
                unnoticed.push(format!("{} {key}: {}", written["id"], other["expected"][key]));
            }
        }
    }
    assert!(unnoticed.is_empty(), "{}", unnoticed.join("\n"));
}
