//! The kinds of meeting, their forms, and how people take part.

use serde::de::Deserializer;
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};

use super::spelling::kebab;
use super::{Text, read};
use crate::error::Code;

/// The kinds of meeting that the built-in documents speak of, and those that a partnership's own pack declares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MeetingType {
    /// A strategy meeting or discussion.
    Strategy,
    /// A section 47 enquiry.
    Section47,
    /// A meeting of the multi-agency safeguarding hub.
    Mash,
    /// A child protection conference.
    Conference,
    /// A multidisciplinary team meeting of one locality.
    MdtLocality,
    /// A countywide multidisciplinary team meeting.
    MdtCountywide,
    /// The first meeting of a team around the child.
    TacInitial,
    /// A review by the team around the child.
    TacReview,
    /// A multi-agency professionals' meeting.
    Professionals,
    /// One that a pack declares, by its id: a question takes it only where a pack that answers does.
    Own(Text),
}

/// In what form people come together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(extend("synonyms" = super::names::words_of::<Format>())))]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// In one room, or one call with pictures, with dial-in.
    #[serde(
        alias = "in-person",
        alias = "face-to-face",
        alias = "hybrid",
        alias = "video",
        alias = "video-call",
        alias = "video-conference",
        alias = "teams",
        alias = "ms-teams",
        alias = "microsoft-teams",
        alias = "zoom",
        alias = "skype",
        alias = "online",
        alias = "virtual",
        alias = "remote"
    )]
    Meeting,
    /// Everybody in one call.
    #[serde(alias = "teleconference", alias = "telephone-conference", alias = "group-call", alias = "dial-in")]
    ConferenceCall,
    /// A discussion by telephone.
    #[serde(alias = "phone", alias = "phone-calls", alias = "phone-call", alias = "telephone-call", alias = "by-phone", alias = "call")]
    Telephone,
    /// One call after another.
    #[serde(alias = "separate-calls", alias = "separate-phone-calls", alias = "several-calls")]
    SerialPhoneCalls,
}

/// How an agency took part. A written return is no attendance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(extend("synonyms" = super::names::words_of::<Attendance>())))]
#[serde(rename_all = "kebab-case")]
pub enum Attendance {
    /// In the room.
    #[serde(alias = "attended", alias = "present", alias = "in-the-room", alias = "face-to-face")]
    InPerson,
    /// By telephone or dial-in.
    #[serde(
        alias = "teleconference",
        alias = "telephone",
        alias = "by-phone",
        alias = "by-telephone",
        alias = "dial-in",
        alias = "dialled-in",
        alias = "call",
        alias = "video",
        alias = "video-call",
        alias = "video-conference",
        alias = "teams",
        alias = "ms-teams",
        alias = "microsoft-teams",
        alias = "zoom",
        alias = "skype",
        alias = "online",
        alias = "virtual",
        alias = "virtually",
        alias = "remote",
        alias = "remotely"
    )]
    Phone,
    /// A written return and nobody to speak to it: not attendance.
    #[serde(alias = "gp-form-only", alias = "written-return", alias = "written-report", alias = "report-only", alias = "form-only")]
    WrittenReturnOnly,
    /// Not there.
    #[serde(
        alias = "apologies",
        alias = "apologies-given",
        alias = "apologies-sent",
        alias = "sent-apologies",
        alias = "apology",
        alias = "did-not-attend",
        alias = "not-attended",
        alias = "dna",
        alias = "no-show",
        alias = "not-present",
        alias = "not-there"
    )]
    Absent,
}

/// Each kind of the built-in documents, with the word as which it is written.
static BUILT_IN: [(MeetingType, &str); 9] = [
    (MeetingType::Strategy, "strategy"),
    (MeetingType::Section47, "s47"),
    (MeetingType::Mash, "mash"),
    (MeetingType::Conference, "cp-conference"),
    (MeetingType::MdtLocality, "mdt-locality"),
    (MeetingType::MdtCountywide, "mdt-countywide"),
    (MeetingType::TacInitial, "tac-initial"),
    (MeetingType::TacReview, "tac-review"),
    (MeetingType::Professionals, "professionals"),
];

pub(crate) const EXPECTED: &str = "a kind of meeting, such as strategy";

impl MeetingType {
    /// Those of the built-in documents.
    pub(crate) fn built_in() -> impl Iterator<Item = &'static MeetingType> {
        BUILT_IN.iter().map(|(meeting, _)| meeting)
    }

    /// A kind by its word, however that is spelt.
    #[must_use]
    pub fn named(word: &str) -> Self {
        let id = kebab(word);
        let built_in = MeetingType::built_in().find(|meeting| meeting.id() == id);
        built_in.cloned().unwrap_or_else(|| MeetingType::Own(id.into()))
    }

    /// The word as which it is written.
    #[must_use]
    pub fn id(&self) -> &str {
        let built_in = || BUILT_IN.iter().find(|(meeting, _)| meeting == self).map_or("", |(_, word)| word);
        if let MeetingType::Own(id) = self { id } else { built_in() }
    }
}

impl Serialize for MeetingType {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

impl<'de> Deserialize<'de> for MeetingType {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read::words(deserializer, Code::BadWord, EXPECTED, |word| Some(MeetingType::named(word)))
    }
}

impl Attendance {
    /// Was somebody there to speak? A written return alone is not attendance.
    pub fn is_present(self) -> bool {
        match self {
            Attendance::InPerson | Attendance::Phone => true,
            Attendance::WrittenReturnOnly | Attendance::Absent => false,
        }
    }
}

/// Does what names these meetings speak of one? What names none speaks of all, and where none is meant all are.
pub fn speaks_of(meetings: &[MeetingType], meeting: Option<&MeetingType>) -> bool {
    meetings.is_empty() || meeting.is_none_or(|meeting| meetings.contains(meeting))
}
