//! Unknown never discloses: nothing reaches whoever may be a risk, or may do harm once warned, before a recorded no.

use crate::common::{add, ask, rulebook, sound_pack};
use crate::laws_of_unknowns::{facts, over_unknowns};
use safeguarding_rules::Rulebook;
use serde_json::{Value, json};

const FAMILY: [&str; 2] = ["parents-or-carers", "family"];

fn of_family<'v>(list: &'v Value, field: &'v str) -> impl Iterator<Item = &'v Value> {
    list.as_array().unwrap().iter().filter(move |one| FAMILY.contains(&one[field].as_str().unwrap()))
}

/// Everything that an answer would send to somebody of the family, or invite them to.
fn reached(facts: &Value, rulebook: &Rulebook) -> Vec<Value> {
    let answer = |question| ask(question, facts, rulebook).unwrap()["answer"].clone();
    let (duties, lists) = (answer("list-deadlines"), answer("make-checklist"));
    let mut reached: Vec<Value> =
        duties["deadlines"].as_array().unwrap().iter().flat_map(|duty| of_family(&duty["to"], "id")).cloned().collect();
    let on_paper = |list: &Value| {
        let mut facts = facts.clone();
        facts["list"] = list.clone();
        let answer = ask("make-checklist", &facts, rulebook).unwrap()["answer"].clone();
        of_family(&answer["distribution"], "id").filter(|one| one["withheld"] != true).cloned().collect::<Vec<_>>()
    };
    reached.extend(lists["lists"].as_array().unwrap().iter().flat_map(on_paper));
    if facts["meetingType"].is_string() {
        let people = answer("list-attendees");
        let lists = ["required", "expected", "optional"].map(|list| people[list].clone());
        reached.extend(lists.iter().flat_map(|list| of_family(list, "agency")).filter(|one| one["notYetInvited"] != true).cloned());
    }
    reached
}

#[test]
fn nobody_of_the_family_is_reached_before_a_recorded_no() {
    let (mut reached_after_no, mut kept) = (0, 0);
    over_unknowns(36, |area, said, _, meeting, rulebook| {
        let risk = said.get("parentsPoseRisk").copied().flatten();
        let mut facts = facts(rulebook, area, said, meeting);
        let before = reached(&facts, rulebook);
        assert!(risk == Some(false) || before.is_empty(), "{area} {meeting:?}: {before:?} although {risk:?}: {said:?}");
        // Whoever brings no risk, and harms nobody by knowing, is kept from nothing.
        let mut calm = facts.clone();
        ["parentsPoseRisk", "fiiConcern", "raisingRisksHarm"].iter().for_each(|fact| calm[fact] = false.into());
        reached_after_no += reached(&calm, rulebook).len();
        // An attestation is no answer to this.
        facts["othersConsidered"] = true.into();
        let attested = reached(&facts, rulebook);
        assert!(risk == Some(false) || attested.is_empty(), "{area} {meeting:?}: {attested:?} by an attestation: {said:?}");
        facts["fiiConcern"] = true.into();
        let warned = reached(&facts, rulebook);
        assert!(warned.is_empty(), "{area} {meeting:?}: {warned:?} would be warned: {said:?}");
        kept += 1;
    });
    assert!(reached_after_no > 30 && kept > 100, "{reached_after_no} reached after a no, {kept} kept");
}

