//! The figures of a quarter: what is counted, what cannot be known, and what the public is not told.

use safeguarding_rules::Rulebook;
use serde_json::{Value, json};

use crate::common::{Dice, ask, rulebook};

fn report(facts: Value) -> Value {
    ask("report-quarter", &facts, &rulebook()).unwrap()["answer"].take()
}

fn durham(meetings: Value) -> Value {
    report(json!({ "area": "county-durham", "meetings": meetings }))
}

/// The figures of a row: how many, of how many, and for how many not recorded.
fn row<'a>(answer: &'a Value, measure: &str, whom: &str) -> &'a Value {
    let measures = answer["measures"].as_array().unwrap();
    let named = |row: &&Value| {
        row["agency"] == whom || row["team"] == whom || (whom.is_empty() && row["agency"].is_null() && row["team"].is_null())
    };
    let measured = measures.iter().find(|measured| measured["id"] == measure).unwrap();
    measured["rows"].as_array().unwrap().iter().find(named).unwrap_or(&Value::Null)
}

fn numbers(answer: &Value, measure: &str, whom: &str) -> (u64, u64, u64) {
    let row = row(answer, measure, whom);
    let number = |field: &str| row[field]["number"].as_u64().unwrap();
    (number("count"), number("of"), number("notRecorded"))
}

/// The doubts, by code and path.
fn doubts(answer: &Value) -> Vec<(String, String)> {
    let word = |doubt: &Value, field: &str| doubt[field].as_str().unwrap().to_owned();
    answer["check"].as_array().unwrap().iter().map(|doubt| (word(doubt, "code"), word(doubt, "path"))).collect()
}

fn doubted(code: &str, path: &str) -> (String, String) {
    (code.to_owned(), path.to_owned())
}

#[test]
fn two_meetings_under_one_reference_stay_two_and_the_later_ones_lateness_counts() {
    let answer = durham(json!([
        {"ref": "A-1", "endedAt": "2026-08-03T15:30", "done": {"decisions": "2026-08-04T10:00"}},
        {"ref": " a-1 ", "endedAt": "2026-08-20T15:30", "done": {"decisions": "2026-08-29T10:00"}},
    ]));
    assert_eq!(answer["meetings"]["number"], 2);
    assert_eq!(numbers(&answer, "CD-17d", ""), (1, 2, 0));
    assert_eq!(doubts(&answer), [doubted("same-reference", "meetings[1].ref")]);
    assert_eq!(answer["check"][0]["other"], "meetings[0].ref");
    // The later one follows the other; whether the first is one is not known.
    assert_eq!(numbers(&answer, "TR-S6/quarter", ""), (1, 2, 1));
}

#[test]
fn two_records_of_one_time_are_told_where_no_two_references_tell_them_apart() {
    let held = |more: Value| {
        let mut meeting = json!({"startedAt": "2026-08-03T14:00", "endedAt": "2026-08-03T15:30"});
        meeting.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        meeting
    };
    let same = [doubted("same-times", "meetings[1]")];
    let of = |reference: &str, agency: &str, identified: &str| json!({"ref": reference, "agencies": [{"agency": agency}], "concern": {"concernsIdentifiedAt": identified}});
    for (one, other, expected) in [
        (json!({}), json!({}), &same[..]),
        (json!({"ref": "A-1"}), json!({}), &same),
        (json!({"team": "N"}), json!({"team": "n "}), &same),
        (json!({"ref": "A-1"}), json!({"ref": "A-2"}), &[]),
        // One meeting about two children, told once for each.
        (of("A-1", "police", "2026-08-01T10:00"), of("A-2", "police", "2026-08-01T10:00"), &same),
        (of("A-1", "police", "2026-08-01T10:00"), of("A-2", "gp", "2026-08-01T10:00"), &[]),
        (of("A-1", "police", "2026-08-01T10:00"), of("A-2", "police", "2026-08-01T11:00"), &[]),
        (json!({"ref": "A-1", "agencies": [{"agency": "police"}]}), json!({"ref": "A-2", "agencies": [{"agency": "police"}]}), &[]),
        (json!({"team": "North"}), json!({"team": "South"}), &[]),
        (json!({}), json!({"endedAt": "2026-08-03T15:31"}), &[]),
        (json!({"startedAt": null, "endedAt": "2026-08-03"}), json!({"startedAt": null, "endedAt": "2026-08-03"}), &[]),
    ] {
        assert_eq!(doubts(&durham(json!([held(one.clone()), held(other.clone())]))), expected, "{one} {other}");
    }
}

