//! The packs: each example of each rule, and the words of each citation.

mod common;

use common::rulebook;
use safeguarding_rules::pack::Pack;
use safeguarding_rules::proof;
use safeguarding_rules::words::timescale::Timescale;

struct Authored {
    file: String,
    pack: Pack,
}

/// The packs as authors write them, with their examples, which are not shipped.
fn authored() -> Vec<Authored> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/packs");
    let mut packs = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        if file.ends_with(".toml") && file != "bank-holidays.toml" {
            let object: toml::Table = toml::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
            packs.push(Authored { file, pack: Pack::read_again(serde_json::to_string(&object).unwrap().leak()).unwrap() });
        }
    }
    packs.sort_by(|left, right| left.file.cmp(&right.file));
    packs
}

#[test]
fn every_example_answers_as_its_pack_says_and_no_rule_goes_without() {
    let rulebook = rulebook();
    let mut doubts = Vec::new();
    for Authored { file, pack } in authored() {
        doubts.extend(proof::doubts(&pack, &rulebook).into_iter().map(|doubt| format!("{file}: {doubt}")));
    }
    assert!(doubts.is_empty(), "{} doubts:\n{}", doubts.len(), doubts.join("\n"));
}

#[test]
fn a_rule_says_the_time_that_it_gives() {
    for Authored { file, pack } in authored() {
        for rule in pack.classify_concern {
            let Some(timescale) = rule.hold else { continue };
            let said = match timescale {
                Timescale::SameDay => "on the day".to_owned(),
                Timescale::WorkingDays(_) => timescale.to_string().replace("within ", ""),
            };
            assert!(rule.says.contains(&said), "{file}: {} gives {timescale} and says: {}", rule.id, rule.says);
        }
    }
}
