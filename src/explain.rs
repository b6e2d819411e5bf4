//! Puts a decision into words: why, why not, what would change it, what is still to ask, and a note for the case file.
//!
//! Everything here is told from the decision itself, so no sentence about a rule is written twice. The nearest change is
//! found by asking again with one, two and three facts answered otherwise: the smallest such set is the answer. Where
//! very many facts are asked for, sets of three are not tried.

use crate::answers::{Told, answers};
use crate::facts::{Kept, Node, facts};
use crate::pack::{Fact, Question};
use crate::questions;
use crate::rulebook::{Asked, Rulebook, Stack};
use crate::words::answer::Answer;
use crate::words::moment::{self, Moment};
use crate::words::refusal::Refusal;
use crate::words::said::{Catalogue, Part, Said, Sentence, listed};
use crate::words::sentences::*;
use crate::words::{Gather as _, Gathering as _};
use crate::words::{in_order, once};

facts! {
    /// Which decision to explain, and for whom.
    #[derive(Clone, Debug, Default)]
    pub struct Request {
        /// The question.
        pub question: Question,
        /// Its facts.
        pub facts: Kept,
        /// Who writes the note, by role.
        pub recorded_by: Option<String>,
        /// When.
        pub recorded_at: Option<Moment>,
    }
}

answers! {
    /// A decision in words, in three lengths.
    #[derive(Clone, Debug)]
    pub struct Explanation {
        /// The answer in one sentence.
        pub heading: String,
        /// The answer with its reasons.
        pub explanation: String,
        /// A note for the case file. The decision and its reason are left open for the person who makes them.
        pub case_note: String,
        /// Why: a sentence for each rule that the answer rests on.
        pub why: Vec<String>,
        /// Why not: a sentence for each rule that was set aside.
        pub why_not: Vec<String>,
        /// The smallest set of facts that would change the answer, of up to three, or of up to two where very many facts
        /// are asked for; none where no such set would.
        pub nearest_change: Option<NearestChange>,
        /// What is still to ask.
        pub missing: Vec<Missing>,
    }
}

answers! {
    /// A question that would settle the answer.
    #[derive(Clone, Debug)]
    pub struct Missing {
        /// The fact's path.
        pub path: String,
        /// The question.
        pub question: String,
    }
}

answers! {
    /// A change of facts that would change the answer.
    #[derive(Clone, Debug)]
    pub struct NearestChange {
        /// The change in a sentence.
        pub sentence: String,
        /// The facts.
        pub facts: Vec<Changed>,
        /// What the answer would be.
        pub heading: String,
    }
}

answers! {
    /// A fact answered otherwise.
    #[derive(Clone, Debug)]
    pub struct Changed {
        /// Its path.
        pub path: String,
        /// Its question.
        pub question: String,
        /// What it is answered instead.
        pub answer: String,
    }
}

/// Explains a decision.
///
/// # Errors
/// The question's own [`Refusal`], with the path inside `facts`.
pub fn explain(request: &Request, rulebook: &Rulebook) -> Result<Explanation, Refusal> {
    let facts = &request.facts.0;
    let in_facts = |refusal: Refusal| Refusal { path: format!("facts.{}", refusal.path).trim_end_matches('.').to_owned(), ..refusal };
    let told = questions::ask(request.question, facts, rulebook, |told| Decided::of(told, rulebook.catalogue())).map_err(in_facts)?;
    let variables = Variable::of(request.question, facts, rulebook);
    Ok(Explanation {
        explanation: told.explanation(),
        case_note: told.case_note(request, &variables),
        nearest_change: nearest_change(request.question, facts, rulebook, &variables),
        heading: told.heading,
        why: told.why,
        why_not: told.why_not,
        missing: told.missing,
    })
}

/// What is needed of a decision to put it into words.
struct Decided<'c> {
    catalogue: &'c Catalogue,
    heading: String,
    advice: Option<String>,
    settled: bool,
    why: Vec<String>,
    why_not: Vec<String>,
    missing: Vec<Missing>,
    cautions: Vec<String>,
    documents: Vec<String>,
}

