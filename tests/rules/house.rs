//! The house keeps its order: rooms import only from rooms beneath them, files are short enough to be read at once, and the
//! library knows nothing of the doors that lead into it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// From the ground up. A room imports from itself and from those before it.
const ROOMS: [&str; 13] =
    ["error", "value", "text", "calendar", "pack", "engine", "questions", "packs", "check", "ask", "author", "schema", "lib"];

const LONGEST_FILE: usize = 250;

/// The tables of sentences are as long as there are sentences.
const TABLES: [&str; 2] = ["text/labels.rs", "text/sentences.rs"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests lie in the project")
}

/// Every Rust file of the library, by its place in `src`.
fn sources() -> BTreeMap<String, String> {
    let src = root().join("src");
    let mut open = vec![src.clone()];
    let mut files = BTreeMap::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path.strip_prefix(&src).unwrap().to_string_lossy().replace('\\', "/");
                files.insert(name, fs::read_to_string(path).unwrap());
            }
        }
    }
    assert!(files.len() > 40, "only {} files were found", files.len());
    files
}

/// The same without the files that hold unit tests alone.
fn shipped() -> impl Iterator<Item = (String, String)> {
    sources().into_iter().filter(|(file, _)| !file.ends_with("/tests.rs"))
}

/// A file without its unit tests, which may look at the whole house, and without what it says of itself.
fn code(text: &str) -> String {
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn room_of(file: &str) -> &str {
    file.split('/').next().unwrap_or_default().trim_end_matches(".rs")
}

/// The rooms that a piece of code names: `crate::value::…`, or, from the root, a name of the front door.
fn rooms_named(code: &str) -> Vec<String> {
    let names = code.split("crate::").skip(1).flat_map(|rest| match rest.strip_prefix('{') {
        Some(group) => group.split('}').next().unwrap_or_default().split(',').map(|name| name.trim().to_owned()).collect(),
        None => vec![rest.to_owned()],
    });
    let name = |text: String| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    names.map(name).map(|name| if ROOMS.contains(&name.as_str()) { name } else { "lib".to_owned() }).collect()
}

#[test]
fn every_import_goes_downwards() {
    let floor = |room: &str| ROOMS.iter().position(|known| *known == room).unwrap_or_else(|| panic!("{room} is no room of the house"));
    let mut upwards = Vec::new();
    for (file, text) in shipped().filter(|(file, _)| file != "lib.rs") {
        let own = room_of(&file);
        for named in rooms_named(&code(&text)) {
            if floor(&named) > floor(own) {
                upwards.push(format!("{file} imports from {named}"));
            }
        }
    }
    assert!(upwards.is_empty(), "{}", upwards.join("\n"));
}

#[test]
fn an_import_upwards_is_seen() {
    assert_eq!(rooms_named("use crate::{error::Code, ask};\nlet x = crate::Rulebook::built_in();"), ["error", "ask", "lib"]);
}

#[test]
fn what_stands_below_the_mention_of_unit_tests_elsewhere_is_seen() {
    assert_eq!(
        rooms_named(&code("#[cfg(test)]\nmod tests;\n\nuse crate::engine;\n\n#[cfg(test)]\nmod tests {\n    use crate::ask;\n}\n")),
        ["engine"]
    );
}

#[test]
fn no_question_looks_into_another_that_does_not_answer_for_it() {
    // A checklist tells where its papers go, and a quarter measures duties: both are rules of the deadlines. How soon a meeting
    // is due hangs on whom it is for, and on whether it was held with everybody whom it needs; a quarter holds it to that.
    let allowed = [
        ("classify_concern", "choose_meeting"),
        ("classify_concern", "list_attendees"),
        ("resolve_disagreement", "list_deadlines"),
        ("make_checklist", "list_deadlines"),
        ("report_quarter", "classify_concern"),
        ("report_quarter", "list_deadlines"),
    ];
    let mut looks = Vec::new();
    for (file, text) in shipped().filter(|(file, _)| file.starts_with("questions/") && file != "questions/mod.rs") {
        let own = file.split('/').nth(1).unwrap();
        for rest in code(&text).split("crate::questions::").skip(1) {
            let other: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if other != own && !allowed.contains(&(own, other.as_str())) {
                looks.push(format!("{file} looks into {other}"));
            }
        }
    }
    assert!(looks.is_empty(), "{}", looks.join("\n"));
}

#[test]
fn a_file_is_short_enough_to_be_read_at_once() {
    let files = sources();
    let long = files.iter().filter(|(file, text)| !TABLES.contains(&file.as_str()) && text.lines().count() > LONGEST_FILE);
    let long: Vec<String> = long.map(|(file, text)| format!("{file}: {} lines", text.lines().count())).collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn the_library_knows_no_door() {
    for (file, text) in sources() {
        for word in ["wasm", "js_sys", "target_arch", "JsValue"] {
            assert!(!code(&text).contains(word), "{file} speaks of {word}");
        }
    }
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let library = manifest.split("[dependencies]").nth(1).unwrap().split("[dev-dependencies]").next().unwrap();
    assert!(!library.contains("wasm"), "the library depends on a door");
}

#[test]
fn each_question_is_named_alike_everywhere() {
    let list = fs::read_to_string(root().join("src/questions/mod.rs")).unwrap();
    let npm = |file: &str| fs::read_to_string(root().join("pkg-config/npm").join(file)).unwrap();
    let (script, types) = (npm("questions.js"), npm("types.d.ts"));
    let packs: String = fs::read_dir(root().join("src/packs"))
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|file: &PathBuf| file.extension().is_some_and(|extension| extension == "toml"))
        .map(|file| fs::read_to_string(file).unwrap())
        .collect();
    let names: Vec<&str> = list.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert!(names.len() > 8, "only {} questions were found", names.len());
    for name in names {
        let camel = camel(name);
        assert!(packs.contains(&format!("[[{name}]]")), "no pack answers {name}");
        assert!(script.contains(&camel), "JavaScript does not know {camel}");
        assert!(types.contains(&camel), "the types do not know {camel}");
    }
}

#[test]
fn what_the_readmes_name_of_the_rulebook_is_there() {
    let readme: String = ["README.md", "src/README.md"].map(|file| fs::read_to_string(root().join(file)).unwrap()).concat();
    let named: Vec<&str> =
        readme.split("Rulebook::").skip(1).filter_map(|rest| rest.split(|c: char| !c.is_ascii_lowercase() && c != '_').next()).collect();
    let code = shipped().map(|(_, text)| text).collect::<String>();
    let missing: Vec<_> = named.iter().filter(|name| !code.contains(&format!("pub fn {name}("))).collect();
    assert!(named.len() > 15 && missing.is_empty(), "{} named, not there: {missing:?}", named.len());
}

#[test]
fn the_crate_has_a_page_of_its_own_that_names_the_oldest_rust() {
    let [manifest, page] = ["Cargo.toml", "src/README.md"].map(|name| fs::read_to_string(root().join(name)).unwrap());
    let package = &manifest.parse::<toml::Table>().unwrap()["package"];
    let oldest = package["rust-version"].as_str().unwrap();
    assert_eq!(package["readme"].as_str(), Some("src/README.md"));
    assert!(page.contains(&format!("It needs Rust {oldest},")), "src/README.md names another Rust than {oldest}");
    // It stands on a registry, without the repository beside it.
    assert!(!page.contains("]("), "src/README.md leads to what no registry shows");
}

fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |camel, word| camel + &word[..1].to_uppercase() + &word[1..])
}
