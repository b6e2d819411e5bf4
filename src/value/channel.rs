//! The ways in which something is sent, in the words that people use for each.

use serde::{Deserialize, Serialize};

/// A way in which something is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Channel {
    #[serde(alias = "encrypted-email", alias = "secure-mail", alias = "secure-e-mail", alias = "egress", alias = "cjsm")]
    SecureEmail,
    #[serde(
        alias = "e-mail",
        alias = "ordinary-email",
        alias = "plain-email",
        alias = "unsecured-email",
        alias = "unsecure-email",
        alias = "insecure-email",
        alias = "unencrypted-email"
    )]
    Email,
    #[serde(alias = "mail", alias = "letter", alias = "by-post", alias = "recorded-delivery")]
    Post,
    #[serde(alias = "phone", alias = "by-phone", alias = "by-telephone", alias = "phone-call", alias = "call")]
    Telephone,
    #[serde(alias = "by-hand", alias = "hand", alias = "hand-delivered", alias = "face-to-face")]
    InPerson,
    #[serde(alias = "shared-system", alias = "case-system", alias = "online", alias = "upload")]
    Portal,
    #[serde(alias = "sms", alias = "whatsapp", alias = "message")]
    Text,
    Fax,
    Spoc,
    Practitioner,
}
