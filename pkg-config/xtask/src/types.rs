//! The types of the package: what is worded by hand, with facts and answers, and the ids of the built-in packs, in their places.

use crate::authored::{list, text};
use crate::project::Project;
use crate::typescript;
use anyhow::{Result, ensure};
use safeguarding_rules::{Rulebook, schema};
use serde_json::Value;
use std::fs;

/// Writes them into the package, for `import` and for `require`.
pub fn write(project: &Project) -> Result<()> {
    let types = with_ids(&fs::read_to_string(project.npm().join("types.d.ts"))?)?;
    for file in ["index.d.ts", "index.d.cts"] {
        fs::write(project.dist().join(file), &types)?;
    }
    Ok(())
}

fn with_ids(types: &str) -> Result<String> {
    let rulebook = Rulebook::built_in();
    let description: Value = serde_json::from_str(&rulebook.answer("describe-packs", "{}")?)?;
    let ids_of = |name: &str| list(&description, name).iter().map(|named| text(named, "id")).collect();
    let (codes, sentences) = (rulebook.codes(), rulebook.sentences());
    let ids = [
        ("BuiltInArea", ids_of("areas")),
        ("BuiltInPack", ids_of("packs")),
        ("BuiltInConcernType", ids_of("concernTypes")),
        ("BuiltInMeetingType", ids_of("meetingTypes")),
        ("BuiltInAgency", ids_of("agencies")),
        ("BuiltInCode", codes.iter().map(|(_, code)| &**code).collect()),
        ("BuiltInMessage", sentences.iter().map(|(name, _)| &**name).collect()),
    ];
    let types = ids.into_iter().try_fold(types.to_owned(), |types, (name, ids)| filled(&types, name, ids))?;
    with_declarations(&types, &typescript::declarations(&schema::of_types(&rulebook)))
}

/// The types with those of facts and answers in their place.
fn with_declarations(types: &str, declarations: &str) -> Result<String> {
    let place = "// Filled in from the types of the library.\n\n";
    ensure!(types.matches(place).count() == 1, "pkg-config/npm/types.d.ts has no line that says: {}", place.trim_end());
    Ok(types.replace(place, declarations))
}

/// The types with these ids in the place of one, each once.
fn filled(types: &str, name: &str, mut ids: Vec<&str>) -> Result<String> {
    let place = format!("export type {name} = string;");
    ensure!(types.matches(&place).count() == 1, "pkg-config/npm/types.d.ts has no line that says: {place}");
    ids.sort_unstable();
    ids.dedup();
    let ids: String = ids.iter().map(|id| format!("\n  | \"{id}\"")).collect();
    Ok(types.replace(&place, &format!("export type {name} ={ids};")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_stand_in_their_place_each_once() {
        let types = "export type A = string;\nexport type B = string;\n";
        assert_eq!(filled(types, "A", vec!["y", "x", "y"]).unwrap(), "export type A =\n  | \"x\"\n  | \"y\";\nexport type B = string;\n");
        assert!(filled(types, "C", vec!["x"]).is_err());
    }

    #[test]
    fn facts_and_answers_stand_in_their_place() {
        let types = "// A\n\n// Filled in from the types of the library.\n\n// B\n";
        assert_eq!(with_declarations(types, "export type C = 1;\n\n").unwrap(), "// A\n\nexport type C = 1;\n\n// B\n");
        assert!(with_declarations("", "").is_err());
    }

    #[test]
    fn the_types_have_a_place_for_every_list() {
        let types = with_ids(&fs::read_to_string(Project::find().npm().join("types.d.ts")).unwrap()).unwrap();
        for told in
            ["| \"county-durham\"", "| \"do-not-wait\"", "| \"how_soon.HOLD\"", "export interface ClassifyConcernFacts extends Scope {"]
        {
            assert!(types.contains(told), "{told} is not in {types}");
        }
    }
}
