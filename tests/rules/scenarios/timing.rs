//! Cases about how soon the strategy meeting must be held.

use serde_json::{Value, json};

use super::case::{Case, Check, codes, includes, mentions, named, need, same, strings, word};

/// Is a case of time about a concern? Others are about what falls due after a decision or a meeting.
pub fn is_about_a_concern(case: &Case<'_>) -> bool {
    ["concerns", "concern_types", "children"].iter().any(|name| case.names(name))
}

pub fn answers(case: &Case<'_>) -> Result<Vec<Value>, String> {
    Ok(vec![case.ask("classify-concern")?])
}

pub fn check(_: &Case<'_>, key: &str, wanted: &Value, answers: &[Value]) -> Option<Check> {
    let decision = &answers[0];
    let answer = &decision["answer"];
    Some(match key {
        "timescale" => same(&word(wanted), &answer["timescale"]),
        "most_urgent_timescale" => same(&word(wanted), &answer["mostUrgentTimescale"]),
        "due_by" => same(wanted, &answer["dueBy"]),
        "due_instant" => same(wanted, &answer["dueInstant"]),
        "aim_by" => same(wanted, &answer["aimBy"]),
        "would_be" => same(wanted, &answer["wouldBe"]),
        "joint_due_by" => same(wanted, &answer["jointDueBy"]),
        "provisional" => same(&json!(wanted != &json!(true)), &decision["settled"]),
        "governing_rule" => includes(&[wanted.as_str().unwrap().to_owned()], &named(&decision["because"], "id")),
        "other_rules_met" => includes(&strings(wanted), &mentions(decision)),
        "on_known_facts_only" => on_known_facts_only(wanted, &answer["onKnownFactsOnly"]),
        "overdue" => includes(&strings(wanted), &named(&answer["overdue"], "rule")),
        "next_limit" => next_limit(wanted, &answer["nextLimit"]),
        "requires_explicit_override" => same(wanted, &json!(codes(decision).contains(&"lengthening-requires-reason".to_owned()))),
        "per_child" => per_child(wanted, &answer["perChild"]),
        _ => return None,
    })
}

fn on_known_facts_only(wanted: &Value, got: &Value) -> Check {
    same(&word(&wanted["timescale"]), &got["timescale"])?;
    same(&wanted["due_by"], &got["dueBy"])
}

fn next_limit(wanted: &Value, got: &Value) -> Check {
    same(&wanted["rule"], &got["rule"])?;
    same(&wanted["due_by"], &got["dueBy"])
}

fn per_child(wanted: &Value, got: &Value) -> Check {
    for (child, wanted) in wanted.as_object().unwrap() {
        let got = got.as_array().unwrap().iter().find(|answer| answer["ref"] == **child);
        let got = got.ok_or_else(|| format!("no answer for {child}"))?;
        need(got["dueBy"] == wanted["due_by"] && got["timescale"] == word(&wanted["timescale"]), format!("{child}: {got}"))?;
    }
    Ok(())
}
