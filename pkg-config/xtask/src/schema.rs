//! The JSON Schema of a pack, made from the types that read one, so that an editor can help its author.

use crate::command::say;
use crate::project::{Project, VERSION};
use anyhow::Result;
use safeguarding_rules::facts::{Field, Read, Shape};
use safeguarding_rules::pack::Pack;
use serde_json::{Map, Value, json};
use std::fs;

const PLACE: &str = "schema/pack.json";

/// Writes it into the package.
pub fn write(project: &Project) -> Result<()> {
    let file = project.dist().join(PLACE);
    fs::create_dir_all(file.with_file_name(""))?;
    fs::write(file, format!("{:#}\n", of_pack()))?;
    say(&format!("the schema of packs is in pkg-config/dist/{PLACE}"));
    Ok(())
}

fn of_pack() -> Value {
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("A pack of safeguarding-rules {VERSION}"),
    });
    add(&mut schema, of(&Pack::shape()));
    schema
}

fn of(shape: &Shape) -> Value {
    match shape {
        Shape::Text(expected) => json!({ "type": "string", "description": expected }),
        Shape::Word(words) => json!({ "enum": spellings(words) }),
        Shape::Date => json!({ "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Count => json!({ "type": "integer", "minimum": 0, "maximum": u32::MAX }),
        Shape::Answer => json!({ "enum": [true, false, "unknown"] }),
        Shape::List(item) => json!({ "type": "array", "items": of(item) }),
        Shape::OneOrMore(item) => json!({ "anyOf": [of(item), { "type": "array", "items": of(item) }] }),
        Shape::Map(value) => json!({ "type": "object", "additionalProperties": of(value) }),
        Shape::Table { fields, open } => of_table(fields, *open),
        Shape::Elsewhere => json!({ "type": "object" }),
        Shape::Never => json!(false),
        Shape::YesNoOr(_) | Shape::OrNothing(_) => unreachable!("nothing of a pack is of this shape"),
    }
}

fn of_table(fields: &[Field], open: bool) -> Value {
    let written = || fields.iter().filter(|field| !matches!(field.shape, Shape::Never));
    let properties: Map<String, Value> = written().map(|field| (field.name.clone(), of_field(field))).collect();
    let required: Vec<&str> = written().filter(|field| field.is_required).map(|field| field.name.as_str()).collect();
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": open })
}

fn of_field(field: &Field) -> Value {
    let about = field.about.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    let about = match field.shape {
        Shape::Text(expected) if expected != "a text" => format!("{about} Expected: {expected}."),
        _ => about,
    };
    let mut schema = of(&field.shape);
    add(&mut schema, json!({ "description": about }));
    schema
}

/// Every word of a list, in the spellings that packs use: `concerns-identified`, `concerns_identified`, `concerns identified`.
fn spellings(words: &str) -> Vec<String> {
    let each = words.split([' ', '|']).filter(|word| !word.is_empty());
    let mut spellings: Vec<String> = Vec::new();
    for word in each.flat_map(|word| [word.to_owned(), word.replace('-', "_"), word.replace('-', " ")]) {
        if !spellings.contains(&word) {
            spellings.push(word);
        }
    }
    spellings
}

fn add(schema: &mut Value, more: Value) {
    if let (Value::Object(schema), Value::Object(more)) = (schema, more) {
        schema.extend(more);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::authored;
    use jsonschema::Validator;

    fn validator() -> Validator {
        jsonschema::draft202012::new(&of_pack()).unwrap()
    }

    fn pack(id: &str) -> Value {
        authored::object_form(&authored::read_file(&authored::built_in_file(&Project::find(), id)).unwrap()).unwrap()
    }

    /// Where a changed practice guide is refused by its schema.
    fn refused(change: impl FnOnce(&mut Value)) -> Vec<String> {
        let mut pack = pack("multi-agency-meetings");
        change(&mut pack);
        validator().iter_errors(&pack).map(|error| error.instance_path().to_string()).collect()
    }

    #[test]
    fn every_built_in_pack_is_of_the_schema() {
        let validator = validator();
        let ids: Vec<String> = authored::built_in(&Project::find()).unwrap().iter().map(|pack| pack.document.id.to_owned()).collect();
        assert!(ids.len() >= 7);
        for id in ids {
            let errors: Vec<String> =
                validator.iter_errors(&pack(&id)).map(|error| format!("{}: {error}", error.instance_path())).collect();
            assert!(errors.is_empty(), "{id}: {errors:?}");
        }
    }

    #[test]
    fn an_unknown_key_is_not_of_the_schema() {
        assert_eq!(refused(|pack| pack["classify_concern"][0]["hodl"] = json!("on the same day")), ["/classify_concern/0"]);
        assert_eq!(refused(|pack| pack["document"]["hash"] = json!("a")), ["/document"]);
        assert_eq!(refused(|pack| pack["hash"] = json!("a")), [""]);
        assert_eq!(refused(|pack| pack["fact"]["serious_risk"]["ask"] = json!("a")), ["/fact/serious_risk"]);
    }

    #[test]
    fn a_wrong_word_is_not_of_the_schema() {
        assert_eq!(refused(|pack| pack["classify_concern"][0]["force"] = json!("shuold")), ["/classify_concern/0/force"]);
        assert_eq!(refused(|pack| pack["list_attendees"][0]["meeting"] = json!(["picnic"])), ["/list_attendees/0/meeting/0"]);
        assert_eq!(refused(|pack| pack["example"][0]["asks"] = json!("how_soon")), ["/example/0/asks"]);
        assert_eq!(refused(|pack| pack["document"]["status"]["checked_on"] = json!("today")), ["/document/status/checked_on"]);
        assert_eq!(refused(|pack| pack["document"]["national"] = json!("yes")), ["/document/national"]);
    }

    #[test]
    fn a_missing_field_is_not_of_the_schema() {
        let without = |table: &'static str, field: &'static str| {
            refused(move |pack| {
                let table = pack.pointer_mut(table).unwrap().as_object_mut().unwrap();
                assert!(table.remove(field).is_some());
            })
        };
        assert_eq!(without("/classify_concern/0", "says"), ["/classify_concern/0"]);
        assert_eq!(without("", "document"), [""]);
        assert_eq!(without("/document/status", "checked_on"), ["/document/status"]);
        assert_eq!(without("/fact/serious_risk", "asks"), ["/fact/serious_risk"]);
    }

    #[test]
    fn a_field_is_described_as_the_type_describes_it() {
        let schema = of_pack();
        let hold = &schema["properties"]["classify_concern"]["items"]["properties"]["hold"];
        assert_eq!(hold["type"], "string");
        let expected = "Expected: words such as \"on the same day\" or \"within 3 working days\".";
        assert!(hold["description"].as_str().unwrap().ends_with(expected), "{hold}");
        assert_eq!(schema["properties"]["document"]["properties"]["title"]["description"], "The document's title.");
    }
}
