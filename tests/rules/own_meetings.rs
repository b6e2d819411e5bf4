//! A partnership's own kinds of meeting: asked like any other, in every table that speaks of meetings, and nowhere else.

use crate::common::written::in_object_form;
use crate::common::{add, ask, file, ids, rulebook, sound_pack};
use safeguarding_rules::Rulebook;
use serde_json::{Value, json};

fn pack() -> Value {
    in_object_form("tests/own-pack/ashvale.toml")
}

fn with_ashvale() -> Rulebook {
    rulebook().with(&pack().to_string()).unwrap_or_else(|refusal| panic!("{refusal}"))
}

fn in_ashvale(question: &str, mut facts: Value) -> Value {
    facts["area"] = json!("ashvale");
    ask(question, &facts, &with_ashvale()).unwrap()
}

const QUESTIONS: [&str; 4] = ["list-attendees", "list-deadlines", "make-checklist", "choose-meeting"];

const BUILT_IN: &str = "strategy, s47, mash, cp-conference, mdt-locality, mdt-countywide, tac-initial, tac-review, professionals";

#[test]
fn the_documentation_shows_what_is_declared_here() {
    let text = |name: &str| std::fs::read_to_string(file(name)).unwrap();
    let declared = "[meeting_type.core-group]\nlabel  = \"the core group\"\nbeside = \"cp-conference\"\n";
    assert!(text("tests/own-pack/ashvale.toml").contains(declared));
    let page = text("pkg-config/npm/docs/own-pack.md");
    assert!(page.contains(declared), "docs/own-pack.md declares another kind");
    let heading = in_ashvale("list-attendees", json!({"meetingType": "core-group"}))["answer"]["heading"].clone();
    assert!(page.contains(heading.as_str().unwrap()), "docs/own-pack.md answers otherwise than: {heading}");
}

#[test]
fn each_question_takes_it_by_its_id_and_tells_its_name() {
    let papers = in_ashvale("list-deadlines", json!({"meetingType": "Core Group", "coreGroupAt": "2026-03-09T10:00"}));
    assert_eq!((ids(&papers, "because"), &papers["answer"]["deadlines"][0]["dueBy"]), (vec!["AV-5".to_owned()], &json!("2026-03-05")));
    assert_eq!(ids(&in_ashvale("make-checklist", json!({"meetingType": "core-group"})), "because"), ["AV-6"]);
    let who = in_ashvale("list-attendees", json!({"meetingType": "core-group"}));
    assert_eq!(who["answer"]["heading"], "Needed at the core group: children's social care and the health visitor.");
    assert_eq!(who["answer"]["chair"]["roles"], json!(["social-worker"]));
    let route = in_ashvale("choose-meeting", json!({"meetingType": "marac", "highRiskDomesticAbuse": false}));
    assert_eq!(route["answer"]["heading"], "Nothing that was said speaks for the MARAC.");
}

#[test]
fn a_note_calls_it_by_its_name() {
    for (question, note) in [("list-attendees", "the core group"), ("choose-meeting", "the core group")] {
        let request = json!({"question": question, "facts": {"area": "ashvale", "meetingType": "core-group", "child": {"onPlan": true}}});
        let told = ask("explain", &request, &with_ashvale()).unwrap();
        let said = told["caseNote"].as_str().unwrap();
        assert!(said.contains(note) && !said.contains("core-group"), "{said}");
    }
}

#[test]
fn what_no_pack_that_answers_declares_is_refused_and_not_repeated() {
    for question in QUESTIONS {
        for (area, typed, possible) in [
            ("generic", "core-group", BUILT_IN.to_owned()),
            ("county-durham", "marac", BUILT_IN.to_owned()),
            ("ashvale", "zoe-smith", format!("{BUILT_IN}, core-group, marac")),
            ("ashvale", "Zoë Smith!", format!("{BUILT_IN}, core-group, marac")),
            ("ashvale", "", format!("{BUILT_IN}, core-group, marac")),
        ] {
            let refusal = ask(question, &json!({"area": area, "meetingType": typed}), &with_ashvale()).unwrap_err();
            assert_eq!((refusal.path(), refusal.message()), ("meetingType", format!("expected one of {possible}").as_str()), "{question}");
        }
    }
}

