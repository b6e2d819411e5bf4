//! What do these documents say? Every rule of the packs in use, with its place, its words and its conditions, so that a
//! rule can be looked up without a case.

use crate::answers::answers;
use crate::pack::Pack;
use crate::rulebook::{Rulebook, Scope, Stack};
use crate::words::Gather as _;
use crate::words::citation::Cites;
use crate::words::decision::{Ask, Cited};
use crate::words::kebab;
use crate::words::refusal::Refusal;
use crate::words::said::Said;
use chrono::NaiveDate;

answers! {
    /// A rule as it stands in the rule book.
    #[derive(Clone, Debug)]
    pub struct Entry<'r> {
        /// The id of its pack.
        pub pack: &'r str,
        /// The question it helps to answer, as `explain` names it.
        pub question: String,
        /// The rule as answers cite it.
        pub rule: Cited<'r>,
        /// What must all be a yes for it to hold; none for a rule that always holds.
        pub when: Vec<Ask>,
        /// What keeps it from being used, any of it.
        pub unless: Vec<Ask>,
        /// The first day on which it holds, where the document says.
        pub since: Option<NaiveDate> where known,
        /// The last day on which it holds, where the document says.
        pub until: Option<NaiveDate> where known,
        /// The rules of documents beneath that it replaces.
        pub instead_of: Vec<&'r str>,
    }
}

answers! {
    /// The rules of the packs in use.
    #[derive(Clone, Debug)]
    pub struct RuleBook<'r> {
        /// The packs in their order, question by question, in the order of the document.
        pub rules: Vec<Entry<'r>>,
    }
}

/// Lists the rules of an area, of packs, or of all packs. Days of validity are told, and leave nothing out.
///
/// # Errors
/// A [`Refusal`] where an area or pack is not known.
pub fn list_rules<'r>(scope: &Scope, rulebook: &'r Rulebook) -> Result<RuleBook<'r>, Refusal> {
    let stack = scope.stack(rulebook)?;
    let mut rules = Vec::new();
    for &pack in &stack.packs {
        for (table, rule) in pack.rules() {
            rules.push(entry(pack, table, rule, &stack));
        }
    }
    Ok(RuleBook { rules })
}

fn entry<'r>(pack: &'r Pack, table: &str, rule: &'r dyn Cites, stack: &Stack<'r>) -> Entry<'r> {
    let asks = |facts: &[&'static str]| facts.iter().map(|fact| ask(pack, fact, stack)).gathered();
    Entry {
        pack: pack.document.id,
        question: kebab(table),
        rule: pack.cite(rule),
        when: asks(rule.when()),
        unless: asks(rule.unless()),
        since: rule.since(),
        until: rule.until(),
        instead_of: rule.instead_of().to_vec(),
    }
}

/// The question that the pack's own fact asks, for two documents may ask it in different words; else that of a pack beneath.
fn ask(pack: &Pack, name: &'static str, stack: &Stack<'_>) -> Ask {
    match pack.fact.get(name) {
        Some(fact) => Ask::new(fact.path_of(name), Said::of_pack(pack.document.id, name, fact.asks)),
        None => Ask::new(stack.path(name), stack.question(name)),
    }
}
