//! What contradicts itself: the more protective reading holds, both are named, it is asked, and it never counts in favour.

use crate::common::written::packs;
use crate::common::{CONCERNS, Dice, ask, asked_facts, codes, facts_of, put_at, rulebook};
use serde_json::{Value, json};

fn answer(question: &str, facts: Value) -> Value {
    ask(question, &facts, &rulebook()).unwrap()
}

fn asked(decision: &Value) -> Vec<&str> {
    decision["ask"].as_array().unwrap().iter().map(|ask| ask["path"].as_str().unwrap()).collect()
}

fn agencies<'a>(decision: &'a Value, list: &str) -> Vec<&'a str> {
    decision["answer"][list].as_array().unwrap().iter().map(|person| person["agency"].as_str().unwrap()).collect()
}

#[test]
fn ages_that_contradict_each_other_are_read_as_a_childs_and_asked() {
    let contradictory = [
        json!({"child": {"unborn": true, "age": 30}}),
        json!({"child": {"age": 17}, "subject": {"ageGroup": "adult"}}),
        json!({"child": {"age": 18}, "subject": {"ageGroup": "child"}}),
        json!({"child": {"age": 18}, "subject": {"ageGroup": "unborn"}}),
        json!({"child": {"unborn": true}, "subject": {"ageGroup": "adult"}}),
    ];
    for mut facts in contradictory {
        facts["reasonableCauseSignificantHarm"] = json!(true);
        for area in ["generic", "county-durham", "hampshire", "bracknell-forest", "northamptonshire"] {
            facts["area"] = json!(area);
            let choice = answer("choose-meeting", facts.clone());
            assert_eq!(choice["answer"]["route"], "strategy", "{facts}");
            assert!(codes(&choice).contains(&"facts-contradict") && choice["settled"] == false, "{facts}");
            assert!(asked(&choice).iter().any(|path| ["child.age", "subject.ageGroup"].contains(path)), "{facts}");
        }
        facts["meetingType"] = json!("mash");
        let who = answer("list-attendees", facts.clone());
        assert!(agencies(&who, "required").contains(&"childrens-social-care"), "{facts}");
        assert!(codes(&who).contains(&"facts-contradict"), "{facts}");
    }
    for settled in
        [json!({"child": {"age": 30}}), json!({"child": {"age": 19}, "subject": {"ageGroup": "adult"}}), json!({"child": {"age": 4}})]
    {
        assert!(!codes(&answer("choose-meeting", settled)).contains(&"facts-contradict"));
    }
    let soon =
        answer("classify-concern", json!({"area": "generic", "child": {"age": 30, "unborn": true}, "concerns": {"seriousRisk": true}}));
    assert_eq!((&soon["answer"]["timescale"], codes(&soon).contains(&"facts-contradict")), (&json!("same-day"), true));
}

/// Conditions are decided for each child; then people are united.
#[test]
fn an_adult_sibling_takes_nobody_away() {
    for ages in [[19, 5], [5, 19]] {
        let children: Vec<Value> = ages.iter().map(|age| json!({ "age": age })).collect();
        let who = answer("list-attendees", json!({"area": "generic", "meetingType": "mash", "children": children}));
        let required = agencies(&who, "required");
        assert!(required.contains(&"childrens-social-care") && required.contains(&"adult-social-care"), "{required:?}");
    }
    let adults = answer("list-attendees", json!({"area": "generic", "meetingType": "mash", "children": [{"age": 19}, {"age": 22}]}));
    assert!(!agencies(&adults, "required").contains(&"childrens-social-care"));
    let contradictory = json!({"area": "generic", "meetingType": "mash", "children": [{"age": 30}, {"age": 30, "unborn": true}]});
    let who = answer("list-attendees", contradictory);
    assert!(agencies(&who, "required").contains(&"childrens-social-care"));
    assert!(asked(&who).contains(&"children[1].age"), "{:?}", asked(&who));
}

