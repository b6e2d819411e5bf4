//! How a pack is spoilt: in one place, in every way in which its author could slip.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use serde_json::{Value, json};

use crate::common::numbers::{NUMBERED, more_and_less};
use crate::common::written::packs;

/// What is done in one place of a pack.
pub struct Mutation {
    pub pack: &'static str,
    pub kind: Kind,
    /// What it is called, of all mutations of all packs once.
    pub name: String,
    /// The table whose rule it is; none where it is a fact, a word or somebody.
    pub table: Option<&'static str>,
    place: String,
    change: Change,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    RuleGone,
    RulesSwapped,
    ConditionFlipped,
    ConditionGone,
    SomebodyGone,
    ItemGone,
    WordGone,
    ForceChanged,
    FlagChanged,
    NumberChanged,
    DateMoved,
    ChoiceChanged,
    LinkGone,
}

enum Change {
    Gone,
    /// It and the next of its list stand in each other's place.
    Swapped,
    Is(Value),
    /// It stands in another list of the same rule.
    In(&'static str),
}

impl Mutation {
    /// The pack with it.
    pub fn made(&self) -> Value {
        let mut pack = crate::common::written::pack(self.pack).object.clone();
        let (parent, last) = self.place.rsplit_once('/').unwrap();
        match &self.change {
            Change::Is(value) => *pack.pointer_mut(&self.place).unwrap() = value.clone(),
            Change::Gone => drop(taken(pack.pointer_mut(parent).unwrap(), last)),
            Change::Swapped => {
                let place: usize = last.parse().unwrap();
                pack.pointer_mut(parent).unwrap().as_array_mut().unwrap().swap(place, place + 1);
            }
            Change::In(list) => {
                let fact = taken(pack.pointer_mut(parent).unwrap(), last);
                let rule = pack.pointer_mut(parent.rsplit_once('/').unwrap().0).unwrap();
                let list = rule.as_object_mut().unwrap().entry(*list).or_insert_with(|| json!([]));
                list.as_array_mut().unwrap().push(fact);
            }
        }
        pack
    }
}

/// Takes an item or a field out.
fn taken(parent: &mut Value, name: &str) -> Value {
    let name = name.replace("~1", "/").replace("~0", "~");
    match parent {
        Value::Array(items) => items.remove(name.parse().unwrap()),
        other => other.as_object_mut().unwrap().shift_remove(&name).unwrap(),
    }
}

/// Texts and names. Whether a quotation stands in its document and a sentence tells its time, other tests know.
const SAYS_NOTHING: [&str; 24] = [
    "id",
    "says",
    "at",
    "words",
    "reading",
    "ambiguities",
    "label",
    "asks",
    "text",
    "mend",
    "item",
    "action",
    "article",
    "cites",
    "code",
    "question",
    "duty",
    "document",
    "checks",
    "measures",
    "path",
    "confidence",
    "weaker_because",
    "basis",
];
const CONDITIONS: [(&str, &str); 5] =
    [("when", "unless"), ("unless", "when"), ("when_no", "when"), ("when_unknown", "when"), ("unless_no", "when")];
const PEOPLE: [&str; 14] = [
    "required",
    "expected",
    "optional",
    "excluded",
    "present",
    "chair",
    "chair_is",
    "administrator",
    "coordinator",
    "lead_professional",
    "to",
    "by",
    "own_record_in",
    "not_with",
];
/// Words of a list of a few, of which each means something else.
const CHOICES: [&str; 11] = ["from", "route", "part", "phase", "channel", "ladder", "kind", "chair_of", "gives", "hold", "consent_to_meet"];
/// What names another rule or fact.
const LINKS: [&str; 11] = [
    "applies",
    "lengthens",
    "instead_of",
    "shortest_for",
    "unless_known",
    "once_known",
    "asked_at",
    "tells_of",
    "released_by",
    "replaced_by",
    "in_force_from",
];

/// Every mutation of every pack, in the order of the packs.
pub fn all() -> Vec<Mutation> {
    let choices = choices();
    let mut all = Vec::new();
    for pack in packs() {
        let mut of_pack = OfPack { pack: pack.id(), choices: &choices, found: &mut all };
        for (table, held) in pack.object.as_object().unwrap() {
            match held {
                Value::Array(rules) if table != "example" => of_pack.rules(table, rules),
                Value::Object(named) if table == "word" => of_pack.words(named),
                Value::Object(named) if !["document", "wording"].contains(&table.as_str()) => {
                    for (name, one) in named {
                        let place = format!("/{table}/{}", escaped(name));
                        let about = format!("{table} {name}");
                        of_pack.add(Kind::ItemGone, None, format!("{about} gone"), place.clone(), Change::Gone);
                        of_pack.fields(None, &about, &place, one);
                    }
                }
                _ => {}
            }
        }
    }
    with_names_of_their_own(&mut all);
    all
}

/// What stands in each field of a choice, in any pack.
fn choices() -> BTreeMap<&'static str, BTreeSet<&'static str>> {
    let mut choices: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let rules = packs().iter().flat_map(|pack| pack.object.as_object().unwrap().values());
    for rule in rules.flat_map(|held| held.as_array().into_iter().flatten()) {
        for field in CHOICES {
            choices.entry(field).or_default().extend(rule[field].as_str());
        }
    }
    choices
}

/// Two cautions of one code are told apart by their order.
fn with_names_of_their_own(all: &mut [Mutation]) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for mutation in all {
        let count = seen.entry(mutation.name.clone()).or_default();
        *count += 1;
        if *count > 1 {
            mutation.name = format!("{} ({count})", mutation.name);
        }
    }
}

