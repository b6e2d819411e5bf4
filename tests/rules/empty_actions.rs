//! Actions that sound like something and leave nothing to do, owners that are nobody, and days that are slips of the pen.

use crate::common::{ask, rulebook};
use serde_json::{Value, json};

fn findings(action: &Value, meeting: Option<&str>) -> Vec<(String, String)> {
    let facts = json!({"area": "hampshire", "action": action, "meetingDate": meeting});
    let answer = ask("check-action", &facts, &rulebook()).unwrap()["answer"].clone();
    let pair = |one: &Value| (one["criterion"].as_str().unwrap().to_owned(), one["code"].as_str().unwrap().to_owned());
    answer["findings"].as_array().unwrap().iter().map(pair).collect()
}

fn code_of(criterion: &str, action: &Value) -> String {
    let found = findings(action, Some("2026-11-30"));
    found.into_iter().find(|(of, _)| of == criterion).unwrap().1
}

#[test]
fn what_sounds_like_something_and_leaves_nothing_to_do_is_too_vague() {
    for empty in [
        "All professionals to keep lines of communication open",
        "Everyone to remain alert",
        "Keep the situation under close review",
        "Share concerns as they arise",
        "Revisit at review",
        "Mum to make better choices",
        "Make sure things do not get worse",
        "Agencies to stay involved",
        "Action plan to be followed",
        "Sort out contact",
        "Keep everyone updated",
        "Maintain a watching brief",
        "Appropriate measures to be taken",
        "Relevant agencies to do checks as needed",
        "Discuss at next meeting",
        "Keep the child at the centre",
        "Dad to change",
        "Change behaviour",
    ] {
        assert_eq!(code_of("specific", &json!({"specific": empty})), "specific-too-vague", "{empty}");
    }
    for done in [
        "Change GP",
        "Health visitor to weigh the baby",
        "Keep the child off school until Monday",
        "Circulate the minutes to the school nurse",
        "Sort out the cot and the pram",
        "Discuss the bruise with the paediatrician at next meeting",
        "Refer to police",
        "Children to stay with grandparents",
        "Father to have no contact with the children",
    ] {
        assert_eq!(code_of("specific", &json!({"specific": done})), "met", "{done}");
    }
}

#[test]
fn an_owner_is_somebody() {
    for nobody in ["N/A", "n/a", "Both", "The", "Parents/professionals"] {
        assert_ne!(code_of("assignable", &json!({"owner": nobody})), "met", "{nobody}");
    }
    for somebody in ["ISW", "AHT pastoral", "DHT", "Both parents", "Ruth Ashdown", "PC 881", "R. A."] {
        assert_eq!(code_of("assignable", &json!({"owner": somebody})), "met", "{somebody}");
    }
}

#[test]
fn a_day_years_after_the_meeting_is_asked_about() {
    for late in ["11 December 2062", "1 December 2027", "11/12/36"] {
        assert_eq!(code_of("time-related", &json!({"due": late})), "due-years-away", "{late}");
    }
    for soon in ["11 December 2026", "30 November 2027", "1 September 2027"] {
        assert_eq!(code_of("time-related", &json!({"due": soon})), "met", "{soon}");
    }
    // Without a meeting's day nobody can tell.
    let found = findings(&json!({"due": "11 December 2062"}), None);
    assert!(found.contains(&("time-related".to_owned(), "met".to_owned())), "{found:?}");
}
