//! A locked project: what the browser needs to unlock it, and the bytes that it unlocks. Locking itself is the browser's.

use super::fields::{Damaged, Reader, Writer};
use super::{LinkError, SEALED, SECOND, THIRD, VERSION, written};
use crate::exchange::archive::crc32;

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

/// How a locked project is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `x1.`: nothing tells another passphrase from a text that was changed, or what is inside from what is newer.
    First,
    /// `x2.`: with the layout of what is inside, and the CRC-32 of all.
    Second {
        /// The version of the open form of the same project.
        layout: u32,
    },
}

impl Form {
    fn version(self) -> u32 {
        match self {
            Form::First => VERSION,
            Form::Second { .. } => SECOND,
        }
    }
}

/// A locked project: AES-256-GCM, its key made from a passphrase by PBKDF2 with SHA-256.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// How it is written.
    pub form: Form,
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
        let bytes = [self.head(), self.secret.clone()].concat();
        let bytes = match self.form {
            Form::First => bytes,
            Form::Second { .. } => [&crc32(&bytes).to_le_bytes()[..], &bytes].concat(),
        };
        written(SEALED, self.form.version(), &bytes)
    }

    /// What is authenticated beside the secret (the additional data of AES-GCM), so that nobody changes how it is locked.
    pub fn authenticated(&self) -> Vec<u8> {
        [format!("{SEALED}{}.", self.form.version()).into_bytes(), self.head()].concat()
    }

    fn head(&self) -> Vec<u8> {
        let mut head = Writer::default();
        head.byte(PBKDF2_AES);
        head.count(self.rounds.into());
        if let Form::Second { layout } = self.form {
            head.count(layout.into());
        }
        [&head.into_numbers(), &self.salt[..], &self.nonce].concat()
    }

    /// Reads what stands behind the prefix of a version, 1 or 2.
    pub(super) fn of(version: u32, bytes: &[u8]) -> Result<Self, LinkError> {
        let bytes = if version == SECOND {
            let (sum, behind) = bytes.split_first_chunk().ok_or(Damaged)?;
            if crc32(behind) != u32::from_le_bytes(*sum) {
                return Err(LinkError::Damaged);
            }
            behind
        } else {
            bytes
        };
        let mut head = Reader::of_numbers(bytes);
        if head.byte()? != PBKDF2_AES {
            return Err(LinkError::Newer);
        }
        let rounds = u32::try_from(head.count()?).ok().filter(|rounds| ALLOWED_ROUNDS.contains(rounds));
        let form = if version == SECOND {
            let known = u32::try_from(head.count()?).ok().filter(|layout| *layout <= THIRD);
            Form::Second { layout: known.ok_or(LinkError::Newer)? }
        } else {
            Form::First
        };
        let (salt, rest) = head.unread().split_first_chunk().ok_or(Damaged)?;
        let (nonce, secret) = rest.split_first_chunk().ok_or(Damaged)?;
        let rounds = rounds.ok_or(Damaged)?;
        Ok(Sealed { form, rounds, salt: *salt, nonce: *nonce, secret: secret.to_vec() })
    }
}