/// What holds for one child of several names that child, by its reference or else by its number, in every question that takes
/// several.
#[test]
fn what_is_said_of_one_child_of_several_names_it() {
    let said = |question: &str, facts: &Value, code: &str| -> Vec<String> {
        let decision = answer(question, facts.clone());
        let of_code = decision["cautions"].as_array().unwrap().iter().filter(|caution| caution["code"] == code);
        of_code.map(|caution| caution["text"].as_str().unwrap().to_owned()).collect()
    };
    for area in ["generic", "county-durham", "hampshire", "bracknell-forest", "northamptonshire"] {
        for question in ["list-attendees", "classify-concern", "choose-meeting"] {
            let facts = |children: Value| {
                let mut facts = json!({"area": area, "children": children});
                if question != "classify-concern" {
                    facts["meetingType"] = json!("strategy");
                }
                facts
            };
            let adult = |children: Value| said(question, &facts(children), "adult-route");
            let of = |facts: Value| adult(facts).iter().map(|text| text.split(':').next().unwrap().to_owned()).collect::<Vec<_>>();
            assert_eq!(of(json!([{"ref": "A1", "age": 19}, {"ref": "B1", "age": 5}])), ["A1"], "{area} {question}");
            assert_eq!(
                of(json!([{"ref": "B1", "age": 5}, {"ref": "A1", "age": 19}, {"ref": "A2", "age": 22}])),
                ["A1 and A2"],
                "{area} {question}"
            );
            let of_all = adult(json!([{"ref": "A1", "age": 19}, {"ref": "A2", "age": 22}]));
            assert!(of_all.len() == 1 && of_all[0].starts_with("A strategy meeting"), "{area} {question}: {of_all:?}");
            assert!(adult(json!([{"ref": "B1", "age": 5}, {"ref": "B2", "age": 7}])).is_empty());
            if question != "classify-concern" {
                assert_eq!(of(json!([{"age": 5}, {"age": 19}])), ["child 2"], "{area} {question}");
            }
        }
    }
    let genital = |children: Value| {
        said("list-attendees", &json!({"area": "generic", "meetingType": "strategy", "children": children}), "report-genital-mutilation")
    };
    let told = genital(json!([{"ref": "A1", "concernTypes": ["female-genital-mutilation"]}, {"ref": "B1"}]));
    assert!(told.len() == 1 && told[0].starts_with("A1: "), "{told:?}");
}

/// A kind of concern that is chosen for one child is taken in every question that takes several children.
#[test]
fn kinds_of_concern_of_one_child_are_taken_wherever_children_are() {
    let children = json!([{"ref": "A1", "concernTypes": ["fabricated-or-induced-illness"]}, {"ref": "B1"}]);
    for question in ["list-attendees", "classify-concern", "choose-meeting"] {
        let mut facts = json!({"area": "hampshire", "children": children});
        if question == "list-attendees" {
            facts["meetingType"] = json!("professionals");
        }
        let decision = answer(question, facts.clone());
        assert!(codes(&decision).contains(&"do-not-alert-carers"), "{question}: {:?}", codes(&decision));
        facts["children"][1]["concernTypes"] = json!(["nothing-known"]);
        let error = ask(question, &facts, &rulebook()).unwrap_err();
        assert_eq!(error.path(), "children[1].concernTypes[0]", "{question}");
        facts["children"][1]["concernTypes"] = json!("fabricated-or-induced-illness");
        assert!(ask(question, &facts, &rulebook()).unwrap_err().path().starts_with("children[1].concernTypes"), "{question}");
    }
}

/// The facts of a concern, and what is said of each: yes, no, not known, or nothing.
fn said(dice: &mut Dice) -> Value {
    let mut concerns = json!({});
    for fact in
        ["seriousRisk", "penetrativeSexualAbuse", "forensicEvidenceRequired", "immediateActionRequired", "immediateProtectionNeeded"]
    {
        match dice.throw(12) {
            0 => concerns[fact] = json!(true),
            1..6 => concerns[fact] = json!(false),
            6 => concerns[fact] = json!("unknown"),
            _ => {}
        }
    }
    concerns
}

