//! **Who must, should and may attend, who chairs, and is the meeting quorate?**
//!
//! Every rule of every pack in use adds people; none takes away whom another requires, so the longest list holds.
//! Where something is not known, the person stands in the list until it is. The forms that a meeting may take are
//! those that every document allows. A minimum that is not met is said, and is never a reason to wait.

use crate::answers::{Tell, Told, answers};
use crate::facts::{Shape, facts, scoped, shown};
use crate::pack::{Pack, PackCaution, Question};
use crate::rulebook::{Rulebook, Stack};
use crate::words::agency::Agency;
use crate::words::answer::{Answer, Established};
use crate::words::citation::{self, Force, cited_rule};
use crate::words::conditional::Conditional;
use crate::words::decision::{Ask, Caution, Cited, Decision};
use crate::words::known::KnownOfChild;
use crate::words::list::words;
use crate::words::meeting::{Attendance, Format, MeetingType};
use crate::words::ordered::Ordered;
use crate::words::refusal::Refusal;
use crate::words::said::{Said, Sentence, listed};
use crate::words::sentences::*;
use crate::words::{Gather as _, Gathering as _};

scoped! { open_facts,
    /// What is known of the meeting. Every fact that the packs declare may stand beside these, such as `child.lookedAfter`.
    #[derive(Clone, Debug, Default)]
    pub struct Facts {
        /// Which meeting it is.
        pub meeting_type: MeetingType,
        /// Several children: the list is the union.
        pub children: Option<Vec<KnownOfChild>>,
        /// Attests that every fact not named was considered and is a no.
        pub others_considered: bool,
        /// Who made the referral.
        pub referrer: Option<Agency>,
        /// Services that the child or family receives.
        pub services: Option<Vec<Agency>>,
        /// Other agencies, and what is known of their part.
        pub agencies: Option<Vec<OtherAgency>>,
        /// Who will speak for an agency.
        pub attendees: Option<Vec<Representative>>,
        /// Who took part, and how.
        pub attendance: Option<Ordered<Attendance>>,
        /// Who chairs.
        pub chair: Option<Chair>,
        /// Who co-ordinates.
        pub coordinator: Option<Agency>,
        /// In what form people come together.
        pub format: Option<Format>,
    }
}

facts! {
    /// An agency and its part.
    #[derive(Clone, Debug, Default)]
    pub struct OtherAgency {
        /// Its name.
        pub name: Agency,
        /// Does it hold relevant information?
        pub has_relevant_information: Answer,
        /// Is it directly involved with the child and family?
        pub direct_involvement: Answer,
        /// Is it, or is it likely to be, part of the package of support?
        pub in_package: Answer,
    }
}

facts! {
    /// Somebody who speaks for an agency.
    #[derive(Clone, Debug, Default)]
    pub struct Representative {
        /// The agency.
        pub agency: Agency,
        /// May they decide for it?
        pub can_decide: Answer,
        /// Can they see the child's records during the discussion?
        pub has_record_access: Answer,
        /// Do they hold the case themselves?
        pub is_case_holder: Answer,
    }
}

facts! {
    /// Who chairs.
    #[derive(Clone, Debug, Default)]
    pub struct Chair {
        /// The role, no name.
        pub role: Option<String>,
        /// Are they recorded as the nominated deputy?
        pub nominated_deputy: Answer,
        /// The agency they come from.
        pub agency: Option<Agency>,
        /// Did the representatives agree on them?
        pub agreed_by_representatives: Answer,
        /// Have they chaired meetings of this kind before?
        pub experienced: Answer,
        /// Do they know the child protection procedures?
        pub knows_procedures: Answer,
        /// Are they the practitioner who first found the needs?
        pub identified_the_needs: Answer,
    }
}

