//! The time of day that a person wrote down: `14:00`, `2.30 pm`, `10am to 11.30am`, `noon`.

use chrono::NaiveTime;

/// As people in Britain write one, in small letters.
const FORMS: [&str; 4] = ["%H:%M", "%H.%M", "%I:%M%P", "%I.%M%P"];

/// Without a mark between hour and minute it is a time by itself alone: in a date it is a year.
const WITHOUT_A_MARK: &str = "%H%M";

const IN_A_WORD: [&str; 3] = ["noon", "midday", "midnight"];

/// Is a time of day in it? A part of the day, or an hour that no clock shows, is none.
pub(crate) fn is_written_in(text: &str) -> bool {
    let folded = text.to_lowercase().replace("hrs", " ").replace("hours", " ");
    let pieces: Vec<&str> = folded.split(|sign: char| sign.is_whitespace() || matches!(sign, '-' | '–' | '/' | ',' | 't')).collect();
    let alone = folded.trim();
    let is_alone = alone.len() == 4 && NaiveTime::parse_from_str(alone, WITHOUT_A_MARK).is_ok();
    is_alone || pieces.windows(2).any(|pair| is_time(&pair.concat())) || pieces.into_iter().any(is_time)
}

fn is_time(piece: &str) -> bool {
    // A whole hour, `2pm`, is read with its minutes.
    let whole = ["am", "pm"].iter().find_map(|half| Some(format!("{}:00{half}", piece.strip_suffix(half)?)));
    let is_shown = |written: &str| FORMS.iter().any(|form| NaiveTime::parse_from_str(written, form).is_ok());
    IN_A_WORD.contains(&piece) || is_shown(piece) || whole.is_some_and(|whole| is_shown(&whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_as_people_write_one_is_a_time() {
        for text in "14:00; 9:30; 10.30; 1430; 2pm; 2 pm; 9.30am; 10:15 AM; 10am to 11.30am; 14:00-15:30; 1400 hrs; noon; at 10:00; 2026-12-08T10:00; 9:30am prompt".split("; ") {
            assert!(is_written_in(text), "{text}");
        }
    }

    #[test]
    fn a_part_of_the_day_or_an_hour_that_no_clock_shows_is_none() {
        for text in
            "25:00; 10:75; 13pm; morning; to be arranged; not yet fixed; after school; tbc; Tuesday; 2026-12-08; 31 November 2026; a.m.; "
                .split("; ")
        {
            assert!(!is_written_in(text), "{text}");
        }
    }
}
