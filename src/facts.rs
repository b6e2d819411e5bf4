//! Reads what a caller sends: strict JSON into typed facts, or a refusal that names the field.
//!
//! JSON is read once into one kind of tree, and each type takes its fields from there. Derived deserialisers would be
//! three times the size of everything else that is shipped, and their errors repeat what was typed.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::json;
use crate::words::Gather as _;
use crate::words::camel;
use crate::words::known::Known;
use crate::words::refusal::Refusal;

/// Reads facts from JSON text. Unknown fields, wrong types and wrong words are refused.
///
/// # Errors
/// A [`Refusal`] that names the field and what was expected there, and never repeats what was typed.
pub fn read<T: Read + Default>(json: &str) -> Result<T, Refusal> {
    let mut read = T::default();
    read_into(&mut read, json)?;
    Ok(read)
}

/// Reads facts from JSON text, as [`read`] does, into a value that is there already.
///
/// # Errors
/// As [`read`].
pub fn read_into(read: &mut dyn Read, json: &str) -> Result<(), Refusal> {
    read_node(read, &parse(json)?)
}

/// JSON text as it was written.
///
/// # Errors
/// A [`Refusal`] where it is not JSON.
pub fn parse(json: &str) -> Result<Node, Refusal> {
    json::parse(json).ok_or_else(|| Refusal::new("bad-input", "", "expected one plain JSON object"))
}

/// Reads facts from JSON that was read already.
///
/// # Errors
/// As [`read`].
pub fn read_node(read: &mut dyn Read, node: &Node) -> Result<(), Refusal> {
    read.read(node).map_err(Fault::refusal)
}

/// A value that takes itself from JSON, or says what it expected.
pub trait Read {
    /// Must something be written? Where not, what the value starts as stands for nothing.
    fn is_required(&self) -> bool {
        true
    }

    /// Takes what stands at a node.
    ///
    /// # Errors
    /// A [`Fault`] with what was expected, and where.
    fn read(&mut self, node: &Node) -> Result<(), Fault>;

    /// What it takes, for those who write it.
    fn shape() -> Shape
    where
        Self: Sized;
}

/// What a type takes from JSON, so that an editor can help those who write it. Nothing that is shipped asks for it.
#[derive(Clone, Debug)]
pub enum Shape {
    /// A text; what is expected of it.
    Text(&'static str),
    /// A word of a closed list, as `words!` declares it: apart by spaces, and after `|` others that mean the same.
    Word(&'static str),
    /// A date such as 2026-03-02.
    Date,
    /// True or false.
    Flag,
    /// A whole number from 0.
    Count,
    /// True, false or `"unknown"`.
    Answer,
    /// True, false or this word, of what is told.
    YesNoOr(&'static str),
    /// Either, or `null`, of what is told.
    OrNothing(Box<Shape>),
    /// A list.
    List(Box<Shape>),
    /// One alone, or a list.
    OneOrMore(Box<Shape>),
    /// Names that the writer chooses, each with the same below it.
    Map(Box<Shape>),
    /// Fields with names of their own; where it is open, others may stand beside them.
    Table {
        /// The fields.
        fields: Vec<Field>,
        /// May others stand beside them?
        open: bool,
    },
    /// An object whose names are declared elsewhere.
    Elsewhere,
    /// Nothing: it is worked out and never written.
    Never,
}

/// A field of a table.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name, as it is written.
    pub name: String,
    /// What it is.
    pub about: &'static str,
    /// Must it be written?
    pub is_required: bool,
    /// What it takes.
    pub shape: Shape,
}

/// A field's name as it may be shown: what is no plain name could be something typed about a child.
pub fn shown(name: &str) -> &str {
    let plain = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.len() <= 40
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if plain { name } else { "…" }
}

/// JSON as it was written, in its own order.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Node {
    /// `null`.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number; its value where it is a count.
    Number(Option<u32>),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// An object, in the order it was written.
    Table(Vec<(String, Node)>),
}

/// What was expected, never what was found, and where. Boxed, because it is rare and every field's reader hands it on.
#[derive(Debug)]
pub struct Fault(Box<Refusal>);

impl Fault {
    /// Something else was expected here.
    pub fn expected(code: &'static str, what: &str) -> Self {
        Fault(Box::new(Refusal { code, path: String::new(), message: format!("expected {what}") }))
    }

