//! Makes the npm package: Rust to WebAssembly, the glue, the entries, the folder, the tarball.

use crate::command::{ask, cargo, node, npm, program, run, say};
use crate::project::{Project, REPOSITORY, VERSION};
use crate::tools::{WASM_TARGET, ensure_npm_packages, ensure_wasm_target, npm_program};
use crate::{docs, inline, inventory, messages, safety, schema, sealed, types};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use wasm_bindgen_cli_support::Bindgen;

/// The crate that pages and Node load.
pub const DOOR: &str = "safeguarding-rules-wasm";

const NAME: &str = "safeguarding-rules";

/// A binary that is made of the door, with its glue.
#[derive(Clone, Copy)]
struct Binary {
    about: &'static str,
    stem: &'static str,
    features: &'static [&'static str],
}

impl Binary {
    fn file(self) -> String {
        format!("{}_bg.wasm", self.stem)
    }
}

const RULES: Binary = Binary { about: "the rules", stem: "safeguarding_rules", features: &["--no-default-features"] };
/// For authors of packs, in an entry of its own: nobody else loads it.
const WORKSHOP: Binary =
    Binary { about: "the workshop", stem: "safeguarding_rules_workshop", features: &["--no-default-features", "--features=workshop"] };

/// For what is loaded with a page. Node shows the name and the line that an error came from: for it both are kept.
const SMALLER: &str = "--minify";

/// Named one by one: all features together emit what Node 20 refuses.
const WASM_FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Its usual passes, over a flat form first and then again. What it would copy into its callers compresses worse there.
/// The stack's far end stands at the bottom of the memory, so that no address of anything is as small as a field's offset.
const SHRINKING: [&str; 7] = [
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--always-inline-max-function-size=0",
    "--one-caller-inline-max-function-size=0",
    "--low-memory-unused",
];

/// Makes the package and measures it.
pub fn build(project: &Project) -> Result<()> {
    make(project)?;
    measure(project)
}

pub fn make(project: &Project) -> Result<()> {
    ensure_wasm_target(project)?;
    ensure_npm_packages(project)?;
    let glue = project.glue();
    clear(&glue)?;
    for binary in [RULES, WORKSHOP] {
        bind(binary, &compile(project, binary)?, &glue, Names::Dropped)?;
        shrink(project, binary, &glue, Names::Dropped)?;
        let file = glue.join(binary.file());
        fs::write(file.with_extension("json"), Value::from(inline::as_text(&fs::read(&file)?)).to_string())?;
    }
    sealed::write_glue(project)?;
    schema::write_glue(project)?;
    fs::write(glue.join("version.js"), format!("export const VERSION = \"{VERSION}\";\n"))?;
    assemble(project)?;
    pack(project)?;
    say("the package is in pkg-config/dist/, and packed in pkg-config/packed/");
    Ok(())
}

/// Makes the plug-in for servers in any language.
pub fn make_plugin(project: &Project) -> Result<()> {
    ensure_wasm_target(project)?;
    ensure_npm_packages(project)?;
    let file = project.plugin();
    clear(&project.target.join("plugin"))?;
    copy(&compile_crate(project, "the plug-in", "safeguarding-rules-plugin", &[])?, &file)?;
    shrink_file(project, &file, Names::Dropped)?;
    say(&format!("the plug-in is {}", file.display()));
    Ok(())
}

/// Prints the sizes, and fails where one is over its budget.
pub fn measure(project: &Project) -> Result<()> {
    run(
        node(&project.pkg_config()).arg("sizes.mjs").arg(project.dist()).arg(project.tarball()),
        "The package is over its size budget: see which dependency or text grew it. The budgets stand in pkg-config/sizes.mjs.",
    )
}

/// Prints what each dependency costs: the shipped binary once more, with the names by which its functions are told apart.
pub fn attribute(project: &Project) -> Result<()> {
    ensure_wasm_target(project)?;
    ensure_npm_packages(project)?;
    let folder = project.target.join("sizes");
    clear(&folder)?;
    bind(RULES, &compile(project, RULES)?, &folder, Names::Kept)?;
    shrink(project, RULES, &folder, Names::Kept)?;
    run(
        node(&project.pkg_config()).arg("dependencies.mjs").arg(folder.join(RULES.file())),
        "The names of the functions are read in pkg-config/dependencies.mjs.",
    )
}

