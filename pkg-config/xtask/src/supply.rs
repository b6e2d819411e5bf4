//! What the crates bring with them: advisories, licences, where they come from. By cargo-deny, which must find what is planted too.

use crate::command::{cargo, program, run, say};
use crate::package::clear;
use crate::project::Project;
use crate::tools::ensure_cargo_deny;
use anyhow::{Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// Names the advisory database, which is no part of the project: its files as a .tar.gz.
const ADVISORIES: &str = "SAFEGUARDING_ADVISORIES";
/// Where cargo-deny looks for the database that it would fetch itself.
const DATABASE: &str = "advisory-db-3157b0e258782691";
/// A crate without a licence, of a version with an advisory.
const PLANTED: &str = r#"[package]
name = "planted"
version = "0.0.0"
edition = "2024"

[dependencies]
time = "=0.1.43"

[workspace]
"#;
const PLANTED_ADVISORY: &str = "RUSTSEC-2020-0071";
const MEND: &str = "cargo-deny's message above names the crate. What is allowed stands in pkg-config/deny.toml.";

pub fn check(project: &Project) -> Result<String> {
    let deny = ensure_cargo_deny(project)?;
    let folder = project.target.join("supply");
    clear(&folder)?;
    let mut config = fs::read_to_string(project.pkg_config().join("deny.toml"))?;
    let mut kinds = vec!["licenses", "bans", "sources"];
    let database = database(&folder)?;
    if let Some(database) = &database {
        kinds.push("advisories");
        config += &format!("\n[advisories]\ndb-path = {:?}\n", database.display().to_string());
    }
    let config_file = folder.join("deny.toml");
    fs::write(&config_file, config)?;
    let deny_in = |folder: &Path| {
        let mut command = program(&deny, folder);
        command.arg("--offline").arg("--config").arg(&config_file).arg("check").args(&kinds);
        command
    };
    run(&mut deny_in(&project.root), MEND)?;
    say("and that it would find what is planted");
    let planted = planted(&folder)?;
    let found = deny_in(&planted).output()?;
    let told = String::from_utf8_lossy(&found.stderr);
    let expected = ["unlicensed"].into_iter().chain(database.as_ref().map(|_| PLANTED_ADVISORY));
    if let Some(missed) = expected.into_iter().find(|expected| found.status.success() || !told.contains(expected)) {
        bail!("cargo-deny did not find what was planted: {missed}\n{told}");
    }
    Ok(match database {
        Some(_) => "no advisory, every licence and source allowed".to_owned(),
        None => format!("every licence and source allowed; ADVISORIES WERE NOT LOOKED FOR, as {ADVISORIES} names no database"),
    })
}

/// The folder of the database, made as cargo-deny wants it: a clone that was fetched once.
fn database(folder: &Path) -> Result<Option<PathBuf>> {
    let Some(archive) = std::env::var_os(ADVISORIES) else { return Ok(None) };
    let (files, databases) = (folder.join("files"), folder.join("databases"));
    let clone = databases.join(DATABASE);
    for needed in [&files, &databases] {
        fs::create_dir_all(needed)?;
    }
    let mend = "SAFEGUARDING_ADVISORIES must name the files of the advisory database as a .tar.gz.";
    run(program("tar", &files).arg("-xzf").arg(std::path::absolute(archive)?), mend)?;
    let git = |folder: &Path| {
        let mut git = program("git", folder);
        git.args(["-c", "user.name=xtask", "-c", "user.email=xtask@example.org"]);
        git
    };
    run(git(&files).args(["init", "--quiet"]), mend)?;
    run(git(&files).args(["add", "--all"]), mend)?;
    run(git(&files).args(["commit", "--quiet", "--message", "the advisories"]), mend)?;
    run(git(&databases).args(["clone", "--quiet"]).arg(&files).arg(&clone), mend)?;
    run(git(&clone).args(["fetch", "--quiet"]), mend)?;
    Ok(Some(databases))
}

/// A crate that must be refused, with the sources that it names.
fn planted(folder: &Path) -> Result<PathBuf> {
    let planted = folder.join("planted");
    fs::create_dir_all(planted.join("src"))?;
    fs::write(planted.join("Cargo.toml"), PLANTED)?;
    fs::write(planted.join("src/lib.rs"), "")?;
    let mut fetch = program(cargo(&planted).get_program(), &planted);
    run(fetch.args(["fetch", "--quiet"]), "The registry of crates must be within reach.")?;
    Ok(planted)
}
