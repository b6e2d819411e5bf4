//! Every way to answer the facts of a question, in every area: what is not known never makes an answer less protective than any
//! way in which it could turn out.

use std::collections::BTreeSet;

use safeguarding_rules::Rulebook;
use serde_json::{Map, Value, json};

use crate::common::{Dice, MEETINGS, rulebook};
use crate::facts::{SAID, Space, Variable, paths_behind, stack, variables};
use crate::pace::{Pace, on_all, reached};
use crate::told::{PROTECTING, Protection, Told, told};

/// The most facts that are answered in all three ways.
const MOST: usize = 12;
/// The most that are answered with yes and no.
const MOST_KNOWN: usize = 20;

/// Facts that reach further than one rule: who is safe to reach, and whether there is a concern at all.
const OF_EVERY_QUESTION: [&str; 4] = ["cpConcern", "fiiConcern", "parentsPoseRisk", "raisingRisksHarm"];

/// The moments that documents count from, all on one day.
const MOMENTS: [&str; 8] =
    ["decisionAt", "meetingStart", "meetingEndedAt", "spocRequestAt", "initialMeetingDate", "lastMeeting", "nextCoreGroup", "nextReview"];

/// What a share is recorded with.
const OF_A_SHARE: [&str; 9] = [
    "consentSought",
    "consentGiven",
    "consentWithdrawn",
    "familyInformed",
    "childAtRisk",
    "specialCategory",
    "criminalOffenceData",
    "wellbeingDeteriorating",
    "parentsPoseRisk",
];

/// The facts behind the rules of a table, of one meeting where one is named.
fn behind(area: &str, table: &str, meeting: Option<&str>) -> BTreeSet<String> {
    let is_of = |rule: &&Value| {
        let meetings = rule["meeting"].as_array();
        meeting.is_none_or(|meeting| meetings.is_none_or(|of| of.iter().any(|one| one == meeting)))
    };
    let rules = stack(area).into_iter().flat_map(|pack| pack.object[table].as_array().into_iter().flatten()).filter(is_of);
    let names = rules.flat_map(|rule| ["when", "unless"].into_iter().flat_map(|list| rule[list].as_array().into_iter().flatten()));
    paths_behind(area, names.filter_map(Value::as_str))
}

fn areas() -> Vec<String> {
    rulebook().areas().into_iter().map(|(area, _, _)| area.to_string()).collect()
}

fn about(area: &str, more: Value) -> Map<String, Value> {
    let mut about = more.as_object().unwrap().clone();
    about.insert("area".to_owned(), area.into());
    about
}

/// Every space of at most so many facts, of every question that rests on facts, in every area.
fn spaces() -> Vec<Space> {
    let mut spaces = Vec::new();
    for area in areas() {
        let mut add = |question: &'static str, table: &str, meeting: Option<&str>, more: Value| {
            let mut paths = behind(&area, table, meeting);
            // How soon to meet takes the facts of a concern alone.
            if question != "classify-concern" {
                paths.extend(OF_EVERY_QUESTION.map(str::to_owned));
            }
            let mut about = about(&area, more);
            if let Some(meeting) = meeting {
                about.insert("meetingType".to_owned(), meeting.into());
            }
            spaces.push(Space { question, about, variables: variables(&area, &paths) });
        };
        let times = json!({"concernsIdentifiedAt": "2026-03-02T09:00", "referralReceivedAt": "2026-03-06T10:00", "complexReason": "Several households are involved"});
        add("classify-concern", "classify_concern", None, times);
        add("resolve-disagreement", "resolve_disagreement", None, json!({}));
        let mut moments = MOMENTS.map(|moment| (moment.to_owned(), json!("2026-03-03T10:00"))).to_vec();
        let asked = behind(&area, "list_deadlines", None);
        let moments_asked =
            stack(&area).into_iter().flat_map(|pack| pack.facts().map(|(name, fact)| fact.path_of(name))).collect::<BTreeSet<_>>();
        moments.retain(|(moment, _)| moments_asked.contains(moment) && !asked.contains(moment));
        add("list-deadlines", "list_deadlines", None, Value::Object(moments.into_iter().collect()));
        for meeting in MEETINGS {
            add("list-attendees", "list_attendees", Some(meeting), json!({}));
            add("make-checklist", "make_checklist", Some(meeting), json!({}));
        }
        add("choose-meeting", "choose_meeting", None, json!({}));
        spaces.push(of_a_share(&area));
    }
    spaces
}

