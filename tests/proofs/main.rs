//! Whole spaces of facts on the engine, packs made by dice, and packs that were spoilt. `cargo test` goes a little way;
//! `cargo xtask prove` the whole of it, at nearly the speed of a release, and reads what each says it reached.

#[path = "../rules/common/mod.rs"]
#[allow(dead_code, reason = "shared with other tests, which need more of it")]
mod common;
mod facts;
mod generated;
mod mutants;
mod mutations;
mod one_answer;
mod pace;
mod space;
mod told;

// The calls of the corpus.
#[path = "../corpus/about.rs"]
mod about;
#[path = "../corpus/calls.rs"]
#[allow(dead_code, reason = "what a call is called is told where one differs")]
mod calls;
#[path = "../corpus/dice.rs"]
mod dice;
#[path = "../corpus/library.rs"]
#[allow(dead_code, reason = "of the corpus the calls alone are made here")]
mod library;
#[path = "../corpus/meetings.rs"]
mod meetings;
#[path = "../corpus/records.rs"]
mod records;
#[path = "../corpus/scope.rs"]
mod scope;
#[path = "../corpus/spoilt.rs"]
mod spoilt;
#[path = "../corpus/timing.rs"]
mod timing;
#[path = "../corpus/values.rs"]
mod values;
#[path = "../corpus/vocabulary.rs"]
mod vocabulary;
