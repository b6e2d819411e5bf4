//! Calls about answers and about packs: to explain, to ask further, to list, to compare, to load.

use serde_json::{Value, json};

use crate::calls;
use crate::dice::Dice;
use crate::library::{OWN_WORDS, own_pack};
use crate::scope;
use crate::spoilt;
use crate::values::{self, Facts};
use crate::vocabulary::VOCABULARY;

/// Each question, and how it is named where it is spoken of. Those whose answers have few facts to change come more often:
/// an explanation tries out every set of up to three.
const EXPLAINED: [(&str, &str); 16] = [
    ("classifyConcern", "classify-concern"),
    ("classifyConcern", "classify-concern"),
    ("classifyConcern", "classify-concern"),
    ("checkAction", "check-action"),
    ("checkPlan", "check-plan"),
    ("recordConsentBasis", "record-consent-basis"),
    ("recordConsentBasis", "record-consent-basis"),
    ("reportQuarter", "report-quarter"),
    ("classifyConcern", "classify-concern"),
    ("checkAction", "check-action"),
    ("checkPlan", "check-plan"),
    ("listAttendees", "list-attendees"),
    ("chooseMeeting", "choose-meeting"),
    ("listDeadlines", "list-deadlines"),
    ("makeChecklist", "make-checklist"),
    ("resolveDisagreement", "resolve-disagreement"),
];

/// Every question once.
pub const QUESTIONS: [(&str, &str); 10] = [
    EXPLAINED[0],
    EXPLAINED[3],
    EXPLAINED[4],
    EXPLAINED[5],
    EXPLAINED[7],
    EXPLAINED[11],
    EXPLAINED[12],
    EXPLAINED[13],
    EXPLAINED[14],
    EXPLAINED[15],
];

/// An answer to be put into words.
pub fn to_explain(dice: &mut Dice, rulebook: &str) -> String {
    let (question, name) = *dice.pick(&EXPLAINED);
    let mut facts = calls::facts(question, dice, rulebook);
    if question == "makeChecklist" {
        // Of a short list that no fact changes, every set of three would be tried, and that takes half a minute.
        facts.shift_remove("list");
    }
    let mut request = json!({ "question": name, "facts": facts });
    if dice.happens(50) {
        request["recordedBy"] = values::text(dice);
    }
    if dice.happens(50) {
        request["recordedAt"] = values::moment(dice);
    }
    sent(dice, request)
}

/// A form to be built, of which little is filled in.
pub fn to_ask_further(dice: &mut Dice, rulebook: &str) -> String {
    let (question, name) = *dice.pick(&QUESTIONS);
    let mut facts = calls::facts(question, dice, rulebook);
    if dice.happens(50) {
        let often = dice.throw(100);
        facts.retain(|name, _| matches!(name.as_str(), "area" | "packs" | "meetingType") || dice.happens(often));
    }
    let request = if dice.happens(4) { json!({ "question": name }) } else { json!({ "question": name, "facts": facts }) };
    sent(dice, request)
}

/// All packs, an area's, or those named.
pub fn of_packs(dice: &mut Dice, rulebook: &str) -> String {
    let mut request = match dice.throw(4) {
        0 => Facts::new(),
        _ => scope::choose(dice, rulebook, None),
    };
    request.retain(|name, _| name == "area" || name == "packs");
    sent(dice, Value::Object(request))
}

fn sent(dice: &mut Dice, request: Value) -> String {
    match request {
        Value::Object(request) if dice.happens(8) => spoilt::spoil(dice, request),
        sound => sound.to_string(),
    }
}

