//! A case, read once through the packs that answer: which of their facts hold, and which of their rules.

use super::children;
use super::decision::{Ask, Caution, Decision, Reasons};
use super::sets::Sets;
use super::stack::{Held, REFERENCE, Stack, is_ahead};
use crate::error::Error;
use crate::pack::fact::Fact;
use crate::pack::rule::{AnyRule, Own};
use crate::pack::vocabulary::PackCaution;
use crate::value::conditional::Conditional;
use crate::value::distinct;
use crate::value::known::{Known, KnownOfChild, Stated};
use crate::value::meeting::MeetingType;
use crate::value::moment::Moment;
use crate::value::truth::Truth;

/// What is known of a case, and the packs that ask.
pub(crate) struct Case<'c> {
    /// The packs.
    pub stack: &'c Stack,
    pub(super) known: &'c Known,
    pub(super) children: &'c [KnownOfChild],
    pub(super) meeting: Option<&'c MeetingType>,
    /// What is known of each child, or of the only one.
    pub(super) each: Vec<Sets>,
    /// What somebody said of each, where an attestation stands beside that.
    recorded: Option<Vec<Sets>>,
}

impl<'c> Case<'c> {
    /// A case.
    ///
    /// # Errors
    /// An [`Error`] where a fact is none that these packs ask for, or is answered in another kind than they ask.
    pub(crate) fn new(stack: &'c Stack, known: &'c Known, others_considered: bool) -> Result<Self, Error> {
        stack.check_known(known)?;
        let recorded = others_considered.then(|| vec![stack.read(known, false)]);
        Ok(Case { stack, known, each: vec![stack.read(known, others_considered)], recorded, children: &[], meeting: None })
    }

    /// A case of several children: each is looked at by itself, beside what was said of all.
    ///
    /// # Errors
    /// As [`Case::new`], with the place of the child.
    pub(crate) fn of_children(
        stack: &'c Stack,
        known: &'c Known,
        of_each: &'c [KnownOfChild],
        others_considered: bool,
    ) -> Result<Self, Error> {
        let mut case = Case::new(stack, known, others_considered)?;
        let of_child = |(index, KnownOfChild(child)): (usize, &KnownOfChild)| {
            stack.check_known(child).map_err(|error| children::in_its_place(error, index))?;
            Ok(stack.read(&known.of_child(child), others_considered))
        };
        if !of_each.is_empty() {
            case.each = of_each.iter().enumerate().map(of_child).collect::<Result<Vec<Sets>, Error>>()?;
            let recorded = || of_each.iter().map(|KnownOfChild(child)| stack.read(&known.of_child(child), false)).collect();
            case.recorded = others_considered.then(recorded);
        }
        case.children = of_each;
        Ok(case)
    }

    /// The same at a meeting: what speaks of other meetings replaces nothing there.
    pub(crate) fn at(self, meeting: Option<&'c MeetingType>) -> Self {
        Case { meeting, ..self }
    }

    /// What is known of a fact: a yes of any child is a yes, and a no only where it is one of each.
    pub(crate) fn truth(&self, fact: &str) -> Truth {
        Truth::any(self.each.iter().map(|sets| self.stack.truth(fact, sets)))
    }

    /// Is a fact a yes of every child?
    pub(crate) fn is_of_each(&self, fact: &str) -> bool {
        self.each.iter().all(|sets| self.stack.truth(fact, sets).is_yes())
    }

    /// Does a rule's member belong there? Each child is looked at by itself: whoever belongs there for one does.
    pub(crate) fn belongs(&self, rule: &dyn AnyRule, member: &Conditional) -> Truth {
        Truth::any(self.of_each(rule, member))
    }

    /// Does a rule keep a member away for every child?
    pub(crate) fn keeps_away(&self, rule: &dyn AnyRule, member: &Conditional) -> Truth {
        Truth::all(self.of_each(rule, member))
    }

