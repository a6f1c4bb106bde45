//! Pictures as pixels.

use js_sys::{Array, Promise, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, CssFontFaceRule, CssStyleSheet, HtmlCanvasElement,
    HtmlImageElement, Response, Url,
};

/// The browser could not draw a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CannotDraw;

impl From<JsValue> for CannotDraw {
    fn from(_: JsValue) -> Self {
        CannotDraw
    }
}

/// The rules that name the fonts of the page, with the fonts themselves inside: for a picture that can fetch nothing.
pub async fn font_rules() -> Result<String, CannotDraw> {
    let mut rules = String::new();
    for (rule, base) in font_faces() {
        let Some((before, rest)) = rule.split_once("url(") else { continue };
        let Some((address, behind)) = rest.split_once(')') else { continue };
        let address = Url::new_with_base(address.trim_matches(['"', '\'']), &base)?.href();
        rules +=
            &[before, "url(data:font/woff2;base64,", &fetch_as_base64(&address).await?, ")", behind, "\n"].concat();
    }
    Ok(rules)
}

/// The rules of the page's style sheets that name a font, each with the address of its sheet.
fn font_faces() -> Vec<(String, String)> {
    let sheets = document().style_sheets();
    let mut faces = Vec::new();
    for sheet in (0..sheets.length()).filter_map(|at| sheets.item(at)) {
        let base = sheet.href().ok().flatten().unwrap_or_default();
        // Rules of a sheet from elsewhere are hidden; the page has none.
        let Some(rules) = sheet.dyn_into::<CssStyleSheet>().ok().and_then(|sheet| sheet.css_rules().ok()) else {
            continue;
        };
        for rule in (0..rules.length()).filter_map(|at| rules.item(at)) {
            if rule.has_type::<CssFontFaceRule>() {
                faces.push((rule.css_text(), base.clone()));
            }
        }
    }
    faces
}

async fn fetch_as_base64(address: &str) -> Result<String, CannotDraw> {
    let response: Response = JsFuture::from(window().fetch_with_str(address)).await?.dyn_into()?;
    if !response.ok() {
        return Err(CannotDraw);
    }
    let bytes = Uint8Array::new(&JsFuture::from(response.array_buffer()?).await?).to_vec();
    Ok(window().btoa(&bytes.into_iter().map(char::from).collect::<String>())?)
}

/// The SVG text as a PNG file of this many pixels.
pub async fn png(svg: &str, width: u32, height: u32) -> Result<Blob, CannotDraw> {
    let options = BlobPropertyBag::new();
    options.set_type("image/svg+xml;charset=utf-8");
    let source = Blob::new_with_str_sequence_and_options(&Array::of1(&svg.into()), &options)?;
    let address = Url::create_object_url_with_blob(&source)?;
    let drawn = draw(&address, width, height).await;
    // An address that we made is never refused.
    let _ = Url::revoke_object_url(&address);
    let file = JsFuture::from(to_file(&drawn?)?).await?;
    file.dyn_into().map_err(CannotDraw::from)
}

async fn draw(address: &str, width: u32, height: u32) -> Result<HtmlCanvasElement, CannotDraw> {
    let image = HtmlImageElement::new()?;
    image.set_src(address);
    JsFuture::from(image.decode()).await?;
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into().map_err(JsValue::from)?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d")?.ok_or(CannotDraw)?;
    let context: CanvasRenderingContext2d = context.dyn_into().map_err(JsValue::from)?;
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, f64::from(width), f64::from(height))?;
    Ok(canvas)
}

/// A canvas as a file; nothing where it is larger than this browser draws.
fn to_file(canvas: &HtmlCanvasElement) -> Result<Promise, CannotDraw> {
    let mut refused = None;
    let promise = Promise::new(&mut |resolve, _| {
        let taken = Closure::once_into_js(move |file: JsValue| _ = resolve.call1(&JsValue::NULL, &file));
        refused = canvas.to_blob(taken.unchecked_ref()).err();
    });
    refused.map_or(Ok(promise), |refused| Err(refused.into()))
}
