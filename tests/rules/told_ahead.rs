//! What is told as having happened and lies after the present moment, or after the moment at which a note was recorded.

use crate::common::written::packs;
use crate::common::{ask, codes, rulebook};
use serde_json::{Value, json};

const AT: &str = "2026-11-24T10:00";

/// Every moment of the built-in packs that has passed when it is told, with the facts that give it alone.
fn moments() -> Vec<(String, Value)> {
    let mut moments = Vec::new();
    for pack in packs() {
        for (name, fact) in pack.facts().filter(|(_, fact)| fact.happened) {
            let path = fact.path_of(name);
            let area = pack.object["document"]["area"].as_str().unwrap_or("generic");
            let facts = json!({"area": area, "national": true, "asOf": if area == "northamptonshire" { "2026-11-24" } else { "2026-11-23" }, &path: AT});
            moments.push((path, facts));
        }
    }
    moments
}

fn answered(facts: &Value, now: &str) -> Value {
    let mut facts = facts.clone();
    facts["now"] = json!(now);
    ask("list-deadlines", &facts, &rulebook()).unwrap_or_else(|refusal| panic!("{facts}: {refusal}"))
}

#[test]
fn what_has_not_happened_yet_is_told_and_asked() {
    let moments = moments();
    assert!(moments.len() >= 26, "{}", moments.len());
    for (path, facts) in moments {
        let ahead = answered(&facts, "2026-11-24T09:59");
        let is_asked = ahead["ask"].as_array().unwrap().iter().any(|one| one["path"] == path);
        assert!(codes(&ahead).contains(&"told-ahead") && is_asked && ahead["settled"] == false, "{path}: {ahead}");
        for now in [AT, "2026-11-24", "2026-11-25T08:00"] {
            assert!(!codes(&answered(&facts, now)).contains(&"told-ahead"), "{path} {now}");
        }
    }
}

#[test]
fn what_is_still_to_come_may_lie_ahead() {
    for (area, path) in [
        ("county-durham", "meetingStart"),
        ("northamptonshire", "meetingStart"),
        ("northamptonshire", "nextCoreGroup"),
        ("northamptonshire", "nextReview"),
        ("generic", "emergencyProtectionEndsAt"),
    ] {
        let facts = json!({"area": area, "national": true, path: AT});
        assert!(!codes(&answered(&facts, "2026-11-20T09:00")).contains(&"told-ahead"), "{path}");
    }
}

#[test]
fn a_note_recorded_before_what_it_tells_says_so_first() {
    let concern = json!({"area": "generic", "othersConsidered": true, "concernsIdentifiedAt": "2026-11-24T10:00"});
    let with = |more: Value| {
        let mut facts = concern.clone();
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        facts
    };
    let minutes = |more: Value| {
        let mut facts = json!({"area": "county-durham", "duty": "minutes"});
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        facts
    };
    let cases = [
        ("classify-concern", with(json!({"held": [{"at": "2026-11-25T10:00", "full": true}]}))),
        ("list-deadlines", minutes(json!({"meetingEndedAt": "2026-11-25T10:00"}))),
        ("list-deadlines", minutes(json!({"meetingEndedAt": "2026-11-23T10:00", "done": {"minutes": {"at": "2026-11-25T10:00"}}}))),
    ];
    for (question, facts) in cases {
        let explained = |more: Value| {
            let mut request = json!({"question": question, "facts": facts});
            request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            ask("explain", &request, &rulebook()).unwrap()
        };
        let told = |note: &Value| {
            ["caseNote", "shortNote", "explanation"].map(|name| note[name].as_str().unwrap().contains("Recorded before something it tells"))
        };
        assert_eq!(told(&explained(json!({"recordedAt": "2026-11-24T12:00"}))), [true; 3], "{question} {facts}");
        for later in [json!({}), json!({"recordedAt": "2026-11-26T12:00"})] {
            assert_eq!(told(&explained(later)), [false; 3], "{question} {facts}");
        }
    }
}
