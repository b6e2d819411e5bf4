//! Who stands in which list, and why: the longest list holds, and each stands where a document puts them most strongly, in
//! whatever order the documents are named.

use super::Meeting;
use super::answer::{Attendee, FormatAnswer};
use super::expand::{Expanded, REFERRING_AGENCY};
use super::form::allows_more;
use super::rule::Own;
use crate::engine::decision::{Ask, Cited, says};
use crate::engine::family::{Relative, meant, told_apart};
use crate::engine::reach::Reach;
use crate::engine::stack::Held;
use crate::text::Said;
use crate::text::sentences::{KEPT_AWAY, KEPT_UNWARNED};
use crate::value::Text;
use crate::value::agency::Agency;
use crate::value::conditional::Conditional;

/// Which of the lists somebody stands in; the first is the strongest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// Kept out by a risk of their own: stronger than any list.
    Withheld,
    Required,
    Expected,
    Optional,
    Excluded,
}

/// The lists, the rules that put people there, and what is to be asked.
#[derive(Default)]
pub(super) struct People {
    pub required: Vec<Attendee>,
    pub expected: Vec<Attendee>,
    pub optional: Vec<Attendee>,
    pub excluded: Vec<Attendee>,
    pub because: Vec<Cited>,
    pub also_applies: Vec<Cited>,
    pub ask: Vec<Ask>,
}

impl Meeting<'_> {
    /// Everybody whom the rules name, each in one list.
    pub(super) fn people(&self, format: Option<&FormatAnswer>) -> People {
        let mut gathering = Gathering { meeting: self, standing: Vec::new(), ask: Vec::new() };
        let (mut because, mut also_applies) = (Vec::new(), Vec::new());
        self.rules.iter().for_each(|held| gathering.add_all(held));
        for held in &self.rules {
            let own = &held.rule.own;
            let is_looser = format.is_some_and(|format| allows_more(own, format));
            let tells_something = gathering.puts_somebody(held) || own.says_more() || (!own.format.is_empty() && !is_looser);
            let rules = if tells_something { &mut because } else { &mut also_applies };
            // What says only of the form what a stricter rule sets aside stands among what is set aside.
            if tells_something || !is_looser {
                rules.push(Cited::of(held.pack, held.rule));
            }
        }
        let mut people = People { because, also_applies, ask: gathering.ask, ..People::default() };
        for (place, person) in gathering.standing {
            let list = match place {
                Place::Required => &mut people.required,
                Place::Expected => &mut people.expected,
                Place::Optional => &mut people.optional,
                Place::Excluded | Place::Withheld => &mut people.excluded,
            };
            list.push(person);
        }
        people
    }
}

struct Gathering<'m, 'c> {
    meeting: &'m Meeting<'c>,
    standing: Vec<(Place, Attendee)>,
    ask: Vec<Ask>,
}

impl Gathering<'_, '_> {
    /// Does anybody stand in a list by this rule?
    fn puts_somebody(&self, held: &Held<'_, Own>) -> bool {
        self.standing.iter().any(|(_, person)| person.rule == held.rule.cite.id)
    }

    /// Puts everybody whom a rule names in their lists.
    fn add_all(&mut self, held: &Held<'_, Own>) {
        let (own, why) = (&held.rule.own, says(held.rule));
        let places = [
            (Place::Required, &own.required),
            (Place::Expected, &own.expected),
            (Place::Optional, &own.optional),
            (Place::Excluded, &own.excluded),
        ];
        for (place, members) in places {
            for member in members {
                self.add(place, member, held, &why);
            }
        }
    }

    /// Puts a member in a list unless a stronger one has them already. Nobody is kept out because of what is not known: it is
    /// asked for.
    fn add(&mut self, place: Place, member: &Conditional, held: &Held<'_, Own>, why: &Said) {
        if place != Place::Excluded && meant(&self.meeting.family, &member.what).next().is_some() {
            return self.add_family(place, member, held, why);
        }
        let case = &self.meeting.case;
        if place != Place::Excluded && case.is_nobody_yet(&member.what) {
            return;
        }
        let applies = if place == Place::Excluded { case.keeps_away(held.rule, member) } else { case.belongs(held.rule, member) };
        if applies.is_no() {
            return;
        }
        if place == Place::Excluded && applies.is_unknown() {
            return self.ask_for(held, member);
        }
        let mut added = false;
        // The risk of one is told of that one: somebody else of the family may come to another part.
        let may_come_in_part = place == Place::Excluded && meant(&self.meeting.family, &member.what).any(Relative::may_come_by_themselves);
        for who in self.meeting.expand(&member.what) {
            let who = if may_come_in_part { Expanded { reach: Reach::Open, ..who } } else { who };
            let settled = applies.is_yes() && who.doubt.is_none() && (place == Place::Excluded || who.reach != Reach::NotYet);
            added |= self.stand(place, who, held, why, settled);
        }
        if applies.is_unknown() && added {
            self.ask_for(held, member);
        }
    }