#[test]
fn with_fabricated_illness_carers_come_to_no_part_and_get_nothing_until_somebody_with_authority_says() {
    let rulebook = rulebook();
    let of = |question: &str, more: Value| {
        let mut facts = json!({"area": "hampshire", "meetingType": "professionals", "twoPart": true, "familyAppropriate": true, "parentsPoseRisk": false});
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        ask(question, &facts, &rulebook).unwrap()
    };
    let lists = |more: Value| {
        let answer = of("list-attendees", more)["answer"].clone();
        ["optional", "excluded"].map(|list| of_family(&answer[list], "agency").any(|one| one["agency"] == "parents-or-carers"))
    };
    assert_eq!(lists(json!({"fiiConcern": false})), [true, false]);
    assert_eq!(lists(json!({"fiiConcern": true})), [false, true]);
    assert_eq!(lists(json!({"fiiConcern": true, "carersMayBeToldBy": "nobody"})), [false, true]);
    assert_eq!(lists(json!({"fiiConcern": true, "carersMayBeToldBy": "named-doctor"})), [true, false]);
    let minutes = |more: Value| {
        of("list-deadlines", more)["answer"]["deadlines"]
            .as_array()
            .unwrap()
            .iter()
            .any(|duty| of_family(&duty["to"], "id").next().is_some())
    };
    assert!(minutes(json!({})) && !minutes(json!({"fiiConcern": true})) && !minutes(json!({"fiiConcern": "unknown"})));
    assert!(minutes(json!({"fiiConcern": true, "carersMayBeToldBy": "childrens-social-care"})));
    let missing = |more: Value| {
        of("make-checklist", more)["answer"]["missing"].as_array().unwrap().contains(&json!("inform-parents-and-child-where-appropriate"))
    };
    assert!(missing(json!({})) && !missing(json!({"fiiConcern": true})));
}

#[test]
fn in_every_area_the_caution_protects() {
    let rulebook = rulebook();
    let says = |question: &str, facts: Value, code: &str| {
        ask(question, &facts, &rulebook).unwrap()["cautions"].as_array().unwrap().iter().filter(|caution| caution["code"] == code).count()
    };
    for (area, _, _) in rulebook.areas() {
        for (kind, fact, code) in [
            ("fabricated-or-induced-illness", "fiiConcern", "do-not-alert-carers"),
            ("female-genital-mutilation", "genitalMutilation", "report-genital-mutilation"),
        ] {
            assert_eq!(says("classify-concern", json!({"area": &*area, "concernTypes": [kind]}), code), 1, "{area} {kind}");
            for question in ["choose-meeting", "list-attendees", "list-deadlines", "make-checklist", "resolve-disagreement"] {
                let mut facts = json!({"area": &*area, fact: true});
                if question == "list-attendees" {
                    facts["meetingType"] = "strategy".into();
                }
                assert_eq!(says(question, facts, code), 1, "{area} {question} {kind}");
            }
        }
        for (kind, code) in [
            ("fabricated-or-induced-illness", "do-not-alert-carers"),
            ("female-genital-mutilation", "report-genital-mutilation"),
            ("allegation-against-staff", "designated-officer"),
        ] {
            for question in ["classify-concern", "choose-meeting"] {
                let of_all = json!({"area": &*area, "concernTypes": [kind]});
                let of_one = json!({"area": &*area, "children": [{"ref": "A"}, {"ref": "B", "concernTypes": [kind]}]});
                let of_another = json!({"area": &*area, "concernTypes": ["neglect"], "children": [{"ref": "A"}]});
                let said = [of_all, of_one, of_another].map(|facts| says(question, facts, code));
                assert_eq!(said, [1, 1, 0], "{area} {question} {kind}");
            }
        }
    }
}

#[test]
fn a_pack_that_hands_papers_to_the_family_says_what_must_be_answered_first() {
    for (table, own) in [
        ("list_deadlines", json!({"duty": "minutes", "meeting": ["strategy"], "to": ["mother"], "document": "minutes"})),
        ("list_attendees", json!({"meeting": ["strategy"], "optional": ["birth-father"]})),
    ] {
        let mut pack = sound_pack();
        pack["document"].as_object_mut().unwrap().remove("stands_on");
        add(&mut pack, table, "X-1", own);
        let doubts = rulebook().doubts(&pack.to_string());
        assert!(doubts.iter().any(|doubt| doubt.message().contains("[clearance.parents-or-carers]")), "{table}: {doubts:?}");
    }
}

/// Whom a decision names as kept from something, by the caution's code.
fn named(decision: &Value, code: &str) -> String {
    let cautions = decision["cautions"].as_array().unwrap().iter();
    cautions.filter(|caution| caution["code"] == code).map(|caution| caution["text"].as_str().unwrap()).collect::<Vec<_>>().join(" ")
}

