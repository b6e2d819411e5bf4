//! The kinds of meeting, their forms, and how people take part.

use serde::{Deserialize, Serialize};

/// The kinds of meeting that the documents speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum MeetingType {
    /// A strategy meeting or discussion.
    Strategy,
    /// A section 47 enquiry.
    #[serde(rename = "s47")]
    Section47,
    /// A meeting of the multi-agency safeguarding hub.
    Mash,
    /// A child protection conference.
    #[serde(rename = "cp-conference")]
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

/// How an agency took part.
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

impl MeetingType {
    /// Every kind of meeting.
    pub(crate) const ALL: [MeetingType; 9] = [
        MeetingType::Strategy,
        MeetingType::Section47,
        MeetingType::Mash,
        MeetingType::Conference,
        MeetingType::MdtLocality,
        MeetingType::MdtCountywide,
        MeetingType::TacInitial,
        MeetingType::TacReview,
        MeetingType::Professionals,
    ];

    /// The name in a sentence.
    pub fn label(self) -> &'static str {
        match self {
            MeetingType::Strategy => "the strategy meeting",
            MeetingType::Section47 => "the section 47 enquiry",
            MeetingType::Mash => "the MASH",
            MeetingType::Conference => "the child protection conference",
            MeetingType::MdtLocality => "the locality MDT",
            MeetingType::MdtCountywide => "the countywide MDT",
            MeetingType::TacInitial => "the team around the child",
            MeetingType::TacReview => "the review by the team around the child",
            MeetingType::Professionals => "the professionals' meeting",
        }
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
pub fn speaks_of(meetings: &[MeetingType], meeting: Option<MeetingType>) -> bool {
    meetings.is_empty() || meeting.is_none_or(|meeting| meetings.contains(&meeting))
}
