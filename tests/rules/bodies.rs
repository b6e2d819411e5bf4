//! What is known of a record's body, issue and consents by their words: a word that nobody knows opens nothing, and is asked.

use crate::common::{ask, rulebook};
use serde_json::{Value, json};

const CLOSED: [&str; 2] = ["recognised-legitimate-interest", "legitimate-interests"];

fn recorded(more: &Value) -> Value {
    let mut facts = json!({"area": "hampshire", "purpose": "safeguarding", "decidedAt": "2026-06-01T10:00"});
    facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    ask("record-consent-basis", &facts, &rulebook()).unwrap()
}

fn has(decision: &Value, list: &str, key: &str, value: &str) -> bool {
    decision.pointer(list).unwrap().as_array().unwrap().iter().any(|one| if key.is_empty() { one == value } else { one[key] == value })
}

fn asks(decision: &Value, path: &str) -> bool {
    has(decision, "/ask", "path", path)
}

const PUBLIC: &[&str] = &[
    "council",
    "county council",
    "Northshire County Council",
    "borough council",
    "police force",
    "Northshire Police",
    "hospital",
    "GP practice",
    "ICB",
    "integrated care board",
    "ambulance service",
    "fire service",
    "Probation Service",
    "CSC",
    "social services",
    "Children's services",
    "CAFCASS",
    "court",
    "prison",
    "DWP",
    "Ofsted",
    "academy",
    "university",
    "NHS Trust",
    "local authority",
];
const OTHERS: &[&str] =
    &["charity", "Northshire charity", "voluntary organisation", "private company", "independent school", "private hospital"];
const OPEN: &[&str] = &["xyz", "hospice", "police charity", "Council for Voluntary Service", "a body", "the team"];

#[test]
fn a_public_authority_is_left_with_no_basis_that_is_closed_to_it() {
    for basis in CLOSED {
        for body in PUBLIC {
            let decision = recorded(&json!({"controller": body, "lawfulBasis": basis}));
            assert!(!has(&decision, "/answer/lawfulBases", "id", basis), "{body}");
            assert!(
                has(&decision, "/answer/record/missing", "", "lawfulBasis") && has(&decision, "/cautions", "code", "basis-not-open"),
                "{body}"
            );
            assert!(!asks(&decision, "controller"), "{body}");
        }
        for body in OTHERS {
            let decision = recorded(&json!({"controller": body, "lawfulBasis": basis}));
            assert!(has(&decision, "/answer/lawfulBases", "id", basis) && !asks(&decision, "controller"), "{body}");
            assert!(!has(&decision, "/answer/record/missing", "", "lawfulBasis"), "{body}");
            assert!(!has(&decision, "/answer/record/missing", "", "controller"), "{body}");
        }
        for body in OPEN.iter().map(|body| json!(body)).chain([json!(null), json!("tbc")]) {
            let decision = recorded(&json!({"controller": body, "lawfulBasis": basis}));
            assert!(asks(&decision, "controller") && decision["settled"] == false, "{body}");
            assert!(has(&decision, "/cautions", "code", "controller-not-known"), "{body}");
            assert!(has(&decision, "/answer/record/missing", "", "controller"), "{body}");
        }
    }
    for body in OPEN {
        assert!(asks(&recorded(&json!({"controller": body})), "controller"), "{body}");
        let decision = recorded(&json!({"controller": body, "lawfulBasis": "public-task"}));
        assert!(!has(&decision, "/answer/record/missing", "", "controller"), "{body}: that basis is open to everybody");
    }
}

#[test]
fn consent_counts_once_it_is_known_as_what_it_was_given() {
    let of = |consents: Value| recorded(&json!({"consentSought": true, "consents": consents, "lawfulBasis": "consent"}));
    for others in [json!([]), json!([{"who": "F", "as": "parent", "given": true}])] {
        for capacity in ["parent", "mother", "parental-responsibility"] {
            let mut each = others.as_array().unwrap().clone();
            each.push(json!({"who": "M", "as": capacity, "given": true}));
            assert_eq!(of(json!(each))["answer"]["consent"], "given", "{capacity}");
            each.last_mut().unwrap().as_object_mut().unwrap().remove("as");
            let place = format!("consents[{}].as", each.len() - 1);
            let decision = of(json!(each));
            assert_eq!(decision["answer"]["consent"], "not-known");
            assert!(asks(&decision, &place) && has(&decision, "/cautions", "code", "consent-as-what-not-known"));
        }
    }
    assert_eq!(of(json!([{"who": "M", "given": false}]))["answer"]["consent"], "refused", "a refusal needs no capacity");
}

#[test]
fn an_issue_that_no_document_names_says_nothing_of_consent_to_the_meeting() {
    let of = |issue: &str| {
        let decision = recorded(&json!({ "issue": issue }));
        (decision["answer"]["consentToMeet"].clone(), asks(&decision, "issue"), decision["because"].to_string())
    };
    for nothing in ["none", "n/a", "", "unknown"] {
        let (says, asked, because) = of(nothing);
        assert_eq!((says, asked, because.contains("HP-11.4")), (Value::Null, false, false), "{nothing}");
    }
    for unheard in ["Weather", "child seen with bruise", "housing"] {
        let (says, asked, because) = of(unheard);
        assert_eq!((says, asked, because.contains("HP-11.4") || because.contains("HP-11.5")), (Value::Null, true, false), "{unheard}");
    }
    for complex in ["complex", "complex matters", "Complexity"] {
        assert_eq!((of(complex).0, of(complex).1), (json!("not-necessary"), false), "{complex}");
    }
    for engagement in ["engagement", "difficulties with engagement", "Non-engagement"] {
        assert_eq!((of(engagement).0, of(engagement).1), (json!("unlikely-to-help"), false), "{engagement}");
    }
}
