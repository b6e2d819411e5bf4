//! **Which fields are still worth asking?** In the packs' own words, so that a form can be built from the packs.
//!
//! What the decision itself asks for comes first, in its order: until that is answered, the more protective answer stands.
//! Then come the fields on which rules hang that are still open, those first on which the most hang. Where rules compete, so
//! that one leaves others nothing to say, what is open is tried out, and a field that changes nothing, however the others
//! are answered, is left out. An empty list says that nothing is worth asking any more.
//!
//! What only narrows an answer to a part of it (a duty, a list, a role), and what is recorded afterwards (who came, what was
//! done), is not asked here.

use crate::answers::{Told, answers};
use crate::case::{Case, Held};
use crate::decide::check_action::Check;
use crate::decide::classify_concern::From;
use crate::decide::record_consent_basis::{self, AgreementOutcome};
use crate::explain::{Variable, gist, stack_of, text};
use crate::facts::{self, Kept, Node, facts};
use crate::pack::{Fact, Pack, PackCaution, Question};
use crate::questions;
use crate::rulebook::{CONCERNS, Rulebook, Stack};
use crate::words::Gather as _;
use crate::words::citation::Cites;
use crate::words::decision::Ask;
use crate::words::known::Known;
use crate::words::list::{self, words};
use crate::words::meeting::MeetingType;
use crate::words::refusal::Refusal;
use crate::words::said::Sentence;
use crate::words::sentences::*;
use crate::words::{in_order, kebab, once};

facts! {
    /// Which question, and what is known already.
    #[derive(Clone, Debug, Default)]
    pub struct Request {
        /// The question.
        pub question: Question,
        /// Its facts, as far as they are known.
        pub facts: Kept,
    }
}

answers! {
    /// A field that is still worth asking.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct ToAsk {
        /// Its path in the facts.
        pub path: String,
        /// The question.
        pub question: String,
        /// What is expected there.
        pub kind: Kind,
        /// The words, one of which is expected, where their list is closed.
        pub words: Option<Vec<String>> where known,
        /// On how many rules that are still open it bears.
        pub could_change: usize,
        /// Does the decision itself ask for it? Until it is answered, the more protective answer stands.
        pub settles: bool where known,
    }
}

words! {
    /// What is expected in a field.
    Kind {
        /// Yes, no or not known.
        Answer = "answer",
        /// A date, with or without a time of day.
        Date = "date",
        /// A word, of a closed list where there is one.
        Word = "word",
        /// A whole number from 0.
        Count = "count",
        /// A text.
        Text = "text",
        /// A list.
        List = "list",
    }
}

/// Answers which fields are still worth asking.
///
/// # Errors
/// The question's own [`Refusal`].
pub fn questions_for(request: &Request, rulebook: &Rulebook) -> Result<Vec<ToAsk>, Refusal> {
    let question = request.question;
    let mut facts = with_its_object(question, &request.facts.0);
    let meeting_missing = question == Question::ListAttendees && is_open(&facts, "meetingType");
    if meeting_missing && matches!(facts, Node::Table(_)) {
        facts.set("meetingType", Node::Text(MeetingType::default().id().to_owned()));
    }
    let decided = questions::ask(question, &facts, rulebook, |told| Decided::of(question, told))?;
    let stack = stack_of(&facts, rulebook)?;
    let asked = stack.entries(|pack| &pack.fact).into_iter().filter(|(_, fact)| fact.is_asked());
    let asked = asked.map(|(name, fact)| (fact.path_of(name), fact)).gathered();
    let form = Form { question, facts, rulebook, stack, asked, decided };
    let mut fields = Vec::new();
    if form.stack.area_missing {
        let areas = rulebook.areas().into_iter().map(|(id, ..)| id.to_owned()).gathered();
        fields.push(form.one_of("area", ASK_AREA, areas));
    }
    if meeting_missing {
        fields.push(form.one_of("meetingType", ASK_MEETING, list::all(MeetingType::WORDS)));
    } else {
        fields.extend(form.fields());
    }
    Ok(fields)
}

