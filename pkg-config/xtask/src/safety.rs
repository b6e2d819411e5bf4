//! The safety case: what could go wrong for a child, what stands against it, and the tests that show it.

use crate::authored::{list, read_file, text};
use crate::breaks::{self, Break};
use crate::project::{Project, VERSION};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::fs;

const HAZARDS: &str = "pkg-config/hazards.toml";
const PROOFS: &str = "pkg-config/xtask/src/prove.rs";

/// Writes it into the package.
pub fn write(project: &Project) -> Result<()> {
    Ok(fs::write(project.dist().join("docs/safety-case.md"), page(&hazards(project)?, &breaks::read(project)?))?)
}

/// Prints it, and fails where it names what is not there.
pub fn print(project: &Project) -> Result<()> {
    let (hazards, breaks) = (hazards(project)?, breaks::read(project)?);
    println!("{}", page(&hazards, &breaks));
    check(project, &hazards)?;
    check_breaks(&hazards, &breaks)
}

fn hazards(project: &Project) -> Result<Vec<Value>> {
    let told: Value = toml_edit::de::from_str(&read_file(&project.root.join(HAZARDS))?).context(HAZARDS)?;
    let hazards = list(&told, "hazard").to_vec();
    for hazard in &hazards {
        let fields: Vec<&str> = hazard.as_object().into_iter().flat_map(|fields| fields.keys()).map(String::as_str).collect();
        if fields != ["id", "hazard", "cause", "harm", "control", "shown"] {
            bail!(
                "{HAZARDS}: expected id, hazard, cause, harm, control and shown, in this order, but {} has {fields:?}",
                text(hazard, "id")
            );
        }
    }
    Ok(hazards)
}

/// A control, and where it is.
fn controls(hazard: &Value) -> impl Iterator<Item = (&str, &str)> {
    list(hazard, "control").iter().map(|control| (control[0].as_str().unwrap_or_default(), control[1].as_str().unwrap_or_default()))
}

fn tests(hazard: &Value) -> impl Iterator<Item = &str> {
    list(hazard, "shown").iter().filter_map(Value::as_str)
}

/// Every control and test that is named is there, and no hazard goes without.
fn check(project: &Project, hazards: &[Value]) -> Result<()> {
    let mut gaps = Vec::new();
    for (place, hazard) in hazards.iter().enumerate() {
        let id = text(hazard, "id");
        if id != format!("H{:02}", place + 1) {
            gaps.push(format!("{id} stands out of order"));
        }
        if controls(hazard).next().is_none() || tests(hazard).next().is_none() {
            gaps.push(format!("{id} has no control, or no test that shows it"));
        }
        let missing = controls(hazard).map(|(_, stands)| stands).filter(|stands| !control_is_there(project, stands));
        gaps.extend(missing.map(|stands| format!("{id}: there is no control at {stands}")));
        gaps.extend(tests(hazard).filter(|test| !test_is_there(project, test)).map(|test| format!("{id}: there is no test {test}")));
    }
    if gaps.is_empty() { Ok(()) } else { bail!("{HAZARDS}:\n{}", gaps.join("\n")) }
}

/// Every hazard is brought about by some break, and each break is noticed by a test that the hazard names.
fn check_breaks(hazards: &[Value], breaks: &[Break]) -> Result<()> {
    let is_broken = |id: &&str| breaks.iter().any(|one| one.hazard == *id);
    let unbroken = hazards.iter().map(|hazard| text(hazard, "id")).filter(|id| !is_broken(id));
    let mut gaps: Vec<String> = unbroken.map(|id| format!("{id} is brought about by no break")).collect();
    let is_shown =
        |one: &&Break| hazards.iter().any(|hazard| text(hazard, "id") == one.hazard && tests(hazard).any(|test| test == one.noticed));
    gaps.extend(breaks.iter().filter(|one| !is_shown(one)).map(|one| format!("{} does not name {}", one.hazard, one.noticed)));
    if gaps.is_empty() { Ok(()) } else { bail!("{HAZARDS}:\n{}", gaps.join("\n")) }
}

/// A file, and after a colon what stands in it.
fn control_is_there(project: &Project, named: &str) -> bool {
    let (file, within) = named.split_once(": ").unwrap_or((named, ""));
    read_file(&project.root.join(file)).is_ok_and(|text| text.contains(within))
}

/// A test of a file, or a goal of `cargo xtask prove`.
fn test_is_there(project: &Project, named: &str) -> bool {
    let Some((file, name)) = named.split_once(": ") else { return false };
    let file = if file == "prove" { PROOFS } else { file };
    let Ok(text) = read_file(&project.root.join(file)) else { return false };
    let mut announced = false;
    text.lines().map(str::trim).any(|line| {
        let is_it = match () {
            () if file == PROOFS => line.contains(&format!("\"{name}\"")),
            () if file.ends_with(".rs") => announced && line.starts_with(&format!("fn {name}(")),
            () => ["test(", "inEachEngine("].iter().any(|begins| line.starts_with(&format!("{begins}\"{name}\""))),
        };
        announced = line == "#[test]" || (announced && line.starts_with("#["));
        is_it
    })
}

