//! The kinds of meeting, their forms, and how people take part.

use super::list::words;

words! {
    /// The kinds of meeting that the documents speak of.
    MeetingType {
        /// A strategy meeting or discussion.
        Strategy = "strategy",
        /// A section 47 enquiry.
        Section47 = "s47",
        /// A meeting of the multi-agency safeguarding hub.
        Mash = "mash",
        /// A child protection conference.
        Conference = "cp-conference",
        /// A multidisciplinary team meeting of one locality.
        MdtLocality = "mdt-locality",
        /// A countywide multidisciplinary team meeting.
        MdtCountywide = "mdt-countywide",
        /// The first meeting of a team around the child.
        TacInitial = "tac-initial",
        /// A review by the team around the child.
        TacReview = "tac-review",
        /// A multi-agency professionals' meeting.
        Professionals = "professionals",
    }
}

words! {
    /// In what form people come together.
    Format {
        /// In one room, or one call with pictures, with dial-in.
        Meeting = "meeting" | "in-person" | "video",
        /// Everybody in one call.
        ConferenceCall = "conference-call" | "teleconference",
        /// A discussion by telephone.
        Telephone = "telephone" | "phone" | "phone-calls",
        /// One call after another.
        SerialPhoneCalls = "serial-phone-calls",
    }
}

words! {
    /// How an agency took part.
    Attendance {
        /// In the room.
        InPerson = "in-person",
        /// By telephone or dial-in.
        Phone = "phone" | "teleconference" | "dial-in" | "video",
        /// A written return and nobody to speak to it: not attendance.
        WrittenReturnOnly = "written-return-only" | "gp-form-only",
        /// Not there.
        Absent = "absent",
    }
}

impl MeetingType {
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
