//! Files in and out.

use crate::i18n::Words;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, DataTransfer, DragEvent, File, FileList, HtmlAnchorElement, ReadableStreamDefaultReader,
    RequestCache, RequestInit, Response, Url,
};

/// Why a file or an address gave nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    /// Larger than the given number of bytes.
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}

impl FileError {
    /// Why the file called `name` gave nothing, and what to do.
    pub fn text(self, words: &Words, name: &str) -> String {
        match self {
            FileError::TooLarge => (words.file_too_large)(name),
            FileError::Unreadable => (words.file_unreadable)(name),
        }
    }
}

/// Hands the person a text as a file to keep.
///
/// # Errors
/// When the browser makes no file of it.
pub fn download(name: &str, kind: &str, text: &str) -> Result<(), FileError> {
    let parts = js_sys::Array::of1(&text.into());
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).map_err(|_| FileError::Unreadable)?;
    hand_out(name, &blob)
}

/// Hands the person bytes as a file to keep.
///
/// # Errors
/// As [`download`].
pub fn download_bytes(name: &str, kind: &str, bytes: &[u8]) -> Result<(), FileError> {
    hand_out(name, &blob(bytes, kind)?)
}

/// Bytes as a file of a kind.
///
/// # Errors
/// As [`download`].
pub fn blob(bytes: &[u8], kind: &str) -> Result<Blob, FileError> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_u8_array_sequence_and_options(&parts, &options).map_err(|_| FileError::Unreadable)
}

/// Hands the person a file to keep.
///
/// # Errors
/// As [`download`].
pub fn hand_out(name: &str, blob: &Blob) -> Result<(), FileError> {
    let url = Url::create_object_url_with_blob(blob).map_err(|_| FileError::Unreadable)?;
    let link: HtmlAnchorElement =
        document().create_element("a").ok().and_then(|link| link.dyn_into().ok()).ok_or(FileError::Unreadable)?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser has taken the file long before this; revoking at once would race with it.
    set_timeout(move || _ = Url::revoke_object_url(&url), std::time::Duration::from_secs(60));
    Ok(())
}

/// The files of a list.
pub fn files(list: Option<FileList>) -> Vec<File> {
    list.map(|list| (0..list.length()).filter_map(|at| list.get(at)).collect()).unwrap_or_default()
}

/// The files that are dragged; `None` for a drag of anything else. What they hold is known once they are dropped.
pub fn dragged(event: &DragEvent) -> Option<DataTransfer> {
    event.data_transfer().filter(|data| data.types().includes(&"Files".into(), 0))
}

/// The bytes of a file, at most `largest`.
///
/// # Errors
/// When it is larger, or cannot be read.
pub async fn bytes_of(file: &File, largest: usize) -> Result<Vec<u8>, FileError> {
    if file.size() > largest as f64 {
        return Err(FileError::TooLarge);
    }
    let bytes = JsFuture::from(file.array_buffer()).await.map_err(|_| FileError::Unreadable)?;
    Ok(js_sys::Uint8Array::new(&bytes).to_vec())
}

/// The bytes at an address beside the app, as the host has them now, at most `largest`.
///
/// # Errors
/// When it is larger, or there is nothing to be had at the address.
pub async fn fetch_bytes(address: &str, largest: usize) -> Result<Vec<u8>, FileError> {
    let unreadable = |_| FileError::Unreadable;
    let options = RequestInit::new();
    options.set_cache(RequestCache::NoCache);
    let fetched = JsFuture::from(window().fetch_with_str_and_init(address, &options)).await.map_err(unreadable)?;
    let response: Response = fetched.dyn_into().map_err(unreadable)?;
    if !response.ok() {
        return Err(FileError::Unreadable);
    }
    let said = response.headers().get("Content-Length").ok().flatten().and_then(|said| said.parse::<usize>().ok());
    if said.is_some_and(|said| said > largest) {
        return Err(FileError::TooLarge);
    }
    // Packed on its way it may be larger than the host says, and some hosts say nothing.
    let Some(body) = response.body() else { return Ok(Vec::new()) };
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    let mut bytes = Vec::new();
    loop {
        let step = JsFuture::from(reader.read()).await.map_err(unreadable)?;
        let part = js_sys::Reflect::get(&step, &"value".into()).map_err(unreadable)?;
        // The last step brings nothing.
        let Ok(part) = part.dyn_into::<js_sys::Uint8Array>() else { return Ok(bytes) };
        if bytes.len() + part.length() as usize > largest {
            _ = reader.cancel();
            return Err(FileError::TooLarge);
        }
        bytes.extend(part.to_vec());
    }
}

/// The text at an address beside the app.
///
/// # Errors
/// When there is nothing to be had at the address.
pub async fn fetch(address: &str) -> Result<String, FileError> {
    let unreadable = |_| FileError::Unreadable;
    let response = JsFuture::from(window().fetch_with_str(address)).await.map_err(unreadable)?;
    let response: Response = response.dyn_into().map_err(unreadable)?;
    if !response.ok() {
        return Err(FileError::Unreadable);
    }
    let text = JsFuture::from(response.text().map_err(unreadable)?).await.map_err(unreadable)?;
    text.as_string().ok_or(FileError::Unreadable)
}
