//! A pack proves itself: its examples are asked, each must answer as it says, and no rule goes without one.

use serde::{Deserialize, Deserializer};

use crate::engine::decision::Cited;
use crate::engine::question::{Decided, Listed};
use crate::engine::rulebook::Rulebook;
use crate::error::{Code, Error, shown_id};
use crate::pack::Pack;
use crate::pack::document::Edition;
use crate::pack::rule::Own as _;
use crate::questions::{self, record_consent_basis};
use crate::value::json::Json;
use crate::value::spelling::{and_list, camel};
use crate::value::{Text, read};

/// A case that shows rules at work, in the spelling of packs.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Example {
    /// What it shows.
    pub name: Text,
    /// The question it asks.
    #[serde(deserialize_with = "question")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub asks: &'static Listed,
    /// What is known.
    #[serde(default, deserialize_with = "in_camel_case")]
    #[cfg_attr(feature = "schema", schemars(with = "std::collections::BTreeMap<String, serde_json::Value>"))]
    pub facts: Json<'static>,
    /// Rules that the answer rests on, and the codes of cautions that it gives.
    #[serde(default)]
    pub fires: Vec<Text>,
    /// Rules that come near and do not, and the codes of cautions that it does not give.
    #[serde(default)]
    pub misses: Vec<Text>,
    /// What the answer holds, field for field, as far as it is given.
    #[serde(default, deserialize_with = "in_camel_case")]
    #[cfg_attr(feature = "schema", schemars(with = "std::collections::BTreeMap<String, serde_json::Value>"))]
    pub answer: Json<'static>,
}

fn question<'de, D: Deserializer<'de>>(deserializer: D) -> Result<&'static Listed, D::Error> {
    let name = Json::deserialize(deserializer)?;
    let named = name.as_text().ok_or_else(|| Error::expected(Code::BadInput, "one of the words of this list")).and_then(questions::named);
    named.map_err(|error| read::handed_on(&error))
}

/// The same with every name as JavaScript spells it.
fn in_camel_case<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Json<'static>, D::Error> {
    fn spelt(node: Json<'_>) -> Json<'static> {
        match node {
            Json::Object(entries) => Json::Object(entries.into_iter().map(|(name, node)| (camel(&name).into(), spelt(node))).collect()),
            Json::List(items) => Json::List(items.into_iter().map(spelt).collect()),
            other => other.into_owned(),
        }
    }
    Json::deserialize(deserializer).map(spelt)
}

/// Everything about a pack's examples that is not as it should be; empty where all is well.
pub(crate) fn doubts(pack: &Pack, examples: &[Example], rulebook: &Rulebook) -> Vec<Error> {
    let of_examples = examples.iter().enumerate().flat_map(|(index, example)| doubts_about(example, index, pack, rulebook));
    of_examples.chain(without_example(pack, examples)).collect()
}

fn doubts_about(example: &Example, index: usize, pack: &Pack, rulebook: &Rulebook) -> Vec<Error> {
    let doubt = |field: &str, expected: String| {
        Error::new(Code::BadExample, format!("example[{index}].{field}"), format!("{}: {expected}", shown_name(&example.name)))
    };
    let facts = scoped(&example.facts, pack, rulebook);
    let (decision, written) =
        match example.asks.decide(&facts, rulebook).and_then(|decision| Ok((decision, example.asks.write(&facts, rulebook)?))) {
            Ok(asked) => asked,
            Err(refusal) => {
                let fires: Vec<&str> = example.fires.iter().map(|id| shown_id(id)).collect();
                let expected = if fires.is_empty() { "no refusal".to_owned() } else { format!("{} to fire", and_list(&fires)) };
                return vec![doubt("facts", format!("expected {expected}, but the question is refused at {refusal}"))];
            }
        };
    let cited = cited(&decision);
    let is_heard = |id: &Text| cited.contains(id) || decision.cautions.iter().any(|caution| caution.code == *id);
    let silent = example.fires.iter().filter(|id| !is_heard(id));
    let loud = example.misses.iter().filter(|id| is_heard(id));
    let mut doubts: Vec<Error> = silent
        .map(|id| doubt("fires", format!("expected {} to fire, but these do: {}", shown_id(id), cited.join(", "))))
        .chain(loud.map(|id| doubt("misses", format!("expected {} not to fire", shown_id(id)))))
        .collect();
    let told = Json::parse(&written).ok();
    let answer = told.as_ref().and_then(|told| told.at("answer"));
    if let Some(place) = answer.map_or(Some(String::new()), |answer| differs(answer, &example.answer)) {
        doubts.push(doubt(&format!("answer{place}"), "expected another answer than is given".to_owned()));
    }
    doubts
}

