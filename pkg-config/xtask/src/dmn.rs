//! A pack's decision tables as DMN 1.3, for engines and editors that know nothing of us. What a table of yes and no cannot say is
//! left out and told in the table's own description.

use crate::authored::{built_in, entries, id, list, read_pack, text};
use crate::package::clear;
use crate::project::Project;
use anyhow::{Result, bail};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use safeguarding_rules::schema;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

const MODEL: &str = "https://www.omg.org/spec/DMN/20191111/MODEL/";

/// Writes the tables of a pack, and of those on which it stands, beside its file; tells what is left out.
pub fn write(project: &Project, file: &str) -> Result<()> {
    let output = Path::new(file).with_extension("dmn");
    let (pack, built_in) = (read_pack(Path::new(file))?, built_in(project)?);
    let model = Model::of(&pack, &built_in);
    fs::write(&output, model.xml()?)?;
    for table in &model.tables {
        println!("{}: {} rows by {} facts", table.name, table.rows.len(), table.facts().len());
        table.left_out.iter().for_each(|told| println!("  left out: {told}"));
    }
    model.untold.iter().for_each(|told| println!("no table for {told}"));
    println!("{}", output.display());
    Ok(())
}

/// Writes those of every built-in pack into a folder, for the proofs.
pub fn write_all(project: &Project, folder: &Path) -> Result<PathBuf> {
    let packs = built_in(project)?;
    let output = folder.join("dmn");
    clear(&output)?;
    for pack in &packs {
        let model = Model::of(pack, &packs);
        if !model.tables.is_empty() {
            fs::write(output.join(id(pack)).with_extension("dmn"), model.xml()?)?;
        }
    }
    Ok(output)
}

/// A fact, and whether it must be a yes or a no.
type Condition = (String, bool);

/// All that must hold together.
type Case = Vec<Condition>;

/// Which of the rows that are met answers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hit {
    /// The first: the rows stand by their urgency.
    First,
    /// Each of them.
    Collect,
}

struct Table {
    /// What engines call it.
    name: String,
    asks: String,
    hit: Hit,
    /// What each column gives, and of which kind.
    outputs: Vec<(String, &'static str)>,
    rows: Vec<Row>,
    left_out: Vec<String>,
}

struct Row {
    when: Case,
    gives: Vec<String>,
    /// The smaller the more urgent; of equal ones the first.
    urgency: usize,
}

impl Table {
    /// An empty one, of which the first row that is met answers.
    fn first(name: &str) -> Self {
        let (name, asks) = (name.to_owned(), String::new());
        Table { name, asks, hit: Hit::First, outputs: Vec::new(), rows: Vec::new(), left_out: Vec::new() }
    }

    fn facts(&self) -> BTreeSet<&str> {
        self.rows.iter().flat_map(|row| &row.when).map(|(fact, _)| &**fact).collect()
    }
}

/// A pack with those on which it stands, and its tables.
struct Model<'p> {
    packs: Vec<&'p Value>,
    tables: Vec<Table>,
    /// What is no table at all, because a rule is missing that might be the more urgent.
    untold: Vec<String>,
}

/// The rules of a table that stand on the day on which the pack was checked, and the others, told.
struct Standing<'p> {
    rules: Vec<&'p Value>,
    left_out: Vec<String>,
}

impl<'p> Model<'p> {
    fn of(pack: &'p Value, built_in: &'p [Value]) -> Self {
        let beneath = list(&pack["document"], "stands_on").iter().filter_map(Value::as_str);
        let beneath = beneath.filter_map(|beneath| built_in.iter().find(|other| id(other) == beneath));
        let mut model = Model { packs: [pack].into_iter().chain(beneath).collect(), tables: Vec::new(), untold: Vec::new() };
        let attend = model.meetings().into_iter().map(|meeting| Ok(model.who_attends(meeting)));
        let tables: Vec<_> = [model.how_soon()].into_iter().chain(attend).chain([model.which_route()]).collect();
        for table in tables {
            match table {
                Ok(table) if table.rows.is_empty() => {}
                Ok(table) => model.tables.push(table),
                Err(why) => model.untold.push(why),
            }
        }
        model
    }

