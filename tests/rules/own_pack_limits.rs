//! What a partnership's own pack may say and no built-in document says: hours and days before a moment, a step that has hours, and
//! what must not be for a meeting to be held.

use safeguarding_rules::Rulebook;
use serde_json::{Value, json};

use crate::common::{add, ask, rulebook, sound_pack};

/// A sound pack with one more rule, and the facts of an example in which it fires and of one in which it does not.
fn with_rule(table: &str, own: &Value, [fires, misses]: [Value; 2]) -> Rulebook {
    let mut pack = sound_pack();
    if own.to_string().contains("letter_sent") {
        pack["fact"]["letter_sent"] = json!({"asks": "When was the letter sent?", "path": "letterSent", "moment": true});
    }
    add(&mut pack, table, "T-9", own.clone());
    let example = |list: &str, facts: Value| json!({"name": "An example", "asks": table, "facts": facts, list: ["T-9"]});
    pack["example"].as_array_mut().unwrap().extend([example("fires", fires), example("misses", misses)]);
    rulebook().with(&pack.to_string()).unwrap_or_else(|refusal| panic!("{refusal}"))
}

fn duty_before(within: &str) -> Rulebook {
    let own = json!({"duty": "letter", "meeting": ["strategy"], "within": within, "from": "letter_sent", "to": ["police"]});
    with_rule("list_deadlines", &own, [json!({"meeting_type": "strategy"}), json!({"meeting_type": "mash"})])
}

fn deadline(rulebook: &Rulebook, more: &Value) -> Value {
    let mut facts = json!({"area": "testshire", "meetingType": "strategy", "duty": "letter"});
    facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    ask("list-deadlines", &facts, rulebook).unwrap_or_else(|refusal| panic!("{refusal}"))["answer"]["deadlines"][0].clone()
}

#[test]
fn hours_and_days_before_a_moment_end_before_it() {
    let told = deadline(&duty_before("24 hours before"), &json!({"letterSent": "2026-03-29T15:00"}));
    assert_eq!(told["due"], "2026-03-28T14:00:00+00:00", "the clocks went forward: {told}");
    let told = deadline(&duty_before("2 days before"), &json!({"letterSent": "2026-03-29T15:00"}));
    assert_eq!(told["dueBy"], "2026-03-27", "{told}");
}

/// A bank holiday that was added by hand makes the last day before a moment earlier; the day without it stands beside it.
#[test]
fn working_days_before_a_moment_leave_out_what_was_added_by_hand() {
    let rulebook = duty_before("2 working days before");
    let told = deadline(&rulebook, &json!({"letterSent": "2026-06-10T15:00"}));
    assert_eq!((told["dueBy"].as_str(), told.get("withoutAddedHolidays")), (Some("2026-06-08"), None), "{told}");
    let added = json!([{"date": "2026-06-09", "title": "Bank holiday for the Coronation"}]);
    let told = deadline(&rulebook, &json!({"letterSent": "2026-06-10T15:00", "bankHolidays": added}));
    assert_eq!((told["dueBy"].as_str(), told["withoutAddedHolidays"].as_str()), (Some("2026-06-05"), Some("2026-06-08")), "{told}");
}

/// A date alone is the start of its day only for counting: nobody is late by hours that were counted from it.
#[test]
fn nobody_is_late_by_hours_that_are_counted_from_a_day_alone() {
    let step = |within: &str| {
        let own = json!({"ladder": "a-delay", "step": 1, "action": "seek-consensus", "when": ["grave"], "within": within});
        let rulebook =
            with_rule("resolve_disagreement", &own, [json!({"concerns": {"grave": true}}), json!({"concerns": {"grave": false}})]);
        move |stage_at: &str, now: &str| {
            let facts = json!({"area": "testshire", "ladder": "a-delay", "concerns": {"grave": true}, "stageAt": stage_at, "now": now});
            let decision = ask("resolve-disagreement", &facts, &rulebook).unwrap_or_else(|refusal| panic!("{refusal}"));
            assert!(decision["answer"]["next"][0]["due"].is_string(), "{decision}");
            decision["answer"]["next"][0]["overdue"] == true
        }
    };
    let hours = step("within 24 hours");
    assert!(!hours("2026-03-02", "2026-03-03T12:00") && !hours("2026-03-02", "2026-03-09T12:00"));
    assert!(hours("2026-03-02T09:00", "2026-03-03T09:01") && !hours("2026-03-02T09:00", "2026-03-03T09:00"));
    let days = step("within 2 working days");
    assert!(days("2026-03-02", "2026-03-05T00:00") && !days("2026-03-02", "2026-03-04T23:59"));
}

#[test]
fn what_must_not_be_is_met_by_a_no_and_not_by_a_yes() {
    let own = json!({"part": "precondition", "meeting": ["strategy"], "unless": ["grave"]});
    let facts = |is: bool| json!({"meeting_type": "strategy", "concerns": {"grave": is}});
    let rulebook = with_rule("choose_meeting", &own, [facts(false), facts(true)]);
    for (told, met) in [(json!(false), json!(true)), (json!(true), json!(false)), (json!("unknown"), json!("unknown"))] {
        let facts = json!({"area": "testshire", "meetingType": "strategy", "concerns": {"grave": told}});
        let decision = ask("choose-meeting", &facts, &rulebook).unwrap_or_else(|refusal| panic!("{refusal}"));
        let strategy =
            decision["answer"]["meetings"].as_array().unwrap().iter().find(|considered| considered["meeting"] == "strategy").unwrap();
        let before = ["preconditionsMet", "preconditionsMissing"].map(|list| strategy[list].as_array().unwrap());
        let of_it = before.into_iter().flatten().find(|one| one["path"] == "concerns.grave");
        assert_eq!(of_it.map(|one| &one["met"]), Some(&met), "{told}: {}", decision["answer"]);
    }
}
