//! Whoever may be a child, or carries one, is no adult for certain: a kind of concern or an "unknown" that says so keeps the
//! child's way, and it is asked.

use crate::common::{ask, rulebook};
use serde_json::{Value, json};

fn answered(question: &str, facts: &Value) -> Value {
    ask(question, facts, &rulebook()).unwrap_or_else(|refusal| panic!("{facts}: {refusal}"))
}

/// Is it asked, and once?
fn asks(decision: &Value, path: &str) -> bool {
    decision["ask"].as_array().unwrap().iter().filter(|one| one["path"] == path).count() == 1
}

#[test]
fn a_kind_about_an_unborn_child_contradicts_an_adults_age() {
    for child in [json!({"age": 30}), json!({"age": 18})] {
        let facts = json!({"area": "generic", "child": child, "concernTypes": ["unborn-child"], "othersConsidered": true,
            "concernsIdentifiedAt": "2026-12-01"});
        let decision = answered("classify-concern", &facts);
        assert!(decision["answer"]["dueBy"].is_string(), "{decision}");
        assert!(decision["cautions"].as_array().unwrap().iter().any(|one| one["code"] == "facts-contradict"), "{decision}");
        assert_eq!(decision["settled"], false);
    }
    let of_one = json!({"area": "generic", "children": [{"ref": "m", "age": 19, "concernTypes": ["unborn-child"]}],
        "concernsIdentifiedAt": "2026-12-01"});
    assert!(answered("classify-concern", &of_one)["answer"]["dueBy"].is_string());
}

#[test]
fn an_unknown_birth_beside_an_adults_age_is_no_adult() {
    for unborn in [json!(true), json!(false), json!(null)] {
        let facts = json!({"area": "generic", "child": {"age": 30, "unborn": unborn}, "othersConsidered": true,
            "concernsIdentifiedAt": "2026-12-01"});
        let is_adult = answered("classify-concern", &facts)["answer"]["dueBy"].is_null();
        assert_eq!(is_adult, unborn != json!(true), "{unborn}");
    }
    for concern in [json!({}), json!({"seriousRisk": true})] {
        let facts = |unborn: Value| {
            json!({"area": "generic", "child": {"age": 18, "unborn": unborn}, "concerns": concern, "othersConsidered": true,
            "concernsIdentifiedAt": "2026-12-01"})
        };
        let [open, born] =
            ["unknown", "false"].map(|said| answered("classify-concern", &facts(if said == "false" { json!(false) } else { json!(said) })));
        assert!(open["answer"]["dueBy"].is_string() && asks(&open, "child.unborn") && open["settled"] == false, "{open}");
        assert!(born["answer"]["dueBy"].is_null(), "{born}");
    }
    let meeting = json!({"area": "generic", "meetingType": "strategy", "child": {"age": 30, "unborn": "unknown"}, "reasonableCauseSignificantHarm": true});
    let decision = answered("choose-meeting", &meeting);
    assert_ne!(decision["answer"]["route"], "adult-safeguarding", "{decision}");
    let mash = answered("list-attendees", &json!({"area": "generic", "meetingType": "mash", "child": {"age": 30, "unborn": "unknown"}}));
    let everybody = mash["answer"].to_string();
    assert!(everybody.contains("childrens-social-care"), "{mash}");
    assert!(asks(&mash, "child.unborn"), "{mash}");
}