fn page(hazards: &[Value], breaks: &[Break]) -> String {
    let log: String = hazards.iter().map(|hazard| entry(hazard, breaks)).collect();
    format!(
        "# Safety case and hazard log\n\n\
         Version {VERSION}. It is made from `{HAZARDS}` with every build, and the tests hold that each control and each test that it \
         names is there. The form is borrowed from DCB0129, the standard for clinical risk in health IT. **No compliance with it is \
         claimed**: that takes a safety officer who signs, and the deployer's own assessment.\n\n\
         ## What it is for, and what it is not\n\n\
         The library tells how soon professionals must meet about a child, with whom, and on what basis they share, each answer with \
         the paragraph it rests on. It decides nothing: the chair and the manager decide. In immediate danger, 999 comes first. \
         It is used by trained people, beside their own procedures. It is not for the public, and replaces no judgement.\n\n\
         ## How risk is managed\n\n\
         In doubt the most protective outcome holds, and says so. A fault is mended at its mechanism; then the example becomes a test, \
         and its kind a property. `cargo xtask test` runs every test that is named here, `cargo xtask prove` every proof; \
         `cargo xtask breaks` brings each hazard about in a copy, as is told with it, and holds that the test named there fails; \
         `cargo xtask trace --all` leads from each rule of each document to the code that carries it out and to what shows it.\n\n\
         Severity and likelihood are left open. They depend on where and how it is used: the deployer's safety lead scores them, before \
         and after the deployer's own controls.\n\n\
         ## Hazards\n{log}\n\
         ## What is left\n\n\
         Tests show what they ask. The documents are read by people, and two readings may share a mistake. A device may lie about the \
         day, and whoever holds it may read what stands on its screen. Whoever loads a pack of their own answers for its rules.\n\n\
         ## Release\n\n\
         | | name and role | date | signature |\n|---|---|---|---|\n\
         | Safety officer of the manufacturer | | | |\n| Safety officer of the deployer | | | |\n",
    )
}

fn entry(hazard: &Value, breaks: &[Break]) -> String {
    let [id, what, cause, harm] = ["id", "hazard", "cause", "harm"].map(|field| text(hazard, field));
    let controls: String = controls(hazard).map(|(does, stands)| format!("- {does}. `{stands}`\n")).collect();
    let tests: Vec<String> = tests(hazard).map(|test| format!("`{test}`")).collect();
    let broken = breaks.iter().filter(|one| one.hazard == id);
    let broken: String = broken.map(|one| format!("- {} (`{}`): `{}` fails.\n", one.is, one.file, one.noticed)).collect();
    format!(
        "\n### {id}. {what}\n\n{cause} {harm}\n\n{controls}\nShown by {}.\n\nBroken on purpose:\n\n{broken}\nSeverity: … Likelihood: … \
         Risk: … Owner: …\n",
        tests.join("; ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_control_and_test_that_the_safety_case_names_is_there() {
        let project = Project::find();
        let hazards = hazards(&project).unwrap();
        check(&project, &hazards).unwrap();
        check_breaks(&hazards, &breaks::read(&project).unwrap()).unwrap();
        assert!(hazards.len() >= 36, "{}", hazards.len());
    }

    #[test]
    fn a_control_or_test_that_is_gone_is_a_gap() {
        let hazard = |control: &str, shown: &str| json!({"id": "H01", "hazard": "It", "cause": "It.", "harm": "It.", "control": [["It", control]], "shown": [shown]});
        let gaps = |control: &str, shown: &str| check(&Project::find(), &[hazard(control, shown)]).map_err(|gaps| gaps.to_string());
        let (there, shown) = ("src/engine/join.rs: most_protective", "src/engine/join.rs: the_most_protective_governs_and_comes_first");
        assert!(gaps(there, shown).is_ok());
        for control in ["src/engine/joined.rs", "src/engine/join.rs: least_protective"] {
            assert!(gaps(control, shown).unwrap_err().contains("H01: there is no control at"), "{control}");
        }
        // A function that is no test shows nothing.
        for test in ["src/engine/join.rs: most_protective", "src/engine/join.rs", "prove: no goal", "tests/door/many.test.mjs: no test"] {
            assert!(gaps(there, test).unwrap_err().contains("H01: there is no test"), "{test}");
        }
        assert!(check(&Project::find(), &[json!({"id": "H01"})]).is_err());
    }

    #[test]
    fn a_hazard_that_nothing_brings_about_and_a_break_of_none_are_gaps() {
        let mut breaks = breaks::read(&Project::find()).unwrap();
        breaks.truncate(1);
        let hazard = |id: &str, shown: &str| json!({"id": id, "shown": [shown]});
        let gaps = |hazards: &[Value]| check_breaks(hazards, &breaks).map_err(|gaps| gaps.to_string());
        let noticed = &breaks[0].noticed;
        assert!(gaps(&[hazard("H01", noticed)]).is_ok());
        assert!(gaps(&[hazard("H01", noticed), hazard("H02", noticed)]).unwrap_err().contains("H02 is brought about by no break"));
        assert!(gaps(&[hazard("H01", "another")]).unwrap_err().contains("H01 does not name"));
    }

    #[test]
    fn the_page_claims_nothing_and_leaves_the_signature_blank() {
        let page =
            page(&[json!({"id": "H01", "hazard": "A", "cause": "B.", "harm": "C.", "control": [["D", "e.rs"]], "shown": ["f: g"]})], &[]);
        assert!(page.contains("### H01. A\n\nB. C.\n\n- D. `e.rs`\n\nShown by `f: g`."), "{page}");
        assert!(page.contains("**No compliance with it is claimed**"), "{page}");
        assert!(page.contains("| Safety officer of the deployer | | | |"), "{page}");
    }
}
