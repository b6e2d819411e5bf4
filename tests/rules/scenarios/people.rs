//! Cases about who attends, who chairs, and whether the meeting is quorate.

use safeguarding_rules::Agency;
use serde_json::{Value, json};

use super::case::{Case, Check, codes, includes, kebab, mentions, named, need, same, strings};

pub fn answers(case: &Case<'_>) -> Result<Vec<Value>, String> {
    Ok(vec![case.ask("list-attendees")?])
}

/// Agencies as answers name them.
fn agencies(wanted: &Value) -> Vec<String> {
    strings(wanted).iter().map(|name| Agency::new(name).unwrap().id().to_owned()).collect()
}

/// Those in some lists of an answer.
pub fn people(answer: &Value, lists: &[&str]) -> Vec<String> {
    lists.iter().flat_map(|list| named(&answer["answer"][*list], "agency")).collect()
}

fn roles(wanted: &Value) -> Value {
    strings(wanted).iter().map(|role| kebab(role)).collect()
}

fn sorted(mut names: Vec<String>) -> Value {
    names.sort();
    names.dedup();
    names.into()
}

pub fn check(_: &Case<'_>, key: &str, wanted: &Value, answers: &[Value]) -> Option<Check> {
    let decision = &answers[0];
    let answer = &decision["answer"];
    let among = |lists: &[&str]| includes(&agencies(wanted), &people(decision, lists));
    Some(match key {
        "required" | "members" => among(&["required"]),
        "provisional" => among(&["required"]).and_then(|()| {
            let open =
                |name: &String| answer["required"].as_array().unwrap().iter().any(|one| one["agency"] == **name && one["settled"] == false);
            need(agencies(wanted).iter().all(open), "somebody stands there as settled")
        }),
        "expected" => among(&["required", "expected"]),
        "optional" | "invite" => among(&["required", "expected", "optional"]),
        "excluded" => among(&["excluded"]),
        "valid_attendee" => same(wanted, &json!(answer["excluded"] == json!([]))),
        "open_list" => same(wanted, &answer["openList"]),
        "chair" => same(&roles(wanted), &answer["chair"]["roles"]),
        "administrator" => same(&roles(wanted), &answer["administrator"]["roles"]),
        "quorate" | "minimum_met" => same(wanted, &answer["quorate"]),
        "chair_valid" => same(wanted, &answer["chairValid"]),
        "all_required_present" => same(wanted, &answer["allRequiredPresent"]),
        "format_compliant" => same(wanted, &answer["format"]["compliant"]),
        "missing" => {
            let missing = strings(&answer["missing"]);
            need(sorted(agencies(wanted)) == sorted(missing.clone()), format!("expected {wanted}, got {missing:?}"))
        }
        "record_required_from" => includes(&agencies(wanted), &strings(&answer["recordRequiredFrom"])),
        "warnings" => includes(&strings(wanted).iter().map(|code| kebab(code)).collect::<Vec<_>>(), &codes(decision)),
        "reason_rule" => includes(&[wanted.as_str().unwrap().to_owned()], &mentions(decision)),
        _ => return None,
    })
}
