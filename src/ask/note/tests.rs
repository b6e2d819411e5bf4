//! Nothing is silent: each field that the types of facts and answers have is given or answered once, and looked for in the
//! note.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::{answered, case_note};
use crate::ask::request::ToExplain;
use crate::ask::told::Told;
use crate::ask::variables::Variable;
use crate::ask::words::{FOR_PROGRAMS, NAMED, Words};
use crate::engine::rulebook::Rulebook;
use crate::schema::{OfQuestion, of_questions};
use crate::text::labels::{LABELS, WORDS};
use crate::value::json::Json;
use crate::value::read;

/// Where every fact and every word of a pack is known.
const AREAS: [&str; 5] = ["generic", "county-durham", "northamptonshire", "bracknell-forest", "hampshire"];

/// Fields that take only what a pack calls by that name.
const KNOWN_WORDS: [(&str, [&str; 2]); 3] =
    [("duty", ["decisions", "minutes"]), ("list", ["agenda", "record"]), ("ladder", ["cp-conference", "practitioner"])];

fn questions() -> Vec<OfQuestion> {
    of_questions(&Rulebook::built_in())
}

/// Values that a schema allows, two where it allows them.
fn values(schema: &Value, name: &str) -> Vec<Value> {
    if let Some(constant) = schema.get("const") {
        return vec![constant.clone()];
    }
    if let Some(words) = schema["enum"].as_array() {
        return words.iter().filter(|word| !word.is_null()).take(2).cloned().collect();
    }
    for held in ["oneOf", "anyOf"] {
        if let Some(each) = schema[held].as_array() {
            return each.iter().flat_map(|one| values(one, name)).filter(|value| !value.is_null()).take(2).collect();
        }
    }
    let kind = schema["type"].as_array().map_or(&schema["type"], |kinds| kinds.iter().find(|kind| **kind != "null").unwrap());
    match kind.as_str() {
        Some("boolean") => vec![json!(true), json!(false)],
        Some("integer" | "number") => vec![json!(7), json!(8)],
        Some("array") => values(&schema["items"], name).into_iter().map(|item| json!([item])).collect(),
        Some("object") => objects(schema),
        Some("string") => texts(schema, name),
        _ => Vec::new(),
    }
}

fn texts(schema: &Value, name: &str) -> Vec<Value> {
    let is_time = name == "closeOfDay";
    let is_a_date = schema["format"] == "date" || schema.to_string().contains("2026-03-02");
    match (is_time, is_a_date) {
        (true, _) => vec![json!("16:00"), json!("16:30")],
        (_, true) => vec![json!("2026-03-02"), json!("2026-03-03")],
        _ => match KNOWN_WORDS.iter().find(|(known, _)| *known == name) {
            Some((_, words)) => words.iter().map(|word| json!(word)).collect(),
            None => vec![json!(format!("written in {name}")), json!(format!("also in {name}"))],
        },
    }
}

/// An object with each of its fields alone, beside those that it must have.
fn objects(schema: &Value) -> Vec<Value> {
    let fields = schema["properties"].as_object().cloned().unwrap_or_default();
    let required = required(schema);
    let mut objects = Vec::new();
    for (name, field) in fields.iter().filter(|(name, _)| *name != "ref") {
        for value in values(field, name) {
            let mut object = required.clone();
            object.insert(name.clone(), value);
            objects.push(Value::Object(object));
        }
    }
    if let Some(of_any_name) = schema.get("additionalProperties").filter(|held| held.is_object()) {
        for name in ["police", "decisions", "attendees"] {
            objects.extend(values(of_any_name, name).into_iter().map(|value| json!({ name: value })));
        }
    }
    objects
}

fn required(schema: &Value) -> Map<String, Value> {
    let names = schema["required"].as_array().cloned().unwrap_or_default();
    let names = names.iter().filter_map(Value::as_str).chain(schema["properties"].get("ref").map(|_| "ref"));
    let first = |name: &str| Some((name.to_owned(), values(&schema["properties"][name], name).into_iter().next()?));
    names.filter_map(first).collect()
}

fn note(question: &str, facts: &Value, rulebook: &Rulebook) -> Option<String> {
    let request = json!({ "question": question, "facts": facts }).to_string();
    let request: ToExplain = read::text(&request).unwrap();
    let written = request.question.write(&request.facts, rulebook).ok()?;
    let decision = Json::parse(&written).unwrap();
    let told = Told::of(&decision, Words::of(&request.facts, &decision, rulebook));
    Some(case_note(&told, &request, &Variable::of(request.question, &request.facts, rulebook), rulebook))
}

/// What stands under "What was known and asked".
fn known(note: &str) -> String {
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
            let each = values(field, name);
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
            // What heads a line stands there without its name, and what a rule is cited with in its sentence.
            let label = words.label(&name).to_lowercase();
            let written = format!("written in {name}").to_lowercase();
            if !told.contains(label.trim_end_matches('?')) && !told.contains(&written) && !CITED.contains(&name.as_str()) {
                silent.insert(format!("{} {name}: neither {label} nor {written}", question.name));
            }
        }
    }
    assert!(silent.is_empty(), "{}", silent.into_iter().collect::<Vec<_>>().join("\n"));
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