/// The law of unknowns with several children, case-level and child-level alike: with a no in the place of an "unknown" no
/// answer is sooner, and with a yes in the place of a no none is later.
#[test]
fn an_explicit_unknown_outweighs_a_no_whoever_said_it_and_a_yes_outweighs_both() {
    let rulebook = rulebook();
    let mut dice = Dice(20_261_128);
    let due = |facts: &Value| ask("classify-concern", facts, &rulebook).unwrap()["answer"]["dueBy"].as_str().unwrap().to_owned();
    let mut sooner = [0, 0];
    for _ in 0..300 {
        let child = |name: &str, dice: &mut Dice| json!({"ref": name, "concerns": said(dice)});
        let facts = json!({
            "area": "generic", "concerns": said(&mut dice), "othersConsidered": dice.throw(8) != 0,
            "children": [child("A", &mut dice), child("B", &mut dice)],
            "concernsIdentifiedAt": "2026-08-18T09:00", "referralReceivedAt": "2026-08-19T10:00",
        });
        let before = due(&facts);
        for pointer in ["/concerns", "/children/0/concerns", "/children/1/concerns"] {
            for (name, value) in facts.pointer(pointer).unwrap().as_object().unwrap() {
                let with = |other: Value| {
                    let mut changed = facts.clone();
                    changed.pointer_mut(pointer).unwrap()[name] = other;
                    due(&changed)
                };
                match value {
                    Value::String(_) => {
                        let alone = with(json!(false));
                        assert!(before <= alone, "{pointer}/{name} as a no: {alone} before {before}: {facts}");
                        sooner[0] += usize::from(before < alone);
                    }
                    Value::Bool(false) if name != "forensicEvidenceRequired" => {
                        let worse = with(json!(true));
                        assert!(worse <= before, "{pointer}/{name} as a yes: {worse} after {before}: {facts}");
                        sooner[1] += usize::from(worse < before);
                    }
                    _ => {}
                }
            }
        }
    }
    assert!(sooner[0] > 5 && sooner[1] > 20, "{sooner:?}");
}

#[test]
fn what_is_not_known_of_all_is_no_settled_no_of_each() {
    let facts = |of_all: Value, of_child: Value, attested: bool| {
        json!({"area": "generic", "concerns": {"seriousRisk": of_all}, "othersConsidered": attested, "referralReceivedAt": "2026-08-19T10:00",
            "concernsIdentifiedAt": "2026-08-19T09:00", "children": [{"ref": "A", "concerns": {"seriousRisk": of_child}}]})
    };
    for (of_all, of_child) in [(json!("unknown"), json!(false)), (json!(false), json!("unknown")), (json!(true), json!(false))] {
        let decision = answer("classify-concern", facts(of_all.clone(), of_child.clone(), true));
        assert_eq!(decision["answer"]["dueBy"], "2026-08-19", "{of_all} {of_child}");
        assert_eq!(decision["settled"], of_all == true);
    }
    let decision = answer("classify-concern", facts(json!(false), json!(false), true));
    assert_eq!((&decision["answer"]["dueBy"], &decision["settled"]), (&json!("2026-08-24"), &json!(true)));
    let who = |of_all: Value, of_child: Value| {
        let facts = json!({"area": "generic", "meetingType": "strategy", "othersConsidered": true, "child": {"lookedAfter": of_all}, "children": [{"lookedAfter": of_child}]});
        let decision = answer("list-attendees", facts);
        (agencies(&decision, "required").contains(&"fostering-service"), decision["settled"] == true)
    };
    assert_eq!(who(json!("unknown"), json!(false)), (true, false));
    assert_eq!(who(json!(false), json!("unknown")), (true, false));
    assert_eq!(who(json!(true), json!(false)), (true, true));
    assert_eq!(who(json!(false), json!(false)), (false, true));
}

