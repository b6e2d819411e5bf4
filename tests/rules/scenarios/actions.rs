//! Cases about actions and plans.

use serde_json::{Value, json};

use super::case::{Case, Check, includes, kebab, need, same, strings, word};
use super::checklists;

/// A plan without actions is a record of what was agreed: a checklist tells what it lacks.
fn is_of_a_form(case: &Case<'_>) -> bool {
    ["interventions", "outcomes", "agencies", "roles", "responsibilities"].iter().any(|field| case.says("plan").get(field).is_some())
}

pub fn answers(case: &Case<'_>) -> Result<Vec<Value>, String> {
    let answer = match case.names("action") {
        true => case.ask("check-action")?,
        false if is_of_a_form(case) => checklists::list(case, "detailed-action-plan")?,
        false => case.ask("check-plan")?,
    };
    Ok(vec![answer])
}

fn kebabs(names: &Value) -> Value {
    strings(names).iter().map(|name| kebab(name)).collect()
}

pub fn check(case: &Case<'_>, key: &str, wanted: &Value, answers: &[Value]) -> Option<Check> {
    let answer = &answers[0]["answer"];
    Some(match key {
        "complete" | "plan_complete" if is_of_a_form(case) => checklists::complete(case, wanted, &answers[0]),
        "missing" if is_of_a_form(case) => checklists::missing(wanted, &answers[0]),
        "complete" | "plan_complete" => same(wanted, &answer["complete"]),
        "missing" if case.names("action") => same(&kebabs(wanted), &answer["missing"]),
        "missing" => includes(&strings(&kebabs(wanted)), &strings(&answer["missing"])),
        "needs_human_attestation" => same(wanted, &answer["needsAttestation"]),
        "failing_actions" => {
            let failing = |one: &Value| json!({"index": one["index"], "missing": kebabs(&one["missing"])});
            same(&wanted.as_array().unwrap().iter().map(failing).collect(), &answer["failingActions"])
        }
        "warnings" => strings(wanted).iter().try_for_each(|warning| {
            let code =
                if warning == "owner_not_a_named_person_or_role" { json!("owner-not-a-person-or-role") } else { word(&json!(warning)) };
            need(answer.to_string().contains(code.as_str().unwrap()), format!("no warning {warning}"))
        }),
        _ => return None,
    })
}
