//! The emotion curve: by keys and by pointer.

use orbita_browser::driver::Engine;
use orbita_browser::map::{Map, cell};
use orbita_browser::{document, eventually, in_three_browsers};
use serde_json::json;

in_three_browsers! {
    emotions_are_set_by_keys
    emotions_are_dragged
    the_scale_stays_beside_its_lane
}

async fn emotions_are_set_by_keys(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.click(cell(1, 4)).await;
    for key in ["5", "3", "2", "1", "4"] {
        map.press(key).await;
        map.press("ArrowRight").await;
    }
    eventually!(map.emotion("Stage 1").await, "+2, peak");
    eventually!(map.emotion("Stage 2").await, "0, biggest drop");
    eventually!(map.emotion("Stage 3").await, "−1");
    eventually!(map.emotion("Stage 4").await, "−2, lowest");
    eventually!(map.emotion("Stage 5").await, "+1, end");
    eventually!(lines(&map).await, 1);
    never_overshoots(&map, 5).await;

    // Enter takes hold of the point: arrows move it by halves, and Enter lets go.
    map.walk_to(3, 4).await;
    map.press("Enter").await;
    eventually!(map.keyboard().await, "slider: Emotion, Stage 3");
    map.press("ArrowUp").await;
    eventually!(map.emotion("Stage 3").await, "−0.5");
    map.press("PageUp ArrowDown").await;
    eventually!(map.emotion("Stage 3").await, "0");
    eventually!(map.attribute(("slider", "Emotion, Stage 3"), "aria-valuenow").await, Some("0".into()));
    map.press("Enter").await;
    eventually!(map.keyboard().await, "gridcell: Emotion, Stage 3");

    // A cleared stage is a gap: two lines, and no drop is read across it.
    map.press("Delete").await;
    eventually!(map.emotion("Stage 3").await, "no level");
    eventually!(lines(&map).await, 2);
    eventually!(map.emotion("Stage 4").await, "−2, lowest");
    map.press("Ctrl+Z").await;
    eventually!(map.emotion("Stage 3").await, "0");
    eventually!(lines(&map).await, 1);
    let slider = ("slider", "Emotion, Stage 1");
    assert_eq!(map.attribute(slider, "aria-valuemin").await, Some("-2".into()));
    assert_eq!(map.attribute(slider, "aria-valuemax").await, Some("2".into()));
}

async fn emotions_are_dragged(engine: Engine) {
    let map = Map::fresh(engine).await;
    let drag_to = async |share: f64| {
        let from = map.point(("slider", "Emotion, Stage 2")).await;
        let (_, top, _, height) = map.place(cell(2, 4)).await;
        map.drag(from, (from.0, top + height * share)).await;
    };
    drag_to(0.02).await;
    eventually!(map.emotion("Stage 2").await, "+2, end");
    drag_to(0.98).await;
    eventually!(map.emotion("Stage 2").await, "−2, end");
    drag_to(0.5).await;
    eventually!(map.emotion("Stage 2").await, "0, end");
    // A drag is one step.
    map.press("Ctrl+Z").await;
    eventually!(map.emotion("Stage 2").await, "−2, end");
    map.press("Ctrl+Z Ctrl+Z").await;
    eventually!(map.emotion("Stage 2").await, "no level");
    eventually!(lines(&map).await, 0);
}

async fn the_scale_stays_beside_its_lane(engine: Engine) {
    let map = Map::stored(engine, &document::map("Wide", 20, 8, 80)).await;
    map.resize(1024, 768).await;
    map.js::<()>("document.querySelector('#map-scroll').scrollLeft = 400", json!([])).await;
    let outside = "const lane = document.querySelector('.row.emotion .lane-head').getBoundingClientRect();
        const figures = [...document.querySelectorAll('.scale span')].map((figure) => figure.getBoundingClientRect());
        return [lane.left, figures.filter(({ left, right }) => left < lane.left || right > lane.right).length]";
    eventually!(map.js::<(f64, usize)>(outside, json!([])).await, (0.0, 0));
}

/// In how many pieces the curve is drawn.
async fn lines(map: &Map) -> usize {
    map.js("return (document.querySelector('.curve-line').getAttribute('d') ?? '').split('M').length - 1", json!([]))
        .await
}

/// Between two points the curve stays between their heights.
async fn never_overshoots(map: &Map, stages: usize) {
    let script = "const path = document.querySelector('.curve-line');
        const length = path.getTotalLength();
        const drawn = [...Array(501).keys()].map((step) => path.getPointAtLength((length * step) / 500));
        const origin = path.ownerSVGElement.getBoundingClientRect();
        const points = all('slider').map((point) => point.getBoundingClientRect())
            .map(({ left, top, width, height }) => [left + width / 2 - origin.left, top + height / 2 - origin.top]);
        const beyond = points.slice(1).flatMap(([right, low], at) => {
            const [left, high] = points[at];
            const [least, most] = [Math.min(low, high) - 1, Math.max(low, high) + 1];
            return drawn.filter(({ x, y }) => x >= left && x <= right && (y < least || y > most)).map(({ x, y }) => [x, y]);
        });
        return [points.length, beyond];";
    eventually!(map.js::<(usize, Vec<(f64, f64)>)>(script, json!([])).await, (stages, vec![]));
}
