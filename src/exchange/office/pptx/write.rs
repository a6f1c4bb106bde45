//! Shapes as the markup of slides.

use super::Slide;
use super::frame::{FACE, TableFrame, spaces, tree};
use super::shape::{Command, Dash, Edge, Fill, Form, Item, Paint, Run, Shape, SlideTable, TableCell, Words};
use crate::drawing::Face;
use crate::drawing::pen::{Anchor, Area};
use crate::exchange::xml::Writer;

/// The face of what somebody said.
const SERIF: &str = "Times New Roman";

/// What stays free around the words of a cell of a table, in pixels: at the sides, above and below.
pub const CELL_PAD: (f64, f64) = (7.0, 5.0);

/// A slide.
pub fn slide(slide: &Slide, frame: &TableFrame) -> Writer {
    let mut pen = Pen { to: Writer::new(), frame, id: 1, has_title: false };
    pen.to.open("p:sld", &spaces());
    pen.to.open("p:cSld", &[("name", &slide.name)]);
    tree(&mut pen.to);
    for item in &slide.items {
        match item {
            Item::Shape(shape) => pen.shape(shape),
            Item::Group(name, shapes) => pen.group(name, shapes),
            Item::Table(table) => pen.table(table),
        }
    }
    pen.to.close();
    pen.to.close();
    pen.to.open("p:clrMapOvr", &[]);
    pen.to.empty("a:masterClrMapping", &[]);
    pen.to
}

struct Pen<'a> {
    to: Writer,
    frame: &'a TableFrame<'a>,
    /// The id given last.
    id: u32,
    has_title: bool,
}

