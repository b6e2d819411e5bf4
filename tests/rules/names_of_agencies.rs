//! Whoever took part is counted under the names that people use, and a name that no document knows is asked, never counted as
//! absent. A manager of no agency is not established as the chair that a document names.

use crate::common::{ask, rulebook};
use serde_json::{Value, json};

const HEALTH: [&str; 11] = [
    "midwife",
    "Midwife",
    "CAMHS",
    "paediatrician",
    "named nurse",
    "community nurse",
    "NHS",
    "A&E",
    "accident and emergency",
    "emergency department",
    "school nurse",
];
const POLICE: [&str; 3] = ["CAIT", "PPU", "police"];
const SOCIAL_CARE: [&str; 5] = ["children's services", "Children\u{2019}s Services", "social worker", "EDT", "emergency duty team"];

fn held(agencies: &Value) -> (Value, bool) {
    let held = json!([{"at": "2026-07-06T12:00", "agencies": agencies}]);
    let facts = json!({"area": "generic", "concerns": {"seriousRisk": true}, "concernsIdentifiedAt": "2026-07-06T09:00", "held": held});
    let decision = ask("classify-concern", &facts, &rulebook()).unwrap();
    let asks = decision["ask"].as_array().unwrap().iter().any(|ask| ask["path"] == "held[0].agencies");
    (decision["answer"]["held"][0]["full"].clone(), asks)
}

fn quorate(agencies: [&str; 3]) -> (Value, bool) {
    let mut facts = json!({"area": "generic", "meetingType": "strategy", "child": {"lookedAfter": false}, "attendance": {}});
    agencies.iter().for_each(|agency| facts["attendance"][*agency] = "in-person".into());
    let decision = ask("list-attendees", &facts, &rulebook()).unwrap();
    let asks = decision["ask"].as_array().unwrap().iter().any(|ask| ask["path"] == "attendance");
    (decision["answer"]["quorate"].clone(), asks)
}

#[test]
fn the_names_that_people_use_stand_for_their_agency() {
    let full =
        |three: [&str; 3]| assert_eq!((held(&json!(three)), quorate(three)), ((json!(true), false), (json!(true), false)), "{three:?}");
    HEALTH.iter().for_each(|health| full(["children's social care", "police", health]));
    POLICE.iter().for_each(|police| full(["children's social care", police, "health"]));
    SOCIAL_CARE.iter().for_each(|care| full([care, "police", "health"]));
}

#[test]
fn a_name_that_no_document_knows_is_asked_and_never_absent() {
    for name in ["duty doctor", "ward team", "trust", "nurse", "liaison officer", "K9"] {
        let three = ["childrens-social-care", "police", name];
        assert_eq!((held(&json!(three)), quorate(three)), ((json!("not-established"), true), (json!("not_established"), true)), "{name}");
    }
    // What is known and stands for none of them is none of them.
    for name in ["school", "adult social care", "housing"] {
        let three = ["childrens-social-care", "police", name];
        assert_eq!((held(&json!(three)).0, quorate(three).0), (json!(false), json!(false)), "{name}");
    }
}

#[test]
fn a_manager_of_no_agency_is_not_established_as_the_chair() {
    let chair = |role: &str, agency: Option<&str>| {
        let mut facts = json!({"area": "northamptonshire", "meetingType": "mdt-locality", "asOf": "2020-06-01", "chair": {"role": role}});
        if let Some(agency) = agency {
            facts["chair"]["agency"] = agency.into();
        }
        let decision = ask("list-attendees", &facts, &rulebook()).unwrap();
        let asks = decision["ask"].as_array().unwrap().iter().any(|ask| ask["path"] == "chair.agency");
        (decision["answer"]["chairValid"].clone(), asks)
    };
    for role in ["Service manager", "Head of Service", "Assistant Director", "Director"] {
        assert_eq!(chair(role, None), (json!("not-established"), true), "{role}");
        assert_eq!(chair(role, Some("children's social care")), (json!(true), false), "{role}");
        assert_eq!(chair(role, Some("children's services")), (json!(true), false), "{role}");
        assert_eq!(chair(role, Some("housing")).0, json!(false), "{role}");
    }
    for role in
        ["Service Manager, Children's Services", "Childrens Services Manager", "Children's Service manager", "Head of Children's Services"]
    {
        assert_eq!(chair(role, None), (json!(true), false), "{role}");
    }
    assert_eq!(chair("team manager", None).0, json!(false));
}
