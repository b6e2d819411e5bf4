//! A group to which something goes may hold somebody of the family: where a risk, or a warning that may do harm, is on record or
//! somebody says that it is not known, they stand in `notTo`, it is said, and what is open is asked.

use crate::common::{ask, rulebook};
use serde_json::{Value, json};

/// Each area and meeting in which something goes to a group that may hold somebody of the family.
const SENDING: [(&str, &str); 4] =
    [("county-durham", "strategy"), ("generic", "strategy"), ("northamptonshire", "strategy"), ("hampshire", "strategy")];

fn answered(area: &str, meeting: &str, more: &Value) -> Value {
    let mut facts = json!({"area": area, "meetingType": meeting, "meetingEndedAt": "2026-07-06T12:00"});
    facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    ask("list-deadlines", &facts, &rulebook()).unwrap_or_else(|refusal| panic!("{more}: {refusal}"))
}

/// Of each duty that goes to a group, whoever stands in `notTo` under a name, with whether that is provisional.
fn kept(decision: &Value, who: &str) -> Vec<Option<bool>> {
    let groups = ["all-in-attendance", "all-invited", "all-parties", "meeting-attendees"];
    let to_a_group = |duty: &&Value| duty["to"].as_array().unwrap().iter().any(|one| groups.contains(&one["id"].as_str().unwrap()));
    let not_to = |duty: &Value| duty["notTo"].as_array().unwrap().iter().find(|one| one["id"] == who).map(|one| one["provisional"] == true);
    let kept: Vec<Option<bool>> = decision["answer"]["deadlines"].as_array().unwrap().iter().filter(to_a_group).map(not_to).collect();
    assert!(!kept.is_empty(), "{decision}");
    kept
}

fn has(decision: &Value, list: &str, field: &str, value: &str) -> bool {
    decision[list].as_array().unwrap().iter().any(|one| one[field] == value)
}

#[test]
fn a_known_risk_reaches_the_recipients_without_a_family_named() {
    for (area, meeting) in SENDING {
        for more in [json!({"parentsPoseRisk": true}), json!({"fiiConcern": true}), json!({"raisingRisksHarm": true})] {
            let decision = answered(area, meeting, &more);
            assert!(kept(&decision, "parents-or-carers").iter().all(|kept| *kept == Some(false)), "{area} {more}: {decision}");
            assert!(has(&decision, "cautions", "code", "kept-from-the-family"), "{area} {more}");
        }
    }
}

#[test]
fn an_unknown_risk_is_kept_provisional_and_asked() {
    for (area, meeting) in SENDING {
        for fact in ["parentsPoseRisk", "fiiConcern"] {
            let mut more = json!({"parentsPoseRisk": false});
            more[fact] = "unknown".into();
            let decision = answered(area, meeting, &more);
            assert!(kept(&decision, "parents-or-carers").iter().all(|kept| *kept == Some(true)), "{area} {fact}: {decision}");
            assert!(has(&decision, "ask", "path", fact) && decision["settled"] == false, "{area} {fact}");
            assert!(has(&decision, "cautions", "code", "not-before-a-recorded-no"), "{area} {fact}");
        }
        let decision = answered(area, meeting, &json!({"family": [{"who": "father", "posesRisk": "unknown"}]}));
        assert!(kept(&decision, "father").iter().all(|kept| *kept == Some(true)), "{area}: {decision}");
        assert!(has(&decision, "ask", "path", "family[0].posesRisk"), "{area}: {}", decision["ask"]);
        assert!(has(&decision, "cautions", "code", "not-before-a-recorded-no"), "{area}");
    }
}

#[test]
fn of_what_nobody_spoke_nothing_is_said_and_a_no_opens_it() {
    for (area, meeting) in SENDING {
        for more in [json!({}), json!({"parentsPoseRisk": false, "fiiConcern": false})] {
            let decision = answered(area, meeting, &more);
            assert!(kept(&decision, "parents-or-carers").iter().all(Option::is_none), "{area} {more}");
            assert!(!has(&decision, "ask", "path", "parentsPoseRisk"), "{area} {more}");
        }
        // Whoever is named is told of by themselves.
        let decision = answered(area, meeting, &json!({"family": [{"who": "father", "posesRisk": true}]}));
        assert!(kept(&decision, "parents-or-carers").iter().all(Option::is_none), "{area}: {decision}");
        assert!(kept(&decision, "father").iter().all(|kept| *kept == Some(false)), "{area}: {decision}");
    }
}

#[test]
fn whoever_the_chair_recorded_as_unsafe_is_named_and_an_unknown_is_asked() {
    let unsafe_ones = |more: Value| {
        let decision = answered("county-durham", "strategy", &more);
        let duties = decision["answer"]["deadlines"].as_array().unwrap().iter();
        let sent = duties.filter(|duty| ["decisions", "minutes"].contains(&duty["duty"].as_str().unwrap()));
        let named: Vec<Option<bool>> = sent
            .map(|duty| {
                duty["notTo"].as_array().unwrap().iter().find(|who| who["id"] == "unsafe-recipients").map(|who| who["provisional"] == true)
            })
            .collect();
        (named, has(&decision, "ask", "path", "recipientUnsafe"))
    };
    assert_eq!(unsafe_ones(json!({"recipientUnsafe": true})), (vec![Some(false); 2], false));
    assert_eq!(unsafe_ones(json!({"recipientUnsafe": "unknown"})), (vec![Some(true); 2], true));
    for calm in [json!({}), json!({"recipientUnsafe": false})] {
        assert_eq!(unsafe_ones(calm), (vec![None; 2], false));
    }
}

#[test]
fn where_the_family_is_named_they_stand_there_once() {
    for (area, meeting) in [("hampshire", "professionals"), ("bracknell-forest", "tac-initial")] {
        for more in [json!({"parentsPoseRisk": true}), json!({"fiiConcern": true}), json!({"parentsPoseRisk": "unknown"})] {
            let decision = answered(area, meeting, &more);
            for duty in decision["answer"]["deadlines"].as_array().unwrap() {
                let not_to = duty["notTo"].as_array().unwrap().iter();
                let family = not_to.filter(|who| ["family", "parents-or-carers"].contains(&who["id"].as_str().unwrap())).count();
                assert!(family < 2, "{area} {more}: {duty}");
            }
        }
    }
}

#[test]
fn a_no_of_one_who_is_named_settles_nothing_of_the_others_in_a_group() {
    for more in [json!({}), json!({"familyAppropriate": true})] {
        let mut facts = json!({"parentsPoseRisk": "unknown", "family": [{"who": "mother", "posesRisk": false}]});
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let decision = answered("hampshire", "professionals", &facts);
        let minutes = decision["answer"]["deadlines"].as_array().unwrap().iter().find(|duty| duty["duty"] == "minutes").unwrap();
        assert!(minutes["notTo"].as_array().unwrap().iter().any(|who| who["id"] == "parents-or-carers"), "{more}: {minutes}");
        assert!(has(&decision, "cautions", "code", "not-before-a-recorded-no"), "{more}: {decision}");
    }
}
