//! Sets up what the commands need: the wasm32 target, the npm packages, a browser.

use crate::command::{ask, cargo, node, npm, program, run, say};
use crate::project::Project;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

pub const WASM_TARGET: &str = "wasm32-unknown-unknown";
const OLDEST_NODE: u32 = 20;
const WASM_PACK: &str = "=0.15.1";
const CARGO_DENY: &str = "=0.20.2";
const CARGO_FUZZ: &str = "=0.13.2";
const DSNTK: &str = "=0.3.0";
const CARGO_MUTANTS: &str = "=27.1.0";
const MDBOOK: &str = "=0.5.4";
/// What runs plug-ins, what writes JSON in canonical form, another calendar, and a solver.
const PYTHON_PACKAGES: [&str; 4] = ["extism==1.1.1", "rfc8785==0.1.4", "holidays==0.109", "z3-solver==5.4.0.0"];

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

/// The npm packages of the tools.
pub fn ensure_npm_packages(project: &Project) -> Result<()> {
    ensure_npm_packages_of(project, "pkg-config")
}

/// The npm packages of a folder, exactly as locked. Their install scripts are not run: none is needed.
pub fn ensure_npm_packages_of(project: &Project, name: &str) -> Result<()> {
    ensure_node(project)?;
    let folder = project.root.join(name);
    let lock =
        fs::read(folder.join("package-lock.json")).with_context(|| format!("{name}/package-lock.json is missing: git checkout {name}"))?;
    let stamp = folder.join("node_modules/.installed-lock");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    say(&format!("installing the npm packages of {name}/"));
    run(
        npm(&folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]),
        &format!("Check the connection to the npm registry, then run: npm --prefix {name} ci --ignore-scripts"),
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

/// A browser that the tests drive: the program named by a setting, one that is there, or one that Debian installs.
struct Engine {
    name: &'static str,
    named_by: &'static str,
    programs: &'static [&'static str],
    packages: &'static [&'static str],
}

/// With the fonts that stand in for Arial and Times: without them every letter is that of a much wider one, and no screen's.
const CHROMIUM: Engine = Engine {
    name: "Chromium",
    named_by: "CHROMIUM_PATH",
    programs: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"],
    packages: &["chromium", "fonts-liberation"],
};
const FIREFOX: Engine =
    Engine { name: "Firefox", named_by: "FIREFOX_PATH", programs: &["firefox-esr", "firefox"], packages: &["firefox-esr"] };
/// Its browser comes with its driver, and needs a screen.
const WEBKIT: Engine =
    Engine { name: "WebKitGTK", named_by: "WEBKIT_DRIVER_PATH", programs: &["WebKitWebDriver"], packages: &["webkit2gtk-driver", "xvfb"] };

const PHP: Engine = Engine { name: "PHP", named_by: "PHP_PATH", programs: &["php"], packages: &["php-cli"] };
/// A library of old pages, which no registry of packages for JavaScript has.
const PROTOTYPE: &str = "/usr/share/javascript/prototype/prototype.js";

/// What some hosts stand on that no lock of theirs can name. Where it cannot be had, that is said and the others are tested.
pub fn ensure_hosts(project: &Project) -> Result<Vec<(&'static str, PathBuf)>> {
    let mut found = vec![("SAFEGUARDING_CHROMIUM", ensure_browser(project)?)];
    match ensure(project, &PHP)? {
        Some(php) => found.push(("SAFEGUARDING_PHP", php)),
        None => say("NOT TESTED with PHP: it was not found. Install it, or name it in PHP_PATH."),
    }
    let prototype = PathBuf::from(PROTOTYPE);
    if !prototype.is_file() && can_install_debian_packages() {
        install(project, &["libjs-prototype"])?;
    }
    if prototype.is_file() {
        found.push(("SAFEGUARDING_PROTOTYPE", prototype));
    } else {
        say("NOT TESTED with prototype.js: it was not found. Debian has it as libjs-prototype.");
    }
    Ok(found)
}

/// The engines that the tests open pages in, each with the setting by which it is handed on. On a machine where one cannot be set
/// up, that is said and the others are tested; in CI it is a failure.
pub fn ensure_engines(project: &Project) -> Result<Vec<(&'static str, PathBuf)>> {
    let mut engines = vec![("SAFEGUARDING_CHROMIUM", ensure_browser(project)?)];
    for (setting, engine) in [("SAFEGUARDING_FIREFOX", FIREFOX), ("SAFEGUARDING_WEBKIT", WEBKIT)] {
        match ensure(project, &engine)? {
            Some(found) => engines.push((setting, found)),
            None if std::env::var_os("CI").is_some() => {
                bail!("{} was not found. Install it, or name it in {}.", engine.name, engine.named_by)
            }
            None => say(&format!("NOT TESTED in {}: it was not found. Install it, or name it in {}.", engine.name, engine.named_by)),
        }
    }
    Ok(engines)
}

