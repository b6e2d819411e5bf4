//! The short note says what decided, since when time counts and what comes first, and nothing that was not said.

use crate::common::{ask, rulebook};
use serde_json::{Value, json};

fn short(question: &str, facts: Value) -> String {
    let request = json!({"question": question, "facts": facts, "recordedBy": "Team manager", "recordedAt": "2026-03-02T11:00"});
    let told = ask("explain", &request, &rulebook()).unwrap_or_else(|refusal| panic!("{request}: {refusal}"));
    told["shortNote"].as_str().unwrap().to_owned()
}

fn lines(note: &str) -> Vec<&str> {
    note.lines().collect()
}

#[test]
fn a_plain_case_is_told_line_by_line() {
    let facts = json!({
        "area": "county-durham", "concerns": {"seriousRisk": true}, "othersConsidered": true,
        "concernsIdentifiedAt": "2026-03-02T09:00", "referralReceivedAt": "2026-03-02T10:00",
    });
    assert_eq!(
        lines(&short("classify-concern", facts)),
        [
            "Short note: How soon must the strategy meeting be held?",
            "Recorded: Monday 2 March 2026 at 11:00, by Team manager (role).",
            "Hold the strategy meeting on Monday 2 March 2026, the same day.",
            "By Practice guide, Timing, first exception (should; rule TR-T1a).",
            "Counted from: Referral received, Monday 2 March 2026 at 10:00.",
            "Answered yes: Is there a serious risk of harm?",
            "It was attested that everything not named was considered and is a no.",
            "This is settled on what is known.",
            "Rests on Durham protocol 1.0.0 and Practice guide 1.0.0. Everything else that was said, and every reason, stands in the whole case note.",
        ]
    );
}

#[test]
fn a_kind_that_was_chosen_stands_there_by_its_name_and_of_which_child() {
    let facts = json!({
        "area": "generic", "othersConsidered": true, "concernsIdentifiedAt": "2026-03-02T09:00",
        "children": [{"ref": "A", "concernTypes": ["serious-neglect"]}, {"ref": "B", "concerns": {"immediateActionRequired": true}}],
    });
    let note = short("classify-concern", facts);
    for held in ["A: ", "Serious neglect", "B: "] {
        assert!(note.contains(held), "{held} is not in:\n{note}");
    }
}

#[test]
fn what_comes_first_and_what_is_still_to_ask_is_never_left_out() {
    let facts = json!({"area": "county-durham", "concernsIdentifiedAt": "2026-02-02T09:00", "now": "2026-03-02T09:00", "concerns": {"immediateProtectionNeeded": true}});
    let decision = ask("classify-concern", &facts, &rulebook()).unwrap();
    let note = short("classify-concern", facts);
    let first = decision["cautions"].as_array().unwrap().iter().filter(|caution| caution["level"] == "first");
    let first: Vec<&str> = first.map(|caution| caution["text"].as_str().unwrap()).collect();
    assert!(!first.is_empty() && first.iter().all(|told| note.contains(told)), "{first:?} in:\n{note}");
    assert!(note.contains("This is not settled. Still to ask"), "{note}");
    let further = decision["cautions"].as_array().unwrap().iter().filter(|caution| caution["level"] == "further");
    assert!(further.clone().count() > 0 && further.clone().all(|caution| !note.contains(caution["text"].as_str().unwrap())), "{note}");
}

#[test]
fn what_was_not_said_stands_there_neither_as_a_no_nor_as_a_yes() {
    let note = short("classify-concern", json!({"area": "county-durham", "concernsIdentifiedAt": "2026-03-02T09:00"}));
    assert!(!note.contains("Answered") && !note.contains("attested"), "{note}");
    let deadline = json!({"area": "county-durham", "meetingType": "strategy", "duty": "minutes", "meetingEndedAt": "2026-03-02T15:00"});
    let note = short("list-deadlines", deadline);
    assert!(note.contains("Monday 2 March 2026 at 15:00.") && note.contains("rule CD-16c)"), "{note}");
    let without = short("list-deadlines", json!({"area": "county-durham", "meetingType": "strategy", "duty": "minutes"}));
    assert!(!without.contains("Counted from"), "{without}");
}

/// A time that stands in for another is told as what it is.
#[test]
fn time_is_told_as_counted_from_the_moment_from_which_it_is() {
    for (given, counted) in [
        (json!({"concernsIdentifiedAt": "2026-03-02T09:00"}), "Concern first recorded, Monday 2 March 2026 at 09:00."),
        (json!({"referralReceivedAt": "2026-03-03T09:00"}), "Referral received, Tuesday 3 March 2026 at 09:00."),
        (
            json!({"concernsIdentifiedAt": "2026-03-05T09:00", "referralReceivedAt": "2026-03-03T09:00"}),
            "Referral received, Tuesday 3 March 2026 at 09:00.",
        ),
    ] {
        let mut facts = json!({"area": "county-durham", "othersConsidered": true});
        facts.as_object_mut().unwrap().extend(given.as_object().unwrap().clone());
        let note = short("classify-concern", facts.clone());
        assert!(note.contains(&format!("Counted from: {counted}")), "{facts}:\n{note}");
    }
}

/// What somebody typed may be as long as they like: it makes no note long.
#[test]
fn nothing_that_was_typed_makes_the_note_long() {
    let long = "because the whole of the family and every neighbour was asked about it again and again ".repeat(40);
    let request = json!({
        "question": "classify-concern", "recordedBy": format!("Team manager {long}"),
        "facts": {"area": "county-durham", "othersConsidered": true, "concerns": {"particularlyComplex": true}, "complexReason": long, "concernsIdentifiedAt": "2026-03-02T09:00"},
    });
    let told = ask("explain", &request, &rulebook()).unwrap();
    let words = told["shortNote"].as_str().unwrap().split_whitespace().count();
    assert!(words <= 120, "{words}");
}
