//! Where each rule of the documents stands, what shows it at work, and what does not know it.

use crate::authored::{self, entries, list, text};
use crate::project::Project;
use anyhow::{Context, Result, bail};
use safeguarding_rules::{Code, Error, Rulebook};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Prints every rule, or only what is missing; fails where anything is.
pub fn print(project: &Project, all: bool) -> Result<()> {
    let trace = Trace::of_project(project)?;
    if all {
        println!("| rule | document | kind | stands in | code | examples | worked cases | Rust tests | shown by |");
        println!("|---|---|---|---|---|---|---|---|---|");
        trace.rows.iter().for_each(|row| println!("{}", row.line()));
    }
    println!("{}", trace.finish()?);
    Ok(())
}

/// The count of rules, where nothing is missing.
pub fn check(project: &Project) -> Result<String> {
    Trace::of_project(project)?.finish()
}

struct Trace {
    rows: Vec<Row>,
    gaps: Vec<String>,
}

/// One rule of the list.
#[derive(Default)]
struct Row {
    id: String,
    document: String,
    kind: String,
    places: Vec<String>,
    examples: Vec<String>,
    cases: Vec<String>,
    tests: Vec<String>,
    shown_by: Vec<String>,
}

impl Row {
    fn is_shown(&self) -> bool {
        !self.places.is_empty() && !self.examples.is_empty() && !self.shown_by.is_empty()
    }

    fn line(&self) -> String {
        let code: Vec<String> = self.places.iter().map(|place| code(place)).collect::<BTreeSet<_>>().into_iter().collect();
        let lists = [&self.places, &code, &self.examples, &self.cases, &self.tests, &self.shown_by].map(|list| list.join("; "));
        format!("| {} | {} | {} | {} |", self.id, self.document, self.kind, lists.join(" | "))
    }
}

/// The code that carries out what stands at a place of a pack: `county-durham list_deadlines`, `county-durham fact.new_referral`.
fn code(place: &str) -> String {
    let table = place.split([' ', '.']).nth(1).unwrap_or_default();
    match table {
        "fact" => "src/engine/case.rs".to_owned(),
        "concern_type" => "src/engine/kinds.rs".to_owned(),
        "edition" => "src/engine/editions.rs".to_owned(),
        "lawful_basis" => "src/questions/record_consent_basis/bases.rs".to_owned(),
        question => format!("src/questions/{question}"),
    }
}

/// An id of the list, somewhere in the tests.
struct Mention {
    id: String,
    /// The case or test, or the file where it stands in neither.
    by: String,
    kind: MentionedIn,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum MentionedIn {
    Case,
    Test,
    /// Neither proves anything; a wrong id is wrong all the same.
    Elsewhere,
}

/// A rule that an answer of a passing example shows.
struct Shown {
    id: String,
    example: String,
    by: String,
}

impl Trace {
    fn of_project(project: &Project) -> Result<Self> {
        let listed = listed(&authored::read_file(&project.root.join("tests/rule-ids.txt"))?)?;
        let prefixes = prefixes(&listed);
        let mut mentions = mentions_in_cases(&project.root.join("tests/scenarios"), &prefixes)?;
        for (folder, ending) in [("tests", "rs"), ("src", "rs"), ("tests", "mjs")] {
            for file in files_below(&project.root.join(folder), ending)? {
                let name = file.strip_prefix(&project.root).unwrap_or(&file).display().to_string();
                mentions.extend(mentions_in_tests(&name, &authored::read_file(&file)?, &prefixes));
            }
        }
        Ok(Trace::of(listed, &authored::built_in(project)?, &mentions))
    }

    fn of(listed: Vec<Row>, packs: &[Value], mentions: &[Mention]) -> Self {
        let (mut trace, rulebook) = (Trace { rows: listed, gaps: Vec::new() }, Rulebook::built_in());
        for (id, place) in packs.iter().flat_map(places) {
            trace.note(&id, |row| &mut row.places, &place);
        }
        let mut gaps = Vec::new();
        for pack in packs {
            let doubts = authored::built_in_without(authored::id(pack)).doubts(&pack.to_string());
            gaps.extend(doubts.iter().map(|doubt| format!("{} is in doubt at {doubt}", authored::id(pack))));
            for shown in shown_by_examples(pack, &doubts, packs, &rulebook) {
                trace.note(&shown.id, |row| &mut row.examples, &shown.example);
                trace.note(&shown.id, |row| &mut row.shown_by, &shown.by);
            }
        }
        for mention in mentions {
            match mention.kind {
                MentionedIn::Case => trace.note(&mention.id, |row| &mut row.cases, &mention.by),
                MentionedIn::Test => trace.note(&mention.id, |row| &mut row.tests, &mention.by),
                MentionedIn::Elsewhere => {}
            }
        }
        gaps.extend(trace.gaps_of_rows());
        gaps.extend(trace.unknown_mentions(mentions));
        for pack in packs {
            gaps.extend(trace.unknown_rules(pack));
            gaps.extend(unknown_in_examples(pack, packs));
        }
        trace.gaps = gaps;
        trace
    }

