//! The packs: each example of each rule, and the words of each citation.

mod common;

use common::{ask, holds, ids, in_camel_case, rulebook};
use safeguarding_rules::decide::record_consent_basis::{BasisKind, LawfulBasis};
use safeguarding_rules::pack::{Pack, Question};
use safeguarding_rules::words::timescale::Timescale;
use serde::Deserialize;
use serde_json::Value;

/// A case that shows rules at work. Facts and answer are in snake_case, as packs are.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    name: String,
    asks: String,
    facts: Value,
    #[serde(default)]
    fires: Vec<String>,
    #[serde(default)]
    misses: Vec<String>,
    #[serde(default)]
    answer: Value,
}

struct Authored {
    file: String,
    pack: Pack,
    examples: Vec<Example>,
}

/// The packs as authors write them, with their examples, which are not shipped.
fn authored() -> Vec<Authored> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/packs");
    let mut packs = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        if file.ends_with(".toml") && file != "bank-holidays.toml" {
            let mut object: toml::Table = toml::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
            let examples = object.remove("example").map_or(Vec::new(), |examples| examples.try_into().unwrap());
            let pack = Pack::read(&serde_json::to_string(&object).unwrap()).unwrap();
            packs.push(Authored { file, pack, examples });
        }
    }
    packs.sort_by(|left, right| left.file.cmp(&right.file));
    packs
}

fn question(asks: &str) -> Question {
    match asks {
        "classify_concern" => Question::ClassifyConcern,
        "list_attendees" => Question::ListAttendees,
        "check_action" => Question::CheckAction,
        "check_plan" => Question::CheckPlan,
        "record_consent_basis" => Question::RecordConsentBasis,
        "choose_meeting" => Question::ChooseMeeting,
        "list_deadlines" => Question::ListDeadlines,
        "make_checklist" => Question::MakeChecklist,
        "resolve_disagreement" => Question::ResolveDisagreement,
        "report_quarter" => Question::ReportQuarter,
        other => panic!("{other} is no question"),
    }
}

/// An example of a pack asks that pack's own area where it names none.
fn facts_of(example: &Example, pack: &Pack) -> Value {
    let mut facts = in_camel_case(&example.facts);
    let scoped = facts.get("area").is_some() || facts.get("packs").is_some();
    if !scoped {
        match &pack.document.area {
            Some(area) => facts["area"] = (*area).into(),
            None => facts["packs"] = vec![pack.document.id].into(),
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
    for Authored { file, pack, examples } in authored() {
        for example in &examples {
            run += 1;
            let decision = match ask(question(&example.asks), &facts_of(example, &pack), &rulebook) {
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
    for Authored { file, pack, examples } in authored() {
        // An edition is no rule that fires: it tells what the document rests on.
        for (table, rule) in pack.rules().into_iter().filter(|(table, _)| *table != "edition") {
            let id = rule.id().to_owned();
            assert!(examples.iter().any(|example| example.fires.contains(&id)), "{file}: {table} {id} has no example that fires it");
            let missed = examples.iter().any(|example| example.misses.contains(&id));
            assert!(missed || is_unconditional(&pack, &id), "{file}: {table} {id} has no near miss");
        }
    }
}

#[test]
fn a_rule_says_the_time_that_it_gives() {
    for Authored { file, pack, .. } in authored() {
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
