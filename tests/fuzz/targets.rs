//! What is given whatever bytes there are: none of it panics, and what is taken is taken again alike.

use std::str::from_utf8;
use std::sync::LazyLock;

use crc::{CRC_32_ISCSI, Crc};
use safeguarding_rules::author::Manuscript;
use safeguarding_rules::{Error, Rulebook};

static RULEBOOK: LazyLock<Rulebook> = LazyLock::new(Rulebook::built_in);

/// What is given bytes.
type Target = fn(&[u8]);

/// Each by the name of its folder in `corpus/`.
pub const TARGETS: [(&str, Target); 5] =
    [("question", question), ("pack", pack), ("manuscript", manuscript), ("sealed", sealed), ("messages", messages)];

/// On the first line a question, or anything else that is asked by name; after it the facts.
pub fn question(bytes: &[u8]) {
    let Some((name, facts)) = from_utf8(bytes).ok().and_then(|text| text.split_once('\n')) else { return };
    let told = RULEBOOK.answer(name, facts);
    assert_eq!(told, RULEBOOK.answer(name, facts), "the same facts have one answer");
    told.map_or_else(|refusal| says_why(&refusal), |answer| assert!(is_json(&answer), "{answer}"));
}

/// A pack in object form, as JSON.
pub fn pack(bytes: &[u8]) {
    let Ok(text) = from_utf8(bytes) else { return };
    match RULEBOOK.with(text) {
        Ok(rulebook) => answers(&rulebook),
        Err(refusal) => says_why(&refusal),
    }
}

/// A pack as its author writes it.
pub fn manuscript(bytes: &[u8]) {
    let Ok(text) = from_utf8(bytes) else { return };
    match Manuscript::read(text) {
        Ok(manuscript) => {
            assert!(is_json(&manuscript.object_form()));
            let doubts = manuscript.check(&RULEBOOK).doubts;
            assert!(doubts.iter().all(|doubt| !doubt.message.is_empty()));
        }
        Err(doubt) => assert!(!doubt.message.is_empty()),
    }
}

/// A sealed pack. Its checksum is made right, for nothing else would be read.
pub fn sealed(bytes: &[u8]) {
    const MARK: usize = 4;
    let mut bytes = bytes.to_vec();
    if let Some(end) = bytes.len().checked_sub(size_of::<u32>()).filter(|end| *end > MARK) {
        let checksum = Crc::<u32>::new(&CRC_32_ISCSI).checksum(&bytes[MARK..end]);
        bytes[end..].copy_from_slice(&checksum.to_le_bytes());
    }
    match Rulebook::without_packs().with_sealed(&bytes) {
        Ok(rulebook) => answers(&rulebook),
        Err(refusal) => says_why(&refusal),
    }
}

/// A portal's own sentences.
pub fn messages(bytes: &[u8]) {
    let Ok(text) = from_utf8(bytes) else { return };
    match RULEBOOK.with_messages(text) {
        Ok(rulebook) => answers(&rulebook),
        Err(refusal) => says_why(&refusal),
    }
}

/// Whatever was taken answers or refuses.
fn answers(rulebook: &Rulebook) {
    let newest = rulebook.newest().map(|pack| pack.id.to_string()).unwrap_or_default();
    for question in ["classify-concern", "list-attendees", "choose-meeting", "list-deadlines", "make-checklist", "describe-packs"] {
        let facts = format!(r#"{{"packs": ["{newest}"], "meetingType": "strategy", "now": "2026-03-02T09:00"}}"#);
        rulebook.answer(question, &facts).map_or_else(|refusal| says_why(&refusal), |answer| assert!(is_json(&answer), "{answer}"));
    }
}

fn says_why(refusal: &Error) {
    assert!(!refusal.message().is_empty());
}

fn is_json(text: &str) -> bool {
    serde_json::from_str::<serde_json::Value>(text).is_ok()
}