#[test]
fn more_than_a_quarter_is_told() {
    for (from, until, is_longer) in [
        ("2026-01-01", "2026-12-31", true),
        ("2026-01-01", "2026-04-01", true),
        ("2026-01-01", "2026-03-31", false),
        ("2026-07-01", "2026-09-30", false),
        ("2026-11-30", "2027-02-27", false),
    ] {
        let answer = report(json!({"area": "county-durham", "from": from, "until": until, "meetings": []}));
        let expected = if is_longer { vec![doubted("longer-than-a-quarter", "until")] } else { vec![] };
        assert_eq!(doubts(&answer), expected, "{from} {until}");
    }
}

#[test]
fn of_what_nobody_recorded_there_is_no_share() {
    let meeting = json!({"endedAt": "2026-08-03T15:30", "agencies": [{"agency": "police", "requested": true}]});
    let meetings: Vec<Value> = (0..12).map(|_| meeting.clone()).collect();
    for audience in ["partnership", "public"] {
        let answer = report(json!({"area": "county-durham", "audience": audience, "meetings": meetings}));
        for measured in answer["measures"].as_array().unwrap() {
            for row in measured["rows"].as_array().unwrap() {
                let is_recorded = row["notRecorded"]["number"] != row["of"]["number"];
                assert_eq!(row["perCent"].is_null(), !is_recorded, "{audience}: {row}");
            }
        }
        assert_eq!(row(&answer, "CD-17b", "police")["perCent"], Value::Null);
        assert!(!answer["csv"].as_str().unwrap().contains(",0,0,12"), "{audience}");
    }
}

#[test]
fn an_agency_that_is_listed_once_for_each_sibling_counts_once() {
    let police = |attended: Value| json!({"agency": "police", "requested": true, "attended": attended, "formReturned": "unknown"});
    let answer =
        durham(json!([{"endedAt": "2026-08-03T15:30", "agencies": [police(json!(true)), police(json!("unknown")), police(json!(true))]}]));
    assert_eq!(numbers(&answer, "CD-17a", "police"), (1, 1, 0));
    assert_eq!(numbers(&answer, "CD-17b", "police"), (1, 1, 0));
    assert_eq!(doubts(&answer), [doubted("agency-twice", "meetings[0].agencies[1]"), doubted("agency-twice", "meetings[0].agencies[2]")]);
    for order in [[true, false, true], [false, true, false], [true, true, false]] {
        let answer = durham(json!([{"endedAt": "2026-08-03T15:30", "agencies": order.map(|came| police(json!(came)))}]));
        assert_eq!(numbers(&answer, "CD-17b", "police"), (0, 1, 1), "{order:?}");
        let contradicts: Vec<_> = doubts(&answer).into_iter().filter(|(code, _)| code == "agency-contradicts").collect();
        assert_eq!(contradicts.len(), 1, "{order:?}");
    }
}

#[test]
fn what_cannot_be_known_is_not_recorded() {
    for (ended, sent, code, field) in [
        ("2026-08-03", "2026-08-04T10:00", "time-of-day-needed", "endedAt"),
        ("2026-08-03T10:00", "2026-08-04", "time-of-day-needed", "done.decisions"),
        ("2026-08-03T10:00", "2026-08-03T09:59", "done-too-early", "done.decisions"),
        ("2026-08-03T10:00", "2026-08-02", "done-too-early", "done.decisions"),
    ] {
        let answer = durham(json!([{"endedAt": ended, "done": {"decisions": sent}}]));
        assert_eq!(numbers(&answer, "CD-17d", ""), (0, 1, 1), "{ended} {sent}");
        assert_eq!(doubts(&answer), [doubted(code, &format!("meetings[0].{field}"))], "{ended} {sent}");
    }
    let ended_first = durham(
        json!([{"startedAt": "2026-08-03T11:00", "endedAt": "2026-08-03T10:00", "done": {"decisions": "2026-08-03T12:00", "minutes": "2026-08-04"}}]),
    );
    assert_eq!(numbers(&ended_first, "CD-17d", ""), (0, 1, 1));
    assert_eq!(numbers(&ended_first, "CD-17e", ""), (0, 1, 1));
    assert_eq!(doubts(&ended_first), [doubted("ended-too-early", "meetings[0].endedAt")]);
    let other =
        durham(json!([{"done": {"dance": "2026-08-03T12:00"}, "agencies": [{"agency": "gp", "requested": false, "attended": true}]}]));
    let codes: Vec<String> = doubts(&other).into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, ["no-date", "came-unasked", "duty-not-known"]);
}

