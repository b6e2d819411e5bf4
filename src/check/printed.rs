//! What people read in a pack holds no reference that only its authors understand.

use super::Checked;
use crate::error::{Code, Error};
use crate::value::json::Json;

/// How the numbers begin under which open questions were decided; they have a field of their own.
const REFERENCE: &str = "AMB-";
const FIELD: &str = "ambiguities";

/// Refuses such a reference anywhere but in its own field.
pub(super) fn holds_no_reference_of_ours(node: &Json<'_>) -> Checked {
    match node {
        Json::Text(text) if text.contains(REFERENCE) => {
            let expected = format!("no {REFERENCE} in a text that people read: such numbers stand in {FIELD}");
            Err(Error::expected(Code::BadPack, expected))
        }
        Json::List(items) => {
            let mut items = items.iter().enumerate();
            items.try_for_each(|(index, item)| holds_no_reference_of_ours(item).map_err(|error| error.in_item(index)))
        }
        Json::Object(entries) => {
            let mut printed = entries.iter().filter(|(name, _)| name != FIELD);
            printed.try_for_each(|(name, node)| holds_no_reference_of_ours(node).map_err(|error| error.in_field(name)))
        }
        _ => Ok(()),
    }
}
