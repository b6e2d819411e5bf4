//! Reads every pack with the code that reads a portal's own, refuses a doubtful one, and embeds the rest in
//! their object form: no TOML parser is shipped, and nothing is checked twice.

#![allow(dead_code, unused_imports, unused_macros, reason = "the build reads packs and asks no question")]

#[path = "src/answers.rs"]
mod answers;
#[path = "src/audit.rs"]
mod audit;
#[path = "src/calendar.rs"]
mod calendar;
#[path = "src/case.rs"]
mod case;
#[path = "src/compare.rs"]
mod compare;
#[path = "src/decide/mod.rs"]
mod decide;
#[path = "src/explain.rs"]
mod explain;
#[path = "src/facts.rs"]
mod facts;
#[path = "src/json.rs"]
mod json;
#[path = "src/pack.rs"]
mod pack;
#[path = "build/place.rs"]
mod place;
#[path = "src/proof.rs"]
mod proof;
#[path = "src/questions.rs"]
mod questions;
#[path = "src/rule_book.rs"]
mod rule_book;
#[path = "src/rulebook.rs"]
mod rulebook;
#[path = "src/words/mod.rs"]
mod words;

use std::path::{Path, PathBuf};
use std::{env, fs};

/// In the order of the documents; a new partnership is one file and one line here.
const PACKS: [&str; 7] = [
    "northamptonshire-mdt",
    "county-durham",
    "multi-agency-meetings",
    "bracknell-forest-tac",
    "professionals-meetings",
    "national-timescales",
    "information-sharing",
];

const CALENDAR: &str = "bank-holidays";

fn main() {
    println!("cargo::rerun-if-changed=src");
    let folder = PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap()).join("src/packs");
    let files = PACKS.map(|name| File::read(&folder, name));
    let packs = files.each_ref().map(|file| file.checked(|json| pack::Pack::read_again(json.to_owned().leak())));
    for (file, pack) in files.iter().zip(&packs) {
        let beneath: Vec<&pack::Pack> = packs.iter().filter(|other| pack.document.stands_on.contains(&other.document.id)).collect();
        file.checked(|_| audit::check(pack, &beneath));
    }
    let calendar = File::read(&folder, CALENDAR);
    calendar.checked(facts::read::<calendar::Calendar>);
    let (texts, calendar) = (files.map(|file| file.json), calendar.json);
    let built_in = format!("static PACKS: [&str; {}] = {texts:?};\nstatic CALENDAR: &str = {calendar:?};\n", texts.len());
    fs::write(Path::new(&env::var("OUT_DIR").unwrap()).join("built_in.rs"), built_in).unwrap();
}

/// A file and its object form, without the examples, which are for authors and tests.
struct File {
    name: String,
    text: String,
    json: String,
}

impl File {
    fn read(folder: &Path, name: &str) -> Self {
        let path = folder.join(name).with_extension("toml");
        let text = fs::read_to_string(&path).unwrap_or_else(|error| stop(&format!("{}: {error}", path.display())));
        let name = format!("src/packs/{name}.toml");
        let mut object: toml::Table = toml::from_str(&text).unwrap_or_else(|error| stop(&place::not_toml(&name, &text, &error)));
        object.remove("example");
        let json = serde_json::to_string(&object).unwrap();
        File { name, text, json }
    }

    /// What was checked; a doubt is shown at its line.
    fn checked<T>(&self, check: impl Fn(&str) -> Result<T, words::refusal::Refusal>) -> T {
        check(&self.json).unwrap_or_else(|refusal| {
            let doubt = place::Doubt { code: refusal.code, path: &refusal.path, expected: &refusal.message };
            stop(&doubt.in_file(&self.name, &self.text))
        })
    }
}

fn stop(why: &str) -> ! {
    eprintln!("{why}");
    std::process::exit(1)
}
