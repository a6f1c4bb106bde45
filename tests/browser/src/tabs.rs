//! Two windows of one browser that show the same map.

use fantoccini::wd::WindowHandle;

use crate::eventually;
use crate::map::Map;

/// Two tabs. Each is a window of its own, because a tab in the background is not drawn.
pub struct Tabs {
    /// The map, as the tab in front shows it.
    pub map: Map,
    windows: [WindowHandle; 2],
}

impl Tabs {
    /// Opens the map of a window in a second one too; the first stays in front.
    pub async fn open(map: Map) -> Self {
        let address = map.client.current_url().await.expect("an address");
        let first = map.client.window().await.expect("a window");
        let second = map.client.new_window(false).await.expect("a second window").handle;
        map.client.switch_to_window(second.clone()).await.expect("the second window");
        map.client.goto(address.as_str()).await.expect("the page loads");
        map.is_ready().await;
        eventually!(map.shows("[role=grid]").await, true);
        map.client.switch_to_window(first.clone()).await.expect("the first window");
        Tabs { map, windows: [first, second] }
    }

    /// Turns to the first or the second tab: 0 or 1.
    pub async fn turn_to(&self, tab: usize) -> &Map {
        self.map.client.switch_to_window(self.windows[tab].clone()).await.expect("the window");
        &self.map
    }

    /// Waits until both tabs show these cards in the first cell.
    pub async fn show(&self, cards: &[&str]) {
        for tab in [0, 1] {
            self.turn_to(tab).await;
            eventually!(self.map.cards(1, 1).await, cards);
        }
    }
}
