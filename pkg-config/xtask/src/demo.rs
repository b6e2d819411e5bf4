//! Makes the page practitioners use, with the form that developers copy from and the page for authors of packs beside it, and serves them.

use crate::command::{node, run, say};
use crate::package;
use crate::project::Project;
use anyhow::{Context, Result, bail};
use std::path::PathBuf;

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
    if !source.join("app/index.html").is_file() {
        bail!("www-demo/app/index.html is missing: git checkout www-demo");
    }
    say("making the page");
    run(
        node(&project.pkg_config()).arg("page.mjs").args([&source, &project.installed().join("index.js"), &page]),
        "The message above says what to change in www-demo/.",
    )?;
    Ok(page)
}
