//! Cases of the multidisciplinary team meetings.

use serde_json::{Value, json};

use super::case::{Case, Check, asks, asks_for, codes, includes, mentions, need, same, strings};
use super::{checklists, deadlines, routes};

const MEETINGS: [&str; 2] = ["mdt-locality", "mdt-countywide"];

/// The meeting of a case, or the one that is still held.
fn meeting(case: &Case<'_>) -> String {
    case.says("meeting_type").as_str().map_or_else(|| "mdt-countywide".to_owned(), super::case::kebab)
}

/// Which meeting, what falls due, who attends, and what must be ready. That no list names a child can be said only of somebody
/// who has considered all else.
pub fn answers(case: &Case<'_>) -> Result<Vec<Value>, String> {
    let meeting = json!({"meetingType": meeting(case)});
    let not_named = ["in_scope", "in_cohort"].iter().any(|key| case.expected.get(*key) == Some(&json!("not_named")));
    let attested = if not_named { json!({"othersConsidered": true}) } else { json!({}) };
    Ok(vec![
        case.ask_with("choose-meeting", &attested)?,
        case.ask("list-deadlines")?,
        case.ask_with("list-attendees", &meeting)?,
        case.ask_with("make-checklist", &meeting)?,
    ])
}

/// One field of what is said of each MDT that is looked at.
fn of_each<'a>(choice: &'a Value, field: &'a str) -> impl Iterator<Item = &'a Value> {
    MEETINGS.iter().filter_map(|meeting| routes::considered(meeting, choice).ok()).map(move |considered| &considered[field])
}

pub fn check(case: &Case<'_>, key: &str, wanted: &Value, answers: &[Value]) -> Option<Check> {
    let [choice, due, who, ready] = answers else { unreachable!("four questions were asked") };
    let form = || checklists::of(case);
    Some(match key {
        "available" => routes::considered(&meeting(case), choice).and_then(|one| same(wanted, &json!(one["verdict"] != "ruled-out"))),
        "redirect" | "route" => routes::route(wanted, choice),
        "not_routes" => routes::not_routes(wanted, choice),
        "in_scope" | "in_cohort" => in_scope(wanted, choice),
        "eligible" => same(wanted, &json!(of_each(choice, "criteriaMet").any(|criteria| criteria != &json!([])))),
        "matched" => {
            let met: Vec<String> = of_each(choice, "criteriaMet").flat_map(routes::bases).collect();
            includes(&strings(wanted), &met)
                .and_then(|()| need(met.iter().all(|id| strings(wanted).contains(id)), format!("expected {wanted}, got {met:?}")))
        }
        // A list of places and no condition: a place that is none of them is told.
        "valid_locality" => {
            let told = choice["cautions"].as_array().unwrap().iter().any(|caution| caution["code"] == "locality-not-named");
            same(wanted, &json!(!told))
        }
        "allowed" => {
            let says = choice.to_string();
            let lacking: Vec<String> = strings(wanted).into_iter().filter(|name| !says.contains(name.as_str())).collect();
            need(lacking.is_empty(), format!("{lacking:?} are not named"))
        }
        "police_attend" => police_attend(wanted, who),
        "police" => police(wanted.as_str().unwrap(), due, who),
        "chair_valid" => same(wanted, &who["answer"]["chairValid"]),
        "precondition_met" if case.names("attendees") => same(wanted, &json!(!codes(who).contains(&"no-record-access".to_owned())))
            .and_then(|()| includes(&["NH-36".to_owned()], &mentions(who))),
        "compliant" if case.names("coordinator") => same(wanted, &who["answer"]["coordinatorValid"]),
        "compliant" | "complete" => form().and_then(|answer| checklists::complete(case, wanted, &answer)),
        "missing" => form().and_then(|answer| checklists::missing(wanted, &answer)),
        "items" => form().and_then(|answer| checklists::items(wanted, &answer)),
        "warning" if wanted == "over_suggested_10_or_15_minutes" => includes(&["over-suggested-minutes".to_owned()], &codes(ready)),
        "warning" if wanted.is_null() => need(!codes(ready).contains(&"over-suggested-minutes".to_owned()), "warns of the minutes"),
        "breach" => checklists::list(case, "agenda").and_then(|answer| same(wanted, &json!(answer["answer"]["complete"] == false))),
        "estimated_minutes" => checklists::list(case, "agenda").and_then(|answer| {
            let length = &answer["answer"]["length"];
            same(wanted, &json!([length["fromMinutes"], length["toMinutes"]]))
        }),
        "missing_facts" => asks_for(wanted, if case.names("police_actively_involved") { who } else { choice }),
        "reason_rule" => {
            let all: Vec<String> = answers.iter().flat_map(mentions).collect();
            includes(&[wanted.as_str().unwrap().to_owned()], &all)
        }
        "next_due" | "start_of_week" => return deadlines::check(case, key, wanted, std::slice::from_ref(due)),
        _ => return None,
    })
}

/// Is the child one of those whom a meeting is for? Who is ruled out is not.
fn in_scope(wanted: &Value, choice: &Value) -> Check {
    let open = MEETINGS.iter().filter_map(|meeting| routes::considered(meeting, choice).ok());
    let scopes: Vec<&str> = open
        .map(|one| match (one["verdict"].as_str().unwrap(), one["inScope"].as_str().unwrap_or("no list")) {
            ("ruled-out", scope) if !["in-scope", "not-named"].contains(&scope) => "out",
            (_, scope) => scope,
        })
        .collect();
    let any = |scope: &str| scopes.contains(&scope);
    let holds = match wanted.as_str() {
        None if wanted == &json!(true) => any("in-scope"),
        None => any("out") && !any("in-scope"),
        Some("unknown") => any("not-established") && !any("in-scope"),
        Some("not_named") => any("not-named") && !any("in-scope") && !any("not-established"),
        Some(other) => return Err(format!("{other} is not known to the runner")),
    };
    need(holds, format!("expected {wanted}, got {scopes:?}"))
}

fn police_attend(wanted: &Value, who: &Value) -> Check {
    let required = who["answer"]["required"].as_array().unwrap();
    let got = match required.iter().find(|person| person["agency"] == "police") {
        None => json!(false),
        Some(police) if police["settled"] == true => json!(true),
        Some(_) => json!("provisional"),
    };
    same(wanted, &got)
}

/// What is done with the police: told beforehand, sent their actions afterwards, asked, there.
fn police(wanted: &str, due: &Value, who: &Value) -> Check {
    let told = |duty: &str| {
        let to = deadlines::deadline(duty, due)?["to"].as_array().unwrap();
        need(to.iter().any(|one| one["id"] == "police"), format!("{duty} is not to the police"))
    };
    let parts = [
        ("notify_in_advance", told("tell-police-which-children")),
        ("actions_after", told("send-police-their-actions")),
        ("ask", need(asks(who).contains(&"policeActivelyInvolved".to_owned()), "nobody asks whether the police are involved")),
        ("attend", police_attend(&json!(true), who)),
    ];
    let named: Vec<&(&str, Check)> = parts.iter().filter(|(part, _)| wanted.contains(part)).collect();
    need(!named.is_empty(), format!("{wanted} is not known to the runner"))?;
    named.into_iter().try_for_each(|(_, check)| check.clone())
}
