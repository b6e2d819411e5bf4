//! Once a full discussion counts, one that was lacking somebody before it is history: nobody is told to hold another.

use crate::common::{ask, rulebook};
use serde_json::{Value, json};

const FULL: [&str; 3] = ["police", "childrens-social-care", "health"];

fn classified(held: Value) -> Value {
    let facts = json!({
        "area": "generic", "othersConsidered": true, "concernsIdentifiedAt": "2026-07-01T10:00", "referralReceivedAt": "2026-07-01T10:00",
        "held": held,
    });
    ask("classify-concern", &facts, &rulebook()).unwrap()
}

fn orders_another(decision: &Value) -> bool {
    decision["cautions"].as_array().unwrap().iter().any(|caution| caution["code"] == "held-in-part" && caution["level"] == "first")
}

#[test]
fn a_call_without_health_and_then_a_full_meeting() {
    let decision = classified(json!([
        {"at": "2026-07-02T09:00", "agencies": &FULL[..2]},
        {"at": "2026-07-03T14:00", "agencies": FULL},
    ]));
    assert!(decision["answer"]["heading"].as_str().unwrap().contains("3 July 2026, in time"), "{decision}");
    let told = decision["cautions"].to_string();
    assert!(
        !orders_another(&decision) && !told.contains("hold it") && told.contains("A discussion before it was held without health."),
        "{told}"
    );
}

/// Whatever was lacking and however it is told: the order stands exactly while no full one follows that certainly came later.
#[test]
fn only_a_later_full_one_makes_history() {
    let partial = [json!({"agencies": ["police"]}), json!({"agencies": []}), json!({"full": false})];
    for lacking in partial {
        for (at, full_at, is_history) in [
            (Some("2026-07-02T09:00"), Some("2026-07-03T14:00"), true),
            (Some("2026-07-02T09:00"), None, false),
            (Some("2026-07-03T15:00"), Some("2026-07-03T14:00"), false),
            // A day alone may be a later hour of that day.
            (Some("2026-07-03"), Some("2026-07-03T14:00"), false),
            (Some("2026-07-02"), Some("2026-07-03T14:00"), true),
            (None, Some("2026-07-03T14:00"), false),
        ] {
            let mut first = lacking.clone();
            first["at"] = json!(at);
            let mut held = vec![first];
            held.extend(full_at.map(|at| json!({"at": at, "agencies": FULL})));
            for held in [held.clone(), held.into_iter().rev().collect()] {
                let decision = classified(json!(held));
                assert_eq!(orders_another(&decision), !is_history, "{held:?}: {}", decision["cautions"]);
            }
        }
    }
}