cited_rule! { "list_attendees",
    /// A rule about people, as a pack writes it.
    pub struct Rule {
        /// The meetings it speaks of.
        pub meeting: &'static [MeetingType],
        /// Who must be there.
        pub required: &'static [Conditional],
        /// Are these the minimum without which the meeting is not quorate?
        pub minimum: bool,
        /// Who is expected.
        pub expected: &'static [Conditional],
        /// Who may be there.
        pub optional: &'static [Conditional],
        /// Who is not to be there.
        pub excluded: &'static [Conditional],
        /// The part of a meeting in two parts for which its people come.
        pub part: Option<Part>,
        /// Does the document say that its list is open?
        pub open_list: bool,
        /// Roles, one of which chairs.
        pub chair: &'static [&'static str],
        /// The agency that the chair belongs to.
        pub chair_of: Option<&'static str>,
        /// What is asked of whoever chairs.
        pub chair_is: &'static [ChairTest],
        /// Roles, one of which administers.
        pub administrator: &'static [&'static str],
        /// Agencies, one of which co-ordinates.
        pub coordinator: &'static [&'static str],
        /// Roles, one of which is lead professional for now.
        pub lead_professional: &'static [&'static str],
        /// The forms the meeting may take.
        pub format: &'static [Format],
        /// What counts as being there.
        pub present: &'static [Attendance],
        /// The forms in which every agency makes a record of its own.
        pub own_record_in: &'static [Format],
        /// Must those who attend be able to decide for their agency?
        pub decides: bool,
        /// Must those who attend be able to see the child's records?
        pub sees_records: bool,
    }
}

impl Rule {
    /// Everybody whom it names, in whatever list.
    pub fn members(&self) -> impl Iterator<Item = &'static Conditional> + use<> {
        [self.required, self.expected, self.optional, self.excluded].into_iter().flatten()
    }
}

words! {
    /// A part of a meeting that is held in two.
    Part {
        /// Professionals alone.
        One = "part-one",
        /// Parents or carers come in.
        Two = "part-two",
    }
}

words! {
    /// What is asked of whoever chairs.
    ChairTest {
        /// The representatives agreed on them.
        AgreedByRepresentatives = "agreed-by-representatives",
        /// They have chaired such meetings before.
        Experienced = "experienced",
        /// They know the child protection procedures.
        KnowsProcedures = "knows-procedures",
        /// They first found the needs.
        IdentifiedTheNeeds = "identified-the-needs",
    }
}

answers! {
    /// Who attends, who chairs, and whether the minimum is met.
    #[derive(Clone, Debug)]
    pub struct WhoAttends<'p> {
        /// The answer in one sentence.
        pub heading: Said,
        /// Who must be there.
        pub required: Vec<Attendee<'p>>,
        /// Who is expected.
        pub expected: Vec<Attendee<'p>>,
        /// Who may be there.
        pub optional: Vec<Attendee<'p>>,
        /// Who is not to be there.
        pub excluded: Vec<Attendee<'p>>,
        /// Does a document say that its list is open?
        pub open_list: bool,
        /// Who chairs, where a document says.
        pub chair: Option<Role<'p>>,
        /// Who administers, where a document says.
        pub administrator: Option<Role<'p>>,
        /// Who co-ordinates, where a document says.
        pub coordinator: Option<Role<'p>>,
        /// Is the co-ordinator given one of them?
        pub coordinator_valid: Option<Established>,
        /// Who is lead professional for now, where a document says.
        pub lead_professional: Option<Role<'p>>,
        /// The forms that are allowed, where a document says.
        pub format: Option<FormatAnswer<'p>>,
        /// Is the minimum met? None without `attendance`.
        pub quorate: Option<Quorate>,
        /// Is everybody there who must be?
        pub all_required_present: Option<Established>,
        /// Who must be there and is not.
        pub missing: Vec<Agency>,
        /// Does the chair hold one of the roles?
        pub chair_valid: Option<Established>,
        /// Who makes a record of their own.
        pub record_required_from: Vec<Agency>,
    }
}

/// Whether the minimum is met: the one word that programs compare with the spelling of the worked cases, `not_established`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quorate(pub Established);

impl Tell for Quorate {
    fn tell(&self) -> Told<'_> {
        match self.0 {
            Established::Open => Told::text("not_established"),
            _ => self.0.tell(),
        }
    }

    fn told() -> Shape {
        Shape::YesNoOr("not_established")
    }
}

answers! {
    /// Somebody in a list, and why.
    #[derive(Clone, Debug)]
    pub struct Attendee<'p> {
        /// The agency.
        pub agency: Agency,
        /// Its name in a sentence.
        pub label: Said,
        /// Why.
        pub why: Said,
        /// How strongly the document puts it.
        pub force: Force,
        /// The rule.
        pub rule: &'p str,
        /// False where it rests on something not known.
        pub settled: bool,
        /// The part of the meeting for which they come, where it has two.
        pub part: Option<Part> where known,
    }
}

