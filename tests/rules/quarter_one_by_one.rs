//! A quarter whose meetings are told one by one: the report is the one on all of them at once, and each may be judged by its own day.

use safeguarding_rules::{Code, Rulebook};
use serde_json::{Value, json};

use crate::common::{Dice, ask, rulebook};

const DURHAM: &str = "county-durham";

/// What a ledger reports on meetings that are told in these lists.
fn told<'l>(facts: &Value, lists: impl IntoIterator<Item = &'l [Value]>, rulebook: &Rulebook) -> Value {
    let mut ledger = rulebook.ledger(&facts.to_string()).unwrap();
    lists.into_iter().for_each(|list| ledger.add_json(&json!(list).to_string()).unwrap());
    serde_json::from_str(&ledger.close_json()).unwrap()
}

fn one<'c>(dice: &mut Dice, of: &[&'c str]) -> &'c str {
    of[dice.throw(of.len())]
}

fn answer(dice: &mut Dice) -> Value {
    [json!(true), json!(true), json!(false), json!("unknown"), Value::Null][dice.throw(5)].clone()
}

fn day(dice: &mut Dice) -> String {
    let date = format!("2026-0{}-{:02}", 1 + dice.throw(4), 1 + dice.throw(5));
    let time = one(dice, &["", "T09:00", "T09:00", "T16:30", "T23:50Z"]);
    date + time
}

/// A meeting of a few teams and references, so that many repeat one another, in no order of time.
fn meeting(dice: &mut Dice) -> Value {
    let part = |dice: &mut Dice| json!({"agency": one(dice, &["police", "childrens-social-care", "health", "school"]), "requested": answer(dice), "attended": answer(dice), "formReturned": answer(dice)});
    let agencies: Vec<Value> = (0..dice.throw(5)).map(|_| part(dice)).collect();
    let concern = json!({"concerns": {"seriousRisk": answer(dice)}, "othersConsidered": true, "referralReceivedAt": day(dice)});
    let mut meeting = json!({
        "ref": one(dice, &["A-1", " a-1", "A-2", "A-3", "A-4", "A-5", "", "A-6", "A-7"]),
        "team": one(dice, &["East", "east ", "West", ""]),
        "repeat": answer(dice), "settled": answer(dice), "agencies": agencies,
        "done": {"decisions": day(dice), "minutes": day(dice)},
    });
    for (field, value, sides) in [("endedAt", json!(day(dice)), 9), ("startedAt", json!(day(dice)), 2), ("concern", concern, 3)] {
        if dice.throw(sides) > 0 {
            meeting[field] = value;
        }
    }
    meeting
}

#[test]
fn meetings_that_are_told_one_by_one_are_reported_as_all_at_once() {
    let rulebook = rulebook();
    let mut dice = Dice(11);
    let (mut follow, mut doubted) = (0, 0);
    for round in 0..120 {
        let meetings: Vec<Value> = (0..dice.throw(40)).map(|_| meeting(&mut dice)).collect();
        let mut facts = json!({"area": DURHAM, "from": "2026-01-01", "until": "2026-03-31", "rulesOfTheDay": dice.throw(2) == 0});
        facts["audience"] = json!(one(&mut dice, &["partnership", "partnership", "public"]));
        let one_by_one = told(&facts, meetings.chunks(1 + dice.throw(7)), &rulebook);
        facts["meetings"] = json!(meetings);
        let at_once = ask("report-quarter", &facts, &rulebook).unwrap();
        assert_eq!(one_by_one, at_once, "round {round}");
        let check = at_once["answer"]["check"].as_array().unwrap();
        doubted += check.len();
        follow += check.iter().filter(|doubt| doubt["code"] == "first-after-another").count();
    }
    assert!(follow > 20 && doubted > 500, "{follow} {doubted}");
}

#[test]
fn no_order_of_the_meetings_changes_what_is_counted() {
    let rulebook = rulebook();
    let mut dice = Dice(12);
    for round in 0..60 {
        // Of two lists of one agency, or two that could be one, the first is told by its place: only what is counted is compared.
        let mut meetings: Vec<Value> = (0..dice.throw(30)).map(|_| meeting(&mut dice)).collect();
        let facts = json!({"area": DURHAM, "from": "2026-01-01", "until": "2026-03-31"});
        let counted = |meetings: &[Value]| {
            let mut answer = told(&facts, [meetings], &rulebook)["answer"].take();
            for measured in answer["measures"].as_array_mut().unwrap() {
                measured["rows"].as_array_mut().unwrap().sort_by_key(Value::to_string);
            }
            (answer["measures"].take(), answer["check"].as_array().unwrap().len())
        };
        let forwards = counted(&meetings);
        meetings.reverse();
        assert_eq!(counted(&meetings).0, forwards.0, "round {round}");
    }
}