const SENDING: [(&str, &str, &str); 7] = [
    ("list-attendees", "county-durham", "strategy"),
    ("list-attendees", "hampshire", "professionals"),
    ("list-attendees", "bracknell-forest", "tac-initial"),
    ("list-deadlines", "county-durham", "strategy"),
    ("list-deadlines", "hampshire", "professionals"),
    ("list-deadlines", "bracknell-forest", "tac-initial"),
    ("make-checklist", "bracknell-forest", "tac-initial"),
];

#[test]
fn whoever_is_recorded_as_a_risk_is_named_in_every_question_that_sends_something() {
    for (question, area, meeting) in SENDING {
        let family = json!([{"who": "the mother", "relation": "mother", "posesRisk": false}, {"who": "the father", "relation": "father", "posesRisk": true}]);
        let facts = json!({"area": area, "meetingType": meeting, "family": family});
        let decision = ask(question, &facts, &rulebook()).unwrap();
        let kept = named(&decision, "kept-from-the-family");
        assert!(kept.contains("the father") && !kept.contains("the mother"), "{question} {area}: {kept}");
        assert!(kept.starts_with("A risk is recorded"), "{kept}");
        for deadline in decision["answer"]["deadlines"].as_array().into_iter().flatten() {
            // Whoever came may be of the family; a duty between professionals alone says nothing of them.
            let of_who_came = ["all-in-attendance", "meeting-attendees", "attendees", "all-invited", "the-mother"];
            let to = deadline["to"].as_array().unwrap();
            let may_reach = to.iter().any(|who| of_who_came.contains(&who["id"].as_str().unwrap()));
            let not_to = deadline["notTo"].as_array().unwrap().iter().any(|who| who["id"] == "the-father");
            assert_eq!(not_to, may_reach, "{area}: {deadline}");
        }
        for recipient in decision["answer"]["distribution"].as_array().into_iter().flatten() {
            assert!(recipient["id"] != "the-father" || recipient["withheld"] == true, "{recipient}");
        }
    }
}

/// Wherever the family spoken of together is kept away or not yet invited, so is each of them who is named and of whom the
/// same is known.
#[test]
fn whoever_is_named_is_marked_as_the_family_together_is() {
    let (mut kept, mut not_yet) = (0, 0);
    for (area, meeting) in [("hampshire", "professionals"), ("bracknell-forest", "tac-initial"), ("bracknell-forest", "tac-review")] {
        for risk in [json!(true), json!(false), json!("unknown")] {
            for raised in [json!(true), json!(false)] {
                let known = json!({"area": area, "meetingType": meeting, "twoPart": true, "familyAppropriate": true, "fiiConcern": raised});
                let people = |more: Value| {
                    let mut facts = known.clone();
                    facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
                    let answer = ask("list-attendees", &facts, &rulebook()).unwrap()["answer"].clone();
                    ["required", "expected", "optional", "excluded"]
                        .into_iter()
                        .flat_map(|list| answer[list].as_array().unwrap().clone())
                        .collect::<Vec<_>>()
                };
                let together = people(json!({"parentsPoseRisk": risk}));
                let Some(together) = together.iter().find(|person| person["agency"] == "parents-or-carers") else { continue };
                let named = people(json!({"family": [{"who": "m1", "relation": "mother", "posesRisk": risk}]}));
                let named = named.iter().find(|person| person["agency"] == "m1").unwrap();
                for mark in ["keptAway", "notYetInvited"] {
                    assert_eq!(named[mark], together[mark], "{area} {meeting} {risk} {raised}: {named}");
                }
                kept += usize::from(named["keptAway"] == true);
                not_yet += usize::from(named["notYetInvited"] == true);
            }
        }
    }
    assert!(kept > 5 && not_yet > 2, "{kept} {not_yet}");
}

#[test]
fn the_reason_that_is_said_of_a_person_is_true_of_that_person() {
    for poses_risk in [json!(false), json!(true), json!("unknown")] {
        let family = json!([{"who": "gran", "relation": "grandparent", "posesRisk": poses_risk}]);
        let facts =
            json!({"area": "hampshire", "meetingType": "professionals", "familyAppropriate": true, "fiiConcern": true, "family": family});
        for question in ["list-attendees", "list-deadlines"] {
            let kept = named(&ask(question, &facts, &rulebook()).unwrap(), "kept-from-the-family");
            assert_eq!(kept.contains("A risk is recorded"), poses_risk == true, "{question} {poses_risk}: {kept}");
        }
        let decision = ask("list-attendees", &facts, &rulebook()).unwrap();
        let gran = decision["answer"]["excluded"].as_array().unwrap().iter().find(|entry| entry["agency"] == "gran");
        if let Some(why) = gran.map(|entry| entry["why"].as_str().unwrap()) {
            assert!(poses_risk == true || !why.contains("risk is recorded") && !why.starts_with("Recorded as a risk"), "{why}");
        }
    }
}

