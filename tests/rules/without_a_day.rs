//! Asked without a day, every document answers as of the day on which it was last checked: leaving `asOf` out changes nothing.

use crate::common::{MEETINGS, QUESTIONS, ask, rulebook};
use serde_json::{Value, json};

const AREAS: [&str; 5] = ["generic", "county-durham", "northamptonshire", "bracknell-forest", "hampshire"];

/// What is told of the case: the basis names the day that was asked for, and a record keeps it as it was given.
fn told(mut decision: Value) -> Value {
    decision.as_object_mut().unwrap().remove("basis");
    if let Some(record) = decision["answer"]["record"].as_object_mut() {
        record.retain(|field, _| field != "canonical" && field != "hash");
    }
    decision
}

#[test]
fn leaving_the_day_out_is_asking_for_the_day_of_the_last_check() {
    let all = rulebook();
    let mut seen = 0;
    for area in AREAS {
        for question in QUESTIONS {
            for meeting in MEETINGS.map(Value::from).into_iter().chain([Value::Null]) {
                for national in [false, true] {
                    let facts = |as_of: Option<&str>| {
                        let mut facts = json!({"area": area, "meetingType": meeting, "national": national, "asOf": as_of});
                        if meeting.is_null() {
                            facts.as_object_mut().unwrap().remove("meetingType");
                        }
                        if as_of.is_none() {
                            facts.as_object_mut().unwrap().remove("asOf");
                        }
                        facts
                    };
                    let Ok(without) = ask(question, &facts(None), &all) else { continue };
                    let checked: Vec<&str> =
                        without["basis"]["packs"].as_array().unwrap().iter().filter_map(|pack| pack["checkedOn"].as_str()).collect();
                    assert!(checked.windows(2).all(|two| two[0] == two[1]), "{checked:?}");
                    let Some(day) = checked.first() else { continue };
                    let on = ask(question, &facts(Some(day)), &all).unwrap();
                    assert_eq!(told(without.clone()), told(on), "{question} {area} {meeting}");
                    seen += 1;
                }
            }
        }
    }
    assert!(seen > 100, "{seen}");
}
