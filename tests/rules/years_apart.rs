//! A year that is mistyped is told, and never counts in anybody's favour.

use crate::common::{ask, rulebook};
use serde_json::{Value, json};

fn classified(at: &str, now: Option<&str>) -> Value {
    let mut facts = json!({
        "area": "generic", "othersConsidered": true, "concernsIdentifiedAt": "2026-07-01T10:00", "referralReceivedAt": "2026-07-01T10:00",
        "held": [{"at": at, "full": true}],
    });
    now.into_iter().for_each(|now| facts["now"] = json!(now));
    ask("classify-concern", &facts, &rulebook()).unwrap()
}

#[test]
fn a_discussion_years_after_the_concern_does_not_count() {
    for (at, now, counts) in [
        ("2026-07-02T10:00", None, true),
        ("2026-08-02T10:00", None, true),
        ("2027-07-02T10:00", None, true),
        ("2027-07-04T10:00", None, false),
        ("2030-07-02T10:00", None, false),
        ("2030-07-02", None, false),
        ("2025-07-02T10:00", None, false),
        // Somebody who looks back years later may have held it then.
        ("2030-07-02T10:00", Some("2030-08-01T10:00"), true),
        ("2030-07-02T10:00", Some("2026-08-01T10:00"), false),
    ] {
        let decision = classified(at, now);
        assert_eq!(decision["answer"]["held"][0]["counts"], counts, "{at} {now:?}");
        let told = decision["cautions"].as_array().unwrap().iter().any(|caution| caution["code"] == "held-out-of-order");
        assert_eq!(told, !counts, "{at} {now:?}: {}", decision["cautions"]);
    }
}

#[test]
fn the_check_of_a_quarter_names_every_year_that_lies_apart() {
    let concern = |at: &str| json!({"concernsIdentifiedAt": at, "referralReceivedAt": "2026-07-03T09:00", "othersConsidered": true});
    let checked = |concern: Value, sent: &str| {
        let meeting =
            json!({"startedAt": "2026-07-05T10:00", "endedAt": "2026-07-05T11:00", "concern": concern, "done": {"decisions": sent}});
        let told = ask("report-quarter", &json!({"area": "county-durham", "meetings": [meeting]}), &rulebook()).unwrap();
        let doubts = told["answer"]["check"].as_array().unwrap().clone();
        let apart = doubts.iter().filter(|doubt| doubt["code"] == "years-apart");
        apart.map(|doubt| doubt["path"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert!(checked(concern("2026-07-03T08:00"), "2026-07-06T10:00").is_empty());
    assert_eq!(checked(concern("2016-07-03T08:00"), "2026-07-06T10:00"), ["meetings[0].concern.concernsIdentifiedAt"]);
    assert_eq!(checked(concern("2026-07-03T08:00"), "2062-07-06"), ["meetings[0].done.decisions"]);
    assert_eq!(checked(concern("2016-07-03T08:00"), "2062-07-06").len(), 2);
}
