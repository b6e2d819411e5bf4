//! Packs made by dice, as far as the checker takes them: what it takes keeps the laws, whatever its author meant.

use std::collections::BTreeSet;

use safeguarding_rules::Rulebook;
use serde_json::{Map, Value, json};

use crate::common::{Dice, add, camel, rulebook};
use crate::facts::{Space, Variable};
use crate::pace::{Pace, on_all, reached};
use crate::space::{answers, joined, most_protective};

const HOLD: [&str; 6] = [
    "on the same day",
    "within 24 hours",
    "within 1 working day",
    "within 3 working days",
    "within 5 working days",
    "within 7 calendar days",
];
const FROM: [&str; 2] = ["concerns identified", "referral received"];
const PEOPLE: [&str; 8] = ["childrens-social-care", "police", "health", "school", "gp", "housing", "probation", "youth-justice"];
const FACTS: [&str; 5] = ["fact_0", "fact_1", "fact_2", "fact_3", "fact_4"];
const MEETING: &str = "strategy";

/// Some of the names, each of them once.
fn some<'n>(dice: &mut Dice, names: &[&'n str], most: usize) -> Vec<&'n str> {
    let mut left = names.to_vec();
    (0..dice.throw(most + 1).min(names.len())).map(|_| left.remove(dice.throw(left.len()))).collect()
}

/// The same, and never none.
fn at_least_one<'n>(dice: &mut Dice, names: &[&'n str], most: usize) -> Vec<&'n str> {
    let first = names[dice.throw(names.len())];
    let others: Vec<&str> = names.iter().copied().filter(|name| *name != first).collect();
    [vec![first], some(dice, &others, most - 1)].concat()
}

struct Made {
    pack: Value,
    facts: Vec<String>,
    /// Facts whose yes may lengthen, as the pack declares.
    lengthening: BTreeSet<String>,
}

/// A rule of a table, with what it needs and what ends it.
#[derive(Clone)]
struct Drawn<'n> {
    table: &'static str,
    id: String,
    when: Vec<&'n str>,
    unless: Vec<&'n str>,
    own: Map<String, Value>,
}

/// Rules of time, of which one may lengthen the time of another.
fn of_time<'n>(dice: &mut Dice, names: &[&'n str]) -> Vec<Drawn<'n>> {
    let count = 1 + dice.throw(4);
    let rule = |number: usize| {
        let when = at_least_one(dice, names, 2);
        let others: Vec<&str> = names.iter().copied().filter(|name| !when.contains(name)).collect();
        let unless = if dice.throw(4) == 0 { some(dice, &others, 1) } else { Vec::new() };
        let mut own = json!({"hold": HOLD[dice.throw(HOLD.len())], "from": FROM[dice.throw(2)]});
        if dice.throw(3) == 0 {
            own["lengthens"] = json!(format!("D-{}", dice.throw(count)));
        }
        Drawn { table: "classify_concern", id: format!("D-{number}"), when, unless, own: own.as_object().unwrap().clone() }
    };
    (0..count).map(rule).collect()
}

/// Rules of people.
fn of_people<'n>(dice: &mut Dice, names: &[&'n str]) -> Vec<Drawn<'n>> {
    let count = 1 + dice.throw(3);
    let rule = |number: usize| {
        let when = at_least_one(dice, names, 2);
        let mut own = json!({"meeting": [MEETING], "required": at_least_one(dice, &PEOPLE, 3)});
        let others: Vec<&str> = PEOPLE.into_iter().filter(|who| !own["required"].as_array().unwrap().contains(&json!(who))).collect();
        own[["expected", "optional"][dice.throw(2)]] = json!(at_least_one(dice, &others, 2));
        Drawn { table: "list_attendees", id: format!("P-{number}"), when, unless: Vec::new(), own: own.as_object().unwrap().clone() }
    };
    (0..count).map(rule).collect()
}

