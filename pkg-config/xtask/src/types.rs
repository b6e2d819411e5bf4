//! The types of the package, with the ids of the built-in packs in their places.

use crate::authored::{list, text};
use crate::project::Project;
use anyhow::{Result, ensure};
use safeguarding_rules::Rulebook;
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
    let description: Value = serde_json::from_str(&Rulebook::built_in().answer("describe-packs", "{}")?)?;
    let ids_of = |name: &str| list(&description, name).iter().map(|named| text(named, "id")).collect();
    let ids = [
        ("BuiltInArea", ids_of("areas")),
        ("BuiltInPack", ids_of("packs")),
        ("BuiltInConcernType", ids_of("concernTypes")),
        ("BuiltInMeetingType", ids_of("meetingTypes")),
        ("BuiltInAgency", ids_of("agencies")),
    ];
    let types = ids.into_iter().try_fold(types.to_owned(), |types, (name, ids)| filled(&types, name, ids))?;
    let facts = list(&description, "facts").iter().map(|fact| (text(fact, "path"), text(fact, "question")));
    with_facts(&types, facts.collect())
}

/// The types with the facts that packs declare in their place, each with its question and those of an object together.
fn with_facts(types: &str, facts: Vec<(&str, &str)>) -> Result<String> {
    let place = "export interface BuiltInFacts {}";
    ensure!(types.matches(place).count() == 1, "pkg-config/npm/types.d.ts has no line that says: {place}");
    Ok(types.replace(place, &format!("export interface BuiltInFacts {{{}\n}}", fields(&facts, "  "))))
}

fn fields(facts: &[(&str, &str)], margin: &str) -> String {
    let mut told: Vec<&str> = Vec::new();
    let mut text = String::new();
    for (path, question) in facts {
        let (name, below) = path.split_once('.').map_or((*path, false), |(name, _)| (name, true));
        if told.contains(&name) {
            continue;
        }
        told.push(name);
        if below {
            let inner: Vec<_> =
                facts.iter().filter_map(|(path, question)| Some((path.strip_prefix(name)?.strip_prefix('.')?, *question))).collect();
            let inner = fields(&inner, &format!("{margin}  "));
            text += &format!("\n{margin}/** Facts of it, each by its name. */\n{margin}readonly {name}?: {{{inner}\n{margin}}} | null;");
        } else {
            text += &format!("\n{margin}/** {question} */\n{margin}readonly {name}?: OpenFact;");
        }
    }
    text
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
    fn facts_stand_in_their_place_with_their_questions() {
        let facts = vec![("child.age", "How old?"), ("spocs", "Which?"), ("child.unborn", "Unborn?")];
        let types = with_facts("export interface BuiltInFacts {}\n", facts).unwrap();
        assert_eq!(types.matches("readonly child?: {").count(), 1);
        for part in [
            "    /** How old? */\n    readonly age?: OpenFact;",
            "    readonly unborn?: OpenFact;\n  } | null;",
            "  readonly spocs?: OpenFact;\n}",
        ] {
            assert!(types.contains(part), "{part} is not in {types}");
        }
        assert!(with_facts("", Vec::new()).is_err());
    }

    #[test]
    fn the_types_have_a_place_for_every_list() {
        let types = with_ids(&fs::read_to_string(Project::find().npm().join("types.d.ts")).unwrap()).unwrap();
        assert!(types.contains("| \"county-durham\""), "{types}");
    }
}
