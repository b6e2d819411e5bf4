//! Packs as their authors write them: TOML, with examples.

use crate::project::Project;
use anyhow::{Context, Result, anyhow};
use safeguarding_rules::pack::Pack;
use safeguarding_rules::packs;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// The object form, which the library reads.
pub fn object_form(text: &str) -> Result<Value, toml::de::Error> {
    let table: toml::Table = toml::from_str(text)?;
    Ok(serde_json::to_value(table).expect("what TOML holds, JSON holds"))
}

pub fn read_file(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("could not read {}", file.display()))
}

/// The pack in a file, read and not checked.
pub fn read_pack(file: &Path) -> Result<Pack> {
    let object = object_form(&read_file(file)?).with_context(|| format!("{} is not TOML", file.display()))?;
    Pack::read_again(object.to_string().leak()).map_err(|refusal| anyhow!("{} is refused at {refusal}", file.display()))
}

/// The file of a built-in pack.
pub fn built_in_file(project: &Project, id: &str) -> PathBuf {
    project.built_in_packs().join(id).with_extension("toml")
}

/// The files of all built-in packs, in the order of the documents.
pub fn built_in_files(project: &Project) -> Vec<PathBuf> {
    packs::built_in().packs().iter().map(|pack| built_in_file(project, pack.document.id)).collect()
}

/// The built-in packs with their examples, which are not shipped.
pub fn built_in(project: &Project) -> Result<Vec<Pack>> {
    built_in_files(project).iter().map(|file| read_pack(file)).collect()
}
