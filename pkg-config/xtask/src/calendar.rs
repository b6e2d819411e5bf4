//! The list of bank holidays: what the government publishes taken into it, and its counts written out for other calendars to count again.

use crate::authored;
use crate::lint::today;
use crate::project::Project;
use anyhow::{Context, Result, bail};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use safeguarding_rules::{Calendar, Limit, Rulebook};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use toml_edit::{DocumentMut, Table, value};

/// The division of the government's file whose days these are.
const DIVISION: &str = "england-and-wales";

/// The most working days that are counted out.
const MOST: u32 = 60;

/// Writes how many days after each day to the end of 2030 each count of working days ends, and the same of a year more, in which
/// the last of them end.
pub fn count_out(folder: &Path) -> Result<PathBuf> {
    let rulebook = Rulebook::built_in();
    let calendar = rulebook.calendar();
    let until = NaiveDate::from_ymd_opt(2030, 12, 31).context("no such day")?;
    let due_after =
        |start: NaiveDate| (1..=MOST).map(move |count| (calendar.working_days(start, count).due_by - start).num_days()).collect();
    let starts = calendar.known_from.iter_days().take_while(|day| day.year() <= until.year() + 1);
    let all: Vec<Vec<i64>> = starts.map(due_after).collect();
    let file = folder.join("working-days.json");
    let [from, known_until, until] = [calendar.known_from, calendar.known_until, until].map(|day| day.to_string());
    fs::write(&file, json!({"from": from, "until": until, "knownUntil": known_until, "most": MOST, "dueAfter": all}).to_string())?;
    Ok(file)
}

/// Says what the government's published file changes in the list, and which deadlines that are open today would move; with
/// `write` the list is written.
pub fn update(project: &Project, file: &str, write: bool) -> Result<()> {
    let published: Value = serde_json::from_str(&authored::read_file(Path::new(file))?).context("expected JSON, as it is published")?;
    let path = project.built_in_packs().join("bank-holidays.toml");
    let text = authored::read_file(&path)?;
    let mut list: DocumentMut = text.parse()?;
    let before = read(&list)?;
    let today = today()?;
    let changes = take_in(&mut list, &published, today)?;
    let after = read(&list)?;
    changes.iter().for_each(|change| println!("{change}"));
    let moved = moved(&before, &after, &limits(project)?, today);
    moved.iter().for_each(|line| println!("{line}"));
    println!("{} changes of the list, known until {}; {} open deadlines would move", changes.len(), after.known_until, moved.len());
    if write {
        fs::write(&path, list.to_string())?;
        println!("{} is written: see what the tests say, and commit it as a change of a rule", path.display());
    }
    Ok(())
}

fn read(list: &DocumentMut) -> Result<Calendar> {
    Ok(toml_edit::de::from_document(list.clone())?)
}

/// Takes the published days of each year that the file has into the list; other years stay. What changes, in words.
fn take_in(list: &mut DocumentMut, published: &Value, today: NaiveDate) -> Result<Vec<String>> {
    let events = events(published)?;
    let years: BTreeSet<i32> = events.keys().map(Datelike::year).collect();
    let holidays = list["holidays"].as_table().context("the list has no [holidays]")?;
    let listed: BTreeMap<NaiveDate, String> = holidays
        .iter()
        .map(|(day, name)| Ok((date(day)?, name.as_str().context("a bank holiday has no name")?.to_owned())))
        .collect::<Result<_>>()?;
    let of_year = |year: i32| listed.keys().filter(move |day| day.year() == year).count();
    let fewest = listed.keys().map(|day| of_year(day.year())).min().unwrap_or_default();
    // A file that was cut off would take holidays away that are kept.
    for year in &years {
        let published = events.keys().filter(|day| day.year() == *year).count();
        if published < fewest {
            bail!("{DIVISION}.events: expected at least {fewest} bank holidays in {year}");
        }
    }
    let mut after: BTreeMap<NaiveDate, String> = listed.clone().into_iter().filter(|(day, _)| !years.contains(&day.year())).collect();
    // A day that stays keeps its name.
    after.extend(events.into_iter().map(|(day, name)| (day, listed.get(&day).cloned().unwrap_or(name))));
    let gone = listed.iter().filter(|(day, _)| !after.contains_key(day)).map(|(day, name)| format!("gone:  {day} {name}"));
    let new = after.iter().filter(|(day, _)| !listed.contains_key(day)).map(|(day, name)| format!("new:   {day} {name}"));
    let changes = gone.chain(new).collect();
    let mut table = Table::new();
    *table.decor_mut() = holidays.decor().clone();
    after.iter().for_each(|(day, name)| _ = table.insert(&day.to_string(), value(name)));
    list["holidays"] = table.into();
    let known_until = date(text(list, "known_until")?)?;
    let last = years.last().and_then(|year| NaiveDate::from_ymd_opt(*year, 12, 31)).unwrap_or(known_until);
    put(list, "known_until", known_until.max(last));
    put(list, "checked_on", today);
    Ok(changes)
}