answers! {
    /// A role, and the rule that gives it.
    #[derive(Clone, Debug)]
    pub struct Role<'p> {
        /// The roles, one of which will do.
        pub roles: Vec<&'p str>,
        /// Their names in a sentence.
        pub labels: Vec<String>,
        /// Why.
        pub why: Said,
        /// How strongly the document puts it.
        pub force: Force,
        /// The rule.
        pub rule: &'p str,
    }
}

answers! {
    /// The forms that a meeting may take.
    #[derive(Clone, Debug)]
    pub struct FormatAnswer<'p> {
        /// Those that every document allows.
        pub allowed: Vec<Format>,
        /// Is the form given one of them?
        pub compliant: Established,
        /// Why.
        pub why: Said,
        /// The rule.
        pub rule: &'p str,
    }
}

/// Answers who must, should and may attend, who chairs, and whether the minimum is met.
///
/// # Errors
/// A [`Refusal`] where an area, a pack or an agency is not known as such.
pub fn list_attendees<'r>(facts: &Facts, rulebook: &'r Rulebook) -> Result<Decision<'r, WhoAttends<'r>>, Refusal> {
    let stack = rulebook.stack(&facts.asked())?;
    stack.check_known(&facts.known)?;
    for (index, child) in facts.children.iter().flatten().enumerate() {
        let of_child = |refusal: Refusal| {
            let below = refusal.path.strip_prefix("child").unwrap_or(&refusal.path);
            Refusal { path: format!("children[{index}]{below}"), ..refusal }
        };
        stack.check_known(&child.0).map_err(of_child)?;
    }
    let attendance = attendance(facts)?;
    if facts.children.as_ref().is_some_and(Vec::is_empty) {
        return Err(Refusal::new("bad-input", "children", "expected at least one child, or no list"));
    }
    let mut meeting = Meeting::new(facts, stack);
    meeting.gather();
    Ok(meeting.decision(attendance.as_deref()))
}

fn attendance(facts: &Facts) -> Result<Option<Vec<(Agency, Attendance)>>, Refusal> {
    let Some(given) = &facts.attendance else { return Ok(None) };
    let mut attendance = Vec::new();
    for (name, how) in given.iter() {
        let Some(agency) = Agency::new(name) else {
            let path = format!("attendance.{}", shown(name));
            return Err(Refusal::new("bad-word", path, "expected the name of an agency or service, such as police or health"));
        };
        attendance.push((agency, *how));
    }
    Ok(Some(attendance))
}

/// Which of the lists somebody stands in; the first is the strongest.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Required,
    Expected,
    Optional,
    Excluded,
}

/// An agency that a rule's member stands for.
struct Expanded {
    agency: Agency,
    label: Said,
    /// What is to be asked, where it is not known whether the agency belongs here.
    doubt: Option<Ask>,
}

struct Meeting<'f, 'r> {
    facts: &'f Facts,
    stack: Stack<'r>,
    rules: Vec<(&'r Pack, &'r Rule, Answer)>,
    people: Vec<(Place, Attendee<'r>)>,
    because: Vec<Cited<'r>>,
    also_applies: Vec<Cited<'r>>,
    ask: Vec<Ask>,
}

impl<'f, 'r> Meeting<'f, 'r> {
    fn new(facts: &'f Facts, stack: Stack<'r>) -> Self {
        let mut meeting =
            Meeting { facts, stack, rules: Vec::new(), people: Vec::new(), because: Vec::new(), also_applies: Vec::new(), ask: Vec::new() };
        for (pack, rule) in meeting.stack.rules(|pack| pack.list_attendees) {
            if !rule.meeting.contains(&facts.meeting_type) {
                continue;
            }
            let applies = citation::holds(rule, &|fact| meeting.known(fact));
            if !applies.is_no() {
                meeting.rules.push((pack, rule, applies));
            }
        }
        meeting
    }

    fn known(&self, fact: &str) -> Answer {
        let of_each = self.facts.children.iter().flatten().map(|child| self.stack.answer(fact, &child.0, self.facts.others_considered));
        let of_all = self.stack.answer(fact, &self.facts.known, self.facts.others_considered);
        match of_each.reduce(Answer::or) {
            Some(of_each) if of_all.is_unknown() || of_each.is_yes() => of_each,
            _ => of_all,
        }
    }

