//! Something in a compact form: a mark, what it holds, and a checksum that shows damage. It stands alone, because the build
//! script writes it too.

use std::borrow::Cow;

use crc::{CRC_32_ISCSI, Crc};
use serde::{Deserialize, Serialize};

/// A pack's object form, as a tree.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum Tree<'t> {
    Flag(bool),
    Count(u32),
    Text(#[serde(borrow)] Cow<'t, str>),
    List(#[serde(borrow)] Vec<Tree<'t>>),
    Object(#[serde(borrow)] Vec<(&'t str, Tree<'t>)>),
}

/// What the build script embeds: the hash of a pack's object form, and that form.
#[derive(Serialize, Deserialize)]
pub(crate) struct Embedded<'t> {
    pub hash: &'t str,
    #[serde(borrow)]
    pub tree: Tree<'t>,
}

/// Which form this is; the last sign counts the changes of it.
const MARK: &[u8; 4] = b"SGR2";

const CHECKSUM: Crc<u32> = Crc::<u32>::new(&CRC_32_ISCSI);

/// The compact form of something.
pub(crate) fn seal(content: &impl Serialize) -> Result<Vec<u8>, postcard::Error> {
    let mut sealed = MARK.to_vec();
    sealed.extend(postcard::to_allocvec_crc32(content, CHECKSUM.digest())?);
    Ok(sealed)
}

/// What stands in a compact form; none where it is none of ours.
pub(crate) fn open<'b, T: Deserialize<'b>>(bytes: &'b [u8]) -> Option<T> {
    let (content, rest) = postcard::take_from_bytes_crc32(bytes.strip_prefix(MARK)?, CHECKSUM.digest()).ok()?;
    rest.is_empty().then_some(content)
}