    /// The same fault, seen from the field that holds it.
    #[must_use]
    pub fn in_field(self, name: &str) -> Self {
        self.under(shown(name))
    }

    fn in_item(self, index: usize) -> Self {
        self.under(&format!("[{index}]"))
    }

    fn under(mut self, step: &str) -> Self {
        let path = &mut self.0.path;
        if !path.is_empty() && !path.starts_with('[') {
            path.insert(0, '.');
        }
        path.insert_str(0, step);
        self
    }

    fn refusal(self) -> Refusal {
        *self.0
    }
}

/// Part of a text, kept as it was written.
#[derive(Clone, Debug, Default)]
pub struct Kept(pub Node);

impl Read for Kept {
    fn is_required(&self) -> bool {
        false
    }

    fn read(&mut self, node: &Node) -> Result<(), Fault> {
        self.0 = node.clone();
        Ok(())
    }

    fn shape() -> Shape {
        Shape::Elsewhere
    }
}

impl Node {
    /// What stands under a path of names: `child.age`.
    pub fn at(&self, path: &str) -> Option<&Node> {
        let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
        let Node::Table(entries) = self else { return None };
        let found = entries.iter().find(|(known, _)| known == name).map(|(_, node)| node)?;
        rest.map_or(Some(found), |rest| found.at(rest))
    }

    /// Puts something under a path of names, making the objects on the way.
    pub fn set(&mut self, path: &str, value: Node) {
        if !matches!(self, Node::Table(_)) {
            *self = Node::Table(Vec::new());
        }
        let Node::Table(entries) = self else { return };
        let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
        let place = entries.iter().position(|(known, _)| known == name).unwrap_or_else(|| {
            entries.push((name.to_owned(), Node::Null));
            entries.len() - 1
        });
        match rest {
            Some(rest) => entries[place].1.set(rest, value),
            None => entries[place].1 = value,
        }
    }

    /// The text that stands here.
    ///
    /// # Errors
    /// A [`Fault`] where it is no text.
    pub fn text(&self, expected: &str) -> Result<&str, Fault> {
        match self {
            Node::Text(text) => Ok(text),
            _ => Err(Fault::expected("bad-input", expected)),
        }
    }

    /// The entries that stand here, in their order.
    ///
    /// # Errors
    /// A [`Fault`] where it is no object.
    pub fn entries(&self) -> Result<&[(String, Node)], Fault> {
        match self {
            Node::Table(entries) => Ok(entries),
            _ => Err(Fault::expected("bad-input", "an object")),
        }
    }

    /// Reads every item of the list that stands here.
    ///
    /// # Errors
    /// A [`Fault`] where it is no list, or an item cannot be read.
    pub fn each_item(&self, read: &mut dyn FnMut(&Node) -> Result<(), Fault>) -> Result<(), Fault> {
        let Node::List(items) = self else { return Err(Fault::expected("bad-input", "a list")) };
        for (index, item) in items.iter().enumerate() {
            read(item).map_err(|fault| fault.in_item(index))?;
        }
        Ok(())
    }

    /// Reads every entry that stands here, each name once.
    ///
    /// # Errors
    /// A [`Fault`] where it is no object, a name is there twice, or an entry cannot be read.
    pub fn each_entry(&self, read: &mut dyn FnMut(&str, &Node) -> Result<(), Fault>) -> Result<(), Fault> {
        let mut before = BTreeSet::new();
        for (name, node) in self.entries()? {
            if !before.insert(name) {
                return Err(Fault::expected("bad-input", "each name once").in_field(name));
            }
            read(name, node).map_err(|fault| fault.in_field(name))?;
        }
        Ok(())
    }
}

/// How the fields of a table are spelt.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Spelling {
    /// As JavaScript spells them.
    Camel,
    /// As packs spell them.
    Snake,
}

impl Spelling {
    /// A field's name, spelt so.
    pub fn of(self, name: &str) -> String {
        let name = name.strip_prefix("r#").unwrap_or(name);
        if self == Spelling::Camel { camel(name) } else { name.to_owned() }
    }
}

/// The fields of a table, by their places. One reader fills every table: what is written out for each is only this.
pub trait Fields {
    /// The field at a place, from 0.
    fn field(&mut self, place: usize) -> Option<&mut dyn Read>;