#[test]
fn minutes_of_a_meeting_over_midnight_count_from_its_end() {
    let sent = |at: &str, ended: Value| {
        let answer = durham(json!([{"startedAt": "2026-11-26T23:00", "endedAt": ended, "done": {"minutes": at}}]));
        numbers(&answer, "CD-17e", "")
    };
    assert_eq!(sent("2026-12-02T12:00", json!("2026-11-27T00:30")), (1, 1, 0));
    assert_eq!(sent("2026-12-03T12:00", json!("2026-11-27T00:30")), (0, 1, 0));
    assert_eq!(sent("2026-12-01T12:00", json!("2026-11-26T23:30")), (1, 1, 0));
    assert_eq!(sent("2026-12-02T12:00", json!("2026-11-26T23:30")), (0, 1, 0));
}

/// A meeting held so, about a concern that is known so.
fn held(started: &str, ended: &str, concern: Value) -> Value {
    json!({ "startedAt": started, "endedAt": ended, "concern": concern, "agencies": full() })
}

/// Everybody came without whom a strategy meeting is none.
fn full() -> Value {
    json!([{"agency": "childrens-social-care", "attended": true}, {"agency": "police", "attended": true}, {"agency": "school-nurse", "attended": true}])
}

/// A meeting without the police or health is not the meeting that the limit asks for, whatever the hour.
#[test]
fn a_meeting_is_in_time_only_with_everybody_without_whom_it_is_none() {
    let concern = json!({"othersConsidered": true, "concernsIdentifiedAt": "2026-03-02T09:00", "referralReceivedAt": "2026-03-02T09:30"});
    let said = [json!(true), json!(false), json!(null)];
    for social_care in &said {
        for police in &said {
            for health in &said {
                let of = |agency: &str, attended: &Value| json!({"agency": agency, "attended": attended});
                let parts =
                    json!([of("childrens-social-care", social_care), of("police", police), of("gp", health), of("school", &json!(true))]);
                for (held_on, in_time) in [("2026-03-03T10:00", true), ("2026-03-09T10:00", false)] {
                    let answer = durham(json!([{"startedAt": held_on, "endedAt": held_on, "concern": concern, "agencies": parts}]));
                    let all = [social_care, police, health];
                    let expected = match (in_time, all.contains(&&json!(false)), all.contains(&&json!(null))) {
                        (false, ..) | (true, true, _) => (0, 1, 0),
                        (true, false, true) => (0, 1, 1),
                        (true, false, false) => (1, 1, 0),
                    };
                    assert_eq!(numbers(&answer, "TR-T0/quarter", ""), expected, "{held_on} {parts}");
                    assert_eq!(!doubts(&answer).is_empty(), expected.2 == 1, "{held_on} {parts}");
                }
            }
        }
    }
    let nobody = durham(json!([{"startedAt": "2026-03-03T10:00", "endedAt": "2026-03-03T11:00", "concern": concern}]));
    assert_eq!(doubts(&nobody), [doubted("who-came-not-known", "meetings[0].agencies")]);
}

#[test]
fn a_meeting_is_held_to_the_limit_that_its_concern_gives() {
    let rulebook = rulebook();
    for concern in [
        json!({"othersConsidered": true, "concernsIdentifiedAt": "2026-03-02T09:00", "referralReceivedAt": "2026-03-02T09:30"}),
        json!({"concernTypes": ["serious-neglect"], "othersConsidered": true, "concernsIdentifiedAt": "2026-03-02T09:00", "referralReceivedAt": "2026-03-02T09:30"}),
        json!({"concerns": {"immediateActionRequired": true}, "othersConsidered": true, "concernsIdentifiedAt": "2026-03-02T09:00", "referralReceivedAt": "2026-03-02T09:30", "immediateActionAt": "2026-03-02T09:40"}),
        json!({"concernsIdentifiedAt": "2026-03-02T09:00", "referralReceivedAt": "2026-03-02T09:30"}),
        json!({"othersConsidered": true, "referralReceivedAt": "2026-03-02T09:30"}),
        json!({"othersConsidered": true}),
    ] {
        let mut facts = concern.clone();
        facts["area"] = json!("county-durham");
        let limit = ask("classify-concern", &facts, &rulebook).unwrap();
        for day in 2..=12 {
            let held_on = format!("2026-03-{day:02}");
            let answer = durham(json!([held(&held_on, &format!("{held_on}T16:00"), concern.clone())]));
            let expected = match (limit["settled"].as_bool().unwrap(), limit["answer"]["dueBy"].as_str()) {
                (true, Some(due)) => (u64::from(*held_on <= *due), 1, 0),
                _ => (0, 1, 1),
            };
            assert_eq!(numbers(&answer, "TR-T0/quarter", ""), expected, "{held_on} {concern}");
        }
    }
}

