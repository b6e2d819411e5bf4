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
#[path = "src/proof.rs"]
mod proof;
#[path = "src/questions.rs"]
mod questions;
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
    let packs = PACKS.map(|name| checked(&folder, name, |json| pack::Pack::read_again(json.to_owned().leak())));
    let read = packs.each_ref().map(|json| pack::Pack::read_again(json.clone().leak()).unwrap());
    for pack in &read {
        let beneath: Vec<&pack::Pack> = read.iter().filter(|other| pack.document.stands_on.contains(&other.document.id)).collect();
        audit::check(pack, &beneath).unwrap_or_else(|refusal| panic!("{}.toml is refused at {refusal}", pack.document.id));
    }
    let calendar = checked(&folder, CALENDAR, facts::read::<calendar::Calendar>);
    let built_in = format!("static PACKS: [&str; {}] = {packs:?};\nstatic CALENDAR: &str = {calendar:?};\n", packs.len());
    fs::write(Path::new(&env::var("OUT_DIR").unwrap()).join("built_in.rs"), built_in).unwrap();
}

/// A file in object form, without the examples, which are for authors and tests; stops the build at a doubtful one.
fn checked<T>(folder: &Path, name: &str, read: impl Fn(&str) -> Result<T, words::refusal::Refusal>) -> String {
    let file = folder.join(name).with_extension("toml");
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let mut object: toml::Table = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    object.remove("example");
    let json = serde_json::to_string(&object).unwrap();
    read(&json).unwrap_or_else(|refusal| panic!("{} is refused at {refusal}", file.display()));
    json
}
