//! Very many cases: each has the times that its whole answer has. Its facts are a yes, a no, not known or not told, attested or
//! not, with a reason on record or none, on generated days. Here are some of that space; `tests/door/timing.test.mjs` goes through all.

use chrono::{Days, NaiveDate};
use safeguarding_rules::classify_concern::{Columns, Due, Timetable};
use safeguarding_rules::{Rulebook, Timescale};
use serde_json::{Value, json};

use super::common::written::in_object_form;
use super::common::{Dice, add, ask, rulebook, shown, sound_pack};

const REASON: &str = "The baby is in surgery until Thursday";

/// 1 June 2026: the days that are generated reach over Christmas, and over a change of the clock.
const FIRST_DAY: usize = 20_605;

fn date(day: u32) -> String {
    (NaiveDate::from_ymd_opt(1970, 1, 1).unwrap() + Days::new(day.into())).to_string()
}

/// One case, as the columns hold it.
#[derive(Clone, Copy, Debug)]
struct Case {
    facts: u32,
    days: [u32; 3],
}

impl Case {
    /// The same case as a caller would tell it.
    fn told(&self, common: &Value, names: &[String]) -> Value {
        let mut facts = common.clone();
        let truths = [Value::Null, json!(true), json!(false), json!("unknown")];
        let concerns = names.iter().enumerate().map(|(place, name)| (name.clone(), truths[self.facts as usize >> (2 * place) & 3].clone()));
        facts["concerns"] = concerns.filter(|(_, truth)| !truth.is_null()).collect();
        let behind = self.facts >> (2 * names.len());
        if behind & 1 == 1 {
            facts["othersConsidered"] = json!(true);
        }
        if behind & 2 == 2 {
            facts["complexReason"] = json!(REASON);
        }
        for (field, day) in ["concernsIdentifiedAt", "referralReceivedAt", "immediateActionAt"].into_iter().zip(self.days) {
            if day != 0 {
                facts[field] = json!(date(day));
            }
        }
        facts
    }
}

/// Days that lie near each other, in any order, each of them known or not.
fn days(dice: &mut Dice) -> [u32; 3] {
    let first = FIRST_DAY + dice.throw(400);
    [0; 3].map(|_: u32| if dice.throw(4) == 0 { 0 } else { (first + dice.throw(6)) as u32 })
}

fn as_answered(due: Due, timetable: &Timetable) -> Value {
    let id = |place: Option<u8>| place.map(|place| timetable.timescales()[usize::from(place)].id());
    json!({
        "dueBy": (due.due_by != 0).then(|| date(due.due_by)),
        "timescale": id(due.timescale),
        "mostUrgentTimescale": id(due.most_urgent_timescale),
        "settled": due.settled,
    })
}

/// Each combination of facts, or every so many, in documents and with what all cases have in common. Gives how many of them are
/// settled and how many are not.
fn alike(rulebook: &Rulebook, common: &Value, stride: usize) -> [usize; 2] {
    let mut timetable = rulebook.timetable(&common.to_string()).unwrap();
    let names = timetable.facts().to_vec();
    let mut dice = Dice(7);
    let combinations = (0..1_u32 << (2 * names.len() + 2)).step_by(stride);
    let cases: Vec<Case> = combinations.map(|facts| Case { facts, days: days(&mut dice) }).collect();
    let facts: Vec<u32> = cases.iter().map(|case| case.facts).collect();
    let column = |place: usize| cases.iter().map(|case| case.days[place]).collect::<Vec<u32>>();
    let [identified, received, action] = [0, 1, 2].map(column);
    let columns =
        Columns { facts: &facts, concerns_identified_at: &identified, referral_received_at: &received, immediate_action_at: &action };
    let mut dues = Vec::new();
    timetable.time(columns, 0, |_, due| dues.push(due)).unwrap();
    let mut seen = [0; 2];
    for (case, due) in cases.iter().zip(dues) {
        let told = case.told(common, &names);
        let whole = ask("classify-concern", &told, rulebook).unwrap();
        let answer = &whole["answer"];
        let expected = json!({
            "dueBy": answer["dueBy"], "timescale": answer["timescale"], "mostUrgentTimescale": answer["mostUrgentTimescale"],
            "settled": whole["settled"],
        });
        assert_eq!(as_answered(due, &timetable), expected, "{told}");
        seen[usize::from(!due.settled)] += 1;
    }
    seen
}

#[test]
fn a_combination_has_the_times_of_its_whole_answer() {
    let seen = alike(&rulebook(), &json!({"area": "generic"}), 3);
    assert!(seen.iter().all(|seen| *seen > 300), "{seen:?}");
}

#[test]
fn in_every_area_and_with_what_cases_have_in_common() {
    let holiday = json!([{"date": "2026-06-10", "title": "Bank holiday for the Coronation"}]);
    for common in [
        json!({"area": "county-durham", "now": "2026-09-01"}),
        json!({"area": "hampshire", "now": "2026-09-01T17:30", "asOf": "2026-09-01"}),
        json!({"area": "northamptonshire", "bankHolidays": holiday}),
        json!({"area": "bracknell-forest", "national": true, "othersConsidered": true}),
        json!({"packs": ["professionals-meetings", "county-durham", "multi-agency-meetings"]}),
        json!({}),
    ] {
        alike(&rulebook(), &common, 29);
    }
}

