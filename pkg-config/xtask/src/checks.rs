//! Runs every test, one step after another, and tells at the end which failed.

use crate::command::{ask, cargo, node, program, run, run_and_read, say};
use crate::package::{self, DOOR, clear, copy_files};
use crate::project::Project;
use crate::prove::{self, Pace};
use crate::tools::{
    WASM_TARGET, ensure_browser, ensure_engines, ensure_hosts, ensure_npm_packages, ensure_python, ensure_wasm_pack, ensure_wasm_target,
    npm_program,
};
use crate::{bulk, count, demo, lint, site, supply, trace};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread::available_parallelism;
use std::time::Instant;

const STEPS: usize = 18;
const FURTHER_STEPS: usize = 9;
/// Half an hour, which no file takes on the busiest machine: one that waits for what never comes is told, and the others go on.
const STANDS_STILL: &str = "--test-timeout=1800000";

pub fn run_all(project: &Project) -> Result<()> {
    let mut report = Report::of(STEPS);
    report.step("set-up", || set_up(project));
    report.step("formatting", || formatting(project));
    report.step("lints", || lints(project));
    report.step("Rust tests", || rust_tests(project));
    report.step("Rust examples in the documentation", || doc_tests(project));
    report.step("every rule of the documents", || trace::check(project));
    report.step("the standing of the documents", || lint::check(project));
    if report.step("the package", || package::make(project).map(|()| "made".to_owned())) {
        report.step("its size", || package::measure(project).map(|()| "within the budget".to_owned()));
        report.step("types", || types(project));
        report.step("the package in Node", || door_tests(project));
        report.step("the same answer natively", || recheck_tests(project));
        report.step("proofs", || prove::prove(project, Pace::Test));
        report.step("the package in its hosts", || host_tests(project, "tests/hosts"));
        report.step("the page", || demo::build_page(project).map(|_| "made".to_owned()));
        report.step("the package and the page in three engines", || engine_tests(project));
        report.step("the elements in a browser", || element_tests(project));
        report.step("the page in a browser", || page_tests(project));
    }
    report.finish()
}

/// Every test, and then what takes too long for each time.
pub fn run_long(project: &Project) -> Result<()> {
    run_all(project)?;
    let mut report = Report::of(FURTHER_STEPS);
    report.step("the package in further hosts", || host_tests(project, "tests/hosts/long"));
    report.step("the door with wasm-pack", || wasm_pack(project));
    report.step("the library with the oldest Rust that it names", || oldest_rust(project));
    report.step("what the crates bring with them", || supply::check(project));
    report.step("the plug-in for servers", || plugin(project));
    report.step("a server in Rust", || rust_server(project));
    report.step("the documentation as a site", || site_tests(project));
    report.step("drafts of a page that is killed", || draft_tests(project));
    report.step("the rules in a warehouse", || bulk::check(project));
    report.finish()
}

struct Report {
    steps: usize,
    lines: Vec<String>,
    failed: usize,
}

impl Report {
    const fn of(steps: usize) -> Self {
        Self { steps, lines: Vec::new(), failed: 0 }
    }

    fn step(&mut self, name: &str, check: impl FnOnce() -> Result<String>) -> bool {
        println!("\n[{}/{}] {name}", self.lines.len() + 1, self.steps);
        let started = Instant::now();
        let outcome = check();
        let seconds = started.elapsed().as_secs_f32();
        let passed = outcome.is_ok();
        let line = match outcome {
            Ok(summary) => format!("ok      {name}: {summary} ({seconds:.1} s)"),
            Err(error) => {
                eprintln!("{error:#}");
                self.failed += 1;
                format!("FAILED  {name} ({seconds:.1} s)")
            }
        };
        println!("  {line}");
        self.lines.push(line);
        passed
    }

    fn finish(self) -> Result<()> {
        println!("\nIn all:");
        for line in &self.lines {
            println!("  {line}");
        }
        let not_run = self.steps - self.lines.len();
        if self.failed > 0 || not_run > 0 {
            bail!("{} of {} steps failed, {not_run} could not be run", self.failed, self.steps);
        }
        println!("\nEvery test passed.");
        Ok(())
    }
}

fn set_up(project: &Project) -> Result<String> {
    ensure_wasm_target(project)?;
    ensure_npm_packages(project)?;
    let browser = ensure_browser(project)?;
    Ok(format!("the browser is {}", browser.display()))
}

fn formatting(project: &Project) -> Result<String> {
    run(cargo(&project.root).args(["fmt", "--all", "--check"]), "Run: cargo fmt --all")?;
    Ok("as cargo fmt writes it".to_owned())
}

