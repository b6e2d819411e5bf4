//! **On what basis may information be shared, and what must be recorded?**
//!
//! The documents say what a record of sharing must hold; what is not there is named, and nothing here ever blocks a
//! share that protects a child. Lawful bases and conditions are listed to consider and never chosen. To share, to
//! meet and to engage are three consents, and none stands for another. The record is put in canonical form (RFC 8785)
//! and hashed with its salt, so that a later change shows and a short text cannot be guessed from its hash.

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use crate::answers::{Tell, Told, answers};
use crate::facts::{Fault, Node, Read, Shape, scoped, table};
use crate::pack::{Pack, Question};
use crate::rulebook::{Rulebook, Stack};
use crate::words::answer::{Answer, Established};
use crate::words::citation::cited_rule;
use crate::words::conditional::Conditional;
use crate::words::decision::{Ask, Caution, Decision};
use crate::words::list::words;
use crate::words::moment::{Moment, said};
use crate::words::refusal::Refusal;
use crate::words::said::Said;
use crate::words::sentences::*;
use crate::words::{Gather as _, Gathering as _};
use crate::words::{camel, hexadecimal, kebab, once};

scoped! { recorded_facts,
    /// What is to be recorded.
    #[derive(Clone, Debug, Default)]
    pub struct Facts {
        /// What was shared.
        pub information_shared: Option<String>,
        /// What in it is fact.
        pub facts: Option<String>,
        /// What in it is opinion, kept apart.
        pub opinion: Option<String>,
        /// With whom.
        pub shared_with: Option<OneOrMore>,
        /// What for.
        pub purpose: Option<String>,
        /// Was consent to share sought?
        pub consent_sought: Answer,
        /// Was it given?
        pub consent_given: Answer,
        /// Was the meeting agreed to?
        pub consent_to_meeting: Answer,
        /// Was taking part agreed to?
        pub consent_to_engage: Answer,
        /// Why consent was not sought.
        pub reasoning_not_sought: Option<String>,
        /// Was the family told?
        pub family_informed: Answer,
        /// Why not.
        pub reason_not_informed: Option<String>,
        /// Was the invited agencies' agreement to that sought?
        pub agreement_sought: Answer,
        /// What came of it.
        pub agreement_outcome: Option<AgreementOutcome>,
        /// Who agreed, by role or agency.
        pub agreed_by: Option<String>,
        /// The basis under Article 6 that the controller relies on.
        pub lawful_basis: Option<String>,
        /// Does it hold special-category data, such as health?
        pub special_category: Answer,
        /// The condition under Article 9 for that.
        pub art9_condition: Option<String>,
        /// Does it hold data on criminal offences?
        pub criminal_offence_data: Answer,
        /// The condition for that.
        pub criminal_condition: Option<String>,
        /// Why sharing is necessary.
        pub necessary: Option<String>,
        /// Why it is proportionate.
        pub proportionate: Option<String>,
        /// Why what is shared is relevant.
        pub relevant: Option<String>,
        /// Is the child deemed to be at high risk of harm?
        pub high_risk: Answer,
        /// Is the share meant to find out whether a child needs safeguarding, or to safeguard one?
        pub child_at_risk: Answer,
        /// Is the child's wellbeing getting worse?
        pub wellbeing_deteriorating: Answer,
        /// What the meeting is about.
        pub issue: Option<String>,
        /// What kind of body holds the information.
        pub controller: Option<String>,
        /// The day of the sharing.
        pub date: Option<Moment>,
        /// Who decided, by role.
        pub decided_by: Option<String>,
        /// When.
        pub decided_at: Option<Moment>,
        /// The record that this one corrects.
        pub corrects: Option<String>,
        /// The record's id.
        pub id: Option<String>,
        /// When it was made.
        pub created_at: Option<Moment>,
        /// Random text that keeps the hash from being guessed.
        pub salt: Option<String>,
    }
}

/// One text, or a list of them.
#[derive(Clone, Debug, Default)]
pub struct OneOrMore(pub Vec<String>);