fn text<'l>(list: &'l DocumentMut, name: &str) -> Result<&'l str> {
    list[name].as_str().with_context(|| format!("the list has no {name}"))
}

fn date(words: &str) -> Result<NaiveDate> {
    words.parse().ok().with_context(|| format!("the list has no day {words}"))
}

/// Another day in a field, with the space and the comments about it left as they are.
fn put(list: &mut DocumentMut, name: &str, day: NaiveDate) {
    if let Some(field) = list[name].as_value_mut() {
        let decor = field.decor().clone();
        *field = day.to_string().into();
        *field.decor_mut() = decor;
    }
}

/// The published days that are weekdays, with their names.
fn events(published: &Value) -> Result<BTreeMap<NaiveDate, String>> {
    let events =
        published[DIVISION]["events"].as_array().with_context(|| format!("{DIVISION}.events: expected a list of bank holidays"))?;
    let mut days = BTreeMap::new();
    for (place, event) in events.iter().enumerate() {
        let at = |field: &str| format!("{DIVISION}.events[{place}].{field}");
        let day = event["date"].as_str().and_then(|day| day.parse::<NaiveDate>().ok());
        let day = day.with_context(|| format!("{}: expected a date such as 2026-03-02", at("date")))?;
        let title = event["title"].as_str().with_context(|| format!("{}: expected a name", at("title")))?.replace('’', "'");
        let name = match event["notes"].as_str().map(str::to_lowercase) {
            Some(notes) if !notes.is_empty() => format!("{title} ({notes})"),
            _ => title,
        };
        if !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) {
            days.insert(day, name);
        }
    }
    if days.is_empty() {
        bail!("{DIVISION}.events: expected at least one bank holiday");
    }
    Ok(days)
}

