//! A portal's own pack, as the README shows it: read, proved by its own examples, and asked.

use crate::common::written::in_object_form;
use crate::common::{add, ask, file, ids, rulebook, shown, sound_pack};
use safeguarding_rules::{Rulebook, sealed_packs};
use serde_json::{Value, json};

fn with_riverbridge() -> Rulebook {
    with("riverbridge.toml")
}

fn with(name: &str) -> Rulebook {
    let pack = in_object_form(&format!("tests/own-pack/{name}"));
    rulebook().with(&pack.to_string()).unwrap_or_else(|refusal| panic!("{refusal}"))
}

fn in_riverbridge(question: &str, mut facts: Value) -> Value {
    facts["area"] = json!("riverbridge");
    ask(question, &facts, &with_riverbridge()).unwrap()
}

fn required(decision: &Value) -> Vec<&str> {
    decision["answer"]["required"].as_array().unwrap().iter().map(|person| person["agency"].as_str().unwrap()).collect()
}

#[test]
fn the_readme_shows_the_very_file_and_what_it_answers() {
    let text = |name: &str| std::fs::read_to_string(file(name)).unwrap();
    let (readme, first) = (text("README.md"), text("tests/own-pack/riverbridge-first.toml"));
    assert!(readme.contains(&format!("```toml\n{first}```\n")), "README.md shows another pack than tests/own-pack/riverbridge-first.toml");
    assert!(first.lines().count() <= 40);
    let facts = json!({"area": "riverbridge-first", "meetingType": "strategy", "child": {"ofSchoolAge": true}});
    let decision = ask("list-attendees", &facts, &with("riverbridge-first.toml")).unwrap();
    let heading = decision["answer"]["heading"].as_str().unwrap();
    assert!(readme.contains(&format!("// \"{heading}\"")), "README.md answers otherwise than: {heading}");
}

#[test]
fn it_is_marked_in_the_basis_and_in_the_note_and_no_document_of_the_library_is() {
    let marked = |rulebook: &Rulebook, area: &str| {
        let facts = json!({ "area": area, "concernsIdentifiedAt": "2026-12-21" });
        let decision = ask("classify-concern", &facts, rulebook).unwrap();
        let note = ask("explain", &json!({ "question": "classify-concern", "facts": facts }), rulebook).unwrap();
        let packs = decision["basis"]["packs"].as_array().unwrap().clone();
        assert_eq!(
            note["caseNote"].as_str().unwrap().matches("Loaded beside the library's own documents: yes").count(),
            packs.iter().filter(|pack| pack["ownPack"] == true).count()
        );
        packs.iter().map(|pack| (pack["id"].clone(), pack.get("ownPack").cloned())).collect::<Vec<_>>()
    };
    let sealed = rulebook().seal(&in_object_form("tests/own-pack/riverbridge.toml").to_string()).unwrap();
    let from_files = Rulebook::without_packs().with_all_sealed(sealed_packs().map(|(_, bytes)| bytes)).unwrap();
    for rulebook in [with_riverbridge(), Rulebook::built_in().with_sealed(&sealed).unwrap(), from_files.with_sealed(&sealed).unwrap()] {
        assert_eq!(marked(&rulebook, "riverbridge"), [("riverbridge".into(), Some(true.into())), ("multi-agency-meetings".into(), None)]);
        assert_eq!(marked(&rulebook, "generic"), [("multi-agency-meetings".into(), None)]);
    }
}

#[test]
fn people_are_united() {
    let decision = in_riverbridge("list-attendees", json!({"meetingType": "strategy", "othersConsidered": true}));
    assert_eq!(required(&decision), ["school", "childrens-social-care", "police", "health"]);
    assert_eq!(ids(&decision, "because")[..2], ["RB-2", "TR-S2"]);
}

#[test]
fn times_are_the_shorter() {
    let usual = json!({"othersConsidered": true, "concernsIdentifiedAt": "2026-03-02T09:00", "referralReceivedAt": "2026-03-02T10:00"});
    let decision = in_riverbridge("classify-concern", usual.clone());
    assert_eq!((&decision["answer"]["dueBy"], ids(&decision, "because")), (&json!("2026-03-04"), vec!["RB-1".to_owned()]));
    assert_eq!(ids(&decision, "alsoApplies"), ["TR-T0"]);

    let mut grave = usual.clone();
    grave["concerns"] = json!({"seriousRisk": true});
    let decision = in_riverbridge("classify-concern", grave);
    assert_eq!((&decision["answer"]["dueBy"], ids(&decision, "because")), (&json!("2026-03-02"), vec!["TR-T1a".to_owned()]));

    let mut complex = usual;
    complex["concerns"] = json!({"particularlyComplex": true});
    complex["complexReason"] = json!("organised-abuse");
    let decision = in_riverbridge("classify-concern", complex);
    assert_eq!(decision["answer"]["dueBy"], "2026-03-04", "the guide lengthens its own time, and nobody else's");
}

