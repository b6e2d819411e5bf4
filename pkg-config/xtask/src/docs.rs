//! The documentation in one file, and a list of its pages: for whoever has the package and nothing else.

use crate::project::{Project, VERSION};
use anyhow::{Result, ensure};
use std::fs;

/// Writes `llms-full.txt`, every page in the order of the README, and `llms.txt`, which leads to each.
pub fn write(project: &Project) -> Result<()> {
    let dist = project.dist();
    let readme = fs::read_to_string(dist.join("README.md"))?;
    let mut names = linked_pages(&readme);
    let mut there: Vec<String> = Vec::new();
    for entry in fs::read_dir(dist.join("docs"))? {
        there.push(entry?.file_name().to_string_lossy().into_owned());
    }
    there.sort();
    let forgotten: Vec<&String> = there.iter().filter(|name| !names.contains(name)).collect();
    ensure!(forgotten.is_empty(), "pkg-config/npm/README.md leads to no page {forgotten:?}");
    names.retain(|name| there.contains(name));
    let mut list = format!("{}\n## Pages\n\n", summary(&readme));
    let mut full =
        format!("Everything that is written about safeguarding-rules {VERSION}, page after page.\n{}", page("README.md", &readme));
    for name in names {
        let text = fs::read_to_string(dist.join("docs").join(&name))?;
        list += &format!("- [{}](docs/{name})\n", title(&text));
        full += &page(&format!("docs/{name}"), &text);
    }
    list += "\n## Beside them\n\n- [Every page in one file](llms-full.txt)\n- [Every fact and every answer, with its type](index.d.ts)\n- [What changed](CHANGELOG.md)\n";
    fs::write(dist.join("llms.txt"), list)?;
    fs::write(dist.join("llms-full.txt"), full)?;
    Ok(())
}

/// The pages that the README leads to, each once, in its order.
pub fn linked_pages(readme: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for link in readme.split("](docs/").skip(1) {
        let name = link.split([')', '#']).next().unwrap_or_default();
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// The README's title, and what it says first.
fn summary(readme: &str) -> String {
    let mut paragraphs = readme.split("\n\n");
    let (title, first) = (paragraphs.next().unwrap_or_default(), paragraphs.next().unwrap_or_default());
    format!("{title}\n\n> {first}\n")
}

pub fn title(page: &str) -> &str {
    page.lines().next().unwrap_or_default().trim_start_matches("# ")
}

fn page(path: &str, text: &str) -> String {
    format!("\n{}\n{path}\n\n{}\n", "=".repeat(79), text.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_stand_in_the_order_of_the_readme_each_once() {
        let readme = "# A\n\nOne. Two.\n\n[b](docs/b.md), [a](docs/a.md#part), [b](docs/b.md)";
        assert_eq!(linked_pages(readme), ["b.md", "a.md"]);
        assert_eq!(summary(readme), "# A\n\n> One. Two.\n");
        assert_eq!(title("# Vue\n\nText"), "Vue");
    }
}
