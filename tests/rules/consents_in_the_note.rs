//! Who refused consent or took it back stands in the short note apart from who gave it.

use crate::common::{ask, rulebook};
use serde_json::{Value, json};

fn short(father: &Value) -> String {
    let mother = json!({"who": "Mother", "as": "parental-responsibility", "given": true});
    let facts = json!({"area": "generic", "consentSought": true, "consents": [mother, father]});
    let request =
        json!({"question": "record-consent-basis", "facts": facts, "recordedBy": "Team manager", "recordedAt": "2026-03-02T11:00"});
    let told = ask("explain", &request, &rulebook()).unwrap_or_else(|refusal| panic!("{request}: {refusal}"));
    told["shortNote"].as_str().unwrap().to_owned()
}

fn line<'n>(note: &'n str, label: &str) -> &'n str {
    note.lines().find(|line| line.starts_with(label)).unwrap_or_else(|| panic!("{label} {note}"))
}

#[test]
fn whoever_is_against_stands_apart_from_whoever_agreed() {
    for against in
        [json!({"given": false}), json!({"given": true, "withdrawn": true}), json!({"given": true, "withdrawnAt": "2026-03-01T10:00"})]
    {
        let mut father = json!({"who": "Father", "as": "parental-responsibility"});
        father.as_object_mut().unwrap().extend(against.as_object().unwrap().clone());
        let note = short(&father);
        let told = line(&note, "Consent:");
        assert!(told.contains("Father") && !told.contains("Mother"), "{against}: {note}");
        let others = note.lines().filter(|line| !line.starts_with("Consent:") && line.contains("Mother")).collect::<Vec<_>>();
        assert!(others.len() == 1 && !others[0].contains("Father"), "{against}: {note}");
    }
    for agreed in [json!({"given": true}), json!({"given": true, "withdrawn": false})] {
        let mut father = json!({"who": "Father", "as": "parental-responsibility"});
        father.as_object_mut().unwrap().extend(agreed.as_object().unwrap().clone());
        let note = short(&father);
        assert!(!note.contains("Mother") && !note.contains("Father"), "{agreed}: {note}");
    }
}