    fn of_each<'r>(&'r self, rule: &'r dyn AnyRule, member: &'r Conditional) -> impl Iterator<Item = Truth> + 'r {
        let truth = |fact: &str, sets: &Sets| self.stack.truth(fact, sets);
        self.each.iter().map(move |sets| {
            let needed = rule.cite().when.iter().map(|fact| truth(fact, sets));
            let kept = rule.cite().unless.iter().map(|fact| !truth(fact, sets));
            let stands = Truth::from(!self.stack.gives_way(rule, sets, self.meeting));
            Truth::all(needed.chain(kept)).and(stands).and(member.holds(&|fact| truth(fact, sets)))
        })
    }

    /// The decision, with what contradicts itself told and asked.
    pub(crate) fn decision<A>(&self, answer: A, mut reasons: Reasons) -> Decision<A> {
        for (place, sets) in self.each.iter().enumerate() {
            let of_child = if self.children.is_empty() { String::new() } else { format!("children[{place}].") };
            self.stack.tell_contradictions(sets, &of_child, &mut reasons);
        }
        self.tell_denied(&mut reasons);
        children::tell_same_references(self.children.iter().map(children::reference), &mut reasons);
        let of_children = self.children.iter().flat_map(|KnownOfChild(known)| known.iter());
        self.stack
            .tell_not_asked(self.known.iter().chain(of_children).map(|(path, _)| path).filter(|path| *path != REFERENCE), &mut reasons);
        self.stack.tell_far_dates(self.stack.moment_paths().filter_map(|path| self.known.moment(&path)), &mut reasons);
        self.stack.tell_out_of_order(self.known, &mut reasons);
        self.stack.decision(answer, reasons)
    }

    /// What somebody said of a fact: what is only attested as considered is not known here.
    pub(crate) fn recorded(&self, fact: &str) -> Truth {
        Truth::any(self.recorded.as_ref().unwrap_or(&self.each).iter().map(|sets| self.stack.truth(fact, sets)))
    }

    /// Did somebody say that a fact is not known, or one on which it hangs?
    pub(crate) fn is_in_doubt(&self, fact: &str) -> bool {
        self.is_said_to_be_unknown(fact, "") && (self.truth(fact).is_unknown() || self.stack.fact(fact).is_none_or(Fact::is_asked))
    }

    /// Did somebody say so of it, or of one from which it is worked out and that stands at another path than one?
    pub(crate) fn is_said_to_be_unknown(&self, fact: &str, but_for: &str) -> bool {
        let (parts, path) = (self.stack.fact(fact).map_or(&[][..], Fact::parts), self.stack.path(fact));
        let is_said = || path != but_for && self.known.get(&path) == Some(&Stated::Truth(Truth::Unknown));
        if parts.is_empty() { is_said() } else { parts.iter().any(|part| self.is_said_to_be_unknown(part, but_for)) }
    }

    /// The moment that a fact names.
    pub(crate) fn moment(&self, fact: &str) -> Option<Moment> {
        self.known.moment(&self.stack.path(fact))
    }

    /// Does a fact name a moment that is told as passed, and lies after the present one?
    pub(crate) fn is_told_ahead(&self, fact: &str, now: Option<Moment>) -> bool {
        self.stack.fact(fact).is_some_and(|fact| fact.happened) && is_ahead(self.moment(fact), now)
    }

    /// The moment from which a time counts that runs from a fact.
    pub(crate) fn counted_from(&self, fact: &str) -> Option<Moment> {
        self.stack.counted_from(&self.stack.path(fact), self.known)
    }

    /// The moments that never lie before that of a fact, as far as they are told.
    pub(crate) fn told_after(&self, fact: &str) -> impl Iterator<Item = (&'c str, Moment)> {
        let facts = self.stack.packs.iter().flat_map(|pack| pack.words.fact.iter());
        let later = facts.filter(move |(_, later)| later.not_before.iter().any(|before| **before == *fact));
        later.filter_map(|(name, _)| Some((&**name, self.counted_from(name)?)))
    }

    /// Does the moment at a path contradict another?
    pub(crate) fn is_out_of_order(&self, path: &str) -> bool {
        self.stack.out_of_order(self.known).iter().flatten().any(|moment| moment == path)
    }

    /// The rules of one table, each with whether it holds, without those that give way to others here.
    pub(crate) fn rules<T: Own>(&self) -> Vec<Held<'c, T>> {
        let mut rules = self.stack.rules_of_each(&self.each, self.meeting);
        rules.retain(|held| self.stack.gave_way(held.rule, &self.each, self.meeting).is_none());
        rules
    }

    /// The rules of a table that are not ruled out.
    pub(crate) fn open_rules(&self, table: &str) -> impl Iterator<Item = &'c dyn AnyRule> {
        self.stack.open_rules(table, &self.each)
    }

    /// The cautions of the packs that belong to a question.
    pub(crate) fn cautions(&self, question: &str, holds: impl Fn(&PackCaution) -> bool) -> Vec<Caution> {
        let references = self.children.iter().map(children::reference).chain(self.children.is_empty().then_some(""));
        children::cautions(references.zip(self.each.iter().map(|sets| self.stack.cautions(question, sets, &holds))).collect())
    }

    /// The questions behind the facts among these that nobody has answered.
    pub(crate) fn asks<'f>(&self, facts: impl IntoIterator<Item = &'f str>) -> Vec<Ask> {
        let unknown = |fact: &str| self.each.iter().any(|sets| self.stack.truth(fact, sets).is_unknown());
        let asks = |fact: &'f str| self.doubts(fact).into_iter().chain(self.stack.asks(fact, &unknown));
        distinct(facts.into_iter().filter(|fact| unknown(fact)).flat_map(asks).flat_map(|ask| self.at_each_child(ask)))
    }

    /// What is asked of a child, of each of several of whom it is not known.
    fn at_each_child(&self, ask: Ask) -> Vec<Ask> {
        let Some(below) = ask.path.strip_prefix("child.").filter(|_| !self.children.is_empty()) else { return vec![ask] };
        let is_open = |sets: &Sets| self.stack.asked_at(&ask.path).any(|asked| self.stack.truth(&asked.name, sets).is_unknown());
        let open = self.each.iter().enumerate().filter(|(_, sets)| is_open(sets));
        open.map(|(place, _)| Ask { path: format!("children[{place}].{below}"), ..ask.clone() }).collect()
    }

    /// The dangers of which somebody said that they are not known, of all or of one child, where a fact hangs on them.
    fn doubts(&self, fact: &str) -> Vec<Ask> {
        let of_each = self.children.iter().enumerate().map(|(place, KnownOfChild(child))| (format!("children[{place}]."), child));
        let of_each = of_each.flat_map(|(of_child, child)| {
            let asks = self.stack.doubts(fact, child, &of_child);
            let at_its_place =
                move |ask: Ask| if ask.path.starts_with(&of_child) { ask } else { Ask { path: format!("{of_child}{}", ask.path), ..ask } };
            asks.into_iter().map(at_its_place)
        });
        self.stack.doubts(fact, self.known, "").into_iter().chain(of_each).collect()
    }

    /// The first question that would tell whether a rule holds.
    pub(crate) fn asks_whether(&self, rule: &dyn AnyRule) -> Option<Ask> {
        self.asks(rule.cite().conditions().map(|fact| &**fact)).into_iter().next()
    }

    /// Is a fact a yes for anybody, or one from which it is worked out?
    pub(crate) fn is_told_so(&self, fact: &str) -> bool {
        let is_so = |name: &str| self.each.iter().any(|sets| self.stack.truth(name, sets).is_yes());
        is_so(fact) || self.stack.fact(fact).is_some_and(|fact| fact.parts().iter().any(|part| self.is_told_so(part)))
    }

    /// Did anybody say something of a fact, or of one from which it is worked out, of one of several children or of all? Silence is
    /// a no only by attestation.
    pub(crate) fn is_named(&self, fact: &str) -> bool {
        let parts = self.stack.fact(fact).map_or(&[][..], Fact::parts);
        if !parts.is_empty() {
            return parts.iter().any(|part| self.is_named(part));
        }
        let path = self.stack.path(fact);
        let known = [self.known].into_iter().chain(self.children.iter().map(|KnownOfChild(known)| known));
        !self.stack.asks_at(&path) || known.into_iter().any(|known| known.get(&path).is_some_and(|stated| *stated != Stated::Silent))
    }
}
