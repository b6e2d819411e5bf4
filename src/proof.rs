//! A pack proves itself: its examples are asked, each must answer as it says, and no rule goes without one.

use crate::answers::Told;
use crate::audit::shown_id;
use crate::facts::{Kept, Node, table};
use crate::pack::{Pack, Question};
use crate::questions;
use crate::rulebook::Rulebook;
use crate::words::refusal::Refusal;
use crate::words::{Gather as _, Gathering as _};
use crate::words::{and_list, camel};

table! {
    /// A case that shows rules at work, in the spelling of packs.
    #[derive(Clone, Debug, Default)]
    pub struct Example {
        /// What it shows.
        pub name: &'static str,
        /// The question it asks.
        pub asks: Question,
        /// What is known.
        pub facts: Kept,
        /// Rules that the answer rests on, and the codes of cautions that it gives.
        pub fires: &'static [&'static str],
        /// Rules that come near and do not, and the codes of cautions that it does not give.
        pub misses: &'static [&'static str],
        /// What the answer holds, field for field, as far as it is given.
        pub answer: Kept,
    }
}

/// Everything about a pack's examples that is not as it should be; empty where all is well.
pub fn doubts(pack: &Pack, rulebook: &Rulebook) -> Vec<Refusal> {
    let mut doubts = Vec::new();
    for (index, example) in pack.example.iter().enumerate() {
        let doubt = |field: &str, expected: String| {
            Refusal::new("bad-example", format!("example[{index}].{field}"), format!("{}: {expected}", shown_name(example.name)))
        };
        let heard = ask(example, pack, rulebook, |told| {
            let cited = cited(told);
            let cautions = texts(told, "cautions", "code");
            let is_heard = |id: &str| cited.iter().chain(&cautions).any(|known| known == id);
            let silent = example.fires.iter().filter(|id| !is_heard(id));
            let loud = example.misses.iter().filter(|id| is_heard(id));
            let mut heard: Vec<Refusal> = silent
                .map(|id| doubt("fires", format!("expected {} to fire, but these do: {}", shown_id(id), cited.join(", "))))
                .gathered();
            heard.gather(loud.map(|id| doubt("misses", format!("expected {} not to fire", shown_id(id)))));
            let wanted = in_camel_case(&example.answer.0);
            let answer = told.at("answer");
            if let Some(place) = answer.map_or(Some(String::new()), |answer| differs(answer, &wanted)) {
                heard.push(doubt(&format!("answer{place}"), "expected another answer than is given".to_owned()));
            }
            heard
        });
        match heard {
            Ok(heard) => doubts.gather(heard),
            Err(refusal) => {
                let fires: Vec<&str> = example.fires.iter().map(|id| shown_id(id)).gathered();
                let expected = if fires.is_empty() { "no refusal".to_owned() } else { format!("{} to fire", and_list(&fires)) };
                doubts.push(doubt("facts", format!("expected {expected}, but the question is refused at {refusal}")));
            }
        }
    }
    doubts.gather(without_example(pack));
    doubts
}

/// Asks what an example of a pack asks, and hands on what is told.
///
/// # Errors
/// The question's own [`Refusal`].
pub fn ask<T>(example: &Example, pack: &Pack, rulebook: &Rulebook, hear: impl FnOnce(&Told<'_>) -> T) -> Result<T, Refusal> {
    questions::ask(example.asks, &scoped(in_camel_case(&example.facts.0), pack), rulebook, hear)
}

/// An example's name, by which its author finds it, as far as it is a plain name.
fn shown_name(name: &str) -> &str {
    let plain = name.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | ',' | '.' | ';' | ':' | '\'' | '(' | ')' | '/' | '-'));
    if plain && name.len() <= LONGEST_NAME { name } else { "…" }
}

const LONGEST_NAME: usize = 120;

/// Rules that no example fires, or none nearly fires.
fn without_example(pack: &Pack) -> Vec<Refusal> {
    let mut doubts = Vec::new();
    for (table, rule) in pack.rules() {
        let place = format!("{table}.{}", shown_id(rule.id()));
        let shown = |list: fn(&Example) -> &'static [&'static str]| pack.example.iter().any(|example| list(example).contains(&rule.id()));
        if table == "edition" {
            continue;
        }
        if !shown(|example| example.fires) {
            doubts.push(Refusal::new("bad-example", place, "expected an example that fires it"));
        } else if !shown(|example| example.misses) && !pack.is_open_to_everybody(rule.id()) {
            doubts.push(Refusal::new("bad-example", place, "expected an example in which it nearly fires"));
        }
    }
    doubts
}

/// Where a decision names the rules that it rests on, and those whose bases it lists: the list, and the field of the id.
pub const LISTS: [(&str, &str); 4] =
    [("because", "id"), ("alsoApplies", "id"), ("answer.lawfulBases", "rule"), ("answer.conditions", "rule")];

/// The rules that an answer rests on, and those whose bases it lists.
fn cited(told: &Told<'_>) -> Vec<String> {
    LISTS.into_iter().flat_map(|(list, name)| texts(told, list, name)).gathered()
}

/// What stands under a name in each item of a list.
fn texts(told: &Told<'_>, list: &str, name: &str) -> Vec<String> {
    told.at(list).map_or(&[][..], Told::items).iter().filter_map(|item| item.at(name)?.text_of()).gathered()
}

/// Where an answer does not hold what is wanted; none where it does.
fn differs(told: &Told<'_>, wanted: &Node) -> Option<String> {
    match (told, wanted) {
        (_, Node::Null) => None,
        (_, Node::Table(entries)) => entries.iter().find_map(|(name, wanted)| {
            let place = told.at(name).map_or(Some(String::new()), |told| differs(told, wanted))?;
            Some(format!(".{name}{place}"))
        }),
        (Told::List(items), Node::List(wanted)) => {
            let differing = || items.iter().zip(wanted).position(|(told, wanted)| differs(told, wanted).is_some());
            (items.len() != wanted.len()).then(String::new).or_else(|| differing().map(|place| format!("[{place}]")))
        }
        (Told::Bool(told), Node::Bool(wanted)) if told == wanted => None,
        (Told::Count(told), Node::Number(wanted)) if Some(*told) == *wanted => None,
        (Told::Unknown | Told::Text(_) | Told::Said(_), Node::Text(wanted)) if told.text_of().as_ref() == Some(wanted) => None,
        _ => Some(String::new()),
    }
}

/// An example of a pack asks that pack's own area where it names none.
fn scoped(mut facts: Node, pack: &Pack) -> Node {
    if facts.at("area").is_none() && facts.at("packs").is_none() {
        match pack.document.area {
            Some(area) => facts.set("area", Node::Text(area.to_owned())),
            None => facts.set("packs", Node::List(vec![Node::Text(pack.document.id.to_owned())])),
        }
    }
    facts
}

/// The same with every name as JavaScript spells it.
fn in_camel_case(node: &Node) -> Node {
    match node {
        Node::Table(entries) => Node::Table(entries.iter().map(|(name, node)| (camel(name), in_camel_case(node))).gathered()),
        Node::List(items) => Node::List(items.iter().map(in_camel_case).gathered()),
        other => other.clone(),
    }
}