/// An example's name, by which its author finds it, as far as it is a plain name.
fn shown_name(name: &str) -> &str {
    let plain = name.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | ',' | '.' | ';' | ':' | '\'' | '(' | ')' | '/' | '-'));
    if plain && name.len() <= LONGEST_NAME { name } else { "…" }
}

const LONGEST_NAME: usize = 120;

/// Rules that no example fires, or none nearly fires.
fn without_example(pack: &Pack, examples: &[Example]) -> Vec<Error> {
    let doubt = |table: &str, id: &Text, expected: &str| Some(Error::new(Code::BadExample, format!("{table}.{}", shown_id(id)), expected));
    let rules = pack.every_rule().filter(|rule| rule.table() != Edition::TABLE).map(|rule| (rule.table(), &rule.cite().id));
    let doubts = rules.filter_map(|(table, id)| {
        let shown = |list: fn(&Example) -> &Vec<Text>| examples.iter().any(|example| list(example).contains(id));
        match (shown(|example| &example.fires), shown(|example| &example.misses)) {
            (false, _) => doubt(table, id, "expected an example that fires it"),
            (true, false) if !record_consent_basis::is_open_to_everybody(pack, id) => {
                doubt(table, id, "expected an example in which it nearly fires")
            }
            _ => None,
        }
    });
    doubts.collect()
}

/// The rules that an answer rests on, and those whose bases it lists.
fn cited(decision: &Decided) -> Vec<Text> {
    let rules = |list: &[Cited]| list.iter().map(|cited| Text::clone(&cited.id)).collect::<Vec<_>>();
    [rules(&decision.because), rules(&decision.also_applies), decision.answer.rules_listed()].concat()
}

/// Where an answer does not hold what is wanted; none where it does.
fn differs(told: &Json<'_>, wanted: &Json<'_>) -> Option<String> {
    match (told, wanted) {
        (_, Json::Null) => None,
        (_, Json::Object(entries)) => entries.iter().find_map(|(name, wanted)| {
            let place = told.at(name).map_or(Some(String::new()), |told| differs(told, wanted))?;
            Some(format!(".{name}{place}"))
        }),
        (Json::List(items), Json::List(wanted)) if items.len() == wanted.len() => {
            let differing = items.iter().zip(wanted).position(|(told, wanted)| differs(told, wanted).is_some());
            differing.map(|place| format!("[{place}]"))
        }
        (told, wanted) => (told != wanted).then(String::new),
    }
}

/// An example of a pack asks that pack's own area where it names none; and of several editions its own.
fn scoped(facts: &Json<'static>, pack: &Pack, rulebook: &Rulebook) -> Json<'static> {
    let mut facts = facts.clone();
    let editions = rulebook.packs().iter().filter(|other| other.document().id == pack.document().id).count();
    if editions > 1 && facts.at("asOf").is_none() {
        facts.set("asOf", Json::text(pack.document().day(None).to_string()));
    }
    if facts.at("area").is_none() && facts.at("packs").is_none() {
        match &pack.document().area {
            Some(area) => facts.set("area", Json::text(area.to_string())),
            None => facts.set("packs", Json::List(vec![Json::text(pack.document().id.to_string())])),
        }
    }
    facts
}