fn of_a_share(area: &str) -> Space {
    let known = OF_A_SHARE.map(Variable::yes_or_no).into();
    Space { question: "record-consent-basis", about: about(area, json!({})), variables: known }
}

/// Each answer of a space, by the number of its way.
pub fn answers(space: &Space, rulebook: &Rulebook) -> Vec<Told> {
    let answer = |way: usize| told(space.question, &space.facts(|place| Space::said(way, place)), rulebook);
    (0..space.ways()).map(answer).collect()
}

/// The most protective of all ways in which what is not known in each way could turn out. Nothing turns out to contradict what
/// is said: what is told in two ways is looked at by itself, in the tests of contradictions.
pub fn most_protective(space: &Space, answers: &[Told]) -> Vec<Option<Protection>> {
    let mut best: Vec<Option<Protection>> = vec![None; answers.len()];
    for way in (0..answers.len()).rev() {
        let open = (0..space.variables.len()).find(|place| Space::said(way, *place).is_none());
        best[way] = match open.map(|place| [false, true].map(|yes| best[Space::settled(way, place, yes)].clone())) {
            None => (!answers[way].contradicts).then(|| answers[way].protection.clone()),
            Some([Some(no), Some(yes)]) => Some(joined(no, &yes)),
            Some([no, yes]) => no.or(yes),
        };
    }
    best
}

pub fn joined(mut one: Protection, other: &Protection) -> Protection {
    for (name, rank) in other {
        one.entry(name.clone()).and_modify(|known| *known = (*rank).min(*known)).or_insert(*rank);
    }
    one
}

/// Does an answer protect at least as much as the most protective way in which it could turn out?
fn falls_short(question: &str, answer: &Told, best: &Protection) -> Option<String> {
    // A route may hang on what is asked; the answer then says that it is not settled.
    if question == "choose-meeting" && !answer.settled {
        return None;
    }
    // Whoever is of no known age is answered as a child: an adult's route is none that the answer lacks.
    let is_an_adults = |name: &str, rank: i64| name == "route" && PROTECTING.get(rank as usize) == Some(&"adult-safeguarding");
    let lacks = |name: &String, rank: &i64| answer.protection.get(name).is_none_or(|known| known > rank);
    let short = |(name, rank): &(&String, &i64)| !answer.left_open.contains(*name) && !is_an_adults(name, **rank) && lacks(name, rank);
    best.iter().find(short).map(|(name, rank)| format!("{name} could be {rank}"))
}

/// The answers of a space that fall short, in words, and how many were compared.
fn hold(space: &Space, rulebook: &Rulebook) -> (Vec<String>, usize) {
    let answers = answers(space, rulebook);
    let best = most_protective(space, &answers);
    let short = answers.iter().zip(best).enumerate().filter_map(|(way, (answer, best))| {
        let short = falls_short(space.question, answer, &best?)?;
        let open = (0..space.variables.len()).filter(|place| Space::said(way, *place).is_none());
        let open: Vec<&str> = open.map(|place| &*space.variables[place].path).collect();
        let facts = space.facts(|place| Space::said(way, place));
        Some(format!("{}: {short}, by what is not known of {}: {facts}", space.question, open.join(", ")))
    });
    (short.collect(), answers.len())
}

/// How many answers of these spaces were compared; none may fall short.
fn hold_all(spaces: &[Space]) -> usize {
    let rulebook = rulebook();
    let (short, held): (Vec<_>, Vec<_>) = on_all(spaces, |space| hold(space, &rulebook)).into_iter().unzip();
    let short = short.concat();
    let shown: Vec<&str> = short.iter().step_by(short.len() / 12 + 1).map(String::as_str).collect();
    assert!(short.is_empty(), "{} fall short, among them:\n{}", short.len(), shown.join("\n"));
    held.iter().sum()
}

#[test]
fn every_way_of_few_facts() {
    let most = Pace::now().of([5, 8, MOST, MOST]);
    let spaces: Vec<Space> = spaces().into_iter().filter(|space| space.variables.len() <= most).collect();
    let ways = hold_all(&spaces);
    assert!(ways > 5_000, "{ways}");
    reached(&format!("{ways} answers in {} whole spaces of three values, up to {most} facts", spaces.len()));
}