#[test]
fn a_list_that_is_sent_goes_to_each_person_of_the_family_only_on_a_recorded_no() {
    let lists = ask("make-checklist", &json!({"area": "bracknell-forest", "meetingType": "tac-initial"}), &rulebook()).unwrap();
    let mut told_apart = 0;
    for list in lists["answer"]["lists"].as_array().unwrap() {
        let family = json!([{"who": "m", "posesRisk": false}, {"who": "f", "posesRisk": true}, {"who": "g"}]);
        let facts = json!({"area": "bracknell-forest", "meetingType": "tac-initial", "list": list, "family": family});
        let decision = ask("make-checklist", &facts, &rulebook()).unwrap();
        for recipient in decision["answer"]["distribution"].as_array().unwrap() {
            assert_ne!(recipient["id"], "parents-or-carers");
            let expected = match recipient["id"].as_str().unwrap() {
                "m" => false,
                "f" | "g" => true,
                _ => continue,
            };
            told_apart += 1;
            assert_eq!(recipient["withheld"] == true, expected, "{recipient}");
        }
    }
    assert!(told_apart > 0);
}

/// What an own rule sends to these people, in an area whose packs ask whether parents are a risk.
fn sent_to(people: &Value, more: &Value) -> Value {
    let mut pack = sound_pack();
    add(&mut pack, "list_deadlines", "X-1", json!({"duty": "letter", "meeting": ["strategy"], "to": people, "document": "letter"}));
    let own = json!({"item": "letter", "list": ["letter"], "meeting": ["strategy"], "phase": "after"});
    add(&mut pack, "make_checklist", "X-2", own);
    for (table, id) in [("list_deadlines", "X-1"), ("make_checklist", "X-2")] {
        for (list, meeting) in [("fires", "strategy"), ("misses", "s47")] {
            let mut example = json!({"name": "A letter", "asks": table, "facts": {"meeting_type": meeting}});
            example[list] = json!([id]);
            pack["example"].as_array_mut().unwrap().push(example);
        }
    }
    let rulebook = rulebook().with(&pack.to_string()).unwrap_or_else(|refusal| panic!("{refusal}"));
    let facts = |own: Value| {
        let mut facts = json!({"area": "testshire", "meetingType": "strategy"});
        facts.as_object_mut().unwrap().extend(own.as_object().unwrap().clone());
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        facts
    };
    let mut decision = ask("list-deadlines", &facts(json!({"duty": "letter"})), &rulebook).unwrap();
    let list = ask("make-checklist", &facts(json!({"list": "letter"})), &rulebook).unwrap();
    decision["answer"]["distribution"] = list["answer"]["distribution"].clone();
    decision
}

fn ids_in<'v>(decision: &'v Value, list: &str) -> Vec<&'v str> {
    let duties = decision["answer"]["deadlines"].as_array().unwrap().iter();
    duties.flat_map(|duty| duty[list].as_array().unwrap()).map(|who| who["id"].as_str().unwrap()).collect()
}

fn is_withheld(decision: &Value, who: &str) -> bool {
    let mut people = decision["answer"]["distribution"].as_array().unwrap().iter();
    people.find(|person| person["id"] == who).unwrap()["withheld"] == true
}

