//! **Who must, should and may attend, who chairs, and is the meeting quorate?**
//!
//! Every rule of every pack in use adds people; none takes away whom another requires, so the longest list holds.
//! Where something is not known, the person stands in the list until it is. The forms that a meeting may take are
//! those that every document allows. A minimum that is not met is said, and is never a reason to wait.

mod answer;
mod cautions;
mod chair;
mod expand;
mod facts;
mod fields;
mod form;
pub(crate) mod minimum;
mod people;
mod presence;
pub(crate) mod rule;

pub use answer::{Attendee, FormatAnswer, Role, WhoAttends};
pub use facts::{Chair, Facts, OtherAgency, Representative};
pub use rule::{ChairTest, Part};

use crate::engine::case::Case;
use crate::engine::children::known_of_each;
use crate::engine::decision::{Decision, Reasons};
use crate::engine::family::{Relative, told_of_all};
use crate::engine::form::{Expected, Field, Form};
use crate::engine::kinds::known_with;
use crate::engine::question::{Open, Question};
use crate::engine::rulebook::Rulebook;
use crate::engine::scope::Scope;
use crate::engine::stack::{Held, Stack};
use crate::error::{Code, Error};
use crate::text::sentences::{EXPECTED_AT, MAY_BE_INVITED, NEEDED_AT, NOBODY_NAMED, WHO_ATTENDS};
use crate::text::{Said, Sentence, listed_at_once};
use crate::value::Text;
use presence::Presence;
use rule::Own;

/// The question in the list of all.
pub(crate) struct ListAttendees;

impl Question for ListAttendees {
    const NAME: &'static str = "list-attendees";
    const TABLE: &'static str = "list_attendees";
    const ASKS: &'static Sentence = WHO_ATTENDS;
    type Facts = Facts;
    type Answer = WhoAttends;
    const FORM: Form = fields::FORM;

    fn decide(scope: &Scope, facts: &Facts, rulebook: &Rulebook) -> Result<Decision<WhoAttends>, Error> {
        let stack = rulebook.stack(scope)?;
        stack.check_meeting(Some(&facts.meeting_type))?;
        let known = known_with(facts.concern_types.as_deref(), &facts.known, &stack)?;
        let children = known_of_each(facts.children.as_deref(), &stack)?;
        let told = told_of_all(&known, facts.family.as_deref(), &stack)?;
        let case = Case::of_children(&stack, &told, &children, facts.others_considered)?.at(Some(&facts.meeting_type));
        let attendance = presence::attendance(facts)?;
        if facts.children.is_some() && children.is_empty() {
            return Err(Error::new(Code::BadInput, "children", "expected at least one child, or no list"));
        }
        let speaks = |held: &Held<'_, Own>| held.rule.own.meeting.contains(&facts.meeting_type) && !held.holds.is_no();
        let rules = case.rules().into_iter().filter(speaks).collect();
        let family = Relative::each(&stack, &known, &children, facts.family.as_deref(), facts.others_considered)?;
        let meeting = Meeting { facts, case, rules, family };
        let presence = attendance.as_deref().map(|attendance| Presence::of(&meeting, attendance));
        Ok(meeting.decision(presence.as_ref()))
    }

    fn own_fields(open: &Open<'_>, fields: &mut Vec<Field>) {
        fields::own_fields(open, fields);
    }

    fn expects_at(path: &str, _: &Stack) -> Option<Expected> {
        fields::expects_at(path)
    }
}

impl Rulebook {
    /// Answers who must, should and may attend, who chairs, and whether the minimum is met.
    ///
    /// # Errors
    /// An [`Error`] where an area, a pack, an agency or a fact is not known as such.
    ///
    /// ```
    /// use safeguarding_rules::list_attendees::Facts;
    /// use safeguarding_rules::{Known, MeetingType, Rulebook, Scope};
    ///
    /// let known = Known::default().with("child.lookedAfter", true);
    /// let facts = Facts { known, ..Facts::of(MeetingType::Strategy) };
    /// let decision = Rulebook::built_in().list_attendees(&Scope::area("county-durham"), &facts)?;
    ///
    /// let required: Vec<&str> = decision.answer.required.iter().map(|person| person.agency.id()).collect();
    /// assert_eq!(required, ["childrens-social-care", "police", "health", "fostering-service"]);
    /// assert!(decision.settled);
    /// # Ok::<(), safeguarding_rules::Error>(())
    /// ```
    pub fn list_attendees(&self, scope: &Scope, facts: &Facts) -> Result<Decision<WhoAttends>, Error> {
        ListAttendees::decide(scope, facts, self)
    }
}

/// A meeting, and the rules that speak of it and are not ruled out.
struct Meeting<'c> {
    facts: &'c Facts,
    case: Case<'c>,
    rules: Vec<Held<'c, Own>>,
    /// The people of the family, where they are told apart.
    family: Vec<Relative<'c>>,
}

