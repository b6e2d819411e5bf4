//! The short note, which stands alone in a record while the whole one stands elsewhere: what was answered, by which rule of which
//! document, on what, since when, what is still to ask, what comes before anything else, and that a whole note exists.

use std::borrow::Cow;

use super::given::Given;
use super::{text_of, weighty};
use crate::ask::plain::{at_top, is_empty, without_examples};
use crate::ask::told::{Told, Warning};
use crate::engine::stack::{CONCERNS, Stack};
use crate::pack::fact::Fact;
use crate::questions::classify_concern::moments_counted_from;
use crate::text::sentences::{
    FOR_SOME, LENGTHENING_REQUIRES_REASON, NOTE_ATTESTED, NOTE_BY_EARLIER, NOTE_BY_RULE, NOTE_NO, NOTE_SHORT_REST, NOTE_SINCE, NOTE_YES,
};
use crate::text::{Sentence, listed, words_in};
use crate::value::distinct;
use crate::value::json::Json;
use crate::value::moment::Moment;

/// It is read at once, or not at all. What comes before anything else is told whatever room that takes.
const MOST_WORDS: usize = 120;

/// Something of what was said is told, unless so much else is.
const ROOM_FOR_WHAT_WAS_SAID: usize = 15;

/// The note.
pub(super) fn short_note(told: &Told<'_>, given: &Given<'_>, head: [String; 2]) -> String {
    let short = Short { told, given, deciding: deciding(told, given) };
    let (kinds, said) = short.said_of_all();
    let [title, recorded] = head;
    let before = [Some(title), Some(recorded), Some(told.heading.clone())].into_iter().flatten().chain(short.on_what());
    let first = told.cautions.iter().filter(|caution| caution.first).map(|caution| told.words.shortened(&caution.text));
    let (mut before, first): (Vec<String>, Vec<String>) = (before.collect(), distinct(first));
    let ends = [told.settledness(), short.rest()];
    // What is still to ask is told beside what comes first, and takes no room from it.
    let settled = if told.missing.is_empty() { words_in(&ends[0]) } else { 0 };
    let taken = words_of(&before) + words_in(&ends[1]) + settled;
    let weighty = weighty::lines(told, given, kinds, MOST_WORDS.saturating_sub(taken));
    let used = [&before[..], &weighty, &first, &ends].into_iter().map(words_of).sum();
    let at_least = ROOM_FOR_WHAT_WAS_SAID.saturating_sub(words_of(&weighty));
    before.extend(weighty);
    let said = short.what_was_said(&said, MOST_WORDS.saturating_sub(used).max(at_least));
    let [settledness, rest] = ends;
    before.into_iter().chain(said).chain([settledness]).chain(first).chain([rest]).collect::<Vec<_>>().join("\n")
}

fn words_of(lines: &[String]) -> usize {
    lines.iter().map(|line| words_in(line)).sum()
}

struct Short<'s> {
    told: &'s Told<'s>,
    given: &'s Given<'s>,
    deciding: Vec<String>,
}

/// Something that was said.
struct Item {
    /// The sentence that it stands in, if in one.
    sentence: Option<&'static Sentence>,
    text: String,
    weight: Weight,
}

/// What is told of what was said, the weightiest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    /// A kind of concern, which no note leaves out in silence.
    Kind,
    /// A rule that the answer cites hangs on it.
    Decides,
    /// It is said of the concern, and would decide if it were otherwise.
    OfTheConcern,
}

impl<'s> Short<'s> {
    /// The rule that governs, which comes first.
    fn governing(&self) -> Option<&'s Json<'s>> {
        self.told.rules("because").first()
    }

    /// By which rule and since when the time counts, or that an earlier answer holds, which no rule of this one gives.
    fn on_what(&self) -> Vec<String> {
        if self.is_held_back() {
            return vec![self.told.words.say(&NOTE_BY_EARLIER.said())];
        }
        self.by_which_rule().into_iter().chain(self.since()).collect()
    }