#[test]
fn a_no_of_one_of_the_family_clears_nobody_else() {
    let family = json!([{"who": "mother", "posesRisk": false}]);
    for more in [json!({"family": family}), json!({"family": family, "othersConsidered": true})] {
        let decision = sent_to(&json!(["mother", "father"]), &more);
        assert_eq!((ids_in(&decision, "to"), ids_in(&decision, "notTo")), (vec!["mother"], vec!["father"]), "{more}");
        assert!(!is_withheld(&decision, "mother") && is_withheld(&decision, "father"), "{more}");
        assert_eq!((&decision["settled"], &decision["ask"][0]["path"]), (&json!(false), &json!("parentsPoseRisk")), "{more}");
    }
    // Whoever is said to be no risk by a no of all is cleared by that, and a yes of one keeps it from those who are not named.
    let of_all = sent_to(&json!(["father"]), &json!({"family": family, "parentsPoseRisk": false}));
    assert_eq!(ids_in(&of_all, "to"), ["father"]);
    let of_one =
        sent_to(&json!(["mother", "father"]), &json!({"family": [{"who": "father", "posesRisk": true}], "parentsPoseRisk": false}));
    assert_eq!(ids_in(&of_one, "notTo"), ["father", "mother"]);
}

#[test]
fn whoever_may_be_among_those_who_get_it_is_kept_from_it_by_a_recorded_risk() {
    let family = json!({"family": [{"who": "mother", "posesRisk": true}]});
    for group in ["everyone-who-came", "core-group", "all-who-attended"] {
        assert_eq!(ids_in(&sent_to(&json!([group]), &family), "notTo"), ["mother"], "{group}");
    }
    // What goes to one of them who is named goes to nobody else of them.
    let two = json!({"family": [{"who": "mother", "posesRisk": true}, {"who": "gran", "posesRisk": false}]});
    for (who, kept) in [("gran", Vec::new()), ("mother", vec!["mother"])] {
        assert_eq!(ids_in(&sent_to(&json!([who]), &two), "notTo"), kept, "{who}");
    }
}

#[test]
fn what_is_said_of_all_is_checked_beside_a_family() {
    let family = json!([{"who": "mother", "posesRisk": false}]);
    for question in ["list-attendees", "list-deadlines", "make-checklist"] {
        let facts = json!({"area": "hampshire", "meetingType": "professionals", "family": family, "parentsPoseRisk": "junk"});
        let refused = ask(question, &facts, &rulebook()).unwrap_err();
        assert_eq!(refused.path(), "parentsPoseRisk", "{question}");
        // Where packs do not ask it, nobody is told of what they did not give.
        for (area, _, _) in rulebook().areas() {
            for risk in [json!(true), json!(false), json!("unknown")] {
                let facts = json!({"area": &*area, "meetingType": "strategy", "family": [{"who": "mother", "posesRisk": risk}]});
                assert_eq!(named(&ask(question, &facts, &rulebook()).unwrap(), "not-asked-here"), "", "{question} {area}");
            }
        }
    }
}

/// Whatever was raised of one child keeps it from whoever cares for any of them.
#[test]
fn what_is_raised_of_one_child_keeps_each_of_the_family_away() {
    let family = json!([{"who": "M1", "relation": "mother", "posesRisk": false}]);
    let places = [("hampshire", "professionals"), ("bracknell-forest", "tac-initial"), ("bracknell-forest", "tac-review")];
    for (area, meeting) in places {
        let is_reached = |of_one: Value| {
            let children = json!([of_one, {"ref": "B", "age": 6}]);
            let facts = json!({"area": area, "meetingType": meeting, "twoPart": true, "children": children, "family": family});
            let answer = ask("list-attendees", &facts, &rulebook()).unwrap()["answer"].clone();
            let people = ["required", "expected", "optional"].into_iter().flat_map(|list| answer[list].as_array().unwrap().clone());
            people.into_iter().any(|person| person["agency"] == "m1" && person["keptAway"] != true && person["notYetInvited"] != true)
        };
        assert!(is_reached(json!({"ref": "A", "age": 5})), "{area} {meeting}: without it she comes");
        assert!(!is_reached(json!({"ref": "A", "concernTypes": ["fabricated-or-induced-illness"]})), "{area} {meeting}");
    }
}

