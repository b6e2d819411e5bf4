//! What is doubtful in what was given is told, and protects meanwhile: a risk of which somebody says that it is not known, one
//! reference for two, and an earlier answer of another year.

use serde_json::{Value, json};

use crate::common::{Dice, ask, codes, ids, rulebook};

const AREAS: [&str; 5] = ["generic", "county-durham", "northamptonshire", "bracknell-forest", "hampshire"];

fn answered(question: &str, facts: &Value) -> Value {
    ask(question, facts, &rulebook()).unwrap_or_else(|refusal| panic!("{question} {facts}: {refusal}"))
}

fn asked(decision: &Value) -> Vec<&str> {
    decision["ask"].as_array().unwrap().iter().map(|one| one["path"].as_str().unwrap()).collect()
}

fn with(mut facts: Value, more: Value) -> Value {
    facts.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    facts
}

/// Unknown never discloses: whoever says that the risk is not known has no family told.
#[test]
fn the_family_is_not_told_while_somebody_says_that_the_risk_is_not_known() {
    for area in AREAS {
        for fact in ["parentsPoseRisk", "fiiConcern"] {
            let share = |said: Value| answered("record-consent-basis", &with(json!({"area": area}), json!({fact: said})));
            let doubted = share(json!("unknown"));
            assert_eq!(doubted["answer"]["informFamily"], "not-yet", "{area} {fact}");
            assert_eq!(doubted["settled"], false, "{area} {fact}");
            assert!(asked(&doubted).contains(&fact) && codes(&doubted).contains(&"not-before-a-recorded-no"), "{area} {fact}: {doubted}");
            assert_eq!(doubted["answer"]["sharingBlocked"], false);
            for (said, told) in [(json!(true), "not-yet"), (json!(false), "inform"), (Value::Null, "inform")] {
                let said_nothing = said.is_null();
                let share = share(said);
                assert_eq!(share["answer"]["informFamily"], told, "{area} {fact}");
                assert!(
                    said_nothing == asked(&share).contains(&fact) && !codes(&share).contains(&"not-before-a-recorded-no"),
                    "{area} {fact}: {share}"
                );
            }
        }
    }
}

/// Over every way to answer both: the family is told only where neither is a yes and neither was said to be unknown.
#[test]
fn no_answer_tells_the_family_beside_a_risk_that_is_or_may_be() {
    let said = [None, Some(json!(true)), Some(json!(false)), Some(json!("unknown"))];
    let may_harm = |said: &Option<Value>| said.as_ref().is_some_and(|said| *said == true || *said == "unknown");
    for parents in &said {
        for illness in &said {
            let each = [("parentsPoseRisk", parents), ("fiiConcern", illness)];
            let given = each.iter().filter_map(|(name, said)| Some(((*name).to_owned(), (*said).clone()?))).collect();
            let share = answered("record-consent-basis", &Value::Object(given));
            let tells = share["answer"]["informFamily"] == "inform";
            assert_eq!(tells, !may_harm(parents) && !may_harm(illness), "{each:?}");
        }
    }
    // That it is not known is no part of the record: the record is what is known.
    let record = answered("record-consent-basis", &json!({"parentsPoseRisk": "unknown", "fiiConcern": "unknown"}));
    assert!(!record["answer"]["record"]["canonical"].as_str().unwrap().contains("unknown"));
}

/// Lists of things with a name each, of which two have one.
fn with_one_name_twice(names: &[&str]) -> Vec<(&'static str, Value, &'static str, usize)> {
    let each = |name: &str, field: &str| -> Vec<Value> {
        names.iter().map(|reference| json!({field: if *reference == "again" { name } else { *reference }})).collect()
    };
    let children = each("police", "ref");
    let requests: Vec<Value> =
        names.iter().map(|name| if *name == "again" { "police" } else { *name }).map(|name| json!({"agency": name})).collect();
    let actions = each("police", "specific");
    vec![
        ("classify-concern", json!({"area": "county-durham", "children": children}), "children", names.len()),
        ("choose-meeting", json!({"area": "county-durham", "children": children}), "children", names.len()),
        ("list-attendees", json!({"area": "county-durham", "meetingType": "strategy", "children": children}), "children", names.len()),
        ("list-deadlines", json!({"area": "county-durham", "requests": requests}), "requests", names.len()),
        ("check-plan", json!({"area": "hampshire", "plan": {"actions": actions}}), "plan.actions", names.len()),
    ]
}