#[test]
fn its_own_duty_item_and_step_stand_beside_those_of_the_guide() {
    let facts = json!({"meetingType": "strategy", "discussionEndedAt": "2026-03-06T16:00"});
    let decision = in_riverbridge("list-deadlines", facts);
    assert_eq!(ids(&decision, "because"), ["RB-3", "TR-R4", "TR-R7"]);
    assert_eq!(decision["answer"]["deadlines"][0]["dueBy"], "2026-03-09");

    let decision = in_riverbridge("make-checklist", json!({"meetingType": "strategy", "list": "preparation"}));
    assert!(ids(&decision, "because").contains(&"RB-4".to_owned()) && ids(&decision, "because").contains(&"TR-G5".to_owned()));

    let decision = in_riverbridge("resolve-disagreement", json!({}));
    assert_eq!(decision["answer"]["next"][0]["action"], "managers-speak");
}

/// Law 6, in both directions.
#[test]
fn no_rule_of_another_partnership_reaches_it_and_none_of_its_own_leaves() {
    let (with, without) = (with_riverbridge(), rulebook());
    let questions = [
        ("classify-concern", json!({"concernsIdentifiedAt": "2026-03-02T09:00"})),
        ("list-attendees", json!({"meetingType": "strategy"})),
        ("list-attendees", json!({"meetingType": "s47"})),
        ("choose-meeting", json!({"reasonableCauseSignificantHarm": true})),
        ("list-deadlines", json!({"meetingType": "strategy"})),
        ("make-checklist", json!({"meetingType": "strategy"})),
        ("resolve-disagreement", json!({})),
        ("record-consent-basis", json!({})),
    ];
    let mut heard = 0;
    for (question, facts) in questions {
        let decision = in_riverbridge(question, facts.clone());
        let cited = ["because", "alsoApplies", "setAside"].iter().flat_map(|list| decision[list].as_array().unwrap());
        for rule in cited {
            let titles = ["How we work together in Riverbridge", "Multi-Agency Partnerships and Meetings"];
            let in_every_record = question == "record-consent-basis"
                && rule["document"] == "Information sharing to safeguard children: law and national advice";
            assert!(in_every_record || titles.contains(&rule["document"].as_str().unwrap()), "{question:?}: {rule}");
            heard += 1;
        }
        for (area, _, _) in without.areas() {
            let mut elsewhere = facts.clone();
            elsewhere["area"] = json!(*area);
            assert_eq!(ask(question, &elsewhere, &with).unwrap(), ask(question, &elsewhere, &without).unwrap(), "{area}");
        }
    }
    assert!(heard > 20, "{heard} rules were heard");
}

fn in_elmshire(question: &str, mut facts: Value) -> Value {
    facts["area"] = json!("elmshire");
    ask(question, &facts, &with("elmshire.toml")).unwrap()
}

/// A referral at a moment, of which everything else is a no.
fn referred(at: &str, more: Value) -> Value {
    let mut facts = json!({ "othersConsidered": true, "concernsIdentifiedAt": at, "referralReceivedAt": at });
    facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    in_elmshire("classify-concern", facts)
}

#[test]
fn a_limit_of_hours_is_one_of_elapsed_hours() {
    let saturday = referred("2026-03-07T16:00", json!({}));
    assert_eq!(saturday["answer"]["dueInstant"], "2026-03-08T16:00:00+00:00");
    assert_eq!(saturday["answer"]["timescale"], "24-hours");
    let heading = saturday["answer"]["heading"].as_str().unwrap();
    assert!(heading.starts_with("Hold the strategy meeting by Sunday 8 March 2026 at 16:00, within 24 hours."), "{heading}");
    // The clocks go forward in the night to 29 March.
    assert_eq!(referred("2026-03-28T16:00", json!({}))["answer"]["dueInstant"], "2026-03-29T17:00:00+01:00");
    assert!(ids(&saturday, "alsoApplies").contains(&"TR-T0".to_owned()));
}

