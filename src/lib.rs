//! Rules of safeguarding meetings: how soon, with whom, with which actions, and on what basis information is shared,
//! each answer with the document and paragraph it rests on.
//!
//! It decides nothing for anybody: the chair and the manager decide. In immediate danger, 999 comes first.
//!
//! ```
//! use safeguarding_rules::decide::classify_concern::{Facts, classify_concern};
//! use safeguarding_rules::{facts, packs};
//!
//! let rulebook = packs::built_in();
//! let facts: Facts = facts::read(r#"{ "area": "generic", "concerns": { "seriousRisk": true }, "othersConsidered": true,
//!     "concernsIdentifiedAt": "2026-03-06T15:00", "referralReceivedAt": "2026-03-06T16:59" }"#)?;
//! let decision = classify_concern(&facts, &rulebook)?;
//!
//! assert_eq!(decision.answer.due_by.map(|date| date.to_string()).as_deref(), Some("2026-03-06"));
//! assert_eq!(decision.because[0].words, "held on the same day as the receipt of the referral");
//! # Ok::<(), safeguarding_rules::words::refusal::Refusal>(())
//! ```
//!
//! Times are London times where they carry no offset, days are London days, and limits are counted in working days of
//! England and Wales. What cannot be read is refused with a [`words::refusal::Refusal`], which names the field and what
//! was expected and never repeats what was typed.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod answers;
mod audit;
pub mod calendar;
pub mod case;
pub mod compare;
pub mod decide;
pub mod explain;
pub mod facts;
pub mod json;
pub mod pack;
pub mod packs;
pub mod proof;
pub mod questions;
pub mod questions_for;
pub mod rule_book;
pub mod rulebook;
pub mod words;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct ReadMe;
