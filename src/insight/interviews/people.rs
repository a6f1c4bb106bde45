//! Who was interviewed: people and accounts by numbers, and what the accounts bring.

use std::collections::{BTreeMap, BTreeSet};

use crate::compose::name_key;
use crate::model::Engagement;
use crate::model::amount::Amount;
use crate::model::quantity::InterviewId;

/// A person as numbers that can be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Person {
    /// The same for all interviews with one person.
    pub person: u32,
    /// The same for all people of one account. `None`: nobody said which.
    pub account: Option<u32>,
}

/// All people of a project.
#[derive(Clone, Debug, Default)]
pub struct People {
    by_interview: BTreeMap<InterviewId, Person>,
    revenue: BTreeMap<u32, Amount>,
    /// Accounts that pay nothing any more.
    gone: BTreeSet<u32>,
}

impl People {
    /// Numbers the people: the same name at the same account is one person, an interview without a name is a person of its
    /// own. An account is the one that the interview is joined to, or the project's account of that name, or else whatever
    /// has that name.
    pub fn of(engagement: &Engagement) -> Self {
        let mut people = People::default();
        let mut accounts: BTreeMap<String, u32> = BTreeMap::new();
        for (id, account) in engagement.accounts() {
            accounts.entry(name_key(&account.name)).or_insert(id.0);
            let paid = account.revenue.iter().rfind(|revenue| revenue.get() > 0.0);
            people.revenue.extend(paid.or(account.revenue.last()).map(|revenue| (id.0, *revenue)));
            if paid.is_some() && paid != account.revenue.last() {
                people.gone.insert(id.0);
            }
        }
        accounts.remove("");
        let mut known: BTreeMap<(String, Option<u32>), u32> = BTreeMap::new();
        // Accounts that the project does not have are numbered from the other end.
        let mut unknown = u32::MAX;
        for (id, interview) in engagement.interviews() {
            let name = name_key(&interview.head.account);
            let account = interview.client.map(|client| client.0).or_else(|| {
                (!name.is_empty()).then(|| {
                    *accounts.entry(name).or_insert_with(|| {
                        unknown -= 1;
                        unknown
                    })
                })
            });
            let name = name_key(&interview.head.person);
            let person = if name.is_empty() { id.0 } else { *known.entry((name, account)).or_insert(id.0) };
            people.by_interview.insert(id, Person { person, account });
        }
        people
    }

    /// The person of an interview.
    pub fn person(&self, interview: InterviewId) -> Option<Person> {
        self.by_interview.get(&interview).copied()
    }

    /// Whether an account paid once and pays nothing now.
    pub fn is_gone(&self, account: u32) -> bool {
        self.gone.contains(&account)
    }

    /// What an account brings in its last period, or brought in the last one that it paid for. `None`: not known.
    pub fn revenue(&self, account: u32) -> Option<Amount> {
        self.revenue.get(&account).copied()
    }
}
