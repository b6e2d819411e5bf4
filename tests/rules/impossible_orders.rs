//! What cannot have come in the order in which it was told: both moments are named and asked, and nothing counts in favour.

use crate::common::{ask, rulebook};
use serde_json::{Value, json};

fn with(facts: &Value, more: &Value) -> Value {
    let mut facts = facts.clone();
    facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    facts
}

fn told(decision: &Value, paths: [&str; 2]) -> bool {
    let asked = |path: &str| decision["ask"].as_array().unwrap().iter().any(|one| one["path"] == path);
    let contradicts = decision["cautions"].as_array().unwrap().iter().any(|caution| caution["code"] == "facts-contradict");
    contradicts && decision["settled"] == false && paths.into_iter().all(asked)
}

/// The area, the meeting, and two moments of which the first never lies after the second.
const ORDERS: [(&str, Option<&str>, [&str; 2]); 14] = [
    ("county-durham", Some("strategy"), ["decisionAt", "meetingStart"]),
    ("county-durham", Some("strategy"), ["decisionAt", "meetingEndedAt"]),
    ("county-durham", Some("strategy"), ["meetingStart", "meetingEndedAt"]),
    ("northamptonshire", Some("mdt-locality"), ["meetingStart", "meetingEndedAt"]),
    ("bracknell-forest", Some("tac-review"), ["initialMeetingDate", "meetingEndedAt"]),
    ("generic", None, ["s47InitiatedOn", "icpcOn"]),
    ("generic", None, ["icpcOn", "lastReviewConferenceOn"]),
    ("generic", None, ["s47InitiatedOn", "lastReviewConferenceOn"]),
    ("generic", None, ["seriousIncidentKnownOn", "panelNotifiedOn"]),
    ("generic", None, ["emergencyProtectionOrderAt", "emergencyProtectionExtendedFrom"]),
    ("generic", None, ["emergencyProtectionOrderAt", "emergencyProtectionEndsAt"]),
    ("generic", None, ["emergencyProtectionExtendedFrom", "emergencyProtectionEndsAt"]),
    ("generic", None, ["becameLookedAfterOn", "firstLookedAfterReviewOn"]),
    ("generic", None, ["firstLookedAfterReviewOn", "lastLookedAfterReviewOn"]),
];

#[test]
fn what_cannot_have_come_first_is_told_and_asked_in_every_question_that_takes_the_moments() {
    let mut seen = 0;
    for (area, meeting, [first, later]) in ORDERS {
        let base = match meeting {
            Some(meeting) => json!({"area": area, "meetingType": meeting}),
            None => json!({"area": area, "national": true}),
        };
        let (early, late) = (json!("2026-03-03T10:00"), json!("2026-03-06T10:00"));
        for question in ["list-deadlines", "list-attendees", "make-checklist", "choose-meeting", "resolve-disagreement"] {
            if question == "list-attendees" && meeting.is_none() {
                continue;
            }
            let Ok(sound) = ask(question, &with(&base, &json!({first: early, later: late})), &rulebook()) else { continue };
            assert!(!told(&sound, [first, later]), "{question} {area} {first}");
            for (one, other) in [(&late, &early), (&json!("2026-03-06"), &json!("2026-03-03")), (&late, &json!("2026-03-03"))] {
                let facts = with(&base, &json!({first: one, later: other}));
                assert!(told(&ask(question, &facts, &rulebook()).unwrap(), [first, later]), "{question} {facts}");
                seen += 1;
            }
        }
    }
    assert!(seen > 60, "{seen}");
}

#[test]
fn a_time_counts_from_the_earlier_of_two_moments_that_contradict_each_other() {
    let due = |facts: Value| {
        let decision = ask("list-deadlines", &facts, &rulebook()).unwrap();
        let deadline = decision["answer"]["deadlines"][0].clone();
        (deadline["due"].as_str().unwrap_or_default().to_owned(), deadline["onTime"].clone())
    };
    let proforma = json!({"area": "county-durham", "meetingType": "strategy", "duty": "proforma", "decisionAt": "2026-03-04T09:00",
        "done": {"proforma": {"at": "2026-03-04T09:30"}}});
    assert_eq!(due(proforma.clone()), ("2026-03-04T10:00:00+00:00".into(), json!(true)));
    // And never after the meeting that needs it.
    for (held, hour) in [(json!({"meetingStart": "2026-03-03T10:00"}), 10), (json!({"meetingEndedAt": "2026-03-03T10:00"}), 11)] {
        assert_eq!(due(with(&proforma, &held)), (format!("2026-03-03T{hour}:00:00+00:00"), json!("not-established")), "{held}");
    }
    let conference = json!({"area": "generic", "national": true, "duty": "initial-conference", "s47InitiatedOn": "2026-03-09"});
    let (sound, _) = due(conference.clone());
    let (disordered, _) = due(with(&conference, &json!({"icpcOn": "2026-03-04"})));
    let (counted, _) = due(with(&conference, &json!({"s47InitiatedOn": "2026-03-04"})));
    assert!(disordered < sound && disordered == counted, "{disordered} {sound} {counted}");
}

/// Late by a moment that cannot be is no lateness either, and is told as what contradicts itself, not as done too soon.
#[test]
fn what_rests_on_an_impossible_order_is_neither_in_time_nor_late() {
    for (duty, done) in [("decisions", "2026-03-03T12:00"), ("decisions", "2026-03-09T12:00"), ("minutes", "2026-03-03T12:00")] {
        let facts = json!({"area": "county-durham", "meetingType": "strategy", "duty": duty, "meetingStart": "2026-03-04T09:00",
            "meetingEndedAt": "2026-03-03T10:00", "done": {duty: {"at": done}}});
        let decision = ask("list-deadlines", &facts, &rulebook()).unwrap();
        assert_eq!(decision["answer"]["deadlines"][0]["onTime"], "not-established", "{facts}");
        assert_eq!(decision["answer"]["deadlines"][0]["lateByMinutes"], Value::Null, "{facts}");
        let codes: Vec<&str> = decision["cautions"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
        assert!(codes.contains(&"facts-contradict") && !codes.contains(&"done-before-it-could-be"), "{codes:?}");
    }
}

/// The quarter: a meeting before the concern was known, or before it was referred, is neither in time nor late.
#[test]
fn a_meeting_before_any_moment_of_its_concern_counts_in_no_quarter() {
    let quarter = |concern: Value| {
        let meeting = json!({"ref": "M1", "startedAt": "2026-03-04T09:00", "endedAt": "2026-03-04T10:00", "concern": concern,
            "agencies": [{"agency": "csc", "attended": true}, {"agency": "police", "attended": true}, {"agency": "health", "attended": true}]});
        let facts = json!({"area": "county-durham", "from": "2026-01-01", "until": "2026-03-31", "meetings": [meeting]});
        let answer = ask("report-quarter", &facts, &rulebook()).unwrap()["answer"].clone();
        answer["check"].as_array().unwrap().iter().any(|doubt| doubt["code"] == "held-too-early")
    };
    let at = |identified: &str, received: &str| {
        json!({"othersConsidered": true, "concerns": {"seriousRisk": true, "immediateActionRequired": false},
        "concernsIdentifiedAt": identified, "referralReceivedAt": received})
    };
    assert!(!quarter(at("2026-03-04T07:00", "2026-03-04T08:00")));
    assert!(quarter(at("2026-03-04T07:00", "2026-03-05T08:00")));
    assert!(quarter(at("2026-03-05T07:00", "2026-03-04T08:00")));
}
