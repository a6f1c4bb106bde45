//! Links: made of an engagement or one of its maps, open or locked.

use crate::exchange::link::{self, PLACE};
use crate::model::Engagement;
use crate::ui::browser::{self, lock::Lock};

/// How it stands with a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Made {
    /// It is being made.
    Working,
    /// Its whole address.
    Ready(String),
    /// There is too much for any link.
    TooLarge,
    /// A newer Orbita wrote it: a link of this one could leave out a part.
    OfNewer,
    /// The browser did not lock it.
    NotLocked,
}

impl Made {
    /// The address, if there is one.
    pub fn address(&self) -> Option<&str> {
        if let Made::Ready(address) = self { Some(address) } else { None }
    }
}

/// Makes the link of an engagement, locked where there is a passphrase.
pub async fn make(engagement: Engagement, passphrase: &str) -> Made {
    let lock = if passphrase.is_empty() {
        None
    } else {
        match Lock::new(passphrase).await {
            Ok(lock) => Some(lock),
            Err(_) => return Made::NotLocked,
        }
    };
    match text(&engagement, lock.as_ref()).await {
        Ok(text) => Made::Ready(format!("{}{PLACE}{text}", browser::address())),
        Err(made) => made,
    }
}

/// The text of a link.
pub async fn text(engagement: &Engagement, lock: Option<&Lock>) -> Result<String, Made> {
    let Some(lock) = lock else { return link::write(engagement).map_err(|_| Made::TooLarge) };
    let plain = link::pack(engagement).map_err(|_| Made::TooLarge)?;
    lock.seal(&plain, link::layout(engagement)).await.map(|sealed| sealed.text()).map_err(|_| Made::NotLocked)
}
