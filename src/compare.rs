//! What changes between two versions of a pack, or between a stack of packs and its base.
//!
//! The rules that differ are found first; then every combination of the facts that those rules use is asked on both
//! sides. Answers that differ in the same way are one region, told once with one worked case. Where the changed rules
//! together use too many facts for that, each rule's own facts are combined by themselves; and of a rule that alone uses
//! too many, one or two at a time.

use crate::answers::{Told, answers};
use crate::explain::{Possible, Variable, gist};
use crate::facts::{Fault, Node, Read, Shape, facts};
use crate::pack::{Pack, Question};
use crate::questions;
use crate::rulebook::{Asked, Rulebook};
use crate::words::refusal::Refusal;
use crate::words::{Gather as _, Gathering as _};
use crate::words::{in_order, once};

facts! {
    /// The two sides.
    #[derive(Clone, Debug, Default)]
    pub struct Request {
        /// What was.
        pub before: Side,
        /// What is to be.
        pub after: Side,
    }
}

/// A pack by id, a pack in object form as JSON text, or a list of ids that answer together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Side(Vec<String>);

const PACK: &str = "a pack, the id of one, or a list of ids";

impl Read for Side {
    fn read(&mut self, node: &Node) -> Result<(), Fault> {
        match node {
            Node::Text(text) => self.0.push(text.clone()),
            Node::List(_) => self.0.read(node)?,
            _ => return Err(Fault::expected("bad-input", PACK)),
        }
        Ok(())
    }

    fn shape() -> Shape {
        Shape::OneOrMore(Box::new(Shape::Text(PACK)))
    }
}

answers! {
    /// What changes.
    #[derive(Clone, Debug)]
    pub struct Comparison {
        /// The answer in one sentence: `No change.`, or how many answers change.
        pub heading: String,
        /// The rules that differ.
        pub rules: Vec<Difference>,
        /// The answers that change, each once with one worked case.
        pub regions: Vec<Region>,
    }
}

answers! {
    /// A rule that differs.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Difference {
        /// The table it stands in.
        pub table: String,
        /// Its id.
        pub id: String,
        /// Is it added, removed, changed, or only worded otherwise?
        pub how: &'static str,
    }
}

answers! {
    /// Answers that change in the same way.
    #[derive(Clone, Debug)]
    pub struct Region {
        /// The question.
        pub question: &'static str,
        /// The meeting, where the question is about one.
        pub meeting: Option<String>,
        /// In how many of the combinations.
        pub cases: u32,
        /// Of how many.
        pub of: u32,
        /// One of them, in words.
        pub example: String,
        /// The answer before.
        pub before: String,
        /// The answer after.
        pub after: String,
    }
}

/// One side, ready to be asked.
struct Ready {
    rulebook: Rulebook,
    packs: Vec<String>,
    /// The pack that is compared; none where stacks are.
    pack: Option<Pack>,
}

impl Side {
    fn ready(&self, rulebook: &Rulebook, path: &str) -> Result<Ready, Refusal> {
        let in_path = |refusal: Refusal| Refusal { path: format!("{path}.{}", refusal.path).trim_end_matches('.').to_owned(), ..refusal };
        match self.0.as_slice() {
            [text] if text.trim_start().starts_with('{') => {
                let (rulebook, pack) = rulebook.with_in_place(text).map_err(in_path)?;
                Ok(Ready { packs: alone(&pack), rulebook, pack: Some(pack) })
            }
            ids => {
                let asked = Asked { packs: Some(ids), ..Asked::default() };
                let stack = rulebook.stack(&asked).map_err(in_path)?;
                let pack = if let ([_], [pack, ..]) = (ids, stack.packs.as_slice()) { Some((*pack).clone()) } else { None };
                Ok(Ready { rulebook: rulebook.clone(), packs: ids.to_vec(), pack })
            }
        }
    }

    fn is_a_stack(&self) -> bool {
        self.0.len() > 1
    }
}

/// A pack with those it stands on.
fn alone(pack: &Pack) -> Vec<String> {
    [pack.document.id].iter().chain(pack.document.stands_on).map(|id| (*id).to_owned()).gathered()
}

impl Ready {
    fn rules(&self) -> Vec<(&'static str, &'static str, Node)> {
        let mut rules = Vec::new();
        for pack in self.rulebook.packs().iter().filter(|pack| self.packs.iter().any(|id| id == pack.document.id)) {
            let written = pack.as_written();
            for (table, rule) in pack.rules() {
                let id = Node::Text(rule.id().to_owned());
                let of_rule = |rules: &Node| match rules {
                    Node::List(rules) => rules.iter().find(|rule| rule.at("id") == Some(&id)).map(in_order_of_names),
                    _ => None,
                };
                rules.push((table, rule.id(), written.at(table).and_then(of_rule).unwrap_or_default()));
            }
        }
        rules
    }
}

