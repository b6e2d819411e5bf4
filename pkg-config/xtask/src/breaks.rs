//! Breaks the project on purpose, in a copy: for each hazard what would bring it about, and the test that notices.

use crate::authored::{list, read_file, text};
use crate::command::{ask, cargo, node, program, say};
use crate::project::Project;
use crate::tools::{ensure_browser, ensure_npm_packages};
use crate::{demo, package};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

const BREAKS: &str = "pkg-config/breaks.toml";

/// One place of one file, written wrong.
pub struct Break {
    pub hazard: String,
    pub is: String,
    pub file: String,
    text: String,
    becomes: String,
    /// The test that notices: a file, and after a colon its name.
    pub noticed: String,
}

/// All of them, in the order of the hazards.
pub fn read(project: &Project) -> Result<Vec<Break>> {
    let told: Value = toml_edit::de::from_str(&read_file(&project.root.join(BREAKS))?).context(BREAKS)?;
    let fields = ["hazard", "is", "file", "text", "becomes", "noticed"];
    let one = |told: &Value| {
        if told.as_object().is_none_or(|given| !given.keys().eq(fields)) {
            bail!("{BREAKS}: expected {} in each, in this order, but one is {told}", fields.join(", "));
        }
        let [hazard, is, file, text, becomes, noticed] = fields.map(|field| text(told, field).to_owned());
        Ok(Break { hazard, is, file, text, becomes, noticed })
    };
    list(&told, "break").iter().map(one).collect()
}

impl Break {
    /// Its file, written wrong; fails where the place is not there exactly once.
    pub fn broken(&self, project: &Project) -> Result<String> {
        let whole = read_file(&project.root.join(&self.file))?;
        let count = whole.matches(&self.text).count();
        if count != 1 || self.text == self.becomes {
            bail!("{BREAKS}: {}: {}: its text stands in {} {count} times, or becomes nothing else", self.hazard, self.is, self.file);
        }
        Ok(whole.replacen(&self.text, &self.becomes, 1))
    }

    fn test(&self) -> (&str, &str) {
        self.noticed.split_once(": ").unwrap_or((&self.noticed, ""))
    }
}

/// Breaks what is named: everything, the hazards of these ids, or with `--every=9` each ninth.
pub fn run(project: &Project, words: &[&str]) -> Result<()> {
    let all = read(project)?;
    let step = words.iter().find_map(|word| word.strip_prefix("--every=")).map_or(Ok(1), str::parse).context("--every takes a number")?;
    let named: Vec<&str> = words.iter().copied().filter(|word| !word.starts_with("--")).collect();
    let chosen: Vec<&Break> = all.iter().filter(|one| named.is_empty() || named.contains(&&*one.hazard)).step_by(step).collect();
    if chosen.is_empty() {
        bail!("none of {BREAKS} is of {}", named.join(", "));
    }
    let copy = Copied::of(project)?;
    let left_out = copy.passes_unbroken(&chosen)?;
    let mut unnoticed = Vec::new();
    for one in chosen.iter().filter(|one| !left_out.contains(&*one.noticed)) {
        let started = Instant::now();
        let outcome = copy.notices(one);
        let told = match &outcome {
            Ok(()) => "noticed".to_owned(),
            Err(error) => format!("NOT NOTICED: {error:#}"),
        };
        say(&format!("{} {}: {told} ({:.0} s)", one.hazard, one.is, started.elapsed().as_secs_f32()));
        unnoticed.extend(outcome.err().map(|_| format!("{} {} ({})", one.hazard, one.is, one.noticed)));
    }
    copy.lay()?;
    for test in &left_out {
        say(&format!("NOT TRIED: {test} says that it is skipped here"));
    }
    if !unnoticed.is_empty() {
        bail!("these were not noticed by the test that is named for them:\n{}", unnoticed.join("\n"));
    }
    let tried: Vec<&&Break> = chosen.iter().filter(|one| !left_out.contains(&*one.noticed)).collect();
    let hazards: BTreeSet<&str> = tried.iter().map(|one| &*one.hazard).collect();
    println!("reached: {} breaks of {} hazards, each noticed by the test that is named for it", tried.len(), hazards.len());
    Ok(())
}

/// How a test is run.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Runner<'t> {
    /// Beside the code that it tests.
    Library,
    /// A folder of tests in Rust.
    Rust(&'t str),
    /// A file of tests of the package, the elements or the page.
    Node(&'t str),
}

impl<'t> Runner<'t> {
    fn of(file: &'t str) -> Self {
        let folder = file.strip_prefix("tests/").and_then(|file| file.split('/').next());
        match folder {
            None => Runner::Library,
            Some(_) if file.ends_with(".mjs") => Runner::Node(file),
            Some(folder) => Runner::Rust(folder),
        }
    }
}

/// The project's files in a folder of their own, where they are broken.
struct Copied<'p> {
    project: &'p Project,
    copy: Project,
}