    /// Puts each person of the family in a list, or keeps them out of all: unknown never discloses.
    fn add_family(&mut self, place: Place, member: &Conditional, held: &Held<'_, Own>, why: &Said) {
        let meeting = self.meeting;
        for relative in meant(&meeting.family, &member.what) {
            let applies = held.holds.and(member.holds(&|fact| relative.truth(fact)));
            if applies.is_no() {
                continue;
            }
            let who = || Expanded {
                agency: Agency::folded(&relative.person.who),
                label: Said::plain(relative.person.who.trim()),
                doubt: None,
                reach: relative.reach(),
            };
            match relative.withheld() {
                None => self.stand(place, who(), held, why, applies.is_yes()),
                Some(reason) => self.stand(Place::Withheld, who(), held, &reason, relative.person.poses_risk.is_yes()),
            };
            self.ask_each(relative.asks_before().collect());
            if applies.is_unknown() {
                self.ask_for(held, member);
            }
        }
    }

    /// Puts somebody in a list, out of a weaker one where they stood in it; says whether they are new there. Of two rules that put
    /// them in one list, the one that certainly does governs, and of these the one that puts it more strongly.
    fn stand(&mut self, place: Place, who: Expanded, held: &Held<'_, Own>, why: &Said, settled: bool) -> bool {
        let Expanded { agency, label, doubt, reach } = who;
        let never = reach.is_never();
        let kept_away = if reach == Reach::Never { KEPT_AWAY } else { KEPT_UNWARNED };
        // Somebody of the family who is named has a reason of their own already.
        let (place, why, settled) =
            if never && place != Place::Withheld { (Place::Excluded, &kept_away.said(), true) } else { (place, why, settled) };
        let cite = &held.rule.cite;
        let (why, rule, part) = (why.clone(), Text::clone(&cite.id), held.rule.own.part.filter(|_| !never));
        let stood = self.standing.iter().position(|(_, person)| person.agency == agency);
        if let Some(index) = stood {
            let (before, person) = &mut self.standing[index];
            if *before <= place {
                if *before == place && (!settled, cite.force) < (!person.settled, person.force) {
                    *person = Attendee { why, rule, part, force: cite.force, settled, ..person.clone() };
                }
                return false;
            }
            self.standing.remove(index);
        }
        let not_yet_invited = place != Place::Excluded && reach == Reach::NotYet;
        if not_yet_invited && place != Place::Withheld {
            self.ask_before(&agency);
        }
        self.standing
            .push((place, Attendee { agency, label, why, force: cite.force, rule, settled, not_yet_invited, kept_away: never, part }));
        self.ask.extend(doubt);
        true
    }

    /// Asks what would tell whether a rule's member belongs there.
    fn ask_for(&mut self, held: &Held<'_, Own>, member: &Conditional) {
        let conditions = held.rule.cite.conditions().map(|fact| &**fact).chain(member.fact());
        self.ask_each(told_apart(self.meeting.case.asks(conditions).into_iter(), &self.meeting.family).collect());
    }

    /// Asks what is to be known before somebody is invited; whoever made the referral is asked about by their own name.
    fn ask_before(&mut self, agency: &Agency) {
        let referrer = self.meeting.facts.referrer.as_ref().filter(|_| agency.id() == REFERRING_AGENCY);
        self.ask_each(self.meeting.case.asks_before(referrer.unwrap_or(agency).id()));
    }

    fn ask_each(&mut self, asks: Vec<Ask>) {
        for ask in asks {
            if !self.ask.contains(&ask) {
                self.ask.push(ask);
            }
        }
    }
}
