//! What a type says of itself, in the way of those who read schemas: editors, builders of forms, and programs that check
//! answers.

use serde_json::{Map, Value, json};

use crate::value::{distinct, truth};

/// What a schema is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Of {
    /// A pack: in the spellings that packs use, each field described.
    Pack,
    /// What is known: each field with a title, as a form shows it. `null` means the same as leaving a field out, and here it
    /// is left out.
    Facts,
    /// An answer: every field told, and no other.
    Answer,
}

/// Longer than anybody writes about one thing.
const LONGEST_TEXT: usize = 10_000;

type Object = Map<String, Value>;

/// Tidies a schema and all that it holds.
pub(super) fn tidy(schema: &mut Value, of: Of) {
    tidy_item(schema, of);
}

/// What stands in a list, in a table of names, or alone: what its type says of itself is not said here.
fn tidy_item(schema: &mut Value, of: Of) {
    let Value::Object(schema) = schema else { return };
    schema.remove("description");
    tidy_type(schema, of);
    if let Some(expected) = schema.remove("expected") {
        schema.insert("description".into(), expected);
    }
}

/// A field; its doc comment is its description.
fn tidy_field(schema: &mut Value, of: Of, is_required: bool) {
    let Value::Object(schema) = schema else { return };
    let about = schema.remove("description");
    let about = about.as_ref().and_then(Value::as_str).unwrap_or_default();
    if of != Of::Answer || !is_required {
        let_go_of_null(schema);
    }
    tidy_type(schema, of);
    if of == Of::Answer && !is_required && schema.get("type") == Some(&json!("boolean")) {
        // It is there only where it says something.
        *schema = Map::from_iter([("const".to_owned(), true.into())]);
    }
    let expected = schema.remove("expected");
    // A form shows what is said first as the label, and the rest beside it.
    let (title, about) = if of == Of::Facts { about.split_once("\n\n").unwrap_or((about, "")) } else { ("", about) };
    if of == Of::Facts {
        schema.insert("title".into(), in_one_line(title).trim_end_matches('.').into());
    }
    let sentences = [Some(about), expected.as_ref().and_then(Value::as_str)];
    let description = in_one_line(&sentences.into_iter().flatten().collect::<Vec<_>>().join(" "));
    if !description.is_empty() {
        schema.insert("description".into(), description.into());
    }
}

fn in_one_line(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

fn tidy_type(schema: &mut Object, of: Of) {
    closed_list(schema, of);
    counted(schema);
    if schema.get("default").is_some_and(|default| default != truth::UNKNOWN) {
        schema.remove("default");
    }
    if of == Of::Pack && schema.get("format") == Some(&json!("date")) {
        schema.insert("pattern".into(), "^[0-9]{4}-[0-9]{2}-[0-9]{2}$".into());
    }
    if of == Of::Facts && is_any_text(schema) {
        schema.insert("maxLength".into(), LONGEST_TEXT.into());
    }
    object(schema, of);
    for held in ["items", "additionalProperties"] {
        schema.get_mut(held).into_iter().for_each(|held| tidy_item(held, of));
    }
    for held in ["anyOf", "oneOf"] {
        schema.get_mut(held).and_then(Value::as_array_mut).into_iter().flatten().for_each(|held| tidy_item(held, of));
    }
}

/// Words that are each described become a plain list of words; where they are read, with their synonyms.
fn closed_list(schema: &mut Object, of: Of) {
    let synonyms = schema.remove("synonyms");
    let words = schema.get("oneOf").and_then(Value::as_array).map(|each| each.iter().map(|one| one["const"].as_str()).collect());
    let words: Option<Vec<&str>> = words.unwrap_or_default();
    let words = words.map(|words| json!(words)).or_else(|| schema.get("enum").filter(|_| is_text(schema)).cloned());
    let Some(words) = (if of == Of::Answer { words } else { synonyms.or(words) }) else { return };
    schema.remove("oneOf");
    schema.insert("type".into(), "string".into());
    let spelt = || spellings(words.as_array().into_iter().flatten().filter_map(Value::as_str)).into();
    schema.insert("enum".into(), if of == Of::Pack { spelt() } else { words });
}

fn is_text(schema: &Object) -> bool {
    schema.get("type") == Some(&json!("string"))
}

fn is_any_text(schema: &Object) -> bool {
    is_text(schema) && !["enum", "oneOf", "pattern", "format", "expected"].iter().any(|more| schema.contains_key(*more))
}

/// Every word of a list, in the spellings that packs use: `concerns-identified`, `concerns_identified`, `concerns identified`.
pub(super) fn spellings<'w>(words: impl Iterator<Item = &'w str>) -> Vec<String> {
    distinct(words.flat_map(|word| [word.to_owned(), word.replace('-', "_"), word.replace('-', " ")]))
}

fn counted(schema: &mut Object) {
    if schema.get("format").and_then(Value::as_str).is_some_and(|format| format.starts_with("uint")) {
        schema.remove("format");
        schema.insert("minimum".into(), 0.into());
        schema.insert("maximum".into(), u32::MAX.into());
    }
}

fn object(schema: &mut Object, of: Of) {
    let required = schema.get("required").cloned().unwrap_or_else(|| json!([]));
    let Some(Value::Object(properties)) = schema.get_mut("properties") else { return };
    for (name, field) in properties {
        let is_required = required.as_array().is_some_and(|required| required.iter().any(|known| known == name));
        tidy_field(field, of, is_required);
    }
    schema.insert("required".into(), required);
    schema.insert("additionalProperties".into(), false.into());
}

/// A field that may be left out is never `null`.
fn let_go_of_null(schema: &mut Object) {
    let is_null = |held: &Value| held == &json!({ "type": "null" });
    if let Some(Value::Array(each)) = schema.get_mut("anyOf")
        && each.iter().any(is_null)
    {
        each.retain(|held| !is_null(held));
        if let [Value::Object(only)] = each.as_mut_slice() {
            let mut only = std::mem::take(only);
            only.remove("description");
            schema.remove("anyOf");
            schema.extend(only);
        }
    }
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|kind| kind != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            schema.insert("type".into(), only);
        }
    }
    if let Some(Value::Array(words)) = schema.get_mut("enum") {
        words.retain(|word| !word.is_null());
    }
}
