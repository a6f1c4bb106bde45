//! What a person's consent allows others to read.

use super::{Hiding, Mapping, Named};
use crate::interviews::kinds::Consent;

/// How many interviews go along, and how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Going {
    /// With the names of people.
    pub named: usize,
    /// Without.
    pub unnamed: usize,
    /// Not at all: nobody agreed.
    pub left_out: usize,
}

/// Whether the accounts of a project are named where it goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Accounts {
    /// By the names that the project gives them.
    #[default]
    Named,
    /// In no text of the project.
    Hidden,
}

/// A quote that somebody wants to use outside the team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotable<'q> {
    /// The words.
    pub text: &'q str,
    /// Whether these are the person's own words.
    pub is_verbatim: bool,
    /// What the person agreed to.
    pub consent: Consent,
    /// The person.
    pub person: &'q str,
    /// What the person does.
    pub role: &'q str,
    /// The company.
    pub account: &'q str,
}

/// A quote as it may be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cleared {
    /// The words.
    pub text: String,
    /// Who said them: person, role and company with consent by name; the role alone without; empty where nothing is known.
    pub by: String,
}

/// Why a quote may not be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotCleared {
    /// The person agreed to nothing.
    NoConsent,
    /// These are the interviewer's words.
    NotVerbatim,
}

/// The quote as the consent of its speaker allows. `hiding` names whom this consent leaves without a name: with consent by name
/// others who did not agree to be named, without it everybody.
///
/// # Errors
/// [`NotCleared`] where it may not go out at all.
pub fn clear(quote: &Quotable, hiding: &Hiding) -> Result<Cleared, NotCleared> {
    if !quote.is_verbatim {
        return Err(NotCleared::NotVerbatim);
    }
    let joined = |parts: &[&str]| {
        parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    };
    match quote.consent {
        Consent::None => Err(NotCleared::NoConsent),
        Consent::ByName => {
            Ok(Cleared { text: hiding.text(quote.text), by: joined(&[quote.person, quote.role, quote.account]) })
        }
        Consent::Anonymous => {
            // The speaker and the company are hidden even where nobody put them on the list.
            let mut own = Mapping::default();
            for (named, name) in [(Named::Person, quote.person), (Named::Company, quote.account)] {
                if !name.trim().is_empty() && !hiding.knows(name) {
                    own.hide_as(named, "\u{2026}", name);
                }
            }
            let own = own.hiding();
            let hide = |text: &str| hiding.text(&own.text(text));
            Ok(Cleared { text: hide(quote.text), by: hide(quote.role.trim()) })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interviews::anonymise::{Hidden, Named};

    fn quote(consent: Consent) -> Quotable<'static> {
        Quotable {
            text: "Oleg asked Meridian's board. Marina, I said, no.",
            is_verbatim: true,
            consent,
            person: "Marina Sokolova",
            role: "Head of L&D, Meridian",
            account: "Meridian",
        }
    }

    #[test]
    fn consent_decides_what_goes_out() {
        let oleg = Hidden { named: Named::Person, alias: "Person 1".into(), names: vec!["Oleg".into()] };
        let mapping = Mapping { hidden: vec![oleg], ..Mapping::default() };
        let mapping = mapping.hiding();
        assert_eq!(clear(&quote(Consent::None), &mapping), Err(NotCleared::NoConsent));
        let named = clear(&quote(Consent::ByName), &mapping).expect("by name");
        assert_eq!(
            (named.text.as_str(), named.by.as_str()),
            (
                "[Person 1] asked Meridian's board. Marina, I said, no.",
                "Marina Sokolova, Head of L&D, Meridian, Meridian"
            ),
            "who agreed is named, who did not is not"
        );
        let hidden = clear(&quote(Consent::Anonymous), &mapping).expect("without names");
        assert_eq!(
            hidden.text, "[Person 1] asked […]'s board. […], I said, no.",
            "the speaker too, though nobody listed her"
        );
        assert_eq!(hidden.by, "Head of L&D, […]");
        let noted = Quotable { is_verbatim: false, ..quote(Consent::ByName) };
        assert_eq!(clear(&noted, &mapping), Err(NotCleared::NotVerbatim));
    }
}