fn lints(project: &Project) -> Result<String> {
    let mend = "The lints' messages above say what to change.";
    say("everything, on this machine");
    run(cargo(&project.root).args(["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]), mend)?;
    say("the door to JavaScript, for WebAssembly");
    let door = ["clippy", "--quiet", "--package", DOOR, "--target", WASM_TARGET];
    for features in [&[][..], &["--no-default-features"]] {
        run(cargo(&project.root).args(door).args(features).args(["--", "-D", "warnings"]), mend)?;
    }
    Ok("none".to_owned())
}

fn rust_tests(project: &Project) -> Result<String> {
    let output = run_and_read(
        cargo(&project.root).args(["test", "--workspace", "--lib", "--bins", "--tests", "--no-fail-fast"]),
        "Run one alone with: cargo test NAME",
    )?;
    summary(count::cargo_tests(&output))
}

fn doc_tests(project: &Project) -> Result<String> {
    let output = run_and_read(cargo(&project.root).args(["test", "--package", "safeguarding-rules", "--doc"]), "Run: cargo test --doc")?;
    summary(count::cargo_tests(&output))
}

fn door_tests(project: &Project) -> Result<String> {
    node_tests(project, "tests/door", &[])
}

fn recheck_tests(project: &Project) -> Result<String> {
    run(cargo(&project.root).args(["build", "--quiet", "--example", "recheck"]), "The compiler's message above says what to change.")?;
    let example = project.target.join("debug/examples/recheck").with_extension(std::env::consts::EXE_EXTENSION);
    let mut settings = vec![("SAFEGUARDING_RECHECK", example), ("SAFEGUARDING_XTASK", std::env::current_exe()?)];
    settings.extend(ensure_python(project).map(|python| ("SAFEGUARDING_PYTHON", python)));
    node_tests(project, "tests/recheck", &settings)
}

fn host_tests(project: &Project, folder: &str) -> Result<String> {
    let mut settings = ensure_hosts(project)?;
    settings.push(("SAFEGUARDING_TARBALL", project.tarball()));
    let table = ["--test-reporter=./tests/hosts/table.mjs", "--test-reporter-destination=stdout"].map(str::to_owned);
    node_tests_with(project, folder, &settings, &table)
}

fn engine_tests(project: &Project) -> Result<String> {
    let mut settings = ensure_engines(project)?;
    settings.push(("SAFEGUARDING_DEMO", project.demo()));
    node_tests(project, "tests/engines", &settings)
}

/// Who builds the door with other tools than ours gets the same answers.
fn wasm_pack(project: &Project) -> Result<String> {
    let built = project.target.join("wasm-pack");
    run(
        program(ensure_wasm_pack(project)?, &project.root)
            .args(["build", "pkg-config/wasm", "--target", "web", "--out-dir"])
            .arg(&built)
            .args(["--", "--locked"]),
        "The message above says what stands in wasm-pack's way.",
    )?;
    node_tests(project, "tests/wasm-pack", &[("SAFEGUARDING_WASM_PACK", built)])
}

/// Whoever depends on the library may have no newer Rust than it names.
fn oldest_rust(project: &Project) -> Result<String> {
    let told =
        ask(cargo(&project.root).args(["metadata", "--no-deps", "--format-version=1"])).context("cargo could not describe the crates")?;
    let described: Value = serde_json::from_str(&told)?;
    let crates = described["packages"].as_array().into_iter().flatten();
    let oldest = crates.filter(|named| named["name"] == "safeguarding-rules").find_map(|named| named["rust_version"].as_str());
    let oldest = oldest.context("Cargo.toml names no rust-version")?;
    let mend = "Cargo.toml names a rust-version with which the library cannot be compiled: write a later one, or older Rust.";
    run(
        program("rustup", &project.root).args(["toolchain", "install", oldest, "--profile=minimal", "--no-self-update"]),
        "Install rustup from https://rustup.rs and try again.",
    )?;
    let mut check = program("rustup", &project.root);
    check.args(["run", oldest, "cargo", "check", "--locked", "--all-features", "--package", "safeguarding-rules", "--target-dir"]);
    run(check.arg(project.target.join("oldest-rust")), mend)?;
    Ok(format!("Rust {oldest}"))
}

/// Servers in other languages get the same answers.
fn plugin(project: &Project) -> Result<String> {
    package::make_plugin(project)?;
    let mut settings = vec![("SAFEGUARDING_PLUGIN", project.plugin())];
    settings.extend(ensure_python(project).map(|python| ("SAFEGUARDING_PYTHON", python)));
    node_tests(project, "tests/plugin", &settings)
}

/// By itself, as a portal's own server that depends on the library is built.
fn rust_server(project: &Project) -> Result<String> {
    let (crate_of, built) = (project.root.join("examples/servers/axum"), project.target.join("servers"));
    run(
        cargo(&crate_of).args(["build", "--quiet", "--target-dir"]).arg(&built),
        "The compiler's message above says what to change in examples/servers/axum.",
    )?;
    let server = built.join("debug/rules-server").with_extension(std::env::consts::EXE_EXTENSION);
    node_tests(project, "tests/axum", &[("SAFEGUARDING_AXUM", server)])
}

/// Opened from a folder: what its examples load is beside them.
fn site_tests(project: &Project) -> Result<String> {
    let site = site::build_site(project)?;
    node_tests(project, "tests/site", &[("SAFEGUARDING_CHROMIUM", ensure_browser(project)?), ("SAFEGUARDING_SITE", site)])
}

fn element_tests(project: &Project) -> Result<String> {
    node_tests(project, "tests/elements", &[("SAFEGUARDING_CHROMIUM", ensure_browser(project)?)])
}

fn draft_tests(project: &Project) -> Result<String> {
    node_tests(project, "tests/page/long", &[("SAFEGUARDING_CHROMIUM", ensure_browser(project)?), ("SAFEGUARDING_DEMO", project.demo())])
}

fn page_tests(project: &Project) -> Result<String> {
    let browser = ensure_browser(project)?;
    let statement = project.target.join("accessibility-statement.html");
    let result = node_tests_with(
        project,
        "tests/page",
        &[("SAFEGUARDING_CHROMIUM", browser), ("SAFEGUARDING_DEMO", project.demo())],
        &["--test-reporter=./tests/page/statement.mjs".into(), format!("--test-reporter-destination={}", statement.display())],
    );
    say(&format!("the accessibility statement of this run is {}", statement.display()));
    result
}

fn node_tests(project: &Project, folder: &str, settings: &[(&str, PathBuf)]) -> Result<String> {
    node_tests_with(project, folder, settings, &[])
}

/// Files share nothing and measure no time: as many of them as there are processors. Left alone, Node keeps one idle.
fn several_at_once() -> String {
    format!("--test-concurrency={}", available_parallelism().map_or(1, NonZero::get))
}

/// `further` settings of Node's own, such as a reporter beside the words on the screen.
fn node_tests_with(project: &Project, folder: &str, settings: &[(&str, PathBuf)], further: &[String]) -> Result<String> {
    let files = test_files(&project.root.join(folder))?;
    let output = run_and_read(
        node(&project.root)
            .args(["--test", "--test-reporter=spec", "--test-reporter-destination=stdout", STANDS_STILL])
            .arg(several_at_once())
            .args(further)
            .args(&files)
            .envs(settings.iter().map(|(name, value)| (name, value))),
        &format!("After cargo xtask build, run one file alone with: node --test {folder}/NAME.test.mjs"),
    )?;
    summary(count::node_tests(&output))
}

/// Named one by one, because Node 20 knows no patterns.
fn test_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    if folder.is_dir() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.to_string_lossy().ends_with(".test.mjs") {
                files.push(path);
            }
        }
    }
    if files.is_empty() {
        bail!("there is no *.test.mjs in {}", folder.display());
    }
    files.sort();
    Ok(files)
}

