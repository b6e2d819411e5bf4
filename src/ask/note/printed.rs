//! No id and no name of a field stands in a note: whatever is given is called as people call it.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::tests::{AREAS, known, note, questions};
use crate::engine::rulebook::Rulebook;
use crate::questions::record_consent_basis::rule::LawfulBasis;
use crate::text::labels::LABELS;
use crate::value::json::Json;

/// The fields of facts below others, each with what it stands in: `consents.withdrawn`.
fn within(schema: &Value, inside: &str, found: &mut BTreeSet<String>) {
    if !schema.is_object() {
        return;
    }
    for (name, field) in schema["properties"].as_object().into_iter().flatten() {
        found.insert(format!("{inside}.{name}"));
        within(field, name, found);
    }
    for held in ["items", "additionalProperties"] {
        within(&schema[held], inside, found);
    }
    for held in ["oneOf", "anyOf"] {
        schema[held].as_array().into_iter().flatten().for_each(|one| within(one, inside, found));
    }
}

/// A field's own name with spaces in it, such as "Poses risk", is no name for people.
#[test]
fn every_field_of_what_is_given_has_a_name_for_people() {
    let rulebook = Rulebook::built_in();
    let whole = rulebook.whole();
    let asked = |path: &str| whole.asks_at(path) || whole.asks_at(&format!("{}{path}", crate::engine::stack::CONCERNS));
    let mut lacking = BTreeSet::new();
    for question in questions() {
        let mut found = BTreeSet::new();
        within(&question.facts, "", &mut found);
        for path in found {
            let path = path.trim_start_matches('.').replacen("children.", "child.", 1);
            let name = path.rsplit('.').next().unwrap();
            let of_packs = whole.asked().iter().any(|asked| asked.path.starts_with(&format!("{path}.")));
            if !LABELS.iter().any(|label| [&*path, name].contains(&label.name)) && !asked(&path) && !asked(name) && !of_packs {
                lacking.insert(path);
            }
        }
    }
    assert!(lacking.is_empty(), "{}", lacking.into_iter().collect::<Vec<_>>().join(", "));
}

/// The words that packs and types know at a path, the other names of each too.
fn known_words(rulebook: &Rulebook) -> Vec<(&'static str, String, String)> {
    let mut known = Vec::new();
    for question in questions().iter().filter(|question| question.name != "report-quarter") {
        for (path, schema) in question.facts["properties"].as_object().unwrap() {
            let words = schema["enum"].as_array().into_iter().chain(schema["examples"].as_array()).flatten();
            let words = words.filter_map(Value::as_str).filter(|word| word.contains('-'));
            known.extend(words.map(|word| (question.name, path.clone(), word.to_owned())));
        }
    }
    for pack in rulebook.packs() {
        for (path, words) in pack.words.word.iter() {
            let words = words.iter().flat_map(|(word, also)| std::iter::once(word).chain(also));
            let words = words.filter(|word| word.contains('-')).map(|word| word.to_string()).collect::<Vec<_>>();
            known.extend(words.into_iter().map(|word| ("list-deadlines", path.to_string(), word)));
        }
    }
    known
}

/// An id, such as "public-task", is read by programs.
#[test]
fn no_word_of_a_closed_list_is_printed_as_an_id() {
    let rulebook = Rulebook::built_in();
    let mut words = known_words(&rulebook);
    let bases = rulebook.packs().iter().flat_map(|pack| pack.rules::<LawfulBasis>()).map(|basis| basis.own.basis.to_string());
    let bases = bases.filter(|basis| basis.contains('-')).collect::<Vec<_>>();
    for field in ["lawfulBasis", "art9Condition", "criminalCondition"] {
        words.extend(bases.iter().map(|basis| ("record-consent-basis", field.to_owned(), basis.clone())));
    }
    let (mut told, mut printed) = (0, BTreeSet::new());
    for (question, path, word) in words {
        let mut facts = Json::parse("{}").unwrap();
        facts.set(&path, Json::text(word.clone()));
        if question == "list-attendees" && path != "meetingType" {
            facts.set("meetingType", Json::text("strategy"));
        }
        let facts: Value = serde_json::to_value(&facts).unwrap();
        let of_area = |area: &&str| {
            let mut facts = facts.clone();
            facts["area"] = json!(area);
            note(question, &facts, &rulebook)
        };
        let Some(note) = AREAS.iter().find_map(of_area) else { continue };
        told += 1;
        if known(&note).split_whitespace().any(|printed| printed.trim_matches(|c: char| !c.is_alphanumeric()) == word) {
            printed.insert(format!("{question} {path}: {word}"));
        }
    }
    assert!(told > 200, "{told}");
    assert!(printed.is_empty(), "{}", printed.into_iter().collect::<Vec<_>>().join("\n"));
}
