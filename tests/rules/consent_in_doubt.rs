//! Consent counts as given only where everybody who gave it could, before the share, and nobody may have taken it back.

use crate::common::{ask, rulebook};
use serde_json::{Value, json};

fn recorded(more: &Value) -> Value {
    let mut facts = json!({"area": "hampshire", "informationShared": "Attendance", "purpose": "safeguarding", "date": "2026-03-10",
        "consentSought": true});
    facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    ask("record-consent-basis", &facts, &rulebook()).unwrap()
}

fn paths(decision: &Value) -> Vec<&str> {
    decision["ask"].as_array().unwrap().iter().map(|one| one["path"].as_str().unwrap()).collect()
}

#[test]
fn what_speaks_against_consent_is_asked_and_it_does_not_count_as_given() {
    let given = |more: Value| {
        let mut one = json!({"who": "mother", "as": "mother", "given": true, "at": "2026-03-09"});
        one.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        one
    };
    let whole = recorded(&json!({"consentGiven": true, "consents": [given(json!({}))]}));
    assert_eq!(whole["answer"]["consent"], "given");
    let doubts = [
        (json!({"at": "2026-03-11"}), "at", "consent-after-the-share"),
        (json!({"withdrawn": "unknown"}), "withdrawn", "withdrawal-not-known"),
        (json!({"as": "carer"}), "as", "carers-right-to-consent-not-known"),
        (json!({"as": "foster carer"}), "as", "carers-right-to-consent-not-known"),
        (json!({"as": "child"}), "whyCompetent", "child-competence-not-recorded"),
        (json!({"as": "child", "whyCompetent": "tbc"}), "whyCompetent", "child-competence-not-recorded"),
    ];
    for (doubt, field, code) in doubts {
        // Whoever else consented, it stays open.
        for consents in [json!([given(doubt.clone())]), json!([given(json!({})), given(doubt.clone())])] {
            let at = consents.as_array().unwrap().len() - 1;
            let decision = recorded(&json!({"consentGiven": true, "consents": consents}));
            assert_eq!(decision["answer"]["consent"], "not-known", "{doubt}");
            assert_eq!(decision["answer"]["sharingBlocked"], false);
            assert!(paths(&decision).contains(&format!("consents[{at}].{field}").as_str()), "{doubt}: {:?}", paths(&decision));
            let told = decision["cautions"].as_array().unwrap().iter().filter(|one| one["code"] == code).count();
            assert_eq!(told, 1, "{doubt}");
        }
    }
    // Consent for a part is in doubt as the whole is.
    for covers in [json!({}), json!({"consentCovers": "Attendance alone"})] {
        let mut facts = json!({"consentGiven": true, "consentWithdrawn": "unknown"});
        facts.as_object_mut().unwrap().extend(covers.as_object().unwrap().clone());
        let unknown = recorded(&facts);
        assert_eq!((&unknown["answer"]["consent"], paths(&unknown).contains(&"consentWithdrawn")), (&json!("not-known"), true));
    }
    assert_eq!(recorded(&json!({"consentGiven": true, "consentWithdrawn": false}))["answer"]["consent"], "given");
    let judged = recorded(&json!({"consents": [given(json!({"as": "child", "whyCompetent": "Explains in own words what is shared"}))]}));
    assert_eq!(judged["answer"]["consent"], "given");
    // What was refused or taken back stays so.
    assert_eq!(recorded(&json!({"consents": [{"as": "carer", "given": false}]}))["answer"]["consent"], "refused");
}