/// The facts behind each rule that leads to a meeting answered in every way, about others of which nothing is known, that are a
/// no, or that are as the dice fall.
fn thresholds(pace: Pace) -> Vec<Space> {
    let most = pace.of([3, 6, 9, MOST]);
    let thrown = pace.of([0, 1, 4, 40]);
    let mut dice = Dice(20_261_129);
    let (mut spaces, mut seen) = (Vec::new(), BTreeSet::new());
    for area in areas() {
        let all = variables(&area, &behind(&area, "choose_meeting", None));
        for rule in stack(&area).into_iter().flat_map(|pack| pack.table("choose_meeting")) {
            let paths = paths_behind(&area, rule.when.iter().chain(&rule.unless).map(String::as_str));
            let meeting = rule.own.get("meeting").and_then(|meetings| meetings[0].as_str());
            if paths.is_empty() || paths.len() > most || !seen.insert((area.clone(), meeting, paths.clone())) {
                continue;
            }
            let others: Vec<&Variable> = all.iter().filter(|variable| !paths.contains(&variable.path)).collect();
            let mut add = |mut said: Box<dyn FnMut() -> Option<bool> + '_>| {
                let mut about = about(&area, json!({}));
                others.iter().for_each(|other| other.put(&mut about, said()));
                spaces.push(Space { question: "choose-meeting", about: about.clone(), variables: variables(&area, &paths) });
                if let Some(meeting) = meeting {
                    about.insert("meetingType".to_owned(), meeting.into());
                    spaces.push(Space { question: "choose-meeting", about, variables: variables(&area, &paths) });
                }
            };
            add(Box::new(|| None));
            add(Box::new(|| Some(false)));
            for _ in 0..thrown {
                add(Box::new(|| SAID[dice.throw(3)]));
            }
        }
    }
    spaces
}

#[test]
fn every_way_of_each_threshold() {
    let spaces = thresholds(Pace::now());
    let ways = hold_all(&spaces);
    assert!(ways > 2_000, "{ways}");
    reached(&format!("{ways} answers about {} thresholds of routes, each in all its three values", spaces.len()));
}

/// What worries without doubt: more of it never leads to less.
const WORRYING: [&str; 7] = [
    "reasonableCauseSignificantHarm",
    "concerns.seriousRisk",
    "concerns.immediateProtectionNeeded",
    "otherChildrenAtRiskNow",
    "cpConcern",
    "safeguardingConcern",
    "concernsIncreasedByNonengagement",
];

/// The routes of an area with every fact answered: of its rules together, or of those of one meeting.
fn known_spaces(most: usize) -> Vec<Space> {
    let meetings = || MEETINGS.into_iter().map(Some).chain([None]);
    let of = |area: &String, meeting: Option<&str>| {
        let about = about(area, meeting.map_or_else(|| json!({}), |meeting| json!({"meetingType": meeting})));
        let variables = variables(area, &behind(area, "choose_meeting", meeting));
        Space { question: "choose-meeting", about, variables }
    };
    let spaces = areas().into_iter().flat_map(|area| meetings().map(|meeting| of(&area, meeting)).collect::<Vec<_>>());
    spaces.filter(|space| (1..=most).contains(&space.variables.len())).collect()
}

/// What worries more and protects less, in words, and how many answers were compared.
fn hold_known(space: &Space, rulebook: &Rulebook) -> (Vec<String>, usize) {
    let facts = |way: usize| space.facts(|place| Some(way >> place & 1 == 1));
    let least = PROTECTING.len() as i64;
    let rank = |way: usize| told(space.question, &facts(way), rulebook).protection.get("route").copied().unwrap_or(least) as u8;
    let ranks: Vec<u8> = (0..1 << space.variables.len()).map(rank).collect();
    let worrying: Vec<usize> = WORRYING.iter().filter_map(|path| space.place(path)).collect();
    let less = |way: usize| worrying.iter().copied().find(|place| ranks[way | 1 << place] > ranks[way]);
    let short = (0..1 << space.variables.len()).filter_map(|way| less(way).map(|place| (way, place)));
    let short = short.map(|(way, place)| format!("with {} less protective: {}", space.variables[place].path, facts(way)));
    (short.collect(), 1 << space.variables.len())
}

#[test]
fn every_way_of_many_facts_that_are_known() {
    let most = Pace::now().of([8, 13, 18, MOST_KNOWN]);
    let spaces = known_spaces(most);
    let rulebook = rulebook();
    let (short, held): (Vec<_>, Vec<_>) = on_all(&spaces, |space| hold_known(space, &rulebook)).into_iter().unzip();
    let short = short.concat();
    assert!(short.is_empty(), "{} are less protective, among them:\n{}", short.len(), short[..short.len().min(12)].join("\n"));
    let ways: usize = held.iter().sum();
    reached(&format!("{ways} routes in {} whole spaces of two values, up to {most} facts", spaces.len()));
}