    fn note(&mut self, id: &str, list: fn(&mut Row) -> &mut Vec<String>, what: &str) {
        if let Some(row) = self.rows.iter_mut().find(|row| row.id == id) {
            let list = list(row);
            if !list.iter().any(|noted| noted == what) {
                list.push(what.to_owned());
            }
        }
    }

    fn is_listed(&self, id: &str) -> bool {
        self.rows.iter().any(|row| row.id == id)
    }

    fn gaps_of_rows(&self) -> Vec<String> {
        let mut gaps = Vec::new();
        for row in &self.rows {
            if row.places.is_empty() {
                gaps.push(format!("{} stands in no pack", row.id));
            } else if !row.is_shown() {
                gaps.push(format!("{} is shown by no passing example; it stands in {}", row.id, row.places.join("; ")));
            }
        }
        gaps
    }

    fn unknown_mentions(&self, mentions: &[Mention]) -> Vec<String> {
        let unknown = mentions.iter().filter(|mention| !self.is_listed(&mention.id));
        unknown.map(|mention| format!("{} names {}, which is not in tests/rule-ids.txt", mention.by, mention.id)).collect()
    }

    /// Rules of the listed documents that the list does not know.
    fn unknown_rules(&self, pack: &Value) -> Vec<String> {
        let is_listed_document = self.rows.iter().any(|row| pack["document"]["source"] == row.document.as_str());
        let places = if is_listed_document { places(pack) } else { Vec::new() };
        let unknown = places.into_iter().filter(|(id, _)| !self.is_listed(id));
        unknown.map(|(id, place)| format!("{id} of {place} is not in tests/rule-ids.txt")).collect()
    }

    fn finish(self) -> Result<String> {
        let shown = self.rows.iter().filter(|row| row.is_shown()).count();
        let count = format!("{shown} of {} rules", self.rows.len());
        if self.gaps.is_empty() {
            return Ok(count);
        }
        bail!("{}\n{count}", self.gaps.join("\n"));
    }
}

/// The list: on each line an id, the document's number and the kind of rule.
fn listed(text: &str) -> Result<Vec<Row>> {
    let mut rows: Vec<Row> = Vec::new();
    for line in text.lines() {
        let mut words = line.splitn(3, ' ').map(str::to_owned);
        let (Some(id), Some(document), Some(kind)) = (words.next(), words.next(), words.next()) else {
            bail!("tests/rule-ids.txt: expected an id, a document's number and a kind, but a line says: {line}");
        };
        if rows.iter().any(|row| row.id == id) {
            bail!("tests/rule-ids.txt: {id} stands there twice");
        }
        rows.push(Row { id, document, kind, ..Row::default() });
    }
    Ok(rows)
}

/// What ids begin with: `NH-`, `CD-`.
fn prefixes(listed: &[Row]) -> BTreeSet<String> {
    listed.iter().filter_map(|row| row.id.split_once('-')).map(|(prefix, _)| format!("{prefix}-")).collect()
}

/// The part of a rule's id that the list knows: several rules may carry out one.
fn listed_id(id: &str) -> &str {
    id.split_once('/').map_or(id, |(listed, _)| listed)
}

/// Where the ids of a pack stand.
fn places(pack: &Value) -> Vec<(String, String)> {
    let document = authored::id(pack);
    let rules = authored::rules(pack).map(|(table, rule)| (text(rule, "id"), table.to_owned()));
    let named = |table: &'static str| {
        entries(pack, table).filter_map(move |(name, named)| Some((named["id"].as_str()?, format!("{table}.{name}"))))
    };
    let all = rules.chain(named("fact")).chain(named("concern_type"));
    all.map(|(id, place)| (listed_id(id).to_owned(), format!("{document} {place}"))).collect()
}

