//! The people of a family, each decided alone: what is known of one says nothing of another, and nothing reaches anybody of
//! whom it is not recorded that they are no risk.

use std::borrow::Cow;

use super::case::Case;
use super::children;
use super::decision::{Ask, Caution};
use super::reach::{self, Reach};
use super::sets::Sets;
use super::stack::Stack;
use crate::error::{Code, Error};
use crate::text::sentences::{
    ASK_POSES_RISK, CONTRADICTED, FAMILY_PERHAPS_UNWARNED, FAMILY_RISK_NOT_KNOWN, FAMILY_RISK_RECORDED, FAMILY_UNWARNED,
};
use crate::text::{Part, Said, listed};
use crate::value::agency::Agency;
use crate::value::distinct;
use crate::value::family::{FamilyMember, is_family};
use crate::value::given::names_a_role;
use crate::value::known::{Known, KnownOfChild, Stated};
use crate::value::relatives;
use crate::value::truth::Truth;

/// Where packs ask whether parents are a risk. What is told of one person stands there in the place of what is told of all.
pub(crate) const PARENTS_POSE_RISK: &str = "parentsPoseRisk";

const LONGEST_OF_INITIALS: usize = 3;

/// What is known of a case, with what is told of each person of the family said of all: a yes of one is a yes, and what is not
/// known of one is not known. A no of each clears nobody else: whoever is not named may be a risk.
///
/// # Errors
/// As [`Stack::check_known`], of what was given.
pub(crate) fn told_of_all<'k>(known: &'k Known, family: Option<&[FamilyMember]>, stack: &Stack) -> Result<Cow<'k, Known>, Error> {
    stack.check_known(known)?;
    let told = Truth::any(family.unwrap_or_default().iter().map(|person| person.poses_risk));
    if told.is_no() || !stack.asks_at(PARENTS_POSE_RISK) {
        return Ok(Cow::Borrowed(known));
    }
    let told = match known.get(PARENTS_POSE_RISK) {
        Some(Stated::Truth(said)) => said.or(told),
        _ => told,
    };
    Ok(Cow::Owned(with_risk(known, told)))
}

/// What is known of a case, with another answer to whether parents are a risk.
fn with_risk(known: &Known, risk: Truth) -> Known {
    let others = known.iter().filter(|(path, _)| *path != PARENTS_POSE_RISK);
    Known::default().with(PARENTS_POSE_RISK, risk).and(others)
}

/// The people of the family for whom a member of a rule stands: all of them, or whoever is meant by themselves.
pub(crate) fn meant<'f, 'c>(family: &'f [Relative<'c>], member: &'f str) -> impl Iterator<Item = &'f Relative<'c>> {
    family.iter().filter(move |relative| is_family(member) || relative.is_called(member))
}

/// The questions that are left where the people of the family are told apart: each is asked about by themselves.
pub(crate) fn told_apart(asks: impl Iterator<Item = Ask>, family: &[Relative<'_>]) -> impl Iterator<Item = Ask> {
    let each_is_asked = family.iter().any(|relative| relative.person.poses_risk.is_unknown());
    asks.filter(move |ask| !each_is_asked || ask.path != PARENTS_POSE_RISK)
}

/// Somebody of the family, and what is known with them in mind.
pub(crate) struct Relative<'c> {
    pub person: &'c FamilyMember,
    /// Their place in the list.
    pub place: usize,
    stack: &'c Stack,
    known: Sets,
    /// Are they a risk, as far as that is not contradicted?
    risk: Truth,
    /// What is raised, or may be, and keeps it from them all, such as fabricated or induced illness: the question of each.
    raised: Vec<(Ask, Truth)>,
    /// Is a risk of parents recorded beside what is told of each?
    is_told_of_all: bool,
}