/// Compares two sides.
///
/// # Errors
/// A [`Refusal`] where a pack is not known, or is refused.
pub fn compare(request: &Request, rulebook: &Rulebook) -> Result<Comparison, Refusal> {
    let mut before = request.before.ready(rulebook, "before")?;
    let mut after = request.after.ready(rulebook, "after")?;
    if !request.before.is_a_stack() && !request.after.is_a_stack() {
        // A version of a pack answers with all that either stands on, so that only the pack itself differs.
        for side in [&mut before, &mut after] {
            side.packs = side.pack.as_ref().map_or_else(Vec::new, alone);
        }
    }
    let rules = differences(&before, &after);
    let changed: Vec<&Difference> = rules.iter().filter(|difference| difference.how != REWORDED).gathered();
    let mut regions: Vec<Region> = Vec::new();
    for question in QUESTIONS {
        let ids: Vec<&str> =
            changed.iter().filter(|difference| difference.table == question.table()).map(|difference| difference.id.as_str()).gathered();
        if !ids.is_empty() {
            regions.gather(of_question(question, &ids, &before, &after));
        }
    }
    let heading = match (regions.len(), rules.len()) {
        (0, 0) => "No change.".to_owned(),
        (0, _) => "No change of any answer: rules differ in their words or in ways that no combination of facts shows.".to_owned(),
        (1, _) => "Answers change in 1 way.".to_owned(),
        (count, _) => format!("Answers change in {count} ways."),
    };
    Ok(Comparison { heading, rules, regions })
}

const REWORDED: &str = "reworded";

const QUESTIONS: [Question; 6] = [
    Question::ClassifyConcern,
    Question::ListAttendees,
    Question::ChooseMeeting,
    Question::ListDeadlines,
    Question::MakeChecklist,
    Question::ResolveDisagreement,
];

/// What a rule says to readers; a rule that differs in nothing else changes no answer.
const WORDING: [&str; 5] = ["says", "at", "words", "reading", "mend"];

fn differences(before: &Ready, after: &Ready) -> Vec<Difference> {
    let (before, after) = (before.rules(), after.rules());
    let mut differences = Vec::new();
    let mut add =
        |table: &str, id: &str, how: &'static str| differences.push(Difference { table: table.to_owned(), id: id.to_owned(), how });
    for (table, id, written) in &before {
        match after.iter().find(|(other_table, other, _)| other_table == table && other == id) {
            None => add(table, id, "removed"),
            Some((_, _, now)) if now == written => {}
            Some((_, _, now)) if without_wording(now) == without_wording(written) => add(table, id, REWORDED),
            Some(_) => add(table, id, "changed"),
        }
    }
    for (table, id, _) in &after {
        if !before.iter().any(|(other_table, other, _)| other_table == table && other == id) {
            add(table, id, "added");
        }
    }
    once(differences)
}

/// The order in which a rule's fields are written says nothing.
fn in_order_of_names(rule: &Node) -> Node {
    let mut rule = rule.clone();
    if let Node::Table(entries) = &mut rule {
        in_order(entries, |(one, _), (other, _)| one < other);
    }
    rule
}

fn without_wording(rule: &Node) -> Node {
    match rule {
        Node::Table(entries) => Node::Table(entries.iter().filter(|(name, _)| !WORDING.contains(&name.as_str())).cloned().gathered()),
        other => other.clone(),
    }
}

/// More combinations than this of the facts of all changed rules are not asked at once.
const MOST_CASES: usize = 2 * 3 * 3 * 3 * 3 * 3 * 3;

fn of_question(question: Question, ids: &[&str], before: &Ready, after: &Ready) -> Vec<Region> {
    let mut regions: Vec<Region> = Vec::new();
    for meeting in meetings(question, ids, before, after) {
        let together = variables(question, ids, meeting, before, after);
        let sets = if cases(&together) <= MOST_CASES {
            vec![together]
        } else {
            ids.iter().map(|id| variables(question, &[*id], meeting, before, after)).gathered()
        };
        for variables in sets {
            for region in differing(question, meeting, &variables, before, after) {
                match regions
                    .iter_mut()
                    .find(|known| known.meeting == region.meeting && known.before == region.before && known.after == region.after)
                {
                    Some(known) if region.cases > known.cases => *known = region,
                    Some(_) => {}
                    None => regions.push(region),
                }
            }
        }
    }
    regions
}

