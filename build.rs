//! Turns each pack from TOML into its compact form, and nothing else. The tests check packs.

#[allow(dead_code, reason = "what is sealed here is opened by the library")]
#[path = "src/pack/sealed.rs"]
mod sealed;

use std::path::{Path, PathBuf};
use std::{env, fs};

use sealed::{Embedded, Tree, seal};
use sha2::{Digest, Sha256};
use toml::Value;

/// In the order of the documents; a new partnership is one file and one line here.
const PACKS: &[&str] = &[
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
    println!("cargo::rerun-if-changed=src/packs");
    println!("cargo::rerun-if-changed=src/pack/sealed.rs");
    let target = PathBuf::from(env::var("OUT_DIR").unwrap());
    let packs: Vec<(&str, Embedding)> = PACKS.iter().map(|name| (*name, embedded(name, &target))).collect();
    let mut built_in = String::from("static PACKS: &[(&str, &[u8])] = &[\n");
    for (name, Embedding { bytes, .. }) in &packs {
        built_in += &format!("    ({name:?}, {bytes}),\n");
    }
    // Apart from the packs, so that a library without them need not hold them to know them.
    built_in += "];\nstatic HASHES: &[(&str, &str)] = &[\n";
    for (name, Embedding { hash, .. }) in &packs {
        built_in += &format!("    ({name:?}, {hash:?}),\n");
    }
    built_in += &format!("];\nstatic CALENDAR: &[u8] = {};\n", embedded(CALENDAR, &target).bytes);
    fs::write(target.join("built_in.rs"), built_in).unwrap();
}

/// The expression that embeds a file, and the hash of what is in it.
struct Embedding {
    bytes: String,
    hash: String,
}

/// Writes the compact form of a file beside the others.
fn embedded(name: &str, target: &Path) -> Embedding {
    let path = Path::new("src/packs").join(name).with_extension("toml");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut object: toml::Table = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    // Examples are for authors and tests.
    object.remove("example");
    let hash: String = Sha256::digest(serde_json::to_string(&object).unwrap()).iter().map(|byte| format!("{byte:02x}")).collect();
    let file = target.join(name).with_extension("pack");
    fs::write(&file, seal(&Embedded { hash: &hash, tree: tree(&Value::Table(object.clone())) }).unwrap()).unwrap();
    Embedding { bytes: format!("include_bytes!({file:?})"), hash }
}

fn tree(value: &Value) -> Tree<'_> {
    match value {
        Value::Boolean(value) => Tree::Flag(*value),
        Value::Integer(count) => Tree::Count(u32::try_from(*count).expect("packs hold whole numbers from 0")),
        Value::String(text) => Tree::Text(text.as_str().into()),
        Value::Array(items) => Tree::List(items.iter().map(tree).collect()),
        Value::Table(entries) => Tree::Object(entries.iter().map(|(name, value)| (name.as_str(), tree(value))).collect()),
        Value::Float(_) | Value::Datetime(_) => panic!("packs hold texts, whole numbers, yes and no"),
    }
}
