//! What a second reading of the documents found to be otherwise.

use crate::common::{ask, codes, rulebook};
use serde_json::{Value, json};

fn answer(question: &str, facts: Value) -> Value {
    ask(question, &facts, &rulebook()).unwrap()
}

fn asked(decision: &Value) -> Vec<&str> {
    decision["ask"].as_array().unwrap().iter().map(|ask| ask["path"].as_str().unwrap()).collect()
}

/// An age that is told of all of the children and another one of a child.
#[test]
fn an_age_that_is_told_twice_is_a_childs_and_is_asked_of_that_child() {
    for (of_all, own, is_contradiction) in [(16, 26, true), (26, 16, true), (17, 18, true), (26, 30, false), (4, 16, false)] {
        let facts = json!({"child": {"age": of_all}, "children": [{"ref": "A", "age": own}], "concernsIdentifiedAt": "2026-03-02"});
        let soon = answer("classify-concern", facts.clone());
        assert_eq!(codes(&soon).contains(&"facts-contradict"), is_contradiction, "{facts}");
        assert_eq!(asked(&soon).contains(&"children[0].age"), is_contradiction, "{facts}");
        let is_adult = own >= 18 && !is_contradiction;
        assert_eq!(soon["answer"]["timescale"].is_null(), is_adult, "{facts}");
        assert_eq!(soon["answer"]["perChild"][0]["settled"], soon["settled"], "{facts}");
    }
}

#[test]
fn a_child_of_whom_something_contradicts_itself_is_not_settled_either() {
    let facts = json!({"othersConsidered": true, "concernsIdentifiedAt": "2023-12-23T02:00", "referralReceivedAt": "2023-12-23T02:00",
        "children": [{"ref": "A", "age": 25, "unborn": true}, {"ref": "B", "age": 7}]});
    let soon = answer("classify-concern", facts);
    let settled: Vec<_> = soon["answer"]["perChild"].as_array().unwrap().iter().map(|child| &child["settled"]).collect();
    assert_eq!((settled, &soon["settled"]), (vec![&json!(false), &json!(true)], &json!(false)));
    assert!(!soon["answer"]["perChild"][0]["ask"].as_array().unwrap().is_empty());
}

/// Routes are united as people are: whoever is an adult has a route of their own beside that of the child.
#[test]
fn every_route_of_every_child_is_among_the_routes() {
    let facts = json!({"reasonableCauseSignificantHarm": true, "children": [{"ref": "A", "age": 9}, {"ref": "B", "age": 18}]});
    let choice = answer("choose-meeting", facts);
    let routes: Vec<_> = choice["answer"]["routes"].as_array().unwrap().iter().map(|called| called["route"].clone()).collect();
    let each: Vec<_> = choice["answer"]["perChild"].as_array().unwrap().iter().map(|child| child["route"].clone()).collect();
    assert_eq!((&routes, &choice["answer"]["route"]), (&vec![json!("strategy"), json!("adult-safeguarding")], &routes[0]));
    assert!(each.iter().all(|route| routes.contains(route)), "{each:?}");
}

#[test]
fn a_chair_of_whom_only_a_no_is_said_is_not_another() {
    for area in ["county-durham", "hampshire"] {
        let facts = json!({"area": area, "meetingType": "strategy", "chair": {"nominatedDeputy": false}});
        assert_ne!(answer("list-attendees", facts)["answer"]["chairValid"], json!(false), "{area}");
    }
}

/// Whether papers for the family are appropriate and safe is a condition of their own: they wait for a yes.
#[test]
fn papers_wait_for_the_condition_that_a_document_sets_for_the_family() {
    for (risk, id) in
        [(json!({"parentsPoseRisk": false}), "family"), (json!({"family": [{"who": "mother", "posesRisk": false}]}), "mother")]
    {
        for (said, goes, provisional) in
            [(json!("unknown"), false, json!(true)), (json!(true), true, json!(null)), (json!(false), false, json!(null))]
        {
            let mut facts = json!({"area": "hampshire", "familyAppropriate": said});
            facts.as_object_mut().unwrap().extend(risk.as_object().unwrap().clone());
            let decision = ask("list-deadlines", &facts, &rulebook()).unwrap();
            let minutes = decision["answer"]["deadlines"].as_array().unwrap().iter().find(|due| due["duty"] == "minutes").unwrap();
            let of = |list: &str| minutes[list].as_array().unwrap().iter().find(|who| who["id"] == id).cloned();
            assert_eq!(of("to").is_some(), goes, "{facts}");
            assert_eq!(of("notTo").map_or(json!(null), |who| who["provisional"].clone()), provisional, "{facts}");
            assert_eq!(minutes["documents"][0]["to"].as_array().unwrap().contains(&json!(id)), goes, "{facts}");
        }
    }
}

/// What is said of all is read before a child's own stands in its place.
#[test]
fn a_word_that_nobody_knows_is_refused_beside_what_each_child_says() {
    for (wrong, path) in [
        (json!({"concerns": {"immediateActionRequired": "perhaps so"}}), "concerns.immediateActionRequired"),
        (json!({"concerns": {"immediateActionRequired": 17}}), "concerns.immediateActionRequired"),
        (json!({"area": "northamptonshire", "child": {"cpPlan": "perhaps so"}}), "child.cpPlan"),
    ] {
        let mut facts = json!({"children": [{"cpPlan": false, "concerns": {"immediateActionRequired": false}}]});
        if wrong.get("area").is_none() {
            facts["children"][0].as_object_mut().unwrap().remove("cpPlan");
        }
        facts.as_object_mut().unwrap().extend(wrong.as_object().unwrap().clone());
        let refused = ask("choose-meeting", &facts, &rulebook()).unwrap_err();
        assert_eq!((refused.path(), refused.message().contains("perhaps")), (path, false), "{facts}");
    }
}

