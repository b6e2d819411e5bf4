//! Nothing is silent: each field that the types of facts and answers have is given or answered once, and looked for in the
//! note.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::samples::{required, values};
use super::{answered, case_note};
use crate::ask::plain::NAMED;
use crate::ask::request::ToExplain;
use crate::ask::told::Told;
use crate::ask::variables::Variable;
use crate::ask::words::{FOR_PROGRAMS, Words};
use crate::engine::rulebook::Rulebook;
use crate::schema::{OfQuestion, of_questions};
use crate::text::labels::{LABELS, WORDS};
use crate::value::json::Json;
use crate::value::read;

/// Where every fact and every word of a pack is known.
pub(super) const AREAS: [&str; 5] = ["generic", "county-durham", "northamptonshire", "bracknell-forest", "hampshire"];

pub(super) fn questions() -> Vec<OfQuestion> {
    of_questions(&Rulebook::built_in())
}

pub(super) fn note(question: &str, facts: &Value, rulebook: &Rulebook) -> Option<String> {
    let request = json!({ "question": question, "facts": facts }).to_string();
    let request: ToExplain = read::text(&request).unwrap();
    let written = request.question.write(&request.facts, rulebook).ok()?;
    let decision = Json::parse(&written).unwrap();
    let told = Told::of(&decision, Words::of(&request.facts, &decision, rulebook));
    Some(case_note(&told, &request, &Variable::of(request.question, &request.facts, rulebook), rulebook))
}

/// What stands under "What was known and asked".
pub(super) fn known(note: &str) -> String {
    note.split("\n\n").find(|section| section.starts_with("What was known")).unwrap_or_default().to_owned()
}

#[test]
fn every_fact_that_is_given_stands_in_the_note() {
    let rulebook = Rulebook::built_in();
    let mut silent = BTreeSet::new();
    for question in questions() {
        let required = required(&question.facts);
        let fields = question.facts["properties"].as_object().unwrap();
        for (name, field) in fields.iter().filter(|(name, _)| *name != "packs" && *name != "othersConsidered") {
            let mut each: Vec<Value> = Vec::new();
            // The first of each required field is given with every other: the same facts twice are told once.
            values(field, name).into_iter().for_each(|value| {
                if !each.contains(&value) {
                    each.push(value)
                }
            });
            let mut told = BTreeSet::new();
            let mut given = 0;
            for value in &each {
                let mut facts = required.clone();
                facts.insert(name.clone(), value.clone());
                let note = AREAS.iter().find_map(|area| {
                    let mut facts = facts.clone();
                    facts.entry("area").or_insert(json!(area));
                    facts.entry("national").or_insert(json!(true));
                    note(question.name, &Value::Object(facts), &rulebook)
                });
                let Some(note) = note else { continue };
                given += 1;
                told.insert(known(&note));
            }
            // Each value is told apart from every other.
            if given == 0 || told.len() < given {
                silent.insert(format!("{} {name}: {given} of {} given, {} told", question.name, each.len(), told.len()));
            }
        }
    }
    assert!(silent.is_empty(), "{}", silent.into_iter().collect::<Vec<_>>().join("\n"));
}

/// An answer in which every field has something.
fn full(schema: &Value, name: &str) -> Value {
    for held in ["oneOf", "anyOf"] {
        if let Some(one) = schema[held].as_array().and_then(|each| each.iter().find(|one| one["type"] != "null")) {
            return full(one, name);
        }
    }
    let is = |kind: &str| schema["type"] == kind || schema["type"].as_array().is_some_and(|kinds| kinds.iter().any(|one| one == kind));
    if is("object") {
        let fields = schema["properties"].as_object().cloned().unwrap_or_default();
        return fields.iter().map(|(name, field)| (name.clone(), full(field, name))).collect::<Map<_, _>>().into();
    }
    if is("array") {
        return json!([full(&schema["items"], name)]);
    }
    values(schema, name).into_iter().next().unwrap_or(Value::Null)
}

/// The fields of a schema, and whether the name of each stands beside it.
fn fields(schema: &Value, found: &mut BTreeSet<String>) {
    if !schema.is_object() {
        return;
    }
    if let Some(properties) = schema["properties"].as_object() {
        for (name, field) in properties {
            let has_name = NAMED.iter().any(|(label, named)| named == name && properties.contains_key(*label));
            if !has_name && !FOR_PROGRAMS.contains(&name.as_str()) {
                found.insert(name.clone());
                fields(field, found);
            }
        }
    }
    for held in ["items", "additionalProperties"] {
        fields(&schema[held], found);
    }
    for held in ["oneOf", "anyOf"] {
        schema[held].as_array().into_iter().flatten().for_each(|one| fields(one, found));
    }
}

