//! Each pack, spoilt in one place: the checker refuses it, one of its examples answers otherwise than it says, or a call of
//! the corpus is answered otherwise. What nothing notices stands in `unnoticed.txt`, with the reason why it may.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::{LazyLock, OnceLock};

use safeguarding_rules::{Code, Rulebook, sealed_packs};
use serde_json::{Value, json};

use crate::calls::{self, Call};
use crate::common::on_record::names;
use crate::common::written::{Written, pack, packs, without};
use crate::common::{QUESTIONS, file};
use crate::mutations::{Kind, Mutation, all};
use crate::pace::{Pace, on_all, reached};
use crate::vocabulary::VOCABULARY;

/// Who noticed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum By {
    Checker,
    Example,
    Answer,
}

/// A pack as it is, loaded as its mutants are, and what it answers.
struct Sound {
    pack: &'static Written,
    rulebook: Rulebook,
    /// Calls to which it may have something to say, and a digest of each answer once one was wanted.
    calls: Vec<Asked>,
    /// Each word that people use for something that its facts are read from.
    words: Vec<Asked>,
}

struct Asked {
    question: &'static str,
    facts: Cow<'static, str>,
    told: OnceLock<u64>,
}

impl Asked {
    fn of(question: &'static str, facts: impl Into<Cow<'static, str>>) -> Self {
        Asked { question, facts: facts.into(), told: OnceLock::new() }
    }

    fn is_answered_otherwise(&self, sound: &Rulebook, spoilt: &Rulebook) -> bool {
        let answer = |rulebook| digest(self.question, &self.facts, rulebook);
        *self.told.get_or_init(|| answer(sound)) != answer(spoilt)
    }
}

impl Sound {
    fn of(pack: &'static Written) -> Self {
        let loaded = without(pack.id()).with(&pack.object.to_string()).unwrap_or_else(|doubt| panic!("{}: {doubt}", pack.id()));
        let calls = asked().iter().filter(|(question, _, stack)| bears(pack, question, stack));
        let calls = calls.map(|(question, call, _)| Asked::of(question, call.json.as_str())).collect();
        Sound { pack, rulebook: with_the_others(loaded).unwrap(), calls, words: words(pack) }
    }

    fn noticed(&self, mutation: &Mutation) -> Option<By> {
        self.noticed_in(&mutation.made().to_string(), mutation)
    }

    /// Who notices that a pack is another, looking first where a mutation would show.
    fn noticed_in(&self, made: &str, mutation: &Mutation) -> Option<By> {
        let loaded = match without(self.pack.id()).with(made) {
            Ok(loaded) => loaded,
            Err(doubt) if doubt.code() == Code::BadExample => return Some(By::Example),
            Err(_) => return Some(By::Checker),
        };
        // Packs that stand on it may refuse it too.
        let Some(rulebook) = with_the_others(loaded.clone()) else { return Some(By::Checker) };
        // A rule's own question comes first: most are noticed there.
        let of_its_table = |asked: &&Asked| mutation.table.is_none_or(|table| asked.question.replace('-', "_") == table);
        let (first, then): (Vec<_>, Vec<_>) = self.calls.iter().partition(of_its_table);
        let of_words = if [Kind::WordGone, Kind::ItemGone].contains(&mutation.kind) { &self.words[..] } else { &[] };
        let mut all = of_words.iter().chain(first).chain(then);
        if all.any(|asked| asked.is_answered_otherwise(&self.rulebook, &rulebook)) {
            return Some(By::Answer);
        }
        // Last what takes longest: the examples of the packs that stand on it.
        let mut standing_on_it = packs().iter().filter(|other| other.stands_on().any(|id| id == self.pack.id()));
        standing_on_it.any(|other| loaded.with(&other.object.to_string()).is_err()).then_some(By::Example)
    }
}

/// What is asked with each word and each name that people use, as they are recorded for a pack.
fn words(pack: &Written) -> Vec<Asked> {
    let of_pack = include_str!("../rules/words-on-record.txt").lines().filter_map(|line| line.strip_prefix(pack.id())?.strip_prefix(' '));
    let each = of_pack.flat_map(|line| {
        let (path, words) = line.split_once(' ').unwrap();
        words.split(' ').map(move |word| path.split('.').rev().fold(json!(word), |beneath, name| json!({ name: beneath })))
    });
    let asked = each.map(|mut facts| {
        facts["packs"] = json!([pack.id()]);
        ("choose-meeting", facts)
    });
    let of_names = names().into_iter().filter(|of| of.pack == pack.id());
    let named = of_names.flat_map(|of| of.names.iter().map(|name| of.asked_with(name)).collect::<Vec<_>>());
    asked.chain(named).map(|(question, facts)| Asked::of(question, facts.to_string())).collect()
}

