//! Texts that nobody can read: kept as they are, under keys of their own.

use std::collections::{BTreeMap, BTreeSet};

use super::{ASIDE, Shelf, ShelfError, id_of};
use crate::arrange::set_of;

/// Those of a shelf. Looked through once, however many come.
pub(super) struct Asides<'s> {
    shelf: &'s dyn Shelf,
    keys: BTreeSet<String>,
    /// What lies there, as JSON strings.
    literals: BTreeSet<String>,
    /// Of each name, the last number that is taken.
    last: BTreeMap<String, usize>,
}

impl<'s> Asides<'s> {
    /// Looks through the shelf.
    ///
    /// # Errors
    /// When it does not answer.
    pub fn of(shelf: &'s dyn Shelf) -> Result<Self, ShelfError> {
        let keys: BTreeSet<String> = set_of(shelf.keys()?.into_iter().filter(|key| key.starts_with(ASIDE)));
        let mut literals = BTreeSet::new();
        for key in &keys {
            literals.extend(shelf.literal(key)?);
        }
        Ok(Asides { shelf, keys, literals, last: BTreeMap::new() })
    }

    /// Whether a text lies there already, given as a JSON string.
    pub fn has(&self, literal: &str) -> bool {
        self.literals.contains(literal)
    }

    /// Keeps a text, given as a JSON string, under a name that tells where it is from; `write` puts it under a key.
    ///
    /// # Errors
    /// When the shelf does not take it.
    pub fn keep(
        &mut self,
        name: &str,
        literal: &str,
        write: &dyn Fn(&str) -> Result<(), ShelfError>,
    ) -> Result<(), ShelfError> {
        let last = self.last.entry(name.into()).or_default();
        let key = loop {
            *last += 1;
            let key = format!("{ASIDE}{name}-{last}");
            if !self.keys.contains(&key) {
                break key;
            }
        };
        write(&key)?;
        self.keys.insert(key);
        self.literals.insert(literal.into());
        Ok(())
    }

    /// Moves a text from its key to those of what cannot be read, letter for letter. When there is no room for the move it
    /// stays where it is.
    ///
    /// # Errors
    /// When the shelf does not answer.
    pub fn take_from(&mut self, key: &str) -> Result<(), ShelfError> {
        let shelf = self.shelf;
        if let Some(literal) = shelf.literal(key)?
            && self.keep(id_of(key).unwrap_or(key), &literal, &|to| shelf.write_literal(to, &literal)).is_ok()
        {
            self.shelf.remove(key)?;
        }
        Ok(())
    }
}
