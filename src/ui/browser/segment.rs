//! Where letters, words and sentences of a text begin and end, as its language has them.

use js_sys::{Object, Reflect};
use wasm_bindgen::prelude::*;

/// What a text is cut into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// What people see as one letter.
    Letter,
    /// A word.
    Word,
    /// A sentence.
    Sentence,
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type Segmenter;

    #[wasm_bindgen(constructor, catch, js_namespace = Intl)]
    fn new(language: &str, options: &Object) -> Result<Segmenter, JsValue>;

    #[wasm_bindgen(method)]
    fn segment(this: &Segmenter, text: &str) -> JsValue;
}

/// The units of a text as UTF-16 offsets, half-open, in order; between words only white space and punctuation is left out.
/// Browsers that cannot cut a text give it back in one piece.
pub fn cut(text: &str, unit: Unit, language: &str) -> Vec<(u32, u32)> {
    let whole = || vec![(0, text.encode_utf16().count() as u32)];
    let options = Object::new();
    let granularity = match unit {
        Unit::Letter => "grapheme",
        Unit::Word => "word",
        Unit::Sentence => "sentence",
    };
    // An object of our own takes any property.
    let _ = Reflect::set(&options, &"granularity".into(), &granularity.into());
    let Ok(segmenter) = Segmenter::new(language, &options) else { return whole() };
    let Ok(Some(segments)) = js_sys::try_iter(&segmenter.segment(text)) else { return whole() };
    let read = |segment: &JsValue, name: &str| Reflect::get(segment, &name.into()).ok();
    let piece = |segment: JsValue| {
        let start = read(&segment, "index")?.as_f64()? as u32;
        let words = read(&segment, "segment")?.as_string()?;
        let is_word = read(&segment, "isWordLike")?.as_bool().unwrap_or(true);
        // A sentence ends with its last word, not with the space behind it.
        let length = words.trim_end().encode_utf16().count() as u32;
        (is_word && (length > 0 || unit == Unit::Letter)).then(|| {
            let length = if unit == Unit::Letter { words.encode_utf16().count() as u32 } else { length };
            (start, start + length)
        })
    };
    segments.filter_map(|segment| piece(segment.ok()?)).collect()
}
