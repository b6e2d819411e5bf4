//! What is said of a group stands for whoever is not cleared by it, and a moment tells of the need that it is the moment of.

use crate::common::{ask, rulebook};
use serde_json::{Value, json};

fn contradicts(decision: &Value) -> bool {
    decision["cautions"].as_array().unwrap().iter().any(|caution| caution["code"] == "facts-contradict")
}

fn asked(decision: &Value) -> Vec<&str> {
    decision["ask"].as_array().unwrap().iter().map(|one| one["path"].as_str().unwrap()).collect()
}

/// Is she invited, or sent anything?
fn reaches_mother(answer: &Value) -> bool {
    let listed = |list: &str| answer[list].as_array().into_iter().flatten().cloned().collect::<Vec<_>>();
    let invited = ["required", "expected", "optional"].into_iter().flat_map(listed);
    let invited = invited.filter(|one| one["notYetInvited"] != true && one["keptAway"] != true).map(|one| one["agency"].clone());
    let sent = listed("deadlines").into_iter().flat_map(|one| one["to"].as_array().unwrap().clone()).map(|one| one["id"].clone());
    let handed = listed("distribution").into_iter().filter(|one| one["withheld"] != true).map(|one| one["id"].clone());
    invited.chain(sent).chain(handed).any(|who| who == "mother")
}

/// Every question that invites or sends something, with what it is asked beside the facts.
fn decisions(facts: &Value) -> Vec<(&'static str, Value)> {
    let lists = [
        ("list-attendees", json!({})),
        ("list-deadlines", json!({"duty": "send-detailed-action-plan"})),
        ("make-checklist", json!({"list": "detailed-action-plan"})),
    ];
    lists
        .into_iter()
        .map(|(question, more)| {
            let mut facts = facts.clone();
            facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            (question, ask(question, &facts, &rulebook()).unwrap_or_else(|refusal| panic!("{question}: {refusal}")))
        })
        .collect()
}

#[test]
fn the_risk_of_somebody_who_is_no_parent_explains_no_risk_of_the_parents() {
    for (risk, gran, kept) in [
        (json!(true), json!(true), true),
        (json!(true), json!(false), true),
        (json!(true), json!("unknown"), true),
        (json!(false), json!(true), false),
        (Value::Null, json!(true), false),
        (json!("unknown"), json!(true), false),
    ] {
        let facts = json!({
            "area": "bracknell-forest", "meetingType": "tac-initial", "parentsPoseRisk": risk, "fiiConcern": false,
            "raisingRisksHarm": false, "youngPersonOptsOutParents": false,
            "family": [{"who": "mother", "relation": "mother", "posesRisk": false}, {"who": "gran", "relation": "grandparent", "posesRisk": gran}],
        });
        for (question, decision) in decisions(&facts) {
            assert_eq!(reaches_mother(&decision["answer"]), !kept, "{question} {facts}");
            assert_eq!(contradicts(&decision), kept, "{question} {facts}");
            assert_eq!(asked(&decision).contains(&"family[0].posesRisk"), kept, "{question} {facts}");
        }
    }
}

#[test]
fn a_father_who_is_a_risk_explains_the_risk_of_the_parents() {
    let facts = json!({
        "area": "bracknell-forest", "meetingType": "tac-initial", "parentsPoseRisk": true, "fiiConcern": false, "raisingRisksHarm": false,
        "youngPersonOptsOutParents": false,
        "family": [{"who": "mother", "relation": "mother", "posesRisk": false}, {"who": "father", "relation": "father", "posesRisk": true}],
    });
    for (question, decision) in decisions(&facts) {
        assert_eq!((reaches_mother(&decision["answer"]), contradicts(&decision)), (true, false), "{question}");
    }
}

/// A need that nobody knows explains no moment: the no beside the moment is none, is told, and is asked.
#[test]
fn a_moment_of_action_beside_a_no_is_a_yes_while_protection_is_not_known() {
    for area in ["generic", "county-durham", "hampshire"] {
        for protection in [Value::Null, json!("unknown"), json!(false), json!(true)] {
            let concerns = json!({
                "seriousRisk": false, "penetrativeSexualAbuse": false, "forensicEvidenceRequired": false, "particularlyComplex": false,
                "immediateActionRequired": false, "immediateProtectionNeeded": protection,
            });
            for told in [json!({"concerns": concerns}), json!({"children": [{"ref": "A", "concerns": concerns}]})] {
                let mut facts = json!({"area": area, "concernsIdentifiedAt": "2026-03-02T09:00", "immediateActionAt": "2026-03-02T10:00"});
                facts.as_object_mut().unwrap().extend(told.as_object().unwrap().clone());
                let decision = ask("classify-concern", &facts, &rulebook()).unwrap();
                let explained = protection == json!(true);
                assert_eq!(contradicts(&decision), !explained, "{facts}");
                let answer = &decision["answer"];
                let known = answer.get("onKnownFactsOnly").filter(|known| !known.is_null()).unwrap_or(answer);
                assert_eq!((&answer["timescale"], &known["timescale"]), (&json!("1-working-day"), &json!("1-working-day")), "{facts}");
                let action = asked(&decision).iter().any(|path| path.ends_with("immediateActionRequired"));
                assert_eq!(action, !explained, "{facts}");
            }
        }
    }
}
