//! The rule of which an answer's heading speaks comes first, and the short note cites that one.

use crate::common::{ask, rulebook};
use serde_json::{Value, json};

fn told(question: &str, facts: &Value) -> (Value, String) {
    let decision = ask(question, facts, &rulebook()).unwrap();
    let explained = ask("explain", &json!({"question": question, "facts": facts}), &rulebook()).unwrap();
    (decision, explained["shortNote"].as_str().unwrap().to_owned())
}

#[test]
fn a_deadline_is_cited_with_its_own_rule_and_start() {
    let done = json!({"proforma": {"at": "2026-11-26T09:30", "channel": "secure-email"}});
    let facts = json!({"area": "county-durham", "meetingEndedAt": "2026-11-27T10:00", "decisionAt": "2026-11-26T09:00", "done": done});
    let (decision, note) = told("list-deadlines", &facts);
    assert!(decision["answer"]["heading"].as_str().unwrap().starts_with("Next, by Saturday 28 November 2026 at 10:00"));
    assert_eq!(decision["because"][0]["place"], "Paragraph 16");
    assert!(note.contains("Paragraph 16") && note.contains("Friday 27 November 2026 at 10:00"), "{note}");
}

#[test]
fn a_step_an_item_and_a_person_are_cited_with_their_own_rules() {
    let step = json!({"area": "bracknell-forest", "memberDisagrees": true, "step1Resolved": false, "stage": 1});
    let (decision, note) = told("resolve-disagreement", &step);
    assert_eq!(decision["because"][0]["id"], decision["answer"]["next"][0]["rule"]);
    assert!(note.contains(&format!("rule {}", decision["answer"]["next"][0]["rule"].as_str().unwrap())), "{note}");

    let item = json!({"area": "northamptonshire", "meetingType": "mdt-countywide", "businessSupportPresent": false});
    let (decision, note) = told("make-checklist", &item);
    assert_eq!(decision["because"][0]["id"], "NH-40");
    assert!(note.contains("NH-40"), "{note}");

    let people = json!({"area": "county-durham", "meetingType": "strategy"});
    let (decision, _) = told("list-attendees", &people);
    assert_eq!(decision["because"][0]["id"], decision["answer"]["required"][0]["rule"]);
}

/// Whatever is done or overdue, the deadline that is named is the one whose rule comes first.
#[test]
fn of_every_choice_of_what_is_done_the_first_that_is_not_is_cited() {
    let duties = ["proforma", "proforma-return", "returns-available", "spoc-response", "decisions"];
    for chosen in 0..32_u32 {
        let done: serde_json::Map<String, Value> = duties
            .iter()
            .enumerate()
            .filter(|(place, _)| chosen & (1 << place) != 0)
            .map(|(_, duty)| ((*duty).to_owned(), json!({"at": "2026-11-26T09:30"})))
            .collect();
        let facts = json!({"area": "county-durham", "decisionAt": "2026-11-26T09:00", "spocRequestAt": "2026-11-26T09:00", "meetingStart": "2026-11-30T09:00",
                           "meetingEndedAt": "2026-11-30T10:00", "now": "2026-12-01T09:00", "immediateRisk": false, "done": done});
        let (decision, _) = told("list-deadlines", &facts);
        let heading = decision["answer"]["heading"].as_str().unwrap();
        let deadlines = decision["answer"]["deadlines"].as_array().unwrap();
        let Some(named) = deadlines.iter().find(|one| heading.ends_with(one["what"].as_str().unwrap())) else { continue };
        assert_eq!(decision["because"][0]["id"], named["rules"][0], "{heading}");
    }
}

#[test]
fn what_has_passed_is_never_next() {
    let facts = json!({"area": "county-durham", "meetingStart": "2026-11-27T20:00", "spocRequestAt": "2026-11-27T17:10", "now": "2026-11-30T09:00"});
    let (decision, note) = told("list-deadlines", &facts);
    let heading = decision["answer"]["heading"].as_str().unwrap();
    assert!(heading.starts_with("Overdue since"), "{heading}");
    assert!(!note.contains("Next, by"), "{note}");

    let provisional =
        json!({"area": "county-durham", "duty": "spoc-response", "spocRequestAt": "2026-11-27T17:10", "now": "2026-11-27T18:30"});
    let (decision, _) = told("list-deadlines", &provisional);
    assert!(decision["answer"]["heading"].as_str().unwrap().starts_with("May have been due by Friday 27 November 2026 at 18:10"));
}

#[test]
fn a_time_that_ends_today_is_told_to_be_acted_on() {
    let codes = |facts: Value| -> Vec<String> {
        let (decision, _) = told("list-deadlines", &facts);
        decision["cautions"].as_array().unwrap().iter().map(|caution| caution["code"].as_str().unwrap().to_owned()).collect()
    };
    let proforma = |now: &str| json!({"area": "county-durham", "decisionAt": "2026-11-27T16:59", "now": now});
    assert!(codes(proforma("2026-11-27T17:30")).contains(&"act-now".to_owned()));
    let over_midnight = json!({"area": "county-durham", "decisionAt": "2026-11-27T23:30", "now": "2026-11-27T23:40"});
    assert!(!codes(over_midnight).contains(&"act-now".to_owned()));
}
