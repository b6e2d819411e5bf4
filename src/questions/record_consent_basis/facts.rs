//! What is known.

use serde::{Deserialize, Deserializer, Serialize};

use super::person::{How, PersonsConsent};
use crate::engine::input;
use crate::error::{Code, Error};
use crate::value::json::Json;
use crate::value::moment::Moment;
use crate::value::spelling::kebab;
use crate::value::truth::Truth;
use crate::value::{known, read, relatives};

/// What is to be recorded. It writes itself, because the record is what was given here; what nobody knows is no part of it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "RecordConsentBasisFacts"))]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
pub struct Facts {
    /// A reference of the child, no name.
    pub subject_ref: Option<String>,
    /// How long the record is kept, and by which schedule.
    pub retention: Option<String>,
    /// What was shared.
    pub information_shared: Option<String>,
    /// What in it is fact.
    pub facts: Option<String>,
    /// What in it is opinion, kept apart.
    pub opinion: Option<String>,
    /// With whom.
    ///
    /// One text, or a list.
    pub shared_with: Option<OneOrMore>,
    /// What for.
    pub purpose: Option<String>,
    /// Was consent to share sought?
    #[serde(skip_serializing_if = "Truth::is_open")]
    pub consent_sought: Truth,
    /// Was it given?
    ///
    /// Of three consents none implies another.
    #[serde(skip_serializing_if = "Truth::is_open")]
    pub consent_given: Truth,
    /// To what part, where it was not given for all.
    pub consent_covers: Option<String>,
    /// How it was given.
    pub consent_how: Option<How>,
    /// Until when it holds.
    pub consent_until: Option<Moment>,
    /// Was it taken back?
    #[serde(deserialize_with = "known::told", skip_serializing_if = "is_open")]
    #[cfg_attr(feature = "schema", schemars(with = "Truth"))]
    pub consent_withdrawn: Option<Truth>,
    /// When it was taken back.
    pub consent_withdrawn_at: Option<Moment>,
    /// What each person said: every holder of parental responsibility, and the child.
    pub consents: Option<Vec<PersonsConsent>>,
    /// What the child thinks and feels about the share.
    pub childs_view: Option<String>,
    /// Was the meeting agreed to?
    #[serde(skip_serializing_if = "Truth::is_open")]
    pub consent_to_meeting: Truth,
    /// Was taking part agreed to?
    #[serde(skip_serializing_if = "Truth::is_open")]
    pub consent_to_engage: Truth,
    /// Why consent was not sought.
    pub reasoning_not_sought: Option<String>,
    /// Was the family told?
    #[serde(skip_serializing_if = "Truth::is_open")]
    pub family_informed: Truth,
    /// Why not.
    pub reason_not_informed: Option<String>,
    /// Was the invited agencies' agreement to that sought?
    #[serde(skip_serializing_if = "Truth::is_open")]
    pub agreement_sought: Truth,
    /// What came of it.
    pub agreement_outcome: Option<AgreementOutcome>,
    /// Who agreed, by role or agency.
    pub agreed_by: Option<String>,
    /// The basis under Article 6 that the controller relies on.
    ///
    /// By its id.
    pub lawful_basis: Option<String>,
    /// Does it hold special-category data, such as health?
    #[serde(skip_serializing_if = "Truth::is_open")]
    pub special_category: Truth,
    /// The condition under Article 9 for that.
    ///
    /// By its id.
    pub art9_condition: Option<String>,
    /// Does it hold data on criminal offences?
    #[serde(skip_serializing_if = "Truth::is_open")]
    pub criminal_offence_data: Truth,
    /// The condition for that, by its place in the law, such as Schedule 1, paragraph 18.
    pub criminal_condition: Option<String>,
    /// Why sharing is necessary.
    pub necessary: Option<String>,
    /// Why it is proportionate.
    pub proportionate: Option<String>,
    /// Why what is shared is relevant.
    pub relevant: Option<String>,
    /// Is the child deemed to be at high risk of harm?
    #[serde(skip_serializing_if = "Truth::is_open")]
    pub high_risk: Truth,
    /// Is there concern about fabricated or induced illness? That it is not known is more than silence: nobody is told meanwhile.
    #[serde(deserialize_with = "known::told", skip_serializing_if = "is_open")]
    #[cfg_attr(feature = "schema", schemars(with = "Truth"))]
    pub fii_concern: Option<Truth>,
    /// May a parent or carer be a risk to the child? So too here.
    #[serde(deserialize_with = "known::told", skip_serializing_if = "is_open")]
    #[cfg_attr(feature = "schema", schemars(with = "Truth"))]
    pub parents_pose_risk: Option<Truth>,
    /// Is the share meant to find out whether a child needs safeguarding, or to safeguard one?
    #[serde(skip_serializing_if = "Truth::is_open")]
    pub child_at_risk: Truth,
    /// Is the child's wellbeing getting worse?
    #[serde(skip_serializing_if = "Truth::is_open")]
    pub wellbeing_deteriorating: Truth,
    /// What the meeting is about.
    pub issue: Option<String>,
    /// What kind of body holds the information.
    pub controller: Option<String>,
    /// The day of the sharing.
    ///
    /// Where it is not the day of the decision.
    pub date: Option<Moment>,
    /// Who decided, by role.
    pub decided_by: Option<String>,
    /// When.
    pub decided_at: Option<Moment>,
    /// The record that this one corrects.
    pub corrects: Option<String>,
    /// The record's id.
    ///
    /// The door to JavaScript makes one where it is absent.
    pub id: Option<String>,
    /// When it was made.
    ///
    /// The door to JavaScript fills it in where it is absent.
    pub created_at: Option<Moment>,
    /// Random text that keeps the hash from being guessed: 16 bytes in hexadecimal.
    ///
    /// The door to JavaScript makes it where it is absent.
    #[serde(deserialize_with = "salt")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub salt: Option<String>,
}

