//! The share: the rules that speak of it, and what they ask of its record.

use std::sync::Arc;

use super::bases::Sharer;
use super::consent;
use super::contradictions::{self, Contradiction};
use super::facts::{AgreementOutcome, Facts};
use super::fields::Fields;
use super::rule::{BasisKind, ConsentToMeet, LawfulBasis, Own};
use crate::engine::decision::Ask;
use crate::engine::sets::Sets;
use crate::engine::stack::Stack;
use crate::pack::Pack;
use crate::pack::rule::Rule;
use crate::text::sentences::{ASK_CONTROLLER, ASK_ISSUE};
use crate::text::{Part, listed};
use crate::value::conditional::{Condition, Conditional};
use crate::value::given::{given, party};
use crate::value::spelling::{camel, kebab};
use crate::value::truth::Truth;
use crate::value::{Text, distinct};

/// A rule that speaks of the share, with its pack.
pub(super) type Speaking<'s> = (&'s Arc<Pack>, &'s Rule<Own>);

/// One share, and the packs that speak of it.
pub(super) struct Share<'s> {
    pub facts: &'s Facts,
    pub fields: Fields<'s>,
    pub stack: &'s Stack,
    /// What is known, as the packs' rules and cautions ask for it.
    pub known: Sets,
    /// The rules that speak of it: of its issue, and that nothing that was answered rules out.
    pub rules: Vec<Speaking<'s>>,
    /// The issues that documents name, where one was given that none of them does.
    issues_unheard_of: Vec<&'s Text>,
    /// Does a document in use set out a record of its own?
    has_record_of_its_own: bool,
}

impl<'s> Share<'s> {
    pub(super) fn of(facts: &'s Facts, stack: &'s Stack) -> Self {
        let bases = stack.packs.iter().flat_map(|pack| pack.rules::<LawfulBasis>()).map(|rule| &rule.own);
        let (bases, conditions): (Vec<_>, Vec<_>) =
            bases.filter(|basis| basis.kind != BasisKind::CriminalOffence).partition(|basis| basis.kind == BasisKind::Article6);
        let purpose_is_safeguarding = purpose_is_safeguarding(facts, stack);
        let fields = Fields { facts, bases, conditions, purpose_is_safeguarding, sharer: Sharer::of(facts, stack) };
        let known = stack.read_each(|fact| fields.truth(fact));
        let issue = facts.issue.as_deref().and_then(given).map(kebab).unwrap_or_default();
        let names_it = |rule: &Rule<Own>| rule.own.issue.iter().any(|known| **known == *issue);
        let of_issues = || stack.rules_of_the_day::<Own>().map(|(_, rule)| rule).filter(|rule| !rule.own.issue.is_empty());
        let is_unheard = !issue.is_empty() && !of_issues().any(names_it);
        let issues_unheard_of = if is_unheard { of_issues().filter_map(|rule| rule.own.issue.first()).collect() } else { Vec::new() };
        // Of an issue that no document names, what is required for any of them is asked, and nothing else is said.
        let is_of_this_issue =
            |rule: &Rule<Own>| rule.own.issue.is_empty() || names_it(rule) || is_unheard && !rule.own.requires.is_empty();
        let truth = |fact: &Text| stack.truth(fact, &known);
        let lacks = |rule: &Rule<Own>| rule.cite.when.iter().any(|fact| truth(fact).is_no());
        let is_ruled_out = |rule: &Rule<Own>| lacks(rule) || rule.cite.unless.iter().any(|fact| truth(fact).is_yes());
        let gave_way = |rule: &Rule<Own>| stack.gives_way(rule, &known, None);
        let speaks = |rule: &Rule<Own>| is_of_this_issue(rule) && !is_ruled_out(rule) && !gave_way(rule);
        let rules: Vec<Speaking<'s>> = stack.rules_of_the_day::<Own>().filter(|(_, rule)| speaks(rule)).collect();
        let sets_one_out = |(pack, rule): &Speaking<'_>| !pack.document().always_for_records && !rule.own.requires.is_empty();
        let has_record_of_its_own = rules.iter().any(sets_one_out);
        Share { facts, fields, stack, known, rules, issues_unheard_of, has_record_of_its_own }
    }

    /// What the documents say of consent to the meeting itself. Of an issue that none names they say nothing.
    pub(super) fn consent_to_meet(&self) -> Option<ConsentToMeet> {
        let speaking = self.rules.iter().filter(|(_, rule)| rule.own.issue.is_empty() || self.issues_unheard_of.is_empty());
        speaking.filter_map(|(_, rule)| rule.own.consent_to_meet).next()
    }

