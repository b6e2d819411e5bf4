//! Facts about meetings: who attends, which one, what must be ready, and what follows where people disagree.

use serde_json::{Value, json};

use crate::dice::Dice;
use crate::scope::{Scope, stated};
use crate::values::{self, Facts, put};
use crate::vocabulary::VOCABULARY;

/// Adds to a meeting who is there, and how.
pub fn of_people(dice: &mut Dice, scope: &Scope, facts: &mut Facts) {
    let (agencies, people) = (scope.words(|pack| &pack.agencies), scope.people());
    scope.state(dice, facts);
    let mut add = |name: &str, value: Value| drop(facts.insert(name.to_owned(), value));
    add("meetingType", json!(dice.pick(&VOCABULARY.meetings)));
    if dice.happens(25) {
        add("othersConsidered", values::flag(dice));
    }
    if dice.happens(25) {
        add("referrer", values::somebody(dice, &agencies));
    }
    if dice.happens(20) {
        add("services", (0..=dice.throw(3)).map(|_| values::somebody(dice, &agencies)).collect());
    }
    if dice.happens(25) {
        let parts = ["hasRelevantInformation", "directInvolvement", "inPackage"];
        add("agencies", (0..=dice.throw(3)).map(|_| with_answers(dice, ("name", &agencies), &parts)).collect());
    }
    if dice.happens(20) {
        let parts = ["canDecide", "hasRecordAccess", "isCaseHolder"];
        add("attendees", (0..=dice.throw(3)).map(|_| with_answers(dice, ("agency", &agencies), &parts)).collect());
    }
    if dice.happens(40) {
        let core = ["police", "health", "childrensSocialCare", "childrens-social-care", "school", "education", "gp"];
        let known = [&core[..], &agencies].concat();
        let attendance = dice.some(&known, 5).into_iter().map(|agency| ((*agency).to_owned(), json!(dice.pick(&VOCABULARY.attendance))));
        add("attendance", attendance.collect::<Facts>().into());
    }
    if dice.happens(40) {
        let parts = ["nominatedDeputy", "agreedByRepresentatives", "experienced", "knowsProcedures", "identifiedTheNeeds"];
        let mut chair = with_answers(dice, ("role", &people), &parts);
        if dice.happens(40) {
            chair["agency"] = values::somebody(dice, &agencies);
        }
        add("chair", chair);
    }
    if dice.happens(20) {
        add("coordinator", values::somebody(dice, &agencies));
    }
    if dice.happens(30) {
        add("format", json!(dice.pick(&VOCABULARY.formats)));
    }
    if dice.happens(10) {
        add("children", (0..=dice.throw(3)).map(|_| child(dice, scope)).collect());
    }
}

fn with_answers(dice: &mut Dice, (name, people): (&str, &[&str]), parts: &[&str]) -> Value {
    let mut person = json!({ name: values::somebody(dice, people) });
    for part in dice.some(parts, parts.len()) {
        person[part] = values::answer(dice);
    }
    person
}

fn child(dice: &mut Dice, scope: &Scope) -> Value {
    let mut child = Facts::new();
    for fact in dice.some(&scope.facts(), 30) {
        if let Some(name) = fact.path.strip_prefix("child.") {
            put(&mut child, name, stated(dice, fact));
        }
    }
    child.into()
}

/// Adds the circumstances that tell which meeting is called for.
pub fn of_circumstances(dice: &mut Dice, scope: &Scope, facts: &mut Facts) {
    scope.state(dice, facts);
    if dice.happens(65) {
        facts.insert("meetingType".into(), json!(dice.pick(&VOCABULARY.meetings)));
    }
    if dice.happens(30) {
        facts.insert("othersConsidered".into(), values::flag(dice));
    }
}

/// Adds which list is wanted, and what of it is ticked.
pub fn of_a_checklist(dice: &mut Dice, scope: &Scope, facts: &mut Facts) {
    scope.state(dice, facts);
    let mut add = |name: &str, value: Value| drop(facts.insert(name.to_owned(), value));
    if dice.happens(70) {
        add("meetingType", json!(dice.pick(&VOCABULARY.meetings)));
    }
    if dice.happens(45) {
        add("list", json!(dice.one(&scope.words(|pack| &pack.lists))));
    }
    if dice.happens(25) {
        add("phase", json!(dice.pick(&VOCABULARY.phases)));
    }
    if dice.happens(15) {
        add("role", values::somebody(dice, &scope.people()));
    }
    // What is not on the list that is asked for cannot be ticked, and most items are on one list.
    let is_narrow = ["meetingType", "list", "phase", "role"].iter().any(|name| facts.contains_key(*name));
    if dice.happens(if is_narrow { 15 } else { 80 }) {
        let items = scope.words(|pack| &pack.items);
        let done: Facts =
            dice.some(&items, if is_narrow { 1 } else { 12 }).into_iter().map(|item| ((*item).to_owned(), values::answer(dice))).collect();
        facts.insert("done".into(), done.into());
    }
    if dice.happens(15) {
        facts.insert("childrenDiscussed".into(), json!(dice.throw(12)));
    }
    if dice.happens(20) {
        facts.insert("othersConsidered".into(), values::flag(dice));
    }
}

/// Adds where a disagreement stands.
pub fn of_a_disagreement(dice: &mut Dice, scope: &Scope, facts: &mut Facts) {
    scope.state(dice, facts);
    if dice.happens(40) {
        facts.insert("ladder".into(), json!(dice.one(&scope.words(|pack| &pack.ladders))));
    }
    if dice.happens(50) {
        facts.insert("stage".into(), json!([0, 1, 2, 3, 4, 5, 99, u32::MAX][dice.throw(8)]));
    }
    if dice.happens(30) {
        facts.insert("othersConsidered".into(), values::flag(dice));
    }
}
