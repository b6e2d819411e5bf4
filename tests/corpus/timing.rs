//! Facts about when: how soon the strategy meeting is held, and what falls due.

use serde_json::{Value, json};

use crate::dice::Dice;
use crate::scope::Scope;
use crate::values::{self, Facts};
use crate::vocabulary::VOCABULARY;

/// Adds to a concern what is known of it.
pub fn of_a_concern(dice: &mut Dice, scope: &Scope, facts: &mut Facts) {
    let mut add = |name: &str, value: Value| drop(facts.insert(name.to_owned(), value));
    if dice.happens(75) {
        add("concerns", concerns(dice, scope));
    }
    if dice.happens(20) {
        add("concernTypes", concern_types(dice, scope));
    }
    if dice.happens(55) {
        add("othersConsidered", if dice.happens(90) { json!(true) } else { values::answer(dice) });
    }
    if dice.happens(15) {
        let kinds = scope.words(|pack| &pack.concern_types);
        add("complexReason", if dice.happens(60) { json!(dice.one(&kinds)) } else { values::text(dice) });
    }
    for (moment, how_often) in [("concernsIdentifiedAt", 80), ("referralReceivedAt", 70), ("immediateActionAt", 25), ("now", 25)] {
        if dice.happens(how_often) {
            add(moment, values::moment(dice));
        }
    }
    if dice.happens(8) {
        add("closeOfDay", json!(dice.one(&["17:00", "16:30", "09:00", "00:00", "23:59"])));
    }
    if dice.happens(12) {
        let children = ["A", "B", "C", "D", "A-1"].into_iter().take(1 + dice.throw(5)).map(|name| {
            let mut child = json!({ "ref": name });
            if dice.happens(85) {
                child["concerns"] = concerns(dice, scope);
            }
            if dice.happens(30) {
                child["concernTypes"] = concern_types(dice, scope);
            }
            child
        });
        add("children", children.collect());
    }
    if dice.happens(15) {
        add("previousResult", previous(dice, scope));
        if dice.happens(40) {
            add("lengthening", json!({ "role": values::text(dice), "reason": values::text(dice) }));
        }
    }
    if dice.happens(15) {
        add("planned", planned(dice));
    }
    if dice.happens(8) {
        add("bankHolidays", bank_holidays(dice));
    }
}

fn concerns(dice: &mut Dice, scope: &Scope) -> Value {
    let mut known: Vec<&str> = scope.facts().iter().filter_map(|fact| fact.path.strip_prefix("concerns.")).collect();
    known.dedup();
    let all = dice.happens(15);
    let chosen: Vec<&str> = if all { known } else { dice.some(&known, 4).into_iter().copied().collect() };
    chosen.into_iter().map(|fact| (fact.to_owned(), values::answer(dice))).collect::<Facts>().into()
}

fn concern_types(dice: &mut Dice, scope: &Scope) -> Value {
    json!(dice.some(&scope.words(|pack| &pack.concern_types), 2))
}

fn previous(dice: &mut Dice, scope: &Scope) -> Value {
    let mut previous = json!({});
    if dice.happens(60) {
        previous["timescale"] = json!(dice.pick(&VOCABULARY.timescales));
    }
    if dice.happens(80) {
        previous["dueBy"] = values::moment(dice);
    }
    if dice.happens(60) {
        previous["settled"] = values::flag(dice);
    }
    if dice.happens(70) {
        previous["concerns"] = concerns(dice, scope);
    }
    previous
}

fn planned(dice: &mut Dice) -> Value {
    let mut planned = json!({ "at": values::moment(dice) });
    if dice.happens(60) {
        planned["reason"] = json!(dice.pick(&VOCABULARY.reasons));
    }
    if dice.happens(60) {
        planned["decidedBy"] = values::text(dice);
    }
    planned
}

fn bank_holidays(dice: &mut Dice) -> Value {
    let added = (0..=dice.throw(2)).map(|_| {
        let mut holiday = json!({ "date": values::day(dice) });
        if dice.happens(60) {
            let text = values::text(dice);
            let is_proclaimed = !text.to_string().len().is_multiple_of(3);
            holiday["title"] = if is_proclaimed { json!("Bank holiday for the Coronation") } else { text };
        }
        holiday
    });
    added.collect()
}

/// Adds to some deadlines what was done, what is planned, and what was answered before.
pub fn of_deadlines(dice: &mut Dice, scope: &Scope, facts: &mut Facts) {
    let duties = scope.words(|pack| &pack.duties);
    let channels = ["email", "secure-email", "unsecured_email", "post", "telephone"];
    let mut add = |name: &str, value: Value| drop(facts.insert(name.to_owned(), value));
    if dice.happens(55) {
        add("meetingType", json!(dice.pick(&VOCABULARY.meetings)));
    }
    if dice.happens(25) {
        add("duty", json!(dice.one(&duties)));
    }
    if dice.happens(20) {
        add("othersConsidered", values::flag(dice));
    }
    if dice.happens(35) {
        add("now", values::moment(dice));
    }
    if dice.happens(35) {
        let known = [scope.words(|pack| &pack.channels), channels.to_vec()].concat();
        let done = dice.some(&duties, 4).into_iter().map(|duty| {
            let mut done = json!({});
            if dice.happens(85) {
                done["at"] = values::moment(dice);
            }
            if dice.happens(40) {
                done["channel"] = json!(dice.one(&known));
            }
            ((*duty).to_owned(), done)
        });
        add("done", done.collect::<Facts>().into());
    }
    if dice.happens(20) {
        let planned: Facts = dice.some(&duties, 3).into_iter().map(|duty| ((*duty).to_owned(), planned(dice))).collect();
        add("planned", planned.into());
    }
    if dice.happens(15) {
        let earlier = dice.some(&duties, 3).into_iter().map(|duty| json!({ "duty": duty, "due": values::moment(dice) }));
        add("previous", earlier.collect());
    }
    if dice.happens(10) {
        add("bankHolidays", bank_holidays(dice));
    }
    scope.state(dice, facts);
}