#[test]
fn it_protects_as_much_as_the_kind_beside_which_it_stands() {
    let routes = |facts: Value| -> Vec<String> {
        let called = in_ashvale("choose-meeting", facts)["answer"]["routes"].clone();
        called.as_array().unwrap().iter().map(|called| called["route"].as_str().unwrap().to_owned()).collect()
    };
    let both = json!({"othersConsidered": true, "child": {"onPlan": true}, "highRiskDomesticAbuse": true});
    assert_eq!(routes(both.clone()), ["core-group", "marac"]);
    let mut graver = both;
    graver["reasonableCauseSignificantHarm"] = json!(true);
    assert_eq!(routes(graver)[0], "strategy");
}

#[test]
fn forms_and_descriptions_offer_it_there_and_nowhere_else() {
    let offered = |area: &str| {
        let request = json!({"question": "list-attendees", "facts": {"area": area}});
        let fields = ask("questions-for", &request, &with_ashvale()).unwrap();
        fields.as_array().unwrap().iter().find(|field| field["path"] == "meetingType").unwrap()["words"].to_string()
    };
    assert!(offered("ashvale").contains("core-group") && !offered("generic").contains("core-group"));
    let described = ask("describe-packs", &json!({"area": "ashvale"}), &with_ashvale()).unwrap();
    let kinds = described["meetingTypes"].as_array().unwrap();
    assert_eq!(kinds.len(), 11);
    assert!(kinds.contains(&json!({"id": "core-group", "label": "the core group"})));
    assert!(kinds.contains(&json!({"id": "s47", "label": "the section 47 enquiry"})));
}

#[test]
fn a_portals_own_sentences_reach_every_name_of_a_meeting() {
    let welsh = r#"{"ashvale.meeting_type.core-group": "y grŵp craidd", "word.strategy": "y cyfarfod strategaeth"}"#;
    let rulebook = with_ashvale().with_messages(welsh).unwrap();
    for (meeting, name) in [("core-group", "y grŵp craidd"), ("strategy", "y cyfarfod strategaeth")] {
        let who = ask("list-attendees", &json!({"area": "ashvale", "meetingType": meeting}), &rulebook).unwrap();
        assert!(who["answer"]["heading"].as_str().unwrap().contains(name), "{}", who["answer"]["heading"]);
    }
}

