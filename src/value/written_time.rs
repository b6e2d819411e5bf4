//! The times of day that a person wrote down: `14:00`, `2.30 pm`, `10am to 11.30am`, `noon`.

const IN_A_WORD: [(&str, &str); 3] = [("noon", "12:00"), ("midday", "12:00"), ("midnight", "00:00")];

/// The times of day in it, as `14:30`. A part of the day, or an hour that no clock shows, is none.
pub(crate) fn times_in(text: &str) -> Vec<String> {
    let folded = text.to_lowercase().replace("hrs", " ").replace("hours", " ");
    let pieces: Vec<&str> = folded.split(|sign: char| sign.is_whitespace() || matches!(sign, '-' | '–' | '/' | ',' | 't')).collect();
    // Without a mark between hour and minute it is a time by itself alone: in a date it is a year.
    let alone = folded.trim().split_at_checked(2).filter(|(_, minute)| minute.len() == 2);
    let alone = alone.and_then(|(hour, minute)| shown(hour, minute));
    let pairs = pieces.windows(2).filter_map(|pair| time(&pair.concat()));
    alone.into_iter().chain(pairs).chain(pieces.iter().filter_map(|piece| time(piece))).collect()
}

/// `14:00`, `2.30pm`, `2pm`, `noon`. Chrono's reader of forms would be 12 KB of what a browser loads.
fn time(piece: &str) -> Option<String> {
    if let Some((_, time)) = IN_A_WORD.iter().find(|(word, _)| *word == piece) {
        return Some((*time).to_owned());
    }
    let halves = [("am", 0), ("pm", HALF_A_DAY)];
    let of_half = halves.into_iter().find_map(|(half, later)| Some((piece.strip_suffix(half)?, later)));
    let Some((hour, later)) = of_half else {
        let (hour, minute) = piece.split_once([':', '.'])?;
        return shown(hour, minute);
    };
    let (hour, minute) = hour.split_once([':', '.']).unwrap_or((hour, "00"));
    let hour = hour.parse::<u8>().ok().filter(|hour| (1..=HALF_A_DAY).contains(hour))?;
    shown(&(hour % HALF_A_DAY + later).to_string(), minute)
}

const HALF_A_DAY: u8 = 12;
const HOURS: u8 = 24;

/// An hour and a minute as a clock shows them.
fn shown(hour: &str, minute: &str) -> Option<String> {
    let hour = hour.parse::<u8>().ok().filter(|hour| *hour < HOURS)?;
    let minute: u8 = minute.parse().ok().filter(|one| minute.len() == 2 && *one < 60)?;
    Some(format!("{hour:02}:{minute:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_time_is_read_as_a_clock_shows_it() {
        let read = [
            ("2.30 pm", "14:30"),
            ("12am", "00:00"),
            ("12:15pm", "12:15"),
            ("noon", "12:00"),
            ("1430", "14:30"),
            ("9:05", "09:05"),
            ("10am to 11.30am", "11:30"),
        ];
        for (text, time) in read {
            assert!(times_in(text).contains(&time.to_owned()), "{text}");
        }
    }

    #[test]
    fn a_time_as_people_write_one_is_a_time() {
        for text in "14:00; 9:30; 10.30; 1430; 2pm; 2 pm; 9.30am; 10:15 AM; 10am to 11.30am; 14:00-15:30; 1400 hrs; noon; at 10:00; 2026-12-08T10:00; 9:30am prompt".split("; ") {
            assert!(!times_in(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_part_of_the_day_or_an_hour_that_no_clock_shows_is_none() {
        for text in
            "25:00; 10:75; 13pm; morning; to be arranged; not yet fixed; after school; tbc; Tuesday; 2026-12-08; 31 November 2026; a.m.; "
                .split("; ")
        {
            assert!(times_in(text).is_empty(), "{text}");
        }
    }
}
