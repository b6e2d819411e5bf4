//! Cases of the team around the child.

use serde_json::{Value, json};

use super::case::{Case, Check, includes, mentions, need, same, strings, word};
use super::{checklists, deadlines, people, routes};

/// Which meeting, what falls due, and who attends.
pub fn answers(case: &Case<'_>) -> Result<Vec<Value>, String> {
    let meeting = if case.names("meeting_type") { json!({}) } else { json!({"meetingType": "tac-initial"}) };
    Ok(vec![case.ask("choose-meeting")?, case.ask("list-deadlines")?, case.ask_with("list-attendees", &meeting)?])
}

/// The list of those who must be there or be heard, for whomever the case speaks of.
fn attendance(case: &Case<'_>) -> Result<Value, String> {
    let of_child = ["child_present", "child_views_method"].iter().any(|fact| case.names(fact));
    let of_family = ["family_present", "parents_present", "fraser_competent"].iter().any(|fact| case.names(fact));
    let list = match (of_child, of_family) {
        (true, false) => "attendance-of-child",
        (false, true) => "attendance-of-family",
        _ => "attendance",
    };
    checklists::list(case, list)
}

pub fn check(case: &Case<'_>, key: &str, wanted: &Value, answers: &[Value]) -> Option<Check> {
    let [choice, due, who] = answers else { unreachable!("three questions were asked") };
    let engagement = || checklists::list(case, "engagement");
    let form =
        || if case.names("engagement_considered") && !case.expected.contains_key("missing") { engagement() } else { checklists::of(case) };
    let forces = |binding: bool| {
        engagement().and_then(|answer| {
            strings(wanted).iter().try_for_each(|label| {
                let item = ENGAGEMENT.iter().find(|(known, _)| known == label).map_or(label.as_str(), |(_, item)| *item);
                let item = checklists::item(item, &answer).ok_or_else(|| format!("no item {label}"))?;
                need((item["force"] == "must") == binding, format!("{label}: {}", item["force"]))
            })
        })
    };
    Some(match key {
        "attendance_ok" => attendance(case).and_then(|answer| same(wanted, &answer["answer"]["complete"])),
        "parent_presence" => {
            let list = wanted.as_str().unwrap();
            includes(&["parents-or-carers".to_owned()], &people::people(who, &[list]))
        }
        "must" => forces(true),
        "may_consider" => forces(false),
        "consider" => strings(wanted).iter().try_for_each(|label| routes::leads_to(label, choice)),
        "route" => routes::route(wanted, choice),
        "not_routes" => routes::not_routes(wanted, choice),
        "continue_voluntary_process" => {
            let declined = routes::not_routes(&json!(["tac_initial"]), choice).is_ok();
            same(wanted, &json!(!declined))
        }
        "aim_by" => deadlines::deadline("review", due).and_then(|review| same(wanted, &review["aimBy"])),
        "lead_professional" => includes(&["convener".to_owned()], &strings(&who["answer"]["leadProfessional"]["roles"]))
            .and_then(|()| same(wanted, case.says("convener"))),
        "status" if wanted == "temporary" => need(
            who["answer"]["leadProfessional"]["rule"] == "BF-L1" && case.says("meeting_held") == &json!(false),
            "not said as temporary",
        ),
        "warning" if wanted.is_null() => need(who["answer"]["chairValid"] != json!(false), "the convener is said not to be the one"),
        "warning" if wanted == "convener_should_be_identifier" => {
            same(&json!(false), &who["answer"]["chairValid"]).and_then(|()| includes(&["BF-W5".to_owned()], &mentions(who)))
        }
        "recorded" => attendance(case).and_then(|answer| {
            strings(wanted).iter().try_for_each(|label| {
                let item = checklists::item(label, &answer).ok_or_else(|| format!("no item {label}"))?;
                same(&json!(true), &item["met"])
            })
        }),
        "missing_facts" => super::case::asks_for(wanted, who),
        "complete" => form().and_then(|answer| checklists::complete(case, wanted, &answer)),
        "missing" => form().and_then(|answer| checklists::missing(wanted, &answer)),
        "items" => form().and_then(|answer| checklists::items(wanted, &answer)),
        "excluded" | "reason_rule" | "invite" => return people::check(case, key, &word(wanted), std::slice::from_ref(who)),
        _ => return deadlines::check(case, key, wanted, std::slice::from_ref(due)),
    })
}

/// What a case says of engaging a family, by our items.
const ENGAGEMENT: [(&str, &str); 3] = [
    ("engagement_plan_with_monitoring_and_reconvene_date", "engagement_plan"),
    ("interim_mitigating_actions", "interim_actions"),
    ("consider_how_best_to_engage", "engaging_the_family_considered"),
];