/// A partnership whose rules give way in part, with a fact, a longer time and calendar days of its own.
fn testshire() -> Rulebook {
    let mut pack = sound_pack();
    pack["fact"]["in_hospital"] = json!({"asks": "Is the child in hospital?", "path": "concerns.inHospital"});
    let own = json!({
        "when": ["in_hospital"], "hold": "within 5 working days", "from": "concerns identified", "instead_of": ["TR-T0"],
        "weaker_because": REASON
    });
    add(&mut pack, "classify_concern", "T-9", own);
    add(
        &mut pack,
        "classify_concern",
        "T-10",
        json!({"when": ["in_hospital"], "unless": ["serious_risk"], "hold": "within 4 calendar days", "from": "referral received"}),
    );
    let facts = |is: bool| json!({"concerns": {"in_hospital": is, "serious_risk": false}});
    shown(&mut pack, "T-9", facts(true), facts(false));
    shown(&mut pack, "T-10", facts(true), facts(false));
    rulebook().with(&pack.to_string()).unwrap_or_else(|refusal| panic!("{refusal}"))
}

#[test]
fn by_the_rules_of_packs_that_were_loaded() {
    let with = |name: &str| {
        let pack = in_object_form(&format!("tests/own-pack/{name}.toml"));
        rulebook().with(&pack.to_string()).unwrap_or_else(|refusal| panic!("{refusal}"))
    };
    alike(&with("riverbridge"), &json!({"area": "riverbridge"}), 29);
    // These count hours, and have a meeting that follows the discussion.
    let [settled, _] = alike(&with("ashvale"), &json!({"area": "ashvale", "now": "2026-09-01"}), 29);
    assert_eq!(settled, 0, "hours are counted from days alone, and no time of day is asked for");
    alike(&with("elmshire"), &json!({"area": "elmshire"}), 29);
    alike(&testshire(), &json!({"area": "testshire"}), 61);
}

#[test]
fn the_timescales_are_told_in_their_order() {
    let timetable = rulebook().timetable("{}").unwrap();
    let timescales = timetable.timescales();
    assert!(timescales.is_sorted() && timescales.contains(&Timescale::SameDay), "{timescales:?}");
}

#[test]
fn a_number_that_means_nothing_is_refused_with_its_case() {
    let mut timetable = rulebook().timetable(r#"{"area": "generic"}"#).unwrap();
    let behind = 2 * timetable.facts().len() as u32 + 2;
    let good = Columns { facts: &[0, 0, 0], concerns_identified_at: &[0, 20_000, 84_005], ..Columns::default() };
    for (columns, path) in [
        (Columns { facts: &[0, 1 << behind], ..Columns::default() }, "cases[41].facts"),
        (Columns { facts: &[0, u32::MAX], ..Columns::default() }, "cases[41].facts"),
        (Columns { concerns_identified_at: &[0, 0, 84_006], ..good }, "cases[42].concernsIdentifiedAt"),
        (Columns { referral_received_at: &[u32::MAX], ..good }, "cases[40].referralReceivedAt"),
        (Columns { immediate_action_at: &[1, 1 << 31], ..good }, "cases[41].immediateActionAt"),
    ] {
        assert_eq!(timetable.time(columns, 40, |_, _| {}).unwrap_err().path(), path);
    }
    let mut dues = Vec::new();
    timetable.time(good, 0, |case, due| dues.push((case, due.due_by))).unwrap();
    assert_eq!(dues.iter().map(|(case, _)| *case).collect::<Vec<_>>(), [0, 1, 2]);
    assert_eq!((dues[0].1, dues[1].1, dues[2].1), (0, 20_000, 84_005));
}

#[test]
fn what_belongs_to_each_case_is_not_told_of_all() {
    for (common, path) in [
        (json!({"concerns": {"seriousRisk": true}}), "concerns"),
        (json!({"children": [{"ref": "a"}]}), "children"),
        (json!({"child": {"age": 3}}), "child"),
        (json!({"held": []}), "held"),
        (json!({"closeOfDay": "17:00"}), "closeOfDay"),
        (json!({"referralReceivedAt": "2026-12-21"}), "referralReceivedAt"),
        (json!({"area": "nowhere"}), "area"),
        (json!({"CanaryBird": 1}), "CanaryBird"),
    ] {
        assert_eq!(rulebook().timetable(&common.to_string()).unwrap_err().path(), path, "{common}");
    }
    let ashvale = rulebook().with(&in_object_form("tests/own-pack/ashvale.toml").to_string()).unwrap();
    assert_eq!(ashvale.timetable(r#"{"area": "ashvale", "now": "2026-09-01T10:00"}"#).unwrap_err().path(), "now");
    assert!(ashvale.timetable(r#"{"area": "ashvale", "now": "2026-09-01"}"#).is_ok());
}

#[test]
fn a_reason_is_one_where_the_whole_answer_takes_it() {
    let facts = |reason: &str| {
        json!({
            "area": "generic", "concerns": {"particularlyComplex": true}, "othersConsidered": true, "complexReason": reason,
            "concernsIdentifiedAt": "2026-12-01"
        })
    };
    let mut taken = [0; 2];
    for reason in ["", ".", "n/a", "to be confirmed", "complex", "organised-abuse", REASON, "Three families in two areas", "資料"] {
        let Ok(whole) = ask("classify-concern", &facts(reason), &rulebook()) else { continue };
        let is_taken = whole["answer"]["timescale"] == "5-working-days";
        assert_eq!(Timetable::is_reason(reason), is_taken, "{reason}");
        taken[usize::from(is_taken)] += 1;
    }
    assert!(taken[0] > 3 && taken[1] > 1, "{taken:?}");
}
