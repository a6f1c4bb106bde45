//! Lines over time: customers kept, cumulative profit, a cohort against what models make of it.

use super::axes::{Axis, GAP, PlotArea};
use super::canvas::{Canvas, END, Point, measure};
use super::note::{Notes, Obstacles};
use super::scale::{drawable, value_at};
use super::{Cell, Chart, DataRow, DataTable, Drawing, Role, Surface};
use crate::arrange::Arrange;
use crate::drawing::pen::{Anchor, Area};

/// A line of figures over x.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Whose it is.
    pub role: Role,
    /// Its name in the table: "B", "Renewal desk".
    pub name: String,
    /// What stands at its end: "B 66%". Empty for none.
    pub end: String,
    /// x, ascending, and the figure there.
    pub points: Vec<(f64, Option<f64>)>,
    /// The ranges around it, as many as are known: a wider one lies over the narrower.
    pub bands: Vec<Band>,
    /// Shown as single points: what was observed.
    pub observed: bool,
}

/// A range around a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// What its ends are called in the table, after the name of the line: "P10", "P90".
    pub names: (String, String),
    /// x, ascending, the low end, the high end.
    pub points: Vec<(f64, f64, f64)>,
    /// How the ends of each point are written in the table; those of which nothing is said as the axis writes them.
    pub written: Vec<[String; 2]>,
}

/// Something said about a place. At most two are drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// Where along x.
    pub x: f64,
    /// Which series has the point.
    pub of: usize,
    /// A second series: the note is about the distance of the two there.
    pub against: Option<usize>,
    /// What is said: "+15 pts", "B overtakes A, month 18".
    pub text: String,
}

/// Lines over a common x.
#[derive(Clone)]
pub struct LineChart {
    /// Along the bottom.
    pub x: Axis,
    /// Along the side.
    pub y: Axis,
    /// The lines, up to four; what comes last lies on top.
    pub series: Vec<Series>,
    /// What is said about places.
    pub notes: Vec<Note>,
}

impl Chart for LineChart {
    fn draw(&self, sheet: &Surface) -> Drawing {
        let mut canvas = Canvas::new(sheet);
        let xs = self.xs();
        let ends = self.series.iter().map(|series| measure(&series.end, END)).fold(0.0, f64::max);
        let right = if ends > 0.0 { (ends + GAP).min(canvas.width * 0.4) } else { 0.0 };
        let frame =
            PlotArea::new(&canvas, (&self.x, xs.clone()), (&self.y, self.figures().collect()), right, (0.0, 0.0));
        frame.draw(&mut canvas, &self.x, &self.y);
        for series in &self.series {
            series.bands.iter().for_each(|band| draw_band(&mut canvas, &frame, series.role, band));
        }
        for series in &self.series {
            draw_series(&mut canvas, &frame, series);
        }
        self.draw_notes(&mut canvas, &frame);
        self.draw_ends(&mut canvas, &frame);
        let stop = |x: &f64| Area { x: frame.x.at(*x), y: frame.plot.y, w: 0.0, h: frame.plot.h };
        canvas.finish(xs.iter().map(stop).collect())
    }

    fn table(&self) -> DataTable {
        let mut columns = vec![self.x.name.clone()];
        for series in &self.series {
            columns.push(series.name.clone());
            columns.extend(series.bands.iter().flat_map(|band| [band.names.0.clone(), band.names.1.clone()]));
        }
        let row = |x: f64| {
            let mut values = Vec::new();
            for series in &self.series {
                let value = series.points.iter().find(|(at, _)| *at == x).and_then(|(_, value)| *value);
                values.push(Cell::figure(value, &*self.y.value));
                for band in &series.bands {
                    values.extend(band.cells(x, &*self.y.value));
                }
            }
            DataRow { name: Cell::figure(Some(x), &*self.x.value), values }
        };
        DataTable { columns, rows: self.xs().into_iter().map(row).collect() }
    }
}