    fn gather(&mut self) {
        for (pack, rule, applies) in self.rules.clone() {
            let mut added = false;
            let places = [
                (Place::Required, rule.required),
                (Place::Expected, rule.expected),
                (Place::Optional, rule.optional),
                (Place::Excluded, rule.excluded),
            ];
            for (place, members) in places {
                for member in members {
                    added |= self.add(place, member, rule, applies);
                }
            }
            let roles = [rule.chair, rule.administrator, rule.coordinator, rule.lead_professional];
            let says_more = roles.iter().any(|roles| !roles.is_empty())
                || !rule.chair_is.is_empty()
                || !rule.format.is_empty()
                || rule.decides
                || rule.sees_records;
            if added || says_more { self.because.push(pack.cite(rule)) } else { self.also_applies.push(pack.cite(rule)) }
        }
    }

    /// Puts a member in a list unless a stronger one has them already; says whether that told anything new. Nobody is kept
    /// out because of what is not known: it is asked for.
    fn add(&mut self, place: Place, member: &'r Conditional, rule: &'r Rule, rule_applies: Answer) -> bool {
        let applies = rule_applies.and(member.holds(&|fact| self.known(fact)));
        if applies.is_no() {
            return false;
        }
        if place == Place::Excluded && applies.is_unknown() {
            self.ask_for(rule, member);
            return false;
        }
        let mut added = false;
        for Expanded { agency, label, doubt } in self.expand(member.what) {
            let settled = applies.is_yes() && doubt.is_none();
            match self.people.iter_mut().find(|(_, person)| person.agency == agency) {
                Some((held, person)) if *held <= place => person.settled |= settled && *held == place,
                _ => {
                    self.people.retain(|(_, person)| person.agency != agency);
                    self.people.push((
                        place,
                        Attendee { agency, label, why: Said::of_rule(rule), force: rule.force, rule: rule.id, settled, part: rule.part },
                    ));
                    self.ask.gather(doubt.filter(|_| place != Place::Optional));
                    added = true;
                }
            }
        }
        if applies.is_unknown() && added {
            self.ask_for(rule, member);
        }
        added
    }

    fn ask_for(&mut self, rule: &Rule, member: &Conditional) {
        let mut facts = [rule.when, rule.unless].concat();
        facts.gather(member.fact());
        facts.retain(|fact| self.known(fact).is_unknown());
        for fact in facts {
            for ask in self.stack.asks(fact, &|part| self.known(part).is_unknown()) {
                if !self.ask.contains(&ask) {
                    self.ask.push(ask);
                }
            }
        }
    }

    /// The agencies that a member stands for.
    fn expand(&self, who: &str) -> Vec<Expanded> {
        let services = |of: fn(&Self, &Agency) -> bool| {
            self.facts.services.iter().flatten().filter(|agency| of(self, agency)).map(|agency| self.certain(agency)).gathered()
        };
        match who {
            "referring-agency" => vec![Expanded { agency: agency_of_pack(who), label: self.referring_agency(), doubt: None }],
            "services" => services(|_, _| true),
            "health-services" => services(|meeting, agency| meeting.stands_for(agency, "health")),
            "other-services" => services(|meeting, agency| !meeting.stands_for(agency, "health")),
            "informed-agencies" => self.others(|other| other.has_relevant_information, "hasRelevantInformation", ASK_INFORMED),
            "involved-agencies" => self.others(|other| other.direct_involvement, "directInvolvement", ASK_INVOLVED),
            "package-agencies" if self.facts.agencies.is_some() => self.others(|other| other.in_package, "inPackage", ASK_IN_PACKAGE),
            "agencies-outside-package" if self.facts.agencies.is_some() => self.others_outside_package(),
            _ => vec![self.certain(&agency_of_pack(who))],
        }
    }

    fn certain(&self, agency: &Agency) -> Expanded {
        Expanded { label: Said::plain(self.label(agency)), agency: agency.clone(), doubt: None }
    }

    /// The other agencies that play a part, and those that nobody has said do not.
    fn others(&self, part: fn(&OtherAgency) -> Answer, field: &str, question: &Sentence) -> Vec<Expanded> {
        let doubt = |index: usize, other: &OtherAgency| {
            let ask = || Ask::new(format!("agencies[{index}].{field}"), question.said());
            part(other).is_unknown().then(ask)
        };
        let others = self.facts.agencies.iter().flatten().enumerate().filter(|(_, other)| !part(other).is_no());
        others.map(|(index, other)| Expanded { doubt: doubt(index, other), ..self.certain(&other.name) }).gathered()
    }

