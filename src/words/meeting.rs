//! The kinds of meeting.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::kebab;

macro_rules! words {
    ($(#[$doc:meta])* $name:ident: $expected:literal { $($(#[$case_doc:meta])* $case:ident = $id:literal $(| $also:literal)* => $label:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$case_doc])* $case,)* }

        impl $name {
            /// The name that facts, packs and answers carry.
            pub fn id(self) -> &'static str {
                match self { $($name::$case => $id,)* }
            }

            /// The name in a sentence.
            pub fn label(self) -> &'static str {
                match self { $($name::$case => $label,)* }
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                match kebab(&String::deserialize(deserializer)?).as_str() {
                    $($id $(| $also)* => Ok($name::$case),)*
                    _ => Err(de::Error::custom(concat!("expected ", $expected))),
                }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.id())
            }
        }
    };
}

words! {
    /// The kinds of meeting that the documents speak of.
    MeetingType: "one of strategy, s47, mash, cp-conference, mdt-locality, mdt-countywide, tac-initial, tac-review, professionals" {
        /// A strategy meeting or discussion.
        Strategy = "strategy" => "the strategy meeting",
        /// A section 47 enquiry.
        Section47 = "s47" => "the section 47 enquiry",
        /// A meeting of the multi-agency safeguarding hub.
        Mash = "mash" => "the MASH",
        /// A child protection conference.
        Conference = "cp-conference" => "the child protection conference",
        /// A multidisciplinary team meeting of one locality.
        MdtLocality = "mdt-locality" => "the locality MDT",
        /// A countywide multidisciplinary team meeting.
        MdtCountywide = "mdt-countywide" => "the countywide MDT",
        /// The first meeting of a team around the child.
        TacInitial = "tac-initial" => "the team around the child",
        /// A review by the team around the child.
        TacReview = "tac-review" => "the review by the team around the child",
        /// A multi-agency professionals' meeting.
        Professionals = "professionals" => "the professionals' meeting",
    }
}

words! {
    /// In what form people come together.
    Format: "one of meeting, conference-call, telephone, serial-phone-calls" {
        /// In one room, or one call with pictures, with dial-in.
        Meeting = "meeting" | "in-person" | "video" => "a multi-agency meeting",
        /// Everybody in one call.
        ConferenceCall = "conference-call" | "teleconference" => "one conference call",
        /// A discussion by telephone.
        Telephone = "telephone" | "phone" | "phone-calls" => "a telephone discussion",
        /// One call after another.
        SerialPhoneCalls = "serial-phone-calls" => "one phone call after another",
    }
}

words! {
    /// How an agency took part.
    Attendance: "one of in-person, phone, written-return-only, absent" {
        /// In the room.
        InPerson = "in-person" => "came",
        /// By telephone or dial-in.
        Phone = "phone" | "teleconference" | "dial-in" | "video" => "dialled in",
        /// A written return and nobody to speak to it: not attendance.
        WrittenReturnOnly = "written-return-only" | "gp-form-only" => "sent a written return only",
        /// Not there.
        Absent = "absent" => "did not come",
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

words! {
    /// How old the person is whom the meeting is about.
    AgeGroup: "one of child, young-person, adult, unborn, unknown" {
        /// Under 18.
        Child = "child" => "a child",
        /// A young person under 18.
        YoungPerson = "young-person" => "a young person",
        /// 18 or over.
        Adult = "adult" => "an adult",
        /// Not born yet.
        Unborn = "unborn" => "an unborn child",
        /// Nobody has said.
        Unknown = "unknown" => "somebody whose age is not known",
    }
}
