//! A record is not complete where a field holds words that say nothing, whichever documents are in use.

use crate::common::{ask, rulebook};
use serde_json::{Value, json};

const AREAS: [&str; 5] = ["generic", "hampshire", "northamptonshire", "county-durham", "bracknell-forest"];

fn record(area: &str, more: &Value) -> Value {
    let mut facts = json!({"area": area, "highRisk": true, "consentSought": false, "familyInformed": false, "specialCategory": false,
        "criminalOffenceData": false, "reasoningNotSought": "Asking would put the child at risk", "agreementSought": true,
        "agreementOutcome": "agreed", "agreedBy": "School", "reasonNotInformed": "He threatened her", "informationShared": "School attendance",
        "sharedWith": ["health"], "purpose": "safeguarding", "lawfulBasis": "public-task", "decidedBy": "Team manager",
        "decidedAt": "2026-03-02T10:00", "subjectRef": "c-17", "retention": "Until the child is 25", "necessary": "Absent since September",
        "proportionate": "Attendance alone", "relevant": "Attendance shows the harm"});
    facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    ask("record-consent-basis", &facts, &rulebook()).unwrap()["answer"]["record"].clone()
}

#[test]
fn a_field_that_holds_nothing_is_missing_in_every_area() {
    let empty = [
        ("lawfulBasis", vec![json!("GDPR"), json!("safeguarding"), json!("tbc")]),
        ("sharedWith", vec![json!(["tbc"]), json!([]), json!("All professionals")]),
        ("purpose", vec![json!("."), json!("to be determined"), json!("n/a")]),
        ("reasoningNotSought", vec![json!("not applicable at present"), json!("no idea"), json!("operational reasons")]),
        ("reasonNotInformed", vec![json!("xyz"), json!("to be determined"), json!("tbc")]),
        ("subjectRef", vec![json!("n/a"), json!("not known")]),
        ("retention", vec![json!("tbc"), json!("to be confirmed")]),
        ("decidedBy", vec![json!("manager TBC"), json!("social worker?")]),
        ("informationShared", vec![json!("..."), json!("tbc")]),
    ];
    for area in AREAS {
        let whole = record(area, &json!({}));
        assert_eq!(whole["complete"], true, "{area}: {whole}");
        for (field, values) in &empty {
            for value in values {
                let record = record(area, &json!({ *field: value }));
                let missing = record["missing"].as_array().unwrap();
                assert!(record["complete"] == false && missing.contains(&json!(field)), "{area} {field} {value}: {missing:?}");
            }
        }
    }
}

#[test]
fn a_reason_that_is_not_called_for_may_say_so() {
    let record = record(
        "northamptonshire",
        &json!({"consentSought": true, "reasoningNotSought": "n/a", "familyInformed": true,
        "reasonNotInformed": "n/a", "art9Condition": "n/a", "criminalCondition": "none"}),
    );
    let missing = record["missing"].as_array().unwrap();
    assert!(
        !missing.iter().any(|one| ["reasoningNotSought", "reasonNotInformed", "art9Condition"].contains(&one.as_str().unwrap())),
        "{missing:?}"
    );
}
