//! What is not known never makes an answer less protective: the same law for every question whose facts the packs declare,
//! over facts chosen at random from all that each area's packs ask for.

use std::collections::{BTreeMap, BTreeSet};

use crate::common::{Dice, MEETINGS, ask, asked_facts, facts_of, rulebook};
use safeguarding_rules::Rulebook;
use serde_json::{Value, json};

/// What is said of each fact that can be answered with yes or no; some are not known.
pub type Said = BTreeMap<String, Option<bool>>;

fn yes_or_no(rulebook: &Rulebook, area: &str) -> Vec<String> {
    let paths: BTreeSet<String> =
        asked_facts(rulebook, area).into_iter().filter(|(_, fact)| fact.is_yes_or_no()).map(|(name, fact)| fact.path_of(name)).collect();
    paths.into_iter().collect()
}

fn thrown(paths: &[String], dice: &mut Dice) -> Said {
    paths.iter().map(|path| (path.clone(), [Some(true), Some(false), None, None][dice.throw(4)])).collect()
}

/// What would speak of a child protection concern. Who says that there is none says no to it; a yes beside that contradicts
/// it, outweighs it, and is looked at by itself in `contradictions`.
const SPEAKS_OF_DANGER: [&str; 5] =
    ["reasonableCauseSignificantHarm", "otherChildrenAtRiskNow", "parentsPoseRisk", "lp.posesRisk", "concernsIncreasedByNonengagement"];

/// One way in which all that is not known could turn out.
fn settled(said: &Said, dice: &mut Dice) -> Said {
    let no_concern = said.get("cpConcern") == Some(&Some(false));
    let is_ruled_out = |path: &str| no_concern && (path.starts_with("concerns.") || SPEAKS_OF_DANGER.contains(&path));
    let turns_out = |path: &str, dice: &mut Dice| Some(dice.throw(2) == 0 && !is_ruled_out(path));
    said.iter().map(|(path, said)| (path.clone(), said.or_else(|| turns_out(path, dice)))).collect()
}

/// With every fact that is not known answered no: the known facts alone.
fn known_alone(said: &Said) -> Said {
    said.iter().map(|(path, said)| (path.clone(), Some(said.unwrap_or(false)))).collect()
}

/// What is said, and where it is asked for the moments too.
pub fn facts(rulebook: &Rulebook, area: &str, said: &Said, meeting: Option<&str>) -> Value {
    let mut facts = facts_of(rulebook, area, |path| said.get(path).copied().flatten());
    if let Some(meeting) = meeting {
        facts["meetingType"] = meeting.into();
    }
    facts
}

/// Runs a property over random facts of every area and meeting, each beside one way in which what is not known could turn out.
pub fn over_unknowns(rounds: usize, mut law: impl FnMut(&str, &Said, &Said, Option<&str>, &Rulebook)) {
    let rulebook = rulebook();
    let mut dice = Dice(20_261_122);
    for (area, _, _) in rulebook.areas() {
        let paths = yes_or_no(&rulebook, &area);
        for round in 0..rounds {
            let said = thrown(&paths, &mut dice);
            let settled = settled(&said, &mut dice);
            law(&area, &said, &settled, MEETINGS.get(round % (MEETINGS.len() + 1)).copied(), &rulebook);
        }
    }
}

/// Routes that protect a child, the most protective first.
const PROTECTING: [&str; 7] =
    ["strategy", "adult-safeguarding", "child-protection-procedures", "safeguarding-referral", "s47", "cp-conference", "mash"];

/// Those by which colleagues settle a matter or work goes on as usual, in the same order.
const OTHERS: [&str; 13] = [
    "escalation",
    "agency-escalation",
    "professionals",
    "mdt-countywide",
    "mdt-locality",
    "tac-initial",
    "tac-review",
    "early-help-or-safeguarding-referral",
    "normal-case-management",
    "engagement-plan",
    "single-agency",
    "appropriate-help",
    "not-determined",
];

