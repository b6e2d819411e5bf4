//! The day that a person wrote down, as people in Britain write one: `22nd September 2026`, `22/09/26`, `by Tue 22 Sep`.

use chrono::{Datelike, NaiveDate, Weekday};

use super::date::{MONTHS, weekday};

/// Why what was written is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoDay {
    /// There is no date in it, or only the day from which something begins.
    NotADate,
    /// A month without its day.
    MonthAlone,
    /// `31 November`: no calendar has that day.
    NotInCalendar,
    /// The day that was written falls on another weekday than the one beside it.
    OtherWeekday(NaiveDate),
}

/// The last day that is written in it: of `7-11 December 2026` the 11th. Without a year it is the one nearest to `meeting`;
/// without a meeting either, it is a day and nobody can tell of which year.
pub(crate) fn read(words: &str, meeting: Option<NaiveDate>) -> Result<Option<NaiveDate>, NoDay> {
    let pieces = pieces(words);
    if pieces.iter().any(|piece| matches!(piece, Piece::Doubt)) {
        return Err(NoDay::NotADate);
    }
    let Some((at, found)) = (0..pieces.len()).rev().find_map(|at| Some((at, found_at(&pieces[at..])?))) else {
        let is_month = |piece: &Piece| matches!(piece, Piece::Month(_));
        return Err(if pieces.iter().any(is_month) { NoDay::MonthAlone } else { NoDay::NotADate });
    };
    let named = match &pieces[..at] {
        [.., Piece::Start] | [.., Piece::Start, Piece::Weekday(_)] => return Err(NoDay::NotADate),
        [.., Piece::Weekday(named)] => Some(*named),
        _ => None,
    };
    let date = found.date(meeting)?;
    match (date, named) {
        (Some(date), Some(named)) if date.weekday() != named => Err(NoDay::OtherWeekday(date)),
        (date, _) => Ok(date),
    }
}

/// What the words of a date are, one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    /// `4`, `4th`, `26`, `2026`, with the number of its figures.
    Number(u32, usize),
    /// `4th`: a day, and never a year.
    Ordinal(u32),
    Month(u32),
    Weekday(Weekday),
    /// A date in one piece: `22/09/26`, `2026-09-22`, `3/12`.
    Whole(Found),
    /// What follows is a beginning: `from`, `w/c`.
    Start,
    /// Nobody stands by the date: `tbc`.
    Doubt,
    Other,
}

/// A day as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Found {
    day: u32,
    month: u32,
    year: Option<i32>,
}

impl Found {
    fn date(self, meeting: Option<NaiveDate>) -> Result<Option<NaiveDate>, NoDay> {
        let Found { day, month, year } = self;
        let in_year = |year| NaiveDate::from_ymd_opt(year, month, day);
        match (year, meeting) {
            (Some(year), _) => in_year(year).map(Some).ok_or(NoDay::NotInCalendar),
            (None, Some(meeting)) => {
                let years = meeting.year() - 1..=meeting.year() + 1;
                let nearest = years.filter_map(in_year).min_by_key(|date| (*date - meeting).num_days().abs());
                nearest.map(Some).ok_or(NoDay::NotInCalendar)
            }
            // A leap year has every day.
            (None, None) => in_year(2028).map(|_| None).ok_or(NoDay::NotInCalendar),
        }
    }
}

fn found_at(pieces: &[Piece]) -> Option<Found> {
    let year = |piece: Option<&Piece>| match piece {
        Some(Piece::Number(year, figures)) => year_of(*year, *figures),
        _ => None,
    };
    match *pieces {
        [Piece::Whole(found), ..] => Some(found),
        [Piece::Number(day, 1 | 2) | Piece::Ordinal(day), Piece::Month(month), ..] => Some(Found { day, month, year: year(pieces.get(2)) }),
        [Piece::Month(month), Piece::Ordinal(day), ..] => Some(Found { day, month, year: year(pieces.get(2)) }),
        // `Jan 27` may be a day or a year; with the year beside it, it is a day.
        [Piece::Month(month), Piece::Number(day, 1 | 2), ..] => {
            let year = year(pieces.get(2));
            (year.is_some() || day < 20).then_some(Found { day, month, year })
        }
        _ => None,
    }
}

