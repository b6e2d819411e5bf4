//! What is recorded as done and cannot be judged is never told as done in time: it is overdue, or it is asked.

use crate::common::{ask, codes, rulebook};
use serde_json::{Value, json};

fn answered(more: &Value) -> Value {
    let mut facts = json!({"area": "county-durham", "meetingType": "strategy", "meetingEndedAt": "2026-11-20T17:00"});
    facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    ask("list-deadlines", &facts, &rulebook()).unwrap_or_else(|refusal| panic!("{more}: {refusal}"))
}

fn decisions(at: &str) -> Value {
    answered(&json!({"duty": "decisions", "now": "2026-11-25", "done": {"decisions": {"at": at}}}))
}

fn heading(decision: &Value) -> &str {
    decision["answer"]["heading"].as_str().unwrap()
}

fn asks_when(decision: &Value) -> bool {
    decision["ask"].as_array().unwrap().iter().any(|ask| ask["path"] == "done.decisions.at")
}

#[test]
fn what_was_done_before_its_time_began_is_overdue_and_asked() {
    for at in ["2026-11-20T09:00", "2026-11-19", "2026-11-26"] {
        let decision = decisions(at);
        let duty = &decision["answer"]["deadlines"][0];
        assert_eq!((&duty["onTime"], &duty["overdue"]), (&json!("not-established"), &json!(true)), "{at}");
        assert!(heading(&decision).starts_with("Overdue since"), "{at}: {}", heading(&decision));
        assert!(codes(&decision).contains(&"done-before-it-could-be") && asks_when(&decision), "{at}");
        assert_eq!(decision["settled"], false, "{at}");
    }
}

#[test]
fn a_day_alone_is_any_time_of_that_day() {
    // On the day of the meeting it was in time whenever that was; on the next it may have been late.
    assert_eq!(decisions("2026-11-20")["answer"]["deadlines"][0]["onTime"], true);
    let decision = decisions("2026-11-21");
    assert_eq!(decision["answer"]["deadlines"][0]["onTime"], "not-established");
    assert!(heading(&decision).starts_with("Done, perhaps late:"), "{}", heading(&decision));
    let codes = codes(&decision);
    assert!(codes.contains(&"done-without-a-time") && !codes.contains(&"done-before-it-could-be") && asks_when(&decision));
    assert_eq!(decisions("2026-11-22")["answer"]["deadlines"][0]["onTime"], false);
}

#[test]
fn whatever_is_recorded_as_done_in_time_is_said_only_where_each_was() {
    let days = ["2026-11-19", "2026-11-20", "2026-11-20T17:30", "2026-11-21", "2026-11-21T18:00", "2026-12-01", "2027-02-01"];
    for (decided, minuted) in days.iter().flat_map(|one| days.iter().map(move |other| (one, other))) {
        let done = json!({"decisions": {"at": decided}, "minutes": {"at": minuted}});
        let decision = answered(&json!({"now": "2026-12-30", "done": done}));
        let told = decision["answer"]["deadlines"].as_array().unwrap().iter();
        let judged: Vec<&Value> = told.filter(|duty| ["decisions", "minutes"].contains(&duty["duty"].as_str().unwrap())).collect();
        let all_in_time = judged.iter().all(|duty| duty["onTime"] == true);
        let words = heading(&decision);
        assert!(all_in_time || !words.contains("was done in time"), "{done}: {words}");
        if judged.iter().any(|duty| duty["overdue"] == true) {
            assert!(words.starts_with("Overdue since"), "{done}: {words}");
        }
    }
}

#[test]
fn a_provisional_time_makes_nothing_overdue_or_late() {
    let request = |more: &Value| {
        let mut request = json!({"agency": "school", "requestedAt": "2026-11-20T15:10"});
        request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let decision = answered(&json!({"duty": "spoc-response", "requests": [request], "now": "2026-11-30T09:00"}));
        let duty = decision["answer"]["deadlines"][0].clone();
        (duty["provisional"] == true, duty["overdue"].clone(), duty["onTime"].clone(), codes(&decision).contains(&"act-now"))
    };
    assert_eq!(request(&json!({"immediateRisk": "unknown"})), (true, json!(false), json!(null), true));
    assert_eq!(request(&json!({"immediateRisk": "highest"})), (false, json!(true), json!(null), true));
    let returned = |risk: &str| request(&json!({"immediateRisk": risk, "returnedAt": "2026-11-21T09:00"})).2;
    // The meeting ended the day before: what came after it was not in time.
    assert_eq!((returned("unknown"), returned("highest"), returned("low")), (json!("not-established"), json!(false), json!(false)));
}

#[test]
fn a_time_that_ends_with_the_start_of_a_day_is_not_told_as_that_day() {
    let facts =
        json!({"area": "generic", "national": true, "duty": "emergency-protection-order-ends", "emergencyProtectionOrderAt": "2026-10-17"});
    let decision = ask("list-deadlines", &facts, &rulebook()).unwrap_or_else(|refusal| panic!("{refusal}"));
    let due = &decision["answer"]["deadlines"][0]["due"];
    assert!(due.as_str().unwrap().contains("T00:00:00"), "{due}");
    assert!(heading(&decision).contains("the start of"), "{}", heading(&decision));
}
