//! The page that a consultant hosts, put together of the app's own files as this page got them.

use crate::handover::site::config::Config;
use crate::handover::site::{LIST, PageFault, listed, page};
use crate::ui::browser::file;

/// The largest list and the largest file of the app.
const LARGEST: usize = 64 << 20;

/// The archive of a page with a project.
///
/// # Errors
/// [`PageFault`].
pub async fn archive(client: &str) -> Result<Vec<u8>, PageFault> {
    let list = fetch(LIST).await?;
    let list = std::str::from_utf8(&list).map_err(|_| PageFault::NoIndex)?;
    let names = listed(list).ok_or(PageFault::NoIndex)?.into_keys();
    let mut files = Vec::with_capacity(names.len());
    for name in names {
        let content = fetch(&name).await?;
        files.push((name, content));
    }
    page(list, files, client, &Config::default())
}

async fn fetch(name: &str) -> Result<Vec<u8>, PageFault> {
    file::fetch_bytes(name, LARGEST).await.map_err(|_| PageFault::NoIndex)
}
