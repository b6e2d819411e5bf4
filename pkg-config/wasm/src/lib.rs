//! The door to JavaScript: the only crate that knows of it. Facts come in as JSON text, made by the entry module from the
//! caller's object, and answers leave as JSON text; a refusal is thrown as `{ code, path, message }`.
//!
//! An answer built field by field would lose each field for which the page has put a setter on `Object.prototype`, or
//! something read-only: what is read from JSON text has every field as its own. A refusal that loses one is an error still.

#![forbid(unsafe_code)]

use std::cell::RefCell;

use js_sys::{Date, Uint8Array};
use rlsf::SmallGlobalTlsf;
#[cfg(feature = "workshop")]
use safeguarding_rules::author::{Checked, Manuscript, difference};
use safeguarding_rules::classify_concern::{Columns, Timetable};
use safeguarding_rules::report_quarter::Ledger;
use safeguarding_rules::{Error, Rulebook};
use safeguarding_rules_many::{Dues, time};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use uuid::{Builder, Uuid};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// A fraction of the usual one's size. It gives freed memory back and joins it, so that no number of questions makes it grow.
#[global_allocator]
static ALLOCATOR: SmallGlobalTlsf = SmallGlobalTlsf::new();

thread_local! {
    /// The packs that answer, and the portal's own sentences.
    static RULEBOOK: RefCell<Rulebook> = RefCell::new(at_the_start());

    /// The timetable that was asked last, by what its cases have in common.
    static TIMETABLE: RefCell<Option<(String, Timetable)>> = const { RefCell::new(None) };

    /// The reports in the making, each by the number that the caller has given it and gives to no other.
    static LEDGERS: RefCell<Vec<(u32, Ledger)>> = const { RefCell::new(Vec::new()) };
}

fn at_the_start() -> Rulebook {
    if cfg!(feature = "built-in") { Rulebook::built_in() } else { Rulebook::without_packs() }
}

fn thrown(error: Error) -> JsValue {
    error.serialize(&Serializer::json_compatible()).unwrap_or_else(|_| unreachable!("a refusal is plain data"))
}

fn text(told: &impl Serialize) -> String {
    serde_json::to_string(told).unwrap_or_else(|_| unreachable!("answers are plain data"))
}

/// Goes on with another rulebook. What only the one before held is freed.
fn keep(change: impl FnOnce(&Rulebook) -> Result<Rulebook, Error>) -> Result<(), JsValue> {
    let changed = RULEBOOK.with_borrow(change).map_err(thrown)?;
    RULEBOOK.set(changed);
    TIMETABLE.set(None);
    Ok(())
}

/// Answers by name, such as `classify-concern`, from facts in JSON text. A record's id, time and salt are made here where
/// they are left out, for only the world outside has a clock and chance.
#[wasm_bindgen]
pub fn answer(name: &str, facts: &str) -> Result<String, JsValue> {
    let made = if name == "record-consent-basis" { id_time_and_salt() } else { Vec::new() };
    let made: Vec<(&str, &str)> = made.iter().map(|(name, value)| (*name, value.as_str())).collect();
    RULEBOOK.with_borrow(|rulebook| rulebook.answer_completed(name, facts, &made)).map_err(thrown)
}

fn id_time_and_salt() -> Vec<(&'static str, String)> {
    let id = random().map(|id| ("id", id.to_string()));
    let now = ("createdAt", String::from(Date::new_0().to_iso_string()));
    let salt = random().map(|salt| ("salt", salt.simple().to_string()));
    id.into_iter().chain([now]).chain(salt).collect()
}

fn random() -> Option<Uuid> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).ok().map(|()| Builder::from_random_bytes(bytes).into_uuid())
}

/// Loads the sealed packs of the package, of which one may stand on another that follows it.
#[wasm_bindgen(js_name = loadPacks)]
pub fn load_packs(sealed: Vec<Uint8Array>) -> Result<(), JsValue> {
    let sealed: Vec<Vec<u8>> = sealed.iter().map(Uint8Array::to_vec).collect();
    keep(|rulebook| rulebook.with_all_sealed(sealed.iter().map(Vec::as_slice)))
}

/// Loads a sealed pack, and describes it.
#[wasm_bindgen(js_name = loadPack)]
pub fn load_pack(sealed: &[u8]) -> Result<String, JsValue> {
    keep(|rulebook| rulebook.with_sealed(sealed))?;
    Ok(RULEBOOK.with_borrow(|rulebook| text(&rulebook.newest())))
}

/// Puts a portal's own sentences in the place of ours, by name; all that were set before are put back first.
#[wasm_bindgen(js_name = setMessages)]
pub fn set_messages(json: &str) -> Result<String, JsValue> {
    keep(|rulebook| rulebook.with_messages(json))?;
    Ok(text(&()))
}

/// Every sentence that an answer may say, by name.
#[wasm_bindgen(js_name = listMessages)]
pub fn list_messages() -> Result<String, JsValue> {
    answer("list-messages", "{}")
}

/// How cases stand in columns, given what they have in common: the facts in the order of their bits, and the timescales that
/// answers number.
#[wasm_bindgen(js_name = describeColumns)]
pub fn describe_columns(common: &str) -> Result<String, JsValue> {
    with_timetable(common, |timetable| Ok(text(&(timetable.facts(), timetable.timescales()))))
}

