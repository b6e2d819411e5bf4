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

/// What a document of its time could not say: nobody owes it on a later day, nor where no day is asked for.
#[test]
fn further_enquiries_are_a_section_47_enquiry_in_the_words_of_paragraph_24() {
    let decided = |word: &str| asked("choose-meeting", json!({"area": "county-durham", "decision": word}))["answer"]["route"].clone();
    for word in ["further enquiries", "Further enquiries to ascertain risk", "carry-out-further-enquiries"] {
        assert_eq!(decided(word), decided("s47"), "{word}");
    }
    assert_ne!(decided("no-further-action"), decided("s47"));
}

#[test]
fn what_events_ended_is_set_aside_for_every_later_day() {
    let on =
        |as_of: Option<&str>| asked("make-checklist", json!({"area": "northamptonshire", "meetingType": "mdt-countywide", "asOf": as_of}));
    let items = |decision: &Value| {
        let items = decision["answer"]["items"].as_array().unwrap().clone();
        items.iter().filter(|item| item["id"].as_str().unwrap().starts_with("NH-52")).count()
    };
    for as_written in [Some("2020-10-01"), Some("2022-02-24")] {
        assert_eq!(items(&on(as_written)), 2, "{as_written:?}");
    }
    for after in [None, Some("2022-02-25"), Some("2026-11-20")] {
        let decision = on(after);
        assert_eq!((items(&decision), ids(&decision, "because").contains(&"NH-52".to_owned())), (0, false), "{after:?}");
        assert!(ids(&decision, "setAside").contains(&"NH-52".to_owned()), "{after:?}");
    }
}

#[test]
fn a_national_duty_is_judged_by_the_day_of_what_happened() {
    for (duty, moment, law, since) in [
        ("report-genital-mutilation", "genitalMutilationKnownOn", "O-26", "2015-10-31"),
        ("notify-panel", "seriousIncidentKnownOn", "O-16", "2018-06-29"),
        ("rapid-review", "panelNotifiedOn", "O-16/rapid-review", "2018-06-29"),
        ("notify-child-death", "childDeathKnownAt", "O-27", "2018-06-29"),
        ("return-home-interview", "returnedOn", "O-20", "2014-01-01"),
    ] {
        let on = |day: &str, as_of: Option<&str>| {
            asked("list-deadlines", json!({"area": "generic", "national": true, moment: day, "asOf": as_of, "duty": duty}))
        };
        let dues = |decision: &Value| decision["answer"]["deadlines"].as_array().unwrap().len();
        let before = on("2012-05-01", None);
        assert_eq!((dues(&before), ids(&before, "setAside")), (0, vec![law.to_owned()]), "{duty}");
        assert!(before["setAside"][0]["reason"].as_str().unwrap().starts_with("In force only from"), "{}", before["setAside"][0]);
        assert_eq!((dues(&on(since, None)), dues(&on(since, Some(since)))), (1, 1), "{duty}");
    }
    let every =
        asked("list-deadlines", json!({"area": "generic", "national": true, "asOf": "2012-05-01", "seriousIncidentKnownOn": "2012-05-01"}));
    let named =
        every["answer"]["deadlines"].as_array().unwrap().iter().map(|one| one["duty"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    assert!(!named.contains(&"notify-panel".to_owned()) && named.contains(&"initial-conference".to_owned()), "{named:?}");
}
