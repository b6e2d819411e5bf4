//! Gives whatever bytes there are to what reads them, for as long as it takes, and goes on where it was stopped.

use crate::command::{ask, program, run, say};
use crate::project::Project;
use crate::tools::ensure_cargo_fuzz;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

const TARGETS: [&str; 5] = ["question", "pack", "manuscript", "sealed", "messages"];
const RUNS: u64 = 1_000_000;
/// So many before what was reached is kept and told.
const AT_ONCE: u64 = 50_000;
/// As much as a pack of a partnership has.
const LONGEST: &str = "-max_len=40000";
const EXECUTED: &str = "stat::number_of_executed_units:";

/// Runs each target a million times in all, or as often as `--runs=` says.
pub fn run_all(project: &Project, words: &[&str]) -> Result<()> {
    let runs = match words {
        [] => RUNS,
        [word] => word.strip_prefix("--runs=").context("fuzz takes --runs=NUMBER alone")?.parse()?,
        _ => bail!("fuzz takes --runs=NUMBER alone"),
    };
    let fuzz = ensure_cargo_fuzz(project)?;
    let mend = "Install rustup from https://rustup.rs: fuzzing takes nightly Rust.";
    if ask(program("rustup", &project.root).args(["run", "nightly", "rustc", "--version"])).is_none() {
        run(program("rustup", &project.root).args(["toolchain", "install", "nightly", "--profile=minimal", "--no-self-update"]), mend)?;
    }
    for target in TARGETS {
        fuzz_target(project, &fuzz, target, runs)?;
    }
    println!("reached: {} readers took or refused {runs} inputs each, made from what led further before", TARGETS.len());
    Ok(())
}

fn fuzz_target(project: &Project, fuzz: &Path, target: &str, runs: u64) -> Result<()> {
    let folder = project.target.join("fuzz").join(target);
    fs::create_dir_all(&folder)?;
    let counted = folder.with_extension("runs");
    let mut done: u64 = fs::read_to_string(&counted).ok().and_then(|told| told.trim().parse().ok()).unwrap_or_default();
    while done < runs {
        let mut command = program("rustup", &project.root);
        // The one of this process is that of the project's own toolchain.
        command.env_remove("CARGO").args(["run", "nightly"]).arg(fuzz).args(["run", "--fuzz-dir", "tests/fuzz", target]);
        command.arg(&folder).arg(project.root.join("tests/fuzz/corpus").join(target));
        command.args(["--", LONGEST, "-timeout=20", "-rss_limit_mb=3000", "-print_final_stats=1"]);
        command.arg(format!("-runs={}", AT_ONCE.min(runs - done)));
        let output = command.output().context("rustup could not be started")?;
        let told = String::from_utf8_lossy(&output.stderr);
        let count = told.lines().find_map(|line| line.strip_prefix(EXECUTED)?.trim().parse::<u64>().ok());
        if !output.status.success() {
            bail!("{target}: an input broke it, or it could not be built:\n{told}");
        }
        done += count.filter(|count| *count > 0).with_context(|| format!("{target} was given nothing:\n{told}"))?;
        fs::write(&counted, done.to_string())?;
        say(&format!("{target}: {done} of {runs}"));
    }
    Ok(())
}