impl Read for OneOrMore {
    fn read(&mut self, node: &Node) -> Result<(), Fault> {
        match node {
            Node::Text(text) => self.0.push(text.clone()),
            Node::List(_) => self.0.read(node)?,
            _ => return Err(Fault::expected("bad-input", "a text or a list of texts")),
        }
        Ok(())
    }

    fn shape() -> Shape {
        Shape::OneOrMore(Box::new(String::shape()))
    }
}

impl Tell for OneOrMore {
    fn tell(&self) -> Told<'_> {
        self.0.tell()
    }

    fn told() -> Shape {
        <Vec<String>>::told()
    }
}

words! {
    /// What came of asking the invited agencies.
    AgreementOutcome {
        /// All agreed.
        Agreed = "agreed",
        /// None or not enough agreed.
        NotAgreed = "not-agreed",
        /// Some agreed.
        PartlyAgreed = "partly-agreed",
    }
}

cited_rule! { "record_consent_basis",
    /// A rule about records, as a pack writes it.
    pub struct Rule {
        /// Fields that the record must hold.
        pub requires: &'static [Conditional],
        /// Fields that good practice adds.
        pub recommends: &'static [Conditional],
        /// Are its fields only recommended where another document in use sets out a record of its own?
        pub where_silent: bool,
        /// Is it a condition of going ahead without the family knowing?
        pub precondition: bool,
        /// Purposes that are safeguarding.
        pub purposes: &'static [&'static str],
        /// Bases that the document recommends.
        pub bases: &'static [&'static str],
        /// The issues it speaks of.
        pub issue: &'static [&'static str],
        /// What it says of consent to the meeting.
        pub consent_to_meet: Option<ConsentToMeet>,
    }
}

words! {
    /// What a document says of consent to the meeting itself.
    ConsentToMeet {
        /// It is not necessary.
        NotNecessary = "not-necessary",
        /// Asking is unlikely to help.
        UnlikelyToHelp = "unlikely-to-help",
    }
}

cited_rule! { "lawful_basis",
    /// A lawful basis or condition to consider.
    pub struct LawfulBasis {
        /// Its name: `public-task`.
        pub basis: &'static str,
        /// What it is for.
        pub kind: BasisKind,
        /// Where it stands in the law.
        pub article: &'static str,
        /// Its name in a sentence.
        pub label: &'static str,
        /// Is it closed to public authorities in their tasks?
        pub not_for_public_bodies: bool,
        /// The day from which it is in force.
        pub in_force_from: Option<NaiveDate>,
    }
}

words! {
    /// What a basis is for.
    BasisKind {
        /// A basis for any personal data.
        Article6 = "article6",
        /// A condition for special-category data.
        SpecialCategory = "special-category",
        /// A condition for data on criminal offences.
        CriminalOffence = "criminal-offence",
    }
}

table! {
    /// A kind of body that may hold information.
    #[derive(Clone, Debug, Default)]
    pub struct Controller {
        /// Is it a public authority?
        pub public: bool,
    }
}

answers! {
    /// The record, whether it is complete, and what to consider.
    #[derive(Clone, Debug)]
    pub struct SharingBasis<'p> {
        /// The answer in one sentence.
        pub heading: Said,
        /// The record.
        pub record: Record,
        /// Never true: no gap in a record stops a share that protects a child, and others are not judged here.
        pub sharing_blocked: bool,
        /// Is consent needed to share?
        pub consent_required: Established,
        /// What the documents say of consent to the meeting.
        pub consent_to_meet: Option<ConsentToMeet>,
        /// Is the purpose to safeguard a child?
        pub purpose_is_safeguarding: Answer,
        /// Tell the family, or record why not.
        pub inform_family: InformFamily,
        /// Is the condition of going ahead without the family knowing met? None where no document sets one.
        pub precondition_met: Option<Established>,
        /// To consider; the controller chooses.
        pub lawful_bases: Vec<Basis<'p>>,
        /// Not open here, and why.
        pub bases_excluded: Vec<Basis<'p>>,
        /// Conditions to consider for special-category and criminal-offence data.
        pub conditions: Vec<Basis<'p>>,
    }
}

