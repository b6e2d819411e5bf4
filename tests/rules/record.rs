//! The record of sharing: its canonical form, its hash, and corrections.

use crate::common::{ask, rulebook};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

fn record(facts: &Value) -> Value {
    ask("record-consent-basis", facts, &rulebook()).unwrap()["answer"]["record"].clone()
}

fn shared(what: &str) -> Value {
    json!({
        "area": "hampshire",
        "informationShared": what,
        "facts": "Absent on 9 of 20 days",
        "opinion": "The absences look planned \u{e9}\u{1F600}\u{7}\"\\",
        "sharedWith": ["health", "School \u{2028} nurse"],
        "consentSought": false,
        "familyInformed": true,
        "agreementOutcome": "partly-agreed",
        "decidedBy": "Designated safeguarding lead",
        "decidedAt": "2026-07-14T23:30",
        "id": "record-1",
        "createdAt": "2026-07-15T09:00:00Z",
        "salt": "00112233445566778899aabbccddeeff",
    })
}

#[test]
fn the_canonical_form_is_that_of_rfc_8785() {
    for what in ["School attendance", "", "tab\tand line\nand \u{1}\u{1f} control", "\u{20ac}\u{10ffff} \u{fb33}"] {
        let record = record(&shared(what));
        let canonical = record["canonical"].as_str().unwrap();
        let read_again: Value = serde_json::from_str(canonical).unwrap();
        assert_eq!(canonical, serde_jcs::to_string(&read_again).unwrap());
        assert_eq!(record["hash"], format!("{:x}", Sha256::digest(canonical)));
        assert_eq!(read_again["informationShared"], what);
        assert_eq!(read_again["decidedAt"], "2026-07-14T23:30:00+01:00", "moments are written as London's clocks show them");
    }
}

#[test]
fn what_was_left_open_is_not_in_the_record() {
    let canonical = record(&json!({"area": "hampshire", "consentGiven": "unknown", "purpose": null}))["canonical"].clone();
    let read_again: Value = serde_json::from_str(canonical.as_str().unwrap()).unwrap();
    let fields: Vec<&String> = read_again.as_object().unwrap().keys().collect();
    assert_eq!(fields, ["area", "rules"]);
}

#[test]
fn a_later_change_shows_and_the_salt_keeps_a_short_text_from_being_guessed() {
    let first = record(&shared("School attendance"));
    assert_eq!(first["hash"], record(&shared("School attendance"))["hash"]);
    assert_ne!(first["hash"], record(&shared("School attendances"))["hash"]);
    let mut other_salt = shared("School attendance");
    other_salt["salt"] = "ffeeddccbbaa99887766554433221100".into();
    assert_ne!(first["hash"], record(&other_salt)["hash"]);
}

#[test]
fn a_correction_is_a_new_record_that_names_the_old_one() {
    let mut correction = shared("School attendance and lateness");
    correction["id"] = "record-2".into();
    correction["corrects"] = "record-1".into();
    let record = record(&correction);
    assert_eq!((record["id"].as_str(), record["corrects"].as_str()), (Some("record-2"), Some("record-1")));
    assert!(record["canonical"].as_str().unwrap().contains("\"corrects\":\"record-1\""));
}

#[test]
fn a_record_without_salt_says_so() {
    let decision = ask("record-consent-basis", &json!({"area": "hampshire"}), &rulebook()).unwrap();
    assert!(decision["cautions"].to_string().contains("no-salt"));
}