#[test]
fn any_yes_that_speaks_of_danger_keeps_everybody_at_a_team_around_the_child() {
    let rulebook = rulebook();
    let invited = |mut facts: Value| {
        for (name, value) in [("area", json!("bracknell-forest")), ("meetingType", json!("tac-initial")), ("cpConcern", json!(false))] {
            facts[name] = value;
        }
        facts["agencies"] = json!([{"name": "police", "inPackage": false, "hasRelevantInformation": true}]);
        ask("list-attendees", &facts, &rulebook).unwrap()
    };
    assert!(agencies(&invited(json!({})), "excluded").contains(&"police"));
    let dangers = asked_facts(&rulebook, "bracknell-forest").into_iter().filter(|(_, fact)| fact.speaks_of_danger && !fact.filled);
    // At a stage of the case stand other words than those of danger.
    let is_told_by_a_yes = |path: &String| path != "cpConcern" && path != "caseStage";
    let dangers: Vec<String> = dangers.map(|(name, fact)| fact.path_of(name)).filter(is_told_by_a_yes).collect();
    assert!(dangers.len() > 20, "{dangers:?}");
    for stage in ["s47", "strategy"] {
        assert!(!agencies(&invited(json!({"caseStage": stage})), "excluded").contains(&"police"), "{stage}");
    }
    for danger in dangers {
        let decision = invited(facts_of(&rulebook, "bracknell-forest", |path| (path == danger).then_some(true)));
        assert!(!agencies(&decision, "excluded").contains(&"police"), "{danger}");
        assert!(agencies(&decision, "expected").contains(&"police"), "{danger}");
        assert!(codes(&decision).contains(&"facts-contradict") && decision["settled"] == false, "{danger}");
        assert!(asked(&decision).contains(&"cpConcern") && asked(&decision).contains(&&*danger), "{danger}");
    }
    let word = invited(json!({"category": "neglect", "safeguardingRisk": "unclear"}));
    assert!(!agencies(&word, "excluded").contains(&"police"));
    let clear = invited(json!({"safeguardingRisk": "clear", "concerns": {"seriousRisk": false}}));
    assert!(agencies(&clear, "excluded").contains(&"police") && !codes(&clear).contains(&"facts-contradict"));
}

/// Whoever may hold information stands in one of the lists unless somebody said that there is no child protection concern, and
/// of no danger that it is not known.
#[test]
fn whoever_may_hold_information_is_in_a_list_of_a_team_around_the_child() {
    let answers = [json!(true), json!(false), json!("unknown")];
    for (concern, risk, informed, package) in every_four(&answers) {
        for (considered, meeting) in [(false, "tac-initial"), (true, "tac-review")] {
            let facts = json!({"area": "bracknell-forest", "meetingType": meeting, "cpConcern": concern, "othersConsidered": considered,
                "concerns": {"seriousRisk": risk}, "agencies": [{"name": "police", "hasRelevantInformation": informed, "inPackage": package}]});
            let decision = answer("list-attendees", facts.clone());
            let no_concern = *risk == json!(false) && *concern == json!(false);
            let away = no_concern && *package == json!(false);
            let invited = *package != json!(false) || (!no_concern && *informed != json!(false));
            assert_eq!(agencies(&decision, "excluded").contains(&"police"), away, "{facts}");
            assert_eq!(agencies(&decision, "expected").contains(&"police"), invited, "{facts}");
        }
    }
}

fn every_four(answers: &[Value]) -> impl Iterator<Item = (&Value, &Value, &Value, &Value)> {
    let pairs = move || answers.iter().flat_map(move |one| answers.iter().map(move |other| (one, other)));
    pairs().flat_map(move |(one, two)| pairs().map(move |(three, four)| (one, two, three, four)))
}

/// In each pack what speaks of danger is marked so; these questions use such a word and speak of none.
#[test]
fn every_fact_whose_question_speaks_of_danger_is_marked() {
    let speaks_of_none = [
        "cp_deregistration",
        "icpc_on",
        "emergency_protection_extended_from",
        "emergency_protection_ends_at",
        "placement_fragile",
        "family_undermining",
        "concerns_within_group",
    ];
    let words = ["risk", "harm", "danger", "protect", "abuse", "mutilation", "unsafe"];
    let mut marked = 0;
    for (name, fact) in packs().iter().flat_map(|pack| pack.facts()).filter(|(_, fact)| fact.is_asked()) {
        let question = fact.asks.to_lowercase();
        let speaks = words.iter().any(|word| question.contains(word)) && !speaks_of_none.contains(&name);
        assert!(!speaks || fact.speaks_of_danger, "{name}: {question}");
        marked += usize::from(fact.speaks_of_danger);
    }
    assert!(marked > 40, "{marked}");
}

