//! What the documents say and what the library answers: the laws, the packs, the worked cases, and the order of the house.

mod actions;
mod ambiguities;
mod bad_packs;
mod citations;
mod common;
mod deletion;
mod explained;
mod house;
mod later;
mod laws;
mod laws_of_unknowns;
mod messages;
mod odd_dates;
mod own_pack;
mod packs;
mod questions_for;
mod record;
mod refusals;
mod robust;
mod rule_book;
mod said;
mod scenarios;
mod sealed;
mod stacking;
mod validity;
mod versions;
