//! What another tab did, brought into this one's work.

use super::{Adopted, Store};
use crate::arrange::{Arrange, map_of};
use crate::edit::Typing;
use crate::model::merge::{self, Clash, Unmergeable};
use crate::model::record::Names;
use crate::model::{Engagement, Key};

impl Store {
    /// Brings in another tab's state, which grew from `base` as this one did. Both histories stay alive. `mark` is the state
    /// from which changes count afterwards, as after [`Store::mark`].
    ///
    /// # Errors
    /// [`Unmergeable`]; nothing has changed then.
    pub fn adopt(&mut self, base: &Engagement, theirs: &Engagement, mark: &Engagement) -> Result<Adopted, Unmergeable> {
        let mut base = base.clone();
        // Whoever changed the words of an open editor did not know that they are being typed.
        if let Some(open) = &self.typing
            && let (Some(was), Some(theirs)) = (base.edit(open.typing.0), theirs.edit(open.typing.0))
            && was != theirs
            && !open.is_known(was.clone(), theirs)
        {
            base.swap(vec![open.untyped(was)]);
        }
        let typed = self.typing.as_ref().and_then(|open| self.engagement.edit(open.typing.0));
        let merged = merge::merge_while_at(self.at, &base, &self.engagement, theirs)?;
        // What is shown is the state from before any record got another id.
        let mut touched = self.engagement.differing_with_lists(&merged.engagement);
        if !merged.renamed.is_empty() {
            self.rename(&merged.renamed);
        }
        let keys = self.engagement.differing(&merged.engagement);
        let mut clashes = merged.clashes;
        clashes.extend(self.returned(&merged.engagement, &keys));
        self.history.follow(&self.engagement, &merged.engagement, &keys);
        touched.extend(merged.renamed.pairs().flat_map(|(old, new)| [old, new]));
        touched.extend(merged.renamed.pairs().filter_map(|(_, new)| new.collection().map(Key::List)));
        touched.arrange();
        touched.dedup();
        self.since =
            map_of(mark.differing(&merged.engagement).into_iter().filter_map(|key| Some((key, mark.edit(key)?))));
        self.engagement = merged.engagement;
        if let (Some(open), Some(typed)) = (&mut self.typing, typed)
            && let Some(now) = self.engagement.edit(open.typing.0)
        {
            open.join(typed, now);
        }
        self.follow_words(&clashes);
        Ok(Adopted { touched, clashes, others: merged.others, renamed: merged.renamed })
    }

    /// What a step of this side deleted, and the other side brings back in `now`.
    fn returned(&self, now: &Engagement, keys: &[Key]) -> Vec<Clash> {
        // What belongs to a record comes back with it.
        let is_new = |key: &Key| key.owner().is_none() && !self.engagement.has(*key) && now.has(*key);
        let mut new = keys.iter().copied().filter(is_new).peekable();
        if new.peek().is_none() {
            return Vec::new();
        }
        let deleted = self.history.deleted();
        new.filter(|key| deleted.contains(key)).map(Clash::Returned).collect()
    }

    fn rename(&mut self, names: &Names) {
        self.at = self.at.map(|at| names.interview(at));
        self.engagement.rename(names);
        self.history.rename(names);
        if let Some(open) = &mut self.typing {
            open.typing.0 = names.of(open.typing.0);
        }
    }

    /// What is typed into a card that was split goes on in the card that has our words.
    fn follow_words(&mut self, clashes: &[Clash]) {
        let Some(open) = &mut self.typing else { return };
        for clash in clashes {
            if let Clash::Split(theirs, ours) = *clash
                && open.typing.0 == Key::Card(theirs)
            {
                open.go_on_in(Typing(Key::Card(ours), open.typing.1));
            }
        }
    }
}