/// Every call of a question, with the packs that it asks.
fn asked() -> &'static [(&'static str, &'static Call, BTreeSet<String>)] {
    static CALLS: LazyLock<Vec<Call>> = LazyLock::new(|| calls::all().into_iter().filter(|call| call.rulebook == 0).collect());
    static ASKED: LazyLock<Vec<(&str, &Call, BTreeSet<String>)>> = LazyLock::new(|| {
        let question =
            |call: &Call| QUESTIONS.into_iter().find(|question| crate::common::camel(&question.replace('-', "_")) == call.function);
        CALLS.iter().filter_map(|call| Some((question(call)?, call, stack(&call.json)))).collect()
    });
    &ASKED
}

/// The packs that some facts ask.
fn stack(facts: &str) -> BTreeSet<String> {
    let facts: Value = serde_json::from_str(facts).unwrap_or_default();
    let area = facts["area"].as_str().unwrap_or("generic").to_lowercase().replace('_', "-");
    let of_area = || VOCABULARY.areas.iter().filter(|known| known.id == area).flat_map(|area| area.packs.clone()).collect();
    let mut stack: BTreeSet<String> = match facts["packs"].as_array() {
        Some(packs) => packs.iter().filter_map(|id| Some(id.as_str()?.to_owned())).collect(),
        None => of_area(),
    };
    let named: Vec<&Written> = packs().iter().filter(|pack| stack.contains(pack.id())).collect();
    stack.extend(named.iter().flat_map(|pack| pack.stands_on()).map(str::to_owned));
    let national = packs().iter().filter(|pack| facts["national"] == true && pack.object["document"]["national"] == true);
    stack.extend(national.map(|pack| pack.id().to_owned()));
    stack
}

fn bears(pack: &Written, question: &str, stack: &BTreeSet<String>) -> bool {
    stack.contains(pack.id()) || (question == "record-consent-basis" && pack.object["document"]["always_for_records"] == true)
}

/// The rulebook with each of our packs that is not there yet, where they can be.
fn with_the_others(mut rulebook: Rulebook) -> Option<Rulebook> {
    let is_there = |id: &str, rulebook: &Rulebook| rulebook.packs().iter().any(|pack| *pack.document().id == *id);
    let mut open: Vec<_> = sealed_packs().filter(|(id, _)| !is_there(id, &rulebook)).collect();
    while !open.is_empty() {
        let before = open.len();
        open.retain(|(_, sealed)| rulebook.with_sealed(sealed).map(|with| rulebook = with).is_err());
        if open.len() == before {
            return None;
        }
    }
    Some(rulebook)
}

/// What is answered, but for what it rests on: there stands the hash of every pack.
fn digest(question: &str, facts: &str, rulebook: &Rulebook) -> u64 {
    let mut told = rulebook.answer(question, facts).unwrap_or_else(|refusal| refusal.to_string());
    if let ("record-consent-basis", Ok(Value::Object(mut answer))) = (question, serde_json::from_str(&told)) {
        // A record names the hash of every pack, and has one of its own.
        for field in ["canonical", "hash"] {
            answer["answer"]["record"][field] = Value::Null;
        }
        told = Value::Object(answer).to_string();
    }
    let (answer, _) = told.rsplit_once(",\"basis\":").unwrap_or((&told, ""));
    let mut hasher = DefaultHasher::new();
    answer.hash(&mut hasher);
    hasher.finish()
}

/// What may go unnoticed, by the mutation's name, each with the reason.
fn reviewed() -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(file("tests/proofs/unnoticed.txt")).unwrap();
    let mut reviewed = BTreeMap::new();
    let mut reason = String::new();
    for line in text.lines().filter(|line| !line.is_empty()) {
        match line.strip_prefix("# ") {
            Some(told) => told.clone_into(&mut reason),
            None => assert!(reviewed.insert(line.to_owned(), reason.clone()).is_none(), "unnoticed.txt names this twice: {line}"),
        }
    }
    assert!(reviewed.values().all(|reason| reason.len() > 20), "unnoticed.txt: each stands under the reason why it may");
    reviewed
}

