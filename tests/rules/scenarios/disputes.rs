//! Cases in which people disagree.

use serde_json::{Value, json};

use crate::common::camel;

use super::case::{Case, Check, includes, kebab, named, need, same, strings};

/// Steps that a case calls by another name than we do.
const STEPS: [(&str, &str); 5] = [
    ("agency_may_formally_request_icpc", "formally-request-conference"),
    ("formally_request_icpc", "formally-request-conference"),
    ("discuss_with_sw_and_team_manager", "discuss-with-social-worker-and-team-manager"),
    ("contact_caf_co_ordinator", "contact-caf-coordinator"),
    ("hips_escalation_policy", "hips-escalation-policy"),
];

/// The roles that a case calls by another name.
const ROLES: [(&str, &str); 2] = [("team_manager", "csc-team-manager"), ("caf_co_ordinator", "caf-coordinator")];

fn ours(label: &str, known: &[(&str, &str)]) -> String {
    known.iter().find(|(theirs, _)| *theirs == label).map_or_else(|| kebab(label), |(_, ours)| (*ours).to_owned())
}

/// The ladder that a case stands on, by what it tells.
fn ladder(case: &Case<'_>) -> Option<&'static str> {
    let tells = |facts: &[&str]| facts.iter().any(|fact| case.names(fact));
    match case.says("area_profile").as_str()? {
        "county_durham" if tells(&["contacted", "has_important_information", "sw_known"]) => Some("not-contacted"),
        "county_durham" => Some("conference-not-held"),
        "bracknell_forest" if tells(&["threshold_dispute", "consensus"]) => Some("threshold"),
        "bracknell_forest" => Some("member-disagrees"),
        _ => None,
    }
}

pub fn answers(case: &Case<'_>) -> Result<Vec<Value>, String> {
    let mut more = json!({});
    if let Some(ladder) = ladder(case) {
        more["ladder"] = ladder.into();
    }
    match case.says("requester_is_supporter") {
        Value::Bool(same) => more["supporterIsAnother"] = (!same).into(),
        Value::String(_) => more["supporterIsAnother"] = "unknown".into(),
        _ => {}
    }
    Ok(vec![case.ask_with("resolve-disagreement", &more)?])
}

fn steps<'a>(answer: &'a Value, state: &'a str) -> impl Iterator<Item = &'a Value> {
    let ladders = answer["answer"]["ladders"].as_array().unwrap().iter();
    ladders.flat_map(|ladder| ladder["steps"].as_array().unwrap()).filter(move |step| step["state"] == state)
}

fn actions(answer: &Value, state: &str) -> Vec<String> {
    named(&steps(answer, state).cloned().collect(), "action")
}

/// What would still have to be on record.
const NEEDED: [(&str, &str); 2] =
    [("support_of_senior_manager_or_named_or_designated_professional", "supportedBy"), ("different_supporter", "supporterIsAnother")];

pub fn check(_: &Case<'_>, key: &str, wanted: &Value, answers: &[Value]) -> Option<Check> {
    let answer = &answers[0];
    let next = || steps(answer, "next");
    let step = || ours(wanted.as_str().unwrap(), &STEPS);
    Some(match key {
        "next_step" => includes(&[step()], &actions(answer, "next")),
        "then" => includes(&[step()], &actions(answer, "later")),
        "contact" | "notify" => {
            let to: Vec<String> = next().flat_map(|step| strings(&step["to"])).collect();
            includes(&[ours(wanted.as_str().unwrap(), &ROLES)], &to)
        }
        "optional" => {
            let optional: Vec<Value> = next().filter(|step| step["force"] == "may").cloned().collect();
            includes(&[step()], &named(&json!(optional), "action"))
        }
        "record" => includes(&[step()], &actions(answer, "next")),
        "csc_should_convene" => {
            let convene = next().find(|step| step["action"] == "convene-conference");
            let ready = convene.map(|step| json!([step["ready"] == true, step["force"]]));
            match wanted.as_str() {
                None => same(&json!([wanted, "should"]), &ready.unwrap_or_default()),
                Some("not_yet") => same(&json!([false, "should"]), &ready.unwrap_or_default()),
                Some(other) => Err(format!("{other} is not known to the runner")),
            }
        }
        "missing" => {
            let needs: Vec<String> = next().flat_map(|step| named(&step["needs"], "path")).collect();
            let wanted: Vec<String> = strings(wanted)
                .iter()
                .map(|label| NEEDED.iter().find(|(known, _)| known == label).map_or_else(|| camel(label), |(_, path)| (*path).to_owned()))
                .collect();
            includes(&wanted, &needs)
        }
        "protective_action_suspended" => same(wanted, &answer["answer"]["protectiveActionSuspended"]),
        "provisional" => need(json!(answer["settled"] == false) == *wanted, "settled differs"),
        _ => return None,
    })
}