#[test]
fn a_meeting_before_its_referral_is_told_and_one_without_a_start_is_in_time_only_where_it_had_ended() {
    let concern = json!({"othersConsidered": true, "concernsIdentifiedAt": "2026-03-02T09:00", "referralReceivedAt": "2026-03-02T09:30"});
    let before = durham(json!([held("2026-03-02T09:10", "2026-03-02T09:20", concern.clone())]));
    assert_eq!(numbers(&before, "TR-T0/quarter", ""), (0, 1, 1));
    assert_eq!(doubts(&before), [doubted("held-too-early", "meetings[0].startedAt")]);
    for (ended, expected) in [("2026-03-05T16:00", (1, 1, 0)), ("2026-03-06T09:00", (0, 1, 1))] {
        let answer = durham(json!([{"endedAt": ended, "concern": concern, "agencies": full()}]));
        assert_eq!(numbers(&answer, "TR-T0/quarter", ""), expected, "{ended}");
    }
    let error = ask("report-quarter", &json!({"meetings": [{}, {"concern": {"concerns": {"madeUp": true}}}]}), &rulebook()).unwrap_err();
    assert_eq!(error.path(), "meetings[1].concern.concerns.madeUp");
}

#[test]
fn first_and_repeat_meetings_are_told_by_team() {
    let answer = durham(json!([
        {"ref": "A", "team": "East team", "endedAt": "2026-03-02T10:00", "repeat": false},
        {"ref": "A", "team": "east_team", "endedAt": "2026-03-09T10:00"},
        {"ref": "A", "team": "West", "endedAt": "2026-03-16T10:00", "repeat": false},
        {"ref": "B", "team": " ", "endedAt": "2026-03-02T10:00", "repeat": true},
    ]));
    assert_eq!(numbers(&answer, "TR-S6/quarter", ""), (2, 4, 1));
    assert_eq!(numbers(&answer, "TR-S6/quarter", "east-team"), (1, 2, 0));
    assert_eq!(numbers(&answer, "TR-S6/quarter", "west"), (0, 1, 1));
    assert!(doubts(&answer).contains(&doubted("first-after-another", "meetings[2].repeat")));
    assert_eq!(numbers(&answer, "CD-17d", "east-team"), (0, 2, 2));
}

/// A quarter of meetings made up by dice.
fn quarter(dice: &mut Dice) -> Value {
    let meetings = dice.throw(24);
    let answer = |dice: &mut Dice| [json!(true), json!(true), json!(true), json!(false), json!("unknown")][dice.throw(5)].clone();
    let meeting = |dice: &mut Dice| {
        let part = |agency: &str, dice: &mut Dice| json!({"agency": agency, "requested": answer(dice), "attended": answer(dice), "formReturned": answer(dice)});
        let team = ["east", "east", "west", ""][dice.throw(4)];
        let sent = ["2026-03-03T12:00", "2026-03-09T12:00", "2026-03-01T12:00", "2026-03-03"];
        let (decisions, minutes) = (sent[dice.throw(4)], sent[dice.throw(4)]);
        json!({
            "endedAt": "2026-03-02T16:00", "repeat": answer(dice), "team": team,
            "agencies": (0..dice.throw(4)).map(|_| part(["police", "gp"][dice.throw(2)], dice)).collect::<Vec<_>>(),
            "done": {"decisions": decisions, "minutes": minutes},
        })
    };
    (0..meetings).map(|_| meeting(dice)).collect()
}

#[test]
fn what_the_public_is_told_is_true_and_never_small() {
    let mut dice = Dice(7);
    for round in 0..200 {
        let meetings = quarter(&mut dice);
        let all = report(json!({"area": "county-durham", "meetings": meetings}));
        let public = report(json!({"area": "county-durham", "meetings": meetings, "audience": "public"}));
        assert_eq!((&public["check"], &public["provisionalLeftOut"], &public["outsideLeftOut"]), (&json!([]), &Value::Null, &Value::Null));
        for (measured, all) in public["measures"].as_array().unwrap().iter().zip(all["measures"].as_array().unwrap()) {
            for told in measured["rows"].as_array().unwrap() {
                let same = |row: &&Value| row["agency"] == told["agency"] && row["team"] == told["team"];
                let true_row = all["rows"].as_array().unwrap().iter().find(same).unwrap();
                let mut shown = Vec::new();
                for field in ["of", "count", "notRecorded"] {
                    if let Some(number) = told[field]["number"].as_u64() {
                        assert_eq!(told[field], true_row[field], "round {round}");
                        assert!(number == 0 || number >= 5, "round {round}: {told}");
                        shown.push(number);
                    }
                }
                if let [of, count, not_recorded] = shown[..] {
                    let no = of - count - not_recorded;
                    assert!(no == 0 || no >= 5, "round {round}: {told} tells of {no}");
                }
            }
        }
        let tells_all = all["measures"].to_string().contains("\"suppressed\":true");
        assert!(!tells_all, "round {round}: something is held back from the partnership");
    }
}

