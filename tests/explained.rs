//! Answers in words: why, why not, what would change them, and the note for the case file.

mod common;

use common::{ask, rulebook};
use safeguarding_rules::explain::{Explanation, explain};
use safeguarding_rules::facts;
use safeguarding_rules::pack::Question;
use serde_json::{Value, json};

fn explained(request: Value) -> Explanation {
    explain(&facts::read(&request.to_string()).unwrap(), &rulebook()).unwrap()
}

fn timing(concerns: Value) -> Value {
    json!({
        "question": "classify-concern",
        "facts": {
            "area": "generic", "concerns": concerns, "othersConsidered": true,
            "concernsIdentifiedAt": "2026-03-02T09:10", "referralReceivedAt": "2026-03-02T10:00",
        },
    })
}

#[test]
fn the_nearest_change_is_the_smallest_set_of_facts() {
    let one = explained(timing(json!({}))).nearest_change.unwrap();
    assert_eq!(one.facts.len(), 1, "{}", one.sentence);
    assert_eq!(one.facts[0].path, "concerns.seriousRisk");
    assert_eq!(one.heading, "Hold the strategy meeting on Monday 2 March 2026, the same day.");
    assert!(one.sentence.starts_with("If \u{201c}Is there a serious risk of harm"), "{}", one.sentence);

    let two = explained(timing(json!({"seriousRisk": true, "immediateActionRequired": true}))).nearest_change.unwrap();
    assert_eq!(two.facts.len(), 1, "{}", two.sentence);
    let away = explained(timing(json!({
        "seriousRisk": true, "penetrativeSexualAbuse": true, "forensicEvidenceRequired": true,
    })));
    let away = away.nearest_change.unwrap();
    let paths: Vec<&str> = away.facts.iter().map(|fact| fact.path.as_str()).collect();
    assert_eq!(paths, ["concerns.seriousRisk", "concerns.penetrativeSexualAbuse"], "{}", away.sentence);
}

#[test]
fn a_case_note_holds_what_was_known_and_leaves_the_decision_open() {
    let mut request = timing(json!({"seriousRisk": false, "particularlyComplex": "unknown"}));
    request["recordedBy"] = json!("Team manager");
    request["recordedAt"] = json!("2026-03-02T11:00");
    let note = explained(request).case_note;
    for held in [
        "Recorded: Monday 2 March 2026 at 11:00, by Team manager (role).",
        "Concern first recorded: Monday 2 March 2026 at 09:10.",
        "Referral received: Monday 2 March 2026 at 10:00.",
        "Answered no: Is there a serious risk of harm",
        "Not known: Is the concern particularly complex",
        "What the documents say: Hold the strategy meeting by Thursday 5 March 2026",
        "TR-T0",
        "This is settled on what is known.",
        "Decision (for the person who decides): ________",
    ] {
        assert!(note.contains(held), "{held} is not in:\n{note}");
    }
}

#[test]
fn a_rule_that_was_set_aside_is_told_with_the_reason() {
    let told = explained(timing(json!({"penetrativeSexualAbuse": true, "forensicEvidenceRequired": false, "seriousRisk": false})));
    assert!(told.why_not.iter().any(|line| line.starts_with("Not TR-T2a") && line.contains("Answered no")), "{:?}", told.why_not);
    assert!(told.explanation.starts_with(&told.heading));
}

#[test]
fn a_refusal_names_the_field_inside_the_facts() {
    let request = facts::read(&json!({"question": "classify-concern", "facts": {"concerns": {"worry": true}}}).to_string()).unwrap();
    assert_eq!(explain(&request, &rulebook()).unwrap_err().path, "facts.concerns.worry");
}

#[test]
fn one_item_that_is_still_to_do_is_named_and_more_are_counted() {
    let spocs = |said: Value| {
        let facts = json!({"area": "county-durham", "meetingType": "strategy", "list": "spoc-register", "done": said});
        ask(Question::MakeChecklist, &facts, &rulebook()).unwrap()["answer"].take()
    };
    let items = spocs(json!({}))["items"].take();
    let asked_for: Vec<&Value> =
        items.as_array().unwrap().iter().filter(|item| item["principle"] != true && item["force"] != "may").collect();
    let named = |item: &Value| item["item"].as_str().unwrap().to_owned();
    let all_but = |missing: usize| asked_for.iter().enumerate().map(|(place, item)| (named(item), json!(place >= missing))).collect();
    assert_eq!(spocs(all_but(1))["heading"], format!("Still to do: {}", asked_for[0]["text"].as_str().unwrap()));
    assert_eq!(spocs(all_but(2))["heading"], format!("2 of {} items are still to do.", items.as_array().unwrap().len()));
}
