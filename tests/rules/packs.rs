//! The packs: each example of each rule, and the words of each citation.

use crate::common::written::{Rule, Written, packs, without};
use safeguarding_rules::Timescale;

/// Loaded with the examples that its author wrote, which are not shipped.
#[test]
fn every_example_answers_as_its_pack_says_and_no_rule_goes_without() {
    let doubt = |pack: &Written| Some(format!("{}: {}", pack.id(), without(pack.id()).with(&pack.object.to_string()).err()?));
    let doubts: Vec<String> = packs().iter().filter_map(doubt).collect();
    assert!(doubts.is_empty(), "{}", doubts.join("\n"));
}

/// Of a duty that several rules share one says it.
#[test]
fn a_rule_says_the_time_that_it_gives() {
    let mut silent = Vec::new();
    for pack in packs() {
        for (table, rule) in pack.rules() {
            let given = ["hold", "within"].into_iter().find_map(|field| rule.text(field));
            let Some(timescale) = given.and_then(Timescale::from_words) else { continue };
            let said = match timescale {
                Timescale::SameDay => "on the day".to_owned(),
                Timescale::Hours(_) | Timescale::Days(_) | Timescale::WorkingDays(_) => timescale.to_string().replace("within ", ""),
            };
            let of_the_duty =
                |other: &&Rule| other.id == rule.id || (rule.text("duty").is_some() && other.text("duty") == rule.text("duty"));
            if !pack.table(table).filter(of_the_duty).any(|other| other.says.contains(&said)) {
                silent.push(format!("{}: {} gives {timescale} and says: {}", pack.id(), rule.id, rule.says));
            }
        }
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}
