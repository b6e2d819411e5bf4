//! Everything that a release needs, done but for the publishing: that is for people, who are told what to do.

use crate::command::{ask, cargo, npm, program, run, say};
use crate::project::{Project, REPOSITORY, VERSION};
use crate::{checks, package, supply};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::fs;
use std::path::Path;

const CRATE: &str = "safeguarding-rules";

/// What stands in the way of a release, in the order in which it was found.
#[derive(Default)]
struct Obstacles(Vec<String>);

impl Obstacles {
    fn meet(&mut self, what: &str, looked: Result<String>) {
        match looked {
            Ok(told) => println!("  ok      {what}: {told}"),
            Err(error) => {
                println!("  FAILED  {what}: {error:#}");
                self.0.push(what.to_owned());
            }
        }
    }
}

/// Does all of it, and says what would be published. `tested` where every test has passed on this very commit already.
pub fn rehearse(project: &Project, tested: bool) -> Result<()> {
    println!("Version {VERSION}. Nothing is published.");
    // What is not committed cannot be built again by anybody.
    let commit = clean_commit(project)?;
    let mut obstacles = Obstacles::default();
    obstacles.meet("the changelog", changelog(&fs::read_to_string(project.root.join("CHANGELOG.md"))?));
    obstacles.meet("where the project is to be found", place());
    if tested {
        obstacles.meet("the tests", Ok("passed before, as --tested says".to_owned()));
    } else {
        obstacles.meet("the tests", checks::run_all(project).map(|()| "passed".to_owned()));
    }
    package::make(project)?;
    package::measure(project)?;
    package::make_plugin(project)?;
    obstacles.meet("versions", versions(project));
    obstacles.meet("licences and sources of the crates", supply::check(project));
    obstacles.meet("the crate", crate_rehearsed(project));
    obstacles.meet("the npm package", npm_rehearsed(project));
    let digests = digests(project)?;
    obstacles.meet("the tree", clean_commit(project).map(|_| "nothing that was made is left uncommitted".to_owned()));
    if !obstacles.0.is_empty() {
        bail!("not ready to be released: {}", obstacles.0.join(", "));
    }
    println!("{}", plan(&commit, &digests));
    Ok(())
}

/// The commit, where nothing beside it lies about.
fn clean_commit(project: &Project) -> Result<String> {
    let git = |words: &[&str]| ask(program("git", &project.root).args(words)).context("git could not be asked");
    let changed = git(&["status", "--porcelain"])?;
    if !changed.is_empty() {
        bail!("commit or put away what was changed first, so that the release can be built again:\n{changed}");
    }
    git(&["rev-parse", "HEAD"])
}

/// The changelog tells of this version.
fn changelog(text: &str) -> Result<String> {
    let heading = |line: &&str| line.strip_prefix("## ").is_some_and(|heading| heading.split([',', ' ']).next() == Some(VERSION));
    match text.lines().find(heading) {
        Some(line) => Ok(line.trim_start_matches("## ").to_owned()),
        None => bail!("CHANGELOG.md has no section {VERSION}. Begin it with: ## {VERSION}, and the day"),
    }
}

/// A release without a place to go to is no fault, and is told.
fn place() -> Result<String> {
    match REPOSITORY {
        "" => Ok("left out, as `repository` in Cargo.toml is empty".to_owned()),
        place if place.starts_with("https://") && !place.ends_with('/') => Ok(place.to_owned()),
        _ => bail!("expected `repository` in Cargo.toml to be an address that begins with https:// and ends without a stroke"),
    }
}

/// The package, its inventory and the lock file bear the version of the workspace.
fn versions(project: &Project) -> Result<String> {
    let json = |file: &Path| -> Result<Value> { Ok(serde_json::from_str(&fs::read_to_string(file)?)?) };
    let package = json(&project.installed().join("package.json"))?;
    let inventory = json(&project.installed().join("sbom.cdx.json"))?;
    for (what, version) in [("package.json", &package["version"]), ("sbom.cdx.json", &inventory["metadata"]["component"]["version"])] {
        if version != VERSION {
            bail!("{what} says {version}, and Cargo.toml {VERSION}");
        }
    }
    Ok(format!("{VERSION} everywhere"))
}

/// Packs the crate, builds it from what was packed, and asks the registry, as `cargo publish` would.
fn crate_rehearsed(project: &Project) -> Result<String> {
    let mend = "Cargo's message above says what stands in the way.";
    run(cargo(&project.root).args(["publish", "--dry-run", "--package", CRATE]), mend)?;
    Ok("packed, and built from what was packed".to_owned())
}

/// Asks npm whether it would take the tarball.
fn npm_rehearsed(project: &Project) -> Result<String> {
    run(
        npm(&project.packed()).args(["publish", "--dry-run", "--silent"]).arg(project.tarball()),
        "npm's message above says what stands in the way.",
    )?;
    Ok("npm would take it".to_owned())
}

/// The digest of each file that is published, as its registry shows it.
fn digests(project: &Project) -> Result<String> {
    let script = "const { createHash } = require('node:crypto'), { readFileSync } = require('node:fs');
        for (const file of process.argv.slice(1)) for (const [kind, form] of [['sha256', 'hex'], ['sha512', 'base64']])
            console.log(`  ${kind}-${createHash(kind).update(readFileSync(file)).digest(form)}  ${file.split(/[\\\\/]/).pop()}`);";
    let packed = project.target.join(format!("package/{CRATE}-{VERSION}.crate"));
    let files = [project.tarball(), packed, project.plugin()].into_iter().filter(|file| file.is_file());
    ask(program("node", &project.root).args(["-e", script]).args(files)).context("the digests could not be made")
}

fn plan(commit: &str, digests: &str) -> String {
    say("everything that a release needs was done");
    format!(
        "
Ready. To release {VERSION}, from commit {commit}:

  git tag --sign v{VERSION} && git push origin v{VERSION}
  cargo publish --locked --package {CRATE}
  npm publish --access public pkg-config/packed/{CRATE}.tgz

and publish with it, beside CHANGELOG.md and target/plugin/{CRATE}.plugin.wasm, these digests:

{digests}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_changelog_has_the_version_as_a_heading_of_its_own() {
        assert_eq!(changelog(&format!("# Changelog\n\n## {VERSION}, 2026-12-01\n\n- a\n")).unwrap(), format!("{VERSION}, 2026-12-01"));
        for wrong in ["## Unreleased\n".to_owned(), format!("## {VERSION}1\n"), format!("### {VERSION}\n"), format!("- since {VERSION}\n")]
        {
            assert!(changelog(&wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_stands_in_the_way_is_kept_and_what_does_not_is_told() {
        let mut obstacles = Obstacles::default();
        obstacles.meet("a", Ok("well".to_owned()));
        obstacles.meet("b", Err(anyhow::anyhow!("not so")));
        assert_eq!(obstacles.0, ["b"]);
    }

    #[test]
    fn the_plan_names_the_commit_the_commands_and_the_digests() {
        let plan = plan("abc123", "  sha256-00  a.tgz");
        for part in ["abc123", "cargo publish --locked", "npm publish", "sha256-00", &format!("v{VERSION}")] {
            assert!(plan.contains(part), "{part}");
        }
    }
}
