//! A pack's compact form. It stands alone, because the build script writes it too.
//!
//! A mark, the hash of the pack's object form, the pack as a tree, and a checksum that shows damage.

use std::borrow::Cow;

use crc::{CRC_32_ISCSI, Crc};
use serde::{Deserialize, Serialize};

/// The tree of a pack's object form.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum Tree<'t> {
    Flag(bool),
    Count(u32),
    Text(#[serde(borrow)] Cow<'t, str>),
    List(#[serde(borrow)] Vec<Tree<'t>>),
    Object(#[serde(borrow)] Vec<(&'t str, Tree<'t>)>),
}

/// Which form this is; the last sign counts the changes of it.
const MARK: &[u8; 4] = b"SGR1";

const CHECKSUM: Crc<u32> = Crc::<u32>::new(&CRC_32_ISCSI);

#[derive(Serialize, Deserialize)]
struct Sealed<'t> {
    hash: &'t str,
    #[serde(borrow)]
    tree: Tree<'t>,
}

/// The compact form of a pack.
pub(crate) fn seal(hash: &str, tree: Tree<'_>) -> Result<Vec<u8>, postcard::Error> {
    let sum = CHECKSUM.digest();
    let mut sealed = MARK.to_vec();
    sealed.extend(postcard::to_allocvec_crc32(&Sealed { hash, tree }, sum)?);
    Ok(sealed)
}

/// The hash and the tree in a compact form; none where it is none of ours.
pub(crate) fn open(bytes: &[u8]) -> Option<(&str, Tree<'_>)> {
    let (Sealed { hash, tree }, rest) = postcard::take_from_bytes_crc32(bytes.strip_prefix(MARK)?, CHECKSUM.digest()).ok()?;
    rest.is_empty().then_some((hash, tree))
}
