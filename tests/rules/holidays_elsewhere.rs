//! A bank holiday of Scotland or Northern Ireland alone is a working day: added by hand it would lengthen a time.

use crate::common::{ask, rulebook};
use serde_json::{Value, json};

fn refused(date: &str, title: Option<&str>) -> Option<String> {
    let mut holiday = json!({"date": date});
    if let Some(title) = title {
        holiday["title"] = title.into();
    }
    let facts: Value = json!({"area": "generic", "bankHolidays": [holiday]});
    ask("classify-concern", &facts, &rulebook()).err().map(|error| error.path().to_owned())
}

#[test]
fn days_that_are_kept_there_alone_are_refused_by_their_date() {
    for day in [
        "2026-01-02",
        "2027-01-04",
        "2028-01-04",
        "2026-03-17",
        "2029-03-19",
        "2027-07-12",
        "2026-07-13",
        "2026-08-03",
        "2027-08-02",
        "2026-11-30",
        "2024-12-02",
        "2025-12-01",
        "2031-07-14",
        "2034-01-03",
        "2033-01-04",
    ] {
        let error = refused(day, None);
        assert_eq!(error.as_deref(), Some("bankHolidays[0].date"), "{day}");
    }
}

#[test]
fn and_by_their_title_on_whatever_day() {
    for title in ["St Andrew's Day", "Saint Patrick\u{2019}s Day (substitute day)", "Battle of the Boyne", "Scottish bank holiday"] {
        assert_eq!(refused("2026-06-10", Some(title)).as_deref(), Some("bankHolidays[0].title"), "{title}");
    }
    let words = ask("classify-concern", &json!({"bankHolidays": [{"date": "2026-11-30", "title": "St Andrew's Day"}]}), &rulebook());
    let refusal = words.unwrap_err().to_string();
    assert!(refusal.contains("England and Wales") && !refusal.contains("Andrew"), "{refusal}");
}

#[test]
fn what_england_and_wales_keep_is_taken() {
    for day in ["2026-06-10", "2034-01-02", "2033-01-03", "2029-05-07", "2028-06-01", "2026-12-01", "2026-08-10"] {
        assert_eq!(refused(day, None), None, "{day}");
    }
    assert_eq!(refused("2027-06-04", Some("Bank holiday for the Jubilee")), None);
}

/// What adds a day makes a date later: only a title that reads as a proclaimed holiday does.
#[test]
fn only_a_title_by_which_a_holiday_is_proclaimed_adds_a_day() {
    let due = |title: &str| {
        let facts = json!({"area": "generic", "othersConsidered": true, "concernsIdentifiedAt": "2026-11-24T10:00",
            "bankHolidays": [{"date": "2026-11-26", "title": title}]});
        ask("classify-concern", &facts, &rulebook())
            .map(|told| told["answer"]["dueBy"].clone())
            .map_err(|refusal| refusal.path().to_owned())
    };
    let proclaimed = [
        "Bank holiday",
        "Bank holiday for the coronation of the King",
        "Coronation Day",
        "Platinum Jubilee bank holiday",
        "Diamond Jubilee",
        "State Funeral",
        "Funeral of the King",
        "Royal wedding",
        "National day of mourning",
        "A day of national celebration",
        "Public holiday",
        "Spring bank holiday (moved)",
        "VE Day",
        "Boxing Day (substitute day)",
        "NEW YEAR\u{2019}S DAY",
        "",
        " ",
    ];
    for title in proclaimed {
        assert_eq!(due(title), Ok(json!("2026-11-30")), "{title}");
    }
    let own = [
        "Privilege day",
        "Local holiday",
        "Snow day",
        "Mayor's day",
        "Election day",
        "Eid",
        "Diwali",
        "Office closed",
        "INSET day",
        "Council closure",
        "Strike",
        "Day off",
        "Added",
        "x",
        "tbc",
        "Half term",
        "Summer holiday",
        "Christmas party",
        "Christmas shutdown",
        "King's birthday",
        "Team day",
        "Polling day",
        "Yom Kippur",
        "Local bank holiday",
        "Bank holiday closure of the office",
        "Duvet day",
        "Founder's day",
        "Floods",
        "Heatwave",
        "Annual leave",
        "Carnival",
        "Wedding",
        "Funeral",
        "Banking day",
        "World Cup final",
        "Ascension Day",
        "Holiday",
        "Bank",
        "123",
    ];
    for title in own {
        assert_eq!(due(title), Err("bankHolidays[0].title".to_owned()), "{title}");
        let facts = json!({"bankHolidays": [{"date": "2026-11-26", "title": title}]});
        let refusal = ask("classify-concern", &facts, &rulebook()).unwrap_err().to_string();
        assert!(refusal.contains("proclaimed") && (title == "Bank" || !refusal.contains(&format!(" {title} "))), "{refusal}");
    }
}