#[test]
fn attendance_that_is_told_in_two_ways_is_no_attendance() {
    let told = |attendance: Value| {
        let facts = json!({"area": "county-durham", "meetingType": "strategy", "child": {"lookedAfter": false}, "format": "meeting", "attendance": attendance});
        answer("list-attendees", facts)
    };
    let once = told(json!({"csc": "in-person", "police": "phone", "health": "phone"}));
    assert_eq!(once["answer"]["quorate"], true);
    let same = told(json!({"csc": "in-person", "childrens-social-care": "in-person", "police": "phone", "health": "phone"}));
    assert_eq!((&same["answer"]["quorate"], codes(&same).contains(&"attendance-told-twice")), (&json!(true), false));
    let twice = told(json!({"csc": "absent", "childrens-social-care": "in-person", "police": "phone", "health": "phone"}));
    assert_eq!(twice["answer"]["quorate"], false);
    assert_eq!(twice["answer"]["missing"], json!(["childrens-social-care"]));
    assert!(codes(&twice).contains(&"attendance-told-twice"));
}

#[test]
fn a_record_that_contradicts_itself_says_so_and_gains_nothing() {
    let record = |more: Value| {
        let mut facts = json!({"area": "hampshire", "informationShared": "School attendance", "purpose": "safeguarding", "familyInformed": false,
            "reasonNotInformed": "It would put the child at risk", "date": "2020-03-02", "decidedAt": "2020-03-01T10:00", "createdAt": "2020-03-03T10:00"});
        more.as_object().unwrap().iter().for_each(|(name, value)| facts[name] = value.clone());
        answer("record-consent-basis", facts)
    };
    let missing = |decision: &Value, field: &str| decision["answer"]["record"]["missing"].as_array().unwrap().contains(&json!(field));
    let sound = record(json!({}));
    assert!(!missing(&sound, "decidedAt") && codes(&sound).iter().all(|code| !code.starts_with("decided-")));
    let late = record(json!({"decidedAt": "2030-03-01T10:00"}));
    assert!(missing(&late, "decidedAt"));
    assert!(codes(&late).contains(&"decided-after-the-share") && codes(&late).contains(&"decided-in-the-future"));
    let unsought = record(json!({"consentSought": false, "consentGiven": true}));
    assert!(codes(&unsought).contains(&"consent-given-not-sought"));
    let agreed = record(json!({"agreementSought": false, "agreementOutcome": "agreed", "agreedBy": "Health visitor"}));
    assert!(codes(&agreed).contains(&"agreement-given-not-sought") && agreed["answer"]["preconditionMet"] != true);
}

