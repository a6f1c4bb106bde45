//! Locking with a passphrase, by the browser's own cryptography.

use js_sys::{Array, JsString, Object, Reflect, Uint8Array};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

use crate::exchange::link::Sealed;
use crate::exchange::link::sealed::{Form, NONCE, ROUNDS, SALT};

/// The key that a passphrase gives, and how it was made.
#[derive(Clone)]
pub struct Lock {
    key: CryptoKey,
    rounds: u32,
    salt: [u8; SALT],
}

/// The browser did not lock or unlock it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failed;

impl From<JsValue> for Failed {
    fn from(_: JsValue) -> Self {
        Failed
    }
}

/// Whether the browser has cryptography here: pages that came over plain http have none.
pub fn is_there() -> bool {
    subtle().is_ok()
}

fn subtle() -> Result<SubtleCrypto, Failed> {
    let crypto = window().crypto()?;
    let subtle = Reflect::get(&crypto, &"subtle".into())?;
    if window().is_secure_context() && subtle.is_object() { Ok(subtle.unchecked_into()) } else { Err(Failed) }
}

fn random<const LENGTH: usize>() -> Result<[u8; LENGTH], Failed> {
    let mut bytes = [0; LENGTH];
    window().crypto()?.get_random_values_with_u8_array(&mut bytes)?;
    Ok(bytes)
}

/// An object of options.
fn options(pairs: &[(&str, JsValue)]) -> Result<Object, Failed> {
    let object = Object::new();
    for (name, value) in pairs {
        Reflect::set(&object, &(*name).into(), value)?;
    }
    Ok(object)
}

impl Lock {
    /// A lock of a passphrase that no other text has.
    ///
    /// # Errors
    /// [`Failed`] where the browser has no cryptography.
    pub async fn new(passphrase: &str) -> Result<Self, Failed> {
        Self::make(passphrase, ROUNDS, random()?).await
    }

    /// The lock of a text, with a passphrase that may be another.
    ///
    /// # Errors
    /// [`Failed`] where the browser has no cryptography.
    pub async fn of(passphrase: &str, sealed: &Sealed) -> Result<Self, Failed> {
        Self::make(passphrase, sealed.rounds, sealed.salt).await
    }

    async fn make(passphrase: &str, rounds: u32, salt: [u8; SALT]) -> Result<Self, Failed> {
        let subtle = subtle()?;
        // What looks the same is the same, on whatever keyboard it was typed.
        let passphrase = String::from(JsString::from(passphrase).normalize("NFKC"));
        let bytes = Uint8Array::from(passphrase.as_bytes());
        let usages = Array::of1(&"deriveKey".into());
        let typed = JsFuture::from(subtle.import_key_with_str("raw", &bytes, "PBKDF2", false, &usages)?).await?;
        let derivation = options(&[
            ("name", "PBKDF2".into()),
            ("hash", "SHA-256".into()),
            ("iterations", rounds.into()),
            ("salt", Uint8Array::from(&salt[..]).into()),
        ])?;
        let kind = options(&[("name", "AES-GCM".into()), ("length", 256.into())])?;
        let usages = Array::of2(&"encrypt".into(), &"decrypt".into());
        let key =
            subtle.derive_key_with_object_and_object(&derivation, typed.unchecked_ref(), &kind, false, &usages)?;
        Ok(Lock { key: JsFuture::from(key).await?.unchecked_into(), rounds, salt })
    }

    /// Locks a packed project, which has a layout of its own.
    ///
    /// # Errors
    /// [`Failed`].
    pub async fn seal(&self, plain: &[u8], layout: u32) -> Result<Sealed, Failed> {
        let form = Form::Second { layout };
        let mut sealed = Sealed { form, rounds: self.rounds, salt: self.salt, nonce: random()?, secret: Vec::new() };
        let (algorithm, data) = (algorithm(&sealed)?, Uint8Array::from(plain));
        let locked = subtle()?.encrypt_with_object_and_buffer_source(&algorithm, &self.key, &data)?;
        sealed.secret = Uint8Array::new(&JsFuture::from(locked).await?).to_vec();
        Ok(sealed)
    }

    /// Unlocks a packed project.
    ///
    /// # Errors
    /// [`Failed`] for another passphrase, and for a text that was changed.
    pub async fn open(&self, sealed: &Sealed) -> Result<Vec<u8>, Failed> {
        let (algorithm, data) = (algorithm(sealed)?, Uint8Array::from(&sealed.secret[..]));
        let plain = subtle()?.decrypt_with_object_and_buffer_source(&algorithm, &self.key, &data)?;
        Ok(Uint8Array::new(&JsFuture::from(plain).await?).to_vec())
    }
}

fn algorithm(sealed: &Sealed) -> Result<Object, Failed> {
    let nonce: [u8; NONCE] = sealed.nonce;
    options(&[
        ("name", "AES-GCM".into()),
        ("iv", Uint8Array::from(&nonce[..]).into()),
        ("additionalData", Uint8Array::from(&sealed.authenticated()[..]).into()),
    ])
}
