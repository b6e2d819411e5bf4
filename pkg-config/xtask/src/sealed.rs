//! Puts the sealed packs into the package: each as a file of its own, all of them as text for the entries that carry them inside,
//! and a list of them for the entry that fetches them.

use crate::inline;
use crate::project::Project;
use anyhow::Result;
use safeguarding_rules::{Pack, Rulebook, sealed_packs};
use serde_json::{Value, json};
use std::fmt::Write;
use std::fs;

/// Writes each into the package.
pub fn write(project: &Project) -> Result<()> {
    let folder = project.dist().join("packs");
    fs::create_dir_all(&folder)?;
    for (id, bytes) in sealed_packs() {
        fs::write(folder.join(format!("{id}.pack")), bytes)?;
    }
    Ok(())
}

/// Writes what the entries import.
pub fn write_glue(project: &Project) -> Result<()> {
    fs::write(project.glue().join("packs.js"), texts())?;
    fs::write(project.glue().join("addresses.js"), addresses(&Rulebook::built_in()))?;
    Ok(())
}

fn texts() -> String {
    let texts: Value = sealed_packs().map(|(_, bytes)| inline::as_text(bytes)).collect();
    format!("export const TEXTS = {texts};\n")
}

/// In the order in which they are loaded, each with the areas in which it answers. Each address is written out in full, because
/// bundlers look for exactly this expression.
fn addresses(rulebook: &Rulebook) -> String {
    let mut module = "export const PACKS = [\n".to_owned();
    for pack in rulebook.packs() {
        let (document, areas) = (pack.document(), areas_of(rulebook, pack));
        let [areas, national, for_records] = [json!(areas), document.national.into(), document.always_for_records.into()];
        let address = format!(r#"new URL("./packs/{}.pack", import.meta.url)"#, document.id);
        _ = writeln!(module, "  {{ areas: {areas}, national: {national}, forRecords: {for_records}, address: () => {address} }},");
    }
    module + "];\n"
}

/// The areas whose answers stand on a pack.
fn areas_of(rulebook: &Rulebook, pack: &Pack) -> Vec<String> {
    let stands_on_it = |packs: &[_]| packs.contains(&pack.document().id);
    rulebook.areas().iter().filter(|(_, _, packs)| stands_on_it(packs)).map(|(area, ..)| area.to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_pack_is_listed_with_the_areas_in_which_it_answers() {
        let listed = addresses(&Rulebook::built_in());
        let line = |id: &str| listed.lines().find(|line| line.contains(&format!("/{id}.pack"))).unwrap();
        assert!(line("county-durham").contains(r#"areas: ["county-durham"], national: false, forRecords: false"#));
        assert!(line("multi-agency-meetings").contains(r#""county-durham""#));
        assert!(line("information-sharing").contains("areas: [], national: false, forRecords: true"));
        assert!(line("national-timescales").contains("areas: [], national: true, forRecords: false"));
    }

    #[test]
    fn they_are_listed_in_the_order_in_which_they_are_loaded() {
        let listed = addresses(&Rulebook::built_in());
        let places: Vec<_> = sealed_packs().map(|(id, _)| listed.find(&format!("/{id}.pack")).unwrap()).collect();
        assert!(places.is_sorted());
    }
}
