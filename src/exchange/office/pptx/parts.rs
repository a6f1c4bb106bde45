//! The parts that every file of slides has: presentation, master, layout, theme.

use super::Slide;
use super::frame::{DRAWING, FACE, TableFrame, spaces, tree};
use super::write::slide;
use crate::exchange::office::package::{Package, relation};
use crate::exchange::xml::Writer;

const MASTER: &str = "ppt/slideMasters/slideMaster1.xml";
const LAYOUT: &str = "ppt/slideLayouts/slideLayout1.xml";
const THEME: &str = "ppt/theme/theme1.xml";

/// All parts.
pub fn package(slides: &[Slide], frame: &TableFrame) -> Package {
    let mut package = Package::default();
    let path = |number: usize| format!("ppt/slides/slide{number}.xml");
    let mut relations: Vec<(&'static str, String)> = vec![("slideMaster", MASTER.into())];
    relations.extend((1..=slides.len()).map(|number| ("slide", path(number))));
    relations.push(("theme", THEME.into()));
    package.add(
        "ppt/presentation.xml",
        "presentationml.presentation.main",
        presentation(slides.len(), frame),
        relations,
    );
    let of_master = vec![("slideLayout", LAYOUT.to_owned()), ("theme", THEME.to_owned())];
    package.add(MASTER, "presentationml.slideMaster", master(), of_master);
    package.add(LAYOUT, "presentationml.slideLayout", layout(), vec![("slideMaster", MASTER.into())]);
    package.add(THEME, "theme", theme(), Vec::new());
    for (number, one) in (1..).zip(slides) {
        let of_slide = vec![("slideLayout", LAYOUT.to_owned())];
        package.add(&path(number), "presentationml.slide", slide(one, frame), of_slide);
    }
    package
}

fn presentation(slides: usize, frame: &TableFrame) -> Writer {
    let mut to = Writer::new();
    to.open("p:presentation", &spaces());
    to.open("p:sldMasterIdLst", &[]);
    to.empty("p:sldMasterId", &[("id", "2147483648"), ("r:id", &relation(0))]);
    to.close();
    to.open("p:sldIdLst", &[]);
    for at in 0..slides {
        to.empty("p:sldId", &[("id", &(256 + at).to_string()), ("r:id", &relation(at + 1))]);
    }
    to.close();
    let (width, height) = frame.units;
    to.empty("p:sldSz", &[("cx", &width.to_string()), ("cy", &height.to_string())]);
    to.empty("p:notesSz", &[("cx", "6858000"), ("cy", "9144000")]);
    to
}

fn master() -> Writer {
    let mut to = Writer::new();
    to.open("p:sldMaster", &spaces());
    to.open("p:cSld", &[]);
    to.open("p:bg", &[]);
    to.open("p:bgRef", &[("idx", "1001")]);
    to.empty("a:schemeClr", &[("val", "bg1")]);
    to.close();
    to.close();
    tree(&mut to);
    title_place(&mut to);
    to.close();
    to.close();
    let map = [
        ("bg1", "lt1"),
        ("tx1", "dk1"),
        ("bg2", "lt2"),
        ("tx2", "dk2"),
        ("accent1", "accent1"),
        ("accent2", "accent2"),
        ("accent3", "accent3"),
        ("accent4", "accent4"),
        ("accent5", "accent5"),
        ("accent6", "accent6"),
        ("hlink", "hlink"),
        ("folHlink", "folHlink"),
    ];
    to.empty("p:clrMap", &map);
    to.open("p:sldLayoutIdLst", &[]);
    to.empty("p:sldLayoutId", &[("id", "2147483649"), ("r:id", &relation(0))]);
    to.close();
    to.open("p:txStyles", &[]);
    for style in ["p:titleStyle", "p:bodyStyle", "p:otherStyle"] {
        to.open(style, &[]);
        to.open("a:lvl1pPr", &[("algn", "l")]);
        to.empty("a:defRPr", &[("sz", "1800")]);
        to.close();
        to.close();
    }
    to
}

fn layout() -> Writer {
    let mut to = Writer::new();
    to.open("p:sldLayout", &[&spaces()[..], &[("type", "titleOnly"), ("preserve", "1")]].concat());
    to.open("p:cSld", &[("name", "Orbita")]);
    tree(&mut to);
    title_place(&mut to);
    to.close();
    to.close();
    to.open("p:clrMapOvr", &[]);
    to.empty("a:masterClrMapping", &[]);
    to
}

/// The place of a title, which every slide fills anew.
fn title_place(to: &mut Writer) {
    to.open("p:sp", &[]);
    to.open("p:nvSpPr", &[]);
    to.empty("p:cNvPr", &[("id", "2"), ("name", "Title")]);
    to.empty("p:cNvSpPr", &[]);
    to.open("p:nvPr", &[]);
    to.empty("p:ph", &[("type", "title")]);
    to.close();
    to.close();
    to.open("p:spPr", &[]);
    to.open("a:xfrm", &[]);
    to.empty("a:off", &[("x", "360000"), ("y", "360000")]);
    to.empty("a:ext", &[("cx", "9000000"), ("cy", "500000")]);
    to.close();
    to.open("a:prstGeom", &[("prst", "rect")]);
    to.empty("a:avLst", &[]);
    to.close();
    to.close();
    to.open("p:txBody", &[]);
    to.empty("a:bodyPr", &[]);
    to.empty("a:lstStyle", &[]);
    to.open("a:p", &[]);
    to.close();
    to.close();
    to.close();
}

fn theme() -> Writer {
    let mut to = Writer::new();
    to.open("a:theme", &[("xmlns:a", DRAWING), ("name", "Orbita")]);
    to.open("a:themeElements", &[]);
    to.open("a:clrScheme", &[("name", "Orbita")]);
    // Ink, paper, and the hues of the product.
    let colours = [
        ("a:dk1", "211E18"),
        ("a:lt1", "FFFFFF"),
        ("a:dk2", "565044"),
        ("a:lt2", "F5F2EB"),
        ("a:accent1", "1D47C6"),
        ("a:accent2", "9A3A0C"),
        ("a:accent3", "0B6A61"),
        ("a:accent4", "BC6A2C"),
        ("a:accent5", "7A5300"),
        ("a:accent6", "8A8271"),
        ("a:hlink", "1D47C6"),
        ("a:folHlink", "6B6457"),
    ];
    for (name, colour) in colours {
        to.open(name, &[]);
        to.empty("a:srgbClr", &[("val", colour)]);
        to.close();
    }
    to.close();
    to.open("a:fontScheme", &[("name", "Orbita")]);
    for font in ["a:majorFont", "a:minorFont"] {
        to.open(font, &[]);
        to.empty("a:latin", &[("typeface", FACE)]);
        to.empty("a:ea", &[("typeface", "")]);
        to.empty("a:cs", &[("typeface", "")]);
        to.close();
    }
    to.close();
    to.open("a:fmtScheme", &[("name", "Orbita")]);
    // Three of each, as the standard asks; none is used.
    for (list, one) in [
        ("a:fillStyleLst", "a:solidFill"),
        ("a:lnStyleLst", "a:ln"),
        ("a:effectStyleLst", "a:effectStyle"),
        ("a:bgFillStyleLst", "a:solidFill"),
    ] {
        to.open(list, &[]);
        for _ in 0..3 {
            to.open(one, &[]);
            match one {
                "a:solidFill" => to.empty("a:schemeClr", &[("val", "phClr")]),
                "a:effectStyle" => to.empty("a:effectLst", &[]),
                _ => {
                    to.open("a:solidFill", &[]);
                    to.empty("a:schemeClr", &[("val", "phClr")]);
                    to.close();
                }
            }
            to.close();
        }
        to.close();
    }
    to
}