    /// Asks what the meeting is about, and what body holds the information, where what was given tells neither.
    fn ask_of_the_unheard(&self, asks: &mut Vec<Ask>) {
        if !self.issues_unheard_of.is_empty() {
            let issues = listed(self.issues_unheard_of.iter().map(|issue| Part::from(issue.replace('-', " "))));
            asks.push(Ask::new("issue", ASK_ISSUE.with([("issues", issues)])));
        }
        if self.fields.may_rest_on_nothing() || self.fields.is_body_unheard() {
            asks.push(Ask::new("controller", ASK_CONTROLLER.said()));
        }
    }

    /// Is what a rule requires only recommended here, because another document in use sets out a record of its own?
    pub(super) fn only_recommends(&self, rule: &Rule<Own>) -> bool {
        rule.own.where_silent && self.has_record_of_its_own
    }

    /// The fields that the record must hold, and does not; of the others those in which only words stand that say nothing.
    pub(super) fn missing(&self) -> Vec<&'s str> {
        let binding = || self.rules.iter().filter(|(_, rule)| !self.only_recommends(rule)).flat_map(|(_, rule)| &rule.own.requires);
        // What is wanted but for an exception is wanted until the exception is a yes, unless that is itself on the record's list.
        let is_itself_required = |fact: &Text| binding().any(|field| field.what == *fact);
        let is_open = |field: &&Conditional| match &field.condition {
            Condition::Unless(fact) => self.holds(field).is_unknown() && !is_itself_required(fact),
            Condition::Always | Condition::When(_) => false,
        };
        let lacking = self.lacking(binding().filter(|field| self.holds(field).is_yes() || is_open(field)));
        let others = self.fields.filled_with_nothing().into_iter().chain(self.contradictions().map(|(_, field)| field));
        let body = self.fields.may_rest_on_nothing().then_some("controller");
        let consent = self.fields.relies_on_unknown_consent().then_some("consent_given");
        distinct(lacking.into_iter().chain(others).chain(body).chain(consent))
    }

    /// What was given and cannot all be so.
    pub(super) fn contradictions(&self) -> impl Iterator<Item = Contradiction> {
        contradictions::told(self.facts, self.fields.purpose_is_safeguarding)
    }

    /// The fields that good practice adds, and that are neither there nor missing already.
    pub(super) fn recommended(&self, missing: &[&str]) -> Vec<&'s str> {
        let softened = |rule: &'s Rule<Own>| if self.only_recommends(rule) { rule.own.requires.as_slice() } else { &[] };
        let named = self.rules.iter().flat_map(|(_, rule)| rule.own.recommends.iter().chain(softened(rule)));
        let mut lacking = self.lacking(named.filter(|field| self.holds(field).is_yes()));
        lacking.retain(|field| !missing.contains(field));
        lacking
    }

    fn lacking(&self, wanted: impl Iterator<Item = &'s Conditional>) -> Vec<&'s str> {
        distinct(wanted.filter(|field| !self.fields.on_record(&field.what).is_yes()).map(|field| &*field.what))
    }

    /// Is a field wanted, by the fact on which it hangs?
    fn holds(&self, field: &Conditional) -> Truth {
        field.holds(&|fact| self.fields.truth(fact))
    }

    /// Is the condition of going ahead without the family knowing met? None where no document sets one, or they were told.
    pub(super) fn precondition_met(&self) -> Option<Truth> {
        if self.facts.family_informed.is_yes() {
            return None;
        }
        let is_met = |field: &Conditional| (!self.holds(field)).or(self.fields.on_record(&field.what));
        let preconditions = self.rules.iter().filter(|(_, rule)| rule.own.precondition);
        let met = preconditions.map(|(_, rule)| Truth::all(rule.own.requires.iter().map(is_met))).reduce(Truth::and);
        met.map(|met| met.and(self.is_agreed()))
    }

    /// Did whoever was asked agree that the family is not told? No outcome speaks against it.
    fn is_agreed(&self) -> Truth {
        match self.facts.agreement_outcome {
            Some(AgreementOutcome::NotAgreed) => Truth::No,
            Some(AgreementOutcome::PartlyAgreed) => Truth::Unknown,
            // Nobody, or nobody that is known yet, agreed to nothing.
            Some(AgreementOutcome::Agreed) if self.facts.agreed_by.as_deref().is_some_and(|by| party(by).is_none()) => Truth::Unknown,
            Some(AgreementOutcome::Agreed) | None => Truth::Yes,
        }
    }

    /// Is the family not told although not everybody agreed to that, where a document asks for their agreement?
    pub(super) fn goes_ahead_without_agreement(&self) -> bool {
        self.precondition_met().is_some() && !self.is_agreed().is_yes()
    }

    /// Does anything of this reach the family, or did it, and has nobody answered whether that may do harm?
    pub(super) fn reaches_them_unanswered(&self) -> bool {
        let facts = self.facts;
        let is_open = [facts.parents_pose_risk, facts.fii_concern].contains(&None) && !facts.risk().is_yes();
        let reaches_them = !facts.family_informed.is_no() || facts.is_shared_with_family();
        is_open && reaches_them && !self.fields.purpose_is_safeguarding.is_no()
    }

    /// Was consent sought, and does nobody say what came of it?
    fn awaits_an_answer(&self) -> bool {
        let facts = self.facts;
        facts.consent_sought.is_yes() && facts.consent_given.is_unknown() && facts.consents.as_ref().is_none_or(Vec::is_empty)
    }

    /// The questions on which a requirement hangs, those that were answered in two ways, and whether telling the family may do harm
    /// where that is still to come or somebody said that this is not known.
    pub(super) fn asks(&self) -> Vec<Ask> {
        let requirements = self.rules.iter().flat_map(|(_, rule)| &rule.own.requires);
        let hanging = requirements.filter(|field| self.holds(field).is_unknown()).filter_map(Conditional::fact);
        let purpose = self.fields.purpose_is_safeguarding.is_unknown().then_some("safeguarding_purpose");
        let answered_twice = self.contradictions().map(|(_, field)| field).filter(|field| self.stack.fact(field).is_some());
        // What no document asks is asked by what is wrong with it.
        let not_of_packs = self.contradictions().filter(|(_, field)| self.stack.fact(field).is_none());
        let not_of_packs = not_of_packs.map(|(sentence, field)| Ask::new(camel(field), sentence.said()));
        let risks = [("parents_pose_risk", self.facts.parents_pose_risk), ("fii_concern", self.facts.fii_concern)];
        let is_asked = |said: Option<Truth>| {
            self.reaches_them_unanswered() && said.is_none() || self.facts.risk_is_in_doubt() && said == Some(Truth::Unknown)
        };
        let doubted = risks.into_iter().filter(|(_, said)| is_asked(*said));
        let is_open = self.fields.relies_on_unknown_consent() || self.awaits_an_answer();
        let consent = is_open.then_some("consent_given").filter(|field| self.stack.fact(field).is_some());
        let open = hanging.chain(purpose).chain(answered_twice).chain(consent).chain(doubted.map(|(fact, _)| fact));
        let of_consent = consent::open(self.facts).map(|(path, sentence)| Ask::new(path, sentence.said()));
        let mut asks: Vec<Ask> =
            distinct(open).into_iter().map(|fact| self.stack.ask(fact)).chain(of_consent).chain(not_of_packs).collect();
        self.ask_of_the_unheard(&mut asks);
        asks
    }
}