impl Band {
    /// Its ends at an x: the figures themselves keep all digits.
    fn cells(&self, x: f64, write: &dyn Fn(f64) -> String) -> [Cell; 2] {
        let place = self.points.iter().position(|(at, ..)| *at == x);
        let written = place.and_then(|place| self.written.get(place));
        let ends = place.and_then(|place| self.points.get(place)).map(|(_, low, high)| [*low, *high]);
        [0, 1].map(|end| {
            let text = |value| written.map_or_else(|| write(value), |texts| texts[end].clone());
            Cell::figure(ends.map(|ends| ends[end]), &text)
        })
    }
}

impl LineChart {
    /// Every x of every line, ascending, each once.
    fn xs(&self) -> Vec<f64> {
        let mut xs: Vec<f64> = self.series.iter().flat_map(|series| &series.points).map(|(x, _)| *x).collect();
        xs.retain(|x| x.is_finite());
        xs.arrange_by(f64::total_cmp);
        xs.dedup();
        xs
    }

    /// Every figure that the axis must hold.
    fn figures(&self) -> impl Iterator<Item = f64> {
        let lines = self.series.iter().flat_map(|series| &series.points).filter_map(|(_, value)| *value);
        let bands = self.series.iter().flat_map(|series| &series.bands);
        lines.chain(bands.flat_map(|band| &band.points).flat_map(|(_, low, high)| [*low, *high]))
    }

    fn draw_notes(&self, canvas: &mut Canvas, frame: &PlotArea) {
        let lines = self.series.iter().flat_map(|series| runs(frame, series)).collect();
        let mut notes = Notes::new(frame.plot, Obstacles(lines));
        for note in self.notes.iter().take(2) {
            let place = |at: usize| {
                let series = self.series.get(at)?;
                let y = value_at(&series.points, note.x)?;
                Some(((frame.x.at(note.x), frame.y.at(y)), series.role.colour(&canvas.look)))
            };
            let Some(point) = place(note.of) else { continue };
            match note.against {
                Some(other) => {
                    if let Some(other) = place(other) {
                        notes.distance(canvas, point, other, &note.text);
                    }
                }
                None => notes.point(canvas, point.0, &note.text),
            }
        }
    }

    /// The words at the ends: in the order of the ends, a line apart at least, none outside.
    fn draw_ends(&self, canvas: &mut Canvas, frame: &PlotArea) {
        let mut ends: Vec<(f64, &Series)> = self
            .series
            .iter()
            .filter_map(|series| {
                let (_, last) = series.points.iter().rev().find_map(|(x, value)| Some((x, drawable((*value)?)?)))?;
                (!series.end.is_empty()).then(|| (frame.y.at(last), series))
            })
            .collect();
        ends.arrange_by(|(one, _), (other, _)| one.total_cmp(other));
        let (half, most) = (END.line / 2.0, canvas.height - END.line / 2.0);
        let apart = END.line.min((most - half) / (ends.len().max(2) - 1) as f64);
        let places = spread(&ends.iter().map(|(y, _)| *y).collect::<Vec<_>>(), apart, (half, most));
        let from = frame.plot.x + frame.plot.w + GAP;
        for (y, (_, series)) in places.into_iter().zip(ends) {
            let style = (END, series.role.colour(&canvas.look));
            canvas.words("end", (from, y), &series.end, style, Anchor::Start, canvas.width - from);
        }
    }
}

