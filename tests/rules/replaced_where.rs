//! A rule stands in the place of another only where it holds: no case is left without either.

use serde_json::{Value, json};

use super::common::written::{Rule, packs};
use super::common::{CONCERNS, Dice, add, ask, ids, in_camel_case, rulebook, shown, sound_pack};
use safeguarding_rules::Rulebook;

const GUIDE: &str = "multi-agency-meetings";
const REASON: &str = "The paediatrician of the ward examines the child first";

/// A partnership's own rule of time for a child in hospital, in the place of another.
fn in_hospital(hold: &str, instead_of: &str) -> Rulebook {
    let mut pack = sound_pack();
    pack["fact"]["in_hospital"] = json!({"asks": "Is the child in hospital?", "path": "concerns.inHospital"});
    let own =
        json!({"when": ["in_hospital"], "hold": hold, "from": "concerns identified", "instead_of": [instead_of], "weaker_because": REASON});
    add(&mut pack, "classify_concern", "T-9", own);
    let facts = |is: bool| json!({"concerns": {"in_hospital": is}});
    shown(&mut pack, "T-9", facts(true), facts(false));
    rulebook().with(&pack.to_string()).unwrap_or_else(|refusal| panic!("{refusal}"))
}

fn how_soon(area: &str, concerns: &Value, rulebook: &Rulebook) -> Value {
    let facts = json!({"area": area, "concerns": concerns, "othersConsidered": true, "concernsIdentifiedAt": "2026-12-01T20:00"});
    ask("classify-concern", &facts, rulebook).unwrap()
}

fn due(decision: &Value) -> &str {
    decision["answer"]["dueBy"].as_str().unwrap_or("never")
}

/// What is known, with one more fact.
fn with(known: &Value, name: &str, truth: &Value) -> Value {
    let mut known = known.clone();
    known[name] = truth.clone();
    known
}

#[test]
fn where_the_condition_does_not_hold_the_usual_time_stands() {
    let rulebook = in_hospital("within 5 working days", "TR-T0");
    let alleged = json!({"penetrativeSexualAbuse": true, "forensicEvidenceRequired": false, "seriousRisk": false});
    for known in [json!({}), alleged] {
        // What could only lengthen is not asked for.
        for truth in [json!(false), json!("unknown")] {
            let decision = how_soon("testshire", &with(&known, "inHospital", &truth), &rulebook);
            assert_eq!((due(&decision), &decision["settled"]), ("2026-12-04", &json!(true)), "{known} {truth}");
            assert!(!ids(&decision, "because").contains(&"T-9".to_owned()) && !decision["setAside"].to_string().contains("T-9"));
        }
    }
    let decision = how_soon("testshire", &json!({"inHospital": true}), &rulebook);
    assert_eq!(
        (due(&decision), ids(&decision, "because"), ids(&decision, "setAside")),
        ("2026-12-08", vec!["T-9".into()], vec!["TR-T0".into()])
    );
    assert!(decision["setAside"].to_string().contains(REASON));
}

#[test]
fn no_pack_outlasts_the_most_there_is() {
    let alleged = json!({"penetrativeSexualAbuse": true, "forensicEvidenceRequired": false, "seriousRisk": false, "inHospital": true});
    for hold in ["within 5 working days", "within 10 calendar days"] {
        assert_eq!(due(&how_soon("testshire", &alleged, &in_hospital(hold, "TR-T0"))), "2026-12-04", "{hold}");
    }
    let mut pack = sound_pack();
    let own = json!({"hold": "within 10 working days", "from": "concerns identified", "instead_of": ["TR-T0"], "weaker_because": REASON});
    add(&mut pack, "classify_concern", "T-9", own);
    shown(&mut pack, "T-9", json!({}), json!({"child": {"age": 30}}));
    let always = rulebook().with(&pack.to_string()).unwrap_or_else(|refusal| panic!("{refusal}"));
    assert_eq!(due(&how_soon("testshire", &json!({}), &always)), "2026-12-15");
    let alleged = json!({"penetrativeSexualAbuse": true, "forensicEvidenceRequired": false, "seriousRisk": false});
    assert_eq!(due(&how_soon("testshire", &alleged, &always)), "2026-12-04");
}

#[test]
fn what_lengthens_leaves_a_case_without_a_reason_to_what_it_lengthens() {
    let mut pack = sound_pack();
    let own = json!({"when": ["grave"], "hold": "within 5 working days", "from": "concerns identified", "lengthens": "TR-T0", "instead_of": ["TR-T0"], "weaker_because": REASON});
    add(&mut pack, "classify_concern", "T-9", own);
    let refusal = rulebook().with(&pack.to_string()).unwrap_err();
    assert_eq!(refusal.path(), "classify_concern.T-9.instead_of", "{refusal}");
}