impl input::Facts for Facts {}

impl Facts {
    /// May telling the family do harm: is a risk recorded, or a concern of which warning them could do harm?
    pub(super) fn risk(&self) -> Truth {
        Truth::any([self.parents_pose_risk, self.fii_concern].into_iter().map(Option::unwrap_or_default))
    }

    /// Is somebody of the family among those with whom it was shared? A family support worker is none of them.
    pub(super) fn is_shared_with_family(&self) -> bool {
        let named = self.shared_with.iter().flat_map(|who| &who.0).flat_map(|text| text.split([',', ';', '/', '&', '+']));
        named.map(kebab).any(|who| relatives::is_named(&who))
    }

    /// Did somebody say that it is not known whether telling them may do harm?
    pub(super) fn risk_is_in_doubt(&self) -> bool {
        let in_doubt = |said: &Option<Truth>| said.is_some_and(Truth::is_unknown);
        !self.risk().is_yes() && [self.parents_pose_risk, self.fii_concern].iter().any(in_doubt)
    }
}

pub(super) fn is_open(said: &Option<Truth>) -> bool {
    said.unwrap_or_default().is_unknown()
}

const DIGITS_OF_A_SALT: usize = 32;

/// A shorter salt, or one that somebody made up, could be guessed with what was typed.
fn salt<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let given = Option::<String>::deserialize(deserializer)?;
    if given.as_ref().is_some_and(|salt| salt.len() != DIGITS_OF_A_SALT || !salt.bytes().all(|digit| digit.is_ascii_hexdigit())) {
        return Err(read::handed_on(&Error::expected(
            Code::BadInput,
            "16 random bytes in hexadecimal, or nothing: the package then makes them",
        )));
    }
    Ok(given)
}

/// What came of asking the invited agencies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum AgreementOutcome {
    /// All agreed.
    Agreed,
    /// None or not enough agreed.
    NotAgreed,
    /// Some agreed.
    PartlyAgreed,
}

impl AgreementOutcome {
    /// Every outcome.
    pub(crate) const ALL: [AgreementOutcome; 3] = [AgreementOutcome::Agreed, AgreementOutcome::NotAgreed, AgreementOutcome::PartlyAgreed];
}

/// One text, or a list of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(transparent)]
pub struct OneOrMore(pub Vec<String>);

impl<'de> Deserialize<'de> for OneOrMore {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let given = Json::deserialize(deserializer)?;
        let texts = match &given {
            Json::Text(text) => Ok(vec![text.to_string()]),
            Json::List(_) => read::json(&given),
            _ => Err(Error::expected(Code::BadInput, "a text or a list of texts")),
        };
        texts.map(OneOrMore).map_err(|error| read::handed_on(&error))
    }
}