/// Where the facts lead, and whether that is settled.
fn route(facts: &Value, rulebook: &Rulebook) -> (Option<&'static str>, bool) {
    let decision = ask("choose-meeting", facts, rulebook).unwrap();
    let known = |route: &str| PROTECTING.into_iter().chain(OTHERS).find(|known| *known == route);
    let route = decision["answer"]["route"].as_str();
    (route.map(|route| known(route).unwrap_or_else(|| panic!("{route} is no route"))), decision["settled"] == true)
}

/// The most protective routes stand first; no route is the least.
fn rank(route: Option<&str>) -> usize {
    let place = |route| PROTECTING.into_iter().chain(OTHERS).position(|known| known == route);
    route.and_then(place).unwrap_or(usize::MAX)
}

fn protects(route: Option<&str>) -> bool {
    route.is_some_and(|route| PROTECTING.contains(&route))
}

#[test]
fn an_unknown_never_leads_to_a_less_protective_route_and_is_asked() {
    let mut hung = 0;
    over_unknowns(150, |area, said, settled, meeting, rulebook| {
        let at = |said: &Said| route(&facts(rulebook, area, said, meeting), rulebook);
        let (unknown, is_settled) = at(said);
        let (alone, _) = at(&known_alone(said));
        assert!(rank(unknown) <= rank(alone) || !protects(alone), "{area} {meeting:?}: {unknown:?} and not {alone:?}: {said:?}");
        let (then, _) = at(settled);
        let hangs_on_it = protects(then) && rank(then) < rank(unknown);
        assert!(!hangs_on_it || !is_settled, "{area} {meeting:?}: {unknown:?} could be {then:?}, and nothing is asked: {said:?}");
        hung += usize::from(hangs_on_it);
    });
    assert!(hung > 10, "only {hung} answers hung on what was not known");
}

#[test]
fn a_worrying_fact_never_leads_to_a_less_protective_route() {
    let worrying = [
        "reasonableCauseSignificantHarm",
        "concerns.seriousRisk",
        "concerns.immediateProtectionNeeded",
        "otherChildrenAtRiskNow",
        "cpConcern",
        "safeguardingConcern",
        "concernsIncreasedByNonengagement",
    ];
    let mut raised = 0;
    over_unknowns(60, |area, said, _, meeting, rulebook| {
        let (before, _) = route(&facts(rulebook, area, said, meeting), rulebook);
        for fact in worrying.iter().filter(|fact| said.contains_key(**fact)) {
            let mut worse = said.clone();
            worse.insert((*fact).to_owned(), Some(true));
            let (after, _) = route(&facts(rulebook, area, &worse, meeting), rulebook);
            assert!(rank(after) <= rank(before), "{area} {meeting:?}: {before:?}, and with {fact} {after:?}: {said:?}");
            raised += usize::from(rank(after) < rank(before));
        }
    });
    assert!(raised > 10, "{raised} routes became more protective");
}

fn named(list: &Value, field: &str) -> BTreeSet<String> {
    list.as_array().unwrap().iter().map(|one| one[field].as_str().unwrap().to_owned()).collect()
}

/// Those in a list. Whether a meeting has a second part is for people to say: a no to that stands until what speaks for it is known.
fn agencies_of(list: &Value) -> BTreeSet<String> {
    let of_the_whole = list.as_array().unwrap().iter().filter(|person| person["part"] != "part-two");
    named(&of_the_whole.cloned().collect(), "agency")
}

