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

/// No heading calls a record complete while something is still asked, such as whether the law asks for a condition.
#[test]
fn a_record_is_complete_only_where_nothing_is_open() {
    let record = |more: &Value| {
        let mut facts = json!({
            "area": "northamptonshire", "informationShared": "Bruise seen by the school nurse", "sharedWith": ["police"], "purpose": "safeguarding",
            "consentSought": false, "reasoningNotSought": "Asking would have put the child at risk", "familyInformed": true,
            "lawfulBasis": "public-task", "decidedBy": "Team manager", "decidedAt": "2026-11-24T10:00", "createdAt": "2026-11-24T11:00",
            "highRisk": true, "parentsPoseRisk": false, "fiiConcern": false, "controller": "local-authority",
        });
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        ask("record-consent-basis", &facts, &rulebook()).unwrap()
    };
    let is_told_complete = |decision: &Value| decision["answer"]["heading"].as_str().unwrap().contains("This record is complete.");
    for (kind, other) in [("specialCategory", "criminalOffenceData"), ("criminalOffenceData", "specialCategory")] {
        let unknown = record(&json!({kind: "unknown", other: false}));
        assert!(!is_told_complete(&unknown) && unknown["settled"] == false, "{}", unknown["answer"]["heading"]);
        let silent = record(&json!({other: false}));
        assert!(!is_told_complete(&silent) && silent["settled"] == false, "{}", silent["answer"]["heading"]);
    }
    let settled = record(&json!({"specialCategory": false, "criminalOffenceData": false}));
    assert_eq!((&settled["answer"]["record"]["complete"], is_told_complete(&settled)), (&json!(true), settled["settled"] == true));
}
