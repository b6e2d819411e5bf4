//! The two sides of a comparison, and the rules in which they differ.

use std::fmt::{self, Display, Formatter};
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize};

use super::Difference;
use crate::check;
use crate::engine::rulebook::Rulebook;
use crate::engine::scope::Scope;
use crate::engine::stack::Stack;
use crate::error::{Code, Error};
use crate::pack::Pack;
use crate::pack::rule::{AnyRule, Rule};
use crate::questions::choose_meeting;
use crate::questions::choose_meeting::Route;
use crate::value::json::Json;
use crate::value::{distinct, read};

/// A pack by id, a pack in object form as JSON text, or a list of ids that answer together.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Side(Vec<String>);

impl<'de> Deserialize<'de> for Side {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let side = Json::deserialize(deserializer)?;
        match &side {
            Json::Text(text) => Ok(Side(vec![text.to_string()])),
            Json::List(_) => read::json(&side).map(Side).map_err(|error| read::handed_on(&error)),
            _ => Err(read::handed_on(&Error::expected(Code::BadInput, "a pack, the id of one, or a list of ids"))),
        }
    }
}

/// One side, ready to be asked.
pub(super) struct Ready {
    pub rulebook: Rulebook,
    /// The ids of the packs that answer.
    pub packs: Vec<String>,
    /// The packs that answer, compiled.
    pub stack: Arc<Stack>,
}

/// Both sides, ready to be asked. A version of a pack answers with all that either stands on, so that only the pack itself
/// differs.
pub(super) fn ready(before: &Side, after: &Side, rulebook: &Rulebook) -> Result<(Ready, Ready), Error> {
    let stacks = before.0.len() > 1 || after.0.len() > 1;
    Ok((before.ready(rulebook, "before", stacks)?, after.ready(rulebook, "after", stacks)?))
}

impl Side {
    fn ready(&self, rulebook: &Rulebook, path: &str, stacks: bool) -> Result<Ready, Error> {
        let in_path = |error: Error| {
            let inside = format!("{path}.{}", error.path()).trim_end_matches('.').to_owned();
            error.at(inside)
        };
        let (rulebook, packs) = match self.0.as_slice() {
            [text] if text.trim_start().starts_with('{') => {
                let pack = check::read(text, rulebook).map_err(in_path)?.pack;
                let packs = alone(&pack);
                (in_place(rulebook, pack), packs)
            }
            ids => {
                let stack = rulebook.stack(&Scope::packs(ids.iter().cloned())).map_err(in_path)?;
                let one = stack.packs.first().filter(|_| ids.len() == 1 && !stacks);
                (rulebook.clone(), one.map_or_else(|| ids.to_vec(), |pack| alone(pack)))
            }
        };
        let stack = rulebook.stack(&Scope::packs(packs.iter().cloned())).map_err(in_path)?;
        Ok(Ready { rulebook, packs, stack })
    }
}

/// A pack with those it stands on.
fn alone(pack: &Pack) -> Vec<String> {
    let document = pack.document();
    [&document.id].into_iter().chain(&document.stands_on).map(ToString::to_string).collect()
}

/// The same rulebook with a pack in place of the one that has its id.
fn in_place(rulebook: &Rulebook, pack: Pack) -> Rulebook {
    let others = rulebook.packs().iter().filter(|other| other.document().id != pack.document().id);
    let packs = others.cloned().collect::<Vec<_>>().into_iter().chain([Arc::new(pack)]);
    rulebook.of(packs.collect())
}

/// How a rule differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// Only the later side has it.
    Added,
    /// Only the earlier side has it.
    Removed,
    /// It answers otherwise.
    Changed,
    /// It is only worded otherwise.
    Reworded,
}

impl Display for How {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.serialize(f)
    }
}

impl Ready {
    /// The rules of its packs, in the order of the rulebook.
    fn rules(&self) -> Vec<&dyn AnyRule> {
        let answering = self.rulebook.packs().iter().filter(|pack| self.packs.iter().any(|id| **id == *pack.document().id));
        answering.flat_map(|pack| pack.every_rule()).collect()
    }
}

/// The rules in which two sides differ.
pub(super) fn differences(before: &Ready, after: &Ready) -> Vec<Difference> {
    let moved = moved(before, after);
    let is_moved = |rule: &dyn AnyRule| {
        let own = rule.as_any().downcast_ref::<Rule<choose_meeting::rule::Own>>().map(|rule| &rule.own);
        own.is_some_and(|own| own.meeting.iter().map(Route::from).chain(own.route.clone()).any(|route| moved.contains(&route)))
    };
    let (before, after) = (before.rules(), after.rules());
    let difference = |rule: &dyn AnyRule, how| Difference { table: rule.table(), id: rule.cite().id.to_string(), how };
    let gone_or_changed = before.iter().filter_map(|rule| {
        let how = match after.iter().find(|other| is_same_rule(*rule, **other)) {
            None => How::Removed,
            Some(now) if !now.same_effect(*rule) || is_moved(*rule) => How::Changed,
            Some(now) if now.is_same(*rule) => return None,
            Some(_) => How::Reworded,
        };
        Some(difference(*rule, how))
    });
    let new = after.iter().filter(|rule| !before.iter().any(|other| is_same_rule(**rule, *other)));
    distinct(gone_or_changed.chain(new.map(|rule| difference(*rule, How::Added))))
}

/// The kinds of meeting that both sides declare, and that do not protect as much on both.
fn moved(before: &Ready, after: &Ready) -> Vec<Route> {
    let rank = |route: &Route, side: &Ready| route.rank(side.stack.entries(|pack| &pack.words.meeting_type));
    let (then, now) = (before.stack.meetings(), after.stack.meetings());
    let both = then.iter().filter(|meeting| now.contains(meeting)).map(Route::from);
    both.filter(|route| rank(route, before) != rank(route, after)).collect()
}

fn is_same_rule(one: &dyn AnyRule, other: &dyn AnyRule) -> bool {
    one.table() == other.table() && one.cite().id == other.cite().id
}