/// Two questions are about one object, and refuse to answer without it: here nothing is known of it yet.
fn with_its_object(question: Question, given: &Node) -> Node {
    let mut facts = if *given == Node::Null { Node::Table(Vec::new()) } else { given.clone() };
    let object = match question {
        Question::CheckAction => "action",
        Question::CheckPlan => "plan",
        _ => return facts,
    };
    if matches!(facts, Node::Table(_)) && is_open(&facts, object) {
        facts.set(object, Node::Table(Vec::new()));
    }
    facts
}

fn is_open(facts: &Node, path: &str) -> bool {
    matches!(facts.at(path), None | Some(Node::Null))
}

/// What the decision tells of what is open.
struct Decided {
    asks: Vec<Asked>,
    /// The rules that it rests on.
    because: Vec<String>,
    /// The rules that apply as well.
    also: Vec<String>,
    /// What it finds missing in what was written down.
    missing: Vec<Asked>,
    cautions: Vec<String>,
}

/// A path and its question.
type Asked = (String, String);

impl Decided {
    fn of(question: Question, told: &Told<'_>) -> Self {
        let each = |list: &str, name: &str| items(told, list).iter().map(|item| text(item, name)).gathered();
        Decided {
            asks: asked(told, "ask"),
            because: each("because", "id"),
            also: each("alsoApplies", "id"),
            cautions: each("cautions", "code"),
            missing: match question {
                Question::CheckAction => to_mend(items(told, "answer.findings"), "action"),
                Question::CheckPlan => of_plan(told),
                Question::MakeChecklist => to_tick(items(told, "answer.items")),
                Question::RecordConsentBasis => asked(told, "answer.record.toRecord"),
                _ => Vec::new(),
            },
        }
    }
}

fn items<'t, 'a>(told: &'t Told<'a>, list: &str) -> &'t [Told<'a>] {
    told.at(list).map_or(&[], Told::items)
}

fn asked(told: &Told<'_>, list: &str) -> Vec<Asked> {
    items(told, list).iter().map(|ask| (text(ask, "path"), text(ask, "question"))).gathered()
}

/// The fields of an action on which a criterion is not met, each with what would mend it.
fn to_mend(findings: &[Told<'_>], action: &str) -> Vec<Asked> {
    let field = |finding: &Told<'_>| match text(finding, "criterion").as_str() {
        "specific" => Some("specific"),
        "measurable" => Some("indicator"),
        "assignable" => Some("owner"),
        "realistic" if text(finding, "code") == RESULT_MISSING.code() => Some("realisticResult"),
        "time-related" => Some("due"),
        _ => None,
    };
    let open = findings.iter().filter(|finding| matches!(finding.at("met"), Some(Told::Bool(false))));
    open.filter_map(|finding| Some((format!("{action}.{}", field(finding)?), text(finding, "mend")))).gathered()
}

/// What a plan lacks as a whole, by the name of what is checked, and what its actions lack.
fn of_plan(told: &Told<'_>) -> Vec<Asked> {
    let lacks = |check: Check| items(told, "answer.missing").iter().any(|missing| missing.text_of().as_deref() == Some(check.id()));
    let whole = [("plan.actions", Check::AtLeastOneAgreedAction), ("plan.reviewDates", Check::ReviewDate)];
    let lacking = whole.into_iter().filter(|(_, check)| lacks(*check)).map(|(path, check)| (path.to_owned(), check.id().to_owned()));
    let actions = items(told, "answer.actions").iter().enumerate();
    let of_actions = actions.flat_map(|(index, action)| to_mend(items(action, "findings"), &format!("plan.actions[{index}]")));
    lacking.chain(of_actions).gathered()
}