fn shown_by_examples(pack: &Value, doubts: &[Error], packs: &[Value], rulebook: &Rulebook) -> Vec<Shown> {
    let mut shown = Vec::new();
    for (index, example) in list(pack, "example").iter().enumerate() {
        // Of a pack that is not sound no example was tried.
        let is_of_it = |doubt: &Error| doubt.code() != Code::BadExample || doubt.path().starts_with(&format!("example[{index}]."));
        if doubts.iter().any(is_of_it) {
            continue;
        }
        if let Ok(told) = rulebook.answer(text(example, "asks"), &facts(example, pack).to_string()) {
            let told = serde_json::from_str(&told).expect("answers are JSON");
            shown.extend(shown_by_answer(&told, example, packs));
        }
    }
    shown
}

/// The facts of an example as questions take them. It asks its pack's own area where it names none.
fn facts(example: &Value, pack: &Value) -> Value {
    let mut facts = in_camel_case(&example["facts"]).as_object().cloned().unwrap_or_default();
    if !facts.contains_key("area") && !facts.contains_key("packs") {
        match &pack["document"]["area"] {
            Value::Null => facts.insert("packs".to_owned(), json!([authored::id(pack)])),
            area => facts.insert("area".to_owned(), area.clone()),
        };
    }
    facts.into()
}

fn in_camel_case(value: &Value) -> Value {
    match value {
        Value::Object(entries) => entries.iter().map(|(name, value)| (camel(name), in_camel_case(value))).collect::<Map<_, _>>().into(),
        Value::Array(items) => items.iter().map(in_camel_case).collect(),
        other => other.clone(),
    }
}

fn camel(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |camel, word| camel + &word[..1].to_ascii_uppercase() + &word[1..])
}

/// The lists of an answer that name rules, and the field in which they do.
const LISTS: [(&str, &str); 4] =
    [("/because", "id"), ("/alsoApplies", "id"), ("/answer/lawfulBases", "rule"), ("/answer/conditions", "rule")];

/// The rules that an example fires, the facts those rules need, and the editions that the answer's basis names.
fn shown_by_answer(told: &Value, example: &Value, packs: &[Value]) -> Vec<Shown> {
    let question = text(example, "asks").replace('_', "-");
    let shown = |id: &str, list: &str| Shown {
        id: listed_id(id).to_owned(),
        example: text(example, "name").to_owned(),
        by: format!("{question}: {list}"),
    };
    let mut all = Vec::new();
    for (pointer, field) in LISTS {
        let name = pointer[1..].replace('/', ".");
        for item in told.pointer(pointer).and_then(Value::as_array).into_iter().flatten() {
            let id = text(item, field);
            if !list(example, "fires").iter().any(|fired| fired == id) {
                continue;
            }
            all.push(shown(id, &name));
            // A rule that may hold because something is not known says nothing of its facts.
            if item["provisional"].is_null() {
                let needed = facts_needed(id, text(example, "asks"), packs);
                all.extend(needed.into_iter().map(|fact| shown(fact, &format!("{name}, by {id}"))));
            }
        }
    }
    let editions = list(&told["basis"], "packs").iter().flat_map(|pack| list(pack, "editions"));
    all.extend(editions.map(|edition| shown(text(edition, "id"), "basis.packs.editions")));
    all
}

/// The ids of the facts that must be a yes for a rule to hold.
fn facts_needed<'p>(id: &str, question: &str, packs: &'p [Value]) -> Vec<&'p str> {
    // A plan is judged by the rules for its actions.
    let table = if question == "check_plan" { "check_action" } else { question };
    let mut needed = Vec::new();
    for pack in packs {
        let beneath = packs.iter().filter(|other| list(&pack["document"], "stands_on").iter().any(|id| id == authored::id(other)));
        let declaring: Vec<&Value> = [pack].into_iter().chain(beneath).collect();
        for rule in list(pack, table).iter().filter(|rule| text(rule, "id") == id) {
            let fact = |name: &Value| declaring.iter().find_map(|pack| pack["fact"].get(name.as_str()?));
            needed.extend(list(rule, "when").iter().filter_map(fact).filter_map(|fact| fact["id"].as_str()));
        }
    }
    needed
}

/// Rules and cautions that examples fire or miss and that stand nowhere: an example that misses nothing proves nothing.
fn unknown_in_examples(pack: &Value, packs: &[Value]) -> Vec<String> {
    let rules = packs.iter().flat_map(authored::rules).map(|(_, rule)| text(rule, "id"));
    let cautions = packs.iter().flat_map(|pack| list(pack, "caution")).map(|caution| text(caution, "code"));
    let known: BTreeSet<&str> = rules.chain(cautions).collect();
    let mut unknown = Vec::new();
    for example in list(pack, "example") {
        let named = list(example, "fires").iter().chain(list(example, "misses")).filter_map(Value::as_str);
        let (document, name) = (authored::id(pack), text(example, "name"));
        let told = |id| format!("{document}, example \"{name}\" names {id}, which is no rule of any pack");
        unknown.extend(named.filter(|id| !known.contains(id)).map(told));
    }
    unknown
}

