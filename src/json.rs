//! Reads JSON (RFC 8259) into one plain tree, strictly. Of numbers only counts are worked out, such as an age: a general
//! reader's tables of powers of ten, and its errors with line and column, are not shipped.

use crate::facts::Node;

/// As deep as facts and packs could ever go, and far from what the stack bears.
const DEEPEST: usize = 128;

/// The tree that a text holds; none where it is not JSON.
pub fn parse(text: &str) -> Option<Node> {
    let mut reader = Reader { rest: text, depth: 0 };
    let node = reader.value()?;
    reader.rest.is_empty().then_some(node)
}

struct Reader<'t> {
    rest: &'t str,
    depth: usize,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let next = chars.next();
        self.rest = chars.as_str();
        next
    }

    fn takes(&mut self, expected: char) -> bool {
        let rest = self.rest.strip_prefix(expected);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\n', '\r']);
    }

    /// A value, and the white space around it.
    fn value(&mut self) -> Option<Node> {
        self.space();
        let text = self.rest;
        let node = match self.next()? {
            'n' => self.word("ull", Node::Null)?,
            't' => self.word("rue", Node::Bool(true))?,
            'f' => self.word("alse", Node::Bool(false))?,
            '"' => Node::Text(self.text()?),
            '[' => Node::List(self.items(']', Reader::value)?),
            '{' => Node::Table(self.items('}', Reader::entry)?),
            '-' => {
                let first = self.next()?;
                self.number(first)?;
                Node::Number(None)
            }
            first => {
                self.number(first)?;
                Node::Number(text.strip_suffix(self.rest).and_then(|number| number.parse().ok()))
            }
        };
        self.space();
        Some(node)
    }

    fn word(&mut self, rest: &str, node: Node) -> Option<Node> {
        self.rest = self.rest.strip_prefix(rest)?;
        Some(node)
    }

    fn items<T>(&mut self, end: char, item: fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut items = Vec::new();
        self.depth += 1;
        self.space();
        if self.depth > DEEPEST {
            return None;
        }
        while !self.takes(end) {
            if !items.is_empty() && !self.takes(',') {
                return None;
            }
            items.push(item(self)?);
        }
        self.depth -= 1;
        Some(items)
    }

    fn entry(&mut self) -> Option<(String, Node)> {
        self.space();
        let name = if self.takes('"') { self.text()? } else { return None };
        self.space();
        if self.takes(':') { Some((name, self.value()?)) } else { None }
    }

    fn text(&mut self) -> Option<String> {
        let mut text = String::new();
        loop {
            text.push(match self.next()? {
                '"' => return Some(text),
                '\\' => self.escaped()?,
                control if control < ' ' => return None,
                plain => plain,
            });
        }
    }

    fn escaped(&mut self) -> Option<char> {
        Some(match self.next()? {
            same @ ('"' | '\\' | '/') => same,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => self.unicode()?,
            _ => return None,
        })
    }

    /// A character by its number, or by the two halves that UTF-16 makes of it.
    fn unicode(&mut self) -> Option<char> {
        match self.four_digits()? {
            high @ 0xD800..0xDC00 => {
                let low = if self.takes('\\') && self.takes('u') { self.four_digits()? } else { return None };
                let low = low.checked_sub(0xDC00).filter(|low| *low < 0x400)?;
                char::from_u32(0x10000 + ((high - 0xD800) << 10) + low)
            }
            number => char::from_u32(number),
        }
    }

    fn four_digits(&mut self) -> Option<u32> {
        (0..4).try_fold(0, |number, _| Some(number * 16 + self.next()?.to_digit(16)?))
    }

    fn number(&mut self, first: char) -> Option<()> {
        match first {
            '0' => {}
            '1'..='9' => _ = self.digits(),
            _ => return None,
        }
        if self.takes('.') {
            self.digits()?;
        }
        if self.takes('e') || self.takes('E') {
            _ = self.takes('+') || self.takes('-');
            self.digits()?;
        }
        Some(())
    }

    /// At least one digit.
    fn digits(&mut self) -> Option<()> {
        let rest = self.rest.trim_start_matches(|c: char| c.is_ascii_digit());
        let some = rest.len() < self.rest.len();
        self.rest = rest;
        some.then_some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    fn same(node: &Node, value: &Value) -> bool {
        match (node, value) {
            (Node::Null, Value::Null) => true,
            (Node::Number(count), Value::Number(number)) => count.is_none_or(|count| number.as_u64() == Some(count.into())),
            (Node::Bool(read), Value::Bool(known)) => read == known,
            (Node::Text(read), Value::String(known)) => read == known,
            (Node::List(read), Value::Array(known)) => {
                read.len() == known.len() && read.iter().zip(known).all(|(node, value)| same(node, value))
            }
            (Node::Table(read), Value::Object(known)) => {
                read.iter().enumerate().all(|(place, (name, node))| {
                    let replaced = read.iter().skip(place + 1).any(|(later, _)| later == name);
                    replaced || known.get(name).is_some_and(|value| same(node, value))
                }) && known.keys().all(|name| read.iter().any(|(known, _)| known == name))
            }
            _ => false,
        }
    }

    fn agrees(text: &str) {
        match (parse(text), serde_json::from_str::<Value>(text)) {
            (Some(node), Ok(value)) => assert!(same(&node, &value), "{text:?} was read as something else"),
            (None, Err(_)) => {}
            (Some(_), Err(error)) => assert!(error.to_string().contains("out of range"), "{text:?} was read: {error}"),
            (None, Ok(_)) => panic!("{text:?} was refused"),
        }
    }

    const TEXT: &str =
        "{\"a\": [true, false, null, -0, 10.5e+3, 1E-2], \"é\\u00e9\\ud83d\\ude00\\n\\\"\\/\\\\\": {\"\": [[], {}]},\t\"a\":\r\n\"😀\" } ";

    #[test]
    fn it_reads_what_a_general_reader_reads_and_nothing_else() {
        agrees(TEXT);
        for text in [
            "01",
            "-",
            "1.",
            ".5",
            "1e",
            "+1",
            "[1,]",
            "[,]",
            "{,}",
            "{\"a\"}",
            "{\"a\":}",
            "\"\\ud83d\"",
            "\"\\udc00\"",
            "\"\t\"",
            "nul",
            "[] []",
            "",
        ] {
            agrees(text);
        }
    }

    #[test]
    fn it_agrees_on_every_text_with_one_character_cut_or_changed() {
        let places = || TEXT.char_indices().map(|(place, c)| (place, place + c.len_utf8()));
        for (from, to) in places() {
            for instead in
                ["", "\"", "\\", "{", "}", "[", "]", ",", ":", "0", "9", "-", ".", "e", "u", "d", " ", "\n", "\u{1}", "\u{a0}", "t"]
            {
                agrees(&format!("{}{instead}{}", &TEXT[..from], &TEXT[to..]));
            }
        }
    }

    #[test]
    fn depth_has_an_end() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(parse(&nested(DEEPEST)).is_some());
        assert!(parse(&nested(DEEPEST + 1)).is_none());
    }
}