/// The items that nobody has ticked.
fn to_tick(items: &[Told<'_>]) -> Vec<Asked> {
    let open = items.iter().filter(|item| matches!(item.at("met"), Some(Told::Unknown)) && item.at("principle").is_none());
    open.map(|item| (format!("done.{}", text(item, "item")), text(item, "text"))).gathered()
}

struct Form<'r> {
    question: Question,
    facts: Node,
    rulebook: &'r Rulebook,
    stack: Stack<'r>,
    /// The facts that the packs ask for, each with its path.
    asked: Vec<(String, &'static Fact)>,
    decided: Decided,
}

/// A rule that is not ruled out, by its pack and its id.
type Open<'r> = (&'r Pack, &'static str);

fn not_ruled_out<'r, R: Cites>(rules: Vec<Held<'r, R>>) -> Vec<Open<'r>> {
    rules.into_iter().filter(|held| !held.holds.is_no()).map(|held| (held.pack, held.rule.id())).gathered()
}

/// More ways to answer what is open than this are not tried out.
const MOST_TRIED: usize = 256;

impl<'r> Form<'r> {
    fn fields(&self) -> Vec<ToAsk> {
        let known = self.known();
        let others_considered = self.facts.at("othersConsidered") == Some(&Node::Bool(true));
        let Ok(case) = Case::new(self.stack.clone(), &known, others_considered) else { return Vec::new() };
        let mut others = self.hanging(&case);
        if matches!(self.question, Question::ClassifyConcern | Question::ListAttendees) {
            self.leave_out_idle(&mut others);
        }
        self.add_own(&case, &mut others);
        let mut fields: Vec<ToAsk> = Vec::new();
        for (path, question) in &self.decided.asks {
            let bears = others.iter().find(|other| other.path == *path).map_or(1, |other| other.could_change);
            fields.push(ToAsk { settles: true, could_change: bears, ..self.field(path, question.clone()) });
        }
        others.retain(|other| !fields.iter().any(|field| field.path == other.path));
        let urgent: Vec<String> = self.urgent().into_iter().map(|fact| self.stack.path(fact)).gathered();
        let weight = |field: &ToAsk| (urgent.contains(&field.path), field.could_change);
        in_order(&mut others, |one, other| weight(one) > weight(other));
        fields.extend(others);
        fields
    }

    fn said(&self, sentence: &Sentence) -> String {
        sentence.said().in_words_of(self.rulebook.catalogue())
    }

    fn one_of(&self, path: &str, question: &Sentence, words: Vec<String>) -> ToAsk {
        ToAsk { kind: Kind::Word, could_change: words.len(), words: Some(words), ..self.field(path, self.said(question)) }
    }

    fn own(&self, path: &str, question: &Sentence, kind: Kind, could_change: usize) -> ToAsk {
        ToAsk { kind, could_change, ..self.field(path, self.said(question)) }
    }

    /// A field on which one rule hangs, with the kind that its facts expect.
    fn field(&self, path: &str, question: String) -> ToAsk {
        let (kind, words) = self.expected_at(path);
        ToAsk { path: path.to_owned(), question, kind, words, could_change: 1, settles: false }
    }

    fn expected_at(&self, path: &str) -> (Kind, Option<Vec<String>>) {
        match self.question {
            Question::RecordConsentBasis => return of_record(path),
            Question::CheckAction | Question::CheckPlan => return (of_action(path), None),
            _ => {}
        }
        // Of one of several children as of a single child.
        let path = path.split_once("].").map_or(path, |(_, below)| below);
        let facts: Vec<&Fact> = self.asked.iter().filter(|(known, _)| known == path).map(|(_, fact)| *fact).gathered();
        let any = |is_so: fn(&Fact) -> bool| facts.iter().any(|fact| is_so(fact));
        let closed: Vec<String> = once(facts.iter().flat_map(|fact| fact.one_of).map(|word| (*word).to_owned()).gathered());
        match path {
            "concernsIdentifiedAt" | "referralReceivedAt" => (Kind::Date, None),
            _ if any(|fact| fact.moment) => (Kind::Date, None),
            _ if !closed.is_empty() => (Kind::Word, Some(closed)),
            _ if any(|fact| !fact.is.is_empty()) => (Kind::Word, None),
            _ if any(|fact| fact.more_than.is_some()) => (Kind::Count, None),
            _ if any(|fact| fact.filled) => (Kind::Text, None),
            _ => (Kind::Answer, None),
        }
    }

