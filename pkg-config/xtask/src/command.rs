//! Runs other programs, and says what would help when one cannot run.

use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

/// Says on one line what is being done.
pub fn say(text: &str) {
    println!("  - {text}");
}

/// A program in a folder. npm's programs are scripts with an ending of their own on Windows.
pub fn program(name: impl AsRef<OsStr>, folder: &Path) -> Command {
    let mut command = Command::new(name);
    command.current_dir(folder);
    command
}

/// Cargo, with the dependencies that the lock file names and no others.
pub fn cargo(folder: &Path) -> Command {
    let mut cargo = program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), folder);
    cargo.arg("--locked");
    cargo
}

pub fn npm(folder: &Path) -> Command {
    program(if cfg!(windows) { "npm.cmd" } else { "npm" }, folder)
}

pub fn node(folder: &Path) -> Command {
    program("node", folder)
}

/// Runs it with its output shown; `mend` tells what to do when it fails.
pub fn run(command: &mut Command, mend: &str) -> Result<()> {
    let status = command.status().with_context(|| cannot_start(command, mend))?;
    if !status.success() {
        bail!("this command failed ({status}):\n  {}\n{mend}", line(command));
    }
    Ok(())
}

/// Runs it with its output shown, and gives that output back for counting.
pub fn run_and_read(command: &mut Command, mend: &str) -> Result<String> {
    let mut child = command.env("NO_COLOR", "1").stdout(Stdio::piped()).spawn().with_context(|| cannot_start(command, mend))?;
    let mut output = String::new();
    if let Some(stdout) = child.stdout.take() {
        for shown in BufReader::new(stdout).lines() {
            let shown = shown?;
            println!("{shown}");
            output.push_str(&shown);
            output.push('\n');
        }
    }
    let status = child.wait()?;
    if !status.success() {
        bail!("this command failed ({status}):\n  {}\n{mend}", line(command));
    }
    Ok(output)
}

/// What a program prints when asked, or None where it is missing or refuses.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

fn cannot_start(command: &Command, mend: &str) -> String {
    format!("could not start:\n  {}\n{mend}", line(command))
}

fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