    fn standing(&self, table: &str) -> Standing<'p> {
        let day = |pack: &Value| text(&pack["document"]["status"], "checked_on").to_owned();
        let (mut rules, mut left_out) = (Vec::new(), Vec::new());
        for (pack, rule) in self.packs.iter().flat_map(|pack| list(pack, table).iter().map(move |rule| (pack, rule))) {
            let (day, since, until) = (day(pack), text(rule, "since"), text(rule, "until"));
            if since > &*day || (!until.is_empty() && until < &*day) {
                left_out.push(format!("{}, which does not hold on {day}", text(rule, "id")));
            } else {
                rules.push(rule);
            }
        }
        Standing { rules, left_out }
    }

    /// How soon to meet: the soonest time that holds.
    fn how_soon(&self) -> Result<Table, String> {
        let Standing { rules, mut left_out } = self.standing("classify_concern");
        let mut rows = Vec::new();
        for rule in &rules {
            let (called, timed) = (text(rule, "id"), timed_by(rule, &rules));
            if text(timed, "stage") == "meeting" {
                left_out.push(format!("{called}, which times the meeting that follows"));
                continue;
            }
            let of_no_order = || format!("how soon: the time of {called} stands in no order with working days");
            let days = working_days(text(timed, "hold")).ok_or_else(of_no_order)?;
            let lengthening = rules.iter().filter(|other| days > 0 && text(other, "lengthens") == called).map(|other| conditions(other));
            for when in replaced(rule, &rules, None).into_iter().flat_map(|when| without(vec![when], lengthening.clone())) {
                rows.push(Row { when, gives: vec![timescale(days), called.to_owned()], urgency: days });
            }
        }
        rows.sort_by_key(|row| row.urgency);
        left_out.push("moments: every time is read as counted from one and the same".to_owned());
        left_out.push("the reason on record that a longer time needs: it is read as given".to_owned());
        let asks = "How soon must the meeting be held?".to_owned();
        Ok(Table { asks, outputs: texts(["timescale", "rule"]), rows, left_out, ..Table::first("how_soon") })
    }

    fn meetings(&self) -> Vec<&'p str> {
        let rules = self.packs.iter().flat_map(|pack| list(pack, "list_attendees"));
        let mut meetings = Vec::new();
        for meeting in rules.flat_map(|rule| list(rule, "meeting")).filter_map(Value::as_str) {
            if !meetings.contains(&meeting) {
                meetings.push(meeting);
            }
        }
        meetings
    }

    /// Who attends: everybody whom a rule names, each in the strongest list in which they stand.
    fn who_attends(&self, meeting: &str) -> Table {
        let Standing { rules, mut left_out } = self.standing("list_attendees");
        let of_meeting: Vec<&Value> = rules.into_iter().filter(|rule| speaks_of(rule, meeting)).collect();
        let is_cleared = |who: &str| self.packs.iter().any(|pack| pack["clearance"].get(who).is_some());
        let mut rows = Vec::new();
        for rule in &of_meeting {
            for list_of in ["required", "expected", "optional", "excluded"] {
                for member in list(rule, list_of).iter().filter_map(Value::as_str) {
                    let who = member.split(' ').next().unwrap_or(member);
                    if is_cleared(who) {
                        continue;
                    }
                    let all =
                        replaced(rule, &of_meeting, Some(meeting)).into_iter().filter_map(|case| also(case, conditions_of_member(member)));
                    let gives = || vec![list_of.to_owned(), who.to_owned(), text(rule, "id").to_owned()];
                    rows.extend(all.map(|when| Row { when, gives: gives(), urgency: 0 }));
                }
            }
        }
        left_out.push(
            "the child and the family: whether they may be invited hangs on a recorded no, of which a table knows nothing".to_owned(),
        );
        left_out.push("who chairs, in which form people meet, and whom `informed-agencies` and its like stand for".to_owned());
        let (name, asks) =
            (format!("who_attends_{}", meeting.replace('-', "_")), format!("Who is asked to a meeting of the kind {meeting}?"));
        Table { name, asks, hit: Hit::Collect, outputs: texts(["list", "who", "rule"]), rows, left_out }
    }

    /// How much a route protects, the smaller the more: the schema of packs lists those of the documents in that order, and a kind
    /// of meeting of its own follows the one beside which it stands.
    fn rank(&self, route: &str) -> Option<usize> {
        let schema = schema::of_pack();
        let ranked = schema.pointer("/properties/choose_meeting/items/properties/route/examples")?.as_array()?;
        let place = |route: &str| ranked.iter().position(|known| known == route).map(|place| 2 * place);
        let beside =
            || self.packs.iter().map(|pack| text(&pack["meeting_type"][route], "beside")).find_map(|beside| Some(place(beside)? + 1));
        place(route).or_else(beside)
    }

    /// To which route rules lead by themselves: the most protective.
    fn which_route(&self) -> Result<Table, String> {
        let Standing { rules, mut left_out } = self.standing("choose_meeting");
        let ruled_out = |meeting: &str| {
            let out = rules.iter().filter(move |rule| text(rule, "part") == "rules-out" && speaks_of(rule, meeting));
            out.flat_map(|rule| replaced(rule, &rules, None)).collect::<Vec<_>>()
        };
        let mut rows = Vec::new();
        for rule in rules.iter().filter(|rule| text(rule, "part") == "calls-for") {
            let (called, route, meetings) = (text(rule, "id"), text(rule, "route"), list(rule, "meeting"));
            let urgency = self.rank(route).ok_or_else(|| format!("which route: nothing ranks that of {called}"))?;
            if meetings.len() > 1 {
                return Err(format!("which route: {called} speaks of several meetings, of which each may be ruled out by itself"));
            }
            let out = meetings.first().and_then(Value::as_str).map(ruled_out).unwrap_or_default();
            for when in without(replaced(rule, &rules, None), out) {
                rows.push(Row { when, gives: vec![route.to_owned(), called.to_owned()], urgency });
            }
        }
        rows.sort_by_key(|row| row.urgency);
        left_out.push("what speaks for a meeting or against it, what comes before it, and where to go instead of it".to_owned());
        let asks = "To which route do these circumstances lead by a rule that calls for it?".to_owned();
        Ok(Table { asks, outputs: texts(["route", "rule"]), rows, left_out, ..Table::first("which_route") })
    }
}

