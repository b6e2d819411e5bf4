//! Reasons to wait as people write them, and what they type instead: labelled before the lists of words were written.

use crate::common::{ask, file, rulebook};
use serde_json::{Value, json};

fn reasons(name: &str) -> Vec<String> {
    let text = std::fs::read_to_string(file(&format!("tests/rules/reasons/{name}.txt"))).unwrap();
    text.lines().map(str::to_owned).collect()
}

/// Every third line of a table was kept unseen while the lists were written.
const UNSEEN: usize = 3;

/// Of the lines that were seen and of those that were not: the ones that were read otherwise than they are labelled.
fn misread(name: &str, is_misread: impl Fn(&str) -> bool) -> [(Vec<String>, usize); 2] {
    let (unseen, seen): (Vec<_>, Vec<_>) = reasons(name).into_iter().enumerate().partition(|(at, _)| at % UNSEEN == UNSEEN - 1);
    [seen, unseen].map(|lines| {
        let count = lines.len();
        (lines.into_iter().map(|(_, line)| line).filter(|line| is_misread(line)).collect(), count)
    })
}

fn complex(reason: &str) -> Value {
    let facts = json!({"area": "generic", "concerns": {"particularlyComplex": true}, "complexReason": reason, "othersConsidered": true,
        "concernsIdentifiedAt": "2026-03-02T10:00", "referralReceivedAt": "2026-03-02T10:00"});
    ask("classify-concern", &facts, &rulebook()).unwrap()["answer"]["timescale"].clone()
}

#[test]
fn a_reason_to_wait_tells_of_a_case() {
    for (labelled, at_most, name) in [(false, 5, "empty"), (true, 13, "true")] {
        for (misread, count) in misread(name, |line| (complex(line) == "5-working-days") != labelled) {
            println!("{name}: {} of {count} misread: {misread:#?}", misread.len());
            assert!(misread.len() * 100 <= count * at_most, "{name}: {misread:#?} of {count}");
        }
    }
}

#[test]
fn what_happens_to_somebody_of_the_case_is_a_reason_and_the_same_of_a_meeting_is_none() {
    for reason in [
        "The boy has been moved to his grandmother",
        "The children are seen by the hospital first",
        "The paediatrician sees the baby tomorrow",
    ] {
        assert_eq!(complex(reason), "5-working-days", "{reason}");
    }
    for nothing in ["The meeting has been moved", "The rooms are seen by the hospital first", "The child's social worker has moved teams"] {
        assert_eq!(complex(nothing), "3-working-days", "{nothing}");
    }
}

#[test]
fn a_reason_not_to_ask_says_what_asking_would_do_or_why_nobody_could() {
    let is_complete = |reason: &str, field: &str| {
        let facts = json!({"area": "generic", "consentSought": false, "familyInformed": false, field: reason});
        let told = ask("record-consent-basis", &facts, &rulebook()).unwrap();
        !told["answer"]["record"]["missing"].as_array().unwrap().iter().any(|one| one == field)
    };
    for field in ["reasoningNotSought", "reasonNotInformed"] {
        for (labelled, at_most, name) in [(false, 5, "not-asked-empty"), (true, 13, "not-asked-true")] {
            for (misread, count) in misread(name, |line| is_complete(line, field) != labelled) {
                println!("{name}: {} of {count} misread: {misread:#?}", misread.len());
                assert!(misread.len() * 100 <= count * at_most, "{name}: {misread:#?} of {count}");
            }
        }
    }
    for nothing in ["hello", "wip", "lorem ipsum dolor", "The lift is broken", "We decided not to"] {
        assert!(!is_complete(nothing, "reasoningNotSought"), "{nothing}");
    }
    assert!(is_complete("Police asked us not to", "reasoningNotSought"));
}
