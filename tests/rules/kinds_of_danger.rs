//! Whatever kind of concern is chosen speaks of danger: at a team around the child it keeps whoever holds information, and a no
//! to a child protection concern beside it is told and asked.

use crate::common::written::packs;
use crate::common::{ask, rulebook};
use serde_json::{Value, json};

#[test]
fn every_kind_of_concern_keeps_everybody_at_a_team_around_the_child() {
    let rulebook = rulebook();
    let people = |kinds: Value| {
        let police = json!([{"name": "police", "inPackage": false, "hasRelevantInformation": true}]);
        let facts = json!({
            "area": "bracknell-forest", "meetingType": "tac-initial", "cpConcern": false, "agencies": police, "concernTypes": kinds,
        });
        ask("list-attendees", &facts, &rulebook).unwrap()
    };
    let stands_in = |decision: &Value, list: &str| decision["answer"][list].as_array().unwrap().iter().any(|one| one["agency"] == "police");
    assert!(stands_in(&people(json!([])), "excluded"));
    let kinds: Vec<&String> =
        packs().iter().filter_map(|pack| pack.object["concern_type"].as_object()).flat_map(|kinds| kinds.keys()).collect();
    assert!(kinds.len() > 15, "{kinds:?}");
    for kind in kinds {
        let decision = people(json!([kind]));
        assert!(!stands_in(&decision, "excluded") && stands_in(&decision, "expected"), "{kind}");
        assert!(decision["cautions"].as_array().unwrap().iter().any(|caution| caution["code"] == "facts-contradict"), "{kind}");
    }
}

/// By name, so that a mark that is lost is missed: no word of these questions tells that they speak of danger.
#[test]
fn what_speaks_of_danger_without_a_word_of_it_keeps_everybody_too() {
    let rulebook = rulebook();
    let told = |more: &Value| {
        let police = json!([{"name": "police", "inPackage": false, "hasRelevantInformation": true}]);
        let mut facts = json!({"area": "bracknell-forest", "meetingType": "tac-initial", "cpConcern": false, "agencies": police});
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        ask("list-attendees", &facts, &rulebook).unwrap()["answer"]["excluded"].to_string().contains("police")
    };
    assert!(told(&json!({"cpDeregistration": true})), "it speaks of none");
    let dangers = [
        json!({"thresholdMet": true}),
        json!({"concernsIncreasedByNonengagement": true}),
        json!({"fiiConcern": true}),
        json!({"decision": "s47"}),
        json!({"concernSerious": true}),
        json!({"concernsRemain": true}),
        json!({"concerns": {"forensicEvidenceRequired": true}}),
        json!({"concerns": {"immediateActionRequired": true}}),
        json!({"statutoryInterventionNeeded": true}),
        json!({"s47ThresholdAgreed": true}),
        json!({"allegationAgainstStaff": true}),
        json!({"s47InitiatedOn": "2026-03-02"}),
        json!({"allegationKnownOn": "2026-03-02"}),
        json!({"seriousIncidentKnownOn": "2026-03-02"}),
        json!({"childDeathKnownAt": "2026-03-02T09:00"}),
        json!({"mostWorried": true}),
        json!({"safeguardingConcern": true}),
        json!({"policeActivelyInvolved": true}),
        json!({"repeatPoliceInvolvement": true}),
        json!({"concernsRemainHigh": true}),
    ];
    for danger in dangers {
        assert!(!told(&danger), "{danger}");
    }
}
