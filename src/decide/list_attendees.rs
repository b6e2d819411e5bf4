//! **Who must, should and may attend?**
use crate::words::meeting::{Attendance, Format, MeetingType};

use crate::words::citation::cited_rule;
cited_rule! {
    /// A rule about people, as a pack writes it.
    pub struct Rule {
        /// The meetings it speaks of.
        pub meeting: Vec<MeetingType>,
        /// Facts that must all be a yes.
        #[serde(default)]
        pub when: Vec<String>,
        /// Facts, any of which keeps the rule from being used.
        #[serde(default)]
        pub unless: Vec<String>,
        /// Who must be there.
        #[serde(default)]
        pub required: Vec<String>,
        /// Are these the minimum without which the meeting is not quorate?
        #[serde(default)]
        pub minimum: bool,
        /// Who is expected.
        #[serde(default)]
        pub expected: Vec<String>,
        /// Who may be there.
        #[serde(default)]
        pub optional: Vec<String>,
        /// Who is not to be there.
        #[serde(default)]
        pub excluded: Vec<String>,
        /// Does the document say that its list is open?
        #[serde(default)]
        pub open_list: bool,
        /// Roles, one of which chairs.
        #[serde(default)]
        pub chair: Vec<String>,
        /// Roles, one of which administers.
        #[serde(default)]
        pub administrator: Vec<String>,
        /// The forms the meeting may take.
        #[serde(default)]
        pub format: Vec<Format>,
        /// What counts as being there.
        #[serde(default)]
        pub present: Vec<Attendance>,
        /// The forms in which every agency makes a record of its own.
        #[serde(default)]
        pub own_record_in: Vec<Format>,
        /// Are those who attend to be able to decide for their agency?
        #[serde(default)]
        pub decides: bool,
    }
}
