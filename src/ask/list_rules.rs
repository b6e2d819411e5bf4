//! **What do these documents say?** Every rule of the packs in use, with its place, its words and its conditions, so that
//! a rule can be looked up without a case.

use chrono::NaiveDate;
use serde::Serialize;

use super::describe::{Packs, stack};
use crate::engine::decision::{Ask, Cited};
use crate::engine::rulebook::Rulebook;
use crate::engine::stack::Stack;
use crate::error::Error;
use crate::pack::Pack;
use crate::pack::rule::AnyRule;
use crate::text::Said;
use crate::value::Text;
use crate::value::spelling::kebab;

/// A rule as it stands in the rule book.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Entry {
    /// The id of its pack.
    pub pack: Text,
    /// The question it helps to answer, as `explain` names it.
    pub question: String,
    /// The rule as answers cite it.
    pub rule: Cited,
    /// What must all be a yes for it to hold; none for a rule that always holds.
    pub when: Vec<Ask>,
    /// What keeps it from being used, any of it.
    pub unless: Vec<Ask>,
    /// The first day on which it holds, where the document says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<NaiveDate>,
    /// The last day on which it holds, where the document says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// The rules of documents beneath that it replaces.
    pub instead_of: Vec<Text>,
}

/// The rules of the packs in use.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Rules {
    /// The packs in their order, question by question, in the order of the document.
    pub rules: Vec<Entry>,
}

/// Lists the rules of an area, of packs, or of all packs. Days of validity are told, and leave nothing out.
pub(super) fn list_rules(packs: &Packs, rulebook: &Rulebook) -> Result<Rules, Error> {
    let stack = stack(packs, rulebook)?;
    let rules = stack.packs.iter().flat_map(|pack| pack.every_rule().map(|rule| entry(pack, rule, &stack)));
    Ok(Rules { rules: rules.collect() })
}

fn entry(pack: &Pack, rule: &dyn AnyRule, stack: &Stack) -> Entry {
    let cite = rule.cite();
    let asks = |facts: &[Text]| facts.iter().map(|fact| ask(pack, fact, stack)).collect();
    Entry {
        pack: Text::clone(&pack.document().id),
        question: kebab(rule.table()),
        rule: Cited::of(pack, rule),
        when: asks(&cite.when),
        unless: asks(&cite.unless),
        since: cite.since,
        until: cite.until,
        instead_of: cite.instead_of.clone(),
    }
}

/// The question that the pack's own fact asks, for two documents may ask it in different words; else that of a pack beneath.
fn ask(pack: &Pack, name: &Text, stack: &Stack) -> Ask {
    match pack.words.fact.get(name) {
        Some(fact) => Ask::new(fact.path_of(name), Said::of_pack(&pack.document().id, name, &fact.asks)),
        None => stack.ask(name),
    }
}
