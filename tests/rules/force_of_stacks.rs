//! Of documents that answer together each keeps its own force, the stronger governs, and the order in which they are named
//! changes neither that nor who is written to about which meeting.

use std::collections::BTreeSet;

use safeguarding_rules::Rulebook;
use serde_json::{Value, json};

use crate::common::{Dice, MEETINGS, add, ask, ids, rulebook, sound_pack};

const DOCUMENTS: [&str; 6] = [
    "multi-agency-meetings",
    "county-durham",
    "northamptonshire-mdt",
    "bracknell-forest-tac",
    "professionals-meetings",
    "national-timescales",
];

fn answered(question: &str, facts: &Value, rulebook: &Rulebook) -> Value {
    ask(question, facts, rulebook).unwrap_or_else(|refusal| panic!("{question} {facts}: {refusal}"))
}

fn with(mut facts: Value, name: &str, said: Value) -> Value {
    facts[name] = said;
    facts
}

/// Who stands in which list, how strongly, and whether that is certain.
fn entries(decision: &Value) -> BTreeSet<String> {
    let of = |list: &'static str| {
        decision["answer"][list].as_array().into_iter().flatten().map(move |person| {
            json!([list, person["agency"], person["force"], person["settled"], person["keptAway"], person["notYetInvited"]]).to_string()
        })
    };
    ["required", "expected", "optional", "excluded"].into_iter().flat_map(of).collect()
}

fn who(deadline: &Value, list: &str) -> BTreeSet<String> {
    deadline[list].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect()
}

/// What is owed by when to whom, and how strongly.
fn duties(decision: &Value) -> Vec<String> {
    let mut each: Vec<String> = decision["answer"]["deadlines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            json!([one["duty"], one["force"], one["due"], one["limit"], one["onTime"], who(one, "by"), who(one, "to"), who(one, "notTo")])
                .to_string()
        })
        .collect();
    each.sort();
    each
}

fn cited(decision: &Value, list: &str) -> BTreeSet<String> {
    ids(decision, list).into_iter().collect()
}

fn shuffled<'p>(packs: &[&'p str], dice: &mut Dice) -> Vec<&'p str> {
    let mut left = packs.to_vec();
    (0..packs.len()).map(|_| left.remove(dice.throw(left.len()))).collect()
}

/// Facts of a meeting as they fall.
fn thrown(meeting: &str, dice: &mut Dice) -> Value {
    let mut facts = json!({"meetingType": meeting});
    let said = |dice: &mut Dice| [json!(true), json!(false), json!("unknown")][dice.throw(3)].clone();
    if dice.throw(2) == 0 {
        facts["othersConsidered"] = json!(true);
    }
    if dice.throw(2) == 0 {
        facts["child"] = json!({"lookedAfter": said(dice)});
    }
    if dice.throw(2) == 0 {
        facts["parentsPoseRisk"] = said(dice);
    }
    for agency in ["gp", "housing"].into_iter().take(dice.throw(3)) {
        let parts = ["hasRelevantInformation", "directInvolvement", "inPackage"];
        let mut told = json!({"name": agency});
        for part in parts {
            told[part] = said(dice);
        }
        match facts["agencies"].as_array_mut() {
            Some(agencies) => agencies.push(told),
            None => facts["agencies"] = json!([told]),
        }
    }
    facts
}

#[test]
fn the_stronger_word_governs_in_whatever_order_documents_are_named() {
    let rulebook = rulebook();
    for (meeting, rule) in [("s47", "CD-25a"), ("strategy", "CD-03a")] {
        for packs in [["multi-agency-meetings", "county-durham"], ["county-durham", "multi-agency-meetings"]] {
            let decision = answered("list-attendees", &json!({"packs": packs, "meetingType": meeting}), &rulebook);
            for agency in ["childrens-social-care", "police", "health"] {
                let person = decision["answer"]["required"].as_array().unwrap().iter().find(|person| person["agency"] == agency).unwrap();
                assert_eq!((&person["force"], &person["rule"]), (&json!("must"), &json!(rule)), "{packs:?} {meeting} {agency}");
            }
            assert!(cited(&decision, "because").contains(rule) && cited(&decision, "alsoApplies").contains("TR-S2"), "{packs:?} {meeting}");
        }
    }
}

