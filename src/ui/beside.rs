//! What lies beside the app: examples and templates, fetched when they are asked for.

use super::browser::file;
use crate::i18n::Lang;
use crate::model::Engagement;
use crate::storage::envelope;

/// The example in a language.
pub async fn example(lang: Lang) -> Option<Engagement> {
    engagement(&format!("examples/{}.json", lang.code())).await
}

/// The template with a name, in a language.
pub async fn template(lang: Lang, name: &str) -> Option<Engagement> {
    engagement(&format!("templates/{}/{name}.json", lang.code())).await
}

async fn engagement(address: &str) -> Option<Engagement> {
    let text = file::fetch(address).await.ok()?;
    Some(envelope::read(&text).ok()?.engagement)
}
