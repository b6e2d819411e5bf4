//! Where the documents are unclear or disagree: each resolution in force for the questions answered here, under its id.

mod people;
mod records;
mod scope;
mod sharing;
mod time;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::common::{self, CONCERNS, ask, file, ids};
use safeguarding_rules::{Code, Rulebook};
use serde_json::{Map, Value, json};

/// Read once for all the tests.
fn rulebook() -> &'static Rulebook {
    static BUILT_IN: LazyLock<Rulebook> = LazyLock::new(common::rulebook);
    &BUILT_IN
}

/// A concern with every answer a no, but for those given; identified and received on Monday 2 March 2026.
fn concern(said: Value, more: Value) -> Value {
    let mut concerns: Map<String, Value> = CONCERNS.iter().map(|name| ((*name).to_owned(), json!(false))).collect();
    concerns.extend(said.as_object().unwrap().clone());
    let mut facts = json!({
        "area": "generic",
        "concerns": concerns,
        "concernsIdentifiedAt": "2026-03-02T09:00",
        "referralReceivedAt": "2026-03-02T10:00",
    });
    facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    facts
}

fn classified(said: Value, more: Value) -> Value {
    ask("classify-concern", &concern(said, more), rulebook()).unwrap()
}

fn due(decision: &Value) -> &str {
    decision["answer"]["dueBy"].as_str().unwrap()
}

fn attendees(facts: Value) -> Value {
    ask("list-attendees", &facts, rulebook()).unwrap()
}

fn record(facts: Value) -> Value {
    ask("record-consent-basis", &facts, rulebook()).unwrap()
}

fn cautions(decision: &Value) -> Vec<&str> {
    decision["cautions"].as_array().unwrap().iter().map(|caution| caution["code"].as_str().unwrap()).collect()
}

fn asks(decision: &Value) -> Vec<&str> {
    decision["ask"].as_array().unwrap().iter().map(|ask| ask["path"].as_str().unwrap()).collect()
}

fn agencies(decision: &Value, list: &str) -> Vec<String> {
    decision["answer"][list].as_array().unwrap().iter().map(|person| person["agency"].as_str().unwrap().to_owned()).collect()
}

fn chosen(facts: Value) -> Value {
    ask("choose-meeting", &facts, rulebook()).unwrap()
}

fn falls_due(facts: Value) -> Value {
    ask("list-deadlines", &facts, rulebook()).unwrap()
}

fn checklist(facts: Value) -> Value {
    ask("make-checklist", &facts, rulebook()).unwrap()
}

fn next_steps(facts: Value) -> Value {
    ask("resolve-disagreement", &facts, rulebook()).unwrap()
}

/// One duty of an answer.
fn duty<'a>(decision: &'a Value, name: &str) -> &'a Value {
    decision["answer"]["deadlines"].as_array().unwrap().iter().find(|deadline| deadline["duty"] == name).unwrap()
}

/// One item of a checklist, by the rule that asks for it.
fn item<'a>(decision: &'a Value, rule: &str) -> Option<&'a Value> {
    decision["answer"]["items"].as_array().unwrap().iter().find(|item| item["id"] == rule)
}

/// What is said of one meeting.
fn meeting<'a>(decision: &'a Value, name: &str) -> &'a Value {
    decision["answer"]["meetings"].as_array().unwrap().iter().find(|one| one["meeting"] == name).unwrap()
}

/// One field of each of a list.
fn each<'a>(list: &'a Value, field: &str) -> Vec<&'a str> {
    list.as_array().unwrap().iter().map(|one| one[field].as_str().unwrap()).collect()
}

/// The ids that stand in the names of the tests of this folder: `amb_08_and_09_…` carries two.
fn ids_of_tests() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for file in std::fs::read_dir(file("tests/rules/ambiguities")).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        for test in text.split("#[test]\nfn amb_").skip(1) {
            let mut words = test.split('_');
            loop {
                found.insert(format!("AMB-{}", words.next().unwrap()));
                if words.next() != Some("and") {
                    break;
                }
            }
        }
    }
    found
}

#[test]
fn every_resolution_that_could_do_harm_has_a_test() {
    let listed: BTreeMap<&str, &str> = include_str!("../../ambiguity-ids.txt").lines().filter_map(|line| line.split_once(' ')).collect();
    let tested = ids_of_tests();
    let unknown: Vec<&String> = tested.iter().filter(|id| !listed.contains_key(id.as_str())).collect();
    assert!(unknown.is_empty(), "{unknown:?} stand in no list");
    let missing: Vec<&&str> =
        listed.iter().filter(|(id, severity)| **severity != "C" && !tested.contains(**id)).map(|(id, _)| id).collect();
    assert!(missing.is_empty(), "{missing:?} have no test");
    assert!(listed.len() == 87 && listed.values().all(|severity| ["A", "B", "C"].contains(severity)));
}
