//! **Which fields are still worth asking?** In the packs' own words, so that a form can be built from the packs.
//!
//! What the decision itself asks for comes first, in its order: until that is answered, the more protective answer stands.
//! Then come the fields on which rules hang that are still open, those first on which the most hang. Where rules compete, so
//! that one leaves others nothing to say, what is open is tried out, and a field that changes nothing, however the others
//! are answered, is left out. An empty list says that nothing is worth asking any more.
//!
//! What only narrows an answer to a part of it (a duty, a list, a role), and what is recorded afterwards (who came, what was
//! done), is not asked here.

use std::cmp::Reverse;
use std::sync::Arc;

use serde::Deserialize;

use super::request;
use super::to_ask::{ToAsk, area_names};
use super::variables::meeting;
use super::words::Words;
use crate::engine::case::Case;
use crate::engine::decision::Ask;
use crate::engine::family::PARENTS_POSE_RISK;
use crate::engine::form::{Expected, Field, Kind};
use crate::engine::question::{Decided, Listed, Open};
use crate::engine::rulebook::Rulebook;
use crate::engine::stack::{CONCERNS, Stack};
use crate::error::Error;
use crate::pack::fact::Fact;
use crate::pack::rule::AnyRule;
use crate::pack::vocabulary::PackCaution;
use crate::text::sentences::{ASK_AREA, ASK_MEETING};
use crate::value::distinct;
use crate::value::json::Json;
use crate::value::known::Known;
use crate::value::meeting::{MeetingType, speaks_of};
use crate::value::order::in_order_of;
use crate::value::spelling::word;

/// Which question, and what is known already.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct Request {
    /// The question.
    #[serde(deserialize_with = "request::question")]
    pub question: &'static Listed,
    /// Its facts, as far as they are known.
    #[serde(default, deserialize_with = "request::facts")]
    pub facts: Json<'static>,
}

/// Answers which fields are still worth asking.
pub(super) fn questions_for(request: &Request, rulebook: &Rulebook) -> Result<Vec<ToAsk>, Error> {
    let question = request.question;
    let mut facts = request.facts.clone();
    if facts == Json::Null {
        facts = Json::Object(Vec::new());
    }
    let meeting_missing = question.form.needs_meeting && facts.is_open("meetingType");
    if let Json::Object(_) = facts {
        if let Some(object) = question.form.object.filter(|object| facts.is_open(object)) {
            facts.set(object, Json::Object(Vec::new()));
        }
        if meeting_missing {
            facts.set("meetingType", Json::text(MeetingType::Strategy.id().to_owned()));
        }
    }
    let decision = question.decide(&facts, rulebook)?;
    let stack = question.stack(&request::scope(&facts)?, rulebook)?;
    let words = Words { catalogue: rulebook.catalogue(), stack: Some(Arc::clone(&stack)), titles: area_names(rulebook) };
    let say = |field: Field, settles: bool| words.to_ask(field, settles);
    let mut fields = Vec::new();
    if stack.area_missing {
        let areas = rulebook.areas().into_iter().map(|(id, ..)| id.to_string());
        fields.push(say(one_of(Ask::new("area", ASK_AREA.said()), areas), false));
    }
    if meeting_missing {
        fields.push(say(one_of(Ask::new("meetingType", ASK_MEETING.said()), stack.meetings().iter().map(word)), false));
        return Ok(fields);
    }
    let form = Asking { question, facts: &facts, rulebook, stack, decision };
    let (settling, others) = form.fields();
    fields.extend(settling.into_iter().map(|field| say(field, true)));
    fields.extend(others.into_iter().map(|field| say(field, false)));
    Ok(fields)
}

fn one_of(ask: Ask, words: impl Iterator<Item = String>) -> Field {
    let words: Vec<String> = words.collect();
    Field { ask, could_change: words.len(), expected: Expected::one_of(words) }
}

pub(super) struct Asking<'a> {
    pub(super) question: &'static Listed,
    pub(super) facts: &'a Json<'a>,
    pub(super) rulebook: &'a Rulebook,
    pub(super) stack: Arc<Stack>,
    pub(super) decision: Decided,
}

