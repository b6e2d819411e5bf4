//! A day that only begins something, or that something else may take the place of, is no day by which anything is done.

use super::common::{ask, rulebook};
use serde_json::{Value, json};

fn code(due: &str) -> Value {
    let facts = json!({"area": "hampshire", "meetingDate": "2026-09-15", "action": {"due": due}});
    let findings = ask("check-action", &facts, &rulebook()).unwrap()["answer"]["findings"].clone();
    findings.as_array().unwrap().iter().find(|finding| finding["criterion"] == "time-related").unwrap()["code"].clone()
}

#[test]
fn a_day_before_which_nothing_happens_or_beside_which_another_stands_is_none() {
    for beginning in ["not before", "not until", "no earlier than", "no sooner than", "not earlier than", "earliest"] {
        for day in ["22/09/2026", "22 September 2026", "Tue 22 Sep"] {
            assert_eq!(code(&format!("{beginning} {day}")), "due-not-a-date", "{beginning} {day}");
        }
    }
    for end in ["or when ready", "or later", "or as soon as possible", "or once the report is in", "or if needed"] {
        assert_eq!(code(&format!("22 Sep 2026 {end}")), "due-not-a-date", "{end}");
    }
    for day in
        ["22 September 2026 or sooner", "no later than 22/09/2026", "before 22/09/2026", "21 or 22 September 2026", "until 22/09/2026"]
    {
        assert_eq!(code(day), "met", "{day}");
    }
}

#[test]
fn a_review_years_away_is_none() {
    let missing = |dates: Value| {
        let facts = json!({"area": "hampshire", "meetingDate": "2026-09-15", "plan": {"actions": [], "reviewDates": dates}});
        ask("check-plan", &facts, &rulebook()).unwrap()["answer"]["missing"].to_string().contains("review-date")
    };
    assert!(missing(json!(["2036-11-01"])) && missing(json!(["2027-09-16"])) && missing(json!([])));
    assert!(!missing(json!(["2027-09-15"])) && !missing(json!(["2036-11-01", "2026-12-01"])));
}