#[test]
fn of_hours_and_days_the_earlier_moment_governs() {
    let action = json!({ "concerns": { "immediateActionRequired": true }, "immediateActionAt": "2026-03-02T09:00" });
    let hours = referred("2026-03-02T09:00", action);
    assert_eq!((&hours["answer"]["dueInstant"], ids(&hours, "because")), (&json!("2026-03-03T09:00:00+00:00"), vec!["EL-1".to_owned()]));
    let same_day = referred("2026-03-02T09:00", json!({ "concerns": { "seriousRisk": true } }));
    assert_eq!((&same_day["answer"]["dueBy"], ids(&same_day, "because")), (&json!("2026-03-02"), vec!["TR-T1a".to_owned()]));
}

#[test]
fn hours_are_never_judged_from_a_date_alone() {
    let day = referred("2026-03-02", json!({ "now": "2026-03-03T08:00" }));
    assert!(day["answer"]["overdue"].as_array().unwrap().is_empty() && day["settled"] == false);
    assert_eq!(day["ask"][0]["path"], "referralReceivedAt");
    let timed = referred("2026-03-02T07:00", json!({ "now": "2026-03-03T08:00" }));
    assert_eq!(timed["answer"]["overdue"][0]["id"], "EL-1");
    assert!(timed["answer"]["heading"].as_str().unwrap().contains("The time ended on Tuesday 3 March 2026 at 07:00"));
    let in_time =
        |at: &str| referred("2026-03-02T07:00", json!({ "held": [{ "at": at, "full": true }] }))["answer"]["held"][0]["inTime"].clone();
    assert_eq!(
        (in_time("2026-03-03T07:00"), in_time("2026-03-03T07:01"), in_time("2026-03-03")),
        (json!(true), json!(false), json!("not-established"))
    );
}

#[test]
fn a_meeting_that_follows_a_discussion_has_a_time_of_its_own() {
    let told = |held: Value, now: Value| referred("2026-03-06T09:00", json!({ "held": held, "now": now }));
    let heading = |decision: &Value| decision["answer"]["heading"].as_str().unwrap().to_owned();
    let says = |decision: &Value, code: &str| decision["cautions"].as_array().unwrap().iter().any(|caution| caution["code"] == code);
    let discussion = json!({ "at": "2026-03-06T15:00", "full": true });
    let discussed = "The discussion was held on Friday 6 March 2026, in time.";
    let first = told(json!([discussion]), json!("2026-03-09T09:00"));
    assert_eq!((&first["answer"]["then"]["id"], &first["answer"]["then"]["dueBy"]), (&json!("EL-2"), &json!("2026-03-11")));
    assert!(first["answer"]["overdue"].as_array().unwrap().is_empty());
    assert_eq!(first["answer"]["nextLimit"]["id"], "EL-2");
    let to_hold = format!("{discussed} Then hold the whole meeting by Wednesday 11 March 2026, within 5 calendar days.");
    assert_eq!((heading(&first), says(&first, "act-now")), (to_hold.clone(), false));
    assert_eq!(heading(&told(json!([discussion]), Value::Null)), to_hold);
    let last_day = told(json!([discussion]), json!("2026-03-11T09:00"));
    assert!(says(&last_day, "act-now") && heading(&last_day).contains("Then hold the whole meeting today"), "{}", heading(&last_day));
    let late = told(json!([discussion]), json!("2026-03-12T09:00"));
    assert_eq!(late["answer"]["overdue"][0]["id"], "EL-2");
    let overdue = format!("{discussed} Then hold the whole meeting now. The last day was Wednesday 11 March 2026.");
    assert_eq!((heading(&late), says(&late, "act-now")), (overdue, true));
    let meeting = |at: &str| json!({ "at": at, "full": true, "stage": "meeting" });
    let both = told(json!([discussion, meeting("2026-03-11T15:00")]), json!("2026-03-13T09:00"));
    assert!(both["answer"]["overdue"].as_array().unwrap().is_empty());
    assert_eq!(both["answer"]["held"][1]["inTime"], true);
    let in_time = format!("{discussed} The whole meeting was held on Wednesday 11 March 2026, in time.");
    assert_eq!((heading(&both), says(&both, "held-late")), (in_time, false));
    let too_late = told(json!([discussion, meeting("2026-03-12T15:00")]), json!("2026-03-13T09:00"));
    assert_eq!(too_late["answer"]["held"][1]["inTime"], false);
    let was_late =
        format!("{discussed} The whole meeting was held late, on Thursday 12 March 2026; its last day was Wednesday 11 March 2026.");
    assert_eq!((heading(&too_late), says(&too_late, "held-late")), (was_late, true));
    let at_once = told(json!([meeting("2026-03-06T15:00")]), json!("2026-03-13T09:00"));
    assert!(heading(&at_once).starts_with("The strategy meeting was held on Friday 6 March 2026, in time."), "{}", heading(&at_once));
}