impl<'p> Copied<'p> {
    fn of(project: &'p Project) -> Result<Self> {
        let folder = project.target.join("breaks");
        let copied = Copied { project, copy: Project { root: folder.join("tree"), target: folder.join("target") } };
        copied.lay()?;
        // This one may be built anew meanwhile, and a test that cannot start it fails whatever is broken.
        fs::create_dir_all(&copied.copy.target)?;
        package::copy(&std::env::current_exe()?, &copied.own_program())?;
        Ok(copied)
    }

    /// Every file as it is. What is the same already stays, so that only what was broken is compiled again.
    fn lay(&self) -> Result<()> {
        let listed = ask(program("git", &self.project.root).args(["ls-files", "--cached", "--others", "--exclude-standard"]));
        let listed = listed.context("git could not list the project's files")?;
        for file in listed.lines().filter(|file| self.project.root.join(file).is_file()) {
            let [from, to] = [&self.project.root, &self.copy.root].map(|root| root.join(file));
            let is = fs::read(&from).with_context(|| format!("could not read {}", from.display()))?;
            if fs::read(&to).is_ok_and(|was| was == is) {
                continue;
            }
            fs::create_dir_all(to.parent().unwrap_or(&self.copy.root))?;
            fs::write(&to, is)?;
        }
        Ok(())
    }

    /// Every test passes in the copy as it is. Gives those that say that they are skipped here, and show nothing.
    fn passes_unbroken(&self, chosen: &[&Break]) -> Result<BTreeSet<String>> {
        let runners: BTreeSet<Runner<'_>> = chosen.iter().map(|one| Runner::of(one.test().0)).collect();
        if runners.iter().any(|runner| matches!(runner, Runner::Node(_))) {
            self.set_up_package()?;
            self.make_package(chosen)?;
        }
        let mut left_out = BTreeSet::new();
        for runner in runners {
            let of_runner = || chosen.iter().filter(|one| Runner::of(one.test().0) == runner);
            let names: BTreeSet<&str> = of_runner().map(|one| one.test().1).collect();
            let told = self.told(runner, &names.iter().copied().collect::<Vec<_>>())?;
            for one in of_runner() {
                if told.outcome(one.test().1) != Outcome::Passed {
                    bail!("{} does not pass with nothing broken:\n{}", one.noticed, told.text);
                }
                if told.is_skipped(one.test().1) {
                    left_out.insert(one.noticed.clone());
                }
            }
        }
        Ok(left_out)
    }

    /// Whether the test that is named fails with it.
    fn notices(&self, one: &Break) -> Result<()> {
        self.lay()?;
        fs::write(self.copy.root.join(&one.file), one.broken(self.project)?)?;
        let (file, name) = one.test();
        if let Runner::Node(_) = Runner::of(file) {
            self.make_package(&[one])?;
        }
        let told = self.told(Runner::of(file), &[name])?;
        match told.outcome(name) {
            Outcome::Failed => Ok(()),
            Outcome::Passed => bail!("{name} passed"),
            Outcome::NotRun => bail!("{name} was not run:\n{}", told.text),
        }
    }

    /// What the package is made with, but for its JavaScript: no break of these needs other rules.
    fn set_up_package(&self) -> Result<()> {
        ensure_npm_packages(self.project)?;
        let [glue, into] = [self.project.glue(), self.copy.glue()];
        if !glue.is_dir() {
            bail!("there is no package to break: run cargo xtask build");
        }
        package::clear(&into)?;
        package::copy_files(&glue, &into)?;
        let [modules, link] = [self.project.pkg_config(), self.copy.pkg_config()].map(|folder| folder.join("node_modules"));
        if link.symlink_metadata().is_err() {
            link_folder(&modules, &link)?;
        }
        Ok(())
    }

    /// With the page, where that is tested.
    fn make_package(&self, tested: &[&Break]) -> Result<()> {
        package::assemble(&self.copy)?;
        package::pack(&self.copy)?;
        if tested.iter().any(|one| one.noticed.starts_with("tests/page/")) {
            demo::build_page(&self.copy)?;
        }
        Ok(())
    }

    fn told(&self, runner: Runner<'_>, names: &[&str]) -> Result<Told> {
        let mut command = match runner {
            Runner::Library => self.cargo(&["--package", "safeguarding-rules", "--lib", "--features=author,schema"], names),
            Runner::Rust(folder) => self.cargo(&["--test", folder], names),
            Runner::Node(file) => self.node(file, names)?,
        };
        let output = command.stdin(Stdio::null()).output().context("a test could not be started")?;
        let text = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
        Ok(Told { text })
    }

