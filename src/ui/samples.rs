//! What lies beside the app: examples and templates, fetched when they are asked for.

use super::browser::file;
use crate::i18n::Lang;
use crate::model::Engagement;
use crate::storage::envelope;

/// The text of the example in a language.
pub async fn example(lang: Lang) -> Option<String> {
    text(&format!("examples/{}.json", lang.code())).await
}

/// The text of the template with a name, in a language.
pub async fn template(lang: Lang, name: &str) -> Option<String> {
    text(&format!("templates/{}/{name}.json", lang.code())).await
}

async fn text(address: &str) -> Option<String> {
    file::fetch(address).await.ok()
}

/// The engagement that such a text holds.
pub fn read(text: &str) -> Option<Engagement> {
    Some(envelope::read(text).ok()?.engagement)
}
