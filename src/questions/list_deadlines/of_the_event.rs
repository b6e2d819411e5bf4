//! Rules that do not answer for what happened: they were not in force on its day, or another moment tells better from when
//! their time counts.

use super::rule::Own;
use crate::engine::case::Case;
use crate::engine::decision::Cited;
use crate::engine::stack::{Held, outside};
use crate::text::Said;
use crate::text::sentences::COUNTS_FROM_ANOTHER;
use crate::value::moment::Moment;

/// A rule that is set aside, and why.
pub(super) struct Aside<'c> {
    pub held: Held<'c, Own>,
    why: Said,
}

impl Aside<'_> {
    /// The rule, as answers cite it.
    pub(super) fn cited(&self) -> Cited {
        self.held.cited().set_aside(self.why.clone())
    }
}

/// The rules that answer, and those that do not.
pub(super) fn answering<'c>(rules: Vec<Held<'c, Own>>, case: &Case<'_>) -> (Vec<Held<'c, Own>>, Vec<Aside<'c>>) {
    let (mut answering, mut aside) = (Vec::new(), Vec::new());
    for held in rules {
        match why_not(&held, case) {
            Some(why) => aside.push(Aside { held, why }),
            None => answering.push(held),
        }
    }
    (answering, aside)
}

fn why_not(held: &Held<'_, Own>, case: &Case<'_>) -> Option<Said> {
    let (cite, own) = (&held.rule.cite, &held.rule.own);
    let start = own.from.as_deref().and_then(|from| case.moment(from));
    if let Some(other) = own.unless_known.as_deref().filter(|fact| case.moment(fact).is_some_and(|other| could_belong(start, other))) {
        return Some(COUNTS_FROM_ANOTHER.with([("question", case.stack.question(other).into())]));
    }
    outside(start?.date(), cite.since, cite.until)
}

/// Could both be of one meeting? One that ran over midnight ends on the next day; what is told of a later day tells nothing, and
/// the earlier time is kept.
pub(crate) fn could_belong(start: Option<Moment>, other: Moment) -> bool {
    start.is_none_or(|start| start.date().succ_opt().is_none_or(|next| other.date() <= next))
}
