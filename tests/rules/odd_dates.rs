//! What falls due around the days and hours at which counting goes wrong: late on a Friday, before midnight, at Christmas,
//! when the clocks change, and where a bank holiday is added after an answer was given.

use crate::common::{Dice, ask, rulebook};
use serde_json::{Value, json};

fn falls_due(facts: &Value) -> Value {
    ask("list-deadlines", facts, &rulebook()).unwrap()
}

fn duty<'a>(decision: &'a Value, name: &str) -> &'a Value {
    decision["answer"]["deadlines"].as_array().unwrap().iter().find(|deadline| deadline["duty"] == name).unwrap()
}

/// A Durham meeting that is decided on, and ends, at one moment: the proforma, the decisions, the minutes.
fn durham(at: &str) -> [Value; 3] {
    let decision = falls_due(&json!({"area": "county-durham", "decisionAt": at, "meetingEndedAt": at}));
    [duty(&decision, "proforma")["due"].clone(), duty(&decision, "decisions")["due"].clone(), duty(&decision, "minutes")["dueBy"].clone()]
}

#[test]
fn an_hour_a_day_and_three_working_days_from_odd_moments() {
    for (at, hour, day, minutes) in [
        ("2026-03-06T16:59", "2026-03-06T17:59:00+00:00", "2026-03-07T16:59:00+00:00", "2026-03-11"),
        ("2026-03-03T23:50", "2026-03-04T00:50:00+00:00", "2026-03-04T23:50:00+00:00", "2026-03-06"),
        ("2026-12-24T16:00", "2026-12-24T17:00:00+00:00", "2026-12-25T16:00:00+00:00", "2026-12-31"),
        ("2026-12-31T23:50", "2027-01-01T00:50:00+00:00", "2027-01-01T23:50:00+00:00", "2027-01-06"),
        ("2026-03-29T00:30", "2026-03-29T02:30:00+01:00", "2026-03-30T01:30:00+01:00", "2026-04-01"),
        ("2026-10-24T23:30", "2026-10-25T00:30:00+01:00", "2026-10-25T22:30:00+00:00", "2026-10-28"),
        ("2026-10-25T01:30:00+01:00", "2026-10-25T01:30:00+00:00", "2026-10-26T00:30:00+00:00", "2026-10-28"),
        ("2026-10-25T01:30:00+00:00", "2026-10-25T02:30:00+00:00", "2026-10-26T01:30:00+00:00", "2026-10-28"),
        ("2028-02-28T10:00", "2028-02-28T11:00:00+00:00", "2028-02-29T10:00:00+00:00", "2028-03-02"),
    ] {
        assert_eq!(durham(at), [hour, day, minutes], "{at}");
    }
}

#[test]
fn a_day_after_the_last_hour_of_summer_time_is_a_day_and_not_an_hour_more() {
    let sent = |at: &str| {
        let facts = json!({"area": "county-durham", "meetingEndedAt": "2026-10-24T12:00", "done": {"decisions": {"at": at}}});
        let decision = falls_due(&facts);
        (duty(&decision, "decisions")["onTime"].clone(), duty(&decision, "decisions")["lateByMinutes"].clone())
    };
    assert_eq!(sent("2026-10-25T11:00"), (json!(true), Value::Null));
    assert_eq!(sent("2026-10-25T11:01"), (json!(false), json!(1)));
}

#[test]
fn what_several_rules_time_is_due_at_the_earliest_of_them() {
    let mut dice = Dice(20_261_224);
    let rulebook = rulebook();
    let moments = ["2026-03-03T10:00", "2026-03-06T23:59", "2026-12-24T16:00", "2026-12-28T09:00", "2026-10-25T01:30", "2026-03-29T01:30"];
    let due = |facts: Value| {
        let decision = ask("list-deadlines", &facts, &rulebook).unwrap();
        let of =
            |name: &str| duty(&decision, name)["due"].as_str().map(|due| due.parse::<chrono::DateTime<chrono::FixedOffset>>().unwrap());
        (of("minutes"), of("spoc-response"), of("proforma-return"))
    };
    for _ in 0..60 {
        let [ended, started, return_by, requested]: [&str; 4] = std::array::from_fn(|_| moments[dice.throw(moments.len())]);
        let area = || json!({"area": "county-durham", "immediateRisk": "low"});
        let with = |more: &[(&str, Value)]| {
            let mut facts = area();
            for (name, value) in more {
                facts[*name] = value.clone();
            }
            due(facts)
        };
        let (ends, starts) = (("meetingEndedAt", json!(ended)), ("meetingStart", json!(started)));
        let (form, request) = (("proforma", json!({"returnBy": return_by})), ("spocRequestAt", json!(requested)));
        let (minutes, response, returned) = with(&[ends.clone(), starts.clone(), form.clone(), request.clone()]);
        // From the end, unless the two cannot be of one meeting.
        let (by_end, by_start) = (with(&[ends]).0, with(std::slice::from_ref(&starts)).0);
        assert_eq!(minutes, if ended[..10] <= started[..10] { by_end } else { by_end.min(by_start) }, "{started} to {ended}");
        let alone = with(std::slice::from_ref(&request)).1.unwrap();
        let start = with(&[starts, form]).2.unwrap();
        assert!(response.unwrap() <= alone && response.unwrap() <= start, "capped by the meeting and the time to return by");
        // A meeting that ended before it started contradicts itself, and the earlier of both moments holds.
        let returned = returned.unwrap();
        assert!(if ended < started { returned <= start } else { returned == start }, "{started} to {ended}: {returned}");
    }
}

