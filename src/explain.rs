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
use crate::words::decision::Ask;
use crate::words::moment::{Moment, spoken};
use crate::words::refusal::Refusal;
use crate::words::{and_list, once, sort_by_key};

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
        pub missing: Vec<Ask>,
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
        pub question: &'static str,
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
    let told = questions::ask(request.question, facts, rulebook, Decided::of).map_err(in_facts)?;
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
struct Decided {
    heading: String,
    advice: Option<String>,
    settled: bool,
    why: Vec<String>,
    why_not: Vec<String>,
    missing: Vec<Ask>,
    cautions: Vec<String>,
    documents: Vec<String>,
}

fn text(told: &Told<'_>, path: &str) -> String {
    told.at(path).and_then(Told::text_of).unwrap_or_default()
}

impl Decided {
    fn of(told: &Told<'_>) -> Self {
        let each =
            |list: &str, say: &dyn Fn(&Told<'_>) -> String| told.at(list).map_or(&[][..], Told::items).iter().map(say).collect::<Vec<_>>();
        let cited = |rule: &Told<'_>| {
            let (force, place) = (text(rule, "force"), text(rule, "place"));
            format!(
                "{} {} ({}, {place}: \u{201c}{}\u{201d}; \u{201c}{force}\u{201d}).",
                text(rule, "id"),
                text(rule, "sentence").trim_end_matches('.'),
                text(rule, "document"),
                text(rule, "words")
            )
        };
        let set_aside = |rule: &Told<'_>| format!("Not {}: {} {}", text(rule, "id"), text(rule, "sentence"), text(rule, "reason"));
        let ask = |ask: &Told<'_>| (text(ask, "path"), text(ask, "question"));
        Decided {
            heading: text(told, "answer.heading"),
            advice: told.at("answer.advice").and_then(Told::text_of),
            settled: matches!(told.at("settled"), Some(Told::Bool(true))),
            why: each("because", &cited),
            why_not: each("setAside", &set_aside),
            missing: told.at("ask").map_or(&[][..], Told::items).iter().map(ask).map(|(path, question)| Ask::new(path, question)).collect(),
            cautions: each("cautions", &|caution| text(caution, "text")),
            documents: each("basis.packs", &|pack| {
                format!("{}, version {}. {}", text(pack, "title"), text(pack, "version"), text(pack, "label"))
            }),
        }
    }

    fn settledness(&self) -> String {
        if self.settled {
            return "This is settled on what is known.".to_owned();
        }
        let questions: Vec<&str> = self.missing.iter().map(|ask| &*ask.question).collect();
        format!("This is not settled. Still to ask: {}", questions.join(" "))
    }

    fn explanation(&self) -> String {
        let mut lines = vec![self.heading.clone()];
        lines.extend(self.advice.clone());
        if self.advice.is_none() {
            lines.push(self.settledness());
        }
        lines.extend(self.why.iter().cloned());
        lines.extend(self.why_not.iter().cloned());
        lines.extend(self.cautions.iter().cloned());
        lines.join("\n")
    }

    fn case_note(&self, request: &Request, variables: &[Variable]) -> String {
        let facts = &request.facts.0;
        let moment = |name: &str| facts.at(name).and_then(|node| Moment::from_words(node.text("").ok()?)).map(|at| said(&at));
        let open = || "________".to_owned();
        let mut lines = vec![format!("Case note: {}", request.question.spoken())];
        let at = request.recorded_at.as_ref().map_or_else(open, said);
        let by = request.recorded_by.clone().filter(|role| !role.trim().is_empty()).unwrap_or_else(open);
        lines.push(format!("Recorded: {at}, by {by} (role)."));
        if let Some(at) = moment("concernsIdentifiedAt") {
            lines.push(format!("Concern first recorded: {at}."));
        }
        if let Some(at) = moment("referralReceivedAt") {
            lines.push(format!("Referral received: {at}."));
        }
        for (answer, label) in [("yes", "Answered yes"), ("no", "Answered no"), ("not known", "Not known")] {
            let asked: Vec<&str> =
                variables.iter().filter(|variable| variable.said(facts) == answer).map(|variable| variable.question).collect();
            if !asked.is_empty() && (answer != "not known" || asked.len() <= MOST_UNKNOWN) {
                lines.push(format!("{label}: {}", asked.join(" ")));
            }
        }
        lines.push(format!("What the documents say: {}", self.heading));
        lines.extend(self.why.iter().map(|why| format!("- {why}")));
        lines.extend(self.why_not.iter().map(|why_not| format!("- {why_not}")));
        lines.push(self.settledness());
        lines.extend(self.documents.iter().map(|document| format!("Source: {document}")));
        lines.push("Decision (for the person who decides): ________".to_owned());
        lines.push("Reason: ________".to_owned());
        lines.join("\n")
    }
}

