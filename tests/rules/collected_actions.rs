//! 420 actions, labelled before the checker was looked at: how much of what is missing is found, and how often what is there
//! is called missing. Two thirds were looked at while the checker was made; the last third was measured only at the end.

use crate::common::{ask, file, rulebook};
use safeguarding_rules::Rulebook;
use serde_json::{Value, json};

/// What each criterion must reach over the unseen third.
const LEAST_RECALL: f64 = 0.90;
const MOST_FALSE_ALARMS: f64 = 0.05;

const CRITERIA: [&str; 5] = ["specific", "measurable", "assignable", "realistic", "time-related"];

struct Collected {
    action: Value,
    /// Is the criterion met, in the order of `CRITERIA`?
    met: Vec<bool>,
    is_unseen: bool,
}

fn collected() -> Vec<Collected> {
    let text = std::fs::read_to_string(file("tests/rules/actions/collected.txt")).unwrap();
    text.lines().filter(|line| !line.starts_with('#')).map(read).collect()
}

fn read(line: &str) -> Collected {
    let fields: Vec<&str> = line.split(" | ").map(str::trim).collect();
    let [labels, specific, measure, owner, result, due, ..] = fields.as_slice() else { panic!("{line}") };
    assert!(labels.eq_ignore_ascii_case("SMART"), "{line}");
    let mut action = json!({ "specific": specific, "owner": owner, "realisticResult": result, "due": due, "resourcesConfirmed": true });
    match measure.strip_prefix('=') {
        Some(quantity) => action["quantity"] = json!(quantity),
        None => action["indicator"] = json!(measure),
    }
    let met = labels.chars().map(|label| label.is_uppercase()).collect();
    Collected { action, met, is_unseen: is_unseen(specific) }
}

/// A third of them, by dice that the words throw: seeded, so that nobody chose.
fn is_unseen(words: &str) -> bool {
    const SEED: u64 = 0x2026_1128;
    let thrown = words.bytes().fold(0xcbf2_9ce4_8422_2325 ^ SEED, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    (thrown >> 32).is_multiple_of(3)
}

fn missing(action: &Value, rulebook: &Rulebook) -> Vec<String> {
    let decision = ask("check-action", &json!({ "area": "hampshire", "action": action }), rulebook).unwrap();
    decision["answer"]["missing"].as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}

/// Of one criterion: how many that are missing were found, and how many that are there were called missing.
#[derive(Default)]
struct Tally {
    found: u32,
    lacking: u32,
    alarms: u32,
    there: u32,
}

impl Tally {
    fn recall(&self) -> f64 {
        f64::from(self.found) / f64::from(self.lacking)
    }

    fn false_alarms(&self) -> f64 {
        f64::from(self.alarms) / f64::from(self.there)
    }

    fn reaches_far_enough(&self) -> bool {
        self.recall() >= LEAST_RECALL && self.false_alarms() <= MOST_FALSE_ALARMS
    }
}

fn measured(is_unseen: bool) -> (Vec<Tally>, Vec<String>) {
    let rulebook = rulebook();
    let mut tallies: Vec<Tally> = CRITERIA.iter().map(|_| Tally::default()).collect();
    let mut wrong = Vec::new();
    for one in collected().iter().filter(|one| one.is_unseen == is_unseen) {
        let missing = missing(&one.action, &rulebook);
        for ((name, met), tally) in CRITERIA.iter().zip(&one.met).zip(&mut tallies) {
            let named = missing.iter().any(|missing| missing == name);
            if *met {
                tally.there += 1;
                tally.alarms += u32::from(named);
            } else {
                tally.lacking += 1;
                tally.found += u32::from(named);
            }
            if *met == named {
                wrong.push(format!("{name} {}: {}", if named { "called missing" } else { "passes" }, one.action));
            }
        }
    }
    (tallies, wrong)
}

fn table(part: &str, tallies: &[Tally]) -> String {
    let line = |(name, tally): (&&str, &Tally)| {
        let Tally { found, lacking, alarms, there } = tally;
        let (recall, false_alarms) = (tally.recall() * 100.0, tally.false_alarms() * 100.0);
        format!("{part} {name}: found {found} of {lacking} ({recall:.0} %), false alarms {alarms} of {there} ({false_alarms:.1} %)")
    };
    CRITERIA.iter().zip(tallies).map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_is_missing_is_found_in_the_part_that_was_seen() {
    let (tallies, wrong) = measured(false);
    println!("{}\n{}", table("seen", &tallies), wrong.join("\n"));
    assert!(tallies.iter().all(Tally::reaches_far_enough), "{}\n{}", table("seen", &tallies), wrong.join("\n"));
}

/// It tells figures and no failure by its words: whoever mends the checker by them has seen them.
#[test]
fn what_is_missing_is_found_in_the_part_that_was_not() {
    let (tallies, _) = measured(true);
    println!("{}", table("unseen", &tallies));
    assert!(tallies.iter().all(Tally::reaches_far_enough), "{}", table("unseen", &tallies));
}

#[test]
fn short_texts_of_each_kind_are_judged_by_what_they_say() {
    let rulebook = rulebook();
    let text = std::fs::read_to_string(file("tests/rules/actions/short.txt")).unwrap();
    let mut wrong = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let (label, text) = line.split_once(" | ").unwrap();
        let (criterion, met) = label.split_once(' ').unwrap();
        let field = match criterion {
            "specific" => "specific",
            "measurable" => "indicator",
            "assignable" => "owner",
            "realistic" => "realisticResult",
            _ => panic!("{line}"),
        };
        let missing = missing(&json!({ field: text, "resourcesConfirmed": true }), &rulebook);
        if missing.iter().all(|name| name != criterion) != (met == "met") {
            wrong.push(line);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