impl Meeting<'_> {
    fn decision(&self, presence: Option<&Presence<'_>>) -> Decision<WhoAttends> {
        let format = self.format();
        let people = self.people(format.as_ref());
        let answer = WhoAttends {
            heading: self.heading(&people.required, &people.expected, &people.optional),
            open_list: self.rules.iter().any(|held| held.rule.own.open_list),
            chair: self.role(|own| &own.chair),
            administrator: self.role(|own| &own.administrator),
            coordinator: self.role(|own| &own.coordinator),
            coordinator_valid: self.coordinator_valid(),
            lead_professional: self.role(|own| &own.lead_professional),
            quorate: presence.map(|presence| self.quorate(presence, format.as_ref())),
            all_required_present: presence.map(|presence| presence::all_there(presence, &people.required)),
            missing: presence.map(|presence| presence::missing(presence, &people.required)).unwrap_or_default(),
            chair_valid: self.chair_valid(presence),
            record_required_from: self.records(presence, &people.required),
            required: people.required,
            expected: people.expected,
            optional: people.optional,
            excluded: people.excluded,
            format,
        };
        let looser = answer.format.iter().flat_map(|format| self.looser_formats(format));
        let replaced = self.case.replaced(|own: &Own| own.meeting.contains(&self.facts.meeting_type));
        let ask_name = presence.and_then(|presence| Self::ask_name(presence, &answer.required));
        let reasons = Reasons {
            because: people.because,
            also_applies: people.also_applies,
            set_aside: looser.chain(replaced).collect(),
            ask: people.ask.into_iter().chain(self.ask_role_of_chair()).chain(ask_name).collect(),
            cautions: self.cautions(&answer, presence),
            others_considered: self.facts.others_considered,
            today: None,
        };
        let leading = first_invited(&answer).map(|person| Text::clone(&person.rule));
        self.case.decision(answer, reasons.led_by(leading.as_deref()))
    }

    fn heading(&self, required: &[Attendee], expected: &[Attendee], optional: &[Attendee]) -> Said {
        // Whoever is not to be invited yet stands in the list, and is not called together.
        let invited = |people: &[Attendee]| people.iter().filter(|person| !person.not_yet_invited).cloned().collect::<Vec<_>>();
        let [required, expected, optional] = [required, expected, optional].map(invited);
        let names = |people: &[Attendee]| ("names", listed_at_once(people.iter().map(|person| person.label.clone().into())));
        let meeting = ("meeting", self.case.stack.meeting(&self.facts.meeting_type).into());
        match (&*required, &*expected, &*optional) {
            ([], [], []) => NOBODY_NAMED.with([meeting]),
            ([], [], _) => MAY_BE_INVITED.with([meeting, names(&optional)]),
            ([], _, _) => EXPECTED_AT.with([meeting, names(&expected)]),
            _ => NEEDED_AT.with([meeting, names(&required)]),
        }
    }
}

/// Of the lists of people the first of the strongest; whoever is not to be invited yet is named in no heading.
fn first_invited(answer: &WhoAttends) -> Option<&Attendee> {
    let lists = [&answer.required, &answer.expected, &answer.optional];
    lists.into_iter().find_map(|people| people.iter().find(|person| !person.not_yet_invited))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::known::{Known, KnownOfChild};
    use crate::value::meeting::MeetingType;
    use crate::value::truth::Truth;

    fn fostering_is_settled(all: Known, children: &[Truth]) -> Option<bool> {
        let of_child = |truth: &Truth| KnownOfChild(Known::default().with("child.lookedAfter", *truth));
        let children = (!children.is_empty()).then(|| children.iter().map(of_child).collect());
        let facts = Facts { known: all, children, ..Facts::of(MeetingType::Strategy) };
        let decision = Rulebook::built_in().list_attendees(&Scope::area("generic"), &facts).unwrap();
        assert_eq!(decision.settled, decision.answer.required.iter().all(|person| person.settled));
        decision.answer.required.iter().find(|person| person.agency.id() == "fostering-service").map(|person| person.settled)
    }

    #[test]
    fn whoever_may_be_needed_stands_in_the_list_until_it_is_known() {
        let looked_after = |truth: Truth| Known::default().with("child.lookedAfter", truth);
        assert_eq!(fostering_is_settled(looked_after(Truth::Yes), &[]), Some(true));
        assert_eq!(fostering_is_settled(looked_after(Truth::No), &[]), None);
        assert_eq!(fostering_is_settled(Known::default(), &[]), Some(false));
    }

    #[test]
    fn of_several_children_the_list_is_the_union() {
        assert_eq!(fostering_is_settled(Known::default(), &[Truth::No, Truth::Yes]), Some(true));
        assert_eq!(fostering_is_settled(Known::default(), &[Truth::No, Truth::Unknown]), Some(false));
        assert_eq!(fostering_is_settled(Known::default(), &[Truth::No, Truth::No]), None);
    }

    #[test]
    fn a_fact_that_a_child_may_not_have_is_refused_at_its_place() {
        let child = KnownOfChild(Known::default().with("child.shoeSize", 3));
        let facts = Facts { children: Some(vec![KnownOfChild::default(), child]), ..Facts::of(MeetingType::Strategy) };
        let error = Rulebook::built_in().list_attendees(&Scope::area("generic"), &facts).unwrap_err();
        assert_eq!((error.code(), error.path()), (Code::UnknownField, "children[1].shoeSize"));
    }
}
