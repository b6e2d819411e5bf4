//! **What do the packs hold?** Areas, packs, facts, kinds of concern and agencies, so that a form can be built from them.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::engine::basis::PackBasis;
use crate::engine::decision::Ask;
use crate::engine::rulebook::Rulebook;
use crate::engine::scope::Scope;
use crate::engine::stack::Stack;
use crate::error::Error;
use crate::text::Said;
use crate::value::meeting::MeetingType;
use crate::value::{Text, distinct};

/// Which packs to describe: those of an area, those named, or, without either, all.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Packs {
    /// The area.
    pub area: Option<String>,
    /// The packs.
    pub packs: Option<Vec<String>>,
}

/// The packs that are meant, compiled.
pub(super) fn stack(packs: &Packs, rulebook: &Rulebook) -> Result<Arc<Stack>, Error> {
    let scope = Scope { area: packs.area.clone(), packs: packs.packs.clone(), ..Scope::default() };
    if scope.is_open() { Ok(Arc::new(rulebook.whole())) } else { rulebook.stack(&scope) }
}

/// What the packs hold, for building a form.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Description {
    /// The areas and the packs that answer there.
    pub areas: Vec<Area>,
    /// The packs.
    pub packs: Vec<PackBasis>,
    /// The facts and their questions.
    pub facts: Vec<Ask>,
    /// The kinds of concern.
    pub concern_types: Vec<Named>,
    /// The kinds of meeting: those of the built-in documents, and those that packs declare.
    pub meeting_types: Vec<Meeting>,
    /// The agencies that have a name of their own.
    pub agencies: Vec<Named>,
}

/// An area and the packs that answer there.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Area {
    /// Its id.
    pub id: Text,
    /// Its name.
    pub label: Text,
    /// The packs, the local one first.
    pub packs: Vec<Text>,
}

/// An id and its name.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Named {
    /// The id.
    pub id: Text,
    /// The name.
    pub label: Text,
}

/// A kind of meeting and its name.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Meeting {
    /// What `meetingType` takes.
    pub id: MeetingType,
    /// The name in a sentence.
    pub label: Said,
}

/// Describes packs.
pub(super) fn describe(packs: &Packs, rulebook: &Rulebook) -> Result<Description, Error> {
    let stack = stack(packs, rulebook)?;
    let named = |(id, label): (&Text, &Text)| Named { id: Text::clone(id), label: Text::clone(label) };
    Ok(Description {
        areas: rulebook.areas().into_iter().map(|(id, label, packs)| Area { id, label, packs }).collect(),
        packs: stack.packs.iter().map(|pack| PackBasis::of(pack)).collect(),
        facts: distinct(stack.asked().iter().map(|asked| stack.ask(&asked.name))),
        concern_types: stack.called.concern_type.iter().map(|(id, kind)| named((id, &kind.label))).collect(),
        meeting_types: stack.meetings().into_iter().map(|id| Meeting { label: stack.meeting(&id), id }).collect(),
        agencies: stack.called.agency.iter().map(|(id, agency)| named((id, &agency.label))).collect(),
    })
}