/// The ids in a text that begin as the listed ones do.
fn ids_in(text: &str, prefixes: &BTreeSet<String>) -> Vec<String> {
    let mut ids = Vec::new();
    for prefix in prefixes {
        for (start, _) in text.match_indices(prefix.as_str()) {
            let begins = !text[..start].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '-');
            let number = number_at(&text[start + prefix.len()..]);
            if begins && number.contains(|c: char| c.is_ascii_digit()) {
                ids.push(format!("{prefix}{number}"));
            }
        }
    }
    ids
}

/// What of a text is an id's number: `8.3a` of `8.3a.`, `T4b` of `T4b/chair`.
fn number_at(text: &str) -> &str {
    let end = text.char_indices().find(|(place, c)| {
        let within = *c == '.' && text[place + 1..].starts_with(|next: char| next.is_ascii_alphanumeric());
        !c.is_ascii_alphanumeric() && !within
    });
    end.map_or(text, |(place, _)| &text[..place])
}

fn mentions_in_cases(folder: &Path, prefixes: &BTreeSet<String>) -> Result<Vec<Mention>> {
    let mut mentions = Vec::new();
    for file in files(folder, "json")? {
        let cases: Vec<Value> =
            serde_json::from_str(&authored::read_file(&file)?).with_context(|| format!("{} is no list of cases", file.display()))?;
        for case in cases {
            let name = case["id"].as_str().unwrap_or_default().to_owned();
            let ids = ids_in(&case.to_string(), prefixes).into_iter();
            mentions.extend(ids.map(|id| Mention { id, by: name.clone(), kind: MentionedIn::Case }));
        }
    }
    Ok(mentions)
}

/// A test goes from its `#[test]` to the closing brace below its `fn`.
fn mentions_in_tests(file: &str, text: &str, prefixes: &BTreeSet<String>) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut announced = false;
    let mut test: Option<(String, String)> = None;
    for line in text.lines() {
        let indent = &line[..line.len() - line.trim_start().len()];
        announced |= line.trim() == "#[test]";
        if let Some(name) = line.trim_start().strip_prefix("fn ").filter(|_| announced) {
            let name = name.split('(').next().unwrap_or(name);
            test = Some((format!("{file} {name}"), format!("{indent}}}")));
            announced = false;
        }
        let (by, kind) = test.as_ref().map_or((file, MentionedIn::Elsewhere), |(name, _)| (name.as_str(), MentionedIn::Test));
        mentions.extend(ids_in(line, prefixes).into_iter().map(|id| Mention { id, by: by.to_owned(), kind }));
        if test.as_ref().is_some_and(|(_, end)| end == line) {
            test = None;
        }
    }
    mentions
}

fn files_below(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let mut found = files(folder, ending)?;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files_below(&path, ending)?);
        }
    }
    Ok(found)
}

fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("could not read {}", folder.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|found| found == ending) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(ids: &[&str]) -> Vec<Row> {
        listed(&ids.iter().map(|id| format!("{id} 002 timescale\n")).collect::<String>()).unwrap()
    }

    /// The practice guide, with something about it changed.
    fn guide(change: impl FnOnce(&mut Value)) -> Value {
        let mut pack = authored::read_pack(&authored::built_in_file(&Project::find(), "multi-agency-meetings")).unwrap();
        change(&mut pack);
        pack
    }

    fn gaps(listed: Vec<Row>, pack: Value, mentions: &[Mention]) -> Vec<String> {
        Trace::of(listed, &[pack], mentions).gaps
    }

    #[test]
    fn every_rule_of_the_documents_stands_in_a_pack_and_is_shown_by_an_example() {
        assert_eq!(check(&Project::find()).unwrap(), "352 of 352 rules");
    }

    #[test]
    fn every_rule_leads_to_the_code_that_carries_it_out() {
        let project = Project::find();
        for row in Trace::of_project(&project).unwrap().rows {
            for place in &row.places {
                assert!(project.root.join(code(place)).exists(), "{} of {place}: {}", row.id, code(place));
            }
        }
        assert_eq!(code("county-durham fact.new_referral"), "src/engine/case.rs");
        assert!(rows(&["TR-T0"])[0].line().starts_with("| TR-T0 | 002 | timescale |"));
    }

    #[test]
    fn facts_are_shown_by_the_rules_that_need_them_and_editions_by_the_basis() {
        let trace = Trace::of(rows(&["TR-T1", "TR-V1"]), &[guide(|_| {})], &[]);
        assert!(trace.rows[0].shown_by.contains(&"classify-concern: because, by TR-T1a".to_owned()), "{:?}", trace.rows[0].shown_by);
        assert!(trace.rows[1].shown_by.contains(&"classify-concern: basis.packs.editions".to_owned()), "{:?}", trace.rows[1].shown_by);
    }

    #[test]
    fn a_listed_rule_that_stands_nowhere_is_a_gap() {
        let gaps = gaps(rows(&["TR-T0", "TR-T99"]), guide(|_| {}), &[]);
        assert!(gaps.contains(&"TR-T99 stands in no pack".to_owned()), "{gaps:?}");
        assert!(!gaps.iter().any(|gap| gap.starts_with("TR-T0 ")), "{gaps:?}");
    }

    #[test]
    fn a_rule_without_a_passing_example_is_a_gap() {
        let without = |pack: &mut Value| drop(pack.as_object_mut().unwrap().remove("example"));
        let failing = |pack: &mut Value| {
            for example in pack["example"].as_array_mut().unwrap() {
                example["answer"] = json!({ "heading": "Something else" });
            }
        };
        for gaps in [gaps(rows(&["TR-T0"]), guide(without), &[]), gaps(rows(&["TR-T0"]), guide(failing), &[])] {
            assert!(gaps.iter().any(|gap| gap.starts_with("TR-T0 is shown by no passing example")), "{gaps:?}");
        }
    }

    #[test]
    fn an_id_that_nobody_lists_is_a_gap_wherever_it_stands() {
        let mention = |kind| Mention { id: "TR-T98".to_owned(), by: "somebody".to_owned(), kind };
        for kind in [MentionedIn::Case, MentionedIn::Test, MentionedIn::Elsewhere] {
            let gaps = gaps(rows(&["TR-T0"]), guide(|_| {}), &[mention(kind)]);
            assert!(gaps.contains(&"somebody names TR-T98, which is not in tests/rule-ids.txt".to_owned()), "{gaps:?}");
            assert!(gaps.contains(&"TR-T3 of multi-agency-meetings classify_concern is not in tests/rule-ids.txt".to_owned()), "{gaps:?}");
        }
    }

    #[test]
    fn an_example_that_misses_no_rule_at_all_is_a_gap() {
        let gaps = gaps(rows(&["TR-T0"]), guide(|pack| pack["example"][0]["misses"] = json!(["TR-T97"])), &[]);
        assert!(gaps.iter().any(|gap| gap.ends_with("names TR-T97, which is no rule of any pack")), "{gaps:?}");
    }

    #[test]
    fn a_fact_that_no_rule_uses_is_a_gap() {
        let gaps = gaps(rows(&["TR-T0"]), guide(|pack| pack["fact"]["idle"] = json!({ "asks": "Is it idle?" })), &[]);
        let expected = "multi-agency-meetings is in doubt at fact.idle: expected a fact that some rule uses";
        assert!(gaps.iter().any(|gap| gap == expected), "{gaps:?}");
    }

    #[test]
    fn ids_are_found_whole() {
        let prefixes = prefixes(&listed("HP-8.3a 004 chair\nTR-T0 002 timescale\n").unwrap());
        assert_eq!(ids_in("by HP-8.3a. Then TR-T4b/chair, (TR-T0) and XTR-T1, HP-x", &prefixes), ["HP-8.3a", "TR-T4b", "TR-T0"]);
    }

    #[test]
    fn a_test_names_what_stands_between_its_braces() {
        let prefixes = prefixes(&rows(&["TR-T0"]));
        let source = "const A: &str = \"TR-T1\";\n#[test]\nfn one() {\n    \"TR-T2\";\n}\nfn two() {\n    \"TR-T3\";\n}\n";
        let mentions = mentions_in_tests("tests/a.rs", source, &prefixes);
        let named: Vec<(&str, &str)> = mentions.iter().map(|mention| (mention.id.as_str(), mention.by.as_str())).collect();
        assert_eq!(named, [("TR-T1", "tests/a.rs"), ("TR-T2", "tests/a.rs one"), ("TR-T3", "tests/a.rs")]);
        assert!(mentions[1].kind == MentionedIn::Test && mentions[2].kind == MentionedIn::Elsewhere);
    }

    #[test]
    fn a_list_with_a_rule_twice_or_without_a_kind_is_refused() {
        assert!(listed("TR-T0 002 timescale\nTR-T0 002 timescale\n").is_err());
        assert!(listed("TR-T0 002\n").is_err());
    }
}