impl Asking<'_> {
    /// The fields that settle the decision, and the others that are worth asking.
    fn fields(&self) -> (Vec<Field>, Vec<Field>) {
        let known = self.known();
        let others_considered = self.facts.at("othersConsidered") == Some(&Json::Bool(true));
        let Ok(case) = Case::new(&self.stack, &known, others_considered) else { return (Vec::new(), Vec::new()) };
        let expected = |path: &str| self.expected_at(path);
        let open = Open { facts: self.facts, case: &case, decision: &self.decision, expected: &expected };
        let mut others = self.hanging(&open);
        if self.question.form.rules_compete {
            self.leave_out_idle(&mut others);
        }
        self.question.own_fields(&open, &mut others);
        let bears = |ask: &Ask| others.iter().find(|other| other.ask == *ask).map_or(1, |other| other.could_change);
        let settling = |ask: &Ask| Field { could_change: bears(ask), ..open.field(ask.clone()) };
        let settling: Vec<Field> = self.decision.ask.iter().map(settling).collect();
        // Who is told apart is asked about by themselves.
        let told_apart = |path: &str| path == PARENTS_POSE_RISK && !self.facts.is_open("family");
        others.retain(|other| !told_apart(&other.ask.path) && !settling.iter().any(|field| field.ask == other.ask));
        let urgent: Vec<String> = self.urgent().map(|fact| self.stack.path(fact)).collect();
        (settling, in_order_of(others, |field| Reverse((urgent.contains(&field.ask.path), field.could_change))))
    }

    fn expected_at(&self, path: &str) -> Expected {
        if let Some(expected) = self.question.expects_at(path, &self.stack) {
            return expected;
        }
        // Of one of several children as of a single child.
        let path = path.split_once("].").map_or(path, |(_, below)| below);
        let facts: Vec<&Fact> = self.stack.asked_at(path).map(|asked| &*asked.fact).collect();
        let any = |is_so: fn(&Fact) -> bool| facts.iter().any(|fact| is_so(fact));
        let closed: Vec<String> = self.stack.words_at(path).into_iter().map(ToString::to_string).collect();
        let kind = match path {
            _ if any(|fact| fact.moment) => Kind::Moment,
            _ if any(|fact| !fact.is.is_empty() && !fact.yes_or_no) => Kind::Word,
            _ if any(|fact| fact.more_than.is_some()) => Kind::Count,
            _ if any(|fact| fact.filled) => Kind::Text,
            _ if facts.is_empty() => kind_by_name(path),
            _ => Kind::Answer,
        };
        let words = Some(closed).filter(|words| kind == Kind::Word && !words.is_empty());
        Expected { words, several: kind == Kind::Word && facts.iter().all(|fact| fact.one_of.is_empty()), ..kind.into() }
    }

    /// What is known, at the paths that the packs ask for. The question has read it already, and refused what is none.
    fn known(&self) -> Known {
        let mut known = Known::default();
        // What stands at the same path in a record is no fact of these packs: a purpose is written in any words.
        if !self.question.form.by_declared_facts {
            return known;
        }
        for path in distinct(self.stack.asked().iter().map(|asked| asked.path.as_str())) {
            if let Some(node) = self.facts.at(path) {
                let _ = known.keep(path, node);
            }
        }
        known
    }

    /// The rules that are not ruled out, as far as the decision looked at them.
    fn open_rules<'s>(&'s self, case: &'s Case<'_>) -> impl Iterator<Item = &'s dyn AnyRule> {
        let told = |id: &str| self.decision.because.iter().chain(&self.decision.also_applies).any(|told| *told.id == *id);
        let looks_at_all = self.question.form.looks_at_every_rule;
        case.open_rules(self.question.table).filter(move |rule| looks_at_all || told(&rule.cite().id))
    }

    /// The fields on which open rules hang, and those that are to be found out first.
    fn hanging(&self, open: &Open<'_>) -> Vec<Field> {
        let meeting = meeting(self.facts);
        let hangs = |rule: &&dyn AnyRule| self.question.form.by_declared_facts && speaks_of(rule.meetings(), meeting.as_ref());
        let of_rules = self.open_rules(open.case).filter(hangs).map(|rule| rule.facts());
        let used: Vec<Vec<&str>> = of_rules.chain([self.urgent().collect()]).collect();
        let several = !open.is_open("children");
        let mut hanging: Vec<Field> = Vec::new();
        for facts in used {
            for ask in distinct(self.not_known(open.case, &distinct(facts))) {
                // What is asked of each child is asked by the decision, child by child.
                let of_a_child = ask.path.starts_with(CONCERNS) || ask.path.starts_with("child.");
                match hanging.iter_mut().find(|known| known.ask == ask) {
                    Some(known) => known.could_change += 1,
                    None if several && of_a_child => {}
                    None => hanging.push(open.field(ask)),
                }
            }
        }
        hanging
    }

    /// The facts that people are told to find out first.
    pub(super) fn urgent(&self) -> impl Iterator<Item = &str> {
        let said = |caution: &&PackCaution| {
            *caution.question == *self.question.name && self.decision.cautions.iter().any(|told| told.code == caution.code)
        };
        let cautions = self.stack.packs.iter().flat_map(|pack| &pack.words.caution).filter(said);
        cautions.flat_map(|caution| &caution.when_unknown).map(|fact| &**fact)
    }

    /// The questions behind the facts among these that are not known, and the moments that were not given.
    fn not_known(&self, case: &Case<'_>, facts: &[&str]) -> Vec<Ask> {
        let is_moment = |fact: &&str| self.stack.fact(fact).is_some_and(|fact| fact.moment);
        let (moments, facts): (Vec<&str>, Vec<&str>) = facts.iter().partition(|fact| is_moment(fact));
        let mut asks = case.asks(facts);
        asks.extend(moments.into_iter().filter(|moment| case.moment(moment).is_none()).map(|moment| self.stack.ask(moment)));
        asks
    }
}

/// What is expected where no pack asks, by the name of the field: when something was, who it is, or yes or no.
fn kind_by_name(path: &str) -> Kind {
    match path.rsplit('.').next().unwrap_or_default() {
        name if matches!(name, "at" | "dueBy") || name.ends_with("At") => Kind::Moment,
        "ref" | "agency" | "specific" => Kind::Text,
        _ => Kind::Answer,
    }
}
