//! Writes each line of the rules wrong, in a copy, one after the other: does a test notice? What nothing notices stands on a
//! reviewed list with its reason, or is a shortfall. It goes on where it was stopped.

use crate::command::{program, run, say};
use crate::project::Project;
use crate::tools::ensure_cargo_mutants;
use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// What answers: not what it says, nor what only builds or draws.
const ROOMS: [&str; 7] = ["value", "calendar", "pack", "engine", "questions", "check", "ask"];
const REVIEWED: &str = "tests/proofs/survivors.txt";
/// In this order, so that most are noticed by what takes least.
const TESTS: [&str; 3] = ["--lib", "--test=corpus", "--test=rules"];
/// Of a hundred so many must be noticed.
const WANTED: usize = 99;
/// A mutant that never ends is noticed too; on a busy machine the tests take minutes.
const TIMEOUT: &str = "--timeout=1200";
/// What cargo-mutants calls them: those that a run before this one noticed are not tried again.
const NOTICED: [&str; 3] = ["caught", "previously_caught", "timeout"];

/// Tries those of every room, or of the rooms that are named; with `--every=N` each so-manieth.
pub fn run_all(project: &Project, words: &[&str]) -> Result<()> {
    let (settings, rooms): (Vec<&str>, Vec<&str>) = words.iter().partition(|word| word.starts_with("--"));
    let every: usize = match settings[..] {
        [] => 1,
        [word] => word.strip_prefix("--every=").context("mutants takes --every=NUMBER and names of rooms")?.parse()?,
        _ => bail!("mutants takes --every=NUMBER and names of rooms"),
    };
    if let Some(other) = rooms.iter().find(|room| !ROOMS.contains(room)) {
        bail!("{other} is none of the rooms {}", ROOMS.join(", "));
    }
    let mutants = ensure_cargo_mutants(project)?;
    let (mut noticed, mut survivors, mut reviewed_ones) = (0, Vec::new(), 0);
    let reviewed = reviewed(project)?;
    for room in if rooms.is_empty() { ROOMS.to_vec() } else { rooms } {
        let found = in_room(project, &mutants, room, every)?;
        let (known, new): (Vec<_>, Vec<_>) = found.survivors.into_iter().partition(|one| reviewed.contains(one));
        say(&format!("{room}: {} noticed, {} not noticed and reviewed, {} not noticed", found.noticed, known.len(), new.len()));
        noticed += found.noticed;
        reviewed_ones += known.len();
        survivors.extend(new);
    }
    for one in &survivors {
        eprintln!("nothing notices: {one}");
    }
    let all = noticed + survivors.len();
    if all == 0 {
        bail!("there was nothing to try");
    }
    if !survivors.is_empty() || noticed * 100 < WANTED * (all + reviewed_ones) {
        bail!(
            "of {all} wrong lines {noticed} are noticed, and {reviewed_ones} more were reviewed: write a test, or the reason in {REVIEWED}"
        );
    }
    println!("reached: {noticed} wrong lines of Rust are noticed by a test, {reviewed_ones} more make no difference, each for its reason");
    Ok(())
}

struct Found {
    noticed: usize,
    survivors: Vec<String>,
}

fn in_room(project: &Project, mutants: &Path, room: &str, every: usize) -> Result<Found> {
    let output = project.target.join("mutation").join(room);
    fs::create_dir_all(&output)?;
    let mut command = program(mutants, &project.root);
    command.args(["mutants", "--package=safeguarding-rules", "--test-package=safeguarding-rules,safeguarding-rules-tests"]);
    command.args(["--profile=mutants", "--iterate", "--no-shuffle", "--no-times", TIMEOUT]);
    command.arg(format!("--file=src/{room}/**")).arg("--output").arg(&output);
    command.arg("--cargo-arg=--locked").args(TESTS.map(|test| format!("--cargo-arg={test}")));
    if every > 1 {
        command.args(["--sharding=round-robin".to_owned(), format!("--shard=0/{every}")]);
    }
    let ended = run(&mut command, "");
    let told = output.join("mutants.out");
    let listed = |name: &str| -> Vec<String> {
        let text = fs::read_to_string(told.join(name).with_extension("txt")).unwrap_or_default();
        text.lines().filter(|line| !line.is_empty()).map(without_place).collect()
    };
    let noticed = NOTICED.iter().map(|name| listed(name).len()).sum();
    let survivors = listed("missed");
    // It ends otherwise than well where something was not noticed; where it could not begin, nothing is listed.
    if noticed == 0 && survivors.is_empty() {
        ended?;
    }
    Ok(Found { noticed, survivors })
}

/// Without the line, which moves with whatever is written above.
fn without_place(name: &str) -> String {
    let mut parts = name.splitn(4, ':');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(file), Some(_), Some(_), Some(what)) => format!("{file}:{what}"),
        _ => name.to_owned(),
    }
}

/// Each under the reason why nothing notices it, which begins with `#`.
fn reviewed(project: &Project) -> Result<BTreeSet<String>> {
    let text = fs::read_to_string(project.root.join(REVIEWED)).with_context(|| REVIEWED.to_owned())?;
    Ok(text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect())
}

#[test]
fn a_mutant_is_known_whatever_line_it_stands_in() {
    let named = "src/calendar/mod.rs:12:5: replace works -> bool with true in Calendar::works";
    assert_eq!(without_place(named), "src/calendar/mod.rs: replace works -> bool with true in Calendar::works");
}
