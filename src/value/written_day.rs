//! The day that a person wrote down, as people in Britain write one: `22nd September 2026`, `22/09/26`, `by Tue 22 Sep`.

use chrono::{Datelike, NaiveDate, Weekday};

use super::word_list::is_one_of;

mod names;

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
    let Some((at, found)) = (0..pieces.len()).rev().find_map(|at| Some((at, found_at(&pieces, at)?))) else {
        let is_month = |piece: &Piece| matches!(piece, Piece::Month(_));
        return Err(if pieces.iter().any(is_month) { NoDay::MonthAlone } else { NoDay::NotADate });
    };
    let named = match &pieces[..at] {
        [.., Piece::Start] | [.., Piece::Start, Piece::Weekday(_)] => return Err(NoDay::NotADate),
        [.., Piece::Weekday(named)] => Some(*named),
        _ => None,
    };
    if is_counted_from(&pieces[..at]) {
        return Err(NoDay::NotADate);
    }
    let date = found.date(meeting)?;
    match (date, named) {
        (Some(date), Some(named)) if date.weekday() != named => Err(NoDay::OtherWeekday(date)),
        (date, _) => Ok(date),
    }
}

/// `Within 15 working days of the conference on 14 September`: from that day it counts, and the last day is not written.
fn is_counted_from(before: &[Piece]) -> bool {
    let nearest = before.iter().rev().find(|piece| matches!(piece, Piece::Since | Piece::By | Piece::Month(_) | Piece::Whole(_)));
    nearest == Some(&Piece::Since)
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
    /// What follows is the day from which days are counted: `within 10 days of`.
    Since,
    /// What follows is the last day: `by`.
    By,
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

fn found_at(pieces: &[Piece], at: usize) -> Option<Found> {
    let (before, pieces) = pieces.split_at(at);
    let (day, month, of_year) = match *pieces {
        [Piece::Whole(found), ..] => return Some(found),
        [Piece::Number(day, 1 | 2) | Piece::Ordinal(day), Piece::Month(month), ..] => (day, month, pieces.get(2)),
        [Piece::Month(month), Piece::Ordinal(day), ..] => (day, month, pieces.get(2)),
        // `October 2026 (12th)`
        [Piece::Month(month), Piece::Number(_, 4), Piece::Ordinal(day), ..] => (day, month, pieces.get(1)),
        // `11 - 12 - 2026`
        [Piece::Number(day, 1 | 2), Piece::Number(month, 1 | 2), Piece::Number(_, figures), ..] if figures == 4 || pieces.len() == 3 => {
            (day, month, pieces.get(2))
        }
        // A month that has its day takes no other: `21st Sept 9`.
        [Piece::Month(month), Piece::Number(day, 1 | 2), ..] if !matches!(before, [.., Piece::Number(_, 1 | 2) | Piece::Ordinal(_)]) => {
            (day, month, pieces.get(2))
        }
        _ => return None,
    };
    let year = match of_year {
        Some(Piece::Number(year, figures)) => year_of(*year, *figures),
        _ => None,
    };
    // `Jan 27` may be a day or a year; with the year beside it, it is a day. Three numbers are no day without the year.
    let is_one = match pieces {
        [Piece::Month(_), Piece::Number(_, 1 | 2), ..] => year.is_some() || day < 20,
        [_, Piece::Number(..), ..] => year.is_some(),
        _ => true,
    };
    is_one.then_some(Found { day, month, year })
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
    let folded = words.to_ascii_lowercase().replace(['–', '—'], "-").replace(['\'', '’', '‘'], "").replace(" /", "/").replace("/ ", "/");
    let mut pieces = Vec::new();
    let mut before = "";
    for word in
        folded.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')')).map(|word| word.trim_matches(['.', ':', '-']))
    {
        match (before, word) {
            (unit, word) if is_unit(unit) && (is_one_of(word, FROM) || (word == "of" && folded.contains("within"))) => {
                pieces.push(Piece::Since)
            }
            // What stands between a day and its month says nothing, and a time of day is no part of the date.
            (_, "" | "of" | "the") => continue,
            (_, "am" | "pm") => {
                pieces.pop_if(|hour| matches!(hour, Piece::Number(..=12, 1 | 2)));
                pieces.push(Piece::Other);
            }
            (_, "by") => pieces.push(Piece::By),
            // In Welsh, Tuesday has the name of March.
            ("dydd", "mawrth") => pieces.push(Piece::Weekday(Weekday::Tue)),
            (_, "w/c" | "earliest") | ("not", "before" | "until" | "till") | ("earlier" | "sooner", "than") => pieces.push(Piece::Start),
            // `Or sooner` leaves the day as the last there is; anything else ends it.
            ("or", "when" | "whenever" | "once" | "if" | "as" | "later" | "after" | "thereafter") => pieces.push(Piece::Doubt),
            (_, word) => pieces_of(word, &mut pieces),
        }
        before = word;
    }
    pieces
}

/// Words between what is counted and the day from which it is.
const FROM: &str = "from after since following before";

/// Is it what days are counted in?
fn is_unit(word: &str) -> bool {
    matches!(word.trim_end_matches('s'), "day" | "week" | "month" | "hour")
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
        _ if is_a_time(date) || parts.len() > 3 => pieces.push(Piece::Other),
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

/// `16:00`, `9.30am`, `10-11am`: no part of the date.
fn is_a_time(word: &str) -> bool {
    let has_mark = ["am", "pm"].iter().any(|mark| word.ends_with(mark)) && word.starts_with(|sign: char| sign.is_ascii_digit());
    has_mark || word.contains(':')
}

/// Words after which a date is a beginning, or a guess.
const STARTS: &str = "from after since following starting starts commencing around about circa wc";

/// Words by which nobody stands by the date.
const DOUBTS: &str = "tbc tba tbd provisional provisionally approx approximately maybe";

fn piece(word: &str) -> Piece {
    let figures = word.bytes().take_while(u8::is_ascii_digit).count();
    if let Ok(number) = word[..figures].parse() {
        return match &word[figures..] {
            "" => Piece::Number(number, figures),
            "st" | "nd" | "rd" | "th" => Piece::Ordinal(number),
            _ => Piece::Other,
        };
    }
    if is_one_of(word, STARTS) {
        Piece::Start
    } else if is_one_of(word, DOUBTS) {
        Piece::Doubt
    } else if let Some(month) = names::month_of(word) {
        Piece::Month(month)
    } else if let Some(named) = names::weekday_of(word) {
        Piece::Weekday(named)
    } else {
        Piece::Other
    }
}

#[cfg(test)]
mod tests;