/// The working days that the packs give, each once.
fn limits(project: &Project) -> Result<BTreeSet<u32>> {
    fn gather(value: &Value, found: &mut BTreeSet<u32>) {
        match value {
            Value::String(words) => found.extend(match Limit::from_words(words) {
                Some(Limit::WorkingDays(days)) => Some(days),
                _ => None,
            }),
            Value::Array(items) => items.iter().for_each(|item| gather(item, found)),
            Value::Object(fields) => fields.values().for_each(|field| gather(field, found)),
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    authored::built_in(project)?.iter().for_each(|pack| gather(pack, &mut found));
    Ok(found)
}

/// The deadlines that have not passed and end on another day by the list that comes after.
fn moved(before: &Calendar, after: &Calendar, limits: &BTreeSet<u32>, today: NaiveDate) -> Vec<String> {
    let until = after.known_until.max(before.known_until);
    let longest = Days::new(u64::from(limits.last().copied().unwrap_or_default()) * 3);
    let starts = (today - longest).iter_days().take_while(|start| *start <= until);
    let mut moved = Vec::new();
    for start in starts {
        for days in limits {
            let [was, is] = [before, after].map(|calendar| calendar.working_days(start, *days).due_by);
            if was != is && was.max(is) >= today {
                let way = if is > was { "later" } else { "sooner" };
                moved.push(format!("{way:<6} begun {start}, {}: {was} becomes {is}", Limit::WorkingDays(*days)));
            }
        }
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> DocumentMut {
        authored::read_file(&Project::find().built_in_packs().join("bank-holidays.toml")).unwrap().parse().unwrap()
    }

    /// The list of this project in the form in which the government publishes its own.
    fn published(from: i32, change: impl Fn(&mut Vec<Value>)) -> Value {
        let list = list();
        let days = list["holidays"].as_table().unwrap().iter().filter(|(day, _)| day[..4].parse::<i32>().unwrap() >= from);
        let mut events = days.map(|(day, name)| json!({"title": name.as_str(), "date": day, "notes": "", "bunting": true})).collect();
        change(&mut events);
        json!({"england-and-wales": {"division": DIVISION, "events": events}, "scotland": {"division": "scotland", "events": []}})
    }

    fn day(words: &str) -> NaiveDate {
        words.parse().unwrap()
    }

    #[test]
    fn what_is_published_as_it_is_listed_changes_nothing() {
        let mut list = list();
        let was = list.to_string();
        assert!(take_in(&mut list, &published(2019, |_| {}), day("2026-11-21")).unwrap().is_empty());
        assert_eq!(list.to_string(), was);
    }

    #[test]
    fn a_proclaimed_day_is_told_with_the_deadlines_that_it_moves() {
        let mut list = list();
        let before = read(&list).unwrap();
        let new = json!({"title": "A day for all", "date": "2027-06-09", "notes": "Extra bank holiday", "bunting": true});
        let changes = take_in(&mut list, &published(2019, |events| events.push(new.clone())), day("2027-06-01")).unwrap();
        assert_eq!(changes, ["new:   2027-06-09 A day for all (extra bank holiday)"]);
        let after = read(&list).unwrap();
        assert_eq!(after.checked_on, day("2027-06-01"));
        let moved = moved(&before, &after, &BTreeSet::from([1, 3]), day("2027-06-01"));
        assert!(moved.contains(&"later  begun 2027-06-08, within 1 working day: 2027-06-09 becomes 2027-06-10".to_owned()), "{moved:?}");
        assert!(moved.contains(&"later  begun 2027-06-04, within 3 working days: 2027-06-09 becomes 2027-06-10".to_owned()), "{moved:?}");
        assert!(!moved.iter().any(|line| line.contains("begun 2027-06-09")), "{moved:?}");
        // One that is over is not open.
        assert!(super::moved(&before, &after, &BTreeSet::from([1]), day("2027-06-11")).is_empty());
    }

    #[test]
    fn further_years_are_known_then_and_earlier_ones_stay() {
        let mut list = list();
        let of_2029 = ["01-01", "03-30", "04-02", "05-07", "05-28", "08-27", "12-25", "12-26"];
        let further = of_2029.map(|day| json!({"title": "A bank holiday", "date": format!("2029-{day}"), "notes": "", "bunting": true}));
        let changes = take_in(&mut list, &published(2026, |events| events.extend(further.clone())), day("2027-06-01")).unwrap();
        assert_eq!(changes.len(), 8);
        let calendar = read(&list).unwrap();
        assert_eq!(calendar.known_until, day("2029-12-31"));
        assert_eq!(calendar.working_days(day("2015-12-24"), 1).due_by, day("2015-12-29"));
    }

    #[test]
    fn a_file_that_is_cut_off_or_another_is_refused() {
        let refused = |published: Value| take_in(&mut list(), &published, day("2026-11-21")).unwrap_err().to_string();
        assert!(refused(published(2019, |events| _ = events.pop())).contains("at least 8 bank holidays in 2028"));
        assert!(refused(json!({"events": []})).contains("england-and-wales.events: expected a list"));
        assert!(refused(published(2019, |events| events[3]["date"] = json!("soon"))).contains("events[3].date: expected a date"));
    }
}
