//! Whatever is sent, each question answers or refuses: it never panics, and a refusal never repeats a text.

use crate::common::{Dice, ask, rulebook};
use serde_json::{Value, json};

const TYPED: &str = "CanaryBird \u{e9}\u{1F600}";

fn values(dice: &mut Dice) -> Value {
    let moments =
        ["2026-12-24T16:59", "2026-03-29T01:30", "2026-10-25T01:30:00+01:00", "1900-01-01", "2199-12-31", "2028-12-29", "2026-02-30"];
    match dice.throw(12) {
        0 => json!(null),
        1 => json!(true),
        2 => json!(false),
        3 => json!("unknown"),
        4 => json!(TYPED),
        5 => json!(7.5),
        6 => json!([]),
        7 => json!({}),
        8 => json!(["police", TYPED]),
        9 => json!({ "police": "phone" }),
        10 => json!(["gp", "-", "county-durham", "serious-neglect", "", "é-é"][dice.throw(6)]),
        _ => json!(moments[dice.throw(moments.len())]),
    }
}

/// Replaces, adds or takes away something at a random depth.
fn disturb(value: &mut Value, dice: &mut Dice) {
    match value {
        Value::Object(fields) if !fields.is_empty() && dice.throw(5) > 0 => {
            let name = fields.keys().nth(dice.throw(fields.len())).unwrap().clone();
            match dice.throw(8) {
                0 => drop(fields.remove(&name)),
                1 => drop(fields.insert(TYPED.to_owned(), json!(1))),
                _ => disturb(fields.get_mut(&name).unwrap(), dice),
            }
        }
        Value::Array(items) if !items.is_empty() && dice.throw(4) > 0 => {
            let place = dice.throw(items.len());
            disturb(&mut items[place], dice);
        }
        other => *other = values(dice),
    }
}

#[test]
fn every_question_answers_or_refuses_whatever_is_sent() {
    let rulebook = rulebook();
    let questions = [
        (
            "classify-concern",
            json!({"area": "county-durham", "concerns": {"seriousRisk": true, "particularlyComplex": "unknown"}, "concernTypes": ["organised-abuse"],
                "children": [{"ref": "A", "concerns": {"seriousRisk": false}}], "previousResult": {"dueBy": "2026-03-03", "settled": true, "concerns": {"seriousRisk": true}},
                "concernsIdentifiedAt": "2026-03-02", "referralReceivedAt": "2026-03-02T10:00", "immediateActionAt": "2026-03-02T11:00Z", "now": "2026-03-04T09:00", "closeOfDay": "17:00"}),
        ),
        (
            "list-attendees",
            json!({"area": "county-durham", "meetingType": "s47", "child": {"lookedAfter": true}, "subject": {"ageGroup": "child"}, "referrer": "school", "services": ["gp"],
                "agencies": [{"name": "housing", "hasRelevantInformation": "unknown"}], "attendees": [{"agency": "school", "canDecide": false}],
                "attendance": {"police": "phone"}, "chair": {"role": "team-manager", "nominatedDeputy": true}, "format": "meeting"}),
        ),
        (
            "check-plan",
            json!({"area": "hampshire", "plan": {"actions": [{"specific": "Monitor", "owner": "all", "due": "22 May 2026", "resourcesConfirmed": true}], "reviewDates": ["2026-05-29"]}, "meetingDate": "2026-03-02"}),
        ),
        (
            "record-consent-basis",
            json!({"area": "northamptonshire", "informationShared": "x", "sharedWith": ["health"], "familyInformed": false, "date": "2026-02-04", "controller": "charity", "specialCategory": true, "issue": "complex-matters"}),
        ),
        (
            "choose-meeting",
            json!({"area": "northamptonshire", "meetingType": "mdt-locality", "asOf": "2020-09-15", "child": {"age": 24, "ehcp": true}, "locality": "Northampton",
                "concerns": {"seriousRisk": "unknown"}, "accessIssue": ["health-care"], "othersConsidered": true}),
        ),
        (
            "list-deadlines",
            json!({"area": "county-durham", "meetingType": "strategy", "spocRequestAt": "2026-12-24T23:50", "immediateRisk": "medium", "meetingStart": "2026-12-28T09:00", "meetingEndedAt": "2026-12-28T11:00",
                "decisionAt": "2026-10-25T01:30", "now": "2026-12-28T12:00", "done": {"proforma": {"at": "2026-10-25T02:30", "channel": "email"}}, "planned": {"minutes": {"at": "2026-12-31", "reason": "information-awaited", "decidedBy": "team manager"}},
                "previous": [{"duty": "minutes", "due": "2026-12-30"}], "bankHolidays": [{"date": "2026-12-30", "title": "Bank holiday"}]}),
        ),
        (
            "make-checklist",
            json!({"area": "bracknell-forest", "meetingType": "tac-initial", "list": "outputs", "phase": "during", "lpAgreedBy": ["child"], "package": true, "lp": {"type": "parent"}, "done": {"five-outcomes": true}, "childrenDiscussed": 3}),
        ),
        (
            "resolve-disagreement",
            json!({"area": "county-durham", "ladder": "conference-not-held", "stage": 2, "requesters": 1, "supportedBy": "senior-manager", "concernsRemain": true}),
        ),
        (
            "report-quarter",
            json!({"area": "county-durham", "from": "2026-01-01", "until": "2026-03-31", "meetings": [{"ref": "a", "endedAt": "2026-03-03T12:00", "settled": true, "done": {"decisions": "2026-03-04T11:00"},
                "agencies": [{"agency": "police", "requested": true, "attended": "unknown", "formReturned": false}]}]}),
        ),
    ];
    let mut dice = Dice(20_261_121);
    let mut counts = vec![(0, 0); questions.len()];
    for round in 0..36_000 {
        let place = round % questions.len();
        let (question, sound) = &questions[place];
        let mut facts = sound.clone();
        for _ in 0..=dice.throw(3) {
            disturb(&mut facts, &mut dice);
        }
        match ask(question, &facts, &rulebook) {
            Ok(decision) => {
                counts[place].0 += 1;
                assert!(decision["settled"] == decision["ask"].as_array().unwrap().is_empty(), "{facts}");
            }
            Err(refusal) => {
                counts[place].1 += 1;
                assert!(!refusal.to_string().contains("Canary"), "{facts}: {refusal}");
            }
        }
    }
    for ((question, _), (answered, refused)) in questions.iter().zip(counts) {
        assert!(answered > 250 && refused > 250, "{question:?}: {answered} answered, {refused} refused");
    }
}