#[test]
fn one_reference_for_two_is_told_and_asked_and_neither_is_lost() {
    let mut dice = Dice(20_261_129);
    for _ in 0..30 {
        let mut names = vec!["police", "health", "school", "housing"];
        names.truncate(2 + dice.throw(3));
        let at = 1 + dice.throw(names.len());
        names.insert(at, "again");
        for (question, facts, list, count) in with_one_name_twice(&names) {
            let decision = answered(question, &facts);
            let field = if list == "requests" {
                "agency"
            } else if list == "children" {
                "ref"
            } else {
                "specific"
            };
            let path = format!("{list}[{at}].{field}");
            assert!(asked(&decision).contains(&&*path), "{question} {names:?}: {:?}", asked(&decision));
            assert!(codes(&decision).contains(&"facts-contradict"), "{question} {names:?}");
            assert_eq!(decision["settled"], false, "{question} {names:?}");
            let answer = &decision["answer"];
            let told = match question {
                "list-deadlines" => answer["deadlines"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .filter(|one| one["agency"].is_string() && one["duty"] == "spoc-response")
                    .count(),
                "check-plan" => answer["actions"].as_array().unwrap().len(),
                "list-attendees" => count,
                _ => answer["perChild"].as_array().unwrap().len(),
            };
            assert_eq!(told, count, "{question} {names:?}");
            let request = json!({"question": question, "facts": facts});
            answered("explain", &request);
            answered("questions-for", &request);
        }
        let once: Vec<&str> = names.iter().copied().filter(|name| *name != "again").collect();
        for (question, facts, list, _) in with_one_name_twice(&once) {
            let decision = answered(question, &facts);
            let of_names =
                |path: &&str| path.starts_with(list) && [".ref", ".agency", ".specific"].iter().any(|field| path.ends_with(field));
            assert!(!asked(&decision).iter().any(of_names), "{question} {once:?}: {:?}", asked(&decision));
        }
    }
}

#[test]
fn an_earlier_answer_of_another_year_is_told_and_holds_where_it_is_sooner() {
    let concern = json!({
        "area": "county-durham", "othersConsidered": true, "concernsIdentifiedAt": "2026-03-02T09:00", "referralReceivedAt": "2026-03-02T10:00",
    });
    let code = "earlier-answer-far-from-dates";
    for (due, far, held) in [
        ("2019-06-03", true, "2019-06-03"),
        ("2026-03-03", false, "2026-03-03"),
        ("2025-03-03", false, "2025-03-03"),
        ("2027-03-02", false, "2026-03-05"),
        ("2031-03-04", true, "2026-03-05"),
    ] {
        let decision = answered("classify-concern", &with(concern.clone(), json!({"previousResult": {"dueBy": due}})));
        assert_eq!(codes(&decision).contains(&code), far, "{due}");
        assert_eq!(decision["answer"]["dueBy"], held, "{due}");
        let deadline = json!({"area": "county-durham", "duty": "minutes", "meetingEndedAt": "2026-03-02T10:00", "previous": [{"duty": "minutes", "due": due}]});
        let decision = answered("list-deadlines", &deadline);
        assert_eq!(codes(&decision).contains(&code), far, "{due}");
        assert_eq!(decision["answer"]["deadlines"][0]["dueBy"], held, "{due}");
    }
    // Of an adult too, of whom the earlier answer stands beside the other route.
    let adult = with(concern, json!({"child": {"age": 30}, "previousResult": {"dueBy": "2019-06-03"}}));
    let decision = answered("classify-concern", &adult);
    assert!(codes(&decision).contains(&code) && decision["answer"]["dueBy"] == "2019-06-03", "{decision}");
    assert_eq!(ids(&decision, "because"), ["TR-S1/under-18"]);
}