/// A note that lists more questions than this that nobody answered is read by nobody.
const MOST_UNKNOWN: usize = 12;

fn said(at: &Moment) -> String {
    format!("{} at {}", spoken(at.date()), at.time_of_day())
}

impl Question {
    /// The question, as a practitioner asks it.
    pub fn spoken(self) -> &'static str {
        match self {
            Question::ClassifyConcern => "How soon must the strategy meeting be held?",
            Question::ListAttendees => "Who must, should and may attend?",
            Question::CheckAction => "Is this action SMART?",
            Question::CheckPlan => "Is the plan complete?",
            Question::RecordConsentBasis => "On what basis may information be shared?",
            Question::ChooseMeeting => "Which meeting does this call for?",
            Question::ListDeadlines => "What falls due, for whom, by when?",
            Question::MakeChecklist => "What must be ready?",
            Question::ResolveDisagreement => "We disagree: what is the next step?",
            Question::ReportQuarter => "How did our meetings do this quarter?",
        }
    }
}

/// A path that rules ask about, and the answers that could stand there.
#[derive(Clone, Debug)]
pub struct Variable {
    /// The path.
    pub path: String,
    /// The question behind it.
    pub question: &'static str,
    /// Answers with their words.
    pub answers: Vec<(Node, String)>,
}

impl Variable {
    /// The paths that the rules of a question use, of a meeting where the facts name one.
    pub fn of(question: Question, facts: &Node, rulebook: &Rulebook) -> Vec<Variable> {
        let texts = |name: &str| match facts.at(name) {
            Some(Node::List(items)) => Some(items.iter().filter_map(|item| item.text("").ok().map(str::to_owned)).collect::<Vec<_>>()),
            _ => None,
        };
        let one = |name: &str| facts.at(name).and_then(|node| node.text("").ok());
        let packs = texts("packs");
        let as_of = one("asOf").and_then(Moment::from_words).map(|at| at.date());
        let asked = Asked { area: one("area"), packs: packs.as_deref(), as_of, national: facts.at("national") == Some(&Node::Bool(true)) };
        let Ok(stack) = rulebook.stack(&asked) else { return Vec::new() };
        let meeting = one("meetingType").map(crate::words::kebab);
        let names = once(stack.packs.iter().flat_map(|pack| question.facts_used(pack, meeting.as_deref(), &|_| true)).collect());
        Variable::of_facts(&names, &stack)
    }

    /// The paths at which facts are asked.
    pub fn of_facts(names: &[&'static str], stack: &Stack<'_>) -> Vec<Variable> {
        let mut names = names.to_vec();
        let mut next = 0;
        while let Some(name) = names.get(next).copied() {
            let parts = stack.fact(name).map_or(&[][..], Fact::parts);
            names.extend(parts.iter().filter(|part| !names.contains(part)).collect::<Vec<_>>());
            next += 1;
        }
        let mut variables: Vec<Variable> = Vec::new();
        for name in names {
            let Some(fact) = stack.fact(name).filter(|fact| fact.is_asked() && !fact.moment) else { continue };
            let path = fact.path_of(name);
            let place = variables.iter().position(|variable| variable.path == path).unwrap_or_else(|| {
                variables.push(Variable { path, question: fact.asks, answers: Vec::new() });
                variables.len() - 1
            });
            for answer in fact.answers() {
                if !variables[place].answers.iter().any(|(known, _)| *known == answer.0) {
                    variables[place].answers.push(answer);
                }
            }
        }
        variables
    }

    /// What the facts say here: yes, no, not known, or nothing at all.
    fn said(&self, facts: &Node) -> &'static str {
        match facts.at(&self.path) {
            Some(Node::Bool(true)) => "yes",
            Some(Node::Bool(false)) => "no",
            None if facts.at("othersConsidered") == Some(&Node::Bool(true)) => "no",
            None | Some(Node::Null) => "not known",
            Some(Node::Text(word)) if word == "unknown" => "not known",
            Some(_) => "given",
        }
    }
}