/// Each combination twice: with what is not said unknown, and with it attested as a no.
fn cases(variables: &[Variable]) -> usize {
    variables.iter().fold(2, |cases: usize, variable| cases.saturating_mul(variable.answers.len() + 1))
}

/// The meetings that the changed rules speak of; none where the question is about no meeting.
fn meetings(question: Question, ids: &[&str], before: &Ready, after: &Ready) -> Vec<Option<&'static str>> {
    let mut meetings = Vec::new();
    for side in [before, after] {
        for pack in side.rulebook.packs() {
            let spoken_of = pack.meetings_of(question, ids);
            meetings.gather(spoken_of.into_iter().map(|meeting| Some(meeting.id())));
        }
    }
    if meetings.is_empty() { vec![None] } else { once(meetings) }
}

fn variables(question: Question, ids: &[&str], meeting: Option<&str>, before: &Ready, after: &Ready) -> Vec<Variable> {
    let mut all: Vec<Variable> = Vec::new();
    for side in [before, after] {
        let Ok(stack) = side.rulebook.stack(&Asked { packs: Some(&side.packs), ..Asked::default() }) else { continue };
        // Timing rules displace one another, so a change of one shows in cases that only another's facts make.
        let wanted = |id: &str| question == Question::ClassifyConcern || ids.contains(&id);
        let facts = once(stack.packs.iter().flat_map(|pack| question.facts_used(pack, meeting, &wanted)).gathered());
        for variable in Variable::of_facts(&facts, &stack) {
            if !all.iter().any(|known| known.path == variable.path) {
                all.push(variable);
            }
        }
    }
    all
}

fn differing(question: Question, meeting: Option<&str>, variables: &[Variable], before: &Ready, after: &Ready) -> Vec<Region> {
    let mut regions: Vec<Region> = Vec::new();
    let cases = cases_of(variables);
    for case in &cases {
        let facts = [before, after].map(|side| sample(case.facts_for(side), question, meeting, side));
        let ask = |side: &Ready, facts| questions::ask(question, facts, &side.rulebook, |told| (gist(question, told), heading(told))).ok();
        // A word that another fact's closed list does not hold is refused: nobody can answer so.
        let Some(((gist_before, told_before), (gist_after, told_after))) = ask(before, &facts[0]).zip(ask(after, &facts[1])) else {
            continue;
        };
        if gist_before == gist_after {
            continue;
        }
        let (told_before, told_after) = if told_before == told_after {
            let lines =
                |side: &Ready, facts| questions::ask(question, facts, &side.rulebook, |told| in_lines(question, told)).unwrap_or_default();
            only_what_differs(&lines(before, &facts[0]), &lines(after, &facts[1])).unwrap_or((gist_before, gist_after))
        } else {
            (told_before, told_after)
        };
        match regions.iter_mut().find(|region| region.before == told_before && region.after == told_after) {
            Some(region) => region.cases += 1,
            None => regions.push(Region {
                question: question.id(),
                meeting: meeting.map(str::to_owned),
                cases: 1,
                of: cases.len() as u32,
                example: case.in_words(),
                before: told_before,
                after: told_after,
            }),
        }
    }
    regions
}

fn heading(told: &Told<'_>) -> String {
    told.at("answer.heading").and_then(Told::text_of).unwrap_or_default()
}

/// What an answer comes to, line by line: in words, where words tell all of it.
fn in_lines(question: Question, told: &Told<'_>) -> Vec<String> {
    let each = |list: &str, names: &[&str]| -> Vec<String> {
        let items = told.at("answer").and_then(|answer| answer.at(list)).map_or(&[][..], Told::items);
        items.iter().map(|item| names.iter().filter_map(|name| item.at(name).and_then(Told::text_of)).gathered().join(": ")).gathered()
    };
    match question {
        Question::ListAttendees => {
            let placed = |list: &'static str| each(list, &["label"]).into_iter().map(move |label| format!("{label}: {list}"));
            let mut lines: Vec<String> = ["required", "expected", "optional", "excluded"].into_iter().flat_map(placed).gathered();
            lines.gather(told.at("answer.chair.why").and_then(Told::text_of));
            lines
        }
        Question::MakeChecklist => each("items", &["text", "force"]),
        Question::ResolveDisagreement => each("next", &["text"]),
        _ => gist(question, told).lines().map(str::to_owned).gathered(),
    }
}

/// The lines of each side that the other has not; none where words do not tell what differs.
fn only_what_differs(before: &[String], after: &[String]) -> Option<(String, String)> {
    let without = |lines: &[String], others: &[String]| lines.iter().filter(|line| !others.contains(line)).cloned().gathered().join("\n");
    let differing = (without(before, after), without(after, before));
    (differing.0 != differing.1).then_some(differing)
}

