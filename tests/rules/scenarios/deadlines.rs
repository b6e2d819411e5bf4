//! Cases about what falls due, and about the forms and registers that go with it.

use safeguarding_rules::Moment;
use serde_json::{Value, json};

use crate::common::camel;

use super::case::{Case, Check, asks_for, includes, kebab, named, need, same, strings};
use super::{checklists, people};

/// Duties that a case calls by another name than we do.
const DUTIES: [(&str, &str); 9] = [
    ("respond_by", "spoc-response"),
    ("icpc", "initial-conference"),
    ("first_review", "first-review-conference"),
    ("core_group", "first-core-group"),
    ("returns", "returns-available"),
    ("review_latest", "review"),
    ("next_due", "next-meeting"),
    ("proforma_return", "proforma-return"),
    ("quarterly_report", "quarterly-report"),
];

fn duty_of(label: &str) -> String {
    DUTIES.iter().find(|(known, _)| *known == label).map_or_else(|| kebab(label), |(_, duty)| (*duty).to_owned())
}

pub fn deadline<'a>(duty: &str, answer: &'a Value) -> Result<&'a Value, String> {
    let deadlines = answer["answer"]["deadlines"].as_array().unwrap();
    let known = || deadlines.iter().map(|deadline| deadline["duty"].as_str().unwrap()).collect::<Vec<_>>().join(", ");
    deadlines.iter().find(|deadline| deadline["duty"] == duty).ok_or_else(|| format!("no duty {duty} (has {})", known()))
}

/// The deadline of which a case says what was done or planned.
fn done(answer: &Value) -> Result<&Value, String> {
    let told = |deadline: &&Value| !deadline["onTime"].is_null() || !deadline["channelAllowed"].is_null();
    answer["answer"]["deadlines"].as_array().unwrap().iter().find(told).ok_or_else(|| "nothing was done".to_owned())
}

pub fn answers(case: &Case<'_>) -> Result<Vec<Value>, String> {
    let mut answers = vec![case.ask("list-deadlines")?];
    if answers[0]["basis"]["packs"][0]["id"] != "national-timescales" {
        answers.push(case.ask("make-checklist")?);
    }
    Ok(answers)
}

/// A moment of ours beside one of a case, which may name no seconds.
fn same_moment(wanted: &Value, got: &Value) -> Check {
    let moment = |value: &Value| value.as_str().and_then(Moment::from_words);
    need(moment(wanted).is_some() && moment(wanted) == moment(got), format!("expected {wanted}, got {got}"))
}

pub fn check(case: &Case<'_>, key: &str, wanted: &Value, answers: &[Value]) -> Option<Check> {
    let answer = &answers[0];
    let of_done = |field: &str| done(answer).and_then(|deadline| same(wanted, &deadline[field]));
    if let Some(duty) = key.strip_suffix("_due_by") {
        return Some(deadline(&duty_of(duty), answer).and_then(|deadline| same(wanted, &deadline["dueBy"])));
    }
    if let Some(duty) = key.strip_suffix("_due_at") {
        return Some(deadline(&duty_of(duty), answer).and_then(|deadline| same_moment(wanted, &deadline["due"])));
    }
    let form = || checklists::of(case);
    Some(match key {
        "respond_by" => deadline("spoc-response", answer).and_then(|deadline| same_moment(wanted, &deadline["due"])),
        "review_latest" | "next_due" => deadline(&duty_of(key), answer).and_then(|deadline| same(wanted, &deadline["dueBy"])),
        "start_of_week" => deadline("next-meeting", answer).and_then(|deadline| same(wanted, &deadline["startOfWeek"])),
        "on_time" | "within_12_weeks" => of_done("onTime"),
        "late_by_minutes" => of_done("lateByMinutes"),
        "late_by_days" => of_done("lateByDays"),
        "compliant" if case.names("channel") => of_done("channelAllowed"),
        "capped_by" => counted(answer).and_then(|deadline| {
            let path = deadline["cappedBy"].as_str().unwrap_or("nothing");
            need(path.rsplit('.').next() == Some(&camel(wanted.as_str().unwrap())), format!("expected {wanted}, got {path}"))
        }),
        "recipients" => includes(&strings(wanted).iter().map(|who| kebab(who)).collect::<Vec<_>>(), &who_of(answer, "to")),
        "withhold_from" => includes(&strings(wanted).iter().map(|who| family(who)).collect::<Vec<_>>(), &who_of(answer, "notTo")),
        "window" => counted(answer).and_then(|deadline| {
            let limit = |name: &str| format!("within {}", wanted[name].as_str().unwrap().replace('_', " "));
            same(&json!({"earliest": limit("earliest"), "latest": limit("latest")}), &deadline["window"])
        }),
        "provisional" => counted(answer).and_then(|deadline| same(wanted, &json!(deadline["provisional"] == true))),
        "missing_facts" => asks_for(wanted, answer),
        "then_within_months" => deadline("later-review-conference", answer)
            .and_then(|deadline| same(&json!(format!("within {wanted} months")), &deadline["limit"])),
        "complete" | "register_complete" => form().and_then(|answer| checklists::complete(case, wanted, &answer)),
        "missing" => form().and_then(|answer| checklists::missing(wanted, &answer)),
        "items" => form().and_then(|answer| checklists::items(wanted, &answer)),
        "school_spoc" => checklists::list(case, "spoc-register").and_then(|answer| school_spoc(wanted, &answer)),
        "optional_attendee" => case.ask_with("list-attendees", &json!({"meetingType": "strategy"})).and_then(|answer| {
            let optional = people::people(&answer, &["optional"]);
            let wanted = kebab(wanted.as_str().unwrap());
            need(optional.iter().any(|agency| agency.split("-or-").any(|one| one == wanted)), format!("{wanted} is not in {optional:?}"))
        }),
        _ => return None,
    })
}

/// Everybody in one list of the duties.
fn who_of(answer: &Value, list: &str) -> Vec<String> {
    answer["answer"]["deadlines"].as_array().unwrap().iter().flat_map(|deadline| named(&deadline[list], "id")).collect()
}

/// The family, as answers name it.
pub fn family(label: &str) -> String {
    match label {
        "parents" | "parents_carers" | "parents_or_carers" => "parents-or-carers".to_owned(),
        other => kebab(other),
    }
}

/// The deadline with a window or a cap, or else the first that has a date.
fn counted(answer: &Value) -> Result<&Value, String> {
    let deadlines = answer["answer"]["deadlines"].as_array().unwrap();
    let windowed = deadlines.iter().find(|deadline| !deadline["window"].is_null() && !deadline["due"].is_null());
    windowed.or_else(|| deadlines.iter().find(|deadline| !deadline["due"].is_null())).ok_or_else(|| "nothing has a date".to_owned())
}

/// Who is asked for the school, and for nobody where the document names nobody.
fn school_spoc(wanted: &Value, answer: &Value) -> Check {
    let asked: Vec<&str> = ["headteacher", "dsl"].into_iter().filter(|label| checklists::item(label, answer).is_some()).collect();
    let wanted: Vec<&str> = wanted.as_str().into_iter().map(|label| if label == "headteacher" { label } else { "dsl" }).collect();
    need(asked == wanted, format!("expected {wanted:?}, got {asked:?}"))
}