    /// What is known, at the paths that the packs ask for. The question has read it already, and refused what is none.
    fn known(&self) -> Known {
        let mut known = Known::default();
        for (path, _) in &self.asked {
            if let Some(node) = self.facts.at(path).filter(|_| known.get(path).is_none()) {
                let _ = known.keep(path, node);
            }
        }
        known
    }

    /// The rules that are not ruled out, as far as the decision looked at them.
    fn open_rules(&self, case: &Case<'_, 'r>) -> Vec<Open<'r>> {
        let mut rules = match self.question {
            Question::ClassifyConcern => return not_ruled_out(case.rules(|pack| pack.classify_concern)),
            Question::ChooseMeeting => return not_ruled_out(case.rules(|pack| pack.choose_meeting)),
            Question::ListAttendees => not_ruled_out(case.rules(|pack| pack.list_attendees)),
            Question::ListDeadlines => not_ruled_out(case.rules(|pack| pack.list_deadlines)),
            Question::MakeChecklist => not_ruled_out(case.rules(|pack| pack.make_checklist)),
            Question::ResolveDisagreement => not_ruled_out(case.rules(|pack| pack.resolve_disagreement)),
            Question::CheckAction | Question::CheckPlan | Question::RecordConsentBasis | Question::ReportQuarter => Vec::new(),
        };
        let told = |id: &str| self.decided.because.iter().chain(&self.decided.also).any(|told| told == id);
        rules.retain(|(_, id)| told(id));
        rules
    }

    /// The fields on which open rules hang, and those that are to be found out first.
    fn hanging(&self, case: &Case<'_, 'r>) -> Vec<ToAsk> {
        let meeting = self.facts.at("meetingType").and_then(|node| node.text("").ok()).map(kebab);
        let of_rule = |(pack, rule): Open<'r>| self.question.facts_used(pack, meeting.as_deref(), &|id| id == rule);
        let mut used: Vec<Vec<&'static str>> = self.open_rules(case).into_iter().map(of_rule).gathered();
        used.push(self.urgent());
        let several = !is_open(&self.facts, "children");
        let mut hanging: Vec<ToAsk> = Vec::new();
        for facts in used {
            for ask in once(self.not_known(case, &facts)) {
                // What is asked of each child is asked by the decision, child by child.
                let of_a_child = ask.path.starts_with(CONCERNS) || ask.path.starts_with("child.");
                match hanging.iter_mut().find(|known| known.path == ask.path) {
                    Some(known) => known.could_change += 1,
                    None if several && of_a_child => {}
                    None => hanging.push(self.field(&ask.path, ask.question.in_words_of(self.rulebook.catalogue()))),
                }
            }
        }
        hanging
    }

    /// The facts that people are told to find out first.
    fn urgent(&self) -> Vec<&'static str> {
        let said =
            |caution: &&PackCaution| caution.question == self.question && self.decided.cautions.iter().any(|code| code == caution.code);
        let cautions = self.stack.packs.iter().flat_map(|pack| pack.caution).filter(said);
        cautions.flat_map(|caution| caution.when_unknown).copied().gathered()
    }

    /// The questions behind the facts among these that are not known, and the moments that were not given.
    fn not_known(&self, case: &Case<'_, 'r>, facts: &[&'static str]) -> Vec<Ask> {
        let is_moment = |fact: &str| self.stack.fact(fact).is_some_and(|fact| fact.moment);
        let (moments, facts): (Vec<&'static str>, Vec<&'static str>) = facts.iter().partition(|fact| is_moment(fact));
        let mut asks = case.asks(&facts);
        for moment in moments.into_iter().filter(|moment| case.moment(moment).is_none()) {
            asks.push(Ask::new(self.stack.path(moment), self.stack.question(moment)));
        }
        asks
    }

    /// Rules that compete can leave others nothing to say: every way to answer what is open is tried, and what changes no
    /// answer in any of them is left out.
    fn leave_out_idle(&self, fields: &mut Vec<ToAsk>) {
        let mut open = Variable::of(self.question, &self.facts, self.rulebook);
        let urgent = |path: &str| self.urgent().into_iter().any(|fact| self.stack.path(fact) == path);
        open.retain(|variable| fields.iter().any(|field| field.path == variable.path));
        let ways = open.iter().fold(1, |ways: usize, variable| ways.saturating_mul(variable.answers.len()));
        if ways > MOST_TRIED {
            return;
        }
        let gists: Vec<String> = (0..ways).map(|way| self.tried(&open, way)).gathered();
        let mut apart = 1;
        for variable in &open {
            let answers = variable.answers.len();
            let first_answer = |way: usize| way - way / apart % answers * apart;
            if (0..ways).all(|way| gists[way] == gists[first_answer(way)]) {
                fields.retain(|field| field.path != variable.path || urgent(&field.path));
            }
            apart *= answers;
        }
    }

    /// The answer where what is open is answered in one of the ways, which are counted through as numbers are.
    fn tried(&self, open: &[Variable], mut way: usize) -> String {
        let mut facts = self.facts.clone();
        for variable in open {
            facts.set(&variable.path, variable.answers[way % variable.answers.len()].value.clone());
            way /= variable.answers.len();
        }
        if self.question == Question::ClassifyConcern && is_open(&facts, "complexReason") {
            facts.set("complexReason", Node::Text("given".to_owned()));
        }
        self.gist_of(&facts)
    }

    /// What an answer says, in its heading too: that tells whether to act now.
    fn gist_of(&self, facts: &Node) -> String {
        let whole = |told: &Told<'_>| [gist(self.question, told), text(told, "answer.heading")].concat();
        questions::ask(self.question, facts, self.rulebook, whole).unwrap_or_default()
    }

    /// What a question asks beside the facts of the packs.
    fn add_own(&self, case: &Case<'_, 'r>, fields: &mut Vec<ToAsk>) {
        match self.question {
            Question::ClassifyConcern => self.add_of_concern(case, fields),
            Question::ListAttendees => self.add_of_meeting(case, fields),
            Question::MakeChecklist => {
                let rules = case.rules(|pack| pack.make_checklist);
                let told_by_facts = |path: &str| {
                    rules.iter().any(|held| !held.rule.met_by.is_empty() && path.strip_prefix("done.") == Some(held.rule.item))
                };
                let to_tick = self.decided.missing.iter().filter(|(path, _)| !told_by_facts(path));
                fields.extend(to_tick.map(|(path, question)| self.field(path, question.clone())));
            }
            Question::ResolveDisagreement if is_open(&self.facts, "stage") && !self.decided.because.is_empty() => {
                fields.push(self.own("stage", ASK_STAGE, Kind::Count, self.decided.because.len()));
            }
            Question::CheckPlan => {
                let rules = self.stack.rules(|pack| pack.check_action);
                let mend = |check: &str| rules.iter().find(|(_, rule)| rule.checks.id() == check).map(|(_, rule)| rule.mend.to_owned());
                let missing = self.decided.missing.iter();
                fields.extend(missing.map(|(path, question)| self.field(path, mend(question).unwrap_or_else(|| question.clone()))));
            }
            _ => fields.extend(self.decided.missing.iter().map(|(path, question)| self.field(path, question.clone()))),
        }
    }

    /// The moments from which times count, the reason that a longer time needs, and the kinds that make facts true.
    fn add_of_concern(&self, case: &Case<'_, 'r>, fields: &mut Vec<ToAsk>) {
        let rules = case.rules(|pack| pack.classify_concern);
        let counting = |from: From| rules.iter().filter(|held| !held.holds.is_no() && held.rule.from == Some(from)).count();
        let moments = [
            ("referralReceivedAt", ASK_RECEIVED, From::ReferralReceived),
            ("concernsIdentifiedAt", ASK_IDENTIFIED, From::ConcernsIdentified),
            ("immediateActionAt", ASK_ACTION_AT, From::ImmediateAction),
        ];
        let rests_on =
            |from: From| rules.iter().any(|held| held.rule.from == Some(from) && self.decided.because.iter().any(|id| id == held.rule.id));
        for (path, question, from) in moments {
            if is_open(&self.facts, path) && rests_on(from) {
                fields.push(self.own(path, question, Kind::Date, counting(from).max(1)));
            }
        }
        if self.decided.cautions.iter().any(|code| code == COMPLEX_NEEDS_REASON.code()) {
            fields.push(self.own("complexReason", ASK_WHY_COMPLEX, Kind::Text, 1));
        }
        let told = |name: &&&str| fields.iter().any(|field| field.path == self.stack.path(name));
        let types = self.stack.entries(|pack| &pack.concern_type);
        let bears = once(types.iter().flat_map(|(_, kind)| kind.makes.iter().chain(kind.asks)).filter(told).gathered()).len();
        if is_open(&self.facts, "concernTypes") && bears > 0 {
            let words = types.iter().map(|(id, _)| (*id).to_owned()).gathered();
            fields.push(ToAsk { words: Some(words), ..self.own("concernTypes", ASK_TYPES, Kind::List, bears) });
        }
    }

    /// The agencies that rules speak of without naming them.
    fn add_of_meeting(&self, case: &Case<'_, 'r>, fields: &mut Vec<ToAsk>) {
        let rules = case.rules(|pack| pack.list_attendees);
        let own: [(&str, &Sentence, Kind, &[&str]); 3] = [
            ("referrer", ASK_REFERRER, Kind::Text, &["referring-agency"]),
            ("services", ASK_SERVICES, Kind::List, &["services", "health-services", "other-services"]),
            (
                "agencies",
                ASK_AGENCIES,
                Kind::List,
                &["informed-agencies", "involved-agencies", "package-agencies", "agencies-outside-package"],
            ),
        ];
        for (path, question, kind, members) in own.into_iter().filter(|(path, ..)| is_open(&self.facts, path)) {
            let told = |id: &str| self.decided.because.iter().chain(&self.decided.also).any(|told| told == id);
            let speaking =
                rules.iter().filter(|held| told(held.rule.id) && held.rule.members().any(|member| members.contains(&member.what)));
            match speaking.count() {
                0 => {}
                rules => fields.push(self.own(path, question, kind, rules)),
            }
        }
    }
}

fn of_action(path: &str) -> Kind {
    match path.rsplit('.').next() {
        Some("resourcesConfirmed") => Kind::Answer,
        Some("due") => Kind::Date,
        Some("actions" | "reviewDates") => Kind::List,
        _ => Kind::Text,
    }
}

/// What is expected in a field of a record, as it is read there.
fn of_record(path: &str) -> (Kind, Option<Vec<String>>) {
    let read = |value: Node| {
        let mut facts = Node::Table(Vec::new());
        facts.set(path, value);
        facts::read_node(&mut record_consent_basis::Facts::default(), &facts).map_err(|refusal| refusal.code)
    };
    match (read(Node::Bool(true)), read(Node::List(Vec::new())), read(Node::Text("given".to_owned()))) {
        (Ok(()), ..) => (Kind::Answer, None),
        (_, Ok(()), _) => (Kind::List, None),
        (.., Err("bad-date")) => (Kind::Date, None),
        (.., Err("bad-word")) => (Kind::Word, Some(list::all(AgreementOutcome::WORDS))),
        _ => (Kind::Text, None),
    }
}
