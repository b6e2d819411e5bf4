//! A day without a time may be any time of that day: what every such time says is said, and nothing else.

use crate::common::{ask, rulebook};
use serde_json::{Value, json};

fn on_time(ended: &str, done: &str) -> Value {
    let facts = json!({"area": "county-durham", "meetingType": "strategy", "duty": "decisions", "meetingEndedAt": ended, "done": {"decisions": {"at": done}}});
    ask("list-deadlines", &facts, &rulebook()).unwrap()["answer"]["deadlines"][0].clone()
}

/// How many sent their decisions in time, of how many, and of how many that is not recorded.
fn decisions_of_the_quarter(ended: &str, done: &str) -> [u64; 3] {
    let facts = json!({"area": "county-durham", "meetings": [{"ref": "A", "endedAt": ended, "done": {"decisions": done}}]});
    let told = ask("report-quarter", &facts, &rulebook()).unwrap();
    let measure = told["answer"]["measures"].as_array().unwrap().iter().find(|measure| measure["id"] == "CD-17d").unwrap();
    ["count", "of", "notRecorded"].map(|field| measure["rows"][0][field]["number"].as_u64().unwrap())
}

#[test]
fn a_day_alone_decides_only_what_every_hour_of_it_would() {
    assert_eq!(on_time("2026-07-06T12:00", "2026-07-07")["onTime"], "not-established");
    let late = on_time("2026-07-06T12:00", "2026-07-08");
    assert_eq!((&late["onTime"], &late["lateByMinutes"]), (&json!(false), &Value::Null), "{late}");
    // From a day alone: at least until the end of the next one nobody can tell.
    assert_eq!(on_time("2026-07-06", "2026-07-07T10:00")["onTime"], "not-established");
    assert_eq!(on_time("2026-07-06", "2026-07-08T00:00")["onTime"], false);
}

/// Of each pair, every hour of a day alone is tried beside it.
#[test]
fn no_day_alone_says_what_one_of_its_hours_does_not() {
    let times = [" ", "T00:00", "T06:00", "T09:30", "T12:00", "T12:01", "T18:00", "T23:59"].map(str::trim);
    for done_on in 6..=9 {
        for (ended_at, done_at) in times.into_iter().flat_map(|ended| ["", "T12:00"].map(|done| (ended, done))) {
            let (ended, done) = (format!("2026-07-06{ended_at}"), format!("2026-07-{done_on:02}{done_at}"));
            let told = on_time(&ended, &done)["onTime"].clone();
            if told == "not-established" {
                continue;
            }
            let every = |at: &str| -> Vec<String> {
                if at.len() > 10 { vec![at.to_owned()] } else { times[1..].iter().map(|time| format!("{at}{time}")).collect() }
            };
            for ended in every(&ended) {
                for done in every(&done).iter().filter(|done| **done >= ended) {
                    assert_eq!(on_time(&ended, done)["onTime"], told, "{ended} {done}");
                }
            }
        }
    }
}

#[test]
fn what_no_hour_could_make_in_time_is_late_in_the_quarter_too() {
    assert_eq!(decisions_of_the_quarter("2026-07-06T11:00", "2026-07-20"), [0, 1, 0]);
    assert_eq!(decisions_of_the_quarter("2026-07-06", "2026-07-08"), [0, 1, 0]);
    assert_eq!(decisions_of_the_quarter("2026-07-06", "2026-07-07"), [0, 1, 1]);
    assert_eq!(decisions_of_the_quarter("2026-07-06T11:00", "2026-07-07"), [0, 1, 1]);
}
