//! Packs as their authors write them: TOML, with examples.

use crate::project::Project;
use anyhow::{Context, Result, anyhow};
use safeguarding_rules::author::Manuscript;
use safeguarding_rules::{Rulebook, sealed_packs};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// The object form, which the library reads.
fn object_form(text: &str) -> Result<Value> {
    let manuscript = Manuscript::read(text).map_err(|doubt| anyhow!("{}", doubt.shown))?;
    Ok(serde_json::from_str(&manuscript.object_form())?)
}

pub fn read_file(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("could not read {}", file.display()))
}

/// The pack in a file, as it is written there.
pub fn read_pack(file: &Path) -> Result<Value> {
    object_form(&read_file(file)?).with_context(|| file.display().to_string())
}

/// The file of a built-in pack.
pub fn built_in_file(project: &Project, id: &str) -> PathBuf {
    project.built_in_packs().join(id).with_extension("toml")
}

/// The files of all built-in packs, in the order of the documents.
pub fn built_in_files(project: &Project) -> Vec<PathBuf> {
    sealed_packs().map(|(id, _)| built_in_file(project, id)).collect()
}

/// The built-in packs with their examples, which are not shipped.
pub fn built_in(project: &Project) -> Result<Vec<Value>> {
    built_in_files(project).iter().map(|file| read_pack(file)).collect()
}

/// The built-in packs, but for one and those that stand on it: another may stand in its place.
pub fn built_in_without(id: &str) -> Rulebook {
    let mut rulebook = Rulebook::without_packs();
    let mut open: Vec<(&str, &[u8])> = sealed_packs().filter(|(known, _)| *known != id).collect();
    // Each goes in once those that it stands on are there.
    loop {
        let before = open.len();
        open.retain(|(_, sealed)| rulebook.with_sealed(sealed).map(|with| rulebook = with).is_err());
        if open.len() == before {
            return rulebook;
        }
    }
}

/// A text of a pack, and an empty one where there is none.
pub fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    value[name].as_str().unwrap_or_default()
}

/// A list of a pack, and an empty one where there is none.
pub fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

/// The entries of a table of names.
pub fn entries<'v>(value: &'v Value, name: &str) -> impl Iterator<Item = (&'v String, &'v Value)> {
    value[name].as_object().into_iter().flatten()
}

/// The id of a pack.
pub fn id(pack: &Value) -> &str {
    text(&pack["document"], "id")
}

/// Every rule of a pack, with the table in which it stands.
pub fn rules(pack: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let lists = pack.as_object().into_iter().flatten().filter(|(name, _)| !["caution", "example"].contains(&name.as_str()));
    lists.flat_map(|(name, list)| list.as_array().into_iter().flatten().map(move |rule| (name.as_str(), rule)))
}