    fn is_held_back(&self) -> bool {
        let held = |caution: &Warning| caution.code == LENGTHENING_REQUIRES_REASON.code;
        match self.first_deadline() {
            Some(first) => first.at("heldBack") == Some(&Json::Bool(true)),
            None => self.told.cautions.iter().any(held),
        }
    }

    /// The deadline of which the heading speaks: the first that the governing rule gives, of what is not done where it gives several.
    fn first_deadline(&self) -> Option<&'s Json<'s>> {
        let id = self.governing()?.at("id")?;
        let given = || self.told.decision.items_at("answer.deadlines").iter().filter(|one| one.items_at("rules").first() == Some(id));
        let is_open = |one: &&Json<'_>| {
            !matches!(one.at("onTime"), Some(Json::Bool(_) | Json::Text(_))) || one.at("overdue") == Some(&Json::Bool(true))
        };
        given().find(is_open).or_else(|| given().next())
    }

    fn by_which_rule(&self) -> Option<String> {
        let (words, rule) = (&self.told.words, self.governing()?);
        let places = [
            ("document", words.shortened(&text_of(rule, "document")).into()),
            ("place", text_of(rule, "place").into()),
            ("id", text_of(rule, "id").into()),
            ("force", words.value("force", rule.at("force")?).into()),
        ];
        Some(words.say(&NOTE_BY_RULE.with(places)))
    }

    /// The moment from which the time counts, where that was given.
    fn since(&self) -> Option<String> {
        let path = self.path_of_the_duty().or_else(|| self.path_of_the_concern())?;
        let name = path.rsplit('.').next().unwrap_or_default();
        let (what, when) = (self.given.label(&path, name), self.given.value(&path, name, self.given.facts.at(&path)?));
        let moment = if what.ends_with('?') { format!("{what} {when}") } else { format!("{what}, {when}") };
        Some(self.told.words.say(&NOTE_SINCE.with([("moment", moment.into())])))
    }

    fn path_of_the_duty(&self) -> Option<String> {
        self.first_deadline()?.at("from")?.as_text().map(str::to_owned)
    }

    /// Of the moments of a concern the one that the rule names, or that stands in for it, by the day on which counting began.
    fn path_of_the_concern(&self) -> Option<String> {
        let begun = self.told.decision.items_at("answer.counted").first()?.at("date")?.as_text()?;
        let moments = moments_counted_from(self.given.words.stack.as_deref()?, &text_of(self.governing()?, "id"));
        let is_of_that_day = |path: &&str| {
            let at = self.given.facts.at(path).and_then(Json::as_text).and_then(Moment::from_words);
            at.is_some_and(|at| at.date().to_string() == begun)
        };
        moments.into_iter().find(is_of_that_day).map(str::to_owned)
    }

    /// What the answer rests on, and where the rest of it stands.
    fn rest(&self) -> String {
        let named = self
            .told
            .decision
            .items_at("basis.packs")
            .iter()
            .map(|pack| format!("{} {}", text_of(pack, "short"), text_of(pack, "version")).into());
        self.told.words.say(&NOTE_SHORT_REST.with([("packs", listed(named))]))
    }

    /// The kinds of concern, and what else was said, the weightiest first.
    fn said_of_all(&self) -> (Vec<String>, Vec<Item>) {
        let mut items: Vec<Item> = Vec::new();
        self.said(self.given.facts.entries(), "", None, &mut items);
        items.sort_by_key(|item| item.weight);
        let (kinds, others): (Vec<Item>, Vec<Item>) = items.into_iter().partition(|item| item.weight == Weight::Kind);
        (kinds.into_iter().map(|kind| kind.text).collect(), others)
    }

    /// As much of it as there is room for: what was answered yes, attested, and what decided by a no or a word.
    fn what_was_said(&self, items: &[Item], room: usize) -> Vec<String> {
        let order = [None, Some(NOTE_YES), Some(NOTE_ATTESTED), Some(NOTE_NO)];
        let (mut lines, mut used) = (Vec::new(), 0);
        for sentence in order {
            let of_it = items.iter().filter(|item| item.sentence == sentence);
            let mut heading = sentence.filter(|of| *of != NOTE_ATTESTED).map_or(0, |of| words_in(of.words) - 1);
            let mut fits = |text: &str| {
                let words = words_in(text) + heading;
                let fits = used + words <= room;
                (used, heading) = if fits { (used + words, 0) } else { (used, heading) };
                fits
            };
            let told: Vec<&str> = of_it.map(|item| item.text.as_str()).filter(|text| fits(text)).collect();
            match sentence {
                _ if told.is_empty() => {}
                Some(sentence) if sentence != NOTE_ATTESTED => {
                    lines.push(self.told.words.say(&sentence.with([("questions", told.join(" ").into())])));
                }
                _ => lines.extend(told.into_iter().map(str::to_owned)),
            }
        }
        lines
    }

    fn said(&self, entries: &[(Cow<'_, str>, Json<'_>)], path: &str, child: Option<&str>, items: &mut Vec<Item>) {
        for (name, node) in entries {
            let below = if path.is_empty() { name.to_string() } else { format!("{path}.{name}") };
            let weight = match at_top(&below) {
                _ if name == "concernTypes" => Some(Weight::Kind),
                path if self.deciding.iter().any(|deciding| *deciding == *path) => Some(Weight::Decides),
                path => path.starts_with(CONCERNS).then_some(Weight::OfTheConcern),
            };
            let label = || self.given.label(&below, name);
            let of_whom = |text: String| match child {
                Some(child) => self.told.words.say(&FOR_SOME.with([("names", child.into()), ("caution", text.into())])),
                None => text,
            };
            match (&**name, node, self.given.answer(&below, name, node)) {
                ("children", Json::List(children), _) => children.iter().for_each(|child| {
                    self.said(child.entries(), "child", child.at("ref").and_then(Json::as_text), items);
                }),
                (_, Json::Object(inner), _) if self.given.is_of_packs(&format!("{below}.")) => self.said(inner, &below, child, items),
                (_, _, Some(sentence)) if sentence == NOTE_YES || (sentence == NOTE_NO && weight.is_some()) => {
                    let text = of_whom(without_examples(&label()));
                    items.push(Item { sentence: Some(sentence), text, weight: weight.unwrap_or(Weight::Decides) });
                }
                ("othersConsidered", Json::Bool(true), _) => {
                    let text = self.told.words.say(&NOTE_ATTESTED.said());
                    items.push(Item { sentence: Some(NOTE_ATTESTED), text, weight: Weight::Decides });
                }
                (_, node, _) if is_empty(node) => {}
                (_, Json::Text(_) | Json::List(_) | Json::Number(_), None) if weight.is_some_and(|weight| weight <= Weight::Decides) => {
                    let text = of_whom(self.told.words.named(&label(), &self.given.value(&below, name, node)));
                    items.extend(weight.map(|weight| Item { sentence: None, text, weight }));
                }
                _ => {}
            }
        }
    }
}

/// The paths of the facts on which the rules hang that the answer cites, also those that it set aside.
fn deciding(told: &Told<'_>, given: &Given<'_>) -> Vec<String> {
    let Some(stack) = given.words.stack.as_deref() else { return Vec::new() };
    let cited = ["because", "setAside"].into_iter().flat_map(|list| told.rules(list));
    let ids: Vec<String> = cited.map(|rule| text_of(rule, "id")).collect();
    let every = stack.packs.iter().flat_map(|pack| pack.every_rule());
    let rules = every.filter(|rule| ids.iter().any(|id| **id == *rule.cite().id));
    let facts = rules.flat_map(|rule| rule.cite().conditions()).flat_map(|fact| asked_behind(stack, fact));
    distinct(facts.filter(|name| stack.fact(name).is_some_and(|fact| !fact.moment)).map(|name| stack.path(&name)))
}

/// The facts that people are asked behind one that may be worked out from others.
fn asked_behind(stack: &Stack, name: &str) -> Vec<String> {
    match stack.fact(name).map_or(&[][..], Fact::parts) {
        [] => vec![name.to_owned()],
        parts => parts.iter().flat_map(|part| asked_behind(stack, part)).collect(),
    }
}
