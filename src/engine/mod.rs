//! The machine: which packs answer, what is known of a case, which rules hold, and how what holds is joined.

pub(crate) mod basis;
pub(crate) mod case;
pub(crate) mod children;
pub(crate) mod decision;
mod denied;
mod editions;
pub(crate) mod facts;
pub(crate) mod family;
pub(crate) mod form;
pub(crate) mod input;
pub(crate) mod join;
mod kept;
pub(crate) mod kinds;
mod parts;
pub(crate) mod question;
pub(crate) mod reach;
mod room;
pub(crate) mod rulebook;
pub(crate) mod scope;
pub(crate) mod set_aside;
pub(crate) mod sets;
mod spoken;
pub(crate) mod stack;
pub(crate) mod twice;
