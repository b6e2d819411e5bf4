//! A longer time needs a reason that tells of the child, and somebody whose role is known.

use crate::common::{ask, rulebook};
use serde_json::{Value, json};

/// Reasons that make a case complex, as people write them.
const GENUINE: &[&str] = &[
    "organised-abuse",
    "allegation_against_staff",
    "Several families",
    "Several households are involved",
    "Three families in two areas",
    "Siblings in four areas",
    "several children",
    "Several children, several suspects",
    "Multiple suspects",
    "2 siblings and a cousin as alleged victims",
    "Six children",
    "abuse abroad",
    "The abuse took place abroad",
    "fabricated illness",
    "Fabricated or induced illness suspected",
    "interpreters needed for both parents",
    "Interpreter needed, British Sign Language",
    "birthmark to be checked by a paediatrician",
    "Paediatrician asked for blood tests and a skeletal survey",
    "two police forces",
    "Two police forces and three local authorities",
    "Allegation against a teacher",
    "Alleged perpetrator is a police officer",
    "Historical allegations by an adult",
    "Non-recent abuse, witnesses traced in Scotland",
    "Trafficked from Albania, age disputed",
    "Unaccompanied asylum seeker",
    "Forced marriage suspected",
    "Online images, devices seized",
    "Indecent images shared among pupils",
    "County lines, debt bondage",
    "Ritual abuse alleged",
    "Mother in labour",
    "Mother is detained under the Mental Health Act",
    "Father is in custody in Ireland",
    "Child is in intensive care",
    "Child is missing",
    "Child does not speak, uses symbols",
    "Learning disability, an intermediary is needed",
    "Parallel care proceedings",
    "Witness protection",
    "Radicalisation, counter-terrorism unit involved",
    "Private fostering across borders",
    "Residential home with many residents",
    "Parent has diplomatic immunity",
    "Both parents are social workers of this authority: conflict of interest",
    "Cuckooed flat, weapons found",
    "Poisoning: toxicology awaited",
    "Foetal alcohol syndrome, genetic tests",
    "Gang of older teenagers, retaliation feared",
];

/// What is typed where a reason is asked for, and tells nothing of the child.
const EMPTY: &[&str] = &[
    "to be determined",
    "no idea",
    "no reason to think so",
    "short staffed",
    "Two workers off sick",
    "awaiting checks",
    "Police cannot make it",
    "room not available",
    "weekend coming",
    "Friday afternoon",
    "manager wants five days",
    "it takes longer",
    "see strategy",
    "busy week",
    "too much work",
    "xyz",
    "not applicable at present",
    "refer to file",
    "decision made",
    "operational reasons",
    "diary clash",
    "meeting moved",
    "error",
    "better",
    "new date",
    "school holidays next week",
    "half-term",
    "nobody could attend until Monday",
    "Paediatrician is away",
    "health visitor on training",
    "three meetings today",
    "several managers on leave",
    "5 working days",
    "computers are down",
    "High demand on the MASH",
    "it would be better",
    "tbc",
    "on leave",
    "qwrtp",
];

fn asked_codes(decision: &Value) -> Vec<&str> {
    decision["cautions"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect()
}

fn complex(reason: &str) -> Value {
    let facts = json!({"area": "county-durham", "concerns": {"particularlyComplex": true}, "complexReason": reason, "othersConsidered": true,
        "concernsIdentifiedAt": "2026-03-02T09:00", "referralReceivedAt": "2026-03-02T09:30"});
    ask("classify-concern", &facts, &rulebook()).unwrap()
}

#[test]
fn what_tells_nothing_of_the_child_is_no_reason_for_a_longer_time() {
    let usual = complex("")["answer"].clone();
    let longer = complex("organised-abuse")["answer"].clone();
    assert_ne!(usual["timescale"], longer["timescale"]);
    for reason in EMPTY {
        let decision = complex(reason);
        assert_eq!(decision["answer"]["timescale"], usual["timescale"], "{reason}");
        assert!(asked_codes(&decision).contains(&"complex-needs-reason"), "{reason}");
    }
    for reason in GENUINE {
        let decision = complex(reason);
        assert_eq!(decision["answer"]["timescale"], longer["timescale"], "{reason}");
        assert!(!asked_codes(&decision).contains(&"complex-needs-reason"), "{reason}");
    }
}

#[test]
fn reasons_that_tell_nothing_tell_nothing_together_and_hide_no_reason() {
    let usual = complex("")["answer"]["timescale"].clone();
    let longer = complex("organised-abuse")["answer"]["timescale"].clone();
    for (at, empty) in EMPTY.iter().enumerate() {
        let other = EMPTY[(at * 7 + 3) % EMPTY.len()];
        let genuine = GENUINE[at % GENUINE.len()];
        for both in [format!("{empty}, {other}"), format!("{}; {other}!", empty.to_uppercase()), format!("{empty} and {other}")] {
            assert_eq!(complex(&both)["answer"]["timescale"], usual, "{both}");
        }
        for both in [format!("{empty}; {genuine}"), format!("{genuine}. {other}.")] {
            assert_eq!(complex(&both)["answer"]["timescale"], longer, "{both}");
        }
    }
}

/// Does an earlier answer no longer hold?
fn is_released(role: &str, reason: &str) -> bool {
    let facts = json!({"area": "county-durham", "concerns": {"seriousRisk": false, "immediateProtectionNeeded": false,
        "forensicEvidenceRequired": false}, "othersConsidered": true, "concernsIdentifiedAt": "2026-03-02T09:00",
        "referralReceivedAt": "2026-03-02T09:30", "previousResult": {"timescale": "same-day", "dueBy": "2026-03-02", "settled": true}, "lengthening": {"role": role, "reason": reason}});
    let decision = ask("classify-concern", &facts, &rulebook()).unwrap();
    !asked_codes(&decision).contains(&"lengthening-requires-reason") && decision["answer"]["dueBy"] != "2026-03-02"
}

#[test]
fn an_earlier_answer_holds_until_a_reason_tells_of_the_child_and_somebody_agreed() {
    assert!(is_released("team manager", "The injury had another cause"));
    for reason in EMPTY {
        assert!(!is_released("team manager", reason), "{reason}");
    }
    for nobody in OPEN {
        assert!(!is_released(nobody, "The injury had another cause"), "{nobody}");
    }
    for somebody in ["ATM", "T.M.", "TM", "A.T.M.", "Assistant team manager", "Team manager (out of hours)"] {
        assert!(is_released(somebody, "The injury had another cause"), "{somebody}");
    }
    for reason in ["It was another child", "A new risk assessment", "X-ray shows no fracture", "Hospital found a birthmark"] {
        assert!(is_released("team manager", reason), "{reason}");
    }
}

/// Roles of which it is not known whose they are.
const OPEN: &[&str] = &[
    "manager TBC",
    "unknown manager",
    "social worker?",
    "Team manager (tbc)",
    "manager to be confirmed",
    "some manager",
    "any team manager",
    "manager not known",
    "Duty manager, unnamed",
    "perhaps the IRO",
    "TM ??",
    "no manager",
];

#[test]
fn a_role_that_nobody_is_known_to_hold_decides_nothing() {
    for nobody in OPEN {
        let record = json!({"area": "hampshire", "decidedBy": nobody});
        let decision = ask("record-consent-basis", &record, &rulebook()).unwrap();
        let missing = decision["answer"]["record"]["missing"].as_array().unwrap().clone();
        let recommended = decision["answer"]["record"]["recommended"].as_array().unwrap().clone();
        assert!(missing.iter().chain(&recommended).any(|one| one == "decidedBy"), "{nobody}");
    }
}
