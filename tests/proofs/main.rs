//! Whole spaces of facts on the engine, packs made by dice, and packs that were spoilt. `cargo test` goes a little way;
//! `cargo xtask prove` the whole of it, at nearly the speed of a release, and reads what each says it reached.

#[path = "../rules/common/mod.rs"]
#[allow(dead_code, reason = "shared with other tests, which need more of it")]
mod common;
mod facts;
mod generated;
mod pace;
mod space;
mod told;
