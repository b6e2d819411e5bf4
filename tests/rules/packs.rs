//! The packs: each example of each rule, and the words of each citation.

use crate::common::written::{Written, packs, without};
use safeguarding_rules::Timescale;

/// Loaded with the examples that its author wrote, which are not shipped.
#[test]
fn every_example_answers_as_its_pack_says_and_no_rule_goes_without() {
    let doubt = |pack: &Written| Some(format!("{}: {}", pack.id(), without(pack.id()).with(&pack.object.to_string()).err()?));
    let doubts: Vec<String> = packs().iter().filter_map(doubt).collect();
    assert!(doubts.is_empty(), "{}", doubts.join("\n"));
}

#[test]
fn a_rule_says_the_time_that_it_gives() {
    for pack in packs() {
        for rule in pack.table("classify_concern") {
            let Some(timescale) = rule.text("hold").map(|words| Timescale::from_words(words).unwrap()) else { continue };
            let said = match timescale {
                Timescale::SameDay => "on the day".to_owned(),
                Timescale::Hours(_) | Timescale::Days(_) | Timescale::WorkingDays(_) => timescale.to_string().replace("within ", ""),
            };
            assert!(rule.says.contains(&said), "{}: {} gives {timescale} and says: {}", pack.id(), rule.id, rule.says);
        }
    }
}
