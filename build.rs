//! Reads every pack with the very code that answers from it, refuses a doubtful one, and embeds the object form, so
//! that no TOML parser is shipped.

#![allow(dead_code, unused_imports, unused_macros, reason = "the build reads packs and asks no question")]

#[path = "src/calendar.rs"]
mod calendar;
#[path = "src/decide/mod.rs"]
mod decide;
#[path = "src/facts.rs"]
mod facts;
#[path = "src/pack.rs"]
mod pack;
#[path = "src/words/mod.rs"]
mod words;

use std::path::{Path, PathBuf};
use std::{env, fs};

/// In the order of the documents; a new partnership is one file and one line here.
const PACKS: [&str; 6] = [
    "northamptonshire-mdt",
    "county-durham",
    "multi-agency-meetings",
    "bracknell-forest-tac",
    "professionals-meetings",
    "information-sharing",
];

const CALENDAR: &str = "bank-holidays";

fn main() {
    println!("cargo::rerun-if-changed=src");
    let folder = PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap()).join("src/packs");
    let packs: Vec<String> = PACKS.iter().map(|name| pack_in_object_form(&folder, name)).collect();
    let calendar: calendar::Calendar = read(&folder, CALENDAR);
    let built_in = format!(
        "const PACKS: [&str; {}] = [{}];\nconst CALENDAR: &str = {:?};\n",
        packs.len(),
        packs.iter().map(|json| format!("{json:?}")).collect::<Vec<_>>().join(",\n"),
        serde_json::to_string(&calendar).unwrap()
    );
    fs::write(Path::new(&env::var("OUT_DIR").unwrap()).join("built_in.rs"), built_in).unwrap();
}

fn pack_in_object_form(folder: &Path, name: &str) -> String {
    let pack: pack::Pack = read(folder, name);
    if let Err(refusal) = pack.check() {
        panic!("{name}.toml is refused at {refusal}");
    }
    serde_json::to_string(&pack).unwrap()
}

fn read<T: serde::de::DeserializeOwned>(folder: &Path, name: &str) -> T {
    let file = folder.join(name).with_extension("toml");
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}