/// Two sides to be compared. Whole documents take seconds, so all but one comparison are of small packs, or of sides that are alike.
pub fn to_compare(dice: &mut Dice, number: usize) -> String {
    let own = own_pack();
    let changed = own.replace("within 2 working days", ["on the same day", "within 1 working day", "within 5 working days"][number % 3]);
    let without =
        changed_pack(&own, &mut |pack| drop(pack.shift_remove(["list_attendees", "make_checklist", "list_deadlines"][number % 3])));
    let id = VOCABULARY.packs[number % 7].id.as_str();
    let sides = match number {
        1 => json!({ "before": "multi-agency-meetings", "after": "county-durham" }),
        2..6 => json!({ "before": own, "after": changed }),
        6..18 => json!({ "before": without, "after": own }),
        18..24 => json!({ "before": id, "after": id }),
        24..27 => {
            json!({ "before": ["multi-agency-meetings", "information-sharing"], "after": ["information-sharing", "multi-agency-meetings"] })
        }
        27 => json!({ "before": "information-sharing", "after": "nowhere" }),
        28 => json!({ "before": [], "after": "information-sharing" }),
        29 => json!({ "before": 1, "after": "information-sharing" }),
        30 => json!({ "before": ["information-sharing", "information-sharing"], "after": "information-sharing" }),
        31 => json!({ "before": own, "after": own.replace("working days", "fortnights") }),
        32 => json!({ "after": own }),
        _ => json!({ "before": changed, "after": changed_pack(&own, &mut |pack| damage(dice, pack)) }),
    };
    sides.to_string()
}

fn changed_pack(pack: &str, change: &mut dyn FnMut(&mut Facts)) -> String {
    let mut pack: Facts = serde_json::from_str(pack).unwrap_or_default();
    change(&mut pack);
    // Examples prove the pack as it was.
    pack.shift_remove("example");
    Value::Object(pack).to_string()
}

/// Changes one field of a rule so that the pack may no longer be sound.
fn damage(dice: &mut Dice, pack: &mut Facts) {
    let tables: Vec<String> = pack.iter().filter(|(_, rules)| rules.is_array()).map(|(name, _)| name.clone()).collect();
    let rule = &mut pack[dice.pick(&tables)][0];
    if let Value::Object(fields) = rule {
        let name = fields.keys().nth(dice.throw(fields.len())).cloned().unwrap_or_default();
        match dice.throw(3) {
            0 => drop(fields.shift_remove(&name)),
            1 => drop(fields.insert(name, json!("another-word"))),
            _ => drop(fields.insert(format!("{name}s"), json!(true))),
        }
    }
}

/// A pack of a portal's own, sound or not.
pub fn to_load(dice: &mut Dice) -> String {
    let own = own_pack();
    match dice.throw(12) {
        0 => own,
        1 => own.replace("riverbridge", "county-durham"),
        2 => spoilt::in_its_text(dice, &own),
        3 => own.replace("2026-11-21", "2026-02-30"),
        4 => own.replace("multi-agency-meetings", "nowhere"),
        5 => own.replace("within 2 working days", "within 3 working days"),
        6 => own.replace("How we work together", "How we meet").replace("1.0.0", "1.1.0"),
        7 => own.replace("riverbridge", "riverside").replace("RB-", "RS-"),
        8..11 => {
            let mut pack: Facts = serde_json::from_str(&own).unwrap_or_default();
            damage(dice, &mut pack);
            Value::Object(pack).to_string()
        }
        _ => changed_pack(&own, &mut |pack| damage(dice, pack)),
    }
}

/// Sentences of a portal's own, or such as there are none.
pub fn to_say(dice: &mut Dice) -> String {
    let mut words: Facts = serde_json::from_str(OWN_WORDS).unwrap_or_default();
    words.retain(|_, _| dice.happens(60));
    match dice.throw(10) {
        0 => return spoilt::in_its_text(dice, OWN_WORDS),
        1 => drop(words.insert("how_soon.HOLDD".into(), json!("x"))),
        2 => drop(words.insert("how_soon.HOLD".into(), json!("{when}"))),
        3 => drop(words.insert("words.MARCH".into(), json!("{by}"))),
        4 => drop(words.insert("words.DATE".into(), json!(1))),
        _ => {}
    }
    Value::Object(words).to_string()
}
