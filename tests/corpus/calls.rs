//! Every call of the corpus, in its order.

use serde_json::{Value, json};

use crate::about;
use crate::dice::Dice;
use crate::library::RULEBOOKS;
use crate::scope::{self, Scope};
use crate::values::{self, Facts};
use crate::vocabulary::VOCABULARY;
use crate::{meetings, records, spoilt, timing};

/// A function, and what is sent to it.
pub struct Call {
    pub function: &'static str,
    /// Its place among the calls of its function, from 1: the line of its digest.
    pub number: usize,
    /// Its place in [`RULEBOOKS`].
    pub rulebook: usize,
    pub json: String,
}

impl Call {
    /// How it is spoken of: `classifyConcern/12`.
    pub fn name(&self) -> String {
        format!("{}/{}", self.function, self.number)
    }
}

/// How many calls there are of each function, and how many of their answers are kept whole.
pub const FUNCTIONS: [(&str, usize, usize); 18] = [
    ("classifyConcern", 9_000, 46),
    ("listAttendees", 6_500, 42),
    ("checkAction", 3_000, 40),
    ("checkPlan", 2_500, 34),
    ("recordConsentBasis", 5_500, 40),
    ("chooseMeeting", 6_000, 42),
    ("listDeadlines", 6_500, 46),
    ("makeChecklist", 4_500, 40),
    ("resolveDisagreement", 2_800, 40),
    ("reportQuarter", 3_000, 36),
    ("explain", 300, 30),
    ("questionsFor", 1_500, 30),
    ("listRules", 60, 2),
    ("describePacks", 60, 3),
    ("comparePacks", 36, 8),
    ("loadPack", 60, 12),
    ("setMessages", 40, 8),
    ("listMessages", 1, 1),
];

/// All of them.
pub fn all() -> Vec<Call> {
    FUNCTIONS.iter().flat_map(|(function, count, _)| (1..=*count).map(|number| call(function, number))).collect()
}

/// The call of a number, which may be any.
pub fn call(function: &'static str, number: usize) -> Call {
    let mut dice = Dice::of(function, number);
    let rulebook = match dice.throw(100) {
        0..92 => 0,
        92..97 => 1,
        _ => 2,
    };
    let name = RULEBOOKS[rulebook];
    let json = match function {
        "explain" => about::to_explain(&mut dice, name),
        "questionsFor" => about::to_ask_further(&mut dice, name),
        "listRules" | "describePacks" => about::of_packs(&mut dice, name),
        "comparePacks" => about::to_compare(&mut dice, number),
        "loadPack" => about::to_load(&mut dice),
        "setMessages" => about::to_say(&mut dice),
        "listMessages" => "{}".to_owned(),
        question => {
            let facts = facts(question, &mut dice, name);
            if dice.happens(8) { spoilt::spoil(&mut dice, facts) } else { Value::Object(facts).to_string() }
        }
    };
    Call { function, number, rulebook, json }
}

/// Facts of a question: a case that somebody thought of, or none, and what the dice add to it.
pub fn facts(question: &str, dice: &mut Dice, rulebook: &str) -> Facts {
    let most = match question {
        "checkAction" | "checkPlan" => Some("hampshire"),
        "reportQuarter" => Some("county-durham"),
        _ => None,
    };
    let mut facts = scope::choose(dice, rulebook, most);
    let cases: Vec<&Facts> =
        VOCABULARY.cases.iter().filter(|case| case.function == question).filter_map(|case| case.facts.as_object()).collect();
    if dice.happens(45) && !cases.is_empty() {
        let case = dice.one(&cases);
        // Some cases are put to other documents than those they were thought of for.
        let elsewhere = dice.happens(8);
        if !elsewhere {
            facts.retain(|name, _| name == "national");
        }
        let said = case.iter().filter(|(name, _)| !elsewhere || !matches!(name.as_str(), "area" | "packs"));
        facts.extend(said.map(|(name, value)| (name.clone(), value.clone())));
        if dice.happens(25) {
            return facts;
        }
        vary(dice, &mut facts);
        if dice.happens(40) {
            return facts;
        }
    }
    let scope = Scope::of(&facts);
    let add = match question {
        "classifyConcern" => timing::of_a_concern,
        "listAttendees" => meetings::of_people,
        "checkAction" => records::of_an_action,
        "checkPlan" => records::of_a_plan,
        "recordConsentBasis" => records::of_a_share,
        "chooseMeeting" => meetings::of_circumstances,
        "listDeadlines" => timing::of_deadlines,
        "makeChecklist" => meetings::of_a_checklist,
        "resolveDisagreement" => meetings::of_a_disagreement,
        _ => records::of_a_quarter,
    };
    add(dice, &scope, &mut facts);
    facts
}

/// Says some of the facts of a case otherwise, or leaves them out.
fn vary(dice: &mut Dice, facts: &mut Facts) {
    let names: Vec<String> = facts.keys().filter(|name| !matches!(name.as_str(), "area" | "packs")).cloned().collect();
    for name in names {
        let named_moment = ["At", "On", "Date", "now", "Start"].iter().any(|end| name.ends_with(end));
        match &mut facts[&name] {
            Value::Object(beneath) => vary(dice, beneath),
            flag @ Value::Bool(_) if dice.happens(25) => *flag = values::answer(dice),
            day @ Value::String(_) if matches!(name.as_str(), "from" | "until") => *day = json!(values::day(dice)),
            moment @ Value::String(_) if named_moment && dice.happens(40) => *moment = values::moment(dice),
            count @ Value::Number(_) if dice.happens(30) => *count = json!(dice.throw(30)),
            _ if dice.happens(10) => drop(facts.shift_remove(&name)),
            _ => {}
        }
    }
}