/// What one record cannot say: each is told, asked where the documents ask for it, and keeps the record from being complete.
#[test]
fn a_record_that_contradicts_itself_is_neither_complete_nor_settled() {
    let whole = json!({
        "area": "hampshire", "informationShared": "School attendance", "sharedWith": "police", "purpose": "safeguarding",
        "consentSought": false, "reasoningNotSought": "Asking would put the child at risk", "familyInformed": false,
        "reasonNotInformed": "Telling would put the child at risk", "agreementSought": true, "agreementOutcome": "agreed",
        "agreedBy": "Health visitor", "lawfulBasis": "public-task", "decidedBy": "Team manager", "decidedAt": "2020-03-01T10:00",
        "date": "2020-03-02", "createdAt": "2020-03-03T10:00", "specialCategory": false, "criminalOffenceData": false,
        "childAtRisk": true,
    });
    let record = |more: &Value| {
        let mut facts = whole.clone();
        more.as_object().unwrap().iter().for_each(|(name, value)| facts[name] = value.clone());
        answer("record-consent-basis", facts)
    };
    let sound = record(&json!({}));
    assert_eq!((&sound["answer"]["record"]["complete"], &sound["settled"]), (&json!(true), &json!(true)), "{sound}");
    let with_consent = |mut one: Value| {
        one.as_object_mut().unwrap().extend([("as".to_owned(), json!("parent")), ("given".to_owned(), json!(true))]);
        json!({"consentSought": true, "reasoningNotSought": null, "consents": [one]})
    };
    let in_order = with_consent(json!({"at": "2020-03-01", "until": "2020-03-01", "withdrawnAt": "2020-03-02"}));
    assert!(!codes(&record(&in_order)).contains(&"consent-out-of-order"));
    for (more, field, code) in [
        (json!({"childAtRisk": false}), "childAtRisk", "purpose-contradicts"),
        (json!({"childAtRisk": false, "purpose": "housing", "highRisk": true}), "childAtRisk", "purpose-contradicts"),
        (json!({"consentGiven": true}), "consentSought", "consent-given-not-sought"),
        (json!({"consents": [{"as": "parent", "given": true}]}), "consentSought", "consent-given-not-sought"),
        (json!({"consentSought": true, "consentGiven": true}), "consentSought", "reason-contradicts"),
        (
            json!({"consentSought": true, "reasoningNotSought": null, "consentGiven": true, "consents": [{"as": "parent", "given": false}]}),
            "consentGiven",
            "consent-contradicts",
        ),
        (json!({"consentWithdrawn": false, "consentWithdrawnAt": "2020-03-01"}), "consentGiven", "consent-contradicts"),
        (json!({"familyInformed": true}), "familyInformed", "reason-contradicts"),
        (json!({"agreementSought": false}), "agreementSought", "agreement-given-not-sought"),
        (json!({"decidedAt": "2020-03-03T09:00"}), "decidedAt", "decided-after-the-share"),
        (json!({"date": null, "decidedAt": "2020-03-04T09:00"}), "decidedAt", "decided-in-the-future"),
        (with_consent(json!({"at": "2020-03-02", "withdrawn": true, "withdrawnAt": "2020-03-01"})), "consents", "consent-out-of-order"),
        (with_consent(json!({"at": "2020-03-02", "until": "2020-03-01"})), "consents", "consent-out-of-order"),
        (with_consent(json!({"at": "2020-03-04"})), "consents", "consent-out-of-order"),
        (with_consent(json!({"at": "2020-03-01", "withdrawnAt": "2020-03-04T11:00"})), "consents", "consent-out-of-order"),
        (json!({"consentWithdrawnAt": "2020-03-04T11:00"}), "consents", "consent-out-of-order"),
        (json!({"date": "2021-03-05"}), "date", "share-far-ahead"),
    ] {
        let decision = record(&more);
        assert!(codes(&decision).contains(&code), "{more}: {:?}", codes(&decision));
        let record = &decision["answer"]["record"];
        assert_eq!((&record["complete"], &decision["settled"]), (&json!(false), &json!(false)), "{more}");
        assert!(record["missing"].as_array().unwrap().contains(&json!(field)) && asked(&decision).contains(&field), "{more}: {record}");
        assert_eq!(decision["answer"]["sharingBlocked"], false);
    }
}

#[test]
fn what_is_done_before_it_could_be_is_neither_in_time_nor_late() {
    let decisions = |at: &str, now: &str| {
        let facts = json!({"area": "county-durham", "duty": "decisions", "meetingEndedAt": "2026-03-02T15:00", "now": now, "done": {"decisions": {"at": at}}});
        let decision = answer("list-deadlines", facts);
        (decision["answer"]["deadlines"][0]["onTime"].clone(), codes(&decision).contains(&"done-before-it-could-be"))
    };
    assert_eq!(decisions("2026-03-02T16:00", "2026-03-04T09:00"), (json!(true), false));
    assert_eq!(decisions("2026-03-04T08:00", "2026-03-04T09:00"), (json!(false), false));
    assert_eq!(decisions("2026-03-02T14:00", "2026-03-04T09:00"), (json!("not-established"), true));
    assert_eq!(decisions("2026-03-03T10:00", "2026-03-02T17:00"), (json!("not-established"), true));
}

