//! A decision, said in the words of a catalogue.

use serde::Serialize;

use super::words::Words;
use crate::text::sentences::{
    AIM, AIM_HAS_GONE, FOR_SOME, LENGTHENED_ON_RECORD, LENGTHENING_REQUIRES_REASON, MOVED_LATER, NO_SALT, NOT_SETTLED, NOT_SETTLED_BELOW,
    NOT_SETTLED_MORE, SETTLED, THE_REST, WHY_NOT,
};
use crate::text::{Said, Sentence, words_in};
use crate::value::json::Json;
use crate::value::{Text, distinct};

/// A question that would settle the answer.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Missing {
    /// The fact's path.
    pub path: String,
    /// The question.
    pub question: String,
}

/// A caution as callers get it.
pub(super) struct Warning {
    pub code: String,
    pub text: String,
    /// Is it to be heeded before anything else?
    pub first: bool,
}

/// A decision in words.
pub(super) struct Told<'d> {
    pub words: Words<'d>,
    /// The decision as callers get it.
    pub decision: &'d Json<'d>,
    pub heading: String,
    pub advice: Option<String>,
    settled: bool,
    pub why: Vec<String>,
    pub why_not: Vec<String>,
    pub missing: Vec<Missing>,
    pub cautions: Vec<Warning>,
    /// Each rule that was weakened here: from what to what, and why.
    pub weakened: Vec<String>,
    /// The rules that were set aside only because nobody named what they need: that stands among what was attested.
    pub not_named: Vec<String>,
}

/// An explanation is read at once or not at all: the rest stands in the reasons and in the note.
const MOST_WORDS: usize = 120;

/// Of what is still to ask, no more is said at once.
const MOST_WORDS_OF_QUESTIONS: usize = 40;

/// Cautions about the sources and about how a time was read: in an explanation they come after everything else.
const IN_THE_BACKGROUND: [&str; 6] = [
    "source-superseded",
    "document-checked-long-ago",
    "calendar-exceeded",
    "read-as-london-time",
    "read-as-start-of-day",
    "bank-holidays-added",
];

/// What is said of an earlier answer that holds, or that was replaced.
const OF_AN_EARLIER_ANSWER: [&str; 3] = [LENGTHENING_REQUIRES_REASON.code, LENGTHENED_ON_RECORD.code, MOVED_LATER.code];