#[test]
fn no_order_of_documents_changes_who_stands_where_how_strongly_or_what_is_owed() {
    let rulebook = rulebook();
    let mut dice = Dice(20_261_129);
    let mut held = 0;
    for _ in 0..400 {
        let packs = shuffled(&DOCUMENTS, &mut dice);
        let packs = &packs[..2 + dice.throw(3)];
        let other = shuffled(packs, &mut dice);
        let facts = thrown(MEETINGS[dice.throw(MEETINGS.len())], &mut dice);
        let one = ask("list-attendees", &with(facts.clone(), "packs", json!(packs)), &rulebook);
        let two = ask("list-attendees", &with(facts.clone(), "packs", json!(other)), &rulebook);
        if let (Ok(one), Ok(two)) = (one, two) {
            held += 1;
            assert_eq!(entries(&one), entries(&two), "{packs:?} {other:?} {facts}");
            for list in ["because", "alsoApplies"] {
                assert_eq!(cited(&one, list), cited(&two, list), "{packs:?} {other:?} {facts} {list}");
            }
        }
        let mut facts = json!({"meetingEndedAt": "2026-03-10T12:00", "meetingStart": "2026-03-10T10:00", "parentsPoseRisk": false});
        if dice.throw(2) == 0 {
            facts["done"] = json!({"minutes": {"at": "2026-03-12T09:00"}});
        }
        let one = ask("list-deadlines", &with(facts.clone(), "packs", json!(packs)), &rulebook);
        let two = ask("list-deadlines", &with(facts.clone(), "packs", json!(other)), &rulebook);
        if let (Ok(one), Ok(two)) = (one, two) {
            held += 1;
            assert_eq!(duties(&one), duties(&two), "{packs:?} {other:?} {facts}");
        }
    }
    assert!(held > 100, "{held}");
}

#[test]
fn the_minutes_of_two_meetings_are_two_duties_and_go_to_the_people_of_each() {
    let rulebook = rulebook();
    for packs in [["professionals-meetings", "county-durham"], ["county-durham", "professionals-meetings"]] {
        let facts = json!({"packs": packs, "meetingEndedAt": "2026-03-10T12:00", "parentsPoseRisk": false, "familyAppropriate": true});
        let decision = answered("list-deadlines", &facts, &rulebook);
        let minutes = |decision: &Value| -> Vec<Value> {
            decision["answer"]["deadlines"].as_array().unwrap().iter().filter(|one| one["duty"] == "minutes").cloned().collect()
        };
        let [of_strategy, of_professionals] = &minutes(&decision)[..] else { panic!("{packs:?}: {decision}") };
        assert_eq!((&of_strategy["force"], &of_strategy["dueBy"]), (&json!("must"), &json!("2026-03-13")), "{packs:?}");
        assert_eq!((&of_professionals["force"], &of_professionals["due"]), (&json!("should"), &Value::Null), "{packs:?}");
        assert_eq!(who(of_strategy, "to"), BTreeSet::from(["all-in-attendance".to_owned()]), "{packs:?}");
        assert!(!who(of_professionals, "to").contains("all-in-attendance") && who(of_professionals, "to").contains("family"), "{packs:?}");
        // Of which of them something was done is not told: it counts for neither, and is asked.
        let done = with(facts.clone(), "done", json!({"minutes": {"at": "2026-03-11T09:00"}}));
        let told = answered("list-deadlines", &done, &rulebook);
        assert!(minutes(&told).iter().all(|one| one["onTime"] == "not-established"), "{packs:?}: {told}");
        assert!(told["ask"].as_array().unwrap().iter().any(|ask| ask["path"] == "meetingType"), "{packs:?}: {told}");
        let of_one = answered("list-deadlines", &with(done, "meetingType", json!("strategy")), &rulebook);
        assert_eq!(minutes(&of_one).iter().map(|one| one["onTime"].clone()).collect::<Vec<_>>(), [json!(true)], "{packs:?}");
        // What was told of one of them did not move because the other has no time.
        let previous = with(facts, "previous", json!([{"duty": "minutes", "due": "2026-03-13"}]));
        assert_eq!(answered("list-deadlines", &previous, &rulebook)["answer"]["moved"], json!([]), "{packs:?}");
    }
}

/// A partnership's own rule about a duty of Durham's, of the same meeting: one duty, the stronger word, the earlier time.
#[test]
fn one_duty_of_two_documents_keeps_the_stronger_word_and_the_earlier_time() {
    let mut pack = sound_pack();
    pack["fact"]["meeting_ended_at"] = json!({"asks": "When did the strategy meeting end?", "moment": true});
    let own =
        json!({"duty": "decisions", "meeting": ["strategy"], "within": "within 12 hours", "from": "meeting_ended_at", "to": ["police"]});
    add(&mut pack, "list_deadlines", "T-D1", own);
    for (list, meeting) in [("fires", "strategy"), ("misses", "mash")] {
        let mut example = json!({"name": meeting, "asks": "list_deadlines", "facts": {"meeting_type": meeting, "duty": "decisions"}});
        example[list] = json!(["T-D1"]);
        pack["example"].as_array_mut().unwrap().push(example);
    }
    let rulebook = rulebook().with(&pack.to_string()).unwrap_or_else(|refusal| panic!("{refusal}"));
    for packs in [["test", "county-durham"], ["county-durham", "test"]] {
        let facts = json!({"packs": packs, "duty": "decisions", "meetingEndedAt": "2026-03-10T12:00"});
        let decision = answered("list-deadlines", &facts, &rulebook);
        let [decisions] = &decision["answer"]["deadlines"].as_array().unwrap()[..] else { panic!("{packs:?}: {decision}") };
        assert_eq!((&decisions["force"], &decisions["due"]), (&json!("must"), &json!("2026-03-11T00:00:00+00:00")), "{packs:?}");
        assert!(who(decisions, "to").is_superset(&BTreeSet::from(["police".to_owned(), "all-in-attendance".to_owned()])), "{packs:?}");
    }
}
