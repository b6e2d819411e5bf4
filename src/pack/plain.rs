//! What may stand in a pack, whoever sealed it: clean lines of a fitting length, plain names, and no more than anybody needs.

use super::Pack;
use super::document::Document;
use crate::error::{Code, Error, shown_id};
use crate::text::catalogue::{is_unseen, may_break};
use crate::value::json::Json;
use crate::value::names::is_of_every_object;

/// The longest that the built-in packs hold is a quarter of it.
const LONGEST_LINE: usize = 1_000;
const LONGEST_WORD_LIST: usize = 20_000;
const LONGEST_NAME: usize = 100;

/// As many entries of one list or table, and no more.
const MOST_ENTRIES: usize = 2_000;

/// No letter of any language bears more accents.
const MOST_ABOVE_ONE: usize = 2;

/// As deep as no pack is.
const DEEPEST: usize = 16;

/// Their words stand apart by white space, on several lines.
const WORD_LISTS: [&str; 4] = ["filler", "wording", "names_an_area", "says_nothing"];

/// Refuses what could hide, turn round or swamp what a pack says.
pub(super) fn holds_plain_data(pack: &Json<'_>) -> Result<(), Error> {
    is_plain(pack, false, DEEPEST)
}

fn is_plain(value: &Json<'_>, is_word_list: bool, deeper: usize) -> Result<(), Error> {
    let Some(deeper) = deeper.checked_sub(1) else {
        return Err(Error::expected(Code::TooLarge, format_args!("at most {DEEPEST} levels")));
    };
    match value {
        Json::Text(text) => is_clean(text, is_word_list),
        Json::List(items) => {
            is_short(items.len())?;
            items
                .iter()
                .enumerate()
                .try_for_each(|(index, item)| is_plain(item, is_word_list, deeper).map_err(|error| error.in_item(index)))
        }
        Json::Object(entries) => {
            is_short(entries.len())?;
            entries.iter().try_for_each(|(name, value)| {
                is_name(name)?;
                is_plain(value, is_word_list || WORD_LISTS.contains(&&**name), deeper).map_err(|error| error.in_field(name))
            })
        }
        Json::Null | Json::Bool(_) | Json::Number(_) => Ok(()),
    }
}

fn is_short(entries: usize) -> Result<(), Error> {
    if entries > MOST_ENTRIES {
        return Err(Error::expected(Code::TooLarge, format_args!("at most {MOST_ENTRIES} entries here")));
    }
    Ok(())
}

/// Refuses what is no clean line of a fitting length.
pub(crate) fn is_clean(text: &str, is_word_list: bool) -> Result<(), Error> {
    let longest = if is_word_list { LONGEST_WORD_LIST } else { LONGEST_LINE };
    if text.len() > longest {
        return Err(Error::expected(Code::TooLong, format_args!("a text of at most {longest} characters here")));
    }
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Ok(());
    }
    let is_break = |sign| is_word_list && matches!(sign, '\n' | '\r' | '\t');
    let mut above = 0;
    for sign in text.chars() {
        above = if stands_above_another(sign) { above + 1 } else { 0 };
        if !is_break(sign) && (is_unseen(sign) || may_break(sign) || above > MOST_ABOVE_ONE) {
            return Err(Error::expected(Code::BadPack, "one line without control, joining or direction characters"));
        }
    }
    Ok(())
}

/// Is it an accent by itself, of which many would cover other lines?
fn stands_above_another(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}

fn is_name(name: &str) -> Result<(), Error> {
    if name.len() > LONGEST_NAME || !name.bytes().all(|sign| sign.is_ascii_graphic() || sign == b' ') {
        return Err(Error::expected(Code::BadPack, format_args!("a name of plain letters, of at most {LONGEST_NAME}")).in_field(name));
    }
    Ok(())
}

/// The same of what a pack that was sealed elsewhere shows: no checker stands before it, and its fields have no names by then.
pub(super) fn shows_plain_lines(pack: &Pack) -> Result<(), Error> {
    let Document { title, short, area_label, .. } = pack.document();
    let names = [Some(title), short.as_ref(), area_label.as_ref()].into_iter().flatten();
    let words = &pack.words;
    let labels = words.concern_type.iter().map(|(_, kind)| &kind.label);
    let labels = labels.chain(words.agency.iter().map(|(_, agency)| &agency.label)).chain(words.role.iter().map(|(_, role)| &role.label));
    let said = words.fact.iter().map(|(_, fact)| &fact.asks).chain(words.caution.iter().map(|caution| &caution.text));
    let cited = pack.every_rule().flat_map(|rule| {
        let cite = rule.cite();
        [Some(&cite.id), Some(&cite.says), Some(&cite.at), Some(&cite.words), cite.reading.as_ref()].into_iter().flatten()
    });
    names.chain(labels).chain(said).chain(cited).try_for_each(|text| is_clean(text, false))?;
    let ids = pack.every_rule().flat_map(|rule| rule.reaches().into_iter().chain([&*rule.cite().id]));
    match ids.into_iter().find(|id| !is_plain_id(id)) {
        Some(id) => Err(Error::expected(Code::BadPack, "ids of plain letters and numbers").in_field(shown_id(id))),
        None => Ok(()),
    }
}

/// Letters and numbers with single signs between them, and no name that every object has.
pub(crate) fn is_plain_id(id: &str) -> bool {
    shown_id(id) == id && !is_of_every_object(id) && id.split(['-', '_', '/', '.']).all(|part| !part.is_empty())
}
