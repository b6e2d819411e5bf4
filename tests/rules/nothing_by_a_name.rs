//! Names, numbers and ticks that tell nothing: they are asked about, and neither count for anything nor against it in silence.

use crate::common::{ask, codes, rulebook};
use serde_json::{Value, json};

fn asked(decision: &Value) -> Vec<&str> {
    decision["ask"].as_array().unwrap().iter().map(|one| one["path"].as_str().unwrap()).collect()
}

#[test]
fn whoever_is_there_under_a_name_that_nobody_knows_may_be_one_who_must_be() {
    let of = |attendance: Value, more: Value| {
        let mut facts = json!({"area": "county-durham", "meetingType": "strategy", "format": "meeting", "child": {"lookedAfter": false},
            "attendance": attendance});
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let decision = ask("list-attendees", &facts, &rulebook()).unwrap();
        let (quorate, there) = (decision["answer"]["quorate"].clone(), decision["answer"]["allRequiredPresent"].clone());
        let told = codes(&decision).contains(&"attendance-name-not-known") && asked(&decision).contains(&"attendance");
        (quorate, there, told)
    };
    let misspelt = json!({"csc": "in-person", "polise": "in-person", "health": "phone"});
    assert_eq!(of(misspelt.clone(), json!({})), (json!("not_established"), json!("not-established"), true));
    // Once it is told to be another agency, or was absent, the police were not there.
    assert_eq!(of(misspelt, json!({"agencies": [{"name": "polise"}]})), (json!(false), json!(false), false));
    let absent = json!({"csc": "in-person", "polise": "absent", "health": "phone"});
    assert_eq!(of(absent, json!({})), (json!(false), json!(false), false));
    // A name that a document knows is another's; under any other may be whoever is needed.
    let of_name = |name: &str| of(json!({"csc": "in-person", name: "in-person", "school nurse": "in-person"}), json!({}));
    assert!(!of_name("housing").2 && of_name("young carers service").2);
    // Where nobody is lacking, the answer does not hang on it.
    let whole = json!({"csc": "in-person", "police": "in-person", "health": "phone", "polise": "in-person"});
    assert_eq!(of(whole, json!({})), (json!(true), json!(true), false));
}

#[test]
fn a_discussion_with_somebody_under_a_name_that_nobody_knows_is_neither_full_nor_short_of_anybody() {
    let held = |agencies: Value| {
        let facts = json!({"area": "county-durham", "concernsIdentifiedAt": "2026-03-02T09:00", "referralReceivedAt": "2026-03-02T09:00",
            "concerns": {"seriousRisk": true}, "held": [{"at": "2026-03-02T12:00", "agencies": agencies}]});
        let decision = ask("classify-concern", &facts, &rulebook()).unwrap();
        (decision["answer"]["held"][0]["full"].clone(), asked(&decision).contains(&"held[0].agencies"))
    };
    assert_eq!(held(json!(["csc", "police", "health"])).0, json!(true));
    assert_eq!(held(json!(["csc", "health"])).0, json!(false));
    assert_eq!(held(json!(["csc", "polise", "health"])), (json!("not-established"), true));
}

#[test]
fn a_number_alone_is_nothing_given_in_any_text_of_a_checklist() {
    for (area, meeting, path, item, said) in [
        ("county-durham", "strategy", ["proforma", "venue"], "venue", "County Hall, room 5"),
        ("county-durham", "strategy", ["proforma", "dialIn"], "dial-in", "0191 496 0000"),
        ("county-durham", "strategy", ["proforma", "time"], "meeting-time", "1430"),
        ("county-durham", "strategy", ["proforma", "date"], "meeting-date", "2026-03-04"),
        ("bracknell-forest", "tac-initial", ["plan", "interventions"], "interventions", "Parenting course, 8 weeks"),
    ] {
        let met = |value: &str| {
            let [outer, inner] = path;
            let facts = json!({"area": area, "meetingType": meeting, outer: {inner: value}});
            let answer = ask("make-checklist", &facts, &rulebook()).unwrap()["answer"].clone();
            let found = answer["items"].as_array().unwrap().iter().find(|one| one["item"] == item).cloned();
            found.unwrap_or_else(|| panic!("{item} of {}", answer["items"]))["met"].clone()
        };
        assert_eq!(met(said), true, "{item}");
        for nothing in ["123", "7", "12345", "tbc", "to be confirmed", "n/a", "."] {
            assert_eq!(met(nothing), false, "{item} {nothing}");
        }
    }
}

