//! Words that people use stay known: a word that is taken out of a pack, or moved to another, is missed here.
//!
//! `words-on-record.txt` has a line for each word of a closed list: the pack, the path, the word, and what people say for it.

use std::collections::BTreeSet;

use crate::common::written::packs;
use crate::common::{ask, rulebook};
use serde_json::{Value, json};

/// The pack, the path, the word, and what people say for it.
fn on_record() -> Vec<Vec<&'static str>> {
    include_str!("words-on-record.txt").lines().map(|line| line.split(' ').collect()).collect()
}

fn facts(pack: &str, path: &str, word: &str) -> Value {
    let mut facts = path.split('.').rev().fold(json!(word), |beneath, name| json!({ name: beneath }));
    facts["packs"] = json!([pack]);
    facts
}

#[test]
fn every_word_on_record_is_read_and_means_what_it_meant() {
    let rulebook = rulebook();
    for words in on_record() {
        let (pack, path) = (words[0], words[1]);
        let answer = |word: &str| ask("choose-meeting", &facts(pack, path, word), &rulebook);
        let first = answer(words[2]).unwrap_or_else(|refusal| panic!("{pack} refuses {} at {path}: {refusal}", words[2]));
        for word in &words[3..] {
            assert_eq!(answer(word).as_ref(), Ok(&first), "{pack}: {word} at {path}");
        }
    }
}

#[test]
fn every_word_of_the_packs_is_on_record() {
    let recorded: BTreeSet<Vec<&str>> = on_record().into_iter().collect();
    let mut missing = Vec::new();
    for pack in packs() {
        for (path, words) in pack.object["word"].as_object().into_iter().flatten() {
            for (word, others) in words.as_object().unwrap() {
                let others = others.as_array().unwrap().iter().filter_map(Value::as_str);
                let line: Vec<&str> = [pack.id(), path, word].into_iter().chain(others).collect();
                missing.extend((!recorded.contains(&line)).then(|| line.join(" ")));
            }
        }
    }
    assert!(missing.is_empty(), "words-on-record.txt lacks these lines, or has others in their place:\n{}", missing.join("\n"));
}
