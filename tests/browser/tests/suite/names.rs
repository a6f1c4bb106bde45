//! The names that never change, as the browser itself tells them to assistive technology.

use fantoccini::Locator;
use fantoccini::elements::Element;
use fantoccini::wd::WebDriverCompatibleCommand;
use orbita_browser::driver::Engine;
use orbita_browser::map::Map;
use orbita_browser::{eventually, in_three_browsers};

in_three_browsers! { roles_and_names_are_what_they_always_were }

/// Asks the browser for the role or the label of an element, as it has computed them.
#[derive(Debug)]
struct Computed {
    what: &'static str,
    element: String,
}

impl WebDriverCompatibleCommand for Computed {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        let session = session.unwrap_or_default();
        base.join(&format!("session/{session}/element/{}/{}", self.element, self.what))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::GET, None)
    }
}

async fn roles_and_names_are_what_they_always_were(engine: Engine) {
    let map = Map::fresh(engine).await;
    map.write("Calls the bank").await;
    map.press("Enter").await;
    let computed = async |element: &Element, what| {
        let element = element.element_id().to_string();
        let told = map.client.issue_cmd(Computed { what, element }).await.expect("the driver tells it");
        told.as_str().unwrap_or_default().to_owned()
    };
    for (selector, role, name) in [
        ("#map", "grid", "Journey map"),
        ("[data-cell='1,1']", "gridcell", "Actions, Stage 1"),
        ("[data-card]", "option", "Calls the bank"),
        ("[data-cell='3,4'] [role=slider]", "slider", "Emotion, Stage 3"),
        ("[aria-label='Undo']", "button", "Undo"),
        ("[aria-label='Redo']", "button", "Redo"),
        (".save-state", "status", "Save state"),
        ("nav a[href='#/']", "link", "Library"),
        ("nav a[aria-current]", "link", "Journey"),
    ] {
        let element = map.client.find(Locator::Css(selector)).await.expect("it is there");
        eventually!(computed(&element, "computedrole").await, role);
        eventually!(computed(&element, "computedlabel").await, name);
    }
    for button in ["Add stage", "Add lane", "Export"] {
        map.sees(("button", button)).await;
    }
}