/// Ascending places, moved as little as brings them `apart` from each other and inside.
fn spread(wanted: &[f64], apart: f64, (low, high): (f64, f64)) -> Vec<f64> {
    // Neighbours that touch move as one group around the middle of what they want.
    let mut groups: Vec<(f64, usize)> = Vec::new();
    for &place in wanted {
        let mut group = (place, 1);
        while let Some(&(middle, count)) = groups.last() {
            let reach = (count + group.1) as f64 / 2.0 * apart;
            if group.0 - middle >= reach {
                break;
            }
            groups.pop();
            let all = count + group.1;
            group = ((middle * count as f64 + group.0 * group.1 as f64) / all as f64, all);
        }
        groups.push(group);
    }
    let mut places: Vec<f64> = groups
        .into_iter()
        .flat_map(|(middle, count)| (0..count).map(move |at| middle + (at as f64 - (count - 1) as f64 / 2.0) * apart))
        .collect();
    let mut least = low;
    for place in &mut places {
        *place = place.max(least);
        least = *place + apart;
    }
    let mut most = high;
    for place in places.iter_mut().rev() {
        *place = place.min(most);
        most = *place - apart;
    }
    places
}

/// The unbroken stretches of a line.
pub fn stretches(points: &[(f64, Option<f64>)], place: &dyn Fn(f64, f64) -> Point) -> Vec<Vec<Point>> {
    let mut all = vec![Vec::new()];
    for (x, value) in points {
        match value.and_then(drawable).filter(|_| x.is_finite()) {
            Some(value) => {
                if let Some(run) = all.last_mut() {
                    run.push(place(*x, value));
                }
            }
            None => all.push(Vec::new()),
        }
    }
    all.retain(|run| !run.is_empty());
    all
}

fn runs(frame: &PlotArea, series: &Series) -> Vec<Vec<Point>> {
    stretches(&series.points, &|x, y| (frame.x.at(x), frame.y.at(y)))
}

fn draw_band(canvas: &mut Canvas, frame: &PlotArea, role: Role, band: &Band) {
    let sound = |(x, low, high): &&(f64, f64, f64)| x.is_finite() && low.is_finite() && high.is_finite();
    let points: Vec<_> = band.points.iter().filter(sound).collect();
    let high = points.iter().map(|(x, _, high)| (frame.x.at(*x), frame.y.at(*high)));
    let low = points.iter().rev().map(|(x, low, _)| (frame.x.at(*x), frame.y.at(*low)));
    let outline: Vec<Point> = high.chain(low).collect();
    let (colour, alpha) = match role {
        Role::A => (canvas.look.ink_3, 0.14),
        role => (role.colour(&canvas.look), 0.14),
    };
    if points.len() > 1 {
        canvas.layer("band", &[], &|layer| layer.shape(&outline, colour, alpha));
    }
}

fn draw_series(canvas: &mut Canvas, frame: &PlotArea, series: &Series) {
    let (look, runs) = (canvas.look, runs(frame, series));
    let colour = series.role.colour(&look);
    let (width, dash) = series.role.stroke();
    if series.observed {
        let points: Vec<Point> = runs.into_iter().flatten().collect();
        canvas.layer("points", &[], &|layer| {
            for point in &points {
                layer.ring(*point, 3.0, look.surface, (colour, 1.5));
            }
        });
        return;
    }
    // The layer is four times as large as it is shown.
    let dash = dash.iter().map(|length| (length * 4).to_string()).collect::<Vec<_>>().join(" ");
    let shared: &[(&str, &str)] = if dash.is_empty() { &[] } else { &[("stroke-dasharray", &dash)] };
    canvas.layer("series", shared, &|layer| {
        for run in &runs {
            match run.as_slice() {
                [point] => layer.dot(*point, width, colour),
                line => layer.line(line, colour, width),
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn names_at_ends_move_apart_and_stay_inside() {
        assert_eq!(spread(&[10.0, 50.0], 16.0, (8.0, 92.0)), [10.0, 50.0]);
        assert_eq!(spread(&[48.0, 52.0], 16.0, (8.0, 92.0)), [42.0, 58.0]);
        assert_eq!(spread(&[2.0, 2.0], 16.0, (8.0, 92.0)), [8.0, 24.0]);
        assert_eq!(spread(&[90.0, 90.0, 90.0], 16.0, (8.0, 92.0)), [60.0, 76.0, 92.0]);
        assert!(spread(&[], 16.0, (8.0, 92.0)).is_empty());
    }
}
