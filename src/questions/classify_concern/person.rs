//! Whom a concern is about: what is known of a child beside the concern itself.

use super::facts::{Child, Person};
use crate::engine::sets::Sets;
use crate::engine::stack::{Held, Stack};
use crate::questions::choose_meeting::rule as choose_meeting;
use crate::value::known::Known;
use crate::value::meeting::MeetingType;
use crate::value::truth::Truth;

/// Where packs ask for what is known of a child beside the concern.
pub(crate) const OF_A_PERSON: [&str; 3] = [AGE, UNBORN, IN_ANOTHER_AREA];

pub(super) const AGE: &str = "child.age";
const UNBORN: &str = "child.unborn";
const IN_ANOTHER_AREA: &str = "child.inAnotherArea";

/// What is known of a child: what its own form says, or else what was said of all of them.
pub(super) fn known_of(of_all: Option<&Person>, child: Option<&Child>) -> Known {
    let age = child.and_then(|child| child.age.0).or(of_all.and_then(|person| person.age.0));
    let either = |of_child: fn(&Child) -> Truth, of_person: fn(&Person) -> Truth| {
        let own = child.map(of_child).filter(|truth| !truth.is_unknown());
        own.into_iter().chain(of_all.map(of_person)).reduce(Truth::or).unwrap_or_default()
    };
    let known = Known::default()
        .with(UNBORN, either(|child| child.unborn, |person| person.unborn))
        .with(IN_ANOTHER_AREA, either(|child| child.in_another_area, |person| person.in_another_area));
    age.into_iter().fold(known, |known, age| known.with(AGE, age))
}

/// Is a child a child by its own age and an adult by the one that was told of all of them, or the other way round?
pub(super) fn age_is_told_twice(of_all: &Person, child: &Child, stack: &Stack) -> bool {
    let of_one = |known: Known| ruling_out(stack, &stack.read(&known, false)).map(|held| held.holds).collect::<Vec<_>>();
    let both = of_one(known_of(Some(of_all), None)).into_iter().zip(of_one(known_of(None, Some(child))));
    both.into_iter().any(|(one, other)| !one.is_unknown() && other == !one)
}

/// The rules by which no strategy meeting is held for a person.
pub(super) fn ruling_out<'s>(stack: &'s Stack, person: &Sets) -> impl Iterator<Item = Held<'s, choose_meeting::Own>> {
    let rules_out = |own: &choose_meeting::Own| own.part == choose_meeting::Part::RulesOut && own.meeting.contains(&MeetingType::Strategy);
    stack.rules(person).into_iter().filter(move |held| rules_out(&held.rule.own))
}
