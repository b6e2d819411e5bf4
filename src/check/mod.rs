//! Is this pack sound, and do its own examples hold? Each doubt has its place in the object and says what was expected.
//!
//! A pack may use the facts of the packs it stands on, and may replace their rules by naming them. What it may not do is
//! lengthen a time, drop somebody or weaken a duty without declaring it.

mod cautions;
mod conditions;
mod document;
pub(crate) mod examples;
mod facts;
mod kinds;
mod labels;
mod meetings;
mod people;
mod printed;
mod replacements;
mod tables;
mod timing;
mod words;

use crate::engine::rulebook::Rulebook;
use crate::error::{Code, Error, shown_id};
use crate::pack::Pack;
use crate::pack::document::overlap;
use crate::pack::fact::Fact;
use crate::pack::plain::is_clean;
use crate::pack::rule::{AnyRule, Own, Rule};
use crate::questions::tables;
use crate::value::json::Json;
use crate::value::names::is_of_every_object;
use crate::value::spelling::{hexadecimal, kebab};
use crate::value::{Text, read as reading};
use examples::Example;
use sha2::{Digest, Sha256};

/// Far more than any document needs, and little enough to be checked at once.
const LARGEST_PACK: usize = 1_000_000;

type Checked = Result<(), Error>;

/// A pack as its author wrote it.
pub(crate) struct Authored {
    /// The pack, sound by itself and with those it stands on.
    pub pack: Pack,
    /// Cases that show its rules at work.
    pub examples: Vec<Example>,
}

/// Reads a pack from its object form and checks it against the packs it stands on.
///
/// # Errors
/// An [`Error`] with the place in the object and the reason.
pub(crate) fn read(text: &str, rulebook: &Rulebook) -> Result<Authored, Error> {
    let authored = parsed(text)?;
    let (pack, examples) = (&authored.pack, authored.examples.len());
    for beneath in rulebook.foundations(pack.document()) {
        Audit { pack, beneath: beneath.into_iter().map(|pack| &**pack).collect() }.check(examples)?;
    }
    Ok(authored)
}

/// Reads a pack from its object form, and judges nothing.
pub(crate) fn parsed(text: &str) -> Result<Authored, Error> {
    if text.len() > LARGEST_PACK {
        return Err(Error::new(Code::TooLarge, "", format!("expected a pack of at most {LARGEST_PACK} bytes")));
    }
    let mut object = Json::parse(text)?.into_owned();
    printed::holds_no_reference_of_ours(&object)?;
    let examples = taken(&mut object, "example")?;
    if taken(&mut object, "hash")?.is_some() {
        return Err(Error::new(Code::BadPack, "hash", "expected no hash: it is worked out"));
    }
    let examples: Vec<Example> =
        examples.map_or_else(|| Ok(Vec::new()), |list| reading::json(&list)).map_err(|error| error.in_field("example"))?;
    for (place, example) in examples.iter().enumerate() {
        is_clean(&example.name, false).map_err(|error| error.in_field("name").in_item(place).in_field("example"))?;
    }
    let pack = Pack::read(&object, hexadecimal(&Sha256::digest(text)), &tables())?;
    Ok(Authored { pack, examples })
}

/// Takes a field out of an object, where it may stand once.
fn taken(object: &mut Json<'static>, name: &str) -> Result<Option<Json<'static>>, Error> {
    let Json::Object(entries) = object else { return Ok(None) };
    let mut found = entries.extract_if(.., |(known, _)| known == name).map(|(_, value)| value);
    match (found.next(), found.next()) {
        (first, None) => Ok(first),
        _ => Err(Error::expected(Code::BadInput, "this field once").in_field(name)),
    }
}

impl Rulebook {
    /// The same rulebook with one more pack, read from its object form in JSON, checked, and proved by its own examples.
    ///
    /// # Errors
    /// An [`Error`] with the place in the object and the reason.
    pub fn with(&self, json: &str) -> Result<Rulebook, Error> {
        let (rulebook, doubts) = self.judged(json)?;
        doubts.into_iter().next().map_or(Ok(rulebook), Err)
    }

    /// Everything that is to be mended before [`Rulebook::with`] takes a pack: what its reading and checking stops at, or
    /// else all that is doubtful about its examples. Empty where nothing is.
    #[must_use]
    pub fn doubts(&self, json: &str) -> Vec<Error> {
        self.judged(json).map_or_else(|refusal| vec![refusal], |(_, doubts)| doubts)
    }

    /// The same rulebook with one more pack that is sound, and what is doubtful about its examples.
    fn judged(&self, json: &str) -> Result<(Rulebook, Vec<Error>), Error> {
        let Authored { pack, examples, .. } = read(json, self)?;
        let rulebook = self.with_pack(pack)?;
        let doubts = rulebook.packs().last().map_or_else(Vec::new, |newest| examples::doubts(newest, &examples, &rulebook.in_our_words()));
        Ok((rulebook, doubts))
    }

    /// The sealed form of a pack, from its object form in JSON: what [`Rulebook::with_sealed`] loads. It is checked, and
    /// proved by its own examples.
    ///
    /// # Errors
    /// As [`Rulebook::with`].
    pub fn seal(&self, json: &str) -> Result<Vec<u8>, Error> {
        self.with(json)?;
        Ok(read(json, self)?.pack.sealed(&tables()))
    }
}

/// Refuses what stands at a place, which is given name by name.
fn refuse(place: &[&str], expected: &str) -> Checked {
    Err(Error::new(Code::BadPack, place.join("."), expected))
}

struct Audit<'p> {
    pack: &'p Pack,
    beneath: Vec<&'p Pack>,
}