/// One report, one calendar.
#[test]
fn a_holiday_that_was_added_to_the_quarter_counts_in_the_limit_of_each_meeting() {
    let concern = json!({"concernsIdentifiedAt": "2026-03-15T08:00", "referralReceivedAt": "2026-03-15T08:00", "othersConsidered": true,
        "concerns": {"seriousRisk": false, "penetrativeSexualAbuse": false, "forensicEvidenceRequired": false}});
    let added = json!([{"date": "2026-03-18"}]);
    let in_time = |holidays: &Value| {
        let all_came: Vec<_> =
            ["police", "health", "childrens-social-care"].iter().map(|agency| json!({"agency": agency, "attended": true})).collect();
        let meeting = json!({"startedAt": "2026-03-19T09:00", "endedAt": "2026-03-19T10:30", "concern": concern, "agencies": all_came});
        let facts = json!({"area": "county-durham", "bankHolidays": holidays, "meetings": [meeting]});
        let measures = answer("report-quarter", facts)["answer"]["measures"].clone();
        let limit = measures.as_array().unwrap().iter().find(|measure| measure["id"] == "TR-T0/quarter").unwrap().clone();
        limit["rows"][0]["count"]["number"].as_u64()
    };
    assert_eq!((in_time(&json!([])), in_time(&added)), (Some(0), Some(1)));
}

/// A parent who is a risk speaks of danger, whoever says it: by a fact of all or of the person.
#[test]
fn nobody_who_holds_information_is_excluded_where_a_person_of_the_family_is_a_risk() {
    let team = |more: Value| {
        let mut facts = json!({"area": "bracknell-forest", "meetingType": "tac-review", "cpConcern": false, "agencies": [{"name": "police", "inPackage": false}]});
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let excluded = answer("list-attendees", facts)["answer"]["excluded"].clone();
        excluded.as_array().unwrap().iter().any(|person| person["agency"] == "police")
    };
    assert!(team(json!({})));
    for risk in [json!({"parentsPoseRisk": true}), json!({"family": [{"who": "f", "relation": "father", "posesRisk": true}]})] {
        assert!(!team(risk.clone()), "{risk}");
    }
}

/// A whole record of a share that protects a child, with what differs.
fn share(more: Value) -> Value {
    let mut facts = json!({"area": "generic", "informationShared": "School attendance", "sharedWith": ["school nurse"], "purpose": "To plan the safeguarding of a child",
        "lawfulBasis": "public-task", "decidedBy": "team manager", "decidedAt": "2026-03-02", "date": "2026-03-02", "consentSought": true, "consentGiven": true, "familyInformed": true,
        "facts": "Absent since September", "necessary": "The nurse sees the child weekly", "proportionate": "Attendance alone", "relevant": "It shows the pattern",
        "specialCategory": false, "criminalOffenceData": false});
    facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    answer("record-consent-basis", facts)
}

fn missing(decision: &Value) -> Vec<&str> {
    decision["answer"]["record"]["missing"].as_array().unwrap().iter().map(|field| field.as_str().unwrap()).collect()
}

#[test]
fn a_basis_that_is_not_open_here_is_no_basis() {
    assert_eq!(missing(&share(json!({}))), [""; 0]);
    for (closed, open) in [
        (
            json!({"lawfulBasis": "recognised-legitimate-interest", "decidedAt": "2020-06-01", "date": "2020-06-01"}),
            json!({"lawfulBasis": "recognised-legitimate-interest", "controller": "charity", "decidedAt": "2026-06-01", "date": "2026-06-01"}),
        ),
        (
            json!({"lawfulBasis": "legitimate-interests", "controller": "public-authority"}),
            json!({"lawfulBasis": "public-task", "controller": "public-authority"}),
        ),
    ] {
        let told = share(closed.clone());
        assert_eq!((missing(&told), codes(&told).contains(&"basis-not-open")), (vec!["lawfulBasis"], true), "{closed}");
        assert_eq!(missing(&share(open.clone())), [""; 0], "{open}");
        assert_eq!(told["answer"]["sharingBlocked"], false);
    }
}

/// The ground that the meetings give holds for a child who is at high risk: while nobody knows, another basis is recorded.
#[test]
fn while_nobody_knows_of_a_high_risk_a_lawful_basis_is_wanted() {
    for (said, wanted) in [(json!("unknown"), true), (json!(false), true), (json!(true), false)] {
        let facts = json!({"area": "northamptonshire", "informationShared": "School attendance", "consentSought": true, "highRisk": said});
        assert_eq!(missing(&answer("record-consent-basis", facts)).contains(&"lawfulBasis"), wanted, "{said}");
    }
}

#[test]
fn consent_that_nobody_sought_counts_for_no_part_either() {
    for covers in [json!(null), json!("health only")] {
        let told = share(
            json!({"consentSought": false, "consentGiven": true, "consentCovers": covers, "reasoningNotSought": "Asking would have put the child in danger"}),
        );
        assert_eq!(told["answer"]["consent"], "not-sought", "{covers}");
    }
}

/// The moment of a need to act is explained by nobody who is certainly an adult.
#[test]
fn an_adult_among_the_children_explains_no_moment_away() {
    let child = json!({"ref": "A", "concerns": {"seriousRisk": false, "forensicEvidenceRequired": false, "immediateActionRequired": false, "immediateProtectionNeeded": false}});
    let due = |children: Value| {
        answer("classify-concern", json!({"children": children, "immediateActionAt": "2023-05-05T11:29"}))["answer"]["dueBy"].clone()
    };
    let alone = due(json!([child]));
    assert_eq!((&alone, due(json!([child, {"ref": "C", "age": 25}]))), (&json!("2023-05-09"), alone.clone()));
}
