//! The time of day that a person wrote down: `14:00`, `2.30 pm`, `10am to 11.30am`, `noon`.

use std::ops::RangeInclusive;

const IN_A_WORD: [&str; 3] = ["noon", "midday", "midnight"];

/// Is a time of day in it? A part of the day, or an hour that no clock shows, is none.
pub(crate) fn is_written_in(text: &str) -> bool {
    let folded = text.to_lowercase().replace("hrs", " ").replace("hours", " ");
    let pieces: Vec<&str> = folded.split(|sign: char| sign.is_whitespace() || matches!(sign, '-' | '–' | '/' | ',' | 't')).collect();
    // Without a mark between hour and minute it is a time by itself alone: in a date it is a year.
    let alone = folded.trim().split_at_checked(2).filter(|(_, minute)| minute.len() == 2);
    let is_alone = alone.is_some_and(|(hour, minute)| is_shown(hour, minute, 0..=23));
    is_alone || pieces.windows(2).any(|pair| is_time(&pair.concat())) || pieces.into_iter().any(is_time)
}

/// `14:00`, `2.30pm`, `2pm`, `noon`. Chrono's reader of forms would be 12 KB of what a browser loads.
fn is_time(piece: &str) -> bool {
    let of_half = ["am", "pm"].into_iter().find_map(|half| piece.strip_suffix(half));
    let (shown, hours) = of_half.map_or((piece, 0..=23), |shown| (shown, 1..=12));
    match shown.split_once([':', '.']) {
        Some((hour, minute)) => minute.len() == 2 && is_shown(hour, minute, hours),
        None => IN_A_WORD.contains(&piece) || of_half.is_some() && is_shown(shown, "00", hours),
    }
}

fn is_shown(hour: &str, minute: &str, hours: RangeInclusive<u8>) -> bool {
    hour.parse().is_ok_and(|hour| hours.contains(&hour)) && minute.parse().is_ok_and(|minute: u8| minute < 60)
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