fn texts<const N: usize>(names: [&str; N]) -> Vec<(String, &'static str)> {
    names.map(|name| (name.to_owned(), "string")).into()
}

/// What must hold of a rule, as a case of yes and no.
fn conditions(rule: &Value) -> Case {
    let of =
        |field: &str, wanted: bool| list(rule, field).iter().filter_map(Value::as_str).map(move |fact| (fact.to_owned(), wanted)).collect();
    [of("when", true), of("unless", false)].map(|conditions: Case| conditions).concat()
}

/// `police`, `adult-social-care when adult`, `chair unless absent`.
fn conditions_of_member(member: &str) -> Case {
    match member.split(' ').collect::<Vec<_>>()[..] {
        [_, "when", fact] => vec![(fact.to_owned(), true)],
        [_, "unless", fact] => vec![(fact.to_owned(), false)],
        _ => Vec::new(),
    }
}

/// A case that is another too; none where the two exclude each other.
fn also(mut case: Case, further: Case) -> Option<Case> {
    for (fact, wanted) in further {
        match case.iter().find(|(known, _)| *known == fact) {
            Some((_, known)) if *known != wanted => return None,
            Some(_) => {}
            None => case.push((fact, wanted)),
        }
    }
    Some(case)
}

/// Cases in which none of these holds, of which no two overlap.
fn without(cases: Vec<Case>, others: impl IntoIterator<Item = Case>) -> Vec<Case> {
    others.into_iter().fold(cases, |cases, other| {
        let apart = |case: &Case| {
            let held = (0..other.len()).filter_map(|at| {
                let (fact, wanted) = other[at].clone();
                also(case.clone(), other[..at].iter().cloned().chain([(fact, !wanted)]).collect())
            });
            held.collect::<Vec<_>>()
        };
        cases.iter().flat_map(apart).collect()
    })
}

