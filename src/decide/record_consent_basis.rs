//! **On what basis may information be shared, and what must be recorded?**
use crate::words::citation::cited_rule;
cited_rule! {
    /// A rule about records, as a pack writes it.
    pub struct Rule {
        /// Fields that the record must hold.
        #[serde(default)]
        pub requires: Vec<String>,
    }
}
cited_rule! {
    /// A lawful basis or condition.
    pub struct LawfulBasis {
        /// Its name.
        pub basis: String,
    }
}