impl<'c> Relative<'c> {
    /// Each of them, by what was given of parents: not by what is told of one person, which says nothing of another.
    ///
    /// # Errors
    /// An [`Error`] where somebody has no reference, or two have one.
    pub(crate) fn each(
        stack: &'c Stack,
        known: &Known,
        children: &[KnownOfChild],
        family: Option<&'c [FamilyMember]>,
        considered: bool,
    ) -> Result<Vec<Self>, Error> {
        let family = family.unwrap_or_default();
        // What is raised of one child's parents is raised of all.
        let of_children = || children.iter().map(|KnownOfChild(child)| known.of_child(child)).any(|known| is_a_parent_a_risk(&known));
        let says_so = !family.is_empty() && (of_children() || is_a_parent_a_risk(known) || is_outweighed(known, stack));
        let of = |(place, person): (usize, &'c FamilyMember)| {
            let called = |person: &FamilyMember| Agency::folded(&person.who);
            let before = || family[..place].iter().any(|other| called(other) == called(person));
            if person.who.trim().is_empty() || before() || is_of_no_family(stack, &person.who) {
                let expected = "expected a reference or relation of somebody of the family that nobody else in the list has: no name, \
                                no agency, no role at work, and not the child";
                return Err(Error::new(Code::BadInput, format!("family[{place}].who"), expected));
            }
            let is_doubted = says_so && is_told_of_nobody(family) && person.may_be_a_parent();
            let risk = if is_doubted { Truth::Unknown } else { person.poses_risk };
            let raised = |known: &Known| {
                let with_them = with_risk(known, risk);
                let sets = stack.read(&with_them, considered);
                (reach::raised(stack, &with_them, &|fact| stack.truth(fact, &sets)), sets)
            };
            let (of_all, sets) = raised(known);
            // What is raised of one child keeps it from whoever cares for any.
            let of_each = children.iter().enumerate().flat_map(|(place, KnownOfChild(child))| {
                let told = raised(&known.of_child(child)).0;
                told.into_iter().map(move |(fact, truth)| (children::ask_of(stack, fact, child, place), truth))
            });
            let raised = distinct(of_all.into_iter().map(|(fact, truth)| (stack.ask(fact), truth)).chain(of_each));
            Ok(Relative { person, place, stack, known: sets, risk, raised, is_told_of_all: says_so })
        };
        family.iter().enumerate().map(of).collect()
    }

    /// Is this their reference, and no agency's name?
    pub(crate) fn is_called(&self, member: &str) -> bool {
        Agency::folded(&self.person.who).id() == member && self.stack.may_hold_family(member)
    }

    /// May they come, whatever keeps others of the family away? Not where parents are recorded as a risk and nobody says which.
    pub(crate) fn may_come_by_themselves(&self) -> bool {
        self.reach() == Reach::Open && !self.is_told_of_all
    }

    /// What is known of a fact, with them in mind.
    pub(crate) fn truth(&self, fact: &str) -> Truth {
        self.stack.truth(fact, &self.known)
    }

    /// May they be invited, or get what was written?
    pub(crate) fn reach(&self) -> Reach {
        let is_raised = |(_, truth): &(Ask, Truth)| truth.is_yes();
        match self.risk {
            Truth::Yes => Reach::Never,
            _ if self.raised.iter().any(is_raised) => Reach::Unwarned,
            Truth::No if self.raised.is_empty() => Reach::Open,
            Truth::No | Truth::Unknown => Reach::NotYet,
        }
    }

    /// Why nothing reaches them, where something keeps it from them.
    pub(crate) fn withheld(&self) -> Option<Said> {
        match self.reach() {
            Reach::Open => None,
            Reach::NotYet if self.risk.is_no() => Some(FAMILY_PERHAPS_UNWARNED.said()),
            Reach::NotYet => Some(FAMILY_RISK_NOT_KNOWN.said()),
            Reach::Unwarned => Some(FAMILY_UNWARNED.said()),
            Reach::Never => Some(FAMILY_RISK_RECORDED.said()),
        }
    }

    /// The questions that would tell what is not known of a fact, with them in mind.
    pub(crate) fn asks(&self, fact: &str) -> Vec<Ask> {
        if self.truth(fact).is_unknown() { self.stack.asks(fact, &|part| self.truth(part).is_unknown()) } else { Vec::new() }
    }

    /// What is to be answered before they are reached: whether they are a risk, and what may be raised of all.
    pub(crate) fn asks_before(&self) -> impl Iterator<Item = Ask> {
        let raised = self.raised.iter().filter(|(_, truth)| truth.is_unknown()).map(|(ask, _)| ask.clone());
        self.ask().into_iter().chain(raised)
    }

    /// The question whether they are a risk, where nobody has said.
    fn ask(&self) -> Option<Ask> {
        let who = ("who", self.person.who.trim().into());
        self.risk.is_unknown().then(|| Ask::new(format!("family[{}].posesRisk", self.place), ASK_POSES_RISK.with([who])))
    }