#[test]
fn beside_each_date_that_an_added_holiday_moves_stands_the_one_without_it() {
    let mut pack = sound_pack();
    add(&mut pack, "classify_concern", "T-3", json!({"stage": "meeting", "hold": "within 5 working days", "from": "discussion held"}));
    shown(&mut pack, "T-3", json!({"concerns": {"worry": true}}), json!({"area": "generic"}));
    let rulebook = rulebook().with(&pack.to_string()).unwrap_or_else(|refusal| panic!("{refusal}"));
    let facts = json!({
        "area": "testshire", "concernsIdentifiedAt": "2026-11-27T10:00", "referralReceivedAt": "2026-11-27T10:00", "now": "2026-11-27T11:00",
        "concerns": {"worry": true}, "othersConsidered": true, "children": [{"ref": "A"}], "held": [{"at": "2026-11-27T10:30", "full": true}],
        "bankHolidays": [{"date": "2026-12-01"}],
    });
    let decision = ask("classify-concern", &facts, &rulebook).unwrap();
    let beside = |place: &Value| [place["dueBy"].clone(), place["withoutAddedHolidays"].clone()];
    let answer = &decision["answer"];
    assert_eq!(beside(&answer["then"]), ["2026-12-07", "2026-12-04"]);
    assert_eq!(beside(&answer["nextLimit"]), ["2026-12-07", "2026-12-04"]);
    assert_eq!(beside(&answer["perChild"][0]), ["2026-12-02", "2026-12-01"]);
    let climbed = json!({"ladder": "elmshire", "stage": 1, "stageAt": "2026-03-06T16:00", "bankHolidays": [{"date": "2026-03-09"}]});
    let step = in_elmshire("resolve-disagreement", climbed)["answer"]["next"][0].clone();
    assert_eq!([&step["due"], &step["withoutAddedHolidays"]], ["2026-03-10T23:59:59+00:00", "2026-03-09"]);
    let open = ask(
        "classify-concern",
        &json!({"area": "generic", "concernsIdentifiedAt": "2026-11-27T10:00", "bankHolidays": [{"date": "2026-12-01"}]}),
        &rulebook,
    );
    assert_eq!(beside(&open.unwrap()["answer"]["onKnownFactsOnly"]), ["2026-12-03", "2026-12-02"]);
}

#[test]
fn a_deadline_before_a_meeting_is_counted_back_over_days_that_do_not_count() {
    let due = |at: &str| {
        let facts = json!({ "meetingType": "cp-conference", "duty": "reports", "meetingAt": at, "now": "2026-01-01T09:00" });
        in_elmshire("list-deadlines", facts)["answer"]["deadlines"][0]["dueBy"].clone()
    };
    assert_eq!(due("2026-03-05T10:00"), "2026-03-03");
    assert_eq!((due("2026-03-09"), due("2026-03-08")), (json!("2026-03-05"), json!("2026-03-05")));
    // Easter Monday is 6 April 2026, Good Friday the 3rd.
    assert_eq!(due("2026-04-07T09:00"), "2026-04-01");
    let limit = in_elmshire("list-deadlines", json!({ "meetingType": "cp-conference", "duty": "reports" }));
    assert_eq!(limit["answer"]["deadlines"][0]["limit"], "2 working days before");
}