#[test]
fn a_refused_meeting_is_named_by_its_place_among_all() {
    let good = json!({"endedAt": "2026-03-02T10:00"});
    for (bad, path) in [
        (json!({"endedAt": "yesterday"}), "meetings[3].endedAt"),
        (json!({"ended": "2026-03-02"}), "meetings[3].ended"),
        (json!({"concern": {"concerns": {"seriousRisks": true}}}), "meetings[3].concern.concerns.seriousRisks"),
        (json!([]), "meetings[3]"),
    ] {
        let mut ledger = rulebook().ledger(&json!({"area": DURHAM}).to_string()).unwrap();
        ledger.add_json(&json!([good, good]).to_string()).unwrap();
        let error = ledger.add_json(&json!([good, bad, good]).to_string()).unwrap_err();
        assert_eq!(error.path(), path, "{error}");
    }
    let mut ledger = rulebook().ledger("{}").unwrap();
    assert_eq!(ledger.add_json(&good.to_string()).unwrap_err().code(), Code::BadInput);
}

#[test]
fn of_very_many_doubts_the_first_thousand_are_listed_and_the_others_counted() {
    let facts = json!({"area": DURHAM});
    let meetings = vec![json!({"ref": "A-1"}); 800];
    let answer = told(&facts, meetings.chunks(100), &rulebook())["answer"].take();
    let listed = answer["check"].as_array().unwrap();
    assert_eq!((listed.len(), answer["moreToCheck"].as_u64()), (1_000, Some(599)));
    let all = ask("report-quarter", &json!({"area": DURHAM, "meetings": meetings}), &rulebook()).unwrap();
    assert_eq!(all["answer"]["check"].as_array().unwrap()[..1_000], listed[..]);
    assert_eq!(all["answer"].get("moreToCheck"), None);
    // The public is told of none, nor how many.
    let public = told(&json!({"area": DURHAM, "audience": "public"}), [&meetings[..]], &rulebook());
    assert_eq!(public["answer"].get("moreToCheck"), None);
}

/// County Durham's neighbour, whose strategy meetings are to be held sooner from the day of a new edition.
fn with_two_editions() -> Rulebook {
    let pack = |id: &str, days: u32, since: Option<&str>, until: Option<&str>| {
        let words = ["within one working day", "within two working days"][days as usize - 1];
        let hold = if days == 1 { "within 1 working day".to_owned() } else { format!("within {days} working days") };
        json!({
            "document": {"id": "neighbour", "version": "1.0.0", "title": "Neighbour", "area": "neighbour", "area_label": "Neighbour", "force": "local-protocol",
                "cites": "Its procedures (2026)", "since": since, "until": until, "stands_on": ["multi-agency-meetings"], "status": {"checked_on": since.or(until)}},
            "classify_concern": [{"id": id, "hold": hold, "from": "concerns identified", "force": "must", "says": format!("Hold it {hold}."), "at": "1", "words": words}],
            "report_quarter": [{"id": format!("{id}/quarter"), "measures": "meeting-in-time", "smallest_shown": 5, "force": "may", "says": "Count meetings in time.", "at": "2", "words": "meetings in time"}],
            "example": [
                {"name": "Here", "asks": "classify_concern", "facts": {"others_considered": true, "concerns_identified_at": "2026-03-02T09:00"}, "fires": [id]},
                {"name": "Elsewhere", "asks": "classify_concern", "facts": {"area": "generic"}, "misses": [id]},
                {"name": "Counted", "asks": "report_quarter", "facts": {"meetings": []}, "fires": [format!("{id}/quarter")]},
                {"name": "Not counted", "asks": "report_quarter", "facts": {"area": "generic", "meetings": []}, "misses": [format!("{id}/quarter")]},
            ],
        })
    };
    let mut rulebook = rulebook();
    for pack in [pack("N-OLD", 2, None, Some("2026-03-31")), pack("N-NEW", 1, Some("2026-04-01"), None)] {
        let sealed = rulebook.seal(&pack.to_string()).unwrap();
        rulebook = rulebook.with_sealed(&sealed).unwrap();
    }
    rulebook
}

#[test]
fn each_meeting_is_judged_by_the_rules_of_its_own_day_where_that_is_asked() {
    let rulebook = with_two_editions();
    let there = |agency: &str| json!({"agency": agency, "requested": true, "attended": true});
    let agencies: Vec<Value> = ["police", "childrens-social-care", "health"].map(there).into();
    // Held two working days after the concern was identified, under the old rules and under the new.
    let held = |identified: &str, day: &str| json!({"startedAt": format!("{day}T10:00"), "endedAt": format!("{day}T11:00"), "agencies": agencies, "concern": {"othersConsidered": true, "concernsIdentifiedAt": identified}});
    let meetings = json!([held("2026-03-09", "2026-03-11"), held("2026-04-20", "2026-04-22")]);
    let in_time = |more: Value| {
        let mut facts = json!({"area": "neighbour", "meetings": meetings});
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let answer = ask("report-quarter", &facts, &rulebook).unwrap()["answer"].take();
        let row = &answer["measures"][0]["rows"][0];
        (row["count"]["number"].as_u64(), row["of"]["number"].as_u64(), row["notRecorded"]["number"].as_u64())
    };
    assert_eq!(in_time(json!({"asOf": "2026-03-31"})), (Some(2), Some(2), Some(0)));
    assert_eq!(in_time(json!({"asOf": "2026-04-01"})), (Some(0), Some(2), Some(0)));
    for as_of in ["2026-03-31", "2026-04-01", "2026-06-30"] {
        assert_eq!(in_time(json!({"asOf": as_of, "rulesOfTheDay": true})), (Some(1), Some(2), Some(0)), "{as_of}");
    }
}