#[test]
fn rules_of_a_day_that_is_years_away_from_the_case_are_told() {
    let far = |question: &str, facts: Value| codes(&answer(question, facts)).contains(&"as-of-far-from-dates");
    let soon = |as_of: &str| json!({"area": "generic", "asOf": as_of, "concernsIdentifiedAt": "2026-03-02T09:00"});
    assert!(far("classify-concern", soon("2020-06-01")) && !far("classify-concern", soon("2026-03-02")));
    let due = |as_of: &str| json!({"area": "county-durham", "asOf": as_of, "meetingEndedAt": "2026-03-02T15:00"});
    assert!(far("list-deadlines", due("2022-06-01")) && !far("list-deadlines", due("2026-06-01")));
    let record = |as_of: &str| json!({"area": "hampshire", "asOf": as_of, "date": "2026-03-02"});
    assert!(far("record-consent-basis", record("2031-06-01")) && !far("record-consent-basis", record("2026-03-02")));
}

/// Whoever is named first, and whatever rules a meeting out for one of them.
#[test]
fn no_child_takes_a_meeting_from_another() {
    let (adult, child) = (json!({"ref": "A", "age": 19}), json!({"ref": "B", "age": 4}));
    for area in ["generic", "county-durham", "hampshire", "bracknell-forest", "northamptonshire"] {
        for more in [
            json!({}),
            json!({"meetingType": "strategy"}),
            json!({"safeguardingRisk": "unclear"}),
            json!({"reasonableCauseSignificantHarm": true}),
        ] {
            let of = |children: Value| {
                let mut facts = json!({"area": area, "children": children});
                facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
                ask("choose-meeting", &facts, &rulebook())
            };
            let (Ok(first), Ok(second)) = (of(json!([adult, child])), of(json!([child, adult]))) else { continue };
            let alone = of(json!([child])).unwrap();
            let verdicts = |decision: &Value| {
                let meetings = decision["answer"]["meetings"].as_array().unwrap().iter();
                meetings.map(|one| (one["meeting"].to_string(), one["verdict"].to_string())).collect::<std::collections::BTreeMap<_, _>>()
            };
            assert_eq!(verdicts(&first), verdicts(&second), "{area} {more}");
            for (meeting, verdict) in verdicts(&first) {
                assert!(verdict != "\"ruled-out\"" || verdicts(&alone)[&meeting] == verdict, "{area} {more} {meeting}");
            }
            let on_both_sides =
                first["answer"]["notRoutes"].as_array().unwrap().iter().any(|out| out["meeting"] == first["answer"]["route"]);
            assert!(!on_both_sides, "{area} {more}");
        }
    }
}

/// The moment at which a need to act at once arose tells that there was one.
#[test]
fn a_moment_of_immediate_action_beside_a_no_to_it_is_told_and_protects() {
    let all_no: Value = CONCERNS.iter().map(|name| ((*name).to_owned(), json!(false))).collect::<serde_json::Map<_, _>>().into();
    let at = json!({"area": "generic", "concernsIdentifiedAt": "2026-03-02T09:00", "immediateActionAt": "2026-03-02T10:00"});
    let with = |more: Value| {
        let mut facts = at.clone();
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        answer("classify-concern", facts)
    };
    for denied in [
        json!({"concerns": all_no}),
        json!({"othersConsidered": true}),
        json!({"children": [{"ref": "A", "concerns": all_no}, {"ref": "B", "concerns": all_no}]}),
    ] {
        let decision = with(denied.clone());
        assert_eq!((&decision["answer"]["timescale"], &decision["settled"]), (&json!("1-working-day"), &json!(false)), "{denied}");
        assert!(codes(&decision).contains(&"facts-contradict"), "{denied}");
        assert!(asked(&decision).iter().any(|path| path.ends_with("concerns.immediateActionRequired")), "{denied}");
        assert!(asked(&decision).contains(&"immediateActionAt"), "{denied}");
    }
    let another =
        with(json!({"children": [{"ref": "A", "concerns": all_no}, {"ref": "B", "concerns": {"immediateActionRequired": true}}]}));
    assert!(!codes(&another).contains(&"facts-contradict"));
    let mut without = at.clone();
    without["immediateActionAt"] = Value::Null;
    without["othersConsidered"] = json!(true);
    assert_eq!(answer("classify-concern", without)["answer"]["timescale"], "3-working-days");
}