struct OfPack<'a> {
    pack: &'static str,
    choices: &'a BTreeMap<&'static str, BTreeSet<&'static str>>,
    found: &'a mut Vec<Mutation>,
}

impl OfPack<'_> {
    fn add(&mut self, kind: Kind, table: Option<&'static str>, what: String, place: String, change: Change) {
        self.found.push(Mutation { pack: self.pack, kind, name: format!("{} {what}", self.pack), table, place, change });
    }

    fn rules(&mut self, table: &'static str, rules: &'static [Value]) {
        for (place, rule) in rules.iter().enumerate() {
            let called = ["id", "code"].into_iter().find_map(|name| rule[name].as_str()).unwrap();
            let about = match rule["question"].as_str() {
                Some(question) => format!("{table} {called} of {question}"),
                None => format!("{table} {called}"),
            };
            let at = format!("/{table}/{place}");
            self.add(Kind::RuleGone, Some(table), format!("{about} gone"), at.clone(), Change::Gone);
            if place + 1 < rules.len() {
                self.add(Kind::RulesSwapped, Some(table), format!("{about} after the next"), at.clone(), Change::Swapped);
            }
            self.fields(Some(table), &about, &at, rule);
        }
    }

    fn fields(&mut self, table: Option<&'static str>, about: &str, place: &str, one: &Value) {
        for (field, value) in one.as_object().into_iter().flatten() {
            let place = format!("{place}/{}", escaped(field));
            let about = format!("{about}: {field}");
            if !SAYS_NOTHING.contains(&field.as_str()) {
                self.field(table, &about, &place, field, value);
            }
        }
    }

    fn field(&mut self, table: Option<&'static str>, about: &str, place: &str, field: &str, value: &Value) {
        let place = place.to_owned();
        if NUMBERED.contains(&field) {
            for changed in more_and_less(value) {
                self.add(Kind::NumberChanged, table, format!("{about} is {changed}"), place.clone(), Change::Is(changed));
            }
        }
        match value {
            Value::Bool(true) => self.add(Kind::FlagChanged, table, format!("{about} gone"), place, Change::Gone),
            Value::Bool(false) => self.add(Kind::FlagChanged, table, format!("{about} is true"), place, Change::Is(true.into())),
            Value::String(text) if field == "force" => {
                let other = if text == "must" {
                    "should"
                } else if text == "should" {
                    "may"
                } else {
                    "must"
                };
                self.add(Kind::ForceChanged, table, format!("{about} is {other}"), place, Change::Is(other.into()));
            }
            Value::String(text) => self.text(table, about, place, field, text),
            Value::Array(items) => self.items(table, about, &place, field, items),
            Value::Number(_) if NUMBERED.contains(&field) => {}
            other => panic!("{place} holds what is changed in no way: {other}"),
        }
    }

    fn text(&mut self, table: Option<&'static str>, about: &str, place: String, field: &str, text: &str) {
        if let Ok(day) = text.parse::<NaiveDate>() {
            for moved in [day.checked_sub_days(Days::new(1)), day.checked_add_days(Days::new(1))].into_iter().flatten() {
                self.add(Kind::DateMoved, table, format!("{about} is {moved}"), place.clone(), Change::Is(moved.to_string().into()));
            }
        }
        if LINKS.contains(&field) {
            self.add(Kind::LinkGone, table, format!("{about} gone"), place, Change::Gone);
        } else if let Some(others) = self.choices.get(field) {
            let following = others.range(text..).find(|other| **other != text).or(others.first());
            if let Some(other) = following.filter(|other| **other != text) {
                self.add(Kind::ChoiceChanged, table, format!("{about} is {other}"), place, Change::Is((*other).into()));
            }
        }
    }

    fn items(&mut self, table: Option<&'static str>, about: &str, place: &str, field: &str, items: &[Value]) {
        let other = CONDITIONS.into_iter().find(|(list, _)| *list == field).map(|(_, other)| other);
        let gone = match field {
            _ if other.is_some() => Kind::ConditionGone,
            _ if PEOPLE.contains(&field) => Kind::SomebodyGone,
            "is" | "one_of" | "also" => Kind::WordGone,
            _ => Kind::ItemGone,
        };
        for (index, item) in items.iter().enumerate() {
            let (called, place) = (item.as_str().map_or_else(|| item.to_string(), str::to_owned), format!("{place}/{index}"));
            self.add(gone, table, format!("{about} without {called}"), place.clone(), Change::Gone);
            if let Some(other) = other {
                self.add(Kind::ConditionFlipped, table, format!("{about}: {called} in {other}"), place, Change::In(other));
            }
        }
    }

    fn words(&mut self, paths: &serde_json::Map<String, Value>) {
        for (path, words) in paths {
            for (word, others) in words.as_object().into_iter().flatten() {
                let place = format!("/word/{}/{}", escaped(path), escaped(word));
                let about = format!("word {path}: {word}");
                self.add(Kind::WordGone, None, format!("{about} gone"), place.clone(), Change::Gone);
                for (index, other) in others.as_array().into_iter().flatten().enumerate() {
                    let what = format!("{about} without {}", other.as_str().unwrap());
                    self.add(Kind::WordGone, None, what, format!("{place}/{index}"), Change::Gone);
                }
            }
        }
    }
}

/// A name as one step of a pointer.
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
