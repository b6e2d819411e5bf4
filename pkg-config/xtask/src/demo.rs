//! Makes the page practitioners use, and serves it.

use crate::command::{node, run, say};
use crate::package::{self, clear, copy};
use crate::project::Project;
use crate::tools::npm_program;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

pub const DEFAULT_PORT: u16 = 8190;

pub fn parse_port(typed: &str) -> Result<u16> {
    typed.parse().context("--port takes a number from 1 to 65535, for example: cargo xtask demo --port 8200")
}

pub fn serve(project: &Project, port: u16) -> Result<()> {
    let page = build(project)?;
    run(node(&project.pkg_config()).arg("serve.mjs").arg(page).arg(port.to_string()), "Try another port: cargo xtask demo --port 8200")
}

/// Makes the package and the page, and says where the page is.
pub fn build(project: &Project) -> Result<PathBuf> {
    package::make(project)?;
    build_page(project)
}

/// Makes the page around the package that is installed in `pkg-config/packed/`.
pub fn build_page(project: &Project) -> Result<PathBuf> {
    let (source, page) = (project.root.join("www-demo"), project.demo());
    if !source.join("index.html").is_file() {
        bail!("www-demo/index.html is missing: git checkout www-demo");
    }
    say("making the page");
    clear(&page)?;
    copy_static(&source, &page)?;
    bundle_script(project, &source, &page)?;
    compile_style(project, &source, &page)?;
    Ok(page)
}

fn bundle_script(project: &Project, source: &Path, page: &Path) -> Result<()> {
    run(
        npm_program(project, "esbuild")
            .arg(source.join("main.js"))
            .arg(format!("--outfile={}", page.join("main.js").display()))
            .arg(format!("--alias:safeguarding-rules={}", project.installed().join("index.js").display()))
            .args(["--bundle", "--minify", "--format=esm", "--platform=browser", "--target=es2022"])
            .args(["--charset=utf8", "--legal-comments=none", "--log-level=warning"])
            // The page's own imports, such as its design system, are among the tools' packages.
            .env("NODE_PATH", project.pkg_config().join("node_modules")),
        "The bundler's message above says what to change in www-demo/.",
    )
}

fn compile_style(project: &Project, source: &Path, page: &Path) -> Result<()> {
    run(
        npm_program(project, "sass")
            .args(["--style=compressed", "--no-source-map", "--quiet-deps", "--load-path=node_modules"])
            .arg(source.join("style.scss"))
            .arg(page.join("style.css")),
        "The style compiler's message above says what to change in www-demo/style.scss.",
    )
}

/// Everything but what is compiled: scripts and styles.
fn copy_static(from: &Path, to: &Path) -> Result<()> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy_static(&path, &target)?;
        } else if !is_compiled(&path) {
            fs::create_dir_all(to)?;
            copy(&path, &target)?;
        }
    }
    Ok(())
}

fn is_compiled(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ["js", "mjs", "scss"].iter().any(|compiled| ending == *compiled))
}
