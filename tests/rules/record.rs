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

fn basis(more: Value) -> Value {
    let mut facts = json!({"area": "hampshire"});
    facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    ask("record-consent-basis", &facts, &rulebook()).unwrap()
}

fn says(decision: &Value, code: &str) -> bool {
    decision["cautions"].as_array().unwrap().iter().any(|caution| caution["code"] == code)
}

#[test]
fn that_consent_is_not_needed_is_said_of_a_share_that_protects_and_of_no_other() {
    for (facts, required) in [
        (json!({"purpose": "safeguarding"}), json!(false)),
        (json!({"childAtRisk": true, "purpose": "marketing our summer club"}), json!(false)),
        (json!({"highRisk": true}), json!(false)),
        (json!({"purpose": "marketing our summer club"}), json!("not-established")),
        (json!({}), json!("not-established")),
        (json!({"childAtRisk": "unknown"}), json!("not-established")),
        (json!({"childAtRisk": false}), json!("not-established")),
    ] {
        let decision = basis(facts.clone());
        assert_eq!(decision["answer"]["consentRequired"], required, "{facts}");
        assert_eq!(decision["answer"]["sharingBlocked"], false, "{facts}");
        assert_eq!(says(&decision, "consent-not-needed"), facts["childAtRisk"] != false, "{facts}");
    }
}

#[test]
fn what_names_no_basis_is_missing() {
    let missing = |given: &str| {
        let facts = json!({"area": "generic", "lawfulBasis": given, "specialCategory": true, "art9Condition": given});
        ask("record-consent-basis", &facts, &rulebook()).unwrap()["answer"]["record"]["missing"].to_string()
    };
    for nothing in ["Children Act", "GDPR Article 6", "gdpr", "Data Protection Act 2018", "safeguarding", "Children Act 1989 s47", "n/a"] {
        assert!(missing(nothing).contains("\"lawfulBasis\""), "{nothing}");
        assert!(missing(nothing).contains("\"art9Condition\""), "{nothing}");
    }
    for named in ["public-task", "Public task", "6(1)(e)", "Legal obligation (Children Act 2004, section 11)"] {
        let named = json!({"area": "generic", "lawfulBasis": named});
        let answered = ask("record-consent-basis", &named, &rulebook()).unwrap();
        assert!(!answered["answer"]["record"]["missing"].to_string().contains("\"lawfulBasis\""), "{named}");
    }
}

#[test]
fn recognised_legitimate_interest_is_offered_from_its_day_however_the_day_is_told() {
    let is_offered = |more: Value| {
        let mut facts = json!({"purpose": "safeguarding", "controller": "charity", "createdAt": "2026-11-28T10:00"});
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let bases = basis(facts)["answer"]["lawfulBases"].clone();
        bases.as_array().unwrap().iter().any(|basis| basis["id"] == "recognised-legitimate-interest")
    };
    for field in ["asOf", "date", "decidedAt"] {
        assert!(!is_offered(json!({field: "2025-05-05"})) && !is_offered(json!({field: "2026-02-04"})), "{field}");
        assert!(is_offered(json!({field: "2026-02-05"})), "{field}");
    }
    assert!(is_offered(json!({})));
}

/// A group of whoever it may be is nobody with whom something was shared.
#[test]
fn what_is_shared_with_nobody_in_particular_is_not_recorded_as_shared() {
    let missing = |with: Value| {
        let record = basis(json!({ "sharedWith": with }))["answer"]["record"]["missing"].clone();
        record.as_array().unwrap().contains(&json!("sharedWith"))
    };
    for nobody in
        [json!("all"), json!("everyone"), json!("Professionals"), json!(["all relevant agencies", "n/a"]), json!("multi-agency partners")]
    {
        assert!(missing(nobody.clone()), "{nobody}");
    }
    for somebody in [json!("police"), json!(["everyone", "Health visitor"]), json!("the team around the child"), json!("MASH")] {
        assert!(!missing(somebody.clone()), "{somebody}");
    }
}

/// What rests on consent stands only while consent does; that takes no share away.
#[test]
fn a_basis_that_rests_on_consent_does_not_stand_without_it() {
    let answered = |consent: &Value, basis: &str, condition: &str| {
        let mut facts = json!({"area": "generic", "purpose": "safeguarding", "lawfulBasis": basis, "specialCategory": true, "art9Condition": condition});
        facts.as_object_mut().unwrap().extend(consent.as_object().unwrap().clone());
        let decision = ask("record-consent-basis", &facts, &rulebook()).unwrap();
        assert_eq!(decision["answer"]["sharingBlocked"], false, "{facts}");
        let missing = decision["answer"]["record"]["missing"].to_string();
        let told = decision["cautions"].as_array().unwrap().iter().filter(|caution| caution["code"] == "basis-not-open").count();
        ([missing.contains("\"lawfulBasis\""), missing.contains("\"art9Condition\"")], told)
    };
    let lost = [
        json!({"consentSought": true, "consentGiven": false}),
        json!({"consentSought": true, "consentGiven": true, "consentWithdrawn": true}),
        json!({"consentSought": false}),
        json!({"consentSought": true, "consents": [{"who": "mother", "given": true}, {"who": "father", "given": false}]}),
    ];
    for consent in &lost {
        for basis in ["consent", "Consent", "6(1)(a)"] {
            assert_eq!(answered(consent, basis, "explicit-consent"), ([true, true], 2), "{consent} {basis}");
        }
        assert_eq!(answered(consent, "public-task", "Article 9(2)(a)"), ([false, true], 1), "{consent}");
        assert_eq!(answered(consent, "public-task", "9(2)(g)"), ([false, false], 0), "{consent}");
    }
    let given = json!({"consentSought": true, "consentGiven": true});
    assert_eq!(answered(&given, "consent", "explicit consent"), ([false, false], 0));
}

#[test]
fn a_condition_that_the_law_does_not_have_is_refused_with_those_that_it_has() {
    let refused = |condition: &str| ask("record-consent-basis", &json!({"area": "generic", "art9Condition": condition}), &rulebook()).err();
    for unknown in ["xyz", "public-task", "because we can"] {
        let error = refused(unknown).unwrap();
        assert_eq!((error.path(), error.to_string().contains("health-or-social-care")), ("art9Condition", true), "{unknown}: {error}");
    }
    for known in
        ["", "n/a", "Article 9", "9(2)(h)", "Schedule 1, paragraph 18", "health-or-social-care", "vital interests incapable of consent"]
    {
        assert!(refused(known).is_none(), "{known}");
    }
}