/// An answer given before a bank holiday was known of, and the one given after.
fn added(holiday: &str) -> (Value, Value) {
    let facts = json!({"area": "county-durham", "meetingType": "strategy", "meetingEndedAt": "2026-06-10T11:00"});
    let before = falls_due(&facts);
    let mut again = facts;
    let earlier = |name: &str| json!({"duty": name, "due": duty(&before, name)["due"]});
    again["previous"] = json!([earlier("minutes"), earlier("decisions")]);
    again["bankHolidays"] = json!([{"date": holiday, "title": "A day of national celebration"}]);
    let after = falls_due(&again);
    (before, after)
}

fn said(decision: &Value, code: &str) -> bool {
    decision["cautions"].as_array().unwrap().iter().any(|caution| caution["code"] == code)
}

#[test]
fn a_bank_holiday_that_is_added_late_moves_a_day_and_says_so() {
    let (before, after) = added("2026-06-12");
    // The earlier answer's day holds, and the later one stands beside it, until somebody says who agreed to it and why.
    let minutes = duty(&after, "minutes");
    assert_eq!((&duty(&before, "minutes")["dueBy"], &minutes["dueBy"]), (&json!("2026-06-15"), &json!("2026-06-15")));
    assert_eq!((&minutes["wouldBe"], &minutes["heldBack"]), (&json!("2026-06-16T23:59:59+01:00"), &json!(true)));
    let moved = after["answer"]["moved"].as_array().unwrap();
    assert_eq!(moved.len(), 1, "hours are not moved by a bank holiday: {moved:?}");
    assert_eq!(
        (&moved[0]["duty"], &moved[0]["from"], &moved[0]["to"], &moved[0]["later"]),
        (&json!("minutes"), &json!("2026-06-15"), &json!("2026-06-16"), &json!(true))
    );
    assert!(moved[0]["why"].as_str().unwrap().contains("12 June 2026 is a bank holiday"), "{}", moved[0]);
    assert!(said(&after, "moved-later") && said(&after, "bank-holidays-added"));
}

#[test]
fn a_bank_holiday_that_is_added_late_moves_the_strategy_meeting_and_is_counted_as_one() {
    let soon = |holidays: Value| {
        let concern = json!({"area": "generic", "othersConsidered": true, "concernsIdentifiedAt": "2026-06-10", "bankHolidays": holidays});
        ask("classify-concern", &concern, &rulebook()).unwrap()
    };
    let (before, after) = (soon(Value::Null), soon(json!([{"date": "2026-06-12", "title": "A day of national celebration"}])));
    assert_eq!((&before["answer"]["dueBy"], &after["answer"]["dueBy"]), (&json!("2026-06-15"), &json!("2026-06-16")));
    let day = after["answer"]["counted"].as_array().unwrap().iter().find(|day| day["date"] == "2026-06-12").unwrap();
    assert_eq!((&day["counts"], &day["why"]), (&json!(false), &json!("bank holiday: A day of national celebration")));
    assert!(!said(&before, "bank-holidays-added") && said(&after, "bank-holidays-added"));
}

#[test]
fn a_bank_holiday_outside_the_count_moves_nothing() {
    for outside in ["2026-06-10", "2026-06-13", "2026-06-16"] {
        let (_, after) = added(outside);
        assert_eq!(after["answer"]["moved"], json!([]), "{outside}");
        assert!(!said(&after, "moved-later") && said(&after, "bank-holidays-added"));
    }
}

#[test]
fn no_day_is_ever_later_than_in_the_earlier_answer_without_a_word_on_it() {
    let rulebook = rulebook();
    let starts = ["2026-03-05T10:00", "2026-03-12T10:00", "2026-12-23T10:00"];
    for before in starts {
        for after in starts {
            for holiday in ["2026-03-06", "2026-12-29"] {
                let ask_from = |start: &str, more: &[(&str, Value)]| {
                    let mut facts = json!({"area": "county-durham", "meetingEndedAt": start});
                    for (name, value) in more {
                        facts[*name] = value.clone();
                    }
                    ask("list-deadlines", &facts, &rulebook).unwrap()
                };
                let earlier = duty(&ask_from(before, &[]), "minutes")["dueBy"].clone();
                let now = ask_from(
                    after,
                    &[
                        ("previous", json!([{"duty": "minutes", "due": earlier}])),
                        ("bankHolidays", json!([{"date": holiday, "title": "Bank holiday"}])),
                    ],
                );
                let due_by = duty(&now, "minutes")["dueBy"].as_str().unwrap().to_owned();
                assert!(due_by.as_str() <= earlier.as_str().unwrap(), "{before} {after} {holiday}");
                assert_eq!(!duty(&now, "minutes")["wouldBe"].is_null(), said(&now, "moved-later"), "{before} {after} {holiday}");
            }
        }
    }
}

#[test]
fn a_deadline_that_is_no_more_is_said_to_be_gone() {
    let facts = json!({"area": "county-durham", "previous": [{"duty": "minutes", "due": "2026-03-11"}]});
    let decision = falls_due(&facts);
    assert_eq!(decision["answer"]["moved"][0]["to"], Value::Null);
    assert!(said(&decision, "moved-later"));
}
