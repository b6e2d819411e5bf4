//! What was left of the reading before: each as it should be.

use crate::common::{ask, rulebook};
use safeguarding_rules::Rulebook;
use serde_json::{Value, json};

fn answer(question: &str, facts: Value, rulebook: &Rulebook) -> Value {
    ask(question, &facts, rulebook).unwrap_or_else(|refusal| panic!("{question} {facts}: {refusal}"))
}

fn asked(decision: &Value) -> Vec<&str> {
    decision["ask"].as_array().unwrap().iter().map(|one| one["path"].as_str().unwrap()).collect()
}

#[test]
fn of_two_starts_that_are_told_the_earlier_one_caps() {
    let rulebook = rulebook();
    let due = |proforma: Value| {
        let facts = json!({"area": "county-durham", "meetingType": "strategy", "duty": "spoc-response", "immediateRisk": "low",
            "spocRequestAt": "2026-03-27T10:00", "meetingStart": "2026-03-28T12:00", "proforma": proforma});
        answer("list-deadlines", facts, &rulebook)["answer"]["deadlines"][0]["due"].clone()
    };
    assert_eq!(due(json!({})), "2026-03-28T12:00:00+00:00");
    assert_eq!(due(json!({"date": "27 March 2026", "time": "2.30 pm"})), "2026-03-27T14:30:00+00:00");
    assert_eq!(due(json!({"time": "09:30"})), "2026-03-28T09:30:00+00:00");
    assert_eq!(due(json!({"date": "Friday 27 March"})), "2026-03-27T12:00:00+00:00");
    assert_eq!(due(json!({"date": "30 March 2026", "time": "09:00"})), "2026-03-28T12:00:00+00:00", "a later one moves nothing");
}

#[test]
fn what_may_be_raised_of_all_carers_is_asked_wherever_something_goes_to_the_family() {
    let rulebook = rulebook();
    let calls = [
        ("list-deadlines", json!({"area": "hampshire", "meetingType": "professionals", "meetingEndedAt": "2026-03-27T10:00"})),
        ("make-checklist", json!({"area": "hampshire", "meetingType": "professionals", "phase": "after"})),
        ("list-attendees", json!({"area": "hampshire", "meetingType": "professionals"})),
    ];
    for (question, mut facts) in calls {
        facts["family"] = json!([{"who": "mum", "relation": "mother", "posesRisk": false}]);
        facts["fiiConcern"] = json!("unknown");
        assert!(asked(&answer(question, facts.clone(), &rulebook)).contains(&"fiiConcern"), "{question}");
        facts["fiiConcern"] = json!(false);
        assert!(!asked(&answer(question, facts, &rulebook)).contains(&"fiiConcern"), "{question}");
    }
}

#[test]
fn a_time_without_a_number_is_the_sooner_where_nobody_knows_which_holds() {
    let rulebook = rulebook();
    let review = |remain: Value| {
        let facts = json!({"area": "northamptonshire", "meetingType": "mdt-countywide", "duty": "review-actions",
            "concernsRemainHigh": remain, "nextReview": "2026-05-20", "now": "2026-05-01T09:00"});
        let decision = answer("list-deadlines", facts, &rulebook);
        let deadline = decision["answer"]["deadlines"][0].clone();
        (deadline["limit"].clone(), deadline["dueBy"].clone(), asked(&decision).contains(&"concernsRemainHigh"))
    };
    assert_eq!(review(json!("unknown")), (json!("as soon as practicable"), json!("2026-05-20"), true));
    assert_eq!(review(json!(false)), (json!("by then"), json!("2026-05-20"), false));
    assert_eq!(review(json!(true)), (json!("as soon as practicable"), Value::Null, false));
}