#[test]
fn law_1_a_rule_that_does_not_hold_makes_no_meeting_later() {
    let mut dice = Dice(11);
    for hold in ["on the same day", "within 2 working days", "within 4 working days", "within 12 calendar days"] {
        for replaced in ["TR-T0", "TR-T4a", "TR-T3"] {
            let mut pack = sound_pack();
            pack["fact"]["in_hospital"] = json!({"asks": "Is the child in hospital?", "path": "concerns.inHospital"});
            let own = json!({"when": ["in_hospital"], "hold": hold, "from": "concerns identified", "instead_of": [replaced], "weaker_because": REASON});
            add(&mut pack, "classify_concern", "T-9", own);
            let facts = |is: bool| json!({"concerns": {"in_hospital": is}});
            shown(&mut pack, "T-9", facts(true), facts(false));
            let Ok(own) = rulebook().with(&pack.to_string()) else { continue };
            for _ in 0..60 {
                let mut known = json!({});
                for concern in CONCERNS {
                    known[concern] = [json!(true), json!(false), json!("unknown"), Value::Null][dice.throw(4)].clone();
                }
                let guide = how_soon("generic", &known, &own);
                let no = how_soon("testshire", &with(&known, "inHospital", &json!(false)), &own);
                let unknown = how_soon("testshire", &with(&known, "inHospital", &json!("unknown")), &own);
                let yes = how_soon("testshire", &with(&known, "inHospital", &json!(true)), &own);
                assert_eq!(due(&no), due(&guide), "{replaced}, {hold}: {known}");
                assert!(due(&unknown) <= due(&no).min(due(&yes)), "{replaced}, {hold}: {known}");
                assert!(due(&yes) != "never", "{replaced}, {hold}: {known}");
            }
        }
    }
}

/// The guide's own rule of a table, for children in hospital alone, in the place of itself.
fn narrowed(table: &str, rule: &Rule, example: &Value) -> Option<Rulebook> {
    let mut pack = sound_pack();
    let path = if table == "classify_concern" { "concerns.inHospital" } else { "inHospital" };
    pack["fact"]["in_hospital"] = json!({"asks": "Is the child in hospital?", "path": path});
    let mut own = json!(rule.own);
    own["when"] = json!(rule.when.iter().map(String::as_str).chain(["in_hospital"]).collect::<Vec<_>>());
    own["unless"] = json!(rule.unless);
    own["force"] = json!(rule.force);
    own["instead_of"] = json!([rule.id]);
    own["weaker_because"] = json!(REASON);
    add(&mut pack, table, "T-9", own);
    for (list, is) in [("fires", true), ("misses", false)] {
        let mut shown = json!({"name": "An example", "asks": example["asks"], "facts": example["facts"]});
        if path.starts_with("concerns") {
            shown["facts"]["concerns"]["in_hospital"] = json!(is);
        } else {
            shown["facts"]["in_hospital"] = json!(is);
        }
        shown[list] = json!(["T-9"]);
        pack["example"].as_array_mut().unwrap().push(shown);
    }
    rulebook().with(&pack.to_string()).ok()
}

fn cites(decision: &Value, id: &str) -> bool {
    ["because", "alsoApplies"].iter().any(|list| ids(decision, list).iter().any(|cited| cited == id))
}

#[test]
fn no_rule_of_any_table_is_lost_where_the_one_in_its_place_does_not_hold() {
    let guide = packs().iter().find(|pack| pack.id() == GUIDE).unwrap();
    let mut seen = 0;
    for (table, rule) in guide.rules() {
        let mut examples = guide.object["example"].as_array().unwrap().iter();
        let fires = |example: &&Value| example["fires"].as_array().is_some_and(|ids| ids.iter().any(|id| *id == json!(rule.id)));
        let Some(example) = examples.find(|example| example["asks"] == *table && fires(example)) else { continue };
        let Some(own) = narrowed(table, rule, example) else { continue };
        let question = table.replace('_', "-");
        let asked = |is: &Value| {
            let mut facts = in_camel_case(&example["facts"]);
            facts["area"] = json!("testshire");
            let place = if table == "classify_concern" { &mut facts["concerns"] } else { &mut facts };
            place["inHospital"] = is.clone();
            ask(&question, &facts, &own).unwrap_or_else(|refusal| panic!("{}: {refusal}", rule.id))
        };
        for is in [json!(false), json!("unknown")] {
            assert!(cites(&asked(&is), &rule.id), "{} of {table} where it is {is} that another holds", rule.id);
        }
        let yes = asked(&json!(true));
        assert!(cites(&yes, "T-9"), "what stands in the place of {} of {table} is not told", rule.id);
        assert!(!cites(&yes, &rule.id), "{} of {table} gives way", rule.id);
        assert!(ids(&yes, "setAside").contains(&rule.id), "{} of {table} gave way and nothing tells it", rule.id);
        seen += 1;
    }
    assert!(seen > 50, "{seen} rules were narrowed");
}

#[test]
fn the_short_note_and_the_explanation_say_from_what_to_what_a_rule_was_weakened_and_why() {
    let rulebook = in_hospital("within 5 working days", "TR-T0");
    let said = |is: bool, field: &str| {
        let facts = json!({"area": "testshire", "concerns": {"inHospital": is}, "othersConsidered": true, "concernsIdentifiedAt": "2026-12-01T20:00"});
        let told = ask("explain", &json!({"question": "classify-concern", "facts": facts}), &rulebook).unwrap();
        told[field].as_str().unwrap().to_owned()
    };
    let weakened = format!("Weakened by T-9. Before: within 3 working days. Now: within 5 working days. The reason it gives: {REASON}.");
    for field in ["shortNote", "explanation"] {
        assert!(said(true, field).contains(&weakened), "{}", said(true, field));
        assert!(!said(false, field).contains("Weakened"), "{}", said(false, field));
    }
}
