//! What a question takes: its own fields, where some are closed lists of what the packs hold, and the facts that these
//! declare.

use serde_json::{Value, json};

use super::declared::Declared;
use super::tidy::{Of, tidy};
use super::{Asked, extend_fields, merged, written};
use crate::engine::rulebook::Rulebook;
use crate::engine::scope::Scope;
use crate::engine::stack::CONCERNS;
use crate::value::meeting::MeetingType;
use crate::value::spelling::word;

/// The schema of what a question takes.
pub(super) fn of(asked: &Asked, rulebook: &Rulebook) -> Value {
    let declared = Declared::of(asked.question, rulebook);
    let mut schema = written::<Scope>(schemars::generate::SchemaSettings::draft07());
    extend_fields(&mut schema, asked.facts.clone());
    tidy(&mut schema, Of::Facts);
    fill(&mut schema, &declared, rulebook);
    if asked.facts["takesDeclaredFacts"] == true {
        let mut open = declared.below("");
        open["properties"] = merged([open["properties"].take(), schema["properties"].take()]);
        schema = merged([schema, open]);
    }
    schema
}

/// Puts what the packs hold into the fields that are of them, however deep they stand.
fn fill(schema: &mut Value, declared: &Declared<'_>, rulebook: &Rulebook) {
    let required = schema["required"].as_array().cloned().unwrap_or_default();
    for (name, field) in schema.get_mut("properties").and_then(Value::as_object_mut).into_iter().flatten() {
        let is_required = required.iter().any(|known| known == name);
        match of_packs(name, field, is_required, declared, rulebook) {
            Some(of_packs) => *field = merged([of_packs, json!({ "title": field["title"] })]),
            None => fill(field, declared, rulebook),
        }
    }
    for held in ["items", "additionalProperties"] {
        schema.get_mut(held).into_iter().for_each(|held| fill(held, declared, rulebook));
    }
}

/// A field that is a closed list of what the packs hold, or an object of the facts that they declare.
fn of_packs(name: &str, field: &Value, is_required: bool, declared: &Declared<'_>, rulebook: &Rulebook) -> Option<Value> {
    match name {
        "area" => Some(perhaps_chosen_from(rulebook.areas().iter().map(|(id, label, _)| (id.to_string(), label.to_string())))),
        "packs" => {
            let ids: Vec<&str> = rulebook.packs().iter().map(|pack| &*pack.document().id).collect();
            Some(json!({ "type": "array", "minItems": 1, "uniqueItems": true, "items": { "type": "string", "enum": ids } }))
        }
        "concernTypes" => Some(json!({ "type": "array", "uniqueItems": true, "items": chosen_from(concern_types(rulebook)) })),
        "concerns" => Some(declared.below(CONCERNS)),
        "meetingType" if is_required => Some(json!({ "type": "string", "enum": meetings(rulebook).map(|(id, _)| id).collect::<Vec<_>>() })),
        "meetingType" => Some(perhaps_chosen_from(meetings(rulebook))),
        "children" if field["items"]["properties"].is_null() => Some(json!({ "type": "array", "minItems": 1, "items": a_child(declared) })),
        _ => None,
    }
}

/// Words to choose from, each with its name.
fn chosen_from(words: impl IntoIterator<Item = (String, String)>) -> Value {
    let one = |(id, label): (String, String)| json!({ "const": id, "title": label });
    json!({ "type": "string", "oneOf": words.into_iter().map(one).collect::<Vec<_>>() })
}

/// The same, where nothing need be chosen. A form takes the first of several for granted unless it is told otherwise: told
/// `null`, it assumes no area and no meeting.
fn perhaps_chosen_from(words: impl IntoIterator<Item = (String, String)>) -> Value {
    let mut schema = chosen_from(words);
    if let Some(words) = schema["oneOf"].as_array_mut() {
        words.push(json!({ "const": null, "title": "Not said" }));
    }
    merged([schema, json!({ "type": ["string", "null"], "default": null })])
}

/// Every meeting, with its name.
fn meetings(rulebook: &Rulebook) -> impl Iterator<Item = (String, String)> {
    let stack = rulebook.whole();
    let named = move |meeting: MeetingType| (word(&meeting), stack.meeting(&meeting).to_string().trim_start_matches("the ").to_owned());
    rulebook.whole().meetings().into_iter().map(named)
}

fn concern_types(rulebook: &Rulebook) -> impl Iterator<Item = (String, String)> {
    let of_packs = rulebook.packs().iter().flat_map(|pack| pack.words.concern_type.iter());
    of_packs.map(|(id, kind)| (id.to_string(), kind.label.to_string()))
}

/// One of several children, with the facts that packs declare of a child.
fn a_child(declared: &Declared<'_>) -> Value {
    let mut child = declared.below("child.");
    child["properties"]["ref"] = json!({ "type": "string", "title": "A reference of your own, never a name" });
    child
}
