//! Judges an author's pack as the library does when it loads one, and makes its object form.

use crate::authored::{self, read_file};
use crate::project::Project;
use anyhow::{Result, anyhow};
use safeguarding_rules::Rulebook;
use safeguarding_rules::author::{Doubt, Manuscript, difference};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Says that a pack is without doubt, or shows each doubt at its line.
pub fn check(project: &Project, file: &str) -> Result<()> {
    println!("{file}: no doubts, {}", judge(project, file)?.counted);
    Ok(())
}

/// The same of every built-in pack.
pub fn check_built_in(project: &Project) -> Result<()> {
    authored::built_in_files(project).iter().try_for_each(|file| check(project, &file.display().to_string()))
}

/// Writes the object form, with the examples by which a pack proves itself when it is loaded, and beside it the sealed form,
/// which was proved here.
pub fn build(project: &Project, file: &str, output: Option<&str>) -> Result<()> {
    let sound = judge(project, file)?;
    let output = output.map_or_else(|| Path::new(file).with_extension("json"), Into::into);
    let sealed = output.with_extension("pack");
    fs::write(&output, format!("{:#}\n", sound.object))?;
    fs::write(&sealed, sound.beneath.seal(&sound.object.to_string())?)?;
    println!("{} and {}: {}", output.display(), sealed.display(), sound.counted);
    Ok(())
}

/// Says what changes between two packs, each a file or the id of a built-in one.
pub fn diff(before: &str, after: &str) -> Result<()> {
    let text = |side: &str| if is_id(side) { Ok(side.to_owned()) } else { read_file(Path::new(side)) };
    let told = difference(&text(before)?, &text(after)?, &Rulebook::built_in());
    println!("{}", told.map_err(|refused| anyhow!("{}", refused.doubt.in_file(if refused.is_after { after } else { before })))?);
    Ok(())
}

fn is_id(side: &str) -> bool {
    let path = Path::new(side);
    !path.is_file() && path.extension().is_none()
}

/// A pack without doubt, and the packs beside which it stands.
struct Sound {
    object: Value,
    beneath: Rulebook,
    counted: String,
}

/// The pack of a file; the error shows each doubt.
fn judge(project: &Project, file: &str) -> Result<Sound> {
    let text = read_file(Path::new(file))?;
    let manuscript = Manuscript::read(&text).map_err(|doubt| doubtful(file, &[doubt]))?;
    let object: Value = serde_json::from_str(&manuscript.object_form())?;
    // The file of a built-in pack stands in that pack's place, and not beside it.
    let is_built_in = is_built_in(project, Path::new(file));
    let beneath = if is_built_in { authored::built_in_without(authored::id(&object)) } else { Rulebook::built_in() };
    let checked = manuscript.check(&beneath);
    if !checked.doubts.is_empty() {
        return Err(doubtful(file, &checked.doubts));
    }
    let counted = format!("{} rules, {} examples", checked.rules, checked.examples);
    Ok(Sound { object, beneath, counted })
}

fn doubtful(file: &str, doubts: &[Doubt]) -> anyhow::Error {
    let shown: Vec<String> = doubts.iter().map(|doubt| doubt.in_file(file)).collect();
    anyhow!("{}\n{file}: doubts: {}", shown.join("\n"), doubts.len())
}

fn is_built_in(project: &Project, file: &Path) -> bool {
    let built_in = authored::built_in_files(project);
    file.canonicalize().is_ok_and(|file| built_in.iter().any(|known| known.canonicalize().is_ok_and(|known| known == file)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOUND: &str = include_str!("../../../tests/own-pack/riverbridge-first.toml");

    #[test]
    fn a_built_in_pack_stands_in_its_own_place() {
        let project = Project::find();
        for file in authored::built_in_files(&project) {
            let sound = judge(&project, &file.display().to_string()).unwrap_or_else(|error| panic!("{error}"));
            assert!(!authored::list(&sound.object, "example").is_empty(), "{}", file.display());
        }
    }

    #[test]
    fn a_built_pack_proves_itself_when_it_is_loaded_and_a_doubtful_one_is_not_built() {
        let folder = std::env::temp_dir().join(format!("safeguarding-{}-build", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let [file, built, sealed] = ["toml", "json", "pack"].map(|ending| folder.join("riverbridge").with_extension(ending));
        let path = file.display().to_string();
        fs::write(&file, SOUND).unwrap();
        build(&Project::find(), &path, None).unwrap();
        let object = fs::read_to_string(&built).unwrap();
        assert_eq!(authored::list(&serde_json::from_str(&object).unwrap(), "example").len(), 2);
        let loaded = [Rulebook::built_in().with(&object).unwrap(), Rulebook::built_in().with_sealed(&fs::read(&sealed).unwrap()).unwrap()];
        for rulebook in loaded {
            assert_eq!(&*rulebook.packs().last().unwrap().document().id, "riverbridge-first");
        }

        fs::remove_file(&built).unwrap();
        fs::remove_file(&sealed).unwrap();
        fs::write(&file, SOUND.replace("misses", "fires")).unwrap();
        let error = build(&Project::find(), &path, None).unwrap_err().to_string();
        assert!(error.starts_with(&format!("{path}:")) && error.contains(": doubts: "), "{error}");
        assert!(!built.exists() && !sealed.exists());
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn files_and_built_in_packs_are_compared() {
        let file = authored::built_in_file(&Project::find(), "county-durham").display().to_string();
        assert!(diff(&file, "county-durham").is_ok());
        assert!(diff("county-durham", "nowhere").unwrap_err().to_string().starts_with("nowhere: neither a file"));
        assert!(diff("nowhere.toml", "county-durham").is_err());
    }
}
