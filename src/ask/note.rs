//! A note for the case file.

use super::request::ToExplain;
use super::told::Told;
use super::variables::Variable;
use crate::text::sentences::{
    DATE_AT, LEFT_OPEN, NOTE_DECISION, NOTE_IDENTIFIED, NOTE_NO, NOTE_REASON, NOTE_RECEIVED, NOTE_RECORDED, NOTE_SAYS, NOTE_TITLE,
    NOTE_UNKNOWN, NOTE_YES,
};
use crate::text::{Part, Said, dates};
use crate::value::given::given;
use crate::value::json::Json;
use crate::value::moment::Moment;
use crate::value::truth::Truth;

/// A note that lists more questions than this that nobody answered is read by nobody.
const MOST_UNKNOWN: usize = 12;

/// The note. The decision and its reason are left open for the person who makes them.
pub(super) fn case_note(told: &Told<'_>, request: &ToExplain, variables: &[Variable]) -> String {
    let say = |said: Said| said.in_words_of(told.catalogue);
    let at = request.recorded_at.as_ref().map_or(LEFT_OPEN.said(), date_and_time);
    let by = request.recorded_by.as_deref().and_then(given).map_or(LEFT_OPEN.said().into(), Part::from);
    let mut lines = vec![
        say(NOTE_TITLE.with([("question", request.question.asks.said().into())])),
        say(NOTE_RECORDED.with([("at", at.into()), ("by", by)])),
    ];
    lines.extend(starts(&request.facts).map(say));
    for (truth, sentence) in [(Truth::Yes, NOTE_YES), (Truth::No, NOTE_NO), (Truth::Unknown, NOTE_UNKNOWN)] {
        let asked = variables.iter().filter(|variable| variable.said(&request.facts) == Some(truth));
        let asked: Vec<String> = asked.map(|variable| say(variable.question.clone())).collect();
        if !asked.is_empty() && (!truth.is_unknown() || asked.len() <= MOST_UNKNOWN) {
            lines.push(say(sentence.with([("questions", asked.join(" ").into())])));
        }
    }
    lines.push(say(NOTE_SAYS.with([("heading", told.heading.as_str().into())])));
    lines.extend(told.why.iter().chain(&told.why_not).map(|line| format!("- {line}")));
    lines.push(told.settledness());
    lines.extend(told.sources.iter().cloned());
    lines.extend([NOTE_DECISION, NOTE_REASON].map(|open| say(open.said())));
    lines.join("\n")
}

/// The moments from which times count.
fn starts(facts: &Json<'_>) -> impl Iterator<Item = Said> {
    let moments = [("concernsIdentifiedAt", NOTE_IDENTIFIED), ("referralReceivedAt", NOTE_RECEIVED)];
    moments.into_iter().filter_map(|(name, sentence)| {
        let at = Moment::from_words(facts.at(name)?.as_text()?)?;
        Some(sentence.with([("at", date_and_time(&at).into())]))
    })
}

fn date_and_time(at: &Moment) -> Said {
    DATE_AT.with([("date", dates::said(at.date()).into()), ("time", at.time_of_day().into())])
}
