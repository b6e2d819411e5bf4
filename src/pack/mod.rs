//! A document's tables as data. It is read here and judged elsewhere.

pub(crate) mod document;
pub(crate) mod fact;
pub(crate) mod gives;
pub(crate) mod names;
pub(crate) mod plain;
pub(crate) mod rule;
pub(crate) mod sealed;
pub(crate) mod table;
pub(crate) mod vocabulary;
pub(crate) mod wording;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::error::{Code, Error, shown};
use crate::value::entries::Entries;
use crate::value::json::Json;
use crate::value::word_list::WordList;
use crate::value::{Text, names as field_names, read};
use document::{Document, Edition};
use fact::{Fact, KnownWords};
use rule::{AnyRule, Own, Rule};
use sealed::{open, seal};
use table::{OfTable, Opening, Reading, Sealing, Tables};
use vocabulary::{AgencyName, Clearance, ConcernType, Controller, OwnMeeting, PackCaution, RoleName};
use wording::Wording;

/// More than any document needs, and little enough to be compiled at once.
const MOST_RULES: usize = 800;

/// The rules of one document, in its own order.
#[derive(Debug)]
pub struct Pack {
    pub(crate) words: Words,
    tables: Tables,
    /// SHA-256 of its object form, hexadecimal.
    pub(crate) hash: Text,
    /// Was it loaded beside the documents that are built in?
    pub(crate) is_own: bool,
}

/// What a pack holds beside its rules.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    /// Which document this is.
    pub document: Document,
    /// The facts that its rules ask for.
    #[serde(default)]
    pub fact: Entries<Arc<Fact>>,
    /// The words that may stand at a path, each with the other words that people use for it.
    #[serde(default)]
    pub word: Entries<Entries<Vec<Text>>>,
    /// The kinds of concern a person may choose from.
    #[serde(default)]
    pub concern_type: Entries<ConcernType>,
    /// Kinds of meeting beside those of the built-in documents, by id.
    #[serde(default)]
    pub meeting_type: Entries<OwnMeeting>,
    /// Agencies, by id.
    #[serde(default)]
    pub agency: Entries<AgencyName>,
    /// Roles, by id.
    #[serde(default)]
    pub role: Entries<RoleName>,
    /// What must be known before somebody is invited or gets papers, by the id of an agency or a role.
    #[serde(default)]
    pub clearance: Entries<Clearance>,
    /// Who may hold information: public bodies and others.
    #[serde(default)]
    pub controller: Entries<Controller>,
    /// Words that say nothing in any field of an action.
    pub filler: Option<WordList>,
    /// The words by which an action is judged.
    pub wording: Option<Wording>,
    /// What to bear in mind beside an answer.
    #[serde(default)]
    pub caution: Vec<PackCaution>,
}

/// A pack in its sealed form: its fields follow each other without their names, so it is read by the version that wrote it.
#[derive(Serialize, Deserialize)]
struct Sealed<'p> {
    version: &'p str,
    hash: &'p str,
    words: &'p [u8],
    #[serde(borrow)]
    tables: Vec<(&'p str, &'p [u8])>,
}

const VERSION: &str = env!("CARGO_PKG_VERSION");

impl Words {
    /// A form writes answers by these paths, and no checker stands before a pack that somebody else has sealed.
    fn paths_stay_inside(&self) -> Result<(), Error> {
        let reaches_out = |(name, fact): &(&Text, &Arc<Fact>)| fact.path_of(name).split('.').any(field_names::is_of_every_object);
        self.fact.iter().find(reaches_out).map_or(Ok(()), |(name, _)| {
            let place = format!("fact.{}.path", shown(name));
            Err(Error::new(Code::BadPack, place, "expected a path in camelCase, such as child.lookedAfter"))
        })
    }
}