/// A rule's own cases, but for those in which a rule above stands in its place.
fn replaced(rule: &Value, rules: &[&Value], meeting: Option<&str>) -> Vec<Case> {
    let stands_for = |other: &&&Value| list(other, "instead_of").iter().any(|id| id == text(rule, "id"));
    let is_spoken_of = |other: &&&Value| meeting.is_none_or(|meeting| speaks_of(other, meeting));
    without(vec![conditions(rule)], rules.iter().filter(stands_for).filter(is_spoken_of).map(|other| conditions(other)))
}

fn speaks_of(rule: &Value, meeting: &str) -> bool {
    list(rule, "meeting").iter().any(|one| one == meeting)
}

/// The rule that gives the time of another.
fn timed_by<'p>(rule: &'p Value, rules: &[&'p Value]) -> &'p Value {
    let applied = text(rule, "applies");
    rules.iter().find(|other| !applied.is_empty() && text(other, "id") == applied).copied().unwrap_or(rule)
}

/// So many working days, and none for the same day. Hours and calendar days are no number of them.
fn working_days(hold: &str) -> Option<usize> {
    match hold.split(' ').collect::<Vec<_>>()[..] {
        ["on", "the", "same", "day"] => Some(0),
        ["within", days, "working", "day" | "days"] => days.parse().ok(),
        _ => None,
    }
}

/// As answers name it.
fn timescale(days: usize) -> String {
    match days {
        0 => "same-day".to_owned(),
        1 => "1-working-day".to_owned(),
        days => format!("{days}-working-days"),
    }
}

/// When a fact that is worked out from others is a yes; none for one that people are asked.
fn worked_out(fact: &Value, dangers: &[String]) -> Option<Vec<Case>> {
    let names = |field: &str| list(fact, field).iter().filter_map(Value::as_str).map(str::to_owned).collect::<Vec<_>>();
    let all = |names: Vec<String>, wanted: bool| names.into_iter().map(|name| (name, wanted)).collect::<Case>();
    let any = |names: Vec<String>| names.into_iter().map(|name| vec![(name, true)]).collect::<Vec<_>>();
    let weighing = if fact["outweighed_by_danger"] == true { dangers.to_vec() } else { names("outweighed_by") };
    let (told, against) = (names("known_from"), names("contradicted_by"));
    let cases = match () {
        () if !names("all_of").is_empty() => vec![all(names("all_of"), true)],
        () if !names("none_of").is_empty() => vec![all(names("none_of"), false)],
        () if !weighing.is_empty() => [any(weighing), vec![all(told, true)]].concat(),
        () if !against.is_empty() => vec![[all(told, true), all(against, false)].concat()],
        () => any([names("any_of"), told].concat()),
    };
    (!cases.is_empty()).then_some(cases)
}

/// The facts behind tables: those that people are asked, and before whatever rests on them those that are worked out.
struct Facts<'p> {
    packs: &'p [&'p Value],
    dangers: Vec<String>,
    asked: Vec<String>,
    worked_out: Vec<Table>,
}