answers! {
    /// The record of one share.
    #[derive(Clone, Debug)]
    pub struct Record {
        /// Does it hold all that the documents ask for?
        pub complete: bool,
        /// Fields that it lacks.
        pub missing: Vec<String>,
        /// Fields that good practice adds.
        pub recommended: Vec<String>,
        /// The questions behind both.
        pub to_record: Vec<Ask>,
        /// Its id.
        pub id: Option<String>,
        /// When it was made.
        pub created_at: Option<String>,
        /// The record that it corrects.
        pub corrects: Option<String>,
        /// The record in canonical form.
        pub canonical: String,
        /// SHA-256 of that, hexadecimal.
        pub hash: String,
    }
}

words! {
    /// Tell the family, or record why not.
    InformFamily {
        /// They are told, or are to be told.
        Inform = "inform",
        /// They were not, and the reason is on record.
        ExceptionRecorded = "exception-recorded",
        /// They were not, and the reason is missing.
        ExceptionToRecord = "exception-to-record",
    }
}

answers! {
    /// A basis to consider.
    #[derive(Clone, Debug)]
    pub struct Basis<'p> {
        /// Its name.
        pub id: &'p str,
        /// What it is for.
        pub kind: BasisKind,
        /// Its name in a sentence.
        pub label: &'p str,
        /// Where it stands in the law.
        pub article: &'p str,
        /// Its operative words.
        pub words: &'p str,
        /// When it fits.
        pub why: Said,
        /// The rule.
        pub rule: &'p str,
        /// The rule of a document in use that recommends it.
        pub recommended: Option<&'p str> where known,
        /// Why it is not open here, where it is not.
        pub reason: Option<Said> where known,
    }
}

/// Answers on what basis information may be shared, and gives the record.
///
/// # Errors
/// A [`Refusal`] where an area or pack is not known.
pub fn record_consent_basis<'r>(facts: &Facts, rulebook: &'r Rulebook) -> Result<Decision<'r, SharingBasis<'r>>, Refusal> {
    let stack = rulebook.stack(&facts.asked())?.for_records(rulebook);
    Ok(Share::new(facts, stack).decision())
}

struct Share<'f, 'r> {
    facts: &'f Facts,
    stack: Stack<'r>,
    every_rule: Vec<(&'r Pack, &'r Rule)>,
    /// The rules that speak of this share: of its issue, and to no fact that was answered with a no.
    rules: Vec<(&'r Pack, &'r Rule)>,
}

fn is_written(text: Option<&String>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}

impl<'f, 'r> Share<'f, 'r> {
    fn new(facts: &'f Facts, stack: Stack<'r>) -> Self {
        let every_rule = stack.rules(|pack| pack.record_consent_basis);
        let mut share = Share { facts, stack, rules: Vec::new(), every_rule };
        let issue = facts.issue.as_deref().map(kebab).unwrap_or_default();
        let mut rules = share.every_rule.clone();
        rules.retain(|(_, rule)| {
            let of_this_issue = rule.issue.is_empty() || rule.issue.contains(&issue.as_str());
            of_this_issue && !rule.when.iter().any(|fact| share.known(fact).is_no())
        });
        share.rules = rules;
        share
    }

    fn known(&self, fact: &str) -> Answer {
        let facts = self.facts;
        match fact {
            "consent_sought" => facts.consent_sought,
            "family_informed" => facts.family_informed,
            "agreement_sought" => facts.agreement_sought,
            "special_category" => facts.special_category,
            "criminal_offence_data" => facts.criminal_offence_data,
            "high_risk" => facts.high_risk,
            "consent_given" => facts.consent_given,
            "sensitive_data" => facts.special_category.or(facts.criminal_offence_data),
            "safeguarding_purpose" => self.purpose_is_safeguarding(),
            _ => Answer::Unknown,
        }
    }