#[test]
fn a_comparison_tells_a_kind_that_one_side_alone_declares_and_one_that_protects_otherwise() {
    let compare = |before: Value, after: Value| -> Value {
        let sides = json!({"before": before, "after": after}).to_string();
        serde_json::from_str(&with_ashvale().compare(&sides).unwrap()).unwrap()
    };
    let ours = json!(pack().to_string());
    let told = compare(json!(["multi-agency-meetings"]), json!(["ashvale", "multi-agency-meetings"]));
    let regions = told["regions"].as_array().unwrap();
    let of_core_group = regions.iter().find(|region| region["meeting"] == "core-group" && region["question"] == "list-attendees").unwrap();
    assert_eq!(of_core_group["before"], "There is no such kind of meeting.");
    assert_eq!(of_core_group["after"], "Needed at the core group: children's social care and the health visitor.");
    let own = with_ashvale().with_messages(r#"{"in_words.NO_SUCH_MEETING": "Nid oes cyfarfod o'r fath."}"#).unwrap();
    let sides = json!({"before": ["multi-agency-meetings"], "after": ["ashvale", "multi-agency-meetings"]}).to_string();
    let told: Value = serde_json::from_str(&own.compare(&sides).unwrap()).unwrap();
    let regions = told["regions"].as_array().unwrap();
    assert!(regions.iter().any(|region| region["before"] == "Nid oes cyfarfod o'r fath."), "{regions:?}");

    let mut moved = pack();
    moved["meeting_type"]["core-group"]["beside"] = json!("professionals");
    let told = compare(ours, json!(moved.to_string()));
    assert_eq!(told["rules"], json!([{"table": "choose_meeting", "id": "AV-7", "how": "changed"}]));
}

#[test]
fn hours_and_two_stages_stand_beside_it() {
    let held = json!({"othersConsidered": true, "concernsIdentifiedAt": "2026-03-07T16:00", "referralReceivedAt": "2026-03-07T16:00"});
    let timed = in_ashvale("classify-concern", held);
    assert_eq!(timed["answer"]["dueInstant"], "2026-03-08T16:00:00+00:00");
    assert!(ids(&timed, "because").contains(&"AV-1".to_owned()));
}

/// What is done to the pack, the place of the refusal and its message.
type Doubtful = (fn(&mut Value), &'static str, &'static str);

#[test]
fn a_doubtful_kind_is_refused_at_its_place() {
    let kind = |pack: &mut Value, id: &str, label: &str, beside: &str| {
        pack["meeting_type"] = json!({ id: {"label": label, "beside": beside} });
    };
    fn of(pack: &mut Value, table: &str, own: Value) {
        add(pack, table, "X-1", own);
    }
    let names: [(&str, &str, &str, &str, &str); 8] = [
        ("mash", "our hub", "mash", "meeting_type.mash", "expected an id of its own"),
        ("escalation", "our way", "mash", "meeting_type.escalation", "expected an id of its own"),
        ("core_group", "the core group", "mash", "meeting_type.core_group", "expected an id in kebab-case"),
        ("Core-Group", "the core group", "mash", "meeting_type.Core-Group", "expected an id in kebab-case"),
        ("kernteam-süd", "the core group", "mash", "meeting_type.…", "expected a name of plain letters"),
        ("core-group", "", "mash", "meeting_type.core-group.label", "expected its name on one line"),
        ("core-group", "the {meeting}", "mash", "meeting_type.core-group.label", "expected its name on one line"),
        ("core-group", "the core group", "marac", "meeting_type.core-group.beside", "expected one of strategy"),
    ];
    for (id, label, beside, place, message) in names {
        let mut pack = sound_pack();
        kind(&mut pack, id, label, beside);
        let refusal = rulebook().with(&pack.to_string()).unwrap_err();
        assert_eq!(refusal.path(), place, "{id}: {refusal}");
        assert!(refusal.message().starts_with(message), "{id}: {refusal}");
    }
    let speaking: [Doubtful; 6] = [
        (
            |pack| of(pack, "list_attendees", json!({"meeting": ["core-group"], "required": ["police"]})),
            "list_attendees.X-1.meeting",
            BUILT_IN,
        ),
        (|pack| of(pack, "list_deadlines", json!({"meeting": ["core-group"], "duty": "report"})), "list_deadlines.X-1.meeting", BUILT_IN),
        (
            |pack| of(pack, "make_checklist", json!({"meeting": ["core-group"], "item": "plan", "list": ["agenda"], "phase": "before"})),
            "make_checklist.X-1.meeting",
            BUILT_IN,
        ),
        (|pack| of(pack, "choose_meeting", json!({"meeting": ["core-group"], "part": "purpose"})), "choose_meeting.X-1.meeting", BUILT_IN),
        (
            |pack| of(pack, "choose_meeting", json!({"part": "calls-for", "route": "core-group"})),
            "choose_meeting.X-1.route",
            "strategy, adult-safeguarding",
        ),
        (
            |pack| {
                pack["caution"] =
                    json!([{"code": "a-caution", "question": "list-attendees", "text": "Mind this.", "meeting": ["core-group"]}]);
            },
            "caution[0].meeting",
            BUILT_IN,
        ),
    ];
    for (change, place, possible) in speaking {
        let mut pack = sound_pack();
        change(&mut pack);
        let refusal = rulebook().with(&pack.to_string()).unwrap_err();
        assert_eq!(refusal.path(), place, "{refusal}");
        assert!(refusal.message().starts_with(&format!("expected one of {possible}")), "{refusal}");
    }
}