impl<'p> Facts<'p> {
    fn of(packs: &'p [&'p Value], names: impl Iterator<Item = &'p str>) -> Self {
        let speaks = |(name, fact): (&String, &Value)| (fact["speaks_of_danger"] == true).then(|| name.clone());
        let dangers: BTreeSet<String> = packs.iter().flat_map(|pack| entries(pack, "fact")).filter_map(speaks).collect();
        let mut facts = Facts { packs, dangers: dangers.into_iter().collect(), asked: Vec::new(), worked_out: Vec::new() };
        names.for_each(|name| facts.add(name));
        facts
    }

    fn declared(&self, name: &str) -> &'p Value {
        self.packs.iter().map(|pack| &pack["fact"][name]).find(|fact| fact.is_object()).unwrap_or(&Value::Null)
    }

    fn is_asked(&self, name: &str) -> bool {
        self.asked.iter().any(|asked| asked == name)
    }

    fn add(&mut self, name: &str) {
        if self.is_asked(name) || self.worked_out.iter().any(|known| known.name == name) {
            return;
        }
        let Some(cases) = worked_out(self.declared(name), &self.dangers) else { return self.asked.push(name.to_owned()) };
        let row = |when: Case, says: &str| Row { when, gives: vec![says.to_owned()], urgency: 0 };
        let rows = cases.into_iter().map(|when| row(when, "true")).chain([row(Vec::new(), "false")]).collect();
        let table = Table { asks: self.asks(name), outputs: vec![(name.to_owned(), "boolean")], rows, ..Table::first(name) };
        table.facts().into_iter().for_each(|part| self.add(part));
        self.worked_out.push(table);
    }

    /// What makes it a yes, in words.
    fn asks(&self, name: &str) -> String {
        let fact = self.declared(name);
        let words: Vec<&str> = list(fact, "is").iter().filter_map(Value::as_str).collect();
        let yes = match &fact["more_than"] {
            _ if !words.is_empty() => format!(" A yes where it is {}.", words.join(" or ")),
            Value::Number(limit) => format!(" A yes above {limit}."),
            _ if fact["filled"] == true => " A yes once it is written.".to_owned(),
            _ => String::new(),
        };
        format!("{}{yes}", text(fact, "asks"))
    }
}

type Written = io::Result<()>;

impl Model<'_> {
    fn xml(&self) -> Result<String> {
        if self.tables.is_empty() {
            bail!("no rule of it, nor of a pack beneath, is one that a table of yes and no can say");
        }
        let facts = Facts::of(&self.packs, self.tables.iter().flat_map(Table::facts));
        let document = &self.packs[0]["document"];
        let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
        xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        let namespace = format!("urn:safeguarding-rules:{}", text(document, "id"));
        let definitions = [("xmlns", MODEL), ("id", text(document, "id")), ("name", text(document, "title")), ("namespace", &namespace)];
        xml.create_element("definitions").with_attributes(definitions).write_inner_content(|xml| {
            let untold: String = self.untold.iter().map(|told| format!("\nNo table for {told}.")).collect();
            leaf(xml, "description", &format!("{UNKNOWN}{untold}"))?;
            facts.asked.iter().try_for_each(|name| input(xml, name, &facts.asks(name)))?;
            facts.worked_out.iter().chain(&self.tables).try_for_each(|table| table.write(xml, &facts))
        })?;
        Ok(format!("{}\n", String::from_utf8(xml.into_inner())?))
    }
}

const UNKNOWN: &str = "Yes and no alone. These tables know nothing of what nobody has said: there the rules themselves take the more \
                       protective reading and ask, and a table that takes silence for a no protects less than they do. Nor do they \
                       know of dates, of several children, or of the words and cautions that belong to an answer.";