fn cases_of(variables: &[Variable]) -> Vec<Case<'_>> {
    let choices = if cases(variables) <= MOST_CASES { all_choices(variables) } else { choices_near_the_ends(variables) };
    choices.iter().flat_map(|choices| [false, true].map(|nothing_else| Case::of(nothing_else, choices, variables))).gathered()
}

/// Every combination: for each fact 0 where it is not known, or the place of its answer, from 1.
fn all_choices(variables: &[Variable]) -> Vec<Vec<usize>> {
    variables.iter().fold(vec![Vec::new()], |all, variable| {
        let with_each = |so_far: &Vec<usize>| (0..=variable.answers.len()).map(|choice| [so_far.as_slice(), &[choice]].concat()).gathered();
        all.iter().flat_map(with_each).gathered()
    })
}

/// Where a rule uses so many facts that all combinations would take minutes: nothing known, or a yes to everything, and
/// whatever differs from that in one fact or two.
fn choices_near_the_ends(variables: &[Variable]) -> Vec<Vec<usize>> {
    let mut all = Vec::new();
    for end in [0, 1] {
        let start = vec![end; variables.len()];
        let otherwise = |place: usize| (0..=variables[place].answers.len()).filter(move |choice| *choice != end);
        for first in 0..variables.len() {
            for choice in otherwise(first) {
                let mut one = start.clone();
                one[first] = choice;
                for second in first + 1..variables.len() {
                    for choice in otherwise(second) {
                        let mut two = one.clone();
                        two[second] = choice;
                        all.push(two);
                    }
                }
                all.push(one);
            }
        }
        all.push(start);
    }
    all
}

/// One combination: each fact is not known, or has one of its answers.
struct Case<'v> {
    nothing_else: bool,
    answered: Vec<(&'v Variable, &'v Possible)>,
}

impl<'v> Case<'v> {
    fn of(nothing_else: bool, choices: &[usize], variables: &'v [Variable]) -> Self {
        let answer_of = |(variable, choice): (&'v Variable, &usize)| Some((variable, &variable.answers[choice.checked_sub(1)?]));
        Case { nothing_else, answered: variables.iter().zip(choices).filter_map(answer_of).gathered() }
    }

    /// The facts, as far as a side asks for them: one that only the other side knows is no fact here.
    fn facts_for(&self, side: &Ready) -> Node {
        let mut facts = Node::Table(Vec::new());
        if self.nothing_else {
            facts.set("othersConsidered", Node::Bool(true));
        }
        let stack = side.rulebook.stack(&Asked { packs: Some(&side.packs), ..Asked::default() });
        for (variable, answer) in &self.answered {
            if stack.as_ref().is_ok_and(|stack| stack.asks_at(&variable.path)) {
                facts.set(&variable.path, answer.value.clone());
            }
        }
        facts
    }

    fn in_words(&self) -> String {
        let answered = self.answered.iter().map(|(_, answer)| format!("{} {}.", answer.question, answer.words));
        let mut said: Vec<String> = answered.gathered();
        match (self.nothing_else, said.is_empty()) {
            (true, true) => said.push("Nothing applies.".to_owned()),
            (true, false) => said.push("Nothing else applies.".to_owned()),
            (false, true) => said.push("Whatever is known.".to_owned()),
            (false, false) => {}
        }
        said.join(" ")
    }
}

/// A Monday morning without a bank holiday near, so that only the rules tell the answers apart.
const SAMPLE: &str = "2026-03-02T09:00";

fn sample(mut facts: Node, question: Question, meeting: Option<&str>, side: &Ready) -> Node {
    facts.set("packs", Node::List(side.packs.iter().map(|id| Node::Text(id.clone())).gathered()));
    let moment = || Node::Text(SAMPLE.to_owned());
    if let Some(meeting) = meeting {
        facts.set("meetingType", Node::Text(meeting.to_owned()));
    }
    match question {
        Question::ClassifyConcern => {
            for start in ["concernsIdentifiedAt", "referralReceivedAt", "immediateActionAt"] {
                facts.set(start, moment());
            }
            facts.set("complexReason", Node::Text("Recorded".to_owned()));
        }
        Question::ListDeadlines => {
            let asked = Asked { packs: Some(&side.packs), ..Asked::default() };
            for path in side.rulebook.stack(&asked).map(|stack| stack.moment_paths()).unwrap_or_default() {
                facts.set(&path, moment());
            }
        }
        _ => {}
    }
    facts
}
