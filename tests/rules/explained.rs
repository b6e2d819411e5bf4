//! Answers in words: why, why not, what would change them, and the note for the case file.

use crate::common::{ask, rulebook};
use serde_json::{Value, json};

fn explained(request: Value) -> Value {
    ask("explain", &request, &rulebook()).unwrap()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// The nearest change, the paths of its facts, and its sentence.
fn nearest(request: Value) -> (Value, Vec<String>, String) {
    let nearest = explained(request)["nearestChange"].take();
    let paths = nearest["facts"].as_array().unwrap().iter().map(|fact| text(&fact["path"]).to_owned()).collect();
    let sentence = text(&nearest["sentence"]).to_owned();
    (nearest, paths, sentence)
}

fn timing(concerns: Value) -> Value {
    json!({
        "question": "classify-concern",
        "facts": {
            "area": "generic", "concerns": concerns, "othersConsidered": true,
            "concernsIdentifiedAt": "2026-03-02T09:10", "referralReceivedAt": "2026-03-02T10:00",
        },
    })
}

#[test]
fn the_nearest_change_is_the_smallest_set_of_facts() {
    let (one, paths, sentence) = nearest(timing(json!({})));
    assert_eq!(paths, ["concerns.seriousRisk"], "{sentence}");
    assert_eq!(one["heading"], "Hold the strategy meeting on Monday 2 March 2026, the same day.");
    assert!(sentence.starts_with("If \u{201c}Is there a serious risk of harm"), "{sentence}");

    let (_, paths, sentence) = nearest(timing(json!({"seriousRisk": true, "immediateActionRequired": true})));
    assert_eq!(paths.len(), 1, "{sentence}");
    let (_, paths, sentence) = nearest(timing(json!({
        "seriousRisk": true, "penetrativeSexualAbuse": true, "forensicEvidenceRequired": true,
    })));
    assert_eq!(paths, ["concerns.seriousRisk", "concerns.penetrativeSexualAbuse"], "{sentence}");
}

#[test]
fn a_case_note_holds_what_was_known_and_leaves_the_decision_open() {
    let mut request = timing(json!({"seriousRisk": false, "particularlyComplex": "unknown"}));
    request["recordedBy"] = json!("Team manager");
    request["recordedAt"] = json!("2026-03-02T11:00");
    let note = text(&explained(request)["caseNote"]).to_owned();
    for held in [
        "Recorded: Monday 2 March 2026 at 11:00, by Team manager (role).",
        "Concern first recorded: Monday 2 March 2026 at 09:10\n",
        "Referral received: Monday 2 March 2026 at 10:00\n",
        "Answered no: Is there a serious risk of harm",
        "Not known: Is the concern particularly complex",
        "What the documents say\n- Hold the strategy meeting by Thursday 5 March 2026",
        "TR-T0",
        "This is settled on what is known.",
        "Decision (for the person who decides): ________",
    ] {
        assert!(note.contains(held), "{held} is not in:\n{note}");
    }
}

#[test]
fn a_rule_that_was_set_aside_is_told_with_the_reason() {
    let told = explained(timing(json!({"penetrativeSexualAbuse": true, "forensicEvidenceRequired": false, "seriousRisk": false})));
    let mut why_not = told["whyNot"].as_array().unwrap().iter().map(text);
    assert!(why_not.any(|line| line.contains("rule TR-T2a") && line.contains("Answered no")), "{}", told["whyNot"]);
    assert!(text(&told["explanation"]).starts_with(text(&told["heading"])));
}

#[test]
fn a_refusal_names_the_field_inside_the_facts() {
    let request = json!({"question": "classify-concern", "facts": {"concerns": {"worry": true}}});
    assert_eq!(ask("explain", &request, &rulebook()).unwrap_err().path(), "facts.concerns.worry");
}

#[test]
fn one_item_that_is_still_to_do_is_named_and_more_are_counted() {
    let spocs = |said: Value| {
        let facts = json!({"area": "county-durham", "meetingType": "strategy", "list": "spoc-register", "done": said});
        ask("make-checklist", &facts, &rulebook()).unwrap()["answer"].take()
    };
    let items = spocs(json!({}))["items"].take();
    let asked_for: Vec<&Value> =
        items.as_array().unwrap().iter().filter(|item| item["principle"] != true && item["force"] != "may").collect();
    let named = |item: &Value| item["item"].as_str().unwrap().to_owned();
    let all_but = |missing: usize| asked_for.iter().enumerate().map(|(place, item)| (named(item), json!(place >= missing))).collect();
    assert_eq!(spocs(all_but(1))["heading"], format!("Still to do: {}", asked_for[0]["text"].as_str().unwrap()));
    assert_eq!(spocs(all_but(2))["heading"], format!("2 of {} items are still to do.", items.as_array().unwrap().len()));
}

/// The sentence of a rule stands once in a note, however many rest on it, and every rule stands there with its number.
#[test]
fn a_note_says_the_sentence_of_a_rule_once() {
    for (question, area, meeting) in [
        ("list-attendees", "county-durham", "strategy"),
        ("list-attendees", "bracknell-forest", "tac-initial"),
        ("make-checklist", "hampshire", "professionals"),
        ("list-deadlines", "county-durham", "strategy"),
    ] {
        let facts = json!({"area": area, "meetingType": meeting});
        let decision = ask(question, &facts, &rulebook()).unwrap();
        let told = ask("explain", &json!({"question": question, "facts": facts}), &rulebook()).unwrap();
        let note = told["caseNote"].as_str().unwrap();
        let places = note.matches('\u{201c}').count();
        let rules = decision["because"].as_array().unwrap();
        assert!(places >= rules.len() / 2, "{question} {area}");
        for rule in rules {
            let sentence = rule["sentence"].as_str().unwrap().trim_end_matches('.');
            let times = note.matches(sentence).count();
            let shared = rules.iter().filter(|other| other["sentence"].as_str().unwrap().contains(sentence)).count();
            // From what to what it weakened is told of each rule in whose place it stands.
            let weakened = decision["setAside"].as_array().unwrap().iter();
            let weakened = weakened.filter(|other| other["reason"].as_str().is_some_and(|reason| reason.contains(sentence))).count();
            assert!(times >= 1 && times <= shared.max(1) + 1 + weakened, "{question} {area}: {times} times {sentence}");
            assert!(note.contains(&format!("rule {}", rule["id"].as_str().unwrap())), "{question} {area} {}", rule["id"]);
        }
    }
}