/// The text at a path of what is told; empty where there is none.
pub fn text(told: &Told<'_>, path: &str) -> String {
    told.at(path).and_then(Told::text_of).unwrap_or_default()
}

/// A part of something told, for the place of a sentence that has its name.
fn part(told: &Told<'_>, name: &'static str) -> (&'static str, Part) {
    (name, text(told, name).into())
}

impl<'c> Decided<'c> {
    fn of(told: &Told<'_>, catalogue: &'c Catalogue) -> Self {
        let each = |list: &str, say: &dyn Fn(&Told<'_>) -> Said| -> Vec<String> {
            let items = told.at(list).map_or(&[][..], Told::items);
            items.iter().map(|item| say(item).in_words_of(catalogue)).gathered()
        };
        let cited = |rule: &Told<'_>| WHY.with(["id", "sentence", "document", "place", "words", "force"].map(|name| part(rule, name)));
        let set_aside = |rule: &Told<'_>| WHY_NOT.with(["id", "sentence", "reason"].map(|name| part(rule, name)));
        let source =
            |pack: &Told<'_>| NOTE_SOURCE.with([("document", text(pack, "title").into()), part(pack, "version"), part(pack, "label")]);
        let missing = |ask: &Told<'_>| Missing { path: text(ask, "path"), question: text(ask, "question") };
        let texts = |list: &str, name: &str| told.at(list).map_or(&[][..], Told::items).iter().map(|item| text(item, name)).gathered();
        Decided {
            catalogue,
            heading: text(told, "answer.heading"),
            advice: told.at("answer.advice").and_then(Told::text_of),
            settled: matches!(told.at("settled"), Some(Told::Bool(true))),
            why: each("because", &cited),
            why_not: each("setAside", &set_aside),
            missing: told.at("ask").map_or(&[][..], Told::items).iter().map(missing).gathered(),
            cautions: texts("cautions", "text"),
            documents: each("basis.packs", &source),
        }
    }

    fn settledness(&self) -> Said {
        if self.settled {
            return SETTLED.said();
        }
        let questions: Vec<&str> = self.missing.iter().map(|missing| missing.question.as_str()).gathered();
        NOT_SETTLED.with([("questions", questions.join(" ").into())])
    }

    fn explanation(&self) -> String {
        let mut lines = vec![self.heading.clone()];
        match &self.advice {
            Some(advice) => lines.push(advice.clone()),
            None => lines.push(self.settledness().in_words_of(self.catalogue)),
        }
        lines.gather(self.why.iter().chain(&self.why_not).chain(&self.cautions).cloned());
        lines.join("\n")
    }

    fn case_note(&self, request: &Request, variables: &[Variable]) -> String {
        let facts = &request.facts.0;
        let mut lines: Vec<String> = Vec::new();
        let mut add = |said: Said| lines.push(said.in_words_of(self.catalogue));
        let at = request.recorded_at.as_ref().map_or(LEFT_OPEN.said(), date_and_time);
        let by = request.recorded_by.as_deref().filter(|role| !role.trim().is_empty());
        add(NOTE_TITLE.with([("question", request.question.asked().said().into())]));
        add(NOTE_RECORDED.with([("at", at.into()), ("by", by.map_or(LEFT_OPEN.said().into(), Part::from))]));
        for (name, sentence) in [("concernsIdentifiedAt", NOTE_IDENTIFIED), ("referralReceivedAt", NOTE_RECEIVED)] {
            if let Some(at) = facts.at(name).and_then(|node| Moment::from_words(node.text("").ok()?)) {
                add(sentence.with([("at", date_and_time(&at).into())]));
            }
        }
        for (answer, sentence) in [(Answer::Yes, NOTE_YES), (Answer::No, NOTE_NO), (Answer::Unknown, NOTE_UNKNOWN)] {
            let asked = variables.iter().filter(|variable| variable.said(facts) == Some(answer));
            let asked: Vec<String> = asked.map(|variable| variable.question.in_words_of(self.catalogue)).gathered();
            if !asked.is_empty() && (!answer.is_unknown() || asked.len() <= MOST_UNKNOWN) {
                add(sentence.with([("questions", asked.join(" ").into())]));
            }
        }
        add(NOTE_SAYS.with([("heading", self.heading.as_str().into())]));
        lines.gather(self.why.iter().chain(&self.why_not).map(|line| format!("- {line}")));
        lines.push(self.settledness().in_words_of(self.catalogue));
        lines.extend(self.documents.iter().cloned());
        lines.gather([NOTE_DECISION, NOTE_REASON].map(|open| open.said().in_words_of(self.catalogue)));
        lines.join("\n")
    }
}

