//! What changes between two versions of a pack, and what a stack changes against its base.

use crate::common::rulebook;
use crate::common::written::object_form;
use serde::Deserialize;
use serde_json::{Value, json};

/// What a comparison tells.
#[derive(Deserialize)]
struct Comparison {
    heading: String,
    rules: Vec<Rule>,
    regions: Vec<Region>,
}

/// A rule that one side has otherwise.
#[derive(Deserialize)]
struct Rule {
    id: String,
    how: String,
}

/// Cases that are answered otherwise, in one way.
#[derive(Debug, Deserialize)]
struct Region {
    question: String,
    meeting: Option<String>,
    example: String,
    before: String,
    after: String,
    cases: usize,
    of: usize,
}

fn compared(before: Value, after: Value) -> Comparison {
    let told = rulebook().compare(&json!({"before": before, "after": after}).to_string()).unwrap();
    serde_json::from_str(&told).unwrap()
}

fn guide(change: impl Fn(&mut Value)) -> Value {
    let mut guide = object_form("multi-agency-meetings");
    change(&mut guide);
    guide.to_string().into()
}

fn rule<'p>(pack: &'p mut Value, table: &str, id: &str) -> &'p mut Value {
    pack[table].as_array_mut().unwrap().iter_mut().find(|rule| rule["id"] == id).unwrap()
}

#[test]
fn the_same_pack_changes_nothing() {
    let same = compared(json!("multi-agency-meetings"), guide(|_| {}));
    assert_eq!((same.heading.as_str(), same.rules.len(), same.regions.len()), ("No change.", 0, 0));
}

#[test]
fn another_time_changes_the_answers_that_rest_on_it() {
    let shorter = guide(|pack| rule(pack, "classify_concern", "TR-T0")["hold"] = json!("within 2 working days"));
    let changed = compared(json!("multi-agency-meetings"), shorter);
    assert_eq!(changed.rules.len(), 1);
    assert_eq!((changed.rules[0].id.as_str(), changed.rules[0].how.as_str()), ("TR-T0", "changed"));
    assert_eq!(changed.regions.len(), 1, "{:?}", changed.regions);
    assert!(changed.regions[0].before.contains("Thursday 5 March 2026") && changed.regions[0].after.contains("Wednesday 4 March 2026"));
}

#[test]
fn each_way_in_which_answers_change_is_told_once_with_a_case() {
    let never_complex = guide(|pack| rule(pack, "classify_concern", "TR-T4a")["hold"] = json!("within 4 working days"));
    let changed = compared(json!("multi-agency-meetings"), never_complex);
    assert!(!changed.regions.is_empty());
    assert!(changed.regions.iter().all(|region| region.example.contains("particularly complex")), "{:?}", changed.regions);
    assert!(changed.regions.iter().all(|region| region.cases >= 1 && region.cases <= region.of));
}

#[test]
fn other_words_change_no_answer() {
    let reworded = guide(|pack| rule(pack, "classify_concern", "TR-T0")["says"] = json!("Meet within 3 working days."));
    let compared = compared(json!("multi-agency-meetings"), reworded);
    assert_eq!((compared.rules[0].how.as_str(), compared.regions.len()), ("reworded", 0));
}

#[test]
fn a_stack_is_told_against_its_base() {
    let changed = compared(json!(["multi-agency-meetings"]), json!(["county-durham", "multi-agency-meetings"]));
    assert!(changed.rules.iter().any(|rule| rule.id == "CD-09" && rule.how == "added"));
    let chaired = changed.regions.iter().any(|region| region.question == "list-attendees" && region.meeting.as_deref() == Some("strategy"));
    assert!(chaired, "{:?}", changed.regions);
    for region in &changed.regions {
        assert!(region.cases <= region.of, "{} of {}: {}", region.cases, region.of, region.example);
    }
}

#[test]
fn where_the_sentence_stays_the_same_only_what_differs_is_told_in_words() {
    let changed = compared(json!(["multi-agency-meetings"]), json!(["county-durham", "multi-agency-meetings"]));
    let who = changed.regions.iter().find(|region| region.question == "list-attendees" && region.meeting.as_deref() == Some("strategy"));
    let who = who.unwrap();
    assert!(who.after.contains("the child's school or nursery: optional\n"), "{}", who.after);
    assert!(who.after.ends_with("The Team Manager or their nominated deputy chairs, in all cases."), "{}", who.after);
    assert_eq!((who.example.as_str(), who.before.as_str()), ("Whatever is known.", ""));
    assert!(changed.regions.iter().any(|region| region.example.ends_with("? yes. Nothing else applies.")));
    assert!(!who.after.contains("police") && !who.after.contains("csc-team-manager"), "{}", who.after);
}

#[test]
fn what_differs_by_a_name_alone_is_told_by_the_names() {
    let renamed = guide(|pack| pack["make_checklist"][0]["item"] = json!("another-name"));
    let changed = compared(json!("multi-agency-meetings"), renamed);
    assert!(!changed.regions.is_empty());
    for region in changed.regions {
        assert!(region.after.contains("another-name") && !region.before.is_empty(), "{}: {}", region.before, region.after);
    }
}

#[test]
fn a_fact_that_only_one_side_asks_for_is_no_fact_of_the_other() {
    let compared = compared(json!("multi-agency-meetings"), json!(["county-durham", "multi-agency-meetings"]));
    assert!(!compared.regions.is_empty());
    for region in compared.regions {
        for answer in [&region.before, &region.after] {
            assert!(!answer.contains("expected one of"), "{}: {answer}", region.example);
        }
    }
}

#[test]
fn a_rule_of_many_facts_is_compared_without_asking_every_combination() {
    let compared = compared(json!("multi-agency-meetings"), json!(["professionals-meetings", "multi-agency-meetings"]));
    assert!(compared.rules.iter().any(|rule| rule.id == "HP-5.1i"));
    assert!(compared.regions.iter().all(|region| region.of < 5_000), "so many cases take minutes");
}