/// One line for each kind of mutation, with who noticed how many.
fn told_by_kind(counts: &BTreeMap<(Kind, Option<By>), usize>) {
    let kinds: BTreeSet<Kind> = counts.keys().map(|(kind, _)| *kind).collect();
    for kind in kinds {
        let of = |by| counts.get(&(kind, by)).copied().unwrap_or_default();
        let [checker, example, answer, nobody] = [Some(By::Checker), Some(By::Example), Some(By::Answer), None].map(of);
        println!(
            "{:<18} refused {checker:>5}, by an example {example:>5}, by an answer {answer:>5}, by nothing {nobody:>5}",
            format!("{kind:?}")
        );
    }
}

#[test]
fn whatever_is_spoilt_in_a_pack_is_noticed() {
    let (mutations, reviewed) = (all(), reviewed());
    let unknown: Vec<&String> = reviewed.keys().filter(|name| !mutations.iter().any(|mutation| mutation.name == **name)).collect();
    assert!(unknown.is_empty(), "unnoticed.txt names what is no mutation: {unknown:#?}");
    assert!(mutations.len() > 5_000, "{}", mutations.len());
    if Pace::now() == Pace::Glance {
        // Unoptimised, to judge one takes seconds: here each only is another pack.
        let as_it_was = |mutation: &&Mutation| mutation.made() == pack(mutation.pack).object;
        assert!(!mutations.iter().step_by(100).any(|mutation| as_it_was(&mutation)));
        return;
    }
    let chosen: Vec<&Mutation> = mutations.iter().step_by(Pace::now().of([1, 98, 98, 1])).collect();
    let sound: BTreeMap<&str, Sound> = packs()
        .iter()
        .filter(|pack| chosen.iter().any(|mutation| mutation.pack == pack.id()))
        .map(|pack| (pack.id(), Sound::of(pack)))
        .collect();
    // A pack that says the same in a text of another hash is noticed by nobody: what is noticed of a mutant is its own.
    let as_it_was = &sound[chosen[0].pack];
    assert_eq!(as_it_was.noticed_in(&format!("{:#}", as_it_was.pack.object), chosen[0]), None);
    let by = on_all(&chosen, |mutation| {
        let by = sound[mutation.pack].noticed(mutation);
        // As it is found: of all of them that is a long way.
        if by.is_none() && !reviewed.contains_key(&mutation.name) {
            println!("noticed by nothing: {}", mutation.name);
        }
        (*mutation, by)
    });
    let (mut unnoticed, mut needless, mut counts) = (Vec::new(), Vec::new(), BTreeMap::<(Kind, Option<By>), usize>::new());
    for (mutation, by) in by {
        *counts.entry((mutation.kind, by)).or_default() += 1;
        match (by, reviewed.contains_key(&mutation.name)) {
            (None, false) => unnoticed.push(mutation.name.as_str()),
            (Some(by), true) => needless.push(format!("{} (noticed by: {by:?})", mutation.name)),
            _ => {}
        }
    }
    told_by_kind(&counts);
    assert!(needless.is_empty(), "these are noticed, and need no reason in unnoticed.txt:\n{}", needless.join("\n"));
    // Which of them a sample meets changes with every pack: a few that nobody has judged yet are told, and before a release none is left.
    let allowed = if Pace::now() == Pace::Long { 0 } else { chosen.len() / 10 };
    assert!(unnoticed.len() <= allowed, "{} are noticed by nothing:\n{}", unnoticed.len(), unnoticed.join("\n"));
    let of = |by: Option<By>| counts.iter().filter(|((_, noticed), _)| *noticed == by).map(|(_, count)| count).sum::<usize>();
    let [refused, examples, answers, excused] = [Some(By::Checker), Some(By::Example), Some(By::Answer), None].map(of);
    reached(&format!(
        "{} packs spoilt in one place: {refused} refused, {examples} by an example, {answers} by an answer; {} reviewed, {} not yet",
        chosen.len(),
        excused - unnoticed.len(),
        unnoticed.len()
    ));
}
