//! Who chairs as a deputy, and who authorises a record: a manager of children's social care, and nobody else's.

use crate::common::{ask, rulebook};
use serde_json::{Value, json};

const ITS: &[&str] = &[
    "Team manager",
    "Out of hours manager",
    "out-of-hours-manager",
    "EDT manager",
    "Duty Team Manager",
    "Assistant team manager",
    "Service manager",
    "Head of Children's Services",
    "Families First Team Manager",
    "Children's Social Care Team Manager",
];
const OTHERS: &[&str] = &[
    "mother",
    "Police inspector",
    "Detective sergeant",
    "Head teacher",
    "Headteacher",
    "Named nurse",
    "Health team manager",
    "Ward manager",
    "Social worker",
    "Housing manager",
];
const OPEN: &[&str] = &["xyz", "Practice manager", "boss", "Line manager", "team manager?"];

fn asks(decision: &Value, path: &str) -> bool {
    decision["ask"].as_array().unwrap().iter().any(|ask| ask["path"] == path)
}

fn chaired(chair: &Value) -> Value {
    let facts = json!({"area": "county-durham", "meetingType": "strategy", "child": {"lookedAfter": false}, "chair": chair});
    ask("list-attendees", &facts, &rulebook()).unwrap()
}

#[test]
fn a_nominated_deputy_is_one_whom_social_care_could_nominate() {
    let valid = |chair: Value| {
        let decision = chaired(&chair);
        (decision["answer"]["chairValid"].clone(), asks(&decision, "chair.role"))
    };
    for role in ITS.iter().chain(&["Advanced practitioner", "Senior social worker"]) {
        assert_eq!(valid(json!({"role": role, "nominatedDeputy": true})), (json!(true), false), "{role}");
        let elsewhere = valid(json!({"role": role, "nominatedDeputy": true, "agency": "police"}));
        assert_eq!(elsewhere, (json!(false), false), "{role} of the police");
    }
    for role in OTHERS {
        assert_eq!(valid(json!({"role": role, "nominatedDeputy": true})), (json!(false), false), "{role}");
    }
    for role in OPEN {
        assert_eq!(valid(json!({"role": role, "nominatedDeputy": true})), (json!("not-established"), true), "{role}");
    }
    for nobody in [json!({"nominatedDeputy": true}), json!({"role": "nominated deputy"})] {
        assert_eq!(valid(nobody.clone()), (json!("not-established"), true), "{nobody}");
    }
    for role in ["Families First Team Manager", "CSC team manager"] {
        assert_eq!(valid(json!({"role": role})), (json!(true), false), "{role}");
    }
}

#[test]
fn a_deputy_of_whom_nobody_says_whether_they_were_nominated_is_open() {
    for role in ITS.iter().filter(|role| !role.contains("Children's Social Care") && !role.starts_with("Families")) {
        assert_eq!(chaired(&json!({"role": role}))["answer"]["chairValid"], "not-established", "{role}");
        assert_ne!(chaired(&json!({"role": role, "nominatedDeputy": false}))["answer"]["chairValid"], true, "{role}");
    }
}

#[test]
fn a_record_is_authorised_by_a_manager_of_social_care() {
    let authorised = |role: &str| {
        let facts = json!({"area": "generic", "meetingType": "strategy", "list": "record", "record": {"authorisedBy": role}});
        let decision = ask("make-checklist", &facts, &rulebook()).unwrap();
        let items = decision["answer"]["items"].as_array().unwrap();
        let met = items.iter().find(|item| item["id"] == "TR-R6").unwrap()["met"].clone();
        (met, asks(&decision, "record.authorisedBy"))
    };
    for role in ITS {
        assert_eq!(authorised(role).0, true, "{role}");
    }
    for role in OTHERS.iter().chain(&["Advanced practitioner", "tbc", ""]) {
        assert_ne!(authorised(role).0, true, "{role}");
    }
    for role in OPEN {
        assert_eq!(authorised(role), (json!("unknown"), true), "{role}");
    }
}