impl Table {
    /// A decision, what it rests on, and its rows.
    fn write(&self, xml: &mut Writer<Vec<u8>>, known: &Facts<'_>) -> Written {
        let (name, facts) = (&*self.name, self.facts());
        let decision = xml.create_element("decision").with_attributes([("id", name), ("name", name)]);
        decision
            .write_inner_content(|xml| {
                if !self.left_out.is_empty() {
                    leaf(xml, "description", &format!("Not in this table:\n- {}", self.left_out.join("\n- ")))?;
                }
                leaf(xml, "question", &self.asks)?;
                variable(xml, name)?;
                for fact in &facts {
                    let (required, of) = if known.is_asked(fact) { ("requiredInput", "input_") } else { ("requiredDecision", "") };
                    let called = format!("requires_{name}_{fact}");
                    xml.create_element("informationRequirement").with_attribute(("id", &*called)).write_inner_content(|xml| {
                        xml.create_element(required).with_attribute(("href", &*format!("#{of}{fact}"))).write_empty().map(drop)
                    })?;
                }
                let hit = if self.hit == Hit::First { "FIRST" } else { "COLLECT" };
                let table = [("id", &*format!("table_{name}")), ("hitPolicy", hit)];
                xml.create_element("decisionTable").with_attributes(table).write_inner_content(|xml| self.write_rows(xml, &facts)).map(drop)
            })
            .map(drop)
    }

    fn write_rows(&self, xml: &mut Writer<Vec<u8>>, facts: &BTreeSet<&str>) -> Written {
        for fact in facts {
            let [input, expression] = ["input", "expression"].map(|part| format!("{part}_{}_{fact}", self.name));
            xml.create_element("input").with_attribute(("id", &*input)).write_inner_content(|xml| {
                let expression = xml.create_element("inputExpression").with_attributes([("id", &*expression), ("typeRef", "boolean")]);
                expression.write_inner_content(|xml| leaf(xml, "text", fact)).map(drop)
            })?;
        }
        for (output, kind) in &self.outputs {
            let named = [("id", &*format!("output_{}_{output}", self.name)), ("name", output), ("typeRef", kind)];
            xml.create_element("output").with_attributes(named).write_empty()?;
        }
        for (place, row) in self.rows.iter().enumerate() {
            let called = format!("row_{}_{}", self.name, place + 1);
            xml.create_element("rule").with_attribute(("id", &*called)).write_inner_content(|xml| {
                for fact in facts {
                    let wanted = row.when.iter().find(|(known, _)| known == fact);
                    let entry = wanted.map_or("-".to_owned(), |(_, wanted)| wanted.to_string());
                    cell(xml, "inputEntry", &format!("{called}_when_{fact}"), &entry)?;
                }
                let mut outputs = self.outputs.iter().zip(&row.gives);
                outputs.try_for_each(|((output, kind), gives)| {
                    let says = if *kind == "string" { format!("\"{gives}\"") } else { gives.clone() };
                    cell(xml, "outputEntry", &format!("{called}_gives_{output}"), &says)
                })
            })?;
        }
        Ok(())
    }
}

fn leaf(xml: &mut Writer<Vec<u8>>, name: &str, says: &str) -> Written {
    xml.create_element(name).write_text_content(BytesText::new(says)).map(drop)
}

fn cell(xml: &mut Writer<Vec<u8>>, name: &str, called: &str, says: &str) -> Written {
    xml.create_element(name).with_attribute(("id", called)).write_inner_content(|xml| leaf(xml, "text", says)).map(drop)
}

fn variable(xml: &mut Writer<Vec<u8>>, name: &str) -> Written {
    xml.create_element("variable").with_attributes([("id", &*format!("variable_{name}")), ("name", name)]).write_empty().map(drop)
}