    /// Is a no to their risk contradicted by a yes to that of parents, of whom it is told of nobody?
    fn is_doubted(&self) -> bool {
        self.risk != self.person.poses_risk
    }
}

impl Case<'_> {
    /// May somebody get what was written? What others of the family read with them is open once each who is named was answered no.
    pub(crate) fn reach_beside(&self, who: &str, family: &[Relative<'_>]) -> Reach {
        let is_cleared = || !family.is_empty() && family.iter().all(|relative| relative.withheld().is_none());
        match self.reach(who) {
            Reach::NotYet if self.is_read_by_others(who) && is_cleared() && self.kept_from_family().is_none() => Reach::Open,
            reach => reach,
        }
    }

    /// What is still to be answered before somebody gets it: of the people of the family who read it too, each by themselves.
    pub(crate) fn asks_beside(&self, who: &str, family: &[Relative<'_>]) -> Vec<Ask> {
        let is_of_each = !family.is_empty() && self.is_read_by_others(who);
        self.asks_before(who).into_iter().filter(|ask| !is_of_each || ask.path != PARENTS_POSE_RISK).collect()
    }

    /// Is it only what is written that is kept from them, because others read it?
    fn is_read_by_others(&self, who: &str) -> bool {
        self.reach_of_invitation(who) == Reach::Open && self.stack.is_reached_with_care(who)
    }
}

/// Is it the name of an agency or of a role at work, or the child, so that one name would stand for two? Of a short word it is not
/// told: initials are a reference too.
fn is_of_no_family(stack: &Stack, who: &str) -> bool {
    let agency = Agency::folded(who);
    let id = agency.id();
    let is_role = || id.len() > LONGEST_OF_INITIALS && names_a_role(who);
    !relatives::is_named(id) && (relatives::is_the_child(id) || stack.named(id).is_some() || is_role())
}

/// Is it recorded that a parent or carer may be a risk?
fn is_a_parent_a_risk(known: &Known) -> bool {
    matches!(known.get(PARENTS_POSE_RISK), Some(Stated::Truth(Truth::Yes) | Stated::OfKind(_)))
}

/// Does or may anything outweigh that parents are no risk, such as one of them who leads and is one?
fn is_outweighed(known: &Known, stack: &Stack) -> bool {
    let cleared = stack.read(&with_risk(known, Truth::No), false);
    stack.outweighed_at(PARENTS_POSE_RISK).any(|fact| !stack.truth(fact, &cleared).is_no())
}

/// Was it answered of everybody who may be a parent that they are no risk? The risk of somebody else explains no yes of parents.
fn is_told_of_nobody(family: &[FamilyMember]) -> bool {
    family.iter().filter(|person| person.may_be_a_parent()).all(|person| person.poses_risk.is_no())
}

/// What is said of those whom nothing reaches. A recorded risk is always said; what is not known of somebody, and what is
/// raised of all carers, only where something would go to the family.
pub(crate) fn not_reached(family: &[Relative<'_>], goes_to_family: bool) -> Vec<Caution> {
    let named = |is_so: &dyn Fn(&Relative<'_>) -> bool| -> Vec<Part> {
        let of_them = family.iter().filter(|relative| is_so(relative));
        of_them.map(|relative| Said::plain(relative.person.who.trim()).into()).collect()
    };
    let has_risk = |relative: &Relative<'_>| relative.reach() == Reach::Never;
    let unwarned = |relative: &Relative<'_>| goes_to_family && relative.reach() == Reach::Unwarned;
    let not_known = |relative: &Relative<'_>| goes_to_family && relative.reach() == Reach::NotYet;
    let doubted: Vec<Ask> = family.iter().filter(|relative| relative.is_doubted()).filter_map(Relative::ask).collect();
    let contradicted = family.first().filter(|_| !doubted.is_empty()).and_then(|relative| {
        let of_parents = relative.stack.asked_at(PARENTS_POSE_RISK).next()?;
        let questions = [relative.stack.question(&of_parents.name).into()].into_iter();
        let questions = questions.chain(doubted.into_iter().map(|ask| ask.question.into()));
        Some(Caution::with(CONTRADICTED, [("questions", listed(questions))]))
    });
    contradicted.into_iter().chain(reach::told_of(named(&has_risk), named(&unwarned), named(&not_known))).collect()
}
