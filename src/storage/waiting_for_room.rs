//! What the storage had no room for when it was to be added: it waits until somebody makes room, or lets it go.

use crate::model::Engagement;

/// The engagements that wait, in the order in which they came.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WaitingForRoom(Vec<Engagement>);

impl WaitingForRoom {
    /// One more waits; one that is tried again waits once.
    pub fn wait(&mut self, engagement: &Engagement) {
        if !self.0.contains(engagement) {
            self.0.push(engagement.clone());
        }
    }

    /// One has found room after all.
    pub fn found_room(&mut self, engagement: &Engagement) {
        self.0.retain(|waiting| waiting != engagement);
    }

    /// Tries to add each; those that `add` takes wait no more. Says whether none is left.
    pub fn try_again(&mut self, mut add: impl FnMut(&Engagement) -> bool) -> bool {
        self.0.retain(|waiting| !add(waiting));
        self.is_empty()
    }

    /// Whether none waits.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Command, HeadField, plan};

    fn titled(title: &str) -> Engagement {
        let mut engagement = Engagement::new();
        let change = plan(&engagement, Command::SetHead(HeadField::Title, title.into())).expect("a plan").change;
        engagement.swap(change);
        engagement
    }

    #[test]
    fn each_waits_once_until_it_has_found_room() {
        let [first, second, third] = ["one", "two", "three"].map(titled);
        let mut waiting = WaitingForRoom::default();
        [&first, &second, &first, &third].into_iter().for_each(|one| waiting.wait(one));
        // There is room for one.
        let mut added = Vec::new();
        let mut room = 1;
        assert!(!waiting.try_again(|one| {
            let fits = room > 0;
            room -= usize::from(fits);
            added.extend(fits.then(|| one.clone()));
            fits
        }));
        assert_eq!(added, [first]);
        waiting.found_room(&second);
        assert!(waiting.try_again(|one| {
            added.push(one.clone());
            true
        }));
        assert_eq!(added.len(), 2, "what found room in another way is not added twice");
        assert_eq!(added[1], third);
    }
}
