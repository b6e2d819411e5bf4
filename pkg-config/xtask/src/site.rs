//! The documentation as a site, from the very pages of the package: plain files, which open from a folder too.

use crate::command::{program, run, say};
use crate::docs;
use crate::package::{self, clear, copy, copy_files};
use crate::project::Project;
use crate::tools::{ensure_mdbook, ensure_npm_packages, npm_program};
use anyhow::{Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};

/// What the examples load: a package beside them, as a portal has it.
const LOADED: [&str; 3] = ["script.js", "elements.script.js", "elements.css"];
/// Pages beside those that the README leads to.
const FURTHER: [&str; 2] = ["CHANGELOG.md", "SECURITY.md"];

/// Makes the package and the site.
pub fn build(project: &Project) -> Result<PathBuf> {
    package::make(project)?;
    build_site(project)
}

/// Makes the site around the package that is installed in `pkg-config/packed/`.
pub fn build_site(project: &Project) -> Result<PathBuf> {
    ensure_npm_packages(project)?;
    let mdbook = ensure_mdbook(project)?;
    let (installed, site) = (project.installed(), project.site());
    ensure!(installed.join("README.md").is_file(), "there is no package to document: cargo xtask build");
    say("making the documentation as a site");
    let book = project.target.join("book");
    clear(&book)?;
    copy_files(&project.pkg_config().join("site"), &book)?;
    let pages = book.join("src");
    fs::create_dir_all(&pages)?;
    for page in ["README.md"].iter().chain(&FURTHER) {
        copy(&installed.join(page), &pages.join(page))?;
    }
    copy_files(&installed.join("docs"), &pages.join("docs"))?;
    copy_files(&installed.join("examples"), &pages.join("examples"))?;
    fs::write(pages.join("SUMMARY.md"), summary(&installed)?)?;
    clear(&site)?;
    run(program(mdbook, &book).arg("build").arg("--dest-dir").arg(&site), "mdBook's message above names the page.")?;
    let package = site.join("safeguarding-rules");
    fs::create_dir_all(&package)?;
    for file in LOADED {
        copy(&installed.join(file), &package.join(file))?;
    }
    // The workshop has no script of its own: nobody needs it in a page, but for examples.
    run(
        npm_program(project, "esbuild")
            .arg(installed.join("workshop.js"))
            .arg(format!("--outfile={}", site.join("workshop.script.js").display()))
            .args([
                "--bundle",
                "--format=iife",
                "--global-name=safeguardingWorkshop",
                "--charset=ascii",
                "--minify",
                "--log-level=warning",
            ]),
        "The bundler's message above says what to change.",
    )?;
    say(&format!("the site is {}", site.join("index.html").display()));
    Ok(site)
}

/// The pages in the order of the README, under its headings.
fn summary(installed: &Path) -> Result<String> {
    let readme = fs::read_to_string(installed.join("README.md"))?;
    let title = |page: &str| -> Result<String> { Ok(docs::title(&fs::read_to_string(installed.join(page))?).to_owned()) };
    let mut summary = format!("# Summary\n\n[{}](README.md)\n", docs::title(&readme));
    let mut told: Vec<String> = Vec::new();
    for part in readme.split("\n## ").skip(1) {
        let pages: Vec<String> = docs::linked_pages(part).into_iter().filter(|page| !told.contains(page)).collect();
        if !pages.is_empty() {
            summary += &format!("\n# {}\n\n", docs::title(part));
        }
        for page in pages {
            summary += &format!("- [{}](docs/{page})\n", title(&format!("docs/{page}"))?);
            told.push(page);
        }
    }
    summary += "\n---\n\n";
    for page in FURTHER {
        summary += &format!("- [{}]({page})\n", title(page)?);
    }
    Ok(summary)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_page_stands_once_under_its_heading() {
        let folder = std::env::temp_dir().join(format!("site-{}", std::process::id()));
        fs::create_dir_all(folder.join("docs")).unwrap();
        let write = |name: &str, text: &str| fs::write(folder.join(name), text).unwrap();
        write("README.md", "# Rules\n\nText.\n\n## First\n\n[a](docs/a.md), [b](docs/b.md#part)\n\n## Nothing\n\n[a](docs/a.md)\n");
        write("docs/a.md", "# Page A\n");
        write("docs/b.md", "# Page B\n");
        write("CHANGELOG.md", "# Changelog\n");
        write("SECURITY.md", "# Security\n");
        let summary = summary(&folder).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(
            summary,
            "# Summary\n\n[Rules](README.md)\n\n# First\n\n- [Page A](docs/a.md)\n- [Page B](docs/b.md)\n\n---\n\n\
            - [Changelog](CHANGELOG.md)\n- [Security](SECURITY.md)\n"
        );
    }
}