fn input(xml: &mut Writer<Vec<u8>>, name: &str, asks: &str) -> Written {
    let named = [("id", &*format!("input_{name}")), ("name", name)];
    let input = xml.create_element("inputData").with_attributes(named);
    input
        .write_inner_content(|xml| {
            leaf(xml, "description", asks)?;
            variable(xml, name)
        })
        .map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packs() -> Vec<Value> {
        built_in(&Project::find()).unwrap()
    }

    fn table<'t>(model: &'t Model<'_>, name: &str) -> &'t Table {
        model.tables.iter().find(|table| table.name == name).unwrap()
    }

    fn model<'p>(packs: &'p [Value], wanted: &str) -> Model<'p> {
        Model::of(packs.iter().find(|pack| id(pack) == wanted).unwrap(), packs)
    }

    #[test]
    fn cases_without_another_leave_it_out_and_do_not_overlap() {
        let of = |conditions: &[(&str, bool)]| conditions.iter().map(|(fact, wanted)| ((*fact).to_owned(), *wanted)).collect::<Case>();
        let apart = without(vec![of(&[("c", true)])], [of(&[("a", true), ("b", false)])]);
        assert_eq!(apart, [of(&[("c", true), ("a", false)]), of(&[("c", true), ("a", true), ("b", true)])]);
        assert!(without(vec![of(&[("a", true)])], [of(&[("a", true)])]).is_empty(), "it holds wherever that does");
        assert!(without(vec![of(&[])], [of(&[])]).is_empty(), "it always holds");
    }

    #[test]
    fn what_is_more_urgent_comes_first_and_what_is_lengthened_only_where_nothing_lengthens_it() {
        let packs = packs();
        let guide = model(&packs, "multi-agency-meetings");
        let soon = table(&guide, "how_soon");
        assert!(soon.hit == Hit::First && soon.rows.is_sorted_by_key(|row| row.urgency));
        assert_eq!((&*soon.rows[0].gives[0], &*soon.rows.last().unwrap().gives[0]), ("same-day", "5-working-days"));
        let usual = soon.rows.iter().filter(|row| row.gives[1] == "TR-T0");
        assert!(usual.clone().count() > 1 && usual.clone().all(|row| !row.when.is_empty()), "it gives way to TR-T4a");
        let route = table(&guide, "which_route");
        assert!(route.hit == Hit::First && route.rows.is_sorted_by_key(|row| row.urgency));
    }

    #[test]
    fn no_table_lets_somebody_be_asked_who_waits_for_a_recorded_no() {
        let packs = packs();
        for pack in &packs {
            let model = Model::of(pack, &packs);
            for table in model.tables.iter().filter(|table| table.name.starts_with("who_attends")) {
                let cleared = table.rows.iter().find(|row| ["child", "family", "parents-or-carers"].contains(&&*row.gives[1]));
                assert!(cleared.is_none() && table.hit == Hit::Collect, "{} {}", id(pack), table.name);
                assert!(table.left_out.iter().any(|told| told.starts_with("the child and the family")));
            }
        }
    }

    #[test]
    fn what_is_left_out_stands_in_the_file_and_a_pack_without_a_table_is_told() {
        let packs = packs();
        let xml = model(&packs, "northamptonshire-mdt").xml().unwrap();
        for told in ["Not in this table:", "which does not hold on", "Yes and no alone.", "hitPolicy=\"FIRST\"", "hitPolicy=\"COLLECT\""] {
            assert!(xml.contains(told), "{told}");
        }
        assert!(model(&packs, "information-sharing").xml().is_err());
    }

    #[test]
    fn hours_stand_in_no_order_with_working_days() {
        assert_eq!(
            [working_days("on the same day"), working_days("within 1 working day"), working_days("within 24 hours")],
            [Some(0), Some(1), None]
        );
        let packs = packs();
        let pack = serde_json::json!({
            "document": {"id": "own", "stands_on": ["multi-agency-meetings"]},
            "classify_concern": [{"id": "O-1", "hold": "within 24 hours", "from": "referral received"}],
        });
        let model = Model::of(&pack, &packs);
        assert!(!model.tables.iter().any(|table| table.name == "how_soon"), "it might be the sooner");
        assert!(model.xml().unwrap().contains("No table for how soon: the time of O-1 stands in no order with working days."));
    }
}