    /// Is a field on record? Agreement counts once it was sought; other questions once they are answered.
    fn on_record(&self, field: &str) -> Answer {
        let facts = self.facts;
        let written = match field {
            "information_shared" => is_written(facts.information_shared.as_ref()),
            "facts" => is_written(facts.facts.as_ref()),
            "shared_with" => facts.shared_with.as_ref().is_some_and(|who| who.0.iter().any(|name| !name.trim().is_empty())),
            "purpose" => is_written(facts.purpose.as_ref()),
            "reasoning_not_sought" => is_written(facts.reasoning_not_sought.as_ref()),
            "reason_not_informed" => is_written(facts.reason_not_informed.as_ref()),
            "agreed_by" => is_written(facts.agreed_by.as_ref()),
            "lawful_basis" => is_written(facts.lawful_basis.as_ref()),
            "art9_condition" => is_written(facts.art9_condition.as_ref()),
            "criminal_condition" => is_written(facts.criminal_condition.as_ref()),
            "necessary" => is_written(facts.necessary.as_ref()),
            "proportionate" => is_written(facts.proportionate.as_ref()),
            "relevant" => is_written(facts.relevant.as_ref()),
            "decided_by" => is_written(facts.decided_by.as_ref()),
            "decided_at" => facts.decided_at.is_some(),
            "agreement_outcome" => facts.agreement_outcome.is_some(),
            "agreement_sought" => return facts.agreement_sought,
            question => !self.known(question).is_unknown(),
        };
        written.into()
    }

    /// Does a document in use set out a record of its own?
    fn has_record_of_its_own(&self) -> bool {
        self.rules.iter().any(|(pack, rule)| !pack.document.always_for_records && !rule.requires.is_empty())
    }

    fn lacking(&self, of: &dyn Fn(&'r Rule) -> Vec<&'r Conditional>) -> Vec<&'static str> {
        let wanted = self.rules.iter().flat_map(|(_, rule)| of(rule)).filter(|field| field.holds(&|fact| self.known(fact)).is_yes());
        once(wanted.filter(|field| !self.on_record(field.what).is_yes()).map(|field| field.what).gathered())
    }