    /// What takes the entries that have another name, where others may stand beside the fields.
    fn others(&mut self) -> Option<&mut Known> {
        None
    }
}

/// The one of these that stands at a place, from 0.
macro_rules! at_place {
    ($place:ident, $($field:expr),*) => {
        let mut left = $place;
        $(
            if left == 0 {
                return Some($field);
            }
            left = left.wrapping_sub(1);
        )*
        let _ = left;
        None
    };
}
pub(crate) use at_place;

/// Fills fields from an object: each known, and each there at most once.
///
/// # Errors
/// A [`Fault`] where it is no object, a field is not known or there twice, one is missing, or one cannot be read.
pub fn fill(fields: &mut dyn Fields, names: &'static str, spelling: Spelling, node: &Node) -> Result<(), Fault> {
    let names: Vec<String> = names.split_ascii_whitespace().map(|name| spelling.of(name)).gathered();
    let mut nodes = vec![None; names.len()];
    for (key, value) in node.entries()? {
        let Some(place) = names.iter().position(|name| name == key) else {
            let unknown = || Fault::expected("unknown-field", &format!("one of {}", names.join(", ")));
            let kept = fields.others().map_or_else(|| Err(unknown()), |others| others.keep(key, value));
            kept.map_err(|fault| fault.in_field(key))?;
            continue;
        };
        if nodes[place].replace(value).is_some() {
            return Err(Fault::expected("bad-input", "this field once").in_field(key));
        }
    }
    for (place, (name, node)) in names.iter().zip(nodes).enumerate() {
        let Some(field) = fields.field(place) else { break };
        match node {
            Some(node) => field.read(node).map_err(|fault| fault.in_field(name))?,
            None if field.is_required() => return Err(Fault::expected("bad-input", &format!("the field {name}"))),
            None => {}
        }
    }
    Ok(())
}

