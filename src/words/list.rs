//! Closed lists of words, each with the name that facts, packs and answers carry.

/// Declares such a list. Words are folded before they are compared, so `mdt_locality` is `mdt-locality`.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$case_doc:meta])* $case:ident = $id:literal $(| $also:literal)*,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$case_doc])* $case,)* }

        impl Default for $name {
            fn default() -> Self {
                [$($name::$case),*][0]
            }
        }

        impl $name {
            /// The name that facts, packs and answers carry.
            pub fn id(self) -> &'static str {
                match self { $($name::$case => $id,)* }
            }
        }

        impl $crate::facts::Read for $name {
            fn read(node: &$crate::facts::Node) -> Result<Self, $crate::facts::Fault> {
                let known = [$(($id, &[$($also),*] as &[&str], $name::$case)),*];
                let expected = || known.map(|(id, ..)| id).join(", ");
                let word = $crate::words::kebab(node.text("one of the words of this list")?);
                let found = known.iter().find(|(id, also, _)| word == *id || also.contains(&word.as_str()));
                found.map(|(.., case)| *case).ok_or_else(|| $crate::facts::Fault::expected("bad-word", format_args!("one of {}", expected())))
            }
        }

        impl $crate::embed::Embed for $name {
            fn embed(&self) -> String {
                let case = match self { $($name::$case => stringify!($case),)* };
                format!("{}::{case}", $crate::embed::name_in_crate(module_path!(), stringify!($name)))
            }
        }

        impl $crate::answers::Tell for $name {
            fn tell(&self) -> $crate::answers::Told<'_> {
                $crate::answers::Told::text(self.id())
            }
        }
    };
}
pub(crate) use words;