/// Words that turn round what stands beside them.
const DENIALS: [&str; 5] = ["no", "non", "not", "nothing", "without"];

/// A purpose that a document names, or a child at risk, is safeguarding; it is a no only where somebody said so, and the purpose
/// speaks of nothing that contradicts it.
fn purpose_is_safeguarding(facts: &Facts, stack: &Stack) -> Truth {
    let purpose = facts.purpose.as_deref().map(kebab).unwrap_or_default();
    let rules = || stack.rules_of_the_day::<Own>().map(|(_, rule)| &rule.own);
    let is_named = || rules().any(|own| own.purposes.iter().any(|named| **named == *purpose));
    let is_contradicted = || facts.child_at_risk.is_no() && rules().any(|own| speaks_of_safeguarding(&purpose, own));
    if facts.high_risk.is_yes() || is_named() || is_contradicted() { Truth::Yes } else { facts.child_at_risk }
}

/// Does a purpose speak of one that a rule names, among other words, or by words that are of safeguarding?
fn speaks_of_safeguarding(purpose: &str, own: &Own) -> bool {
    let words = || purpose.split('-');
    let within = format!("-{purpose}-");
    let holds_a_named_one = || own.purposes.iter().any(|named| within.contains(&format!("-{named}-")));
    let says_so = || own.purposes_speak_of.as_ref().is_some_and(|of| words().any(|word| of.has_form_or_begins(word)));
    !words().any(|word| DENIALS.contains(&word)) && (holds_a_named_one() || says_so())
}