/// Are the names of functions kept in the binary? They are half its size, and nothing that is shipped reads them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Names {
    Kept,
    Dropped,
}

fn compile(project: &Project, binary: Binary) -> Result<PathBuf> {
    compile_crate(project, binary.about, DOOR, binary.features)
}

fn compile_crate(project: &Project, about: &str, name: &str, features: &[&str]) -> Result<PathBuf> {
    say(&format!("compiling {about} to WebAssembly"));
    run(
        cargo(&project.root)
            .args(["build", "--release", "--package", name, "--target", WASM_TARGET])
            .args(features)
            .arg("--config")
            .arg(without_local_paths(project))
            .arg("--target-dir")
            .arg(&project.target),
        "The compiler's message above says what to change.",
    )?;
    Ok(project.target.join(WASM_TARGET).join("release").join(name.replace('-', "_")).with_extension("wasm"))
}

/// The compiler writes source paths into the binary. Shortened, they name no folder of this machine,
/// and every machine builds the same bytes.
fn without_local_paths(project: &Project) -> String {
    let cargo_home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo_home = cargo_home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let shorten = |folder: &Path, name: &str| format!("--remap-path-prefix={}={name}", folder.display());
    let mut flags = vec![shorten(&project.root, "safeguarding-rules")];
    flags.extend(cargo_home.map(|home| shorten(&home.join("registry/src"), "crates")));
    flags.extend(standard_library(project).map(|(sources, name)| shorten(&sources, &name)));
    format!("target.{WASM_TARGET}.rustflags = {}", Value::from(flags))
}

/// Where the sources of the standard library are installed, the compiler names them; elsewhere it names their commit.
fn standard_library(project: &Project) -> Option<(PathBuf, String)> {
    let rustc = || program("rustc", &project.root);
    let sysroot = ask(rustc().args(["--print", "sysroot"]))?;
    let version = ask(rustc().args(["--version", "--verbose"]))?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "))?;
    Some((Path::new(&sysroot).join("lib/rustlib/src/rust"), format!("/rustc/{commit}")))
}

fn bind(binary: Binary, compiled: &Path, folder: &Path, names: Names) -> Result<()> {
    say("making the JavaScript glue");
    Bindgen::new()
        .input_path(compiled)
        .out_name(binary.stem)
        .web(true)?
        .typescript(false)
        // The entries say where the binary is; the glue must not guess.
        .omit_default_module_path(true)
        .reset_state_function(true)
        .remove_name_section(names == Names::Dropped)
        .remove_producers_section(true)
        .generate(folder)
        .context("wasm-bindgen could not read what the compiler made: its version in pkg-config/wasm/Cargo.toml and in pkg-config/xtask/Cargo.toml must be the same")
}

fn shrink(project: &Project, binary: Binary, folder: &Path, names: Names) -> Result<()> {
    shrink_file(project, &folder.join(binary.file()), names)
}

fn shrink_file(project: &Project, binary: &Path, names: Names) -> Result<()> {
    say("making the binary smaller");
    run(
        npm_program(project, "wasm-opt")
            .args(SHRINKING)
            .args(["--strip-producers", "--strip-target-features"])
            .arg(if names == Names::Kept { "--debuginfo" } else { "--strip-debug" })
            .args(WASM_FEATURES)
            .arg(binary)
            .arg("-o")
            .arg(binary),
        "If a feature is unknown to it, name that feature in pkg-config/xtask/src/package.rs, if Node 20 has it.",
    )
}