    fn cargo(&self, target: &[&str], names: &[&str]) -> Command {
        let mut command = cargo(&self.copy.root);
        command.arg("test").args(target).arg("--target-dir").arg(&self.copy.target);
        command.args(["--", "--show-output"]).args(names);
        command
    }

    fn node(&self, file: &str, names: &[&str]) -> Result<Command> {
        let mut command = node(&self.copy.root);
        command.args(["--test", "--test-reporter=tap"]);
        command.args(names.iter().map(|name| format!("--test-name-pattern=^{}$", escaped(name))));
        command.arg(self.copy.root.join(file));
        command.env("SAFEGUARDING_CHROMIUM", ensure_browser(self.project)?).env("SAFEGUARDING_DEMO", self.copy.demo());
        command.env("SAFEGUARDING_XTASK", self.own_program());
        Ok(command)
    }

    fn own_program(&self) -> PathBuf {
        self.copy.target.join("xtask").with_extension(std::env::consts::EXE_EXTENSION)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Passed,
    Failed,
    NotRun,
}

/// What running tests printed.
struct Told {
    text: String,
}

impl Told {
    /// Did a test in Rust pass for want of what it asks?
    fn is_skipped(&self, name: &str) -> bool {
        self.text.split_once(&format!("::{name} stdout ----\n")).is_some_and(|(_, said)| said.starts_with("SKIPPED: "))
    }

    /// What became of the test of a name. What could not be compiled was not run.
    fn outcome(&self, name: &str) -> Outcome {
        let rust = |line: &str| {
            let (test, outcome) = line.strip_prefix("test ")?.split_once(" ... ")?;
            (test.rsplit("::").next() == Some(name)).then(|| outcome.starts_with("ok"))
        };
        let node = |line: &str| {
            let (outcome, test) = line.split_once(" - ")?;
            let passed = outcome.starts_with("ok ");
            ((passed || outcome.starts_with("not ok ")) && test.replace('\\', "") == name).then_some(passed)
        };
        match self.text.lines().find_map(|line| rust(line.trim()).or_else(|| node(line.trim()))) {
            Some(true) => Outcome::Passed,
            Some(false) => Outcome::Failed,
            None => Outcome::NotRun,
        }
    }
}

/// A name as a pattern that it alone meets.
fn escaped(name: &str) -> String {
    name.chars().flat_map(|sign| if sign.is_ascii_punctuation() { vec!['\\', sign] } else { vec![sign] }).collect()
}

#[cfg(unix)]
fn link_folder(folder: &Path, link: &Path) -> Result<()> {
    Ok(std::os::unix::fs::symlink(folder, link)?)
}

#[cfg(windows)]
fn link_folder(folder: &Path, link: &Path) -> Result<()> {
    Ok(std::os::windows::fs::symlink_dir(folder, link)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_to_be_broken_stands_in_its_file_once() {
        let project = Project::find();
        let all = read(&project).unwrap();
        all.iter().for_each(|one| drop(one.broken(&project).unwrap()));
        assert!(all.len() >= 40, "{}", all.len());
        let mut names: Vec<&str> = all.iter().map(|one| &*one.is).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all.len(), "each is told by its own words");
    }

    #[test]
    fn what_is_not_there_once_is_no_break() {
        let one = |text: &str, becomes: &str| Break {
            hazard: "H01".into(),
            is: "It".into(),
            file: "src/engine/join.rs".into(),
            text: text.into(),
            becomes: becomes.into(),
            noticed: "src/engine/join.rs: it".into(),
        };
        let project = Project::find();
        assert!(one("fn governing", "fn governed").broken(&project).unwrap().contains("fn governed"));
        for (text, becomes) in [("fn nothing_like_it", ""), ("Truth", "Lie"), ("fn governing", "fn governing")] {
            assert!(one(text, becomes).broken(&project).is_err(), "{text}");
        }
    }

    #[test]
    fn a_test_that_fails_is_told_from_one_that_passes_and_from_none() {
        let told = |text: &str| Told { text: text.into() };
        let rust = told("test engine::join::tests::a ... ok\ntest later::bc ... FAILED\n");
        assert_eq!(["a", "bc", "c"].map(|name| rust.outcome(name)), [Outcome::Passed, Outcome::Failed, Outcome::NotRun]);
        let node = told("    ok 1 - check 27: it\\#s\nnot ok 2 - many\n");
        assert_eq!(["check 27: it#s", "many", "man"].map(|name| node.outcome(name)), [Outcome::Passed, Outcome::Failed, Outcome::NotRun]);
        let skipped = told("---- citations::a stdout ----\nSKIPPED: not here\n\n---- b stdout ----\n");
        assert_eq!(["a", "b"].map(|name| skipped.is_skipped(name)), [true, false]);
        assert_eq!(told("error: could not compile").outcome("a"), Outcome::NotRun);
    }
}