impl Pack {
    /// Reads a pack from its object form, with the tables that the questions read.
    pub(crate) fn read(json: &Json<'_>, hash: impl Into<Text>, tables: &[OfTable<Reading>]) -> Result<Pack, Error> {
        let Json::Object(entries) = json else { return Err(Error::expected(Code::BadInput, "an object")) };
        // In the order of the questions, which is that of every list of rules.
        let editions = [OfTable::of::<Edition>()];
        let tables = || editions.iter().chain(tables);
        let words = field_names::fields_of::<Words>();
        let is_known = |name: &str| words.contains(&name) || tables().any(|table| table.name == name);
        if let Some((unknown, _)) = entries.iter().find(|(name, _)| !is_known(name)) {
            let known: Vec<&str> = words.iter().copied().chain(tables().map(|table| table.name)).chain(["example"]).collect();
            return Err(Error::expected(Code::UnknownField, format_args!("one of {}", known.join(", "))).in_field(unknown));
        }
        plain::holds_plain_data(json)?;
        let words: Words = read::part(json)?;
        words.paths_stay_inside()?;
        let mut pack = Pack { words, tables: Tables::default(), hash: hash.into(), is_own: true };
        for table in tables() {
            let mut written = entries.iter().filter(|(name, _)| name == table.name);
            if let Some((name, rules)) = written.next() {
                let id = Text::clone(&pack.document().id);
                pack.tables.push(table.done((rules, &id)).map_err(|error| error.in_field(name))?);
            }
            if written.next().is_some() {
                return Err(Error::expected(Code::BadInput, "this field once").in_field(table.name));
            }
        }
        if pack.every_rule().count() > MOST_RULES {
            return Err(Error::expected(Code::TooLarge, format_args!("a pack of at most {MOST_RULES} rules")));
        }
        Ok(pack)
    }

    /// Opens a pack that was sealed: it was checked then.
    pub(crate) fn open(bytes: &[u8], tables: &[OfTable<Opening>]) -> Result<Pack, Error> {
        let damaged = || Error::expected(Code::BadPack, "a sealed pack of this version, undamaged");
        let sealed: Sealed<'_> = open(bytes).filter(|sealed: &Sealed<'_>| sealed.version == VERSION).ok_or_else(damaged)?;
        let words: Words = postcard::from_bytes(sealed.words).map_err(|_| damaged())?;
        words.paths_stay_inside()?;
        let mut pack = Pack { words, tables: Tables::default(), hash: sealed.hash.into(), is_own: true };
        let editions = [OfTable::of::<Edition>()];
        for (name, rules) in sealed.tables {
            let table = editions.iter().chain(tables).find(|table| table.name == name).ok_or_else(damaged)?;
            let id = Text::clone(&pack.document().id);
            pack.tables.push(table.done((rules, &id)).map_err(|_| damaged())?);
        }
        plain::shows_plain_lines(&pack)?;
        Ok(pack)
    }

    /// Its sealed form.
    pub(crate) fn sealed(&self, tables: &[OfTable<Sealing>]) -> Vec<u8> {
        let plain = "a pack is plain data";
        let editions = [OfTable::of::<Edition>()];
        let sealed = |table: &OfTable<Sealing>| Some((table.name, table.done(&self.tables).expect(plain)?));
        let tables: Vec<(&str, Vec<u8>)> = editions.iter().chain(tables).filter_map(sealed).collect();
        let tables = tables.iter().map(|(name, rules)| (*name, rules.as_slice())).collect();
        let words = postcard::to_allocvec(&self.words).expect(plain);
        seal(&Sealed { version: VERSION, hash: &self.hash, words: &words, tables }).expect(plain)
    }

    /// Which document this is.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.words.document
    }

    /// The rules of one table.
    pub(crate) fn rules<T: Own>(&self) -> &[Arc<Rule<T>>] {
        self.tables.rules()
    }

    /// The words that may stand at a path, as forms offer them.
    pub(crate) fn words_at(&self, path: &str) -> impl Iterator<Item = &Text> {
        let listed = self.words.word.get(path).into_iter().flat_map(|words| words.iter().map(|(word, _)| word));
        let at_path = self.words.fact.iter().filter(move |(name, fact)| fact.stands_at(path, name));
        listed.chain(at_path.flat_map(|(_, fact)| &fact.one_of))
    }

    /// What the words at the path of one of its facts say of it.
    pub(crate) fn known_words(&self, name: &str, fact: &Fact) -> KnownWords {
        if fact.is.is_empty() {
            return KnownWords::default();
        }
        let path = fact.path_of(name);
        let listed = self.words.word.get(&path);
        let also = |word: &Text| listed.and_then(|words| words.get(word)).into_iter().flatten();
        KnownWords::of(fact, self.words_at(&path).map(|word| [word].into_iter().chain(also(word)).collect()))
    }

    /// Every rule, in the order of the questions.
    pub(crate) fn every_rule(&self) -> impl Iterator<Item = &dyn AnyRule> {
        self.tables.every_rule()
    }
}
