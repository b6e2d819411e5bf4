//! The JSON Schemas, which the library makes from its types: of a pack, so that an editor can help its author, and of what each
//! question takes and answers.

use crate::command::say;
use crate::project::Project;
use anyhow::Result;
use safeguarding_rules::{Rulebook, schema};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// Writes them into the package.
pub fn write(project: &Project) -> Result<()> {
    let folder = project.dist().join("schema");
    fs::create_dir_all(&folder)?;
    let write = |name: String, schema: &Value| fs::write(folder.join(name), format!("{schema}\n"));
    fs::write(folder.join("pack.json"), format!("{:#}\n", schema::of_pack()))?;
    for question in schema::of_questions(&Rulebook::built_in()) {
        write(format!("{}.json", question.name), &question.facts)?;
        write(format!("{}.answer.json", question.name), &question.decision)?;
    }
    say("the schemas of packs and of the questions are in pkg-config/dist/schema/");
    Ok(())
}

/// Names of facts for whoever reads a form, in which everything is text: those that are numbers, lists, and texts that may be
/// "yes" without meaning it.
pub fn write_glue(project: &Project) -> Result<()> {
    let questions = schema::of_questions(&Rulebook::built_in());
    let mut names = BTreeMap::new();
    for question in &questions {
        keep_types(&question.facts, &mut names);
    }
    let named = |is: fn(&BTreeSet<&str>) -> bool| -> Value {
        names.iter().filter(|(_, places)| places.iter().any(is)).map(|(name, _)| name.as_str()).collect()
    };
    let glue = format!(
        "export const NUMBERS = {};\nexport const LISTS = {};\nexport const TEXTS = {};\n",
        named(|types| types.contains("integer") && !types.contains("array")),
        named(|types| types.contains("array") && !types.contains("boolean") && (types.len() == 1 || !types.contains("string"))),
        named(|types| types.contains("string") && !types.contains("boolean") && !types.contains("integer")),
    );
    fs::write(project.glue().join("kinds.js"), glue)?;
    Ok(())
}

/// The types of every field of a schema, by its name: one set for each place where a field has that name.
fn keep_types<'s>(schema: &'s Value, names: &mut BTreeMap<String, Vec<BTreeSet<&'s str>>>) {
    for (name, field) in schema["properties"].as_object().into_iter().flatten() {
        let types = field["type"].as_str().into_iter().chain(field["type"].as_array().into_iter().flatten().filter_map(Value::as_str));
        names.entry(name.clone()).or_default().push(types.collect());
        keep_types(field, names);
        keep_types(&field["items"], names);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::authored;
    use jsonschema::Validator;
    use serde_json::json;

    fn validator() -> Validator {
        jsonschema::draft202012::new(&schema::of_pack()).unwrap()
    }

    fn pack(id: &str) -> Value {
        authored::read_pack(&authored::built_in_file(&Project::find(), id)).unwrap()
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
        let packs = authored::built_in(&Project::find()).unwrap();
        assert!(packs.len() >= 7);
        for pack in packs {
            let errors: Vec<String> = validator.iter_errors(&pack).map(|error| format!("{}: {error}", error.instance_path())).collect();
            assert!(errors.is_empty(), "{}: {errors:?}", authored::id(&pack));
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
        // A kind of meeting may be one that the pack declares itself; the checker knows which are.
        assert!(refused(|pack| pack["list_attendees"][0]["meeting"] = json!(["core-group"])).is_empty());
        assert_eq!(refused(|pack| pack["list_attendees"][0]["meeting"] = json!([7])), ["/list_attendees/0/meeting/0"]);
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
        let schema = schema::of_pack();
        let hold = &schema["properties"]["classify_concern"]["items"]["properties"]["hold"];
        assert_eq!(hold["type"], "string");
        let expected = "\"on the same day\", \"within 24 hours\", \"within 5 calendar days\" or \"within 3 working days\".";
        assert!(hold["description"].as_str().unwrap().ends_with(expected), "{hold}");
        assert_eq!(schema["properties"]["document"]["properties"]["title"]["description"], "The document's title.");
    }
}