    /// The other agencies of which somebody has said that they are not in the package of support.
    fn others_outside_package(&self) -> Vec<Expanded> {
        let others = self.facts.agencies.iter().flatten().filter(|other| other.in_package.is_no());
        others.map(|other| self.certain(&other.name)).gathered()
    }

    fn referring_agency(&self) -> Said {
        match &self.facts.referrer {
            Some(referrer) => REFERRING_AGENCY_NAMED.with([("name", self.label(referrer).into())]),
            None => REFERRING_AGENCY.said(),
        }
    }

    fn label(&self, agency: &Agency) -> String {
        self.stack.agency(agency.id()).map_or_else(|| agency.spoken(), |known| known.label.to_owned())
    }

    /// Is it that agency, or does it take its part?
    fn stands_for(&self, agency: &Agency, wanted: &str) -> bool {
        agency.id() == wanted || self.stack.agency(agency.id()).and_then(|known| known.part_of) == Some(wanted)
    }

    fn list(&self, wanted: Place) -> Vec<Attendee<'r>> {
        self.people.iter().filter(|(place, _)| *place == wanted).map(|(_, person)| person.clone()).gathered()
    }

    /// The rule that names most roles: it holds all that the others name.
    fn rule_for_role(&self, of: fn(&Rule) -> &'static [&'static str]) -> Option<&'r Rule> {
        self.rules.iter().map(|(_, rule, _)| *rule).filter(|rule| !of(rule).is_empty()).max_by_key(|rule| of(rule).len())
    }

    fn role(&self, of: fn(&Rule) -> &'static [&'static str]) -> Option<Role<'r>> {
        let rule = self.rule_for_role(of)?;
        let roles = of(rule).to_vec();
        let label = |role: &&str| self.stack.person(role);
        Some(Role { labels: roles.iter().map(label).gathered(), roles, why: Said::of_rule(rule), force: rule.force, rule: rule.id })
    }

    /// The forms that every document allows; the one that allows least is named.
    fn format(&self) -> Option<FormatAnswer<'r>> {
        let speaking: Vec<&&'r Rule> = self.rules.iter().map(|(_, rule, _)| rule).filter(|rule| !rule.format.is_empty()).gathered();
        let strictest = speaking.iter().min_by_key(|rule| rule.format.len())?;
        let allowed: Vec<Format> =
            strictest.format.iter().copied().filter(|form| speaking.iter().all(|rule| rule.format.contains(form))).gathered();
        let compliant = self.facts.format.map_or(Established::Open, |form| allowed.contains(&form).into());
        Some(FormatAnswer { allowed, compliant, why: Said::of_rule(**strictest), rule: strictest.id })
    }

    fn looser_formats(&self, strictest: Option<&FormatAnswer<'_>>) -> Vec<Cited<'r>> {
        let Some(strictest) = strictest else { return Vec::new() };
        let looser = self.rules.iter().filter(|(_, rule, _)| rule.format.len() > strictest.allowed.len());
        looser.map(|(pack, rule, _)| pack.cite(*rule).set_aside(STRICTER_FORM.with([("rule", strictest.rule.into())]))).gathered()
    }

    fn is_present(&self, wanted: &str, attendance: &[(Agency, Attendance)]) -> bool {
        let counts = |how: Attendance| self.rules.iter().any(|(_, rule, _)| rule.present.contains(&how));
        let nothing_said = self.rules.iter().all(|(_, rule, _)| rule.present.is_empty());
        let present = |how: Attendance| if nothing_said { how.is_present() } else { counts(how) };
        attendance.iter().any(|(agency, how)| present(*how) && self.stands_for(agency, wanted))
    }

    /// Who is expected and did not come; whoever made the referral is there where their own agency is.
    fn expected_and_absent(&self, expected: &[Attendee<'_>], attendance: &[(Agency, Attendance)]) -> Vec<Said> {
        let referred = |person: &Attendee<'_>| self.facts.referrer.as_ref().filter(|_| person.agency.id() == "referring-agency");
        let there = |person: &Attendee<'_>| {
            let agency = referred(person).unwrap_or(&person.agency);
            self.is_present(agency.id(), attendance)
        };
        expected.iter().filter(|person| person.settled && !there(person)).map(|person| person.label.clone()).gathered()
    }

    fn minimum(&self) -> Vec<&'r str> {
        let rules = self.rules.iter().filter(|(_, rule, applies)| rule.minimum && applies.is_yes());
        rules.flat_map(|(_, rule, _)| rule.required.iter().map(|member| member.what)).gathered()
    }

    fn quorate(&self, attendance: &[(Agency, Attendance)], format: Option<&FormatAnswer<'_>>) -> Established {
        let minimum = self.minimum();
        if minimum.is_empty() {
            return Established::Open;
        }
        if minimum.iter().any(|agency| !self.is_present(agency, attendance)) {
            return Established::No;
        }
        match format.map(|format| format.compliant) {
            Some(Established::No) => Established::Open,
            _ => Established::Yes,
        }
    }

    fn chair_valid(&self, attendance: Option<&[(Agency, Attendance)]>) -> Option<Established> {
        let chair = self.facts.chair.as_ref();
        if chair.is_none() && attendance.is_none() {
            return None;
        }
        let passes = chair.map_or(Answer::Unknown, |chair| self.chair_passes(chair));
        let Some(rule) = self.rule_for_role(|rule| rule.chair) else {
            let asked = self.rules.iter().any(|(_, rule, _)| !rule.chair_is.is_empty());
            return Some(if asked { passes.into() } else { Established::Open });
        };
        let Some(chair) = chair.filter(|chair| chair.role.is_some() || !chair.nominated_deputy.is_unknown()) else {
            let agency_absent =
                attendance.zip(rule.chair_of.as_ref()).is_some_and(|(attendance, agency)| !self.is_present(agency, attendance));
            return Some(if agency_absent { Established::No } else { Established::Open });
        };
        let holds = |role: &&str| chair.role.as_ref().is_some_and(|given| self.stack.is_role(given, role));
        let deputy = Answer::from(rule.chair.contains(&NOMINATED_DEPUTY)).and(chair.nominated_deputy);
        Some(Answer::from(rule.chair.iter().any(holds)).or(deputy).and(passes).into())
    }

    /// What the documents ask of whoever chairs, beside the role.
    fn chair_passes(&self, chair: &Chair) -> Answer {
        let tests = self.rules.iter().flat_map(|(_, rule, _)| rule.chair_is);
        Answer::all(tests.map(|test| match test {
            ChairTest::AgreedByRepresentatives => chair.agreed_by_representatives,
            ChairTest::Experienced => chair.experienced,
            ChairTest::KnowsProcedures => chair.knows_procedures,
            ChairTest::IdentifiedTheNeeds => chair.identified_the_needs,
        }))
    }

    fn coordinator_valid(&self) -> Option<Established> {
        let (given, rule) = (self.facts.coordinator.as_ref()?, self.rule_for_role(|rule| rule.coordinator)?);
        Some(rule.coordinator.iter().any(|agency| self.stands_for(given, agency)).into())
    }

    fn records(&self, attendance: Option<&[(Agency, Attendance)]>, required: &[Attendee<'_>]) -> Vec<Agency> {
        let Some(format) = self.facts.format else { return Vec::new() };
        if !self.rules.iter().any(|(_, rule, _)| rule.own_record_in.contains(&format)) {
            return Vec::new();
        }
        match attendance {
            Some(attendance) => attendance.iter().filter(|(_, how)| how.is_present()).map(|(agency, _)| agency.clone()).gathered(),
            None => required.iter().map(|person| person.agency.clone()).gathered(),
        }
    }

    fn heading(&self, required: &[Attendee<'_>], expected: &[Attendee<'_>], optional: &[Attendee<'_>]) -> Said {
        let names = |people: &[Attendee<'_>]| ("names", listed(people.iter().map(|person| person.label.clone().into()).gathered()));
        let meeting = ("meeting", self.facts.meeting_type.label().into());
        match (required, expected, optional) {
            ([], [], []) => NOBODY_NAMED.with([meeting]),
            ([], [], _) => MAY_BE_INVITED.with([meeting, names(optional)]),
            ([], _, _) => EXPECTED_AT.with([meeting, names(expected)]),
            _ => NEEDED_AT.with([meeting, names(required)]),
        }
    }

    fn decision(self, attendance: Option<&[(Agency, Attendance)]>) -> Decision<'r, WhoAttends<'r>> {
        let (required, expected, optional) = (self.list(Place::Required), self.list(Place::Expected), self.list(Place::Optional));
        let format = self.format();
        let absent = |person: &&Attendee<'_>| attendance.is_some_and(|attendance| !self.is_present(person.agency.id(), attendance));
        let missing: Vec<Agency> =
            required.iter().filter(|person| person.settled).filter(absent).map(|person| person.agency.clone()).gathered();
        let unsettled_absent = required.iter().filter(|person| !person.settled).any(|person| absent(&person));
        let answer = WhoAttends {
            heading: self.heading(&required, &expected, &optional),
            open_list: self.rules.iter().any(|(_, rule, _)| rule.open_list),
            chair: self.role(|rule| rule.chair),
            administrator: self.role(|rule| rule.administrator),
            quorate: attendance.map(|attendance| Quorate(self.quorate(attendance, format.as_ref()))),
            all_required_present: attendance.map(|_| match (missing.is_empty(), unsettled_absent) {
                (false, _) => Established::No,
                (true, true) => Established::Open,
                (true, false) => Established::Yes,
            }),
            chair_valid: self.chair_valid(attendance),
            record_required_from: self.records(attendance, &required),
            coordinator: self.role(|rule| rule.coordinator),
            coordinator_valid: self.coordinator_valid(),
            lead_professional: self.role(|rule| rule.lead_professional),
            excluded: self.list(Place::Excluded),
            missing,
            required,
            expected,
            optional,
            format,
        };
        Decision {
            settled: self.ask.is_empty(),
            cautions: self.cautions(&answer, attendance),
            set_aside: self.looser_formats(answer.format.as_ref()),
            basis: self.stack.basis(self.facts.others_considered),
            because: self.because,
            also_applies: self.also_applies,
            ask: self.ask,
            answer,
        }
    }

    fn cautions(&self, answer: &WhoAttends<'_>, attendance: Option<&[(Agency, Attendance)]>) -> Vec<Caution> {
        let of_this_meeting = |caution: &PackCaution| caution.meeting.is_empty() || caution.meeting.contains(&self.facts.meeting_type);
        let mut cautions = self.stack.cautions(Question::ListAttendees, &|fact| self.known(fact), &of_this_meeting);
        if self.rules.is_empty() {
            cautions.push(Caution::of(ATTENDEES_NOT_COVERED));
        }
        if answer.quorate == Some(Quorate(Established::No)) || !answer.missing.is_empty() {
            cautions.push(Caution::of(DO_NOT_WAIT));
        }
        let absent = attendance.map(|attendance| self.expected_and_absent(&answer.expected, attendance)).unwrap_or_default();
        if !absent.is_empty() {
            let names = listed(absent.into_iter().map(Into::into).gathered());
            cautions.push(Caution::with(EXPECTED_NOT_THERE, [("names", names)]));
        }
        if answer.chair_valid == Some(Established::No) {
            cautions.push(Caution::of(CHAIR_NOT_AS_STATED));
        }
        let says_who_chairs = answer.chair.is_some() || self.rules.iter().any(|(_, rule, _)| !rule.chair_is.is_empty());
        if !says_who_chairs && !self.rules.is_empty() && self.facts.meeting_type != MeetingType::Section47 {
            cautions.push(Caution::of(CHAIR_NOT_STATED));
        }
        if let Some(FormatAnswer { compliant: Established::No, why, .. }) = &answer.format {
            cautions.push(Caution::with(FORM_NOT_AS_STATED, [("why", why.clone().into())]));
        }
        for person in self.facts.attendees.iter().flatten().filter(|person| person.has_record_access.is_no()) {
            if let Some((_, rule, _)) = self.rules.iter().find(|(_, rule, _)| rule.sees_records) {
                let agency = self.label(&person.agency).into();
                cautions.push(Caution::with(NO_RECORD_ACCESS, [("rule", Said::of_rule(*rule).into()), ("agency", agency)]));
            }
        }
        for person in self.facts.attendees.iter().flatten().filter(|person| person.can_decide.is_no()) {
            if let Some((_, rule, _)) = self.rules.iter().find(|(_, rule, _)| rule.decides) {
                let agency = self.label(&person.agency).into();
                cautions.push(Caution::with(NOT_SUFFICIENTLY_SENIOR, [("rule", Said::of_rule(*rule).into()), ("agency", agency)]));
            }
        }
        cautions.gather(self.stack.standing_cautions());
        cautions
    }
}

const NOMINATED_DEPUTY: &str = "nominated-deputy";

/// A name from a pack, which was checked when the pack was read.
fn agency_of_pack(id: &str) -> Agency {
    Agency::new(id).expect("the pack was checked")
}
