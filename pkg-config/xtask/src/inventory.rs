//! What the package contains that others have made, asked of Cargo each time it is made.

use crate::command::{ask, cargo, node, program, run, say};
use crate::package::DOOR;
use crate::project::Project;
use crate::tools::WASM_TARGET;
use anyhow::{Context, Result};
use std::fs;

/// Writes the inventory and the licences into the package.
pub fn write(project: &Project) -> Result<()> {
    say("writing down what it contains");
    let folder = project.target.join("inventory");
    fs::create_dir_all(&folder)?;
    let (metadata, tree) = (folder.join("metadata.json"), folder.join("tree.txt"));
    let ask_cargo = |words: &[&str]| ask(cargo(&project.root).args(words)).context("cargo could not tell what the crates depend on");
    fs::write(&metadata, ask_cargo(&["metadata", "--format-version=1", "--filter-platform", WASM_TARGET])?)?;
    // The workshop has everything that the rules have. What only runs while they are compiled is not inside.
    let of_the_door = ["tree", "--package", DOOR, "--features=workshop", "--target", WASM_TARGET];
    fs::write(&tree, ask_cargo(&[&of_the_door[..], &["--edges=normal,no-proc-macro", "--prefix=none"]].concat())?)?;
    let rust = ask(program("rustc", &project.root).arg("--version")).context("rustc could not tell its version")?;
    run(
        node(&project.pkg_config()).arg("inventory.mjs").arg(&metadata).arg(&tree).arg(rust).arg(project.dist()),
        "The message above names the crate.",
    )
}