/// A yes to the risk of parents, of whom it is told of nobody: nothing goes to those of whom a no is recorded, and both are told.
#[test]
fn a_risk_of_parents_that_is_told_of_nobody_keeps_papers_from_each_and_is_told() {
    let rulebook = rulebook();
    let sent = |risk: Value, family: Value| {
        let facts = json!({"area": "bracknell-forest", "meetingType": "tac-initial", "duty": "send-detailed-action-plan", "parentsPoseRisk": risk,
            "youngPersonOptsOutParents": false, "fiiConcern": false, "raisingRisksHarm": false, "family": family});
        let decision = ask("list-deadlines", &facts, &rulebook).unwrap();
        let to = decision["answer"]["deadlines"][0]["to"].to_string();
        let contradicts = decision["cautions"].as_array().unwrap().iter().any(|caution| caution["code"] == "facts-contradict");
        assert!(!contradicts || decision["settled"] == false, "{facts}");
        (["mother", "father", "uncle"].map(|who| to.contains(&format!("\"{who}\""))), contradicts)
    };
    let of = |mother: Value, father: Value, uncle: Value| json!([{"who": "mother", "posesRisk": mother}, {"who": "father", "posesRisk": father}, {"who": "uncle", "posesRisk": uncle}]);
    let said = [json!(true), json!(false), json!("unknown")];
    for risk in &said {
        for mother in &said {
            for father in &said {
                for uncle in &said {
                    let family = of(mother.clone(), father.clone(), uncle.clone());
                    let (reached, contradicts) = sent(risk.clone(), family.clone());
                    let each = [mother, father, uncle];
                    let parents_are_cleared = *mother == json!(false) && *father == json!(false);
                    let doubted = *risk == json!(true) && parents_are_cleared;
                    assert_eq!(contradicts, doubted, "{risk} {family}");
                    for (place, said) in each.into_iter().enumerate() {
                        let is_parent = place < 2;
                        assert_eq!(reached[place], *said == json!(false) && !(doubted && is_parent), "{risk} {family} {place}");
                    }
                }
            }
        }
    }
}

/// What is not known of somebody who is named is never told as a risk that is recorded of them.
#[test]
fn a_risk_of_parents_is_pinned_on_nobody_else() {
    let facts = json!({"area": "bracknell-forest", "meetingType": "tac-initial", "parentsPoseRisk": true, "family": [{"who": "uncle"}]});
    let decision = ask("list-attendees", &facts, &rulebook()).unwrap();
    let told: Vec<&str> = decision["cautions"].as_array().unwrap().iter().filter_map(|caution| caution["text"].as_str()).collect();
    assert!(!told.iter().any(|text| text.starts_with("A risk is recorded") && text.contains("uncle")), "{told:?}");
    assert!(told.iter().any(|text| text.starts_with("Invite and send nothing yet to uncle")), "{told:?}");
}

/// A lead professional of the family who is a risk outweighs that parents are none.
#[test]
fn a_lead_professional_who_is_a_risk_beside_parents_who_are_none_is_told() {
    for (kind, contradicts) in [("mother", true), ("carer", true), ("health-visitor", false)] {
        let facts = json!({"area": "bracknell-forest", "meetingType": "tac-initial", "parentsPoseRisk": false, "lp": {"posesRisk": true, "type": kind}});
        let decision = ask("list-attendees", &facts, &rulebook()).unwrap();
        let told = decision["cautions"].as_array().unwrap().iter().any(|caution| caution["code"] == "facts-contradict");
        assert_eq!(told, contradicts, "{kind}");
        assert_eq!(decision["answer"]["excluded"].to_string().contains("parents-or-carers"), contradicts, "{kind}");
    }
}

/// A share that reaches the family, alone or among others, where a parent may be a risk, is told.
#[test]
fn a_share_with_the_family_beside_a_risk_is_told() {
    for (risk, with, told) in [
        (json!(true), json!("father"), true),
        (json!(true), json!(["school", "father and school"]), true),
        (json!(true), json!("school"), false),
        (json!(false), json!("father and school"), false),
    ] {
        let facts = json!({"area": "generic", "purpose": "safeguarding", "sharedWith": with, "parentsPoseRisk": risk});
        let decision = ask("record-consent-basis", &facts, &rulebook()).unwrap();
        let is_told = decision["cautions"].as_array().unwrap().iter().any(|caution| caution["code"] == "kept-from-the-family");
        assert_eq!((is_told, &decision["answer"]["sharingBlocked"]), (told, &json!(false)), "{facts}");
    }
}
