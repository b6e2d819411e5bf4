//! Measures the package: its answers, its start, its size and its memory, beside other engines.

use crate::command::{node, run};
use crate::package;
use crate::project::Project;
use crate::tools::ensure_npm_packages_of;
use anyhow::Result;

/// The other engines, locked in a project of their own: nothing that is built or tested needs them.
const BENCH: &str = "pkg-config/bench";

/// Makes the package as it is now and measures it. The figures are left in `target/bench.json`, the table in
/// `target/bench.md`, and how answers grow in `target/bench.svg`.
pub fn run_all(project: &Project, settings: &[&str]) -> Result<()> {
    package::make(project)?;
    ensure_npm_packages_of(project, BENCH)?;
    run(
        node(&project.root.join(BENCH)).arg("bench.mjs").arg(project.installed()).arg(&project.target).args(settings),
        "The message above says which figure could not be measured. What is asked stands in pkg-config/bench/questions.mjs.",
    )
}
