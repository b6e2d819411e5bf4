//! The operative words of each rule, found in the document they are taken from.
//!
//! The documents are not part of this project. `SAFEGUARDING_DOCUMENTS` names the folder that holds them, one file each,
//! its name beginning with the document's number. Without that folder the audit says so and checks the rest.

use std::path::PathBuf;

use crate::common::written::packs;
use crate::common::{ask, file, rulebook};
use serde_json::json;

fn folder() -> Option<PathBuf> {
    let named = std::env::var_os("SAFEGUARDING_DOCUMENTS").map(PathBuf::from);
    let beside = file("../shared/domain/seeds");
    if let Some(named) = &named {
        assert!(named.is_dir(), "SAFEGUARDING_DOCUMENTS names no folder");
    }
    named.or(Some(beside)).filter(|folder| folder.is_dir())
}

/// White space, quotes, dashes and asterisks folded.
fn folded(text: &str) -> String {
    let plain: String = text
        .chars()
        .filter(|c| *c != '*')
        .map(|c| match c {
            '‘' | '’' | '“' | '”' | '"' => '\'',
            '–' | '—' | '‑' => '-',
            other => other,
        })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[test]
fn the_words_of_every_rule_stand_in_its_document() {
    let Some(folder) = folder() else {
        println!("SKIPPED: the documents are not here; set SAFEGUARDING_DOCUMENTS to the folder that holds them.");
        return;
    };
    let mut found = 0;
    let mut failures = Vec::new();
    for pack in packs() {
        let Some(source) = pack.document("source") else { continue };
        let file = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
        let file = file.into_iter().find(|path| path.file_name().unwrap().to_string_lossy().starts_with(&format!("{source}_")));
        let text = folded(&std::fs::read_to_string(file.unwrap_or_else(|| panic!("no document {source}"))).unwrap());
        for (table, rule) in pack.rules() {
            if text.contains(&folded(&rule.words)) {
                found += 1;
            } else {
                failures.push(format!("{} {table} {}: {}", pack.id(), rule.id, rule.words));
            }
        }
    }
    println!("{found} citations found");
    assert!(failures.is_empty(), "not in the document:\n{}", failures.join("\n"));
    assert!(found > 0);
}

#[test]
fn no_citation_is_a_whole_sentence() {
    for pack in packs() {
        for (table, rule) in pack.rules() {
            let words = &rule.words;
            assert!(!words.ends_with('.') && words.split_whitespace().count() <= 12, "{table} {}: {words}", rule.id);
        }
    }
}

#[test]
fn every_pack_stands_on_packs_that_are_there() {
    let rulebook = rulebook();
    for pack in rulebook.packs() {
        let document = pack.document();
        for beneath in &document.stands_on {
            assert!(rulebook.packs().iter().any(|other| other.document().id == *beneath), "{} stands on {beneath}", document.id);
        }
    }
    let owned = rulebook.packs().iter().filter(|pack| pack.document().area.is_some()).count();
    assert_eq!(rulebook.areas().len(), owned);
}

/// Whoever reads the sentence of a national duty alone reads its time too.
#[test]
fn each_national_duty_says_its_number() {
    let mut facts = json!({"area": "generic", "national": true});
    let of_a_day = [
        "referralOn",
        "s47InitiatedOn",
        "icpcOn",
        "lastReviewConferenceOn",
        "allegationKnownOn",
        "seriousIncidentKnownOn",
        "panelNotifiedOn",
        "careApplicationOn",
        "becameLookedAfterOn",
        "firstLookedAfterReviewOn",
        "lastLookedAfterReviewOn",
        "privateFosteringNotifiedOn",
        "genitalMutilationKnownOn",
    ];
    let of_a_time =
        ["policeProtectionAt", "emergencyProtectionOrderAt", "emergencyProtectionExtendedFrom", "returnedOn", "childDeathKnownAt"];
    of_a_day.iter().for_each(|fact| facts[*fact] = json!("2026-03-02"));
    of_a_time.iter().for_each(|fact| facts[*fact] = json!("2026-03-02T10:00"));
    let decision = ask("list-deadlines", &facts, &rulebook()).unwrap();
    let mut with_a_number = 0;
    for deadline in decision["answer"]["deadlines"].as_array().unwrap() {
        let (limit, what) = (deadline["limit"].as_str().unwrap_or_default(), deadline["what"].as_str().unwrap());
        let Some(number) = limit.split(' ').find(|word| word.parse::<u32>().is_ok()) else { continue };
        with_a_number += 1;
        let words: Vec<&str> = what.split(|sign: char| !sign.is_alphanumeric()).collect();
        assert!(words.contains(&number), "{limit}: {what}");
    }
    assert!(with_a_number >= 18, "{with_a_number}");
}
