//! Sets up what the commands need: the wasm32 target, the npm packages, a browser.

use crate::command::{ask, node, npm, program, run, say};
use crate::project::Project;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

pub const WASM_TARGET: &str = "wasm32-unknown-unknown";
const OLDEST_NODE: u32 = 20;

pub fn ensure_wasm_target(project: &Project) -> Result<()> {
    let mut rustc = program("rustc", &project.root);
    let folder = ask(rustc.args(["--print", "target-libdir", "--target", WASM_TARGET]));
    if folder.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    say("adding the Rust target for WebAssembly");
    let mut rustup = program("rustup", &project.root);
    run(
        rustup.args(["target", "add", WASM_TARGET]),
        "Install rustup from https://rustup.rs and try again, or add the wasm32-unknown-unknown target your own way.",
    )
}

/// The npm packages, exactly as locked. Their install scripts are not run: none is needed.
pub fn ensure_npm_packages(project: &Project) -> Result<()> {
    ensure_node(project)?;
    let folder = project.pkg_config();
    let lock = fs::read(folder.join("package-lock.json")).context("pkg-config/package-lock.json is missing: git checkout pkg-config")?;
    let stamp = folder.join("node_modules/.installed-lock");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    say("installing the npm packages of pkg-config/");
    run(
        npm(&folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]),
        "Check the connection to the npm registry, then run: npm --prefix pkg-config ci --ignore-scripts",
    )?;
    fs::write(&stamp, lock)?;
    Ok(())
}

fn ensure_node(project: &Project) -> Result<()> {
    let mend = "Install Node.js 20 or later from https://nodejs.org, or with your system's package manager.";
    let Some(version) = ask(node(&project.root).arg("--version")) else {
        bail!("Node.js was not found. {mend}");
    };
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < OLDEST_NODE) {
        bail!("Node.js {version} is too old. {mend}");
    }
    Ok(())
}

/// A program of the npm packages, run from `pkg-config/`.
pub fn npm_program(project: &Project, name: &str) -> Command {
    let file = if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() };
    let folder = project.pkg_config();
    program(folder.join("node_modules/.bin").join(file), &folder)
}

/// A Chromium to test with: the one named by CHROMIUM_PATH, one that is there, or one set up now.
pub fn ensure_browser(project: &Project) -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM_PATH") {
        let named = PathBuf::from(named);
        if !named.is_file() {
            bail!("CHROMIUM_PATH names no file. Set it to a Chromium or Chrome, or unset it.");
        }
        return Ok(named);
    }
    if let Some(found) = installed_browser().or_else(|| playwright_browser(project)) {
        return Ok(found);
    }
    if can_install_debian_packages() {
        say("installing Debian's chromium");
        let mend = "Run: apt-get update && apt-get install -y --no-install-recommends chromium";
        run(program("apt-get", &project.root).arg("update"), mend)?;
        run(
            program("apt-get", &project.root)
                .args(["install", "-y", "--no-install-recommends", "chromium"])
                .env("DEBIAN_FRONTEND", "noninteractive"),
            mend,
        )?;
    } else {
        say("downloading a Chromium for the tests");
        run(
            npm_program(project, "playwright-core").args(["install", "chromium"]),
            "Install Chromium or Chrome with your system's package manager, or set CHROMIUM_PATH to one, and try again.",
        )?;
    }
    installed_browser()
        .or_else(|| playwright_browser(project))
        .context("no Chromium was found after installing one. Set CHROMIUM_PATH to a Chromium or Chrome and try again.")
}

fn installed_browser() -> Option<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
    let mac = PathBuf::from("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    names.iter().find_map(|name| on_path(name)).or_else(|| mac.is_file().then_some(mac))
}

fn playwright_browser(project: &Project) -> Option<PathBuf> {
    let script = "console.log(require('playwright-core').chromium.executablePath())";
    let path = PathBuf::from(ask(node(&project.pkg_config()).args(["-e", script]))?);
    path.is_file().then_some(path)
}

fn on_path(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(&file)).find(|candidate| candidate.is_file())
}

fn can_install_debian_packages() -> bool {
    let is_root = ask(Command::new("id").arg("-u")).is_some_and(|user| user == "0");
    is_root && Path::new("/etc/debian_version").is_file() && on_path("apt-get").is_some()
}