/// Writes its folder, around the binaries that are there.
pub fn assemble(project: &Project) -> Result<()> {
    say("writing the package");
    let (npm, dist) = (project.npm(), project.dist());
    clear(&dist)?;
    bundle(project, "index.js", "index.js", &["--format=esm"])?;
    bundle(project, "index.js", "index.cjs", &["--format=cjs"])?;
    bundle(project, "index.js", "script.js", &["--format=iife", "--global-name=safeguardingRules", SMALLER])?;
    bundle(project, "web.js", "web.js", &["--format=esm", SMALLER])?;
    // The elements share the binary of the default entry; the one for a script tag carries its own.
    bundle(
        project,
        "elements/index.js",
        "elements.js",
        &["--format=esm", "--alias:safeguarding-rules=./index.js", "--external:./index.js", SMALLER],
    )?;
    bundle(project, "elements/index.js", "elements.script.js", &["--format=iife", "--alias:safeguarding-rules=./dist/index.js", SMALLER])?;
    bundle(project, "parts.js", "parts.js", &["--format=esm", SMALLER])?;
    bundle(project, "workerd.js", "workerd.js", &["--format=esm", "--external:./safeguarding_rules_bg.wasm"])?;
    let texts = "--loader:.toml=text";
    bundle(project, "workshop.js", "workshop.js", &["--format=esm", texts])?;
    bundle(project, "workshop.js", "workshop.cjs", &["--format=cjs", texts])?;
    // Beside the default entry of the same kind, which they ask.
    for (output, format, rules) in [("records.js", "--format=esm", "./index.js"), ("records.cjs", "--format=cjs", "./index.cjs")] {
        let [alias, external] = [format!("--alias:safeguarding-rules={rules}"), format!("--external:{rules}")];
        bundle(project, "records.js", output, &[format, &alias, &external])?;
    }
    bundle(project, "worker.js", "worker.js", &["--format=esm"])?;
    let inside = ["--format=esm", "--alias:safeguarding-rules=./index.js", "--external:./index.js"];
    // What reads tables is a library of others, which says in this field where it begins, and in Node could ask for `stream`. Its
    // syntax stays: made shorter, it would hold signs that are no plain text.
    let shorter = ["--main-fields=main", "--external:stream", "--minify-whitespace", "--minify-identifiers"];
    bundle(project, "streams.js", "streams.js", &[&inside[..], &shorter].concat())?;
    let streams = ["--alias:safeguarding-rules/streams=./streams.js", "--external:./streams.js"];
    bundle(project, "worker-inside.js", "worker-inside.js", &[&streams[..], &inside].concat())?;
    // Beside the workshop, which it asks.
    bundle(
        project,
        "command.js",
        "command.js",
        &["--format=esm", "--external:node:*", "--alias:safeguarding-rules/workshop=./workshop.js", "--external:./workshop.js"],
    )?;
    copy(&project.glue().join(RULES.file()), &dist.join(RULES.file()))?;
    sealed::write(project)?;
    for file in [
        "web.d.ts",
        "script.d.ts",
        "elements.d.ts",
        "elements.script.d.ts",
        "elements.css.d.ts",
        "parts.d.ts",
        "react.d.ts",
        "custom-elements.json",
        "workshop.d.ts",
        "records.d.ts",
        "streams.d.ts",
        "worker.d.ts",
        "README.md",
    ] {
        copy(&npm.join(file), &dist.join(file))?;
    }
    for entry in ["workshop", "records"] {
        let types = fs::read_to_string(npm.join(entry).with_extension("d.ts"))?;
        fs::write(dist.join(entry).with_extension("d.cts"), for_require(&types))?;
    }
    copy(&npm.join("elements/elements.css"), &dist.join("elements.css"))?;
    copy_files(&npm.join("docs"), &dist.join("docs"))?;
    copy_files(&npm.join("examples"), &dist.join("examples"))?;
    for file in ["CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT", "SECURITY.md"] {
        copy(&project.root.join(file), &dist.join(file))?;
    }
    schema::write(project)?;
    types::write(project)?;
    messages::write(project)?;
    fs::write(dist.join("package.json"), manifest(&fs::read_to_string(npm.join("package.json"))?, REPOSITORY)?)?;
    inventory::write(project)?;
    run(node(&project.pkg_config()).arg("integrity.mjs").arg(&dist), "A file that pages load is missing in pkg-config/dist/.")?;
    safety::write(project)?;
    docs::write(project)
}