impl Pen<'_> {
    fn units(&self, pixels: f64) -> String {
        ((pixels * self.frame.per_pixel).round() as i64).to_string()
    }

    /// Hundredths of a point.
    fn points(&self, pixels: f64) -> String {
        ((pixels * self.frame.per_pixel / 127.0).round().max(100.0) as i64).to_string()
    }

    fn named(&mut self, name: &str) {
        self.id += 1;
        let name = if name.is_empty() { self.id.to_string() } else { name.to_owned() };
        self.to.empty("p:cNvPr", &[("id", &self.id.to_string()), ("name", &name)]);
    }

    fn group(&mut self, name: &str, shapes: &[Shape]) {
        let area = bounds(shapes);
        self.to.open("p:grpSp", &[]);
        self.to.open("p:nvGrpSpPr", &[]);
        self.named(name);
        self.to.empty("p:cNvGrpSpPr", &[]);
        self.to.empty("p:nvPr", &[]);
        self.to.close();
        self.to.open("p:grpSpPr", &[]);
        self.to.open("a:xfrm", &[]);
        let (x, y, w, h) = (self.units(area.x), self.units(area.y), self.units(area.w), self.units(area.h));
        for (place, size) in [("a:off", "a:ext"), ("a:chOff", "a:chExt")] {
            self.to.empty(place, &[("x", &x), ("y", &y)]);
            self.to.empty(size, &[("cx", &w), ("cy", &h)]);
        }
        self.to.close();
        self.to.close();
        shapes.iter().for_each(|shape| self.shape(shape));
        self.to.close();
    }

    fn shape(&mut self, shape: &Shape) {
        // A slide has one title.
        let is_title = shape.is_title && !self.has_title;
        self.has_title |= shape.is_title;
        let is_text = shape.words.is_some() && shape.fill == Fill::None && shape.edge.is_none();
        self.to.open("p:sp", &[]);
        self.to.open("p:nvSpPr", &[]);
        self.named(&shape.name);
        let kind: &[(&str, &str)] = if is_text && !is_title { &[("txBox", "1")] } else { &[] };
        self.to.empty("p:cNvSpPr", kind);
        self.to.open("p:nvPr", &[]);
        if is_title {
            self.to.empty("p:ph", &[("type", "title")]);
        }
        self.to.close();
        self.to.close();
        self.to.open("p:spPr", &[]);
        self.place(shape.area);
        self.form(shape);
        self.fill(&shape.fill);
        self.edge(shape.edge.as_ref());
        self.to.close();
        match &shape.words {
            Some((words, insets)) => self.words(words, *insets),
            None => self.no_words(),
        }
        self.to.close();
    }

    fn place(&mut self, area: Area) {
        let (x, y, w, h) = (self.units(area.x), self.units(area.y), self.units(area.w), self.units(area.h));
        self.to.open("a:xfrm", &[]);
        self.to.empty("a:off", &[("x", &x), ("y", &y)]);
        self.to.empty("a:ext", &[("cx", &w), ("cy", &h)]);
        self.to.close();
    }

    fn form(&mut self, shape: &Shape) {
        match &shape.form {
            Form::Path(commands) => self.path(commands, shape),
            Form::Round => self.preset("ellipse", None),
            Form::Box(radius) if *radius > 0.0 => {
                // Of the shorter side, in 100,000ths; half of it at most.
                let share = (radius / shape.area.w.min(shape.area.h).max(1.0)).min(0.5) * 100_000.0;
                self.preset("roundRect", Some(share));
            }
            Form::Box(_) => self.preset("rect", None),
        }
    }

    fn preset(&mut self, name: &str, adjustment: Option<f64>) {
        self.to.open("a:prstGeom", &[("prst", name)]);
        self.to.open("a:avLst", &[]);
        if let Some(share) = adjustment {
            self.to.empty("a:gd", &[("name", "adj"), ("fmla", &format!("val {share:.0}"))]);
        }
        self.to.close();
        self.to.close();
    }

    fn path(&mut self, commands: &[Command], shape: &Shape) {
        self.to.open("a:custGeom", &[]);
        for list in ["a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst"] {
            self.to.empty(list, &[]);
        }
        self.to.empty("a:rect", &[("l", "0"), ("t", "0"), ("r", "r"), ("b", "b")]);
        self.to.open("a:pathLst", &[]);
        let (w, h) = (self.units(shape.area.w), self.units(shape.area.h));
        let mut attributes = vec![("w", w.as_str()), ("h", h.as_str())];
        if shape.fill == Fill::None {
            attributes.push(("fill", "none"));
        }
        self.to.open("a:path", &attributes);
        for command in commands {
            match command {
                Command::Move(x, y) => self.step("a:moveTo", &[(*x, *y)], shape.area),
                Command::Line(x, y) => self.step("a:lnTo", &[(*x, *y)], shape.area),
                Command::Curve(points) => self.step("a:cubicBezTo", points, shape.area),
                Command::Close => self.to.empty("a:close", &[]),
            }
        }
        self.to.close();
        self.to.close();
        self.to.close();
    }

    fn step(&mut self, name: &'static str, points: &[(f64, f64)], area: Area) {
        self.to.open(name, &[]);
        for (x, y) in points {
            let (x, y) = (self.units(x - area.x), self.units(y - area.y));
            self.to.empty("a:pt", &[("x", &x), ("y", &y)]);
        }
        self.to.close();
    }

    fn colour(&mut self, paint: &Paint) {
        self.to.open("a:srgbClr", &[("val", &paint.colour)]);
        if paint.alpha < 1.0 {
            self.to.empty("a:alpha", &[("val", &format!("{:.0}", paint.alpha * 100_000.0))]);
        }
        self.to.close();
    }

    fn fill(&mut self, fill: &Fill) {
        match fill {
            Fill::None => self.to.empty("a:noFill", &[]),
            Fill::Solid(paint) => {
                self.to.open("a:solidFill", &[]);
                self.colour(paint);
                self.to.close();
            }
            Fill::Hatch(paint) => {
                self.to.open("a:pattFill", &[("prst", "ltUpDiag")]);
                self.to.open("a:fgClr", &[]);
                self.colour(paint);
                self.to.close();
                self.to.open("a:bgClr", &[]);
                self.colour(&Paint { colour: "FFFFFF".into(), alpha: 1.0 });
                self.to.close();
                self.to.close();
            }
        }
    }

    fn edge(&mut self, edge: Option<&Edge>) {
        let Some(edge) = edge else {
            self.to.open("a:ln", &[]);
            self.to.empty("a:noFill", &[]);
            return self.to.close();
        };
        self.to.open("a:ln", &[("w", &self.units(edge.width))]);
        self.fill(&Fill::Solid(edge.paint.clone()));
        let dash = match edge.dash {
            Dash::Solid => None,
            Dash::Dashes => Some("dash"),
            Dash::Dots => Some("sysDot"),
            Dash::DashesAndDots => Some("dashDot"),
        };
        if let Some(dash) = dash {
            self.to.empty("a:prstDash", &[("val", dash)]);
        }
        self.to.empty("a:round", &[]);
        self.to.close();
    }

    fn no_words(&mut self) {
        self.to.open("p:txBody", &[]);
        self.to.empty("a:bodyPr", &[]);
        self.to.empty("a:lstStyle", &[]);
        self.to.empty("a:p", &[]);
        self.to.close();
    }

    fn words(&mut self, words: &Words, [left, above, right]: [f64; 3]) {
        self.to.open("p:txBody", &[]);
        let insets = [left, above, right].map(|inset| self.units(inset));
        let attributes = [
            ("wrap", "square"),
            ("lIns", insets[0].as_str()),
            ("tIns", &insets[1]),
            ("rIns", &insets[2]),
            ("bIns", "0"),
            ("anchor", "t"),
            ("anchorCtr", "0"),
        ];
        self.to.open("a:bodyPr", &attributes);
        self.to.empty("a:noAutofit", &[]);
        self.to.close();
        self.to.empty("a:lstStyle", &[]);
        self.to.open("a:p", &[]);
        self.paragraph(words.anchor, Some(words.line));
        for (at, line) in words.lines.iter().enumerate() {
            if at > 0 {
                self.to.empty("a:br", &[]);
            }
            line.iter().for_each(|run| self.run(run));
        }
        self.to.close();
        self.to.close();
    }

    fn paragraph(&mut self, anchor: Anchor, line: Option<f64>) {
        let lean = match anchor {
            Anchor::Start => "l",
            Anchor::Middle => "ctr",
            Anchor::End => "r",
        };
        self.to.open("a:pPr", &[("algn", lean), ("marL", "0"), ("indent", "0")]);
        if let Some(line) = line {
            self.to.open("a:lnSpc", &[]);
            self.to.empty("a:spcPts", &[("val", &self.points(line))]);
            self.to.close();
        }
        self.to.open("a:spcBef", &[]);
        self.to.empty("a:spcPts", &[("val", "0")]);
        self.to.close();
        self.to.empty("a:buNone", &[]);
        self.to.close();
    }

    fn run(&mut self, run: &Run) {
        self.to.open("a:r", &[]);
        let bold = if run.face == Face::OfficeBold { "1" } else { "0" };
        self.to.open("a:rPr", &[("lang", self.frame.about.lang), ("sz", &self.points(run.size)), ("b", bold)]);
        self.fill(&Fill::Solid(Paint { colour: run.colour.clone(), alpha: 1.0 }));
        let face = if run.face == Face::OfficeSerif { SERIF } else { FACE };
        for script in ["a:latin", "a:cs"] {
            self.to.empty(script, &[("typeface", face)]);
        }
        self.to.close();
        self.to.open("a:t", &[]);
        self.to.words(&run.text);
        self.to.close();
        self.to.close();
    }

    fn table(&mut self, table: &SlideTable) {
        let sum = |sizes: &mut dyn Iterator<Item = f64>| sizes.sum::<f64>();
        let area = Area {
            x: table.at.0,
            y: table.at.1,
            w: sum(&mut table.columns.iter().copied()),
            h: sum(&mut table.rows.iter().map(|(height, _)| *height)),
        };
        self.to.open("p:graphicFrame", &[]);
        self.to.open("p:nvGraphicFramePr", &[]);
        self.named(&table.name);
        self.to.empty("p:cNvGraphicFramePr", &[]);
        self.to.empty("p:nvPr", &[]);
        self.to.close();
        let (x, y, w, h) = (self.units(area.x), self.units(area.y), self.units(area.w), self.units(area.h));
        self.to.open("p:xfrm", &[]);
        self.to.empty("a:off", &[("x", &x), ("y", &y)]);
        self.to.empty("a:ext", &[("cx", &w), ("cy", &h)]);
        self.to.close();
        self.to.open("a:graphic", &[]);
        self.to.open("a:graphicData", &[("uri", "http://schemas.openxmlformats.org/drawingml/2006/table")]);
        self.to.open("a:tbl", &[]);
        self.to.empty("a:tblPr", &[("firstRow", "1")]);
        self.to.open("a:tblGrid", &[]);
        for column in &table.columns {
            self.to.empty("a:gridCol", &[("w", &self.units(*column))]);
        }
        self.to.close();
        for (height, cells) in &table.rows {
            self.to.open("a:tr", &[("h", &self.units(*height))]);
            cells.iter().for_each(|cell| self.cell(cell, table));
            self.to.close();
        }
        for _ in 0..4 {
            self.to.close();
        }
    }

    fn cell(&mut self, cell: &TableCell, table: &SlideTable) {
        let (size, line) = table.size;
        self.to.open("a:tc", &[]);
        self.to.open("a:txBody", &[]);
        self.to.empty("a:bodyPr", &[]);
        self.to.empty("a:lstStyle", &[]);
        for text in cell.text.split('\n') {
            self.to.open("a:p", &[]);
            self.paragraph(cell.anchor, Some(line));
            if text.is_empty() {
                // Without a size of its own an empty line is as high as one of the default size, and its row grows.
                self.to.empty("a:endParaRPr", &[("lang", self.frame.about.lang), ("sz", &self.points(size))]);
            } else {
                self.run(&Run { text: text.into(), face: cell.face, size, colour: cell.colour.clone() });
            }
            self.to.close();
        }
        self.to.close();
        let (side, above) = (self.units(CELL_PAD.0), self.units(CELL_PAD.1));
        let pads = [("marL", side.as_str()), ("marR", &side), ("marT", &above), ("marB", &above), ("anchor", "t")];
        self.to.open("a:tcPr", &pads);
        for edge in ["a:lnL", "a:lnR", "a:lnT"] {
            self.to.open(edge, &[("w", "0")]);
            self.to.empty("a:noFill", &[]);
            self.to.close();
        }
        self.to.open("a:lnB", &[("w", &self.units(1.0))]);
        self.fill(&Fill::Solid(Paint { colour: table.line.clone(), alpha: 1.0 }));
        self.to.close();
        self.to.empty("a:noFill", &[]);
        self.to.close();
        self.to.close();
    }
}

/// The rectangle around some shapes.
fn bounds(shapes: &[Shape]) -> Area {
    let least = |edge: fn(&Area) -> f64| shapes.iter().map(|shape| edge(&shape.area)).fold(f64::INFINITY, f64::min);
    let most = |edge: fn(&Area) -> f64| shapes.iter().map(|shape| edge(&shape.area)).fold(f64::NEG_INFINITY, f64::max);
    let (x, y) = (least(|area| area.x), least(|area| area.y));
    Area { x, y, w: most(|area| area.x + area.w) - x, h: most(|area| area.y + area.h) - y }
}