/// A Chromium to test with. Where Debian cannot install one, Playwright can.
pub fn ensure_browser(project: &Project) -> Result<PathBuf> {
    let mac = PathBuf::from("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    let there = || playwright_browser(project).or_else(|| mac.is_file().then(|| mac.clone()));
    if let Some(found) = found(&CHROMIUM)?.or_else(there) {
        return Ok(found);
    }
    if let Some(installed) = ensure(project, &CHROMIUM)? {
        return Ok(installed);
    }
    say("downloading a Chromium for the tests");
    run(
        npm_program(project, "playwright-core").args(["install", "chromium"]),
        "Install Chromium or Chrome with your system's package manager, or set CHROMIUM_PATH to one, and try again.",
    )?;
    playwright_browser(project)
        .context("no Chromium was found after installing one. Set CHROMIUM_PATH to a Chromium or Chrome and try again.")
}

fn ensure(project: &Project, engine: &Engine) -> Result<Option<PathBuf>> {
    if let Some(found) = found(engine)? {
        return Ok(Some(found));
    }
    if !can_install_debian_packages() {
        return Ok(None);
    }
    install(project, engine.packages)?;
    found(engine)
}

fn install(project: &Project, packages: &[&str]) -> Result<()> {
    let names = packages.join(" ");
    say(&format!("installing Debian's {names}"));
    let mend = format!("Run: apt-get update && apt-get install -y --no-install-recommends {names}");
    run(program("apt-get", &project.root).arg("update"), &mend)?;
    run(
        program("apt-get", &project.root)
            .args(["install", "-y", "--no-install-recommends"])
            .args(packages)
            .env("DEBIAN_FRONTEND", "noninteractive"),
        &mend,
    )
}

fn found(engine: &Engine) -> Result<Option<PathBuf>> {
    let Some(named) = std::env::var_os(engine.named_by) else {
        return Ok(engine.programs.iter().find_map(|name| on_path(name)));
    };
    let named = PathBuf::from(named);
    if !named.is_file() {
        bail!("{} names no file. Set it to {}, or unset it.", engine.named_by, engine.name);
    }
    Ok(Some(named))
}

fn playwright_browser(project: &Project) -> Option<PathBuf> {
    let script = "console.log(require('playwright-core').chromium.executablePath())";
    let path = PathBuf::from(ask(node(&project.pkg_config()).args(["-e", script]))?);
    path.is_file().then_some(path)
}

/// The wasm-pack that is there, or one built now. It finds the wasm-bindgen that it needs by itself.
pub fn ensure_wasm_pack(project: &Project) -> Result<PathBuf> {
    ensure_built(project, "wasm-pack", WASM_PACK, "Install wasm-pack from https://drager.github.io/wasm-pack and try again.")
}

/// The cargo-deny that is there, or one built now.
pub fn ensure_cargo_deny(project: &Project) -> Result<PathBuf> {
    ensure_built(project, "cargo-deny", CARGO_DENY, "Install cargo-deny from https://embarkstudios.github.io/cargo-deny and try again.")
}

/// The cargo-fuzz that is there, or one built now.
pub fn ensure_cargo_fuzz(project: &Project) -> Result<PathBuf> {
    ensure_built(project, "cargo-fuzz", CARGO_FUZZ, "Install cargo-fuzz from https://github.com/rust-fuzz/cargo-fuzz and try again.")
}

/// The dsntk that is there, or one built now: on two processors that takes ten minutes, once.
pub fn ensure_dsntk(project: &Project) -> Result<PathBuf> {
    ensure_built(project, "dsntk", DSNTK, "Install dsntk with: cargo install dsntk")
}

/// The cargo-mutants that is there, or one built now.
pub fn ensure_cargo_mutants(project: &Project) -> Result<PathBuf> {
    ensure_built(project, "cargo-mutants", CARGO_MUTANTS, "Install cargo-mutants from https://mutants.rs and try again.")
}

/// The mdBook that is there, or one built now: on two processors that takes some minutes, once.
pub fn ensure_mdbook(project: &Project) -> Result<PathBuf> {
    ensure_built(project, "mdbook", MDBOOK, "Install mdBook from https://rust-lang.github.io/mdBook and try again.")
}

fn ensure_built(project: &Project, name: &str, version: &str, mend: &str) -> Result<PathBuf> {
    let tools = project.target.join("tools");
    let ours = tools.join(format!("bin/{name}{}", std::env::consts::EXE_SUFFIX));
    if let Some(found) = on_path(name).or_else(|| ours.is_file().then(|| ours.clone())) {
        return Ok(found);
    }
    say(&format!("building {name}"));
    let mut install = cargo(&project.root);
    // What is made once is to be made quickly.
    install.envs([
        ("CARGO_PROFILE_RELEASE_LTO", "off"),
        ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
        ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
    ]);
    run(install.args(["install", name, "--version", version, "--root"]).arg(tools), mend)?;
    Ok(ours)
}

/// A Python with its packages. Where there is none, that is said and the others are tested.
pub fn ensure_python(project: &Project) -> Option<PathBuf> {
    set_up_python(project).map_err(|error| say(&format!("NOT TESTED in Python: {error:#}"))).ok()
}

/// The same, where nothing can be said without it.
pub fn set_up_python(project: &Project) -> Result<PathBuf> {
    let ours = project.target.join("tools/python");
    let python = ours.join("bin/python");
    let stamp = ours.join("packages");
    let wanted = PYTHON_PACKAGES.join("\n");
    if python.is_file() && fs::read_to_string(&stamp).is_ok_and(|there| there == wanted) {
        return Ok(python);
    }
    say("setting up a Python with its packages");
    let mend = "Python needs its modules venv and pip: Debian has them as python3-venv.";
    let found = on_path("python3").context("Python was not found")?;
    run(program(found, &project.root).args(["-m", "venv"]).arg(&ours), mend)?;
    run(program(&python, &project.root).args(["-m", "pip", "install", "--quiet"]).args(PYTHON_PACKAGES), mend)?;
    fs::write(stamp, wanted)?;
    Ok(python)
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
