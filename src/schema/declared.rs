//! What packs ask for, as the schema of one question tells it.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::merged;
use super::values::{moment, three_answers};
use crate::engine::question::Listed;
use crate::engine::rulebook::Rulebook;
use crate::pack::fact::Fact;
use crate::value::age::{MOST_YEARS, is_age};
use crate::value::truth::UNKNOWN;
use crate::value::{Text, distinct};

/// The facts that packs declare.
pub(super) struct Declared<'r> {
    rulebook: &'r Rulebook,
    /// Each path at which facts are asked, with those facts, in the order of the documents.
    paths: Vec<(String, Vec<Arc<Fact>>)>,
    /// The paths that rules of the question use.
    used: Vec<String>,
}

impl<'r> Declared<'r> {
    /// Those that rules of a question use, and beside them the others.
    pub(super) fn of(question: &Listed, rulebook: &'r Rulebook) -> Self {
        let mut declared = Declared { rulebook, paths: paths_of(rulebook), used: Vec::new() };
        for pack in rulebook.packs() {
            let rules = pack.every_rule().filter(|rule| rule.table() == question.table);
            rules.flat_map(|rule| rule.facts()).for_each(|name| declared.use_fact(name));
        }
        declared
    }

    /// All of them.
    pub(super) fn of_all(rulebook: &'r Rulebook) -> Self {
        let paths = paths_of(rulebook);
        Declared { rulebook, used: paths.iter().map(|(path, _)| path.clone()).collect(), paths }
    }

    /// A fact that rules use, or all those that it is made of.
    fn use_fact(&mut self, name: &str) {
        let facts: Vec<&Arc<Fact>> = self.rulebook.packs().iter().filter_map(|pack| pack.words.fact.get(name)).collect();
        for fact in facts {
            if fact.is_asked() {
                self.used.push(fact.path_of(name).into_owned());
            }
            fact.parts().iter().for_each(|part| self.use_fact(part));
        }
    }

    /// The facts whose paths begin so. Those that rules of the question use have fields of their own; the others are taken
    /// as well, because the packs declare them, and no form shows them.
    pub(super) fn below(&self, beginning: &str) -> Value {
        let (mut properties, mut others): (Map<String, Value>, Vec<&str>) = (Map::new(), Vec::new());
        for (path, facts) in &self.paths {
            let Some(rest) = path.strip_prefix(beginning) else { continue };
            let (name, is_object) = rest.split_once('.').map_or((rest, false), |(name, _)| (name, true));
            if properties.contains_key(name) || others.contains(&name) {
                continue;
            }
            let schema = if is_object { self.object(&format!("{beginning}{name}"), name) } else { self.fact(path, facts) };
            match schema {
                Some(schema) => drop(properties.insert(name.to_owned(), schema)),
                None => others.push(name),
            }
        }
        let mut schema = json!({ "type": "object", "properties": properties, "additionalProperties": false });
        if !others.is_empty() {
            schema["patternProperties"] = json!({ format!("^({})$", others.join("|")): {} });
        }
        schema
    }

    /// An object of facts, where rules of the question use some of them.
    fn object(&self, path: &str, name: &str) -> Option<Value> {
        let schema = self.below(&format!("{path}."));
        let is_used = schema["properties"].as_object().is_some_and(|properties| !properties.is_empty());
        let (first, rest) = name.split_at(1);
        is_used.then(|| merged([schema, json!({ "title": format!("{}{rest}", first.to_ascii_uppercase()) })]))
    }

    /// What stands at a path, where rules of the question use it; its question is its title.
    fn fact(&self, path: &str, facts: &[Arc<Fact>]) -> Option<Value> {
        let any = |is_so: fn(&Fact) -> bool| facts.iter().any(|fact| is_so(fact));
        let words = |of: fn(&Fact) -> &[Text]| distinct(facts.iter().flat_map(|fact| of(fact)).map(|word| &**word));
        let (closed, own): (Vec<&str>, Vec<&str>) = (words(|fact| &fact.one_of), words(|fact| &fact.is));
        let listed = || self.rulebook.packs().iter().flat_map(|pack| pack.words_at(path)).map(|word| &**word);
        let known = distinct(own.into_iter().chain(listed()));
        let schema = if any(|fact| fact.moment) {
            moment()
        } else if !closed.is_empty() {
            let words: Vec<&str> = closed.into_iter().chain([UNKNOWN]).collect();
            json!({ "type": "string", "enum": words })
        } else if any(|fact| fact.more_than.is_some()) {
            let most = if is_age(path) { MOST_YEARS } else { u32::MAX };
            json!({ "type": ["integer", "string"], "minimum": 0, "maximum": most, "pattern": format!("^{UNKNOWN}$") })
        } else if !known.is_empty() && any(|fact| fact.yes_or_no) {
            json!({ "type": ["boolean", "string", "array"], "items": { "type": "string" }, "examples": known })
        } else if !known.is_empty() {
            json!({ "type": ["string", "array"], "items": { "type": "string" }, "examples": known })
        } else if any(|fact| fact.filled) {
            json!({ "type": ["string", "array", "boolean", "integer"], "items": { "type": "string" } })
        } else {
            three_answers()
        };
        self.used.iter().any(|used| used == path).then(|| merged([schema, json!({ "title": facts[0].asks })]))
    }
}

/// Each path at which facts are asked, with those facts, in the order of the documents.
fn paths_of(rulebook: &Rulebook) -> Vec<(String, Vec<Arc<Fact>>)> {
    let mut paths: Vec<(String, Vec<Arc<Fact>>)> = Vec::new();
    for pack in rulebook.packs() {
        for (name, fact) in pack.words.fact.iter().filter(|(_, fact)| fact.is_asked()) {
            let path = fact.path_of(name).into_owned();
            match paths.iter_mut().find(|(known, _)| *known == path) {
                Some((_, facts)) => facts.push(Arc::clone(fact)),
                None => paths.push((path, vec![Arc::clone(fact)])),
            }
        }
    }
    paths
}
