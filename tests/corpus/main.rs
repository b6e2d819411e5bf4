//! What the library answers to more than 50,000 calls, recorded: whatever is changed inside it, these answers stay the same,
//! byte for byte, unless their change is wanted.
//!
//! The calls are made by dice from words that stand frozen in `vocabulary.json`, and so depend neither on the library nor on
//! its packs. Recorded are, for each function, a digest of every answer (`digests/`, one a line, in the order of the calls)
//! and some answers whole, for people to read (`answers/`). Only `library.rs` knows how the library is called.
//!
//! ```sh
//! cargo test --test corpus                                    # compares, tells differences, writes nothing
//! RECORD_CORPUS=1 cargo test --test corpus                    # records what is answered now
//! CORPUS_DUMP=explain,checkPlan/12 cargo test --test corpus -- --nocapture   # prints calls with their answers, whole
//! ```
//!
//! A call is named by its function and the line of its digest. Whoever wants an answer to change records anew, and reads in
//! the difference of `answers/` what has become of it.

mod about;
mod calls;
mod dice;
mod library;
mod meetings;
mod outcomes;
mod recorded;
mod records;
mod scope;
mod short_notes;
mod spoilt;
mod timing;
mod values;
mod vocabulary;

use std::collections::{BTreeMap, BTreeSet};

use calls::{Call, FUNCTIONS};
use outcomes::{Library, Outcome};
use recorded::whole_answer;
use serde_json::{Value, json};
use vocabulary::VOCABULARY;

/// What a person can take in at once, under pressure.
const MOST_WORDS_OF_A_HEADING: usize = 30;
const MOST_WORDS_EXPLAINED: usize = 120;

#[test]
fn every_answer_is_the_one_that_was_recorded() {
    let (calls, library) = (calls::all(), Library::new());
    if let Ok(wanted) = std::env::var("CORPUS_DUMP") {
        let names: Vec<&str> = wanted.split(',').map(str::trim).collect();
        let is_wanted = |call: &&Call| names.contains(&call.function) || names.contains(&call.name().as_str());
        calls.iter().filter(is_wanted).for_each(|call| println!("{}\n{:#}\n", call.json, whole_answer(call, library.answer(call))));
        return;
    }
    let outcomes = library.answer_all(&calls);
    reaches_far_enough(&calls, &outcomes);
    can_be_read_at_once(&calls, &outcomes);
    if std::env::var_os("RECORD_CORPUS").is_some_and(|record| record == "1") {
        recorded::record(&calls, &outcomes, &|call| library.answer(call));
        return;
    }
    let told = outcomes::differences(&calls, &outcomes, &library);
    assert!(told.is_empty(), "{told}");
}

#[test]
fn a_case_of_a_list_shows_what_its_whole_answer_says() {
    let (calls, library) = (calls::all(), Library::new());
    let [mut answered, mut asked, mut late] = [0; 3];
    for call in calls.iter().filter(|call| call.function == "classifyConcern").step_by(2) {
        let listed = library.answer(&Call { function: "caseDue", json: call.json.clone(), ..*call });
        let (Ok(whole), Ok(listed)) = (library.answer(call), &listed) else {
            assert_eq!(library.answer(call), listed, "{}", call.name());
            continue;
        };
        let [whole, listed]: [Value; 2] = [&whole, listed].map(|text| serde_json::from_str(text).unwrap());
        let answer = &whole["answer"];
        let is_late = answer["overdue"].as_array().is_some_and(|limits| !limits.is_empty());
        let was_held = answer["held"].as_array().is_some_and(|held| held.iter().any(|held| held["counts"] == true));
        let expected = json!({
            "heading": answer["heading"], "timescale": answer["timescale"], "dueBy": answer["dueBy"],
            "dueInstant": answer["dueInstant"], "aimBy": answer["aimBy"], "overdue": is_late, "held": was_held,
            "settled": whole["settled"], "ask": whole["ask"][0], "cautions": whole["cautions"],
        });
        assert_eq!(listed, expected, "{}", call.name());
        answered += 1;
        asked += usize::from(!listed["ask"].is_null());
        late += usize::from(is_late);
    }
    assert!(answered > 3_000 && asked > 300 && late > 300, "{answered} {asked} {late}");
}

/// A heading is read in one breath, and an explanation at once.
fn can_be_read_at_once(calls: &[Call], outcomes: &[Outcome]) {
    let told = calls.iter().zip(outcomes);
    let is_long = |(_, outcome): &(&Call, &Outcome)| outcome.words.0 > MOST_WORDS_OF_A_HEADING || outcome.words.1 > MOST_WORDS_EXPLAINED;
    let long: Vec<String> = told.filter(is_long).map(|(call, outcome)| format!("{} {:?}", call.name(), outcome.words)).collect();
    assert!(long.is_empty(), "{} are too long to be read at once: {}", long.len(), long[..long.len().min(40)].join(", "));
}

/// A net that has become too wide to catch anything is no net.
fn reaches_far_enough(calls: &[Call], outcomes: &[Outcome]) {
    assert!(calls.len() >= 50_000, "{} calls", calls.len());
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (call, outcome) in calls.iter().zip(outcomes) {
        let (answered, refused) = counts.entry(call.function).or_default();
        *(if outcome.answered { answered } else { refused }) += 1;
    }
    assert_eq!(counts.len(), FUNCTIONS.len(), "a function is called by nothing");
    assert!(counts.values().all(|(answered, _)| *answered > 0), "a function never answers: {counts:?}");
    for area in &VOCABULARY.areas {
        let named = format!("\"area\":\"{}\"", area.id);
        let answered = calls.iter().zip(outcomes).filter(|(call, outcome)| outcome.answered && call.json.contains(&named)).count();
        assert!(answered > 500, "{} is answered {answered} times", area.id);
    }
    let refused: usize = counts.values().map(|(_, refused)| refused).sum();
    let in_a_hundred = refused * 100 / calls.len();
    assert!((5..=25).contains(&in_a_hundred), "{in_a_hundred} of a hundred are refused");
    let distinct: BTreeSet<&str> = outcomes.iter().map(|outcome| outcome.digest.as_str()).collect();
    assert!(distinct.len() > 20_000, "{} answers are different", distinct.len());
}
