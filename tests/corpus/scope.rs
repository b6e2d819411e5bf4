//! Which documents are asked, and what they know of.

use serde_json::{Value, json};

use crate::dice::Dice;
use crate::values::{self, Facts, put};
use crate::vocabulary::{Fact, Kind, Pack, VOCABULARY};

const NATIONAL: &str = "national-timescales";

/// The packs that some facts ask.
pub struct Scope {
    packs: Vec<&'static Pack>,
}

impl Scope {
    /// The packs that these facts name, or their area's, or those that answer where neither is named.
    pub fn of(facts: &Facts) -> Self {
        let texts = |value: &Value| value.as_array().into_iter().flatten().filter_map(|id| id.as_str().map(str::to_owned)).collect();
        let area = facts.get("area").and_then(Value::as_str).unwrap_or("generic").to_lowercase().replace('_', "-");
        let mut ids: Vec<String> = match facts.get("packs") {
            Some(packs) => texts(packs),
            None => VOCABULARY.areas.iter().find(|known| known.id == area).map_or_else(Vec::new, |area| area.packs.clone()),
        };
        if facts.get("national") == Some(&json!(true)) {
            ids.push(NATIONAL.to_owned());
        }
        Scope { packs: VOCABULARY.packs.iter().filter(|pack| ids.contains(&pack.id)).collect() }
    }

    /// What its packs list, or where they list nothing, what any pack does.
    pub fn words(&self, list: fn(&Pack) -> &Vec<String>) -> Vec<&'static str> {
        let own: Vec<&str> = self.packs.iter().flat_map(|pack| list(pack)).map(String::as_str).collect();
        if own.is_empty() { VOCABULARY.packs.iter().flat_map(list).map(String::as_str).collect() } else { own }
    }

    /// The facts that its packs ask for.
    pub fn facts(&self) -> Vec<&'static Fact> {
        self.packs.iter().flat_map(|pack| &pack.facts).collect()
    }

    /// Roles and agencies.
    pub fn people(&self) -> Vec<&'static str> {
        [self.words(|pack| &pack.roles), self.words(|pack| &pack.agencies)].concat()
    }

    /// States some of the facts, of none to nearly all.
    pub fn state(&self, dice: &mut Dice, facts: &mut Facts) {
        let known = self.facts();
        let most = [4, 20, known.len()][dice.throw(3)];
        for fact in dice.some(&known, most) {
            put(facts, &fact.path, stated(dice, fact));
        }
    }
}

/// Something that may stand at a fact's path.
pub fn stated(dice: &mut Dice, fact: &Fact) -> Value {
    if dice.happens(6) {
        return if dice.happens(50) { json!("unknown") } else { Value::Null };
    }
    match fact.kind {
        Kind::Answer => values::answer(dice),
        Kind::Moment => values::moment(dice),
        Kind::Word => json!(dice.pick(&fact.words)),
        Kind::Words => match dice.throw(6) {
            0 => json!(fact.words.first().map(|word| word.to_uppercase())),
            1 => json!([dice.pick(&fact.words), "another-word"]),
            2 => json!(dice.pick(&fact.words).replace('-', "_")),
            _ => json!(dice.pick(&fact.words)),
        },
        Kind::Count => json!([0, 1, fact.limit, fact.limit + 1, fact.limit + 40][dice.throw(5)]),
        Kind::Text => values::text(dice),
    }
}

/// Starts facts with an area, a stack of packs in some order, or neither; and with a day. Of a question to which one area
/// alone has much to say, that area is asked most.
pub fn choose(dice: &mut Dice, rulebook: &str, most: Option<&str>) -> Facts {
    let mut facts = Facts::new();
    let own_pack = rulebook == "own-pack";
    let areas: Vec<&str> = VOCABULARY.areas.iter().map(|area| area.id.as_str()).filter(|area| own_pack || *area != "riverbridge").collect();
    match dice.throw(10) {
        3..9 if most.is_some() => drop(facts.insert("area".into(), json!(most))),
        _ if own_pack && dice.happens(70) => drop(facts.insert("area".into(), json!("riverbridge"))),
        0 => {}
        1 | 2 => drop(facts.insert("packs".into(), json!(stack(dice, own_pack)))),
        3 => drop(facts.insert("area".into(), json!(dice.one(&areas).replace('-', "_").to_uppercase()))),
        _ => drop(facts.insert("area".into(), json!(dice.one(&areas)))),
    }
    if dice.happens(15) {
        facts.insert("national".into(), json!(dice.happens(85)));
    }
    if dice.happens(25) {
        facts.insert("asOf".into(), json!(as_of(dice)));
    }
    facts
}

/// Days of many years, and those on which documents change.
fn as_of(dice: &mut Dice) -> String {
    let changes = ["2020-06-01", "2020-07-13", "2020-08-31", "2020-09-15", "2020-10-05", "2026-11-21", "2026-11-21T23:30", "2027-01-01"];
    if dice.happens(50) { dice.one(&changes).to_owned() } else { values::day(dice) }
}

/// One to four packs, each once, in some order.
pub fn stack(dice: &mut Dice, own_pack: bool) -> Vec<&'static str> {
    let mut left: Vec<&str> = VOCABULARY.packs.iter().map(|pack| pack.id.as_str()).filter(|id| own_pack || *id != "riverbridge").collect();
    (0..=dice.throw(4)).map(|_| left.remove(dice.throw(left.len()))).collect()
}
