//! How rules, children and an earlier answer are joined.

use super::ClassifyConcern;
use super::answer::HowSoon;
use super::facts::{Child, Facts, PreviousResult};
use crate::engine::decision::{Cited, Decision};
use crate::engine::question::Question;
use crate::engine::rulebook::Rulebook;
use crate::engine::scope::Scope;
use crate::value::entries::Entries;
use crate::value::given::{Lengthening, Why};
use crate::value::moment::Moment;
use crate::value::truth::Truth::{self, No, Unknown, Yes};

fn concerns(said: &[(&str, Truth)]) -> Option<Entries<Truth>> {
    Some(said.iter().copied().collect())
}

/// A concern recorded on a Monday and referred on the day after, of which everything else is a no.
fn facts(said: &[(&str, Truth)]) -> Facts {
    // Its moment would tell that somebody had to act.
    let may_have_acted = said.iter().any(|(fact, truth)| fact.starts_with("immediate") && truth.is_yes());
    Facts {
        concerns: concerns(said),
        others_considered: Some(true),
        concerns_identified_at: Moment::from_words("2026-03-02T09:00"),
        referral_received_at: Moment::from_words("2026-03-03T10:00"),
        immediate_action_at: Moment::from_words("2026-03-04T11:00").filter(|_| may_have_acted),
        ..Facts::default()
    }
}

fn ask(facts: &Facts) -> Decision<HowSoon> {
    ClassifyConcern::decide(&Scope::area("generic"), facts, &Rulebook::built_in()).unwrap()
}

fn due(decision: &Decision<HowSoon>) -> String {
    decision.answer.due_by.map(|date| date.to_string()).unwrap_or_default()
}

fn ids(cited: &[Cited]) -> Vec<&str> {
    cited.iter().map(|cited| &*cited.id).collect()
}

#[test]
fn the_earliest_day_governs_and_on_equal_days_the_shorter_time() {
    let both = ask(&facts(&[("seriousRisk", Yes), ("immediateActionRequired", Yes)]));
    assert_eq!((due(&both).as_str(), ids(&both.because)), ("2026-03-03", vec!["TR-T1a"]));
    assert_eq!(ids(&both.also_applies), ["TR-T0", "TR-T3"]);
    // Three working days from Monday and one from Wednesday both end on Thursday.
    let equal = ask(&facts(&[("immediateActionRequired", Yes)]));
    assert_eq!((due(&equal).as_str(), ids(&equal.because)), ("2026-03-05", vec!["TR-T3"]));
}

#[test]
fn what_may_apply_brings_the_meeting_forward_and_the_known_facts_stand_beside_it() {
    let decision = ask(&facts(&[("seriousRisk", Unknown)]));
    let known = decision.answer.on_known_facts_only.unwrap().due_by.unwrap().to_string();
    assert_eq!((due(&decision).as_str(), known.as_str(), decision.settled), ("2026-03-03", "2026-03-05", false));
    assert_eq!(decision.ask[0].path, "concerns.seriousRisk");
}

#[test]
fn a_time_is_lengthened_only_on_a_yes_with_a_reason() {
    let complex = |complex: Truth, protection: Truth, reason: Option<&str>| Facts {
        complex_reason: reason.map(Why::from),
        ..facts(&[("particularlyComplex", complex), ("immediateProtectionNeeded", protection)])
    };
    let reason = Some("Several families");
    let lengthened = ask(&complex(Yes, No, reason));
    assert_eq!((due(&lengthened).as_str(), ids(&lengthened.because)), ("2026-03-09", vec!["TR-T4a"]));
    assert_eq!(ids(&lengthened.set_aside), ["TR-T0"]);
    assert_eq!(due(&ask(&complex(Yes, No, None))), "2026-03-05");
    assert_eq!(due(&ask(&complex(Unknown, No, reason))), "2026-03-05");
    // Whether the child needs protecting now keeps it from being lengthened while nobody knows.
    let open = ask(&complex(Yes, Unknown, reason));
    let known = open.answer.on_known_facts_only.unwrap().due_by.unwrap().to_string();
    assert_eq!((due(&open).as_str(), known.as_str()), ("2026-03-03", "2026-03-09"));
}

#[test]
fn of_several_children_the_earliest_day_governs_for_all() {
    let child = |name: &str, said| Child { r#ref: name.to_owned(), concerns: concerns(said), ..Child::default() };
    let children = vec![child("A", &[]), child("B", &[("seriousRisk", Yes)]), child("C", &[("immediateActionRequired", Unknown)])];
    let immediate_action_at = Moment::from_words("2026-03-04T11:00");
    let decision = ask(&Facts { children: Some(children), immediate_action_at, ..facts(&[]) });
    assert_eq!((due(&decision).as_str(), ids(&decision.because)), ("2026-03-03", vec!["TR-T1a"]));
    assert_eq!(decision.answer.joint_due_by, decision.answer.due_by);
    let each: Vec<String> = decision.answer.per_child.iter().map(|child| child.due_by.unwrap().to_string()).collect();
    assert_eq!(each, ["2026-03-05", "2026-03-03", "2026-03-05"]);
}

#[test]
fn an_earlier_answer_holds_until_somebody_says_why_it_is_later() {
    let previous = |said: &[(&str, Truth)], due_by: Option<&str>| Facts {
        previous_result: Some(PreviousResult {
            due_by: due_by.and_then(Moment::from_words),
            concerns: concerns(said),
            ..PreviousResult::default()
        }),
        ..facts(&[("seriousRisk", No)])
    };
    let held = ask(&previous(&[], Some("2026-03-04")));
    assert_eq!((due(&held).as_str(), held.answer.would_be.unwrap().to_string().as_str()), ("2026-03-04", "2026-03-05"));
    assert_eq!(due(&ask(&previous(&[("seriousRisk", Yes)], Some("2026-03-04")))), "2026-03-03", "a yes that was taken back");
    let on_record = Lengthening { role: "manager".into(), reason: "It was another child.".into() };
    let agreed = ask(&Facts { lengthening: Some(on_record), ..previous(&[("seriousRisk", Yes)], Some("2026-03-04")) });
    assert_eq!((due(&agreed).as_str(), agreed.answer.would_be), ("2026-03-05", None));
}