#[test]
fn an_unknown_takes_nobody_from_the_list_and_keeps_nobody_out() {
    over_unknowns(100, |area, said, settled, meeting, rulebook| {
        let meeting = meeting.unwrap_or("strategy");
        let agencies = json!([{"name": "housing"}, {"name": "youth club", "inPackage": false}, {"name": "gp", "directInvolvement": true}]);
        let at = |said: &Said| {
            let mut facts = facts(rulebook, area, said, Some(meeting));
            facts["agencies"] = agencies.clone();
            ask("list-attendees", &facts, rulebook).unwrap()["answer"].clone()
        };
        let (unknown, then) = (at(said), at(settled));
        let from = |answer: &Value, lists: &[&str]| lists.iter().flat_map(|list| agencies_of(&answer[*list])).collect::<BTreeSet<_>>();
        for lists in [&["required"][..], &["required", "expected"], &["required", "expected", "optional", "excluded"]] {
            let kept_out = from(&then, &["excluded"]);
            let lost: Vec<String> =
                from(&then, lists).into_iter().filter(|who| !from(&unknown, lists).contains(who) && !kept_out.contains(who)).collect();
            assert!(lost.is_empty(), "{area} {meeting}: without {lost:?}: {said:?}");
        }
        // Whoever is kept away by a recorded risk is so whatever else is not known (law 8).
        let excluded = from(&then, &["excluded"]);
        let by_risk =
            |who: &String| unknown["excluded"].as_array().unwrap().iter().any(|one| one["agency"] == **who && one["keptAway"] == true);
        let kept_out: Vec<String> =
            from(&unknown, &["excluded"]).into_iter().filter(|who| !excluded.contains(who) && !by_risk(who)).collect();
        assert!(kept_out.is_empty(), "{area} {meeting}: {kept_out:?} kept out: {said:?}");
    });
}

/// The moments that a document counts from, all on one day.
const MOMENTS: [&str; 8] =
    ["decisionAt", "meetingStart", "meetingEndedAt", "spocRequestAt", "initialMeetingDate", "lastMeeting", "nextCoreGroup", "nextReview"];

#[test]
fn an_unknown_never_lets_a_duty_fall_due_later_or_reach_fewer() {
    over_unknowns(60, |area, said, settled, meeting, rulebook| {
        let asked: BTreeSet<String> = asked_facts(rulebook, area).into_iter().map(|(name, fact)| fact.path_of(name)).collect();
        let at = |said: &Said| {
            let mut facts = facts(rulebook, area, said, meeting);
            for moment in MOMENTS.iter().filter(|moment| asked.contains(**moment)) {
                facts[*moment] = "2026-03-03T10:00".into();
            }
            ask("list-deadlines", &facts, rulebook).unwrap()["answer"]["deadlines"].clone()
        };
        let (unknown, then) = (at(said), at(settled));
        for later in then.as_array().unwrap() {
            let duty = &later["duty"];
            let now = unknown.as_array().unwrap().iter().find(|deadline| deadline["duty"] == *duty);
            let now = now.unwrap_or_else(|| panic!("{area}: {duty} is gone: {said:?}"));
            let instant = |deadline: &Value| deadline["due"].as_str().map(str::to_owned);
            let not_later = instant(now).zip(instant(later)).is_none_or(|(now, later)| now <= later);
            assert!(not_later && (instant(now).is_some() || instant(later).is_none()), "{area}: {now} and then {later}: {said:?}");
            // Whom a risk keeps from a group's papers is said once it is recorded (law 8).
            let kept_in_a_group = |who: &String| ["parents-or-carers", "unsafe-recipients"].contains(&&**who);
            let people = |deadline: &Value| &named(&deadline["to"], "id") | &named(&deadline["notTo"], "id");
            let later_kept = named(&later["notTo"], "id").into_iter().filter(|who| !kept_in_a_group(who)).collect();
            let then_named = &named(&later["to"], "id") | &later_kept;
            assert!(people(now).is_superset(&then_named), "{area}: {now} and then {later}: {said:?}");
        }
    });
}

#[test]
fn an_unknown_strikes_no_item_from_a_list_and_no_step_from_a_ladder() {
    over_unknowns(60, |area, said, settled, meeting, rulebook| {
        let items = |said: &Said| {
            let answer = ask("make-checklist", &facts(rulebook, area, said, meeting), rulebook).unwrap()["answer"].clone();
            named(&answer["items"], "id")
        };
        assert!(items(said).is_superset(&items(settled)), "{area} {meeting:?}: {said:?}");
        let steps = |said: &Said| {
            let answer = ask("resolve-disagreement", &facts(rulebook, area, said, None), rulebook).unwrap()["answer"].clone();
            answer["ladders"].as_array().unwrap().iter().flat_map(|ladder| named(&ladder["steps"], "rule")).collect::<BTreeSet<_>>()
        };
        assert!(steps(said).is_superset(&steps(settled)), "{area}: {said:?}");
    });
}
