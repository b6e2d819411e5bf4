//! How a name looks to somebody who reads it quickly: two names that look alike are one.

/// A name without its article, signs, accents and capitals, and with one letter for all that look like it.
pub(crate) fn looks(name: &str) -> String {
    let name = name.to_lowercase();
    let name = name.trim().strip_prefix("the ").unwrap_or(&name);
    let letters: String = name.chars().filter(|sign| sign.is_alphanumeric()).map(|sign| plain_letter(sign).unwrap_or(sign)).collect();
    letters.replace(['1', 'i'], "l").replace('0', "o").replace("rn", "m").replace("vv", "w")
}

/// The plain letter or digit of one as English and Welsh write it; none of another script, which may look like ours and is none.
pub(crate) fn plain_letter(sign: char) -> Option<char> {
    Some(match sign.to_lowercase().next()? {
        plain @ ('a'..='z' | '0'..='9') => plain,
        'à' | 'á' | 'â' | 'ä' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ẁ' | 'ẃ' | 'ŵ' | 'ẅ' => 'w',
        'ỳ' | 'ý' | 'ŷ' | 'ÿ' => 'y',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_look_alike_are_one() {
        for (one, other) in [
            ("County Durham", "C0unty  durham."),
            ("County Durham", "County Durharn"),
            ("the police", "Police"),
            ("Protocol", "Protoco1"),
            ("Bristol", "BRlSTOL"),
            ("Gŵyr", "Gwyr"),
        ] {
            assert_eq!(looks(one), looks(other), "{one}");
        }
        assert_ne!(looks("County Durham"), looks("County Down"));
    }

    #[test]
    fn letters_of_another_script_are_none_of_ours() {
        assert!("ıоΑԁ".chars().all(|sign| plain_letter(sign).is_none()));
        assert_eq!(plain_letter('Ŵ'), Some('w'));
    }
}
