//! Whom a concern is about: what is known of a child beside the concern itself.

use super::facts::{Child, Person};
use crate::engine::sets::Sets;
use crate::engine::stack::{Held, Stack};
use crate::pack::vocabulary::ConcernType;
use crate::questions::choose_meeting::rule as choose_meeting;
use crate::value::Text;
use crate::value::age::KnownAge;
use crate::value::known::{Known, Stated};
use crate::value::meeting::MeetingType;
use crate::value::truth::Truth;

/// Where packs ask for what is known of a child beside the concern.
pub(crate) const OF_A_PERSON: [&str; 3] = [AGE, UNBORN, IN_ANOTHER_AREA];

pub(super) const AGE: &str = "child.age";
pub(super) const UNBORN: &str = "child.unborn";
const IN_ANOTHER_AREA: &str = "child.inAnotherArea";

/// What is known of a child: what its own form says, or else what was said of all of them.
pub(super) fn known_of(of_all: Option<&Person>, child: Option<&Child>) -> Known {
    let age = child.and_then(|child| child.age).or(of_all.and_then(|person| person.age));
    let either = |of_child: fn(&Child) -> Option<Truth>, of_person: fn(&Person) -> Option<Truth>| {
        child.and_then(of_child).into_iter().chain(of_all.and_then(of_person)).reduce(Truth::or)
    };
    let told = [
        (UNBORN, either(|child| child.unborn, |person| person.unborn)),
        (IN_ANOTHER_AREA, either(|child| child.in_another_area, |person| person.in_another_area)),
    ];
    let told = told.into_iter().filter_map(|(path, said)| Some((path, said?)));
    let known = told.fold(Known::default(), |known, (path, said)| known.with(path, said));
    age.into_iter().fold(known, |known, KnownAge(age)| known.with(AGE, age.map_or(Stated::Truth(Truth::Unknown), Stated::Count)))
}

/// What kinds of concern say of the person themselves: a risk to an unborn child is one to somebody who is not born.
pub(super) fn made_of_a_person<'k>(kinds: impl Iterator<Item = &'k ConcernType>, stack: &Stack) -> Known {
    let made = kinds.flat_map(|kind| kind.makes.iter().map(move |fact| (stack.path(fact), kind)));
    let of_a_person = made.filter(|(path, _)| OF_A_PERSON.contains(&path.as_str()));
    of_a_person.fold(Known::default(), |known, (path, kind)| known.with(path, Stated::OfKind(Text::clone(&kind.label))))
}

/// Is a child a child by its own age and an adult by the one that was told of all of them, or the other way round? So too where its
/// own is not known, and it would be an adult.
pub(super) fn age_is_told_twice(of_all: &Person, child: &Child, stack: &Stack) -> bool {
    let own_is_open = child.age == Some(KnownAge(None));
    // Whether somebody is born says nothing of two ages.
    let aged = |known: Known| Known::default().and(known.iter().filter(|(path, _)| *path != UNBORN));
    let of_one = |known: Known| ruling_out(stack, &stack.read(&aged(known), false)).map(|held| held.holds).collect::<Vec<_>>();
    let both = of_one(known_of(Some(of_all), None)).into_iter().zip(of_one(known_of(None, Some(child))));
    both.into_iter().any(|(one, other)| !one.is_unknown() && other == !one || one.is_yes() && own_is_open)
}

/// The rules by which no strategy meeting is held for a person.
pub(super) fn ruling_out<'s>(stack: &'s Stack, person: &Sets) -> impl Iterator<Item = Held<'s, choose_meeting::Own>> {
    let rules_out = |own: &choose_meeting::Own| own.part == choose_meeting::Part::RulesOut && own.meeting.contains(&MeetingType::Strategy);
    stack.rules(person).into_iter().filter(move |held| rules_out(&held.rule.own))
}
