//! **Is this action SMART, and is the plan complete?**
use crate::words::citation::cited_rule;
cited_rule! {
    /// A rule about actions, as a pack writes it.
    pub struct Rule {
        /// What it asks for.
        pub asks: String,
    }
}
