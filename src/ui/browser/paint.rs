//! Pictures as pixels.

use std::time::Duration;

use js_sys::{Array, Promise, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, CssFontFaceRule, CssStyleSheet, HtmlCanvasElement,
    HtmlImageElement, Response, Url,
};

use super::sleep::sleep;
use crate::drawing::{PROBE, PROBE_COUNT, Picture, Raster, paintable};

/// How long it rests between two looks for the fonts of a picture.
const PAUSE: Duration = Duration::from_millis(25);
/// How often it looks: two and a half seconds, after which browsers draw the letters with another font.
const MOST_LOOKS: u32 = 100;

/// The browser could not draw a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CannotDraw;

impl From<JsValue> for CannotDraw {
    fn from(_: JsValue) -> Self {
        CannotDraw
    }
}

/// The rules that name the fonts of the page, with the fonts themselves inside: for a picture that can fetch nothing. A
/// letter is not drawn before its font is there.
///
/// # Errors
/// When a font does not come.
pub async fn font_rules() -> Result<String, CannotDraw> {
    let mut rules = String::new();
    for (rule, base) in font_faces() {
        let rule = rule.replace("swap", "block");
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

/// The picture as a PNG file.
///
/// # Errors
/// When the browser draws nothing, such as a picture too large for it.
pub async fn png(picture: &Picture, fonts: &str, raster: Raster) -> Result<Blob, CannotDraw> {
    let options = BlobPropertyBag::new();
    options.set_type("image/svg+xml;charset=utf-8");
    let text = Array::of1(&paintable(picture, fonts).into());
    let source = Blob::new_with_str_sequence_and_options(&text, &options)?;
    let address = Url::create_object_url_with_blob(&source)?;
    let drawn = draw(&address, picture, raster).await;
    // An address that we made is never refused.
    let _ = Url::revoke_object_url(&address);
    let file = JsFuture::from(to_file(&drawn?)?).await?;
    file.dyn_into().map_err(CannotDraw::from)
}

async fn draw(address: &str, picture: &Picture, raster: Raster) -> Result<HtmlCanvasElement, CannotDraw> {
    let image = HtmlImageElement::new()?;
    image.set_src(address);
    JsFuture::from(image.decode()).await?;
    let strip = f64::from(PROBE);
    let mut looks = 0;
    // A browser reads the fonts inside a picture when it first draws it, and draws their letters once they are ready.
    let probe = canvas(PROBE * PROBE_COUNT, PROBE)?;
    loop {
        let (width, height) = (picture.width, picture.height + strip);
        probe.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, -picture.height, width, height)?;
        if has_all_letters(&probe)? {
            break;
        }
        looks += 1;
        if looks > MOST_LOOKS {
            return Err(CannotDraw);
        }
        sleep(PAUSE).await;
    }
    let (width, height) = (f64::from(raster.width), f64::from(raster.height));
    let whole = canvas(raster.width, raster.height)?;
    let below = height * (1.0 + strip / picture.height);
    whole.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, below)?;
    whole.canvas().ok_or(CannotDraw)
}

fn canvas(width: u32, height: u32) -> Result<CanvasRenderingContext2d, CannotDraw> {
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into().map_err(JsValue::from)?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d")?.ok_or(CannotDraw)?;
    Ok(context.dyn_into().map_err(JsValue::from)?)
}

/// Whether there is ink in each box of the strip.
fn has_all_letters(probe: &CanvasRenderingContext2d) -> Result<bool, CannotDraw> {
    let side = f64::from(PROBE);
    for at in 0..PROBE_COUNT {
        let pixels = probe.get_image_data(f64::from(at) * side, 0.0, side, side)?.data();
        if pixels.iter().skip(3).step_by(4).all(|opacity| *opacity == 0) {
            return Ok(false);
        }
    }
    Ok(true)
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
