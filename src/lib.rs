#![doc = include_str!("README.md")]
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod ask;
#[cfg(feature = "author")]
pub mod author;
mod calendar;
mod check;
mod engine;
mod error;
mod pack;
mod packs;
mod questions;
#[cfg(feature = "schema")]
pub mod schema;
mod text;
mod value;

pub use calendar::{AddedHoliday, Calendar};
pub use engine::basis::{Basis, PackBasis};
pub use engine::decision::{Ask, Caution, Cited, Decision, Level};
pub use engine::rulebook::Rulebook;
pub use engine::scope::Scope;
pub use error::{Code, Error};
pub use pack::Pack;
pub use pack::document::Document;
pub use pack::rule::Force;
pub use packs::sealed_packs;
pub use questions::{
    check_action, choose_meeting, classify_concern, list_attendees, list_deadlines, make_checklist, record_consent_basis, report_quarter,
    resolve_disagreement,
};
pub use text::Said;
pub use value::Text;
pub use value::agency::Agency;
pub use value::entries::Entries;
pub use value::family::{FamilyMember, Relation};
pub use value::given::{Role, Why};
pub use value::known::{Known, KnownOfChild, Stated};
pub use value::limit::{Cycle, Limit};
pub use value::meeting::{Attendance, Format, MeetingType};
pub use value::moment::{Moment, TimeOfDay};
pub use value::planned::{Planned, Reason};
pub use value::timescale::Timescale;
pub use value::truth::Truth;
