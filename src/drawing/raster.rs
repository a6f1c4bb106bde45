//! A picture as pixels: how many, and with which fonts. The drawing itself is left to the browser.

use super::Picture;
use super::faces::{SANS, SERIF};

/// How many pixels a CSS pixel becomes where the whole fits: sharp on any screen of today and in a slide.
const SCALE: f64 = 2.0;
/// The longest side that every browser draws.
const LONGEST: f64 = 16_384.0;
/// The most pixels that every browser of a desk draws, 256 MB of them.
const MOST: f64 = 67_108_864.0;

/// A bitmap that is to be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raster {
    /// The width, in pixels.
    pub width: u32,
    /// The height.
    pub height: u32,
    /// Whether it is less sharp than it would be were the picture smaller.
    pub reduced: bool,
}

/// The bitmap of a picture: two pixels for one, fewer where a side or the whole would be more than browsers draw.
pub fn raster(picture: &Picture) -> Raster {
    let (width, height) = (picture.width, picture.height);
    let fits = [LONGEST / width, LONGEST / height, (MOST / width / height).sqrt()].into_iter().fold(SCALE, f64::min);
    let pixels = |side: f64| (side * fits).floor().max(1.0) as u32;
    Raster { width: pixels(width), height: pixels(height), reduced: fits < SCALE }
}

/// A letter of each font, to see whether it is there.
const PROBES: [(&str, &str); 5] =
    [(SANS, "H"), (SANS, "\u{416}"), (SANS, "\u{20bd}"), (SERIF, "H"), (SERIF, "\u{416}")];

/// What lies below a picture that is painted: boxes of this side, one for each font, each with a letter of it.
pub const PROBE: u32 = 24;
/// How many boxes there are.
pub const PROBE_COUNT: u32 = PROBES.len() as u32;

/// The picture with the rules that bring its fonts: drawn as an image it can fetch nothing. Below it lies a strip with a
/// letter of each font. The rules are our own and hold no `<` and no `&`.
pub fn paintable(picture: &Picture, rules: &str) -> String {
    let probe = |(at, (font, letter)): (usize, &(&str, &str))| {
        let (x, y) = (at as f64 * f64::from(PROBE), picture.height + f64::from(PROBE) - 6.0);
        format!("<text x=\"{x}\" y=\"{y}\" font-family=\"{font}\" font-size=\"16\">{letter}</text>")
    };
    let probes: String = PROBES.iter().enumerate().map(probe).collect();
    let (width, height) = (picture.width, picture.height + f64::from(PROBE));
    let size = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\"><style>");
    [&size, rules, "</style>", &picture.svg, &probes, "</svg>"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(width: f64, height: f64) -> Raster {
        raster(&Picture { width, height, svg: String::new() })
    }

    #[test]
    fn a_usual_map_is_twice_as_sharp() {
        assert_eq!(of(1194.0, 777.0), Raster { width: 2388, height: 1554, reduced: false });
    }

    #[test]
    fn no_side_and_no_area_is_more_than_browsers_draw() {
        assert_eq!(of(8192.0, 100.0), Raster { width: 16_384, height: 200, reduced: false });
        assert_eq!(of(32_768.0, 100.0), Raster { width: 16_384, height: 50, reduced: true });
        assert_eq!(of(100.0, 1e9), Raster { width: 1, height: 16_384, reduced: true });
        let large = of(8000.0, 8000.0);
        assert!(large.reduced && large.width > 8000, "{large:?}");
        assert!(f64::from(large.width) * f64::from(large.height) <= MOST, "{large:?}");
    }

    #[test]
    fn a_strip_with_a_letter_of_each_font_lies_below() {
        let picture =
            Picture { width: 300.0, height: 100.0, svg: "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".into() };
        let text = paintable(&picture, "@font-face {}");
        let drawing = roxmltree::Document::parse(&text).expect("XML");
        let root = drawing.root_element();
        assert_eq!((root.attribute("width"), root.attribute("height")), (Some("300"), Some("124")));
        assert_eq!(root.first_element_child().and_then(|style| style.text()), Some("@font-face {}"));
        let letters: Vec<_> = root.children().filter(|child| child.has_tag_name("text")).collect();
        assert_eq!(letters.len(), PROBE_COUNT as usize);
        assert!(letters.iter().all(|letter| letter.attribute("y") == Some("118")));
    }
}