impl Fact {
    /// Answers that make it a yes and a no, each with its words.
    fn answers(&self) -> Vec<(Node, String)> {
        let text = |word: &str| (Node::Text(word.to_owned()), word.replace('-', " "));
        if let Some(limit) = self.more_than {
            return [limit + 1, limit].map(|count| (Node::Number(Some(count)), count.to_string())).to_vec();
        }
        if !self.is.is_empty() {
            let other = self.one_of.iter().find(|word| !self.is.contains(word)).copied().unwrap_or("other");
            return vec![text(self.is[0]), text(other)];
        }
        if self.filled {
            return vec![(Node::Text("given".to_owned()), "given".to_owned()), (Node::Text(String::new()), "left empty".to_owned())];
        }
        vec![(Node::Bool(true), "yes".to_owned()), (Node::Bool(false), "no".to_owned())]
    }
}

/// The smallest set of facts that would change the answer: exact over all sets that are tried.
fn nearest_change(question: Question, facts: &Node, rulebook: &Rulebook, variables: &[Variable]) -> Option<NearestChange> {
    let gist_and_heading =
        |facts: &Node| questions::ask(question, facts, rulebook, |told| (gist(question, told), text(told, "answer.heading"))).ok();
    let (now, _) = gist_and_heading(facts)?;
    let most_changed = if variables.len() <= FEW_ENOUGH_FOR_THREE { 3 } else { 2 };
    (1..=most_changed).find_map(|size| {
        let mut chosen = Vec::new();
        search(variables, size, &mut chosen, facts, &mut |changed, chosen| {
            let (gist, heading) = gist_and_heading(changed)?;
            (gist != now).then(|| told(chosen, variables, heading))
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
        for (index, (answer, _)) in variables[place].answers.iter().enumerate() {
            if facts.at(&variables[place].path) == Some(answer) {
                continue;
            }
            let mut changed = facts.clone();
            changed.set(&variables[place].path, answer.clone());
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

fn told(chosen: &[Chosen], variables: &[Variable], heading: String) -> NearestChange {
    let changed = |(place, index): &Chosen| {
        let variable = &variables[*place];
        Changed { path: variable.path.clone(), question: variable.question, answer: variable.answers[*index].1.clone() }
    };
    let facts: Vec<Changed> = chosen.iter().map(changed).collect();
    let said: Vec<String> = facts.iter().map(|fact| format!("\u{201c}{}\u{201d} were answered {}", fact.question, fact.answer)).collect();
    let sentence = format!("If {}: {heading}", and_list(&said.iter().map(String::as_str).collect::<Vec<_>>()));
    NearestChange { sentence, facts, heading }
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
            .map(|item| {
                if names.is_empty() {
                    spelt(Some(item))
                } else {
                    names.iter().map(|name| spelt(item.at(name))).collect::<Vec<_>>().join(" ")
                }
            })
            .collect()
    };
    let one = |name: &str| spelt(answer.and_then(|answer| answer.at(name)));
    match question {
        Question::ClassifyConcern => [one("timescale"), one("dueBy")].into_iter().for_each(&mut add),
        Question::ListAttendees => {
            for list in ["required", "expected", "optional", "excluded"] {
                let mut people = each(list, &["agency", "part"]);
                sort_by_key(&mut people, String::clone);
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
        Some(Told::List(items)) => items.iter().map(|item| spelt(Some(item))).collect::<Vec<_>>().join(", "),
        Some(Told::Table(entries)) => entries.first().map_or_else(String::new, |(_, first)| spelt(Some(first))),
    }
}
