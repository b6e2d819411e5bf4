//! Whoever is named in `family` is somebody of it: the name of an agency or of a role would stand for two.

use crate::common::written::packs;
use crate::common::{ask, rulebook};
use serde_json::{Value, json};

const AREAS: [(&str, &str); 2] = [("bracknell-forest", "tac-initial"), ("county-durham", "strategy")];

fn named(area: &str, meeting: &str, question: &str, who: &str) -> Result<Value, String> {
    let facts = json!({"area": area, "meetingType": meeting, "family": [{"who": who, "relation": "mother", "posesRisk": true}]});
    ask(question, &facts, &rulebook()).map_err(|refusal| refusal.path().to_owned())
}

#[test]
fn no_name_of_an_agency_or_of_a_role_at_work_is_one_of_the_family() {
    let of_packs = |table: &str| -> Vec<&'static String> {
        let tables = packs().iter().filter(|pack| ["multi-agency-meetings", "bracknell-forest-tac"].contains(&pack.id()));
        tables.filter_map(|pack| pack.object[table].as_object()).flat_map(|table| table.keys()).collect()
    };
    let agencies = of_packs("agency");
    assert!(agencies.len() > 20);
    for name in agencies.into_iter().map(String::as_str).chain(["Health", "CSC", "caf-coordinator", "Social worker", "Head teacher"]) {
        let taken = named("bracknell-forest", "tac-initial", "list-attendees", name);
        assert!(taken.is_err() || name.contains("parent") || name.contains("carer") || name.contains("family"), "{name}");
    }
    for (area, meeting) in AREAS {
        for question in ["list-attendees", "list-deadlines", "make-checklist"] {
            for who in ["health", "police", "school", "child", "The child", "young person", "social-worker"] {
                assert_eq!(named(area, meeting, question, who).unwrap_err(), "family[0].who", "{question} {who}");
            }
            for who in
                ["M", "F", "MGM", "DC", "mother", "the father", "Mother's partner", "gran", "P-1", "uncle", "parents-or-carers", "guardian"]
            {
                assert!(named(area, meeting, question, who).is_ok(), "{question} {who}");
            }
        }
    }
}

#[test]
fn nobody_stands_in_to_and_in_not_to_of_one_duty() {
    for who in ["caf-coordinator", "mother", "M", "lead-professional"] {
        let Ok(told) = named("bracknell-forest", "tac-initial", "list-deadlines", who) else { continue };
        for duty in told["answer"]["deadlines"].as_array().unwrap() {
            let ids = |list: &str| duty[list].as_array().into_iter().flatten().map(|one| one["id"].to_string()).collect::<Vec<_>>();
            assert!(ids("to").iter().all(|one| !ids("notTo").contains(one)), "{who}: {duty}");
        }
    }
}
