//! Safeguarding rules.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod answers;
pub mod calendar;
pub mod decide;
pub mod facts;
pub mod json;
pub mod pack;
pub mod packs;
#[cfg(target_arch = "wasm32")]
mod wasm;
pub mod words;
