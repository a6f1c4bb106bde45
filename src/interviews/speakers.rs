//! The names of those who speak in an interview: what may be one, what it comes to when one of them gets another.

use super::record::Head;
use crate::compose::name_key;

/// The most letters of a name, with the role that stands in it: "Dr. O’Neill (CFO, Acme)".
pub const MOST_LETTERS: usize = 120;

/// Why a text is no name of a speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoSpeaker {
    /// It holds no letter.
    Empty,
    /// It has more than [`MOST_LETTERS`].
    TooLong,
}

/// A typed name as it is kept: in one line, with single spaces.
///
/// # Errors
/// [`NoSpeaker`] where it is none.
pub fn named(typed: &str) -> Result<String, NoSpeaker> {
    let words: Vec<&str> = typed.split(|c: char| c.is_whitespace() || c.is_control()).collect();
    let name = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    match name.chars().count() {
        _ if !name.contains(char::is_alphanumeric) => Err(NoSpeaker::Empty),
        count if count > MOST_LETTERS => Err(NoSpeaker::TooLong),
        _ => Ok(name),
    }
}

/// Whether two names are the same, whatever their case and spaces. An empty one is no name.
pub fn is_same(one: &str, other: &str) -> bool {
    let key = name_key(one);
    !key.is_empty() && key == name_key(other)
}

/// Those who can be picked in an interview, each name once with its place. Of several places with one name it is that of `now`,
/// or else the first.
pub fn listed(speakers: &[String], now: Option<u16>) -> Vec<(u16, String)> {
    let mut all: Vec<(u16, String)> = Vec::new();
    for (at, name) in (0_u16..).zip(speakers).filter(|(_, name)| !name.trim().is_empty()) {
        match all.iter_mut().find(|(_, known)| is_same(known, name)) {
            Some(known) if now == Some(at) => *known = (at, name.clone()),
            Some(_) => (),
            None => all.push((at, name.clone())),
        }
    }
    all
}

/// What it comes to when a speaker gets another name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renaming {
    /// The places with the old name: one, unless two tabs named two alike.
    pub from: Vec<u16>,
    /// The place of another speaker who has the new name already, and of whom they become a part.
    pub into: Option<u16>,
    /// The name as it is kept; that of the other speaker stays as it is written.
    pub name: String,
}

impl Renaming {
    /// Gives the speaker at a place another name. `None`: there is nobody at that place.
    ///
    /// # Errors
    /// [`NoSpeaker`] where the text is no name.
    pub fn of(head: &Head, at: u16, typed: &str) -> Result<Option<Self>, NoSpeaker> {
        let typed = named(typed)?;
        let Some(old) = head.speakers.get(usize::from(at)) else { return Ok(None) };
        let with = |name: &str| -> Vec<u16> {
            (0_u16..).zip(&head.speakers).filter(|(_, known)| is_same(known, name)).map(|(at, _)| at).collect()
        };
        let mut from = with(old);
        if from.is_empty() {
            from.push(at);
        }
        let others: Vec<u16> = with(&typed).into_iter().filter(|other| !from.contains(other)).collect();
        let into = others.iter().copied().find(|at| head.interviewer == Some(*at)).or(others.first().copied());
        let written = into.and_then(|into| head.speakers.get(usize::from(into))).cloned();
        Ok(Some(Renaming { from, into, name: written.unwrap_or(typed) }))
    }

    /// Whether what this speaker says is said by the other one from now on.
    pub fn moves(&self, speaker: Option<u16>) -> bool {
        self.into.is_some() && speaker.is_some_and(|at| self.from.contains(&at))
    }

    /// The head afterwards. The places stay, with the new name: another tab may just file a note under one of them. Whoever asks
    /// goes on asking, also as a part of another speaker.
    pub fn apply(&self, head: &mut Head) {
        for &at in &self.from {
            if let Some(name) = head.speakers.get_mut(usize::from(at)) {
                name.clone_from(&self.name);
            }
        }
        if let Some(into) = self.into
            && head.interviewer.is_some_and(|at| self.from.contains(&at))
        {
            head.interviewer = Some(into);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(speakers: &[&str]) -> Head {
        Head { speakers: speakers.iter().map(|name| (*name).to_owned()).collect(), ..Head::default() }
    }

    #[test]
    fn what_is_typed_is_a_name_or_says_why_not() {
        assert_eq!(named("  Anna \n Keller "), Ok("Anna Keller".into()));
        for empty in ["", "  \n", "?!", "\u{200b}"] {
            assert_eq!(named(empty), Err(NoSpeaker::Empty), "{empty:?}");
        }
        assert_eq!(named(&"я".repeat(MOST_LETTERS)).map(|name| name.chars().count()), Ok(MOST_LETTERS));
        assert_eq!(named(&"я".repeat(MOST_LETTERS + 1)), Err(NoSpeaker::TooLong));
    }

    #[test]
    fn a_name_that_is_a_part_of_another_is_another() {
        let head = head(&["Ann", "Anna", "Anna (CFO)", "Пётр"]);
        let into = |at, name| Renaming::of(&head, at, name).expect("a name").expect("a speaker").into;
        assert_eq!(into(3, "Anna K"), None);
        assert_eq!((into(3, "ANNA"), into(3, " ann "), into(3, "anna (cfo)")), (Some(1), Some(0), Some(2)));
        assert_eq!(
            (into(0, "петр"), into(3, "Петр")),
            (Some(3), None),
            "“ё” is “е”, and nobody is merged into himself"
        );
        assert_eq!(Renaming::of(&head, 4, "Anna"), Ok(None));
        assert_eq!(Renaming::of(&head, 0, " "), Err(NoSpeaker::Empty));
    }

    #[test]
    fn places_of_one_name_go_together_and_are_listed_once() {
        let mut head = head(&["Anna", "Speaker 1", "anna", ""]);
        let all = |head: &Head, now| listed(&head.speakers, now).into_iter().map(|(at, _)| at).collect::<Vec<_>>();
        assert_eq!((all(&head, None), all(&head, Some(2))), (vec![0, 1], vec![2, 1]));
        let renaming = Renaming::of(&head, 2, "Vera").expect("a name").expect("a speaker");
        renaming.apply(&mut head);
        assert_eq!(head.speakers, ["Vera", "Speaker 1", "Vera", ""]);
    }

    #[test]
    fn whoever_asks_goes_on_asking() {
        for (asks, after) in [(None, None), (Some(0), Some(1)), (Some(1), Some(1)), (Some(2), Some(2))] {
            let mut head = Head { interviewer: asks, ..head(&["Speaker 1", "Anna", "Oleg"]) };
            Renaming::of(&head, 0, "anna").expect("a name").expect("a speaker").apply(&mut head);
            assert_eq!((head.interviewer, &head.speakers[0][..]), (after, "Anna"));
        }
    }
}