impl<'d> Told<'d> {
    pub(super) fn of(decision: &'d Json<'d>, words: Words<'d>) -> Self {
        let text = |path: &str| decision.at(path).and_then(Json::as_text).map(str::to_owned);
        let of = |node: &Json<'_>, name: &str| node.at(name).and_then(Json::as_text).unwrap_or_default().to_owned();
        let list = |name: &str| decision.items_at(name);
        let why_not = |rule: &Json<'_>| {
            let places = [("rule", words.cited(rule)?.into()), ("reason", of(rule, "reason").into())];
            Some(words.say(&WHY_NOT.with(places)))
        };
        let warning =
            |caution: &Json<'_>| Warning { code: of(caution, "code"), text: of(caution, "text"), first: of(caution, "level") == "first" };
        // Of one of several children it is said of whom it is asked.
        let of_whom = |ask: &Json<'_>| {
            let (path, question) = (of(ask, "path"), of(ask, "question"));
            let place = path.strip_prefix("children[").and_then(|rest| rest.split(']').next()?.parse::<usize>().ok());
            let reference = place
                .and_then(|place| decision.items_at("answer.perChild").get(place))
                .map(|child| of(child, "ref"))
                .filter(|name| !name.is_empty());
            match reference {
                Some(name) => words.say(&FOR_SOME.with([("names", name.into()), ("caution", question.into())])),
                None => question,
            }
        };
        Told {
            decision,
            heading: text("answer.heading").unwrap_or_default(),
            advice: text("answer.advice"),
            settled: decision.at("settled") == Some(&Json::Bool(true)),
            why: list("because").iter().filter_map(|rule| words.cited(rule)).collect(),
            why_not: list("setAside").iter().filter_map(why_not).collect(),
            missing: list("ask").iter().map(|ask| Missing { path: of(ask, "path"), question: of_whom(ask) }).collect(),
            // Whoever reads a note makes no record of it.
            cautions: list("cautions").iter().map(warning).filter(|caution| caution.code != NO_SALT.code).collect(),
            weakened: weakened(list("setAside"), &words),
            not_named: Vec::new(),
            words,
        }
    }

    /// Says this before all other cautions.
    pub(super) fn tell_first(&mut self, sentence: &'static Sentence) {
        let warning = Warning { code: sentence.code.to_owned(), text: self.words.say(&sentence.said()), first: true };
        self.cautions.insert(0, warning);
    }

    /// The rules in one of the decision's lists.
    pub(super) fn rules(&self, list: &str) -> &'d [Json<'d>] {
        self.decision.items_at(list)
    }

    /// Is it settled, or what is still to ask?
    pub(super) fn settledness(&self) -> String {
        let questions: Vec<&str> = distinct(self.missing.iter().map(|missing| missing.question.as_str()));
        let all = questions.join(" ");
        let said = match questions.first() {
            None if self.settled => SETTLED.said(),
            Some(first) if words_in(&all) > MOST_WORDS_OF_QUESTIONS => {
                NOT_SETTLED_MORE.with([("number", questions.len().into()), ("question", (*first).into())])
            }
            _ => NOT_SETTLED.with([("questions", all.into())]),
        };
        self.words.say(&said)
    }

    /// The same in a note, which lists its questions by themselves.
    pub(super) fn settledness_in_short(&self) -> String {
        if self.missing.is_empty() { self.settledness() } else { self.words.say(&NOT_SETTLED_BELOW.said()) }
    }

    /// The suggestion beside the limit, where it is another day.
    pub(super) fn aim(&self) -> Option<String> {
        let day = |name: &str| self.decision.at(name).filter(|day| day.as_text().is_some());
        let (aim, limit) = (day("answer.aimBy")?, day("answer.dueBy")?);
        let said = |day: &Json<'_>| self.words.value("", day).into();
        let has_gone =
            self.decision.items_at("cautions").iter().any(|caution| caution.at("code").and_then(Json::as_text) == Some(AIM_HAS_GONE.code));
        (aim != limit && !has_gone).then(|| self.words.say(&AIM.with([("date", said(aim)), ("limit", said(limit))])))
    }

    /// The answer with its reasons, as many as can be read at once.
    pub(super) fn explanation(&self) -> String {
        let settledness = || (!self.settled).then(|| self.settledness());
        let first = [Some(self.heading.clone()), self.advice.clone().or_else(settledness), self.aim()];
        let mut lines: Vec<String> = first.into_iter().flatten().collect();
        let rest = self.words.say(&THE_REST.said());
        let room = MOST_WORDS - words_in(&rest);
        let mut used: usize = lines.iter().map(|line| words_in(line)).sum();
        let mut is_whole = true;
        let (behind, before): (Vec<_>, Vec<_>) = self.cautions.iter().partition(|caution| IN_THE_BACKGROUND.contains(&&*caution.code));
        let cautions = |told: Vec<&Warning>| told.into_iter().map(|caution| self.words.shortened(&caution.text)).collect::<Vec<_>>();
        // The first reason with its paragraph and its words, the others by their sentences.
        let others = self.rules("because").iter().skip(1).filter_map(|rule| self.words.see(rule));
        // That an earlier answer holds, or was replaced, is why before any rule.
        let (of_earlier, before): (Vec<_>, Vec<_>) = before.into_iter().partition(|caution| OF_AN_EARLIER_ANSWER.contains(&&*caution.code));
        // What is to be done, or left, before anything else is told before why.
        let (first, before): (Vec<_>, Vec<_>) = before.into_iter().partition(|caution| caution.first);
        let why = cautions(of_earlier).into_iter().chain(cautions(first)).chain(self.weakened.iter().cloned());
        let why = why.chain(self.why.iter().take(1).cloned());
        let reasons = why.chain(cautions(before)).chain(others);
        for line in reasons.chain(self.why_not.iter().cloned()).chain(cautions(behind)) {
            match used + words_in(&line) {
                with_it if with_it <= room => {
                    used = with_it;
                    lines.push(line);
                }
                _ => is_whole = false,
            }
        }
        lines.extend((!is_whole).then_some(rest));
        lines.join("\n")
    }
}

/// What is said of each rule that was weakened, of those that were set aside. Every rule of every pack is gone through for them.
fn weakened(set_aside: &[Json<'_>], words: &Words<'_>) -> Vec<String> {
    let Some(stack) = words.stack.as_deref().filter(|_| !set_aside.is_empty()) else { return Vec::new() };
    let text = |rule: &Json<'_>, name: &str| rule.at(name).and_then(Json::as_text).map(str::to_owned);
    let applies = |id: &Text, full: &Said| {
        let full = words.say(full);
        set_aside.iter().any(|rule| text(rule, "id").as_deref() == Some(id) && text(rule, "reason").as_ref() == Some(&full))
    };
    let applying = stack.weakenings().into_iter().filter(|(id, full, _)| applies(id, full));
    distinct(applying.map(|(_, _, short)| format!("{}.", words.say(&short).trim_end_matches('.'))))
}