#[test]
fn a_step_of_a_ladder_has_its_time() {
    let climb = |more: Value| {
        let mut facts = json!({ "ladder": "elmshire", "stage": 1 });
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        in_elmshire("resolve-disagreement", facts)
    };
    let step = climb(json!({ "stageAt": "2026-03-06T16:00", "now": "2026-03-10T00:00" }));
    assert_eq!(
        (&step["answer"]["next"][0]["due"], &step["answer"]["next"][0]["overdue"]),
        (&json!("2026-03-09T23:59:59+00:00"), &json!(true))
    );
    assert!(step["cautions"].as_array().unwrap().iter().any(|caution| caution["code"] == "act-now"));
    assert!(step["answer"]["heading"].as_str().unwrap().starts_with("Overdue since "), "{}", step["answer"]["heading"]);
    let in_time = climb(json!({ "stageAt": "2026-03-06T16:00", "now": "2026-03-09T20:00" }));
    assert!(in_time["answer"]["heading"].as_str().unwrap().starts_with("Next: "));
    assert_eq!(in_time["answer"]["next"][0]["overdue"], Value::Null);
    assert_eq!(climb(json!({}))["ask"][0]["path"], "stageAt");
}

#[test]
fn what_is_out_of_order_is_told_where_the_packs_ask_it_and_of_an_own_pack_too() {
    let out_of_order = json!({"meetingStart": "2026-03-02T10:00", "meetingEndedAt": "2026-03-02T09:00"});
    let told = |area: &str, facts: &Value, rulebook: &Rulebook| {
        let mut facts = facts.clone();
        facts["area"] = json!(area);
        let decision = ask("list-deadlines", &facts, rulebook).unwrap();
        let cautions = decision["cautions"].as_array().unwrap().iter();
        let contradicted: Vec<Value> = cautions.filter(|one| one["code"] == "facts-contradict").map(|one| one["text"].clone()).collect();
        let paths = decision["ask"].as_array().unwrap().iter().map(|ask| ask["path"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
        (contradicted, paths)
    };
    // These packs ask for neither, or for the end alone: nothing contradicts itself.
    for area in ["generic", "bracknell-forest"] {
        assert!(told(area, &out_of_order, &rulebook()).0.is_empty(), "{area}");
    }
    let mut pack = sound_pack();
    pack["fact"]["visit_start"] = json!({"asks": "When did the visit start?", "moment": true});
    pack["fact"]["visit_end"] = json!({"asks": "When did the visit end?", "moment": true, "not_before": ["visit_start"]});
    for (id, duty, from) in [("T-V1", "visit-plan", "visit_start"), ("T-V2", "visit-note", "visit_end")] {
        let own = json!({"duty": duty, "meeting": ["mash"], "within": "within 1 working day", "from": from});
        add(&mut pack, "list_deadlines", id, own);
        for (meeting, list) in [("mash", "fires"), ("cp-conference", "misses")] {
            let mut example = json!({"name": id, "asks": "list_deadlines", "facts": {"meeting_type": meeting}});
            example[list] = json!([id]);
            pack["example"].as_array_mut().unwrap().push(example);
        }
    }
    let own = rulebook().with(&pack.to_string()).unwrap();
    let visit = |end: &str| json!({"visitStart": "2026-03-02T10:00", "visitEnd": end});
    let (cautions, asked) = told("testshire", &visit("2026-03-02T09:00"), &own);
    assert!(cautions[0].as_str().unwrap().contains("When did the visit start?"), "{cautions:?}");
    assert!(["visitStart", "visitEnd"].iter().all(|path| asked.iter().any(|asked| asked == path)), "{asked:?}");
    assert!(told("testshire", &visit("2026-03-02T11:00"), &own).0.is_empty());
}

#[test]
fn a_partnership_that_stands_on_no_time_for_danger_is_told_so_in_every_answer() {
    let pack = |stands_on: Value, hold: &str| {
        let mut pack = sound_pack();
        pack["document"]["stands_on"] = stands_on;
        pack["classify_concern"][1]["hold"] = json!(hold);
        pack["example"][1].as_object_mut().unwrap().remove("answer");
        rulebook().with(&pack.to_string()).unwrap_or_else(|refusal| panic!("{refusal}"))
    };
    let is_told = |rulebook: &Rulebook| {
        let facts = json!({"area": "testshire", "concerns": {"worry": true}, "concernsIdentifiedAt": "2026-03-02T10:00"});
        let decision = ask("classify-concern", &facts, rulebook).unwrap();
        decision["cautions"].as_array().unwrap().iter().any(|caution| caution["code"] == "no-time-for-danger")
    };
    assert!(is_told(&pack(json!([]), "within 5 working days")) && is_told(&pack(json!([]), "within 24 hours")));
    assert!(!is_told(&pack(json!([]), "on the same day")) && !is_told(&pack(json!(["multi-agency-meetings"]), "within 3 working days")));
}