/// Tells of each case in the columns when it is due. `first` is the place of the first among all.
#[wasm_bindgen(js_name = timeColumns)]
#[allow(clippy::too_many_arguments, reason = "columns cross one by one")]
pub fn time_columns(
    common: &str,
    first: usize,
    facts: &[u32],
    identified: &[u32],
    received: &[u32],
    action: &[u32],
    due_by: &mut [u32],
    timescales: &mut [u8],
    most_urgent: &mut [u8],
    settled: &mut [u8],
) -> Result<(), JsValue> {
    let cases = Columns { facts, concerns_identified_at: identified, referral_received_at: received, immediate_action_at: action };
    let mut dues = Dues { due_by, timescales, most_urgent, settled };
    with_timetable(common, |timetable| time(timetable, cases, first, &mut dues))
}

/// Opens the report of a quarter whose meetings are told one by one.
#[wasm_bindgen(js_name = openLedger)]
pub fn open_ledger(number: u32, facts: &str) -> Result<(), JsValue> {
    let ledger = RULEBOOK.with_borrow(|rulebook| rulebook.ledger(facts)).map_err(thrown)?;
    LEDGERS.with_borrow_mut(|ledgers| ledgers.push((number, ledger)));
    Ok(())
}

/// Takes more meetings into a report.
#[wasm_bindgen(js_name = addToLedger)]
pub fn add_to_ledger(number: u32, meetings: &str) -> Result<(), JsValue> {
    LEDGERS.with_borrow_mut(|ledgers| {
        let (_, ledger) = ledgers.iter_mut().find(|(known, _)| *known == number).ok_or(JsValue::UNDEFINED)?;
        ledger.add_json(meetings).map_err(thrown)
    })
}

/// Closes a report: gives it, or, where it is not wanted, frees what it holds.
#[wasm_bindgen(js_name = closeLedger)]
pub fn close_ledger(number: u32, is_wanted: bool) -> Result<Option<String>, JsValue> {
    LEDGERS.with_borrow_mut(|ledgers| {
        let place = ledgers.iter().position(|(known, _)| *known == number);
        let ledger = place.map(|place| ledgers.swap_remove(place).1);
        match ledger {
            Some(ledger) if is_wanted => Ok(Some(ledger.close_json())),
            // After a fault everything began afresh, without the reports in the making.
            None if is_wanted => Err(JsValue::UNDEFINED),
            _ => Ok(None),
        }
    })
}

/// Is a text a reason that a longer time may rest on? Not told of one that names a kind of concern, which makes facts true.
#[wasm_bindgen(js_name = isReason)]
pub fn is_reason(text: &str) -> Option<bool> {
    let is_kind = RULEBOOK.with_borrow(|rulebook| rulebook.names_a_kind(text));
    (!is_kind).then(|| Timetable::is_reason(text))
}

fn with_timetable<T>(common: &str, ask: impl FnOnce(&mut Timetable) -> Result<T, Error>) -> Result<T, JsValue> {
    TIMETABLE.with_borrow_mut(|kept| {
        let (_, mut timetable) = match kept.take().filter(|(of, _)| of == common) {
            Some(kept) => kept,
            None => (String::new(), RULEBOOK.with_borrow(|rulebook| rulebook.timetable(common)).map_err(thrown)?),
        };
        let told = ask(&mut timetable).map_err(thrown);
        *kept = Some((common.to_owned(), timetable));
        told
    })
}

/// Checks a pack in its object form, lets it prove itself by its own examples, and seals it.
#[cfg(feature = "workshop")]
#[wasm_bindgen(js_name = sealPack)]
pub fn seal_pack(json: &str) -> Result<Vec<u8>, JsValue> {
    RULEBOOK.with_borrow(|rulebook| rulebook.seal(json)).map_err(thrown)
}

/// Tells what changes between two packs, or between two stacks of them.
#[cfg(feature = "workshop")]
#[wasm_bindgen(js_name = comparePacks)]
pub fn compare_packs(json: &str) -> Result<String, JsValue> {
    RULEBOOK.with_borrow(|rulebook| rulebook.compare(json)).map_err(thrown)
}

/// What is doubtful in a pack as its author writes it, each at its line, and the pack's object form where nothing is.
#[cfg(feature = "workshop")]
#[wasm_bindgen(js_name = checkToml)]
pub fn check_toml(toml: &str) -> String {
    RULEBOOK.with_borrow(|rulebook| match Manuscript::read(toml) {
        Ok(manuscript) => text(&manuscript.check(rulebook)),
        Err(doubt) => text(&Checked::of(doubt)),
    })
}

/// What is doubtful about the standing of a pack's document on a day.
#[cfg(feature = "workshop")]
#[wasm_bindgen(js_name = lintToml)]
pub fn lint_toml(toml: &str, day: &str) -> Result<String, JsValue> {
    let doubts = Manuscript::read(toml).map_or_else(|doubt| Ok(vec![doubt]), |manuscript| manuscript.standing(day));
    doubts.map(|doubts| text(&doubts)).map_err(thrown)
}

/// What changes between two packs, in words; each is the id of one, or one as its author writes it.
#[cfg(feature = "workshop")]
#[wasm_bindgen(js_name = diffToml)]
pub fn diff_toml(before: &str, after: &str) -> String {
    RULEBOOK.with_borrow(|rulebook| text(&difference(before, after, rulebook)))
}