#[test]
fn every_field_that_is_answered_stands_in_the_note() {
    let rulebook = Rulebook::built_in();
    let mut silent = BTreeSet::new();
    for question in questions() {
        let schema = &question.decision["properties"]["answer"];
        let answer = full(schema, "answer");
        let decision = json!({ "answer": answer }).to_string();
        let decision = Json::parse(&decision).unwrap();
        let facts = Json::parse(r#"{"area": "county-durham"}"#).unwrap();
        let words = Words::of(&facts, &decision, &rulebook);
        let told = answered::lines(&words, &decision).join("\n").to_lowercase();
        let mut asked = BTreeSet::new();
        fields(schema, &mut asked);
        for name in asked {
            // What heads a line stands there without its name, also as a word of a closed list, and what a rule is cited with
            // in its sentence.
            let label = words.label(&name).to_lowercase();
            let written = format!("written in {name}").to_lowercase();
            let is_told = told.contains(label.trim_end_matches('?')) || told.contains(&written) || CITED.contains(&name.as_str());
            if !is_told && !heads_a_line(&told, &words, &name, &answer) {
                silent.insert(format!("{} {name}: neither {label} nor {written}", question.name));
            }
        }
    }
    assert!(silent.is_empty(), "{}", silent.into_iter().collect::<Vec<_>>().join("\n"));
}

/// Does what stands in a field, as it is said, begin a line?
fn heads_a_line(told: &str, words: &Words<'_>, name: &str, held: &Value) -> bool {
    let inner = |held: &Value| heads_a_line(told, words, name, held);
    let begins = |word: &str| {
        let said = words.text(name, word).unwrap_or_default().to_lowercase();
        !said.is_empty() && told.lines().any(|line| line.trim_start().starts_with(&format!("- {said};")))
    };
    match held {
        Value::Object(entries) => entries.get(name).and_then(Value::as_str).is_some_and(begins) || entries.values().any(inner),
        Value::Array(items) => items.iter().any(inner),
        _ => false,
    }
}

/// What stands in the sentence of a rule that is cited.
const CITED: [&str; 6] = ["force", "forceNote", "document", "place", "reading", "provisional"];

#[test]
fn every_field_and_every_word_of_a_closed_list_has_a_sentence_of_its_own() {
    let mut lacking = BTreeSet::new();
    for question in questions() {
        let mut found = BTreeSet::new();
        fields(&question.decision, &mut found);
        let own = question.facts["properties"].as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
        let asked: BTreeSet<String> = Rulebook::built_in().whole().asked().iter().map(|asked| asked.path.clone()).collect();
        found.extend(own.into_iter().filter(|name| !asked.iter().any(|path| path == name || path.starts_with(&format!("{name}.")))));
        lacking.extend(found.into_iter().filter(|name| !LABELS.iter().any(|label| label.name == name)));
        words(&question.decision, &mut lacking);
    }
    assert!(lacking.is_empty(), "no label or word: {}", lacking.into_iter().collect::<Vec<_>>().join(", "));
}

/// The fields that hold a word of a closed list with a hyphen in it, and those that hold what somebody wrote.
fn of_words(schema: &Value, name: &str, closed: &mut BTreeSet<String>, free: &mut BTreeSet<String>) {
    let hyphened = |word: &Value| word.as_str().is_some_and(|word| word.contains('-'));
    if schema["enum"].as_array().is_some_and(|words| words.iter().any(hyphened)) {
        closed.insert(name.to_owned());
    } else if schema["type"] == "string" || schema["type"].as_array().is_some_and(|kinds| kinds.iter().any(|kind| kind == "string")) {
        free.insert(name.to_owned());
    }
    for (field, held) in schema["properties"].as_object().into_iter().flatten() {
        of_words(held, field, closed, free);
    }
    for held in ["items", "additionalProperties"] {
        if schema[held].is_object() {
            of_words(&schema[held], name, closed, free);
        }
    }
    for held in ["oneOf", "anyOf"] {
        schema[held].as_array().into_iter().flatten().for_each(|one| of_words(one, name, closed, free));
    }
}

#[test]
fn a_word_of_a_closed_list_is_written_apart_and_nothing_that_somebody_wrote() {
    let (mut closed, mut free) = (BTreeSet::new(), BTreeSet::new());
    questions().iter().for_each(|question| of_words(&question.facts, "", &mut closed, &mut free));
    let closed: Vec<_> = closed.difference(&free).filter(|name| *name != "packs").collect();
    assert_eq!(closed, crate::ask::names::OF_CLOSED_LISTS.iter().collect::<Vec<_>>());
}

/// The words of closed lists that have no sentence.
fn words(schema: &Value, lacking: &mut BTreeSet<String>) {
    let here = schema["enum"].as_array().into_iter().flatten().filter_map(Value::as_str);
    lacking.extend(here.filter(|word| !WORDS.iter().any(|known| known.name == *word)).map(|word| format!("word.{word}")));
    match schema {
        Value::Object(entries) => entries.values().for_each(|held| words(held, lacking)),
        Value::Array(items) => items.iter().for_each(|held| words(held, lacking)),
        _ => {}
    }
}