/// What a chosen kind of concern makes true and somebody answered with no is told, wherever kinds are taken.
#[test]
fn a_kind_of_concern_beside_a_no_to_what_it_makes_true_is_told_and_asked() {
    let guide = packs().iter().find(|pack| pack.id() == "multi-agency-meetings").unwrap();
    for (kind, made) in guide.object["concern_type"].as_object().unwrap() {
        for fact in made["makes"].as_array().unwrap() {
            let (name, fact) = guide.facts().find(|(name, _)| Some(*name) == fact.as_str()).unwrap();
            denied_beside(kind, &fact.path_of(name));
        }
    }
}

fn denied_beside(kind: &str, path: &str) {
    for question in ["list-attendees", "choose-meeting", "list-deadlines", "make-checklist", "classify-concern"] {
        let of_a_concern = path.strip_prefix("concerns.");
        if question == "classify-concern" && of_a_concern.is_none() {
            continue;
        }
        let mut denied = json!({"concernTypes": [kind]});
        match of_a_concern {
            Some(name) => denied["concerns"] = json!({ name: false }),
            None => put_at(&mut denied, path, json!(false)),
        }
        let of_all = denied.clone();
        let mut of_one = json!({"children": [{"ref": "A1"}, denied]});
        of_one["children"][1]["ref"] = json!("B1");
        let mut each = vec![of_all];
        if of_a_concern.is_some() && ["list-attendees", "choose-meeting", "classify-concern"].contains(&question) {
            each.push(of_one);
        }
        for mut facts in each {
            facts["area"] = json!("generic");
            if ["list-attendees", "make-checklist"].contains(&question) {
                facts["meetingType"] = json!("strategy");
            }
            let decision = answer(question, facts.clone());
            assert!(codes(&decision).contains(&"facts-contradict"), "{question} {facts}");
            assert!(asked(&decision).iter().any(|asked| asked.ends_with(path)) && decision["settled"] == false, "{question} {facts}");
        }
    }
}

/// A lower risk beside what calls for acting at once gives nobody the longer time to answer.
#[test]
fn a_low_immediate_risk_beside_danger_gives_the_shorter_time_and_is_told() {
    let respond = |facts: Value| {
        let mut facts = facts;
        for (name, value) in [("area", "county-durham"), ("duty", "spoc-response"), ("spocRequestAt", "2026-03-02T09:00")] {
            facts[name] = json!(value);
        }
        let decision = answer("list-deadlines", facts);
        (decision["answer"]["deadlines"][0]["due"].clone(), codes(&decision).contains(&"facts-contradict"))
    };
    let (hour, two_days) = (json!("2026-03-02T10:00:00+00:00"), json!("2026-03-04T09:00:00+00:00"));
    for risk in ["low", "medium"] {
        for danger in CONCERNS.iter().filter(|name| **name != "particularlyComplex") {
            assert_eq!(respond(json!({"immediateRisk": risk, "concerns": {*danger: true}})), (hour.clone(), true), "{risk} {danger}");
            let asked_alone = json!({"requests": [{"agency": "police", "immediateRisk": risk}], "concerns": {*danger: true}});
            assert_eq!(respond(asked_alone), (hour.clone(), true), "{risk} {danger}");
        }
        assert_eq!(respond(json!({"immediateRisk": risk})), (two_days.clone(), false));
        assert_eq!(respond(json!({"immediateRisk": risk, "concerns": {"seriousRisk": false}})), (two_days.clone(), false));
    }
    assert_eq!(respond(json!({"immediateRisk": "highest", "concerns": {"seriousRisk": true}})), (hour, false));
}

/// That another area is concerned is said wherever a strategy meeting is asked about.
#[test]
fn another_area_is_said_in_every_question_about_the_meeting() {
    for question in ["list-attendees", "list-deadlines", "choose-meeting", "classify-concern"] {
        let mut facts = json!({"area": "county-durham", "child": {"inAnotherArea": true}});
        if question != "classify-concern" {
            facts["meetingType"] = json!("strategy");
        }
        assert!(codes(&answer(question, facts.clone())).contains(&"another-area"), "{question}");
        facts["child"]["inAnotherArea"] = json!(false);
        assert!(!codes(&answer(question, facts)).contains(&"another-area"), "{question}");
    }
}