/// A pack of a partnership that is none, with rules of time and of people, each with its examples.
fn made(number: u64) -> Made {
    let mut dice = Dice(number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let rules = [of_time(&mut dice, &FACTS), of_people(&mut dice, &FACTS)].concat();
    let used: BTreeSet<&str> = rules.iter().flat_map(|rule| rule.when.iter().chain(&rule.unless)).copied().collect();
    let facts: Vec<String> = used.into_iter().map(str::to_owned).collect();
    let asked = |name: &String| (name.clone(), json!({"asks": format!("Is {name} so?"), "path": path(name)}));
    let mut pack = json!({
        "document": {
            "id": "made", "version": "1", "title": "Made by dice", "area": "dice", "area_label": "Dice", "force": "local-protocol",
            "cites": "nothing", "status": {"checked_on": "2026-11-21"},
        },
        "fact": facts.iter().map(asked).collect::<Map<_, _>>(),
        "example": [],
    });
    for Drawn { table, id, when, unless, own } in &rules {
        let mut own = own.clone();
        own.extend([("when".to_owned(), json!(when)), ("unless".to_owned(), json!(unless))]);
        add(&mut pack, table, id, own.into());
        shown(&mut pack, table, id, &facts, when, unless);
    }
    // What lengthens by a yes: what a rule says that it lengthens by, and what ends a rule.
    let lengthens = |rule: &&Drawn<'_>| rule.own.contains_key("lengthens");
    let lengthening = rules.iter().filter(lengthens).flat_map(|rule| &rule.when).chain(rules.iter().flat_map(|rule| &rule.unless));
    let lengthening = lengthening.map(|name| (*name).to_owned()).collect();
    Made { pack, facts, lengthening }
}

fn path(name: &str) -> String {
    format!("concerns.{}", camel(name))
}

/// An example in which a rule fires, and where it needs something one in which it nearly does.
fn shown(pack: &mut Value, table: &str, id: &str, facts: &[String], when: &[&str], unless: &[&str]) {
    let mut example = |list: &str, without: Option<&str>, beside: Option<&str>| {
        let is_yes = |name: &String| (when.contains(&name.as_str()) && without != Some(name)) || beside == Some(name);
        let concerns: Map<String, Value> = facts.iter().map(|name| (name.clone(), is_yes(name).into())).collect();
        let mut known = json!({"concerns": concerns});
        if table == "classify_concern" {
            known["concerns_identified_at"] = "2026-03-02T09:00".into();
        } else {
            known["meeting_type"] = MEETING.into();
        }
        let mut example = json!({"name": "An example", "asks": table, "facts": known});
        example[list] = json!([id]);
        pack["example"].as_array_mut().unwrap().push(example);
    };
    example("fires", None, None);
    match unless.first() {
        Some(ended) => example("misses", None, Some(ended)),
        None => example("misses", when.first().copied(), None),
    }
}

/// What of a pack's laws does not hold, and how many answers were compared.
fn hold(made: &Made, rulebook: &Rulebook) -> (Vec<String>, usize) {
    let variables: Vec<Variable> = made.facts.iter().map(|name| Variable::yes_or_no(&path(name))).collect();
    let times = json!({
        "area": "dice", "concernsIdentifiedAt": "2026-03-02T09:00", "referralReceivedAt": "2026-03-06T10:00",
        "complexReason": "Several households are involved",
    });
    let people = json!({"area": "dice", "meetingType": MEETING});
    let (mut wrong, mut held) = (Vec::new(), 0);
    for (question, about) in [("classify-concern", times), ("list-attendees", people)] {
        let space = Space { question, about: about.as_object().unwrap().clone(), variables: variables.clone() };
        let answers = answers(&space, rulebook);
        let best = most_protective(&space, &answers);
        held += answers.len();
        for (way, (answer, best)) in answers.iter().zip(best).enumerate() {
            let facts = || space.facts(|place| Space::said(way, place));
            // Equal, and not only as protective: what is not known is exactly the most protective of all that it could be.
            if Some(&answer.protection) != best.as_ref() {
                wrong.push(format!("{} of {}: {:?}, and not {best:?}", facts(), made.pack, answer.protection));
            }
            let worse = (0..variables.len()).filter(|place| Space::said(way, *place) == Some(false));
            for place in worse.filter(|place| question != "classify-concern" || !made.lengthening.contains(&made.facts[*place])) {
                let with = &answers[way + 3_usize.pow(place as u32)].protection;
                if joined(answer.protection.clone(), with) != *with {
                    wrong.push(format!("{} of {}: less protective with a yes to {}", facts(), made.pack, made.facts[place]));
                }
            }
        }
    }
    (wrong, held)
}

#[test]
fn whatever_the_checker_takes_keeps_the_laws() {
    let wanted = Pace::now().of([5, 100, 300, 1_000]);
    let beneath = rulebook();
    let (mut taken, mut tried) = (Vec::new(), 0);
    while taken.len() < wanted {
        tried += 1;
        assert!(tried < 200 * wanted as u64, "the checker took {} of {tried} packs", taken.len());
        let made = made(tried);
        if let Ok(rulebook) = beneath.with(&made.pack.to_string()) {
            taken.push((made, rulebook));
        }
    }
    let (wrong, held): (Vec<_>, Vec<_>) = on_all(&taken, |(made, rulebook)| hold(made, rulebook)).into_iter().unzip();
    let wrong = wrong.concat();
    assert!(wrong.is_empty(), "{} are wrong, among them:\n{}", wrong.len(), wrong[..wrong.len().min(3)].join("\n"));
    reached(&format!("{} answers of {} packs made by dice and taken by the checker, of {tried}", held.iter().sum::<usize>(), taken.len()));
}
