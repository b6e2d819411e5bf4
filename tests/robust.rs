//! Whatever is sent, each question answers or refuses: it never panics, and a refusal never repeats a text.

mod common;

use common::{ask, rulebook};
use safeguarding_rules::pack::Question;
use serde_json::{Value, json};

/// A small generator of its own, so that a failing seed can be run again.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }
}

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
            Question::ClassifyConcern,
            json!({"area": "county-durham", "concerns": {"seriousRisk": true, "particularlyComplex": "unknown"}, "concernTypes": ["organised-abuse"],
                "children": [{"ref": "A", "concerns": {"seriousRisk": false}}], "previousResult": {"dueBy": "2026-03-03", "settled": true, "concerns": {"seriousRisk": true}},
                "concernsIdentifiedAt": "2026-03-02", "referralReceivedAt": "2026-03-02T10:00", "immediateActionAt": "2026-03-02T11:00Z", "now": "2026-03-04T09:00", "closeOfDay": "17:00"}),
        ),
        (
            Question::ListAttendees,
            json!({"area": "county-durham", "meetingType": "s47", "child": {"lookedAfter": true}, "subject": {"ageGroup": "child"}, "referrer": "school", "services": ["gp"],
                "agencies": [{"name": "housing", "hasRelevantInformation": "unknown"}], "attendees": [{"agency": "school", "canDecide": false}],
                "attendance": {"police": "phone"}, "chair": {"role": "team-manager", "nominatedDeputy": true}, "format": "meeting"}),
        ),
        (
            Question::CheckPlan,
            json!({"area": "hampshire", "plan": {"actions": [{"specific": "Monitor", "owner": "all", "due": "22 May 2026", "resourcesConfirmed": true}], "reviewDates": ["2026-05-29"]}, "meetingDate": "2026-03-02"}),
        ),
        (
            Question::RecordConsentBasis,
            json!({"area": "northamptonshire", "informationShared": "x", "sharedWith": ["health"], "familyInformed": false, "date": "2026-02-04", "controller": "charity", "specialCategory": true, "issue": "complex-matters"}),
        ),
    ];
    let mut dice = Dice(20_261_121);
    let (mut answered, mut refused) = (0, 0);
    for round in 0..20_000 {
        let (question, sound) = &questions[round % questions.len()];
        let mut facts = sound.clone();
        for _ in 0..=dice.throw(3) {
            disturb(&mut facts, &mut dice);
        }
        match ask(*question, &facts, &rulebook) {
            Ok(decision) => {
                answered += 1;
                assert!(decision["settled"] == decision["ask"].as_array().unwrap().is_empty(), "{facts}");
            }
            Err(refusal) => {
                refused += 1;
                assert!(!refusal.to_string().contains("Canary"), "{facts}: {refusal}");
            }
        }
    }
    println!("{answered} answered, {refused} refused");
    assert!(answered > 1_000 && refused > 1_000, "{answered} answered, {refused} refused");
}
