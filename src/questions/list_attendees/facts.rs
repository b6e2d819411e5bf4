//! What is known.

use serde::Deserialize;

use crate::engine::input;
use crate::value::agency::Agency;
use crate::value::entries::{self, Entries};
use crate::value::family::FamilyMember;
use crate::value::known::{Known, KnownOfChild};
use crate::value::meeting::{Attendance, Format, MeetingType};
use crate::value::read;
use crate::value::truth::Truth;

/// What is known of the meeting. Every fact that the packs declare may stand beside these, such as `child.lookedAfter`.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "KnownForAttendees", extend("takesDeclaredFacts" = true)))]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Facts {
    /// Which meeting it is.
    pub meeting_type: MeetingType,
    /// Several children: the list is the union.
    pub children: Option<Vec<KnownOfChild>>,
    /// Kinds of concern; each makes facts true and none false.
    pub concern_types: Option<Vec<String>>,
    /// Attests that every fact not named was considered and is a no.
    ///
    /// It is kept in the answer's basis.
    #[serde(default, deserialize_with = "read::or_default")]
    pub others_considered: bool,
    /// Who made the referral.
    pub referrer: Option<Agency>,
    /// The people of the family, each decided alone; without it, parents and carers are spoken of together.
    pub family: Option<Vec<FamilyMember>>,
    /// Services that the child or family receives.
    pub services: Option<Vec<Agency>>,
    /// Other agencies, and what is known of their part.
    pub agencies: Option<Vec<OtherAgency>>,
    /// Who will speak for an agency.
    pub attendees: Option<Vec<Representative>>,
    /// Who took part, and how.
    ///
    /// Only with it is `quorate` answered.
    #[serde(default, deserialize_with = "entries::known")]
    pub attendance: Option<Entries<Attendance>>,
    /// Who chairs.
    pub chair: Option<Chair>,
    /// Who co-ordinates.
    pub coordinator: Option<Agency>,
    /// In what form people come together.
    pub format: Option<Format>,
    /// What is known of the case, by the facts that the packs declare.
    #[serde(skip)]
    pub known: Known,
}

impl Facts {
    /// A meeting of which nothing more is known.
    #[must_use]
    pub fn of(meeting_type: MeetingType) -> Self {
        Facts {
            meeting_type,
            children: None,
            concern_types: None,
            others_considered: false,
            referrer: None,
            family: None,
            services: None,
            agencies: None,
            attendees: None,
            attendance: None,
            chair: None,
            coordinator: None,
            format: None,
            known: Known::default(),
        }
    }
}

impl input::Facts for Facts {
    const OPEN: bool = true;

    fn take(&mut self, declared: Known) {
        self.known = declared;
    }
}

/// An agency and its part.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct OtherAgency {
    /// Its name.
    pub name: Agency,
    /// Does it hold relevant information?
    #[serde(default)]
    pub has_relevant_information: Truth,
    /// Is it directly involved with the child and family?
    #[serde(default)]
    pub direct_involvement: Truth,
    /// Is it, or is it likely to be, part of the package of support?
    #[serde(default)]
    pub in_package: Truth,
}

/// Somebody who speaks for an agency.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Representative {
    /// The agency.
    pub agency: Agency,
    /// May they decide for it?
    #[serde(default)]
    pub can_decide: Truth,
    /// Can they see the child's records during the discussion?
    #[serde(default)]
    pub has_record_access: Truth,
    /// Do they hold the case themselves?
    #[serde(default)]
    pub is_case_holder: Truth,
}

/// Who chairs.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Chair {
    /// The role, no name.
    pub role: Option<String>,
    /// Are they recorded as the nominated deputy?
    #[serde(default)]
    pub nominated_deputy: Truth,
    /// The agency they come from.
    pub agency: Option<Agency>,
    /// Did the representatives agree on them?
    #[serde(default)]
    pub agreed_by_representatives: Truth,
    /// Have they chaired meetings of this kind before?
    #[serde(default)]
    pub experienced: Truth,
    /// Do they know the child protection procedures?
    #[serde(default)]
    pub knows_procedures: Truth,
    /// Are they the practitioner who first found the needs?
    #[serde(default)]
    pub identified_the_needs: Truth,
}
