//! A locked project: what the browser needs to unlock it, and the bytes that it unlocks. Locking itself is the browser's.

use super::fields::{Damaged, Reader, Writer};
use super::{LinkError, SEALED, VERSION, written};

/// The length of the salt from which, with the passphrase, the key is made.
pub const SALT: usize = 16;
/// The length of the number that no two texts under one key share.
pub const NONCE: usize = 12;
/// How often the passphrase is hashed, as OWASP advises for PBKDF2 with SHA-256.
pub const ROUNDS: u32 = 600_000;
/// What another program may ask for: fewer rounds protect nothing, more hold the page.
const ALLOWED_ROUNDS: std::ops::RangeInclusive<u32> = 100_000..=5_000_000;

/// AES-256-GCM with a key of PBKDF2-SHA-256.
const PBKDF2_AES: u8 = 1;

/// A locked project: AES-256-GCM, its key made from a passphrase by PBKDF2 with SHA-256.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// The rounds of PBKDF2.
    pub rounds: u32,
    /// Its salt.
    pub salt: [u8; SALT],
    /// The nonce of AES-GCM.
    pub nonce: [u8; NONCE],
    /// What [`pack`](super::pack) gave, encrypted, with the tag at its end.
    pub secret: Vec<u8>,
}

impl Sealed {
    /// The text of the link.
    pub fn text(&self) -> String {
        written(SEALED, VERSION, &[self.head(), self.secret.clone()].concat())
    }

    /// What is authenticated beside the secret (the additional data of AES-GCM), so that nobody changes how it is locked.
    pub fn authenticated(&self) -> Vec<u8> {
        [format!("{SEALED}{VERSION}.").into_bytes(), self.head()].concat()
    }

    fn head(&self) -> Vec<u8> {
        let mut head = Writer::default();
        head.byte(PBKDF2_AES);
        head.count(self.rounds.into());
        [&head.into_numbers(), &self.salt[..], &self.nonce].concat()
    }

    /// Reads what stands behind the prefix.
    pub(super) fn of(bytes: &[u8]) -> Result<Self, LinkError> {
        let mut head = Reader::of_numbers(bytes);
        if head.byte()? != PBKDF2_AES {
            return Err(LinkError::Newer);
        }
        let rounds = u32::try_from(head.count()?).ok().filter(|rounds| ALLOWED_ROUNDS.contains(rounds));
        let (salt, rest) = head.rest().split_first_chunk().ok_or(Damaged)?;
        let (nonce, secret) = rest.split_first_chunk().ok_or(Damaged)?;
        Ok(Sealed { rounds: rounds.ok_or(Damaged)?, salt: *salt, nonce: *nonce, secret: secret.to_vec() })
    }
}