/// Declares a struct that is read from an object, field for field.
macro_rules! read_by_name {
    ($spelling:ident $(#[$meta:meta])* pub struct $name:ident { $($(#[doc = $about:literal])* pub $field:ident: $kind:ty,)* }) => {
        $(#[$meta])*
        pub struct $name { $($(#[doc = $about])* pub $field: $kind,)* }

        impl $crate::facts::Fields for $name {
            fn field(&mut self, place: usize) -> Option<&mut dyn $crate::facts::Read> {
                $crate::facts::at_place! { place, $(&mut self.$field),* }
            }
        }

        impl $crate::facts::Read for $name {
            fn read(&mut self, node: &$crate::facts::Node) -> Result<(), $crate::facts::Fault> {
                const NAMES: &str = concat!($(stringify!($field), " "),*);
                $crate::facts::fill(self, NAMES, $crate::facts::Spelling::$spelling, node)
            }

            fn shape() -> $crate::facts::Shape {
                $crate::facts::Shape::Table { fields: $crate::facts::fields!($spelling, $([$($about)*] $field: $kind),*), open: false }
            }
        }
    };
}
pub(crate) use read_by_name;

/// The fields of a table, for its shape.
macro_rules! fields {
    ($spelling:ident, $([$($about:literal)*] $field:ident: $kind:ty),*) => {
        vec![$($crate::facts::Field {
            name: $crate::facts::Spelling::$spelling.of(stringify!($field)),
            about: concat!($($about, "\n"),*),
            is_required: $crate::facts::Read::is_required(&<$kind as Default>::default()),
            shape: <$kind as $crate::facts::Read>::shape(),
        }),*]
    };
}
pub(crate) use fields;

/// Declares what a caller sends, as JavaScript spells it.
macro_rules! facts {
    ($($declared:tt)*) => { $crate::facts::read_by_name! { Camel $($declared)* } };
}
pub(crate) use facts;

/// Declares what a caller sends for one question: which documents answer, for which day, and fields of its own. The word
/// before says which of the macros of this file declares the whole.
macro_rules! scoped {
    ($kind:ident, $(#[$meta:meta])* pub struct $name:ident { $($fields:tt)* }) => {
        $crate::facts::$kind! {
            $(#[$meta])*
            pub struct $name {
                /// The area whose documents answer.
                pub area: Option<String>,
                /// The packs that answer, instead of an area.
                pub packs: Option<Vec<String>>,
                /// The day whose rules answer; without it, the day on which each document was last checked.
                pub as_of: Option<$crate::words::moment::Moment>,
                /// Does the national layer answer too?
                pub national: Option<bool>,
                $($fields)*
            }
        }

        impl $name {
            /// Which documents are asked, and for which day.
            pub fn asked(&self) -> $crate::rulebook::Asked<'_> {
                $crate::rulebook::Asked {
                    area: self.area.as_deref(),
                    packs: self.packs.as_deref(),
                    as_of: self.as_of.map(|at| at.date()),
                    national: self.national == Some(true),
                }
            }
        }
    };
}
pub(crate) use scoped;

/// Declares a struct like [`facts`] does, beside whose fields every fact may stand that a pack declares.
macro_rules! open_facts {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[doc = $about:literal])* pub $field:ident: $kind:ty,)* }) => {
        $(#[$meta])*
        pub struct $name {
            $($(#[doc = $about])* pub $field: $kind,)*
            /// What is known of the case, by the facts that the packs declare.
            pub known: $crate::words::known::Known,
        }

        impl $crate::facts::Fields for $name {
            fn field(&mut self, place: usize) -> Option<&mut dyn $crate::facts::Read> {
                $crate::facts::at_place! { place, $(&mut self.$field),* }
            }

            fn others(&mut self) -> Option<&mut $crate::words::known::Known> {
                Some(&mut self.known)
            }
        }

        impl $crate::facts::Read for $name {
            fn read(&mut self, node: &$crate::facts::Node) -> Result<(), $crate::facts::Fault> {
                const NAMES: &str = concat!($(stringify!($field), " "),*);
                $crate::facts::fill(self, NAMES, $crate::facts::Spelling::Camel, node)
            }

            fn shape() -> $crate::facts::Shape {
                $crate::facts::Shape::Table { fields: $crate::facts::fields!(Camel, $([$($about)*] $field: $kind),*), open: true }
            }
        }
    };
}
pub(crate) use open_facts;

/// Declares a table of a pack, as packs spell it.
macro_rules! table {
    ($($declared:tt)*) => { $crate::facts::read_by_name! { Snake $($declared)* } };
}
pub(crate) use table;

/// Declares a struct like [`facts`] does, that can also tell what was recorded, field by field.
macro_rules! recorded_facts {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[doc = $about:literal])* pub $field:ident: $kind:ty,)* }) => {
        $crate::facts::facts! {
            $(#[$meta])*
            pub struct $name { $($(#[doc = $about])* pub $field: $kind,)* }
        }

        impl $crate::answers::Fields for $name {
            fn field(&self, place: usize) -> Option<&dyn $crate::answers::Tell> {
                $crate::facts::at_place! { place, $(&self.$field),* }
            }
        }

        impl $crate::answers::Tell for $name {
            fn tell(&self) -> $crate::answers::Told<'_> {
                const NAMES: &str = concat!($(stringify!($field), " "),*);
                $crate::answers::table(NAMES, self)
            }

            fn told() -> $crate::facts::Shape {
                $crate::facts::Shape::Elsewhere
            }
        }
    };
}
pub(crate) use recorded_facts;

impl<T: Read + Default> Read for Option<T> {
    fn is_required(&self) -> bool {
        false
    }

    fn read(&mut self, node: &Node) -> Result<(), Fault> {
        if matches!(node, Node::Null) { Ok(()) } else { self.get_or_insert_default().read(node) }
    }

    fn shape() -> Shape {
        T::shape()
    }
}

impl<T: Read + Default> Read for Vec<T> {
    fn is_required(&self) -> bool {
        false
    }

    fn read(&mut self, node: &Node) -> Result<(), Fault> {
        node.each_item(&mut |item| self.push_mut(T::default()).read(item))
    }

    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }
}

/// More than anybody writes about one thing.
const LONGEST_TEXT: usize = 10_000;

impl Read for String {
    fn read(&mut self, node: &Node) -> Result<(), Fault> {
        let text = node.text("a text")?;
        if text.chars().count() > LONGEST_TEXT {
            return Err(Fault::expected("too-long", &format!("at most {LONGEST_TEXT} characters")));
        }
        text.clone_into(self);
        Ok(())
    }

    fn shape() -> Shape {
        Shape::Text("a text")
    }
}

/// The texts and lists of a pack are kept for as long as the program runs: packs are few and never given back.
impl Read for &'static str {
    fn read(&mut self, node: &Node) -> Result<(), Fault> {
        *self = node.text("a text")?.to_owned().leak();
        Ok(())
    }

    fn shape() -> Shape {
        Shape::Text("a text")
    }
}

impl<T: Read + Default + 'static> Read for &'static [T] {
    fn is_required(&self) -> bool {
        false
    }

    fn read(&mut self, node: &Node) -> Result<(), Fault> {
        let mut list = Vec::new();
        list.read(node)?;
        *self = list.leak();
        Ok(())
    }

    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }
}

impl Read for bool {
    fn is_required(&self) -> bool {
        false
    }

    fn read(&mut self, node: &Node) -> Result<(), Fault> {
        let Node::Bool(value) = node else { return Err(Fault::expected("bad-input", "true or false")) };
        *self = *value;
        Ok(())
    }

    fn shape() -> Shape {
        Shape::Flag
    }
}

impl Read for u32 {
    fn read(&mut self, node: &Node) -> Result<(), Fault> {
        let Node::Number(Some(count)) = node else { return Err(Fault::expected("bad-input", "a whole number")) };
        *self = *count;
        Ok(())
    }

    fn shape() -> Shape {
        Shape::Count
    }
}

impl Read for NaiveDate {
    fn read(&mut self, node: &Node) -> Result<(), Fault> {
        let expected = "a date such as 2026-03-02";
        *self = crate::words::moment::date(node.text(expected)?).ok_or_else(|| Fault::expected("bad-date", expected))?;
        Ok(())
    }

    fn shape() -> Shape {
        Shape::Date
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::answer::Answer;
    use crate::words::moment::Moment;

    facts! {
        #[derive(Debug, Default)]
        #[allow(dead_code)]
        pub struct Facts {
            pub serious_risk: Answer,
            pub at: Option<Moment>,
            pub children: Vec<Child>,
            pub r#ref: String,
        }
    }

    facts! {
        #[derive(Debug, Default)]
        #[allow(dead_code)]
        pub struct Child {
            pub known: Answer,
        }
    }

    fn refused(json: &str) -> (&'static str, String, String) {
        let refusal = read::<Facts>(json).unwrap_err();
        (refusal.code, refusal.path, refusal.message)
    }

    #[test]
    fn a_refusal_names_the_field_and_what_was_expected() {
        let answer = "expected true, false or \"unknown\"".to_owned();
        assert_eq!(refused(r#"{"seriousRisk": 1}"#), ("bad-input", "seriousRisk".into(), answer.clone()));
        assert_eq!(refused(r#"{"children": [{"known": true}, {"known": []}]}"#), ("bad-input", "children[1].known".into(), answer));
        assert_eq!(refused(r#"{"at": "2026-02-30"}"#).0, "bad-date");
        assert_eq!(
            refused(r#"{"seriosRisk": true}"#),
            ("unknown-field", "seriosRisk".into(), "expected one of seriousRisk, at, children, ref".into())
        );
        assert_eq!(refused(r#"{"serious_risk": true}"#).0, "unknown-field");
        assert_eq!(refused("{}"), ("bad-input", String::new(), "expected the field ref".into()));
        assert_eq!(refused(r#"{"ref": "A"} {}"#).0, "bad-input");
        assert_eq!(refused(r#"{"ref": "A", "ref": "B"}"#), ("bad-input", "ref".into(), "expected this field once".into()));
        assert_eq!(refused("null").0, "bad-input");
        assert!(read::<Facts>(r#"{"ref": "A", "seriousRisk": null, "at": null}"#).is_ok());
    }

    #[test]
    fn a_refusal_never_repeats_what_was_typed() {
        for json in [
            r#"{"seriousRisk": "CANARY, expected CANARY"}"#,
            r#"{"CANARY fell": true}"#,
            r#"{"at": "CANARY at line 3"}"#,
            r#"{"seriousRisk": {"CANARY": 1}}"#,
            r#""CANARY""#,
            "CANARY",
        ] {
            let (_, path, message) = refused(json);
            assert!(!path.contains("CANARY") && !message.contains("CANARY"), "{json}: {path}: {message}");
        }
    }

    #[test]
    fn a_deep_text_is_refused() {
        let deep = "[".repeat(200_000);
        assert_eq!(refused(&format!(r#"{{"seriousRisk": {deep}"#)).0, "bad-input");
    }
}
