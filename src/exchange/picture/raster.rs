//! A picture as pixels: how many, and with which fonts. The drawing itself is left to the browser.

use super::Picture;

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

/// The picture with rules of the style language in it, such as the fonts themselves: a picture that is drawn as an image
/// cannot fetch them. The rules are our own and hold no `<` and no `&`.
pub fn styled(svg: &str, rules: &str) -> String {
    svg.replacen('>', &["><style>", rules, "</style>"].concat(), 1)
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
    fn rules_stand_inside_the_picture() {
        let styled = styled("<svg width=\"1\">\n<g/></svg>", "@font-face {}");
        assert_eq!(styled, "<svg width=\"1\"><style>@font-face {}</style>\n<g/></svg>");
    }
}
