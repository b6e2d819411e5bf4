//! What no case can hold is refused at its place: years that nobody reaches, a step behind the last.

use crate::common::{ask, rulebook};
use safeguarding_rules::Code;
use serde_json::json;

#[test]
fn an_age_that_nobody_reaches_is_refused_wherever_it_is_told() {
    let cases = [
        ("classify-concern", json!({"child": {"age": 200}}), "child.age"),
        ("classify-concern", json!({"children": [{"ref": "A", "age": 126}]}), "children[0].age"),
        ("list-attendees", json!({"meetingType": "strategy", "child": {"age": 200}}), "child.age"),
        ("choose-meeting", json!({"children": [{"ref": "A"}, {"ref": "B", "age": 200}]}), "children[1].age"),
        ("make-checklist", json!({"meetingType": "strategy", "child": {"age": 1990}}), "child.age"),
    ];
    for (question, facts, path) in cases {
        let refusal = ask(question, &facts, &rulebook()).unwrap_err();
        assert_eq!((refusal.code(), refusal.path()), (Code::BadInput, path), "{question}: {}", refusal.message());
        assert_eq!(refusal.message(), "expected an age in whole years, at most 125, or \"unknown\"");
    }
}

#[test]
fn a_step_behind_the_last_is_refused_and_behind_the_last_every_step_is_done() {
    for area in ["county-durham", "bracknell-forest", "hampshire"] {
        let at = |stage: u64| ask("resolve-disagreement", &json!({"area": area, "stage": stage}), &rulebook());
        let ladders = at(0).unwrap()["answer"]["ladders"].clone();
        let steps: Vec<u64> = ladders
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|ladder| ladder["steps"].as_array().unwrap())
            .map(|step| step["step"].as_u64().unwrap())
            .collect();
        let last = *steps.iter().max().unwrap();
        let behind = at(last).unwrap();
        let states: Vec<_> =
            behind["answer"]["ladders"].as_array().unwrap().iter().flat_map(|ladder| ladder["steps"].as_array().unwrap()).collect();
        assert!(states.iter().all(|step| step["state"] == "done"), "{area}: {states:?}");
        assert!(behind["answer"]["heading"].as_str().unwrap().starts_with("Every step that these documents name has been taken."));
        let refusal = at(last + 1).unwrap_err();
        assert_eq!((refusal.code(), refusal.path()), (Code::BadInput, "stage"));
        assert_eq!(refusal.message(), format!("expected the last step taken, 0 to {last}"));
    }
    // Where there is no ladder, nothing is told of its length.
    assert!(ask("resolve-disagreement", &json!({"area": "northamptonshire", "stage": 3}), &rulebook()).is_ok());
}