fn bundle(project: &Project, entry: &str, output: &str, settings: &[&str]) -> Result<()> {
    let coding = format!("--inject:{}", project.npm().join("coding.js").display());
    // The elements, their parts and the command hold no glue. The elements tell a developer of a mistake in the console, where nothing else of ours speaks.
    let of_the_glue = if output.starts_with("elements") || ["parts.js", "command.js"].contains(&output) {
        vec![]
    } else {
        vec![coding.as_str(), "--drop:console"]
    };
    run(
        npm_program(project, "esbuild")
            .arg(project.npm().join(entry))
            .arg(format!("--outfile={}", project.dist().join(output).display()))
            .args(["--bundle", "--platform=neutral", "--target=es2022", "--charset=ascii"])
            .args(["--legal-comments=none", "--log-level=warning"])
            // What the manifest beside the sources says of effects, it says of the finished files.
            .arg("--ignore-annotations")
            .args(of_the_glue)
            .args(settings),
        "The bundler's message above says what to change.",
    )
}

/// Packs it as the registry would, and installs what was packed: the tests ask that, so that a file left out is missed.
pub fn pack(project: &Project) -> Result<()> {
    say("packing and installing the package");
    let packed = project.packed();
    clear(&packed)?;
    run(npm(&project.dist()).args(["pack", "--silent", "--pack-destination"]).arg(&packed), "See pkg-config/npm/package.json.")?;
    fs::rename(packed.join(format!("{NAME}-{VERSION}.tgz")), project.tarball())?;
    fs::write(packed.join("package.json"), "{ \"private\": true }\n")?;
    install(project, &packed)
}

/// Installs the packed package into a folder that has a manifest, as whoever depends on it would.
pub fn install(project: &Project, folder: &Path) -> Result<()> {
    run(
        npm(folder)
            .args(["install", "--silent", "--offline", "--no-save", "--no-package-lock", "--no-audit", "--no-fund"])
            .arg(project.tarball()),
        "See pkg-config/npm/package.json: the package must install without a network.",
    )
}

/// The package's own manifest, with the version of the workspace, and where it is to be found.
fn manifest(template: &str, repository: &str) -> Result<String> {
    let mut manifest: Value = serde_json::from_str(template).context("pkg-config/npm/package.json is not JSON")?;
    manifest["version"] = VERSION.into();
    if !repository.is_empty() {
        manifest["repository"] = json!({ "type": "git", "url": format!("git+{repository}.git") });
        manifest["homepage"] = format!("{repository}#readme").into();
        manifest["bugs"] = json!({ "url": format!("{repository}/issues") });
    }
    Ok(format!("{manifest:#}\n"))
}

/// Types that name those of the default entry, for who requires them.
fn for_require(types: &str) -> String {
    types.replace("\"./index.js\"", "\"./index.cjs\"")
}

pub fn clear(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("could not clear {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("could not make {}", folder.display()))
}

pub fn copy_files(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() { copy_files(&path, &target)? } else { copy(&path, &target)? }
    }
    Ok(())
}

pub fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| format!("could not copy {} to {}", from.display(), to.display()))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manifest_gets_the_version_and_keeps_its_order() {
        let made = manifest(r#"{"name":"a","exports":{"import":1,"default":2}}"#, "").unwrap();
        assert!(made.contains(VERSION));
        assert!(made.find("import").unwrap() < made.find("default").unwrap());
    }

    #[test]
    fn the_manifest_says_where_the_project_is_only_where_it_has_a_place() {
        let made = |repository| -> Value { serde_json::from_str(&manifest("{}", repository).unwrap()).unwrap() };
        assert_eq!(made("").as_object().unwrap().len(), 1);
        let placed = made("https://example.org/us/rules");
        assert_eq!(placed["repository"]["url"], "git+https://example.org/us/rules.git");
        assert_eq!(placed["homepage"], "https://example.org/us/rules#readme");
        assert_eq!(placed["bugs"]["url"], "https://example.org/us/rules/issues");
    }
}