    fn missing(&self) -> Vec<&'static str> {
        let silent = !self.has_record_of_its_own();
        self.lacking(&|rule| if rule.where_silent && !silent { Vec::new() } else { rule.requires.iter().gathered() })
    }

    fn recommended(&self, missing: &[&'static str]) -> Vec<&'static str> {
        let own = self.has_record_of_its_own();
        let mut recommended = self.lacking(&|rule| {
            let softened = rule.requires.iter().filter(|_| rule.where_silent && own);
            rule.recommends.iter().chain(softened).gathered()
        });
        recommended.retain(|field| !missing.contains(field));
        recommended
    }

    /// Questions on which a requirement hangs.
    fn ask(&self) -> Vec<Ask> {
        let requirements = self.rules.iter().flat_map(|(_, rule)| rule.requires);
        let hanging = requirements.filter(|field| field.holds(&|fact| self.known(fact)).is_unknown()).filter_map(Conditional::fact);
        let mut facts: Vec<&str> = hanging.gathered();
        if self.purpose_is_safeguarding().is_unknown() {
            facts.push("safeguarding_purpose");
        }
        once(facts).into_iter().map(|fact| self.question(fact)).gathered()
    }

    fn question(&self, field: &'static str) -> Ask {
        Ask::new(self.stack.path(field), self.stack.question(field))
    }

    /// A purpose that a document names, or a child at risk, is safeguarding; it is a no only where somebody said so.
    fn purpose_is_safeguarding(&self) -> Answer {
        let purpose = self.facts.purpose.as_deref().map(kebab).unwrap_or_default();
        let named = self.every_rule.iter().any(|(_, rule)| rule.purposes.contains(&purpose.as_str()));
        if named || self.facts.high_risk.is_yes() { Answer::Yes } else { self.facts.child_at_risk }
    }

    fn precondition_met(&self) -> Option<Established> {
        let of_rule = |rule: &Rule| {
            Answer::all(rule.requires.iter().map(|field| field.holds(&|fact| self.known(fact)).not().or(self.on_record(field.what))))
        };
        self.rules.iter().filter(|(_, rule)| rule.precondition).map(|(_, rule)| of_rule(rule)).reduce(Answer::and).map(Established::from)
    }

    fn inform_family(&self) -> InformFamily {
        match self.facts.family_informed {
            Answer::No if is_written(self.facts.reason_not_informed.as_ref()) => InformFamily::ExceptionRecorded,
            Answer::No => InformFamily::ExceptionToRecord,
            Answer::Yes | Answer::Unknown => InformFamily::Inform,
        }
    }

    // ------------------------------------------------------------------------------------------------------ bases

    fn is_public_body(&self) -> Answer {
        let Some(controller) = self.facts.controller.as_deref().map(kebab) else { return Answer::Unknown };
        let known = self.stack.packs.iter().find_map(|pack| pack.controller.get(&controller));
        known.map_or(Answer::Unknown, |controller| controller.public.into())
    }

    fn day(&self) -> Option<NaiveDate> {
        self.facts.date.or(self.facts.decided_at).or(self.facts.created_at).map(|at| at.date())
    }

    fn not_open(&self, basis: &LawfulBasis) -> Option<Said> {
        if basis.not_for_public_bodies && self.is_public_body().is_yes() {
            return Some(NOT_FOR_PUBLIC_BODIES.said());
        }
        let from = basis.in_force_from.filter(|from| self.day().is_some_and(|day| day < *from))?;
        Some(IN_FORCE_FROM.with([("date", said(from).into())]))
    }

    fn recommended_by(&self, basis: &str) -> Option<&'r str> {
        self.rules.iter().find(|(_, rule)| rule.bases.contains(&basis)).map(|(_, rule)| rule.id)
    }

    fn bases(&self, kinds: &[BasisKind]) -> (Vec<Basis<'r>>, Vec<Basis<'r>>) {
        let of_these_kinds = self.stack.packs.iter().flat_map(|pack| pack.lawful_basis).filter(|rule| kinds.contains(&rule.kind));
        let basis = |rule: &'r LawfulBasis| Basis {
            id: rule.basis,
            kind: rule.kind,
            label: rule.label,
            words: rule.words,
            article: rule.article,
            why: Said::of_rule(rule),
            rule: rule.id,
            recommended: self.recommended_by(rule.basis),
            reason: self.not_open(rule),
        };
        let (open, excluded): (Vec<_>, Vec<_>) = of_these_kinds.map(basis).partition(|basis| basis.reason.is_none());
        let (mut recommended, others): (Vec<_>, Vec<_>) = open.into_iter().partition(|basis| basis.recommended.is_some());
        recommended.gather(others);
        (recommended, excluded)
    }

    fn condition_kinds(&self) -> Vec<BasisKind> {
        let special = (!self.facts.special_category.is_no()).then_some(BasisKind::SpecialCategory);
        let criminal = (!self.facts.criminal_offence_data.is_no()).then_some(BasisKind::CriminalOffence);
        special.into_iter().chain(criminal).gathered()
    }

    // ------------------------------------------------------------------------------------------------- the record

    fn record(&self) -> Record {
        let missing = self.missing();
        let recommended = self.recommended(&missing);
        let canonical = self.canonical();
        let spoken = |fields: &[&str]| fields.iter().map(|field| camel(field)).gathered();
        Record {
            complete: missing.is_empty(),
            to_record: missing.iter().chain(&recommended).map(|field| self.question(field)).gathered(),
            missing: spoken(&missing),
            recommended: spoken(&recommended),
            id: self.facts.id.clone(),
            created_at: self.facts.created_at.map(|at| at.in_words()),
            corrects: self.facts.corrects.clone(),
            hash: hexadecimal(&Sha256::digest(&canonical)),
            canonical,
        }
    }

    /// What was recorded, without what was left open, in the one form that RFC 8785 gives it. For texts, yes and no
    /// and lists of texts under plain names, that form is sorted JSON without white space; a test holds it to `serde_jcs`.
    fn canonical(&self) -> String {
        let packs = self.stack.packs.iter().map(|pack| format!("{} {} {}", pack.document.id, pack.document.version, pack.hash.hexadecimal));
        let packs: Vec<String> = packs.gathered();
        let mut written: Vec<(String, Told<'_>)> = vec![("rules".to_owned(), packs.tell())];
        if let Told::Table(fields) = self.facts.tell() {
            for (name, told) in fields.into_iter().filter(|(_, told)| !matches!(told, Told::Nothing | Told::Unknown)) {
                let place = written.partition_point(|(before, _)| *before < name);
                written.insert(place, (name, told));
            }
        }
        serde_json::to_string(&Told::Table(written)).unwrap_or_default()
    }

    fn decision(self) -> Decision<'r, SharingBasis<'r>> {
        let record = self.record();
        let (lawful_bases, mut bases_excluded) = self.bases(&[BasisKind::Article6]);
        let (conditions, conditions_excluded) = self.bases(&self.condition_kinds());
        bases_excluded.gather(conditions_excluded);
        let purpose_is_safeguarding = self.purpose_is_safeguarding();
        let answer = SharingBasis {
            heading: heading(&record, purpose_is_safeguarding),
            sharing_blocked: false,
            consent_required: if purpose_is_safeguarding.is_no() { Established::Open } else { Established::No },
            consent_to_meet: self.rules.iter().find_map(|(_, rule)| rule.consent_to_meet),
            purpose_is_safeguarding,
            inform_family: self.inform_family(),
            precondition_met: self.precondition_met(),
            record,
            lawful_bases,
            bases_excluded,
            conditions,
        };
        let ask = self.ask();
        let own = self.has_record_of_its_own();
        let (beside, because): (Vec<_>, Vec<_>) = self.rules.iter().partition(|(_, rule)| rule.where_silent && own);
        Decision {
            settled: ask.is_empty(),
            because: because.into_iter().map(|(pack, rule)| pack.cite(rule)).gathered(),
            also_applies: Vec::new(),
            set_aside: beside.into_iter().map(|(pack, rule)| pack.cite(rule).set_aside(RECORD_OF_ITS_OWN.said())).gathered(),
            cautions: self.cautions(&answer),
            basis: self.stack.basis(false),
            ask,
            answer,
        }
    }

    fn cautions(&self, answer: &SharingBasis<'_>) -> Vec<Caution> {
        let mut cautions = self.stack.cautions(Question::RecordConsentBasis, &|fact| self.known(fact), &|_| true);
        let chosen = self.facts.lawful_basis.as_deref().map(kebab);
        if let Some(excluded) = answer.bases_excluded.iter().find(|excluded| chosen.as_deref() == Some(excluded.id)) {
            let reason = excluded.reason.clone().unwrap_or_default();
            cautions.push(Caution::with(BASIS_NOT_OPEN, [("basis", excluded.label.into()), ("reason", reason.into())]));
        }
        if self.facts.salt.is_none() {
            cautions.push(Caution::of(NO_SALT));
        }
        cautions.gather(self.stack.standing_cautions());
        cautions
    }
}

fn heading(record: &Record, purpose_is_safeguarding: Answer) -> Said {
    let complete = match record.missing.len() {
        0 => RECORD_COMPLETE.said(),
        1 => ONE_MISSING.said(),
        several => SEVERAL_MISSING.with([("number", several.into())]),
    };
    let sentence = if purpose_is_safeguarding.is_no() { NOT_SAFEGUARDING } else { NEVER_STOPS };
    sentence.with([("complete", complete.into())])
}
