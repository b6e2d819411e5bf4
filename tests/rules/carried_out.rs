//! A plan that is written in full was not thereby carried out, and an empty phrase does nothing.

use crate::common::{ask, rulebook};
use serde_json::{Value, json};

#[test]
fn a_plan_with_actions_that_were_not_done_is_not_complete_in_silence() {
    let told = |state: Value| {
        let action = json!({"specific": "Weigh the baby at the clinic each Tuesday", "quantity": "4 weights", "owner": "Health visitor",
            "realisticResult": "Weight recorded weekly", "resourcesConfirmed": true, "due": "2026-09-22", "state": state,
            "reasonNotDone": if state == "done" || state == "open" { Value::Null } else { json!("The family moved to another county") },
            "carriedOverUntil": if state == "carried-over" { json!("2026-10-06") } else { Value::Null }});
        let facts = json!({"area": "hampshire", "plan": {"actions": [action], "reviewDates": ["2026-11-03"]}});
        let decision = ask("check-plan", &facts, &rulebook()).unwrap();
        let cautions = decision["cautions"].as_array().unwrap();
        cautions.iter().any(|one| one["code"] == "plan-not-carried-out" && one["text"].as_str().unwrap().contains(": 1 of these actions."))
    };
    for state in ["not-done", "carried-over", "withdrawn"] {
        assert!(told(json!(state)), "{state}");
    }
    for state in ["open", "done"] {
        assert!(!told(json!(state)), "{state}");
    }
}

#[test]
fn what_is_driven_forward_is_nothing_done_and_what_is_driven_is() {
    let specific = |text: &str| {
        let facts = json!({"area": "hampshire", "action": {"specific": text}});
        let answer = ask("check-action", &facts, &rulebook()).unwrap()["answer"].clone();
        !answer["missing"].as_array().unwrap().contains(&json!("specific"))
    };
    for empty in ["Drive forward improvements", "Drive forward change", "Drive forward the agenda", "Drive improvement"] {
        assert!(!specific(empty), "{empty}");
    }
    for done in ["Grandmother to drive the children to school each Monday", "Refer to police"] {
        assert!(specific(done), "{done}");
    }
}
