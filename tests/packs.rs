//! The packs: each example of each rule, and the words of each citation.

mod common;

use common::{ask, holds, ids, in_camel_case, rulebook};
use safeguarding_rules::decide::record_consent_basis::{BasisKind, LawfulBasis};
use safeguarding_rules::pack::{Example, Pack};
use serde_json::Value;

/// The packs as authors write them, with their examples, which are not shipped.
fn authored() -> Vec<(String, Pack)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/packs");
    let mut packs = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name.ends_with(".toml") && name != "bank-holidays.toml" {
            let text = std::fs::read_to_string(&path).unwrap();
            packs.push((name.clone(), toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"))));
        }
    }
    packs.sort_by(|(left, _), (right, _)| left.cmp(right));
    packs
}

/// An example of a pack asks that pack's own area where it names none.
fn facts_of(example: &Example, pack: &Pack) -> Value {
    let mut facts = in_camel_case(&example.facts);
    let scoped = facts.get("area").is_some() || facts.get("packs").is_some();
    if !scoped {
        match &pack.document.area {
            Some(area) => facts["area"] = area.clone().into(),
            None => facts["packs"] = vec![pack.document.id.clone()].into(),
        }
    }
    facts
}

/// The rules that an answer rests on, and those whose bases it lists.
fn cited(decision: &Value) -> Vec<String> {
    let listed = ["lawfulBases", "conditions"].iter().flat_map(|list| decision["answer"][list].as_array().into_iter().flatten());
    let bases = listed.map(|basis| basis["rule"].as_str().unwrap().to_owned()).collect();
    [ids(decision, "because"), ids(decision, "alsoApplies"), bases].concat()
}

/// A basis that is open to everybody on every day has no near miss.
fn is_unconditional(pack: &Pack, id: &str) -> bool {
    let open = |basis: &LawfulBasis| basis.kind == BasisKind::Article6 && !basis.not_for_public_bodies && basis.in_force_from.is_none();
    pack.lawful_basis.iter().any(|basis| basis.id == id && open(basis))
}

#[test]
fn every_example_answers_as_its_pack_says() {
    let rulebook = rulebook();
    let mut failures = Vec::new();
    let mut run = 0;
    for (file, pack) in authored() {
        for example in &pack.example {
            run += 1;
            let decision = match ask(example.asks, &facts_of(example, &pack), &rulebook) {
                Ok(decision) => decision,
                Err(refusal) => {
                    failures.push(format!("{file}: {}: refused at {refusal}", example.name));
                    continue;
                }
            };
            let cited = cited(&decision);
            let silent = example.fires.iter().filter(|id| !cited.contains(id));
            let loud = example.misses.iter().filter(|id| cited.contains(id));
            failures.extend(silent.map(|id| format!("{file}: {}: {id} does not fire, but {cited:?}", example.name)));
            failures.extend(loud.map(|id| format!("{file}: {}: {id} fires", example.name)));
            let expected = in_camel_case(&example.answer);
            if !expected.is_null() && !holds(&decision["answer"], &expected) {
                failures.push(format!("{file}: {}: expected {expected}, answered {}", example.name, decision["answer"]));
            }
        }
    }
    assert!(failures.is_empty(), "{} of {run} examples:\n{}", failures.len(), failures.join("\n"));
    assert!(run > 0, "no example was found");
    println!("{run} examples");
}

#[test]
fn every_rule_has_an_example_that_fires_it_and_a_near_miss() {
    for (file, pack) in authored() {
        for (table, rule) in pack.rules() {
            let id = rule.id().to_owned();
            assert!(pack.example.iter().any(|example| example.fires.contains(&id)), "{file}: {table} {id} has no example that fires it");
            let missed = pack.example.iter().any(|example| example.misses.contains(&id));
            assert!(missed || is_unconditional(&pack, &id), "{file}: {table} {id} has no near miss");
        }
    }
}
