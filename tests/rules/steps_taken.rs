//! A step of a ladder is done where somebody said that it was taken, and nowhere else.

use crate::common::{ask, codes, rulebook};
use serde_json::{Value, json};

fn told(more: &Value) -> Value {
    let mut facts =
        json!({"area": "county-durham", "ladder": "conference-not-held", "icpcDecision": "not-required", "concernSerious": true});
    facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    ask("resolve-disagreement", &facts, &rulebook()).unwrap()
}

fn states(decision: &Value) -> Vec<(u64, String)> {
    let steps = decision["answer"]["ladders"][0]["steps"].as_array().unwrap().iter();
    let mut told: Vec<(u64, String)> =
        steps.map(|step| (step["step"].as_u64().unwrap(), step["state"].as_str().unwrap().to_owned())).collect();
    told.dedup();
    told
}

fn is_asked(decision: &Value) -> bool {
    decision["ask"].as_array().unwrap().iter().any(|ask| ask["path"] == "stage")
}

#[test]
fn what_a_later_fact_leaves_out_is_never_told_as_done() {
    let expected = |states: [&str; 4]| states.iter().zip(1..).map(|(state, step)| (step, (*state).to_owned())).collect::<Vec<_>>();
    let none_taken = told(&json!({"stage": 0, "unresolved": true}));
    assert_eq!(states(&none_taken), expected(["next", "not-recorded", "not-recorded", "next"]));
    assert!(none_taken["answer"]["heading"].as_str().unwrap().contains("Discuss it further"));
    assert!(is_asked(&none_taken) && none_taken["settled"] == false && codes(&none_taken).contains(&"steps-not-recorded"));

    let one_taken = told(&json!({"stage": 1, "cscDeclined": true}));
    let declined = [(1, "done"), (2, "next"), (3, "not-recorded"), (3, "declined"), (4, "next")];
    assert_eq!(states(&one_taken), declined.map(|(step, state)| (step, state.to_owned())));
    assert!(is_asked(&one_taken));

    let not_said = told(&json!({"unresolved": true}));
    assert_eq!(states(&not_said), expected(["not-recorded", "not-recorded", "not-recorded", "next"]));
    assert!(codes(&not_said).contains(&"steps-not-recorded"));

    let in_order = told(&json!({"stage": 3, "unresolved": true}));
    assert_eq!(states(&in_order), expected(["done", "done", "done", "next"]));
    assert!(!is_asked(&in_order) && !codes(&in_order).contains(&"steps-not-recorded"));

    let plain = told(&json!({"stage": 1, "concernsRemain": true}));
    assert_eq!(states(&plain), expected(["done", "next", "later", "later"]));
    assert!(!codes(&plain).contains(&"steps-not-recorded"));
}

/// Over every area, stage and answer of three values: what is done was said to be taken.
#[test]
fn nothing_is_done_beyond_the_last_step_that_was_taken() {
    let facts = [
        ("county-durham", ["concernsRemain", "cscDeclined", "unresolved"]),
        ("bracknell-forest", ["thresholdDispute", "memberDisagrees", "consensus"]),
    ];
    let mut done = 0;
    for (area, facts) in facts {
        for stage in [None, Some(0), Some(1), Some(2)] {
            for combination in 0..27 {
                let mut said = json!({"area": area});
                for (fact, place) in facts.iter().zip([1, 3, 9]) {
                    said[*fact] = [json!(true), json!(false), json!("unknown")][combination / place % 3].clone();
                }
                if let Some(stage) = stage {
                    said["stage"] = json!(stage);
                }
                let decision = ask("resolve-disagreement", &said, &rulebook()).unwrap();
                for ladder in decision["answer"]["ladders"].as_array().unwrap() {
                    for step in ladder["steps"].as_array().unwrap().iter().filter(|step| step["state"] == "done") {
                        done += 1;
                        assert!(step["step"].as_u64().unwrap() <= stage.unwrap_or(0), "{said}: {step}");
                    }
                }
            }
        }
    }
    assert!(done > 0);
}

#[test]
fn a_stage_is_of_the_ladder_that_has_come_about_and_what_is_open_of_another_is_asked() {
    let facts = json!({"area": "bracknell-forest", "memberDisagrees": true, "step1Resolved": false, "stage": 1});
    let decision = ask("resolve-disagreement", &facts, &rulebook()).unwrap();
    for ladder in decision["answer"]["ladders"].as_array().unwrap() {
        let is_done = ladder["steps"].to_string().contains("\"state\":\"done\"");
        assert_eq!(is_done, ladder["ladder"] == "member-disagrees", "{ladder}");
    }
    assert!(decision["settled"] == false && decision["ask"].to_string().contains("thresholdDispute"), "{}", decision["ask"]);
    // Where none has come about, which one it was is asked.
    let open = ask("resolve-disagreement", &json!({"area": "county-durham", "stage": 1}), &rulebook()).unwrap();
    assert!(open["ask"].to_string().contains("\"ladder\""), "{}", open["ask"]);
}