/// A note that lists more questions than this that nobody answered is read by nobody.
const MOST_UNKNOWN: usize = 12;

fn date_and_time(at: &Moment) -> Said {
    DATE_AT.with([("date", moment::said(at.date()).into()), ("time", at.time_of_day().into())])
}

impl Question {
    /// The question, as a practitioner asks it.
    pub fn asked(self) -> &'static Sentence {
        match self {
            Question::ClassifyConcern => HOW_SOON,
            Question::ListAttendees => WHO_ATTENDS,
            Question::CheckAction => IS_IT_SMART,
            Question::CheckPlan => IS_THE_PLAN_COMPLETE,
            Question::RecordConsentBasis => ON_WHAT_BASIS,
            Question::ChooseMeeting => WHICH_MEETING,
            Question::ListDeadlines => WHAT_FALLS_DUE,
            Question::MakeChecklist => WHAT_MUST_BE_READY,
            Question::ResolveDisagreement => WHAT_IS_NEXT,
            Question::ReportQuarter => HOW_DID_WE_DO,
        }
    }
}

/// A path that rules ask about, and the answers that could stand there.
#[derive(Clone, Debug)]
pub struct Variable {
    /// The path.
    pub path: String,
    /// The question behind it.
    pub question: Said,
    /// The answers, each to the question of the fact that it answers.
    pub answers: Vec<Possible>,
}

/// An answer that could be given.
#[derive(Clone, Debug)]
pub struct Possible {
    /// What would stand at the path.
    pub value: Node,
    /// The question.
    pub question: Said,
    /// The answer in words.
    pub words: Said,
}

/// The packs that answer, by the facts of any question.
///
/// # Errors
/// A [`Refusal`] where an area or a pack is not known.
pub fn stack_of<'r>(facts: &Node, rulebook: &'r Rulebook) -> Result<Stack<'r>, Refusal> {
    let texts = |name: &str| match facts.at(name) {
        Some(Node::List(items)) => Some(items.iter().filter_map(|item| item.text("").ok().map(str::to_owned)).collect::<Vec<_>>()),
        _ => None,
    };
    let one = |name: &str| facts.at(name).and_then(|node| node.text("").ok());
    let packs = texts("packs");
    let as_of = one("asOf").and_then(Moment::from_words).map(|at| at.date());
    let asked = Asked { area: one("area"), packs: packs.as_deref(), as_of, national: facts.at("national") == Some(&Node::Bool(true)) };
    rulebook.stack(&asked)
}

impl Variable {
    /// The paths that the rules of a question use, of a meeting where the facts name one.
    pub fn of(question: Question, facts: &Node, rulebook: &Rulebook) -> Vec<Variable> {
        let Ok(stack) = stack_of(facts, rulebook) else { return Vec::new() };
        let meeting = facts.at("meetingType").and_then(|node| node.text("").ok()).map(crate::words::kebab);
        let names = once(stack.packs.iter().flat_map(|pack| question.facts_used(pack, meeting.as_deref(), &|_| true)).gathered());
        Variable::of_facts(&names, &stack)
    }

