//! Values that the schemas of facts and answers allow.

use serde_json::{Map, Value, json};

/// Fields that take only what a pack calls by that name, or what is written in one form.
const KNOWN_WORDS: [(&str, [&str; 2]); 5] = [
    ("art9Condition", ["health-or-social-care", "social-protection-law"]),
    ("duty", ["decisions", "minutes"]),
    ("list", ["agenda", "record"]),
    ("ladder", ["threshold", "member-disagrees"]),
    ("salt", ["00112233445566778899aabbccddeeff", "ffeeddccbbaa99887766554433221100"]),
];

/// Values that a schema allows, two where it allows them.
pub(super) fn values(schema: &Value, name: &str) -> Vec<Value> {
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
    // Where packs name the words that they know, those are the ones that are given.
    if let Some(words) = schema["examples"].as_array().filter(|words| !words.is_empty()) {
        return words.iter().take(2).cloned().collect();
    }
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
        // An agency, duties and an item of lists.
        for name in ["police", "decisions", "attendees", "return-by", "collate-returns"] {
            objects.extend(values(of_any_name, name).into_iter().map(|value| json!({ name: value })));
        }
    }
    objects
}

/// What must be given beside every other field.
pub(super) fn required(schema: &Value) -> Map<String, Value> {
    let names = schema["required"].as_array().cloned().unwrap_or_default();
    let names = names.iter().filter_map(Value::as_str).chain(schema["properties"].get("ref").map(|_| "ref"));
    let first = |name: &str| Some((name.to_owned(), values(&schema["properties"][name], name).into_iter().next()?));
    names.filter_map(first).collect()
}