fn year_of(year: u32, figures: usize) -> Option<i32> {
    let year = match figures {
        2 => 2000 + year,
        4 => year,
        _ => return None,
    };
    i32::try_from(year).ok().filter(|year| (1900..2200).contains(year))
}

fn pieces(words: &str) -> Vec<Piece> {
    let folded = words.to_ascii_lowercase().replace(['–', '—'], "-").replace(['\'', '’', '‘'], "");
    let mut pieces = Vec::new();
    let mut before = "";
    for word in folded.split(|c: char| c.is_whitespace() || ",;()".contains(c)).map(|word| word.trim_matches(['.', ':', '-'])) {
        match (before, word) {
            // What stands between a day and its month says nothing, and a time of day is no part of the date.
            (_, "" | "of" | "the") => continue,
            (_, "w/c" | "earliest") | ("not", "before" | "until" | "till") | ("earlier" | "sooner", "than") => pieces.push(Piece::Start),
            // `Or sooner` leaves the day as the last there is; anything else ends it.
            ("or", "when" | "whenever" | "once" | "if" | "as" | "later" | "after" | "thereafter") => pieces.push(Piece::Doubt),
            (_, word) => pieces_of(word, &mut pieces),
        }
        before = word;
    }
    pieces
}

fn pieces_of(word: &str, pieces: &mut Vec<Piece>) {
    if word.contains('?') {
        return pieces.push(Piece::Doubt);
    }
    let date = match word.split_once('t') {
        Some((date, time)) if date.len() == "2026-09-22".len() && time.contains(':') => date,
        _ => word,
    };
    let parts: Vec<Piece> = date.split(['/', '.', '-']).map(piece).collect();
    match parts.as_slice() {
        _ if date.contains(':') => pieces.push(Piece::Other),
        [Piece::Number(year, 4), Piece::Number(month, _), Piece::Number(day, _)] => {
            let whole = |year| Piece::Whole(Found { day: *day, month: *month, year: Some(year) });
            pieces.push(year_of(*year, 4).map_or(Piece::Other, whole));
        }
        [Piece::Number(day, _) | Piece::Ordinal(day), Piece::Number(month, _) | Piece::Month(month), Piece::Number(year, figures)]
            if year_of(*year, *figures).is_some() =>
        {
            pieces.push(Piece::Whole(Found { day: *day, month: *month, year: year_of(*year, *figures) }));
        }
        // `2/52` is a fortnight in a nurse's hand, `24/7` is always, and `10.30` is a time.
        [Piece::Number(day, _), Piece::Number(month, _)] if date.contains('/') && *month <= 12 && date != "24/7" => {
            pieces.push(Piece::Whole(Found { day: *day, month: *month, year: None }));
        }
        [Piece::Number(..), Piece::Number(..)] if !date.contains('-') => pieces.push(Piece::Other),
        parts => pieces.extend(parts),
    }
}

/// Words after which a date is a beginning, or a guess.
const STARTS: [&str; 10] = ["from", "after", "since", "starting", "starts", "commencing", "around", "about", "circa", "wc"];

/// Words by which nobody stands by the date.
const DOUBTS: [&str; 8] = ["tbc", "tba", "tbd", "provisional", "provisionally", "approx", "approximately", "maybe"];

fn piece(word: &str) -> Piece {
    let figures = word.bytes().take_while(u8::is_ascii_digit).count();
    if let Ok(number) = word[..figures].parse() {
        return match &word[figures..] {
            "" => Piece::Number(number, figures),
            "st" | "nd" | "rd" | "th" => Piece::Ordinal(number),
            _ => Piece::Other,
        };
    }
    let begins = |name: &str| word.len() >= 3 && name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    if STARTS.contains(&word) {
        Piece::Start
    } else if DOUBTS.contains(&word) {
        Piece::Doubt
    } else if let Some(month) = MONTHS.iter().find(|month| begins(month.name())) {
        Piece::Month(month.number_from_month())
    } else if let Some(named) = weekday_of(word) {
        Piece::Weekday(named)
    } else {
        Piece::Other
    }
}