    /// The paths at which facts are asked.
    pub fn of_facts(names: &[&'static str], stack: &Stack<'_>) -> Vec<Variable> {
        let mut names = names.to_vec();
        let mut next = 0;
        while let Some(name) = names.get(next).copied() {
            let parts = stack.fact(name).map_or(&[][..], Fact::parts);
            names.extend(parts.iter().filter(|part| !names.contains(part)).gathered());
            next += 1;
        }
        let mut variables: Vec<Variable> = Vec::new();
        for name in names {
            let Some(fact) = stack.fact(name).filter(|fact| fact.is_asked() && !fact.moment) else { continue };
            let path = fact.path_of(name);
            let place = variables.iter().position(|variable| variable.path == path).unwrap_or_else(|| {
                variables.push(Variable { path, question: stack.question(name), answers: Vec::new() });
                variables.len() - 1
            });
            for (value, words) in fact.answers() {
                if !variables[place].answers.iter().any(|known| known.value == value) {
                    variables[place].answers.push(Possible { value, question: stack.question(name), words });
                }
            }
        }
        variables
    }

    /// What the facts say here; none where something else than yes, no or not known is given.
    fn said(&self, facts: &Node) -> Option<Answer> {
        match facts.at(&self.path) {
            Some(Node::Bool(value)) => Some((*value).into()),
            None => Some(Answer::from_silence(facts.at("othersConsidered") == Some(&Node::Bool(true)))),
            Some(Node::Null) => Some(Answer::Unknown),
            Some(Node::Text(word)) if word == "unknown" => Some(Answer::Unknown),
            Some(_) => None,
        }
    }
}

impl Fact {
    /// Answers that make it a yes and a no, each with its words.
    fn answers(&self) -> Vec<(Node, Said)> {
        let word = |word: &'static str| (Node::Text(word.to_owned()), Said::of_pack("word", word, word));
        if let Some(limit) = self.more_than {
            let count = |count: u32| (Node::Number(Some(count)), Said::plain(count.to_string()));
            return vec![count(limit + 1), count(limit)];
        }
        if !self.is.is_empty() {
            let other = self.one_of.iter().find(|word| !self.is.contains(word)).copied().unwrap_or("other");
            return vec![word(self.is[0]), word(other)];
        }
        if self.filled {
            return vec![(Node::Text("given".to_owned()), GIVEN.said()), (Node::Text(String::new()), LEFT_EMPTY.said())];
        }
        vec![(Node::Bool(true), YES.said()), (Node::Bool(false), NO.said())]
    }
}

/// The smallest set of facts that would change the answer: exact over all sets that are tried.
fn nearest_change(question: Question, facts: &Node, rulebook: &Rulebook, variables: &[Variable]) -> Option<NearestChange> {
    let gist_and_heading =
        |facts: &Node| questions::ask(question, facts, rulebook, |told| (gist(question, told), text(told, "answer.heading"))).ok();
    let (now, heading_now) = gist_and_heading(facts)?;
    let most_changed = if variables.len() <= FEW_ENOUGH_FOR_THREE { 3 } else { 2 };
    (1..=most_changed).find_map(|size| {
        let mut chosen = Vec::new();
        search(variables, size, &mut chosen, facts, &mut |changed, chosen| {
            let (gist, heading) = gist_and_heading(changed)?;
            (gist != now && heading != heading_now).then(|| told(chosen, variables, heading, rulebook.catalogue()))
        })
    })
}

/// Among more facts than this, all sets of three would keep a person waiting for many seconds.
const FEW_ENOUGH_FOR_THREE: usize = 24;

type Chosen = (usize, usize);

/// Tries every way to answer so many more of these otherwise than the facts do.
fn search<T>(
    variables: &[Variable],
    left: usize,
    chosen: &mut Vec<Chosen>,
    facts: &Node,
    visit: &mut dyn FnMut(&Node, &[Chosen]) -> Option<T>,
) -> Option<T> {
    if left == 0 {
        return visit(facts, chosen);
    }
    let first = chosen.last().map_or(0, |(variable, _)| variable + 1);
    for place in first..variables.len() {
        for (index, answer) in variables[place].answers.iter().enumerate() {
            if facts.at(&variables[place].path) == Some(&answer.value) {
                continue;
            }
            let mut changed = facts.clone();
            changed.set(&variables[place].path, answer.value.clone());
            chosen.push((place, index));
            let found = search(variables, left - 1, chosen, &changed, visit);
            chosen.pop();
            if found.is_some() {
                return found;
            }
        }
    }
    None
}

fn told(chosen: &[Chosen], variables: &[Variable], heading: String, catalogue: &Catalogue) -> NearestChange {
    let said = |(place, index): &Chosen| {
        let answer = &variables[*place].answers[*index];
        WERE_ANSWERED.with([("question", answer.question.clone().into()), ("answer", answer.words.clone().into())]).into()
    };
    let sentence = IF_CHANGED.with([("facts", listed(chosen.iter().map(said).gathered())), ("heading", heading.as_str().into())]);
    let changed = |(place, index): &Chosen| {
        let (variable, answer) = (&variables[*place], &variables[*place].answers[*index]);
        Changed {
            path: variable.path.clone(),
            question: answer.question.in_words_of(catalogue),
            answer: answer.words.in_words_of(catalogue),
        }
    };
    NearestChange { sentence: sentence.in_words_of(catalogue), facts: chosen.iter().map(changed).gathered(), heading }
}

/// What of an answer matters when two are compared.
pub fn gist(question: Question, decision: &Told<'_>) -> String {
    let mut gist = String::new();
    let mut add = |text: String| {
        gist.push_str(&text);
        gist.push('\n');
    };
    let answer = decision.at("answer");
    let each = |list: &str, names: &[&str]| -> Vec<String> {
        let items = answer.and_then(|answer| answer.at(list)).map_or(&[][..], Told::items);
        items
            .iter()
            .map(
                |item| {
                    if names.is_empty() { spelt(Some(item)) } else { names.iter().map(|name| spelt(item.at(name))).gathered().join(" ") }
                },
            )
            .gathered()
    };
    let one = |name: &str| spelt(answer.and_then(|answer| answer.at(name)));
    match question {
        Question::ClassifyConcern => [one("timescale"), one("dueBy")].into_iter().for_each(&mut add),
        Question::ListAttendees => {
            for list in ["required", "expected", "optional", "excluded"] {
                let mut people = each(list, &["agency", "part"]);
                in_order(&mut people, |one, other| one < other);
                add(format!("{list}: {}", people.join(", ")));
            }
            [one("quorate"), one("chairValid"), spelt(answer.and_then(|answer| answer.at("chair.roles")))].into_iter().for_each(&mut add);
        }
        Question::CheckAction | Question::CheckPlan => [one("complete"), one("missing")].into_iter().for_each(&mut add),
        Question::RecordConsentBasis => {
            [spelt(answer.and_then(|answer| answer.at("record.missing"))), one("preconditionMet")].into_iter().for_each(&mut add)
        }
        Question::ChooseMeeting => {
            add(one("route"));
            each("meetings", &["meeting", "verdict"]).into_iter().for_each(&mut add);
        }
        Question::ListDeadlines => each("deadlines", &["duty", "due", "limit", "to", "channel"]).into_iter().for_each(&mut add),
        Question::MakeChecklist => each("items", &["item", "force"]).into_iter().chain([one("complete")]).for_each(&mut add),
        Question::ResolveDisagreement => each("next", &["action"]).into_iter().for_each(&mut add),
        Question::ReportQuarter => add(one("csv")),
    }
    gist
}

/// Anything told, on one line.
fn spelt(told: Option<&Told<'_>>) -> String {
    match told {
        None | Some(Told::Nothing) => String::new(),
        Some(Told::Unknown) => "unknown".to_owned(),
        Some(Told::Bool(value)) => value.to_string(),
        Some(Told::Count(count)) => count.to_string(),
        Some(Told::Text(text)) => text.clone().into_owned(),
        Some(Told::Said(said)) => said.to_string(),
        Some(Told::List(items)) => items.iter().map(|item| spelt(Some(item))).gathered().join(", "),
        Some(Told::Table(entries)) => entries.first().map_or_else(String::new, |(_, first)| spelt(Some(first))),
    }
}
