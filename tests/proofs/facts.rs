//! The facts on which a question bears in an area, and every way to answer them.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::common::written::{Written, packs};
use crate::common::{asked_facts, camel, facts_of, rulebook};

/// What is said of a fact: not known, no, yes.
pub const SAID: [Option<bool>; 3] = [None, Some(false), Some(true)];

/// A fact that people are asked, with the values that make it a no and a yes.
#[derive(Clone, Debug)]
pub struct Variable {
    pub path: String,
    no: Value,
    yes: Value,
}

impl Variable {
    /// One that no pack declares.
    pub fn yes_or_no(path: &str) -> Self {
        Variable { path: path.to_owned(), no: false.into(), yes: true.into() }
    }

    /// Puts what is said of it among other facts.
    pub fn put(&self, facts: &mut Map<String, Value>, said: Option<bool>) {
        if let Some(yes) = said {
            put(facts, &self.path, if yes { &self.yes } else { &self.no });
        }
    }
}

/// Facts that are answered in every way, about others that stay as they are.
#[derive(Clone, Debug)]
pub struct Space {
    pub question: &'static str,
    pub about: Map<String, Value>,
    pub variables: Vec<Variable>,
}

impl Space {
    /// In how many ways its facts can be answered with yes, no and not known.
    pub fn ways(&self) -> usize {
        3_usize.pow(self.variables.len() as u32)
    }

    /// What one of them says of one of the facts.
    pub fn said(way: usize, variable: usize) -> Option<bool> {
        SAID[way / 3_usize.pow(variable as u32) % 3]
    }

    /// The same way with another answer to a fact that is not known.
    pub fn settled(way: usize, variable: usize, yes: bool) -> usize {
        way + 3_usize.pow(variable as u32) * (1 + usize::from(yes))
    }

    /// The place of a fact, where it is one of these.
    pub fn place(&self, path: &str) -> Option<usize> {
        self.variables.iter().position(|variable| variable.path == path)
    }

    /// The facts of one way, as they are sent.
    pub fn facts(&self, said: impl Fn(usize) -> Option<bool>) -> Value {
        let mut facts = self.about.clone();
        for (place, variable) in self.variables.iter().enumerate() {
            variable.put(&mut facts, said(place));
        }
        Value::Object(facts)
    }
}

/// Puts a value at a path. A thing of which nothing was said yet comes to be an object.
fn put(facts: &mut Map<String, Value>, path: &str, value: &Value) {
    match path.split_once('.') {
        None => _ = facts.insert(path.to_owned(), value.clone()),
        Some((first, rest)) => {
            let beneath = facts.entry(first).or_insert_with(|| json!({}));
            put(beneath.as_object_mut().unwrap(), rest, value);
        }
    }
}

/// The packs that answer in an area.
pub fn stack(area: &str) -> Vec<&'static Written> {
    let (_, _, ids) = rulebook().areas().into_iter().find(|(id, _, _)| **id == *area).unwrap();
    packs().iter().filter(|pack| ids.iter().any(|id| **id == *pack.id())).collect()
}

/// The facts that people are asked, as one variable for each path.
pub fn variables(area: &str, paths: &BTreeSet<String>) -> Vec<Variable> {
    let rulebook = rulebook();
    let asked = asked_facts(&rulebook, area);
    let variable = |path: &String| {
        asked.iter().find(|(name, fact)| fact.path_of(name) == *path)?;
        let value = |yes: bool| {
            let facts = facts_of(&rulebook, area, |other| (other == path).then_some(yes));
            facts.pointer(&format!("/{}", path.replace('.', "/"))).unwrap().clone()
        };
        Some(Variable { path: path.clone(), no: value(false), yes: value(true) })
    };
    paths.iter().filter_map(variable).collect()
}

/// The paths of the facts that people are asked, on which others rest.
pub fn paths_behind<'n>(area: &str, names: impl IntoIterator<Item = &'n str>) -> BTreeSet<String> {
    let stack = stack(area);
    let mut open: Vec<String> = names.into_iter().map(str::to_owned).collect();
    let (mut seen, mut paths) = (BTreeSet::new(), BTreeSet::new());
    while let Some(name) = open.pop() {
        let declared = stack.iter().find_map(|pack| pack.object["fact"].get(&name));
        let (Some(fact), true) = (declared, seen.insert(name.clone())) else { continue };
        let texts = |field: &str| fact[field].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned);
        let parts: Vec<String> = ["all_of", "any_of", "none_of", "known_from"].into_iter().flat_map(texts).collect();
        if parts.is_empty() {
            paths.insert(fact["path"].as_str().map_or_else(|| camel(&name), str::to_owned));
        } else {
            open.extend(parts);
            open.extend(["contradicted_by", "outweighed_by", "no_is_doubted_by"].into_iter().flat_map(texts));
        }
    }
    paths
}