#[test]
fn the_partnership_is_told_not_to_publish_and_the_public_that_something_is_held_back() {
    let codes = |facts: Value| -> Vec<String> {
        let decision = ask("report-quarter", &facts, &Rulebook::built_in()).unwrap();
        decision["cautions"].as_array().unwrap().iter().map(|caution| caution["code"].as_str().unwrap().to_owned()).collect()
    };
    let meetings = json!([{"endedAt": "2026-03-02T16:00", "done": {"decisions": "2026-03-03"}}]);
    let partnership = codes(json!({"area": "county-durham", "meetings": meetings}));
    let public = codes(json!({"area": "county-durham", "meetings": meetings, "audience": "public"}));
    for (code, to_partnership, to_public) in
        [("not-for-publication", true, false), ("check-the-records", true, false), ("small-numbers", false, true)]
    {
        assert_eq!(partnership.iter().any(|said| said == code), to_partnership, "{code}");
        assert_eq!(public.iter().any(|said| said == code), to_public, "{code}");
    }
}

#[test]
fn a_meeting_that_lasts_for_days_is_told_and_its_minutes_are_not_judged() {
    let told = |ended: &str| {
        let meeting = json!({"ref": "X", "startedAt": "2026-11-10T22:00", "endedAt": ended, "done": {"minutes": "2026-12-14"}});
        let facts = json!({"area": "county-durham", "from": "2026-10-01", "until": "2026-12-31", "meetings": [meeting]});
        ask("report-quarter", &facts, &rulebook()).unwrap()["answer"]["check"].to_string()
    };
    assert!(told("2026-12-10T11:00").contains("lasted-too-long"));
    assert!(!told("2026-11-11T00:30").contains("lasted-too-long"));
}

#[test]
fn holidays_stand_beside_the_meetings_and_in_none() {
    let holiday = json!([{"date": "2026-11-26", "title": "Coronation Day"}]);
    let concern = json!({"concernsIdentifiedAt": "2026-11-24T10:00", "bankHolidays": holiday});
    let facts = json!({"area": "county-durham", "from": "2026-10-01", "until": "2026-12-31",
                       "meetings": [{"ref": "X", "startedAt": "2026-11-30T10:00", "concern": concern}]});
    let refusal = ask("report-quarter", &facts, &rulebook()).unwrap_err();
    assert_eq!(refusal.path(), "meetings[0].concern.bankHolidays");
}

/// Every two numbers that are published of one agency, and the number of all meetings, differ by nothing or by enough.
#[test]
fn no_two_published_numbers_of_an_agency_tell_a_small_one() {
    let mut dice = Dice(11);
    let (mut shown, mut hidden) = (0, 0);
    for listed in 0..=24 {
        let meetings: Vec<Value> = (0..24)
            .map(|place| {
                let mut agencies = vec![json!({"agency": "police", "attended": dice.throw(2) == 0})];
                if place < listed {
                    agencies.push(json!({"agency": "health", "attended": true}));
                }
                let at = |hour: u32| format!("2026-11-{:02}T{hour:02}:00", place + 1);
                json!({"ref": format!("S-{place}"), "startedAt": at(10), "endedAt": at(11), "agencies": agencies})
            })
            .collect();
        let facts =
            json!({"area": "county-durham", "audience": "public", "from": "2026-10-01", "until": "2026-12-31", "meetings": meetings});
        let answer = ask("report-quarter", &facts, &rulebook()).unwrap()["answer"].take();
        let rows = answer["measures"].as_array().unwrap().iter().flat_map(|measure| measure["rows"].as_array().unwrap());
        for row in rows.filter(|row| row["agency"] == "health") {
            match row["of"]["number"].as_u64() {
                Some(of) => {
                    shown += 1;
                    assert!(of == 24 || 24 - of >= 5, "{of} of 24");
                }
                None => hidden += 1,
            }
        }
    }
    assert!(shown > 0 && hidden > 0, "{shown} {hidden}");
}
