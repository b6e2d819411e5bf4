//! Names that people use for a purpose, a basis, a controller or an agency stay known: one that is taken out of a pack is missed.

use std::collections::BTreeSet;

use crate::common::on_record::{Names, names};
use crate::common::written::packs;
use crate::common::{ask, rulebook};
use safeguarding_rules::Rulebook;
use serde_json::{Value, json};

/// What hangs on the name, apart from the name itself.
fn told(of: &Names, name: &str, rulebook: &Rulebook) -> Value {
    let (question, facts) = of.asked_with(name);
    let decision = ask(question, &facts, rulebook).unwrap_or_else(|refusal| panic!("{name} as {}: {refusal}", of.field));
    let answer = &decision["answer"];
    json!([answer["quorate"], answer["missing"], answer["consentRequired"], answer["lawfulBases"], answer["record"]["missing"]])
}

#[test]
fn every_name_on_record_means_what_it_meant() {
    let rulebook = rulebook();
    for of in names() {
        let told = |name| told(&of, name, &rulebook);
        let first = told(of.names[0]);
        assert_ne!(first, told("quibble"), "{} as {} means nothing", of.names[0], of.field);
        for name in &of.names[1..] {
            assert_eq!(told(name), first, "{name} as {}", of.field);
        }
    }
}

#[test]
fn every_such_name_of_the_packs_is_on_record() {
    let recorded: BTreeSet<(&str, &str, &str)> =
        names().iter().flat_map(|of| of.names.iter().map(|name| (of.pack, of.field, *name))).collect();
    let listed = |value: &'static Value| value.as_array().into_iter().flatten().filter_map(Value::as_str);
    let mut missing = Vec::new();
    for pack in packs() {
        let mut miss = |field: &'static str, name: &'static str| {
            if !recorded.contains(&(pack.id(), field, name)) {
                missing.push(format!("{} {field}: {name}", pack.id()));
            }
        };
        let bases = pack.object["lawful_basis"].as_array().into_iter().flatten().filter(|basis| basis["kind"] == "article6");
        bases
            .flat_map(|basis| basis["basis"].as_str().into_iter().chain(listed(&basis["also"])))
            .for_each(|name| miss("lawfulBasis", name));
        let record = pack.object["record_consent_basis"].as_array().into_iter().flatten();
        record.filter(|rule| !rule["when"].is_null()).flat_map(|rule| listed(&rule["purposes"])).for_each(|name| miss("purpose", name));
        // A body that is not public is told what somebody is told whom no document knows.
        let controllers = pack.object["controller"].as_object().into_iter().flatten();
        controllers.filter(|(_, controller)| controller["public"] == true).for_each(|(name, _)| miss("controller", name));
        let agencies = pack.object["agency"].as_object().into_iter().flatten();
        let of_the_guide = agencies.filter(|(_, agency)| pack.id() == "multi-agency-meetings" && !agency["part_of"].is_null());
        of_the_guide.for_each(|(name, _)| miss("attendance", name));
    }
    assert!(missing.is_empty(), "names-on-record.txt lacks these:\n{}", missing.join("\n"));
}
