//! Facts about what is written down: actions and plans, the record of sharing, the quarter's figures.

use serde_json::{Value, json};

use crate::dice::Dice;
use crate::scope::Scope;
use crate::values::{self, Facts};
use crate::vocabulary::VOCABULARY;

/// Adds an action, and the meetings it lies between.
pub fn of_an_action(dice: &mut Dice, _: &Scope, facts: &mut Facts) {
    if !facts.contains_key("action") || dice.happens(60) {
        facts.insert("action".into(), action(dice));
    }
    for moment in ["meetingDate", "reviewDate"] {
        if dice.happens(50) {
            facts.insert(moment.into(), values::moment(dice));
        }
    }
}

/// Adds a plan of none to five actions, and its meeting.
pub fn of_a_plan(dice: &mut Dice, _: &Scope, facts: &mut Facts) {
    if !facts.contains_key("plan") || dice.happens(70) {
        let mut plan = json!({});
        if dice.happens(90) {
            plan["actions"] = (0..dice.throw(6)).map(|_| action(dice)).collect();
        }
        if dice.happens(60) {
            plan["reviewDates"] = (0..dice.throw(3)).map(|_| values::moment(dice)).collect();
        }
        if dice.happens(30) {
            plan["reviewRequired"] = values::answer(dice);
        }
        facts.insert("plan".into(), plan);
    }
    if dice.happens(50) {
        facts.insert("meetingDate".into(), values::moment(dice));
    }
}

fn action(dice: &mut Dice) -> Value {
    let known = &VOCABULARY.actions;
    let often = [30, 70, 95][dice.throw(3)];
    let mut action = json!({});
    for (field, texts) in [
        ("specific", &known.specific),
        ("quantity", &known.quantity),
        ("indicator", &known.indicator),
        ("owner", &known.owner),
        ("realisticResult", &known.realistic_result),
    ] {
        if dice.happens(often) {
            action[field] = if dice.happens(92) { json!(dice.pick(texts)) } else { values::text(dice) };
        }
    }
    if dice.happens(often) {
        action["due"] = if dice.happens(70) { json!(dice.pick(&known.due)) } else { values::moment(dice) };
    }
    for field in ["resourcesConfirmed", "relatesToFamily", "discussedWithFamily"] {
        if dice.happens(often) {
            action[field] = values::answer(dice);
        }
    }
    action
}

/// Adds what is recorded of a share. Id, time and salt are always given, because a library has no clock and no chance.
pub fn of_a_share(dice: &mut Dice, scope: &Scope, facts: &mut Facts) {
    let often = [20, 60, 95][dice.throw(3)];
    let mut add = |name: &str, value: Value| drop(facts.insert(name.to_owned(), value));
    for field in [
        "informationShared",
        "facts",
        "opinion",
        "reasoningNotSought",
        "reasonNotInformed",
        "agreedBy",
        "necessary",
        "proportionate",
        "relevant",
        "decidedBy",
    ] {
        if dice.happens(often) {
            add(field, values::text(dice));
        }
    }
    for field in [
        "consentSought",
        "consentGiven",
        "consentToMeeting",
        "consentToEngage",
        "familyInformed",
        "agreementSought",
        "specialCategory",
        "criminalOffenceData",
        "highRisk",
        "childAtRisk",
        "wellbeingDeteriorating",
    ] {
        if dice.happens(often / 2) {
            add(field, values::answer(dice));
        }
    }
    let basis = json!(dice.one(&scope.words(|pack| &pack.bases)));
    for (field, one) in [
        ("purpose", json!(dice.one(&scope.words(|pack| &pack.purposes)))),
        ("issue", json!(dice.one(&scope.words(|pack| &pack.issues)))),
        ("controller", json!(dice.one(&scope.words(|pack| &pack.controllers)))),
        ("lawfulBasis", basis.clone()),
        ("art9Condition", json!(dice.one(&scope.words(|pack| &pack.bases)))),
        ("criminalCondition", basis),
        ("agreementOutcome", json!(dice.pick(&VOCABULARY.outcomes))),
        ("date", values::moment(dice)),
        ("decidedAt", values::moment(dice)),
    ] {
        if dice.happens(often / 2) {
            add(field, if dice.happens(90) { one } else { json!("another-word") });
        }
    }
    if dice.happens(often) {
        let one = values::somebody(dice, &scope.people());
        add("sharedWith", if dice.happens(40) { one } else { json!([one, values::text(dice)]) });
    }
    if dice.happens(10) {
        add("corrects", json!("record-0"));
    }
    add("id", json!(format!("record-{}", dice.throw(1000))));
    add("createdAt", values::moment(dice));
    add("salt", json!(format!("{:032x}", dice.throw(usize::from(u16::MAX)))));
}

/// Adds a quarter and its meetings.
pub fn of_a_quarter(dice: &mut Dice, scope: &Scope, facts: &mut Facts) {
    let (agencies, duties) = (scope.words(|pack| &pack.agencies), scope.words(|pack| &pack.duties));
    if dice.happens(75) {
        let (from, until) = *dice.pick(&[
            ("2026-01-01", "2026-03-31"),
            ("2026-03-01", "2026-05-31"),
            ("2025-04-01", "2026-12-31"),
            ("2026-03-02", "2026-03-02"),
            ("2026-03-31", "2026-01-01"),
        ]);
        facts.insert("from".into(), json!(from));
        if dice.happens(85) {
            facts.insert("until".into(), json!(until));
        }
    }
    if facts.contains_key("meetings") && dice.happens(20) {
        return;
    }
    let most = if dice.happens(30) { 20 } else { 6 };
    facts.insert("meetings".into(), (0..dice.throw(most)).map(|_| meeting(dice, &agencies, &duties)).collect());
}

fn meeting(dice: &mut Dice, agencies: &[&str], duties: &[&str]) -> Value {
    let mut meeting = json!({});
    if dice.happens(30) {
        meeting["ref"] = json!(format!("m-{}", dice.throw(100)));
    }
    if dice.happens(92) {
        meeting["endedAt"] = values::moment(dice);
    }
    if dice.happens(40) {
        meeting["settled"] = values::answer(dice);
    }
    if dice.happens(70) {
        let parts = (0..dice.throw(5)).map(|_| {
            let mut part = json!({ "agency": values::somebody(dice, agencies) });
            for field in ["requested", "attended", "formReturned"] {
                if dice.happens(75) {
                    part[field] = values::answer(dice);
                }
            }
            part
        });
        meeting["agencies"] = parts.collect();
    }
    if dice.happens(60) {
        let done: Facts = dice.some(duties, 4).into_iter().map(|duty| ((*duty).to_owned(), values::moment(dice))).collect();
        meeting["done"] = done.into();
    }
    meeting
}