impl<'p> Audit<'p> {
    fn check(&self, examples: usize) -> Checked {
        Self::sizes(examples)?;
        self.document()?;
        self.names()?;
        self.labels()?;
        self.kinds_of_meeting()?;
        self.redeclared()?;
        self.words()?;
        self.citations()?;
        self.conditions()?;
        self.facts()?;
        self.concern_types()?;
        self.cautions()?;
        self.timing()?;
        self.people()?;
        self.clearances()?;
        self.agencies()?;
        self.meetings()?;
        self.deadlines()?;
        self.checklists()?;
        self.ladders()?;
        self.records()?;
        self.figures()?;
        self.replacements()
    }

    /// A fact, as this pack declares it, or else one beneath.
    fn fact(&self, name: &str) -> Option<&'p Fact> {
        let packs = [self.pack].into_iter().chain(self.beneath.iter().copied());
        packs.into_iter().find_map(|pack| pack.words.fact.get(name)).map(|fact| &**fact)
    }

    /// The rules of a table in this pack, and then in those beneath.
    fn with_those_beneath<T: Own>(&self) -> impl Iterator<Item = &'p Rule<T>> {
        let packs = [self.pack].into_iter().chain(self.beneath.iter().copied());
        packs.flat_map(|pack| pack.rules::<T>()).map(|rule| &**rule)
    }

    /// These facts, and all that they are made of.
    fn made_of<'f>(&self, facts: impl IntoIterator<Item = &'f str>) -> Vec<&'f str>
    where
        'p: 'f,
    {
        let mut open: Vec<&'f str> = facts.into_iter().collect();
        let mut seen = Vec::new();
        while let Some(name) = open.pop() {
            if !seen.contains(&name) {
                seen.push(name);
                open.extend(self.fact(name).map_or(&[][..], Fact::parts).iter().map(|part| &**part));
            }
        }
        seen
    }
}

/// Two rules of one table that hold in the same cases.
fn same_case(one: &dyn AnyRule, other: &dyn AnyRule) -> bool {
    let (one, other) = (one.cite(), other.cite());
    let same = |these: &[Text], those: &[Text]| keeps(these, those) && keeps(those, these);
    same(&one.when, &other.when) && same(&one.unless, &other.unless) && overlap((one.since, one.until), (other.since, other.until))
}

/// Every pair of a table, the earlier first.
fn pairs<T: Own>(pack: &Pack) -> impl Iterator<Item = (&Rule<T>, &Rule<T>)> {
    let rules = pack.rules::<T>();
    rules.iter().enumerate().flat_map(|(place, rule)| rules.iter().take(place).map(move |earlier| (&**earlier, &**rule)))
}

/// Does one list keep all of another?
fn keeps<T: PartialEq>(kept: &[T], all: &[T]) -> bool {
    all.iter().all(|one| kept.contains(one))
}

fn is_kebab(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 60
        && kebab(name) == name
        && !is_of_every_object(name)
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '.'))
}

fn shadowed(rule: &dyn AnyRule, by: &dyn AnyRule) -> Checked {
    let expected = format!("expected a rule that says more than {}, which holds in the same cases", shown_id(&by.cite().id));
    refuse(&[rule.table(), shown_id(&rule.cite().id)], &expected)
}

fn contradicts(rule: &dyn AnyRule, other: &dyn AnyRule) -> Checked {
    let expected = format!("expected no contradiction: {} says otherwise for the same cases", shown_id(&other.cite().id));
    refuse(&[rule.table(), shown_id(&rule.cite().id)], &expected)
}