/// No test run is no success.
fn summary(passed: usize) -> Result<String> {
    if passed == 0 {
        bail!("no test was run");
    }
    Ok(format!("{passed} tests passed"))
}

/// Compiles the examples, and real answers of the package, against its types, as a program that depends on it would.
fn types(project: &Project) -> Result<String> {
    let source = project.root.join("tests/door/types");
    let dependent = project.target.join("types");
    clear(&dependent)?;
    copy_files(&source, &dependent)?;
    package::install(project, &dependent)?;
    say("asking the package, for answers to compile");
    run(node(&dependent).arg("capture.mjs"), "The message above says which call failed.")?;
    for settings in ["tsconfig.json", "tsconfig.web.json", "tsconfig.workerd.json"] {
        say(&format!("compiling with {settings}"));
        run(npm_program(project, "tsc").arg("--project").arg(dependent.join(settings)), "The shapes stand in pkg-config/npm/types.d.ts.")?;
    }
    say("checking the page's own modules against the package's types");
    let page = project.root.join("www-demo/app");
    run(npm_program(project, "tsc").arg("--project").arg(page), "What a function of the page takes, it says in JSDoc.")?;
    say("checking the package's manifest");
    run(npm_program(project, "publint").args(["run", "--strict"]).arg(project.tarball()), "See pkg-config/npm/package.json.")?;
    say("finding the types of every entry, as each kind of program does");
    let others = FOR_PAGES.iter().chain(&NO_CODE);
    resolve_types(project, &["--exclude-entrypoints"], others)?;
    resolve_types(project, &["--ignore-rules", "cjs-resolves-to-esm", "--entrypoints"], FOR_PAGES.iter())?;
    Ok("examples and real answers compile".to_owned())
}

/// Entries that are modules only: `require` has the default entry, and the package's README says so.
const FOR_PAGES: [&str; 9] =
    ["./web", "./streams", "./worker", "./script.js", "./parts", "./elements", "./elements.script.js", "./elements.css", "./react"];
/// Entries that no program imports as code, and that have no types.
const NO_CODE: [&str; 5] =
    ["./safeguarding_rules_bg.wasm", "./messages.csv", "./custom-elements.json", "./integrity.json", "./sbom.cdx.json"];

fn resolve_types<'e>(project: &Project, settings: &[&str], entries: impl Iterator<Item = &'e &'static str>) -> Result<()> {
    run(
        npm_program(project, "attw").arg(project.tarball()).args(["--format", "ascii"]).args(settings).args(entries),
        "See the exports in pkg-config/npm/package.json.",
    )
}