fn weekday_of(word: &str) -> Option<Weekday> {
    let word = if word == "weds" { "wed" } else { word };
    // The first week of 2001 began on a Monday.
    let mut days = (1..=7).filter_map(|day| NaiveDate::from_ymd_opt(2001, 1, day));
    let is_named =
        |date: &NaiveDate| word.len() >= 3 && weekday(*date).get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    days.find(is_named).map(|date| date.weekday())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn a_day_is_read_as_people_in_britain_write_it() {
        let spellings = "2026-09-22; 2026-09-22T16:00; 2026/09/22; 22 September 2026; 22nd September 2026; 22nd of September 2026; 22 Sept 2026; \
            22 Sep. 2026; 22/09/26; 22/9/2026; 22.09.26; 22-09-2026; 22-Sep-2026; 22nd-Sept-26; Tue 22 Sep 2026; Tues 22nd Sept 26; \
            Tuesday, 22 September 2026; Tuesday the 22nd of September, 2026; September 22nd, 2026; Sep 22 2026; 22 SEPT '26; 22 Sept ’26; \
            22.09.2026 16:00; 22/09/26 4pm; 22 Sep 2026 at 10.30am; 4pm 22 September 2026; by Tuesday 22 September 2026; By 22/09/2026; \
            no later than 22 September 2026; by close of play on 22 September 2026; before 22/9/26; 18-22 September 2026; \
            18 to 22 September 2026; between 18 and 22 September 2026; weekly until 22/09/26; w/e 22 September 2026; \
            from 1 September 2026 to 22 September 2026; (22/09/26); 22/09/2026.";
        for written in spellings.split(';') {
            assert_eq!(read(written, None), Ok(Some(day(2026, 9, 22))), "{written}");
        }
    }

    #[test]
    fn without_a_year_it_is_the_nearest_to_the_meeting() {
        for written in ["Tue 22 Sep", "22/9", "22nd Sept", "by 22 September", "Sept 22nd"] {
            assert_eq!(read(written, Some(day(2026, 9, 1))), Ok(Some(day(2026, 9, 22))), "{written}");
            assert_eq!(read(written, None), Ok(None), "{written}");
        }
        assert_eq!(read("8 January", Some(day(2026, 12, 1))), Ok(Some(day(2027, 1, 8))));
        assert_eq!(read("20 November", Some(day(2026, 12, 1))), Ok(Some(day(2026, 11, 20))));
    }

    #[test]
    fn what_is_no_day_is_told_apart() {
        let refused = |written| read(written, Some(day(2026, 9, 1))).unwrap_err();
        for written in ["31 September 2026", "31/09/26", "2026-02-30", "30.2.27", "29 February 2027", "12/25/2026", "31/4", "0 May 2027"] {
            assert_eq!(refused(written), NoDay::NotInCalendar, "{written}");
        }
        for written in ["September", "September 2026", "end of Sept 2026", "mid-December", "Jan 27", "by May"] {
            assert_eq!(refused(written), NoDay::MonthAlone, "{written}");
        }
        assert_eq!(refused("Wed 22 September 2026"), NoDay::OtherWeekday(day(2026, 9, 22)));
        assert_eq!(refused("Wednesday 22 Sept"), NoDay::OtherWeekday(day(2026, 9, 22)));
        let vague = "asap; ongoing; on-going; 2/52; 24/7; 10.30; 16:00; by Friday; next week; within 5 working days; 2027; Q4; n/a; ; from 22/09/26; \
            w/c 22 September 2026; w/c Monday 21 September 2026; after 22 Sept 2026; 22/09/26 tbc; 22 September 2026?; 6 weeks; Easter; 0026-05-22";
        for written in vague.split(';') {
            assert_eq!(refused(written), NoDay::NotADate, "{written}");
        }
    }
}
