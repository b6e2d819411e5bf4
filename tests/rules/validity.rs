//! The day that is asked about: which rules answer then, and which document covers it.

use crate::common::{ask, ids, rulebook};
use serde_json::{Value, json};

fn asked(question: &str, facts: Value) -> Value {
    ask(question, &facts, &rulebook()).unwrap()
}

fn caution<'d>(decision: &'d Value, code: &str) -> Option<&'d str> {
    let cautions = decision["cautions"].as_array().unwrap();
    cautions.iter().find(|caution| caution["code"] == code).map(|caution| caution["text"].as_str().unwrap())
}

#[test]
fn before_a_document_was_in_force_the_answer_says_which_one_covers_the_day() {
    let before = asked("list-attendees", json!({"area": "hampshire", "meetingType": "professionals", "asOf": "2019-05-01"}));
    let said = caution(&before, "not-in-force-that-day").unwrap();
    assert!(said.contains("is in force from Friday 18 December 2020"), "{said}");
    assert!(said.contains("For that day Multi-Agency Partnerships and Meetings answers."), "{said}");
    assert!(ids(&before, "because").iter().all(|id| !id.starts_with("HP-")));

    let since = asked("list-attendees", json!({"area": "hampshire", "meetingType": "professionals", "asOf": "2020-12-18"}));
    assert_eq!(caution(&since, "not-in-force-that-day"), None);
    assert!(ids(&since, "because").iter().any(|id| id.starts_with("HP-")));
}

#[test]
fn a_locality_meeting_is_redirected_from_the_day_of_the_update_and_never_to_nothing() {
    let on = |day: &str| asked("choose-meeting", json!({"area": "northamptonshire", "meetingType": "mdt-locality", "asOf": day}));
    let verdict = |decision: &Value| decision["answer"]["meetings"][0]["verdict"].as_str().unwrap().to_owned();
    assert_ne!(verdict(&on("2020-08-31")), "ruled-out");
    for day in ["2020-09-01", "2020-09-15", "2022-01-10", "2026-11-21"] {
        let decision = on(day);
        assert_eq!(verdict(&decision), "ruled-out", "{day}");
        assert_eq!(decision["answer"]["route"], "normal-case-management", "{day}");
        assert!(
            ids(&decision, "because").contains(&"NH-59".to_owned()) || ids(&decision, "alsoApplies").contains(&"NH-59".to_owned()),
            "{day}"
        );
    }
    assert!(caution(&on("2020-09-15"), "effective-day-not-stated").is_some());
    assert!(caution(&on("2020-10-05"), "effective-day-not-stated").is_none());
}

#[test]
fn without_a_day_each_document_answers_as_of_its_last_check() {
    let facts = |as_of: Option<&str>| json!({"area": "northamptonshire", "meetingType": "mdt-locality", "asOf": as_of});
    let (without, with) = (asked("choose-meeting", facts(None)), asked("choose-meeting", facts(Some("2026-11-21"))));
    assert_eq!(without, with);
}

#[test]
fn the_national_layer_answers_only_where_it_is_asked_for() {
    let of = |national: Value| {
        let decision = asked("list-deadlines", json!({"area": "county-durham", "decision": "s47", "national": national}));
        ids(&decision, "because").iter().filter(|id| id.starts_with("O-")).count()
    };
    assert_eq!(of(json!(false)), 0);
    assert_eq!(of(json!(null)), 0);
    assert!(of(json!(true)) >= 10, "{}", of(json!(true)));
}
