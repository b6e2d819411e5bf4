//! Writes the binary as text, for the entries that carry it inside.
//!
//! The text is printable ASCII, so that no character set can spoil it and no minifier makes it longer, and most of its
//! characters are the bytes that they stand for, so that it compresses as the binary does: base64 costs a quarter more. It holds
//! no quotation mark, so that the bundler puts it between two: V8 reads that in half the time of what stands between
//! backticks. `pkg-config/npm/printable.js` reads it.

/// A byte from the space to before this one stands for itself, but for the quotation mark.
const MARK: u8 = b'|';
/// Every other byte is two characters: a mark that tells which part of them it is in, and its place there.
const PART: u8 = 56;
/// After the quotation mark, and no part reaches the backslash.
const FIRST_PLACE: u8 = b'#';

pub fn as_text(binary: &[u8]) -> String {
    let mut text = String::with_capacity(binary.len() * 3 / 2);
    for &byte in binary {
        if (b' '..MARK).contains(&byte) && byte != b'"' {
            text.push(byte.into());
        } else {
            let place = byte.wrapping_sub(MARK);
            text.push((MARK + place / PART).into());
            text.push((FIRST_PLACE + place % PART).into());
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_byte_is_printable_and_told_from_every_other() {
        let written: BTreeSet<String> = (0..=u8::MAX).map(|byte| as_text(&[byte])).collect();
        assert_eq!(written.len(), 256);
        for text in &written {
            assert!(text.bytes().all(|character| (b' '..=b'~').contains(&character) && character != b'"'), "{text:?}");
            assert_eq!(text.len() == 2, text.bytes().next() >= Some(MARK), "{text:?}");
        }
    }

    #[test]
    fn text_stays_text() {
        assert_eq!(as_text(b"{'asks': 1}"), "{'asks': 1|$");
        assert_eq!(as_text(b"\0asm"), "~7asm");
    }
}