#[test]
fn a_quantity_of_nothing_measures_nothing() {
    let measurable = |quantity: &str| {
        let action = json!({"specific": "Health visitor to weigh the baby every Monday at home", "quantity": quantity, "owner": "Health visitor",
            "realisticResult": "Baby gains weight", "resourcesConfirmed": true, "due": "22/09/26"});
        let answer = ask("check-action", &json!({"area": "hampshire", "action": action}), &rulebook()).unwrap()["answer"].clone();
        !answer["missing"].as_array().unwrap().contains(&json!("measurable"))
    };
    for nothing in ["123", "5", "1,000", "tbc", "n/a"] {
        assert!(!measurable(nothing), "{nothing}");
    }
    for said in ["4 weights", "100%", "weekly weights", "3 visits"] {
        assert!(measurable(said), "{said}");
    }
}

#[test]
fn a_tick_that_the_facts_contradict_is_not_met_and_both_are_asked() {
    let of = |more: Value| {
        let mut facts = json!({"area": "county-durham", "meetingType": "strategy"});
        facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let decision = ask("make-checklist", &facts, &rulebook()).unwrap();
        let items = decision["answer"]["items"].as_array().unwrap();
        let name = items.iter().find(|one| one["item"].as_str().unwrap().contains("venue")).unwrap()["item"].clone();
        let met = items.iter().find(|one| one["item"] == name).unwrap()["met"].clone();
        let both = asked(&decision).contains(&"proforma.venue")
            && asked(&decision).iter().any(|path| *path == format!("done.{}", name.as_str().unwrap()));
        (name.as_str().unwrap().to_owned(), met, both && codes(&decision).contains(&"facts-contradict") && decision["settled"] == false)
    };
    let (name, ..) = of(json!({}));
    let told = |venue: Value, ticked: Value| of(json!({"proforma": {"venue": venue}, "done": {name.clone(): ticked}}));
    assert_eq!(told(json!("County Hall, room 5"), json!(true)).1, true);
    for (venue, ticked) in [(json!("tbc"), true), (json!(false), true), (json!("County Hall, room 5"), false)] {
        let (_, met, both) = told(venue.clone(), json!(ticked));
        assert_eq!((met, both), (json!(false), true), "{venue} {ticked}");
    }
    let (_, met, both) = of(json!({"othersConsidered": true, "done": {name.clone(): true}}));
    assert_eq!((met, both), (json!(true), false), "an attestation is no record");
}

#[test]
fn a_role_that_other_agencies_have_too_is_settled_by_the_agency_alone() {
    let chaired = |chair: Value| {
        let facts = json!({"area": "county-durham", "meetingType": "strategy", "child": {"lookedAfter": false}, "chair": chair});
        let decision = ask("list-attendees", &facts, &rulebook()).unwrap();
        (decision["answer"]["chairValid"].clone(), asked(&decision).contains(&"chair.agency"))
    };
    assert_eq!(chaired(json!({"role": "team manager"})), (json!("not-established"), true));
    assert_eq!(chaired(json!({"role": "team manager", "agency": "csc"})), (json!(true), false));
    assert_eq!(chaired(json!({"role": "team manager", "agency": "health"})), (json!(false), false));
    assert_eq!(chaired(json!({"role": "CSC team manager"})), (json!(true), false));
    assert_eq!(chaired(json!({"role": "team manager", "nominatedDeputy": true})), (json!(true), false));
}

#[test]
fn a_role_that_may_stand_above_the_one_that_chairs_is_asked_and_no_silent_no() {
    let chaired = |role: &str| {
        let facts = json!({"area": "northamptonshire", "meetingType": "mdt-locality", "asOf": "2020-07-13", "chair": {"role": role}});
        let decision = ask("list-attendees", &facts, &rulebook()).unwrap();
        (decision["answer"]["chairValid"].clone(), asked(&decision).contains(&"chair.role"))
    };
    for held in ["Children's Service manager", "Head of Children's Services"] {
        assert_eq!(chaired(held), (json!(true), false), "{held}");
    }
    for above in ["Strategic Director", "Group Manager", "Deputy Director", "Principal Manager"] {
        assert_eq!(chaired(above), (json!("not-established"), true), "{above}");
    }
    for below in ["team manager", "social worker", "practice manager"] {
        assert_eq!(chaired(below), (json!(false), false), "{below}");
    }
}
