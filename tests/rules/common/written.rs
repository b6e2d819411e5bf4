//! The built-in packs as their authors write them, with their examples: what the tests hold answers against.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use safeguarding_rules::Rulebook;
use serde::Deserialize;
use serde_json::Value;

use super::{camel, file};

/// A built-in pack as its author wrote it.
pub struct Written {
    /// Its object form, with its examples.
    pub object: Value,
    facts: Vec<(String, Fact)>,
    rules: Vec<(String, Rule)>,
}

/// A fact that rules ask for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Fact {
    path: Option<String>,
    pub is: Vec<String>,
    pub one_of: Vec<String>,
    pub more_than: Option<u32>,
    pub filled: bool,
    pub moment: bool,
    pub happened: bool,
    all_of: Vec<String>,
    any_of: Vec<String>,
    known_from: Vec<String>,
    none_of: Vec<String>,
    pub asks: String,
    pub speaks_of_danger: bool,
}

impl Fact {
    /// Is it asked of people, and not worked out from other facts?
    pub fn is_asked(&self) -> bool {
        [&self.all_of, &self.any_of, &self.known_from, &self.none_of].into_iter().all(Vec::is_empty)
    }

    /// Its path in the facts.
    pub fn path_of(&self, name: &str) -> String {
        self.path.clone().unwrap_or_else(|| camel(name))
    }

    /// Is it answered with yes, no or not known?
    pub fn is_yes_or_no(&self) -> bool {
        self.is_asked() && self.is.is_empty() && self.more_than.is_none() && !self.filled && !self.moment
    }
}

/// A rule with its citation; what else is its own stands in `own`.
#[derive(Deserialize)]
pub struct Rule {
    pub id: String,
    pub force: String,
    pub says: String,
    pub at: String,
    pub words: String,
    #[serde(default)]
    pub when: Vec<String>,
    #[serde(default)]
    pub unless: Vec<String>,
    #[serde(default)]
    pub instead_of: Vec<String>,
    #[serde(flatten)]
    pub own: BTreeMap<String, Value>,
}

impl Rule {
    /// A text of its own.
    pub fn text(&self, field: &str) -> Option<&str> {
        self.own.get(field).and_then(Value::as_str)
    }
}

impl Written {
    fn read(name: &str) -> Self {
        let object = object_form(name);
        let facts = object["fact"].as_object().into_iter().flatten();
        let facts = facts.map(|(name, fact)| (name.clone(), read(fact))).collect();
        let tables = object.as_object().unwrap().iter().filter(|(name, _)| !["example", "caution"].contains(&name.as_str()));
        let rules = tables.flat_map(|(table, rules)| rules.as_array().into_iter().flatten().map(|rule| (table.clone(), read(rule))));
        Written { facts, rules: rules.collect(), object }
    }

    /// The pack's id.
    pub fn id(&self) -> &str {
        self.document("id").unwrap()
    }

    /// A text about the document.
    pub fn document(&self, field: &str) -> Option<&str> {
        self.object["document"][field].as_str()
    }

    /// The packs beneath it.
    pub fn stands_on(&self) -> impl Iterator<Item = &str> {
        self.object["document"]["stands_on"].as_array().into_iter().flatten().filter_map(Value::as_str)
    }

    /// Its facts, by name.
    pub fn facts(&self) -> impl Iterator<Item = (&str, &Fact)> {
        self.facts.iter().map(|(name, fact)| (name.as_str(), fact))
    }

    /// Every rule with its table.
    pub fn rules(&self) -> impl Iterator<Item = (&str, &Rule)> {
        self.rules.iter().map(|(table, rule)| (table.as_str(), rule))
    }

    /// The rules of one table.
    pub fn table(&self, name: &str) -> impl Iterator<Item = &Rule> {
        self.rules().filter(move |(table, _)| *table == name).map(|(_, rule)| rule)
    }
}

fn read<T: for<'de> Deserialize<'de>>(value: &Value) -> T {
    T::deserialize(value).unwrap_or_else(|error| panic!("{error}: {value}"))
}

/// The built-in packs, in the order of the documents.
pub fn packs() -> &'static [Written] {
    static ALL: LazyLock<Vec<Written>> = LazyLock::new(|| {
        let rulebook = super::rulebook();
        rulebook.packs().iter().map(|pack| Written::read(&pack.document().id)).collect()
    });
    &ALL
}

/// The built-in packs, each after those that it stands on, and last what belongs to the records of all others.
fn in_order() -> Vec<&'static Written> {
    let mut packs: Vec<&Written> = packs().iter().collect();
    packs.sort_by_key(|pack| (pack.object["document"]["always_for_records"] == true, pack.stands_on().count()));
    packs
}

/// The built-in packs without one, and without those that stand on it: where it can be loaded anew, changed or as it was.
pub fn without(id: &str) -> &'static Rulebook {
    static ALL: LazyLock<BTreeMap<&str, Rulebook>> = LazyLock::new(|| {
        let sealed = sealed();
        let beneath = |pack: &Written| {
            let others = sealed.iter().filter(|(other, _)| other.id() != pack.id() && !other.stands_on().any(|id| id == pack.id()));
            others.fold(Rulebook::without_packs(), |rulebook, (_, bytes)| rulebook.with_sealed(bytes).unwrap())
        };
        sealed.iter().map(|(pack, _)| (pack.id(), beneath(pack))).collect()
    });
    &ALL[id]
}

/// The sealed form of each built-in pack, in the order in which they can be loaded.
fn sealed() -> Vec<(&'static Written, Vec<u8>)> {
    let mut rulebook = Rulebook::without_packs();
    let mut sealed = Vec::new();
    for pack in in_order() {
        let mut object = pack.object.clone();
        // Two partnerships each show at the other's area where their rules end: at the guide's until that area is there.
        let is_there = |area: &str| pack.document("area") == Some(area) || rulebook.areas().iter().any(|(id, _, _)| **id == *area);
        for facts in object["example"].as_array_mut().unwrap().iter_mut().map(|example| &mut example["facts"]) {
            if facts["area"].as_str().is_some_and(|area| !is_there(area)) {
                facts["area"] = "generic".into();
            }
        }
        let bytes = rulebook.seal(&object.to_string()).unwrap_or_else(|doubt| panic!("{}: {doubt}", pack.id()));
        rulebook = rulebook.with_sealed(&bytes).unwrap();
        sealed.push((pack, bytes));
    }
    sealed
}

/// A built-in pack by its id.
pub fn pack(id: &str) -> &'static Written {
    packs().iter().find(|pack| pack.id() == id).unwrap_or_else(|| panic!("no pack {id}"))
}

/// A built-in pack in object form, with its examples.
pub fn object_form(name: &str) -> Value {
    in_object_form(&format!("src/packs/{name}.toml"))
}

/// A pack of this project in object form.
pub fn in_object_form(name: &str) -> Value {
    serde_json::to_value(toml::from_str::<toml::Table>(&std::fs::read_to_string(file(name)).unwrap()).unwrap()).unwrap()
}
