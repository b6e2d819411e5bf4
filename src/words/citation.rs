//! What an answer rests on: the rule, how strongly it is put, where it stands, and its operative words.

use serde::{Deserialize, Serialize};

/// How strongly the document itself puts a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Force {
    /// must, shall, required, or a flat statement.
    Must,
    /// should, expected, recommended.
    Should,
    /// may, can, could, suggested.
    May,
}

/// What every rule of a pack bears beside its own fields.
pub trait Cites {
    /// The rule's id.
    fn id(&self) -> &str;
    /// What it asks, in plain English.
    fn says(&self) -> &str;
    /// How strongly the document puts it.
    fn force(&self) -> Force;
    /// Where it stands.
    fn at(&self) -> &str;
    /// The document's operative words.
    fn words(&self) -> &str;
    /// How it was read, where that needed a reading.
    fn reading(&self) -> Option<&str>;
}

/// Declares a rule's table: its own fields, and the six that every rule bears.
macro_rules! cited_rule {
    ($(#[$doc:meta])* pub struct $name:ident { $($(#[$field_doc:meta])* pub $field:ident: $kind:ty,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            /// The rule's id, as everywhere: pack, test, answer, page.
            pub id: String,
            $($(#[$field_doc])* pub $field: $kind,)*
            /// How strongly the document puts it.
            pub force: $crate::words::citation::Force,
            /// What it asks, in our own plain English.
            pub says: String,
            /// Its place in the document.
            pub at: String,
            /// The document's operative words, at most twelve.
            pub words: String,
            /// How we read it, where the document leaves that open.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub reading: Option<String>,
        }

        impl $crate::words::citation::Cites for $name {
            fn id(&self) -> &str { &self.id }
            fn says(&self) -> &str { &self.says }
            fn force(&self) -> $crate::words::citation::Force { self.force }
            fn at(&self) -> &str { &self.at }
            fn words(&self) -> &str { &self.words }
            fn reading(&self) -> Option<&str> { self.reading.as_deref() }
        }
    };
}
pub(crate) use cited_rule;
