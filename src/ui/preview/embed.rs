//! One map or one chart of a hosted project and nothing else, for another page to show.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::hosted_file;
use super::wrong::Wrong;
use crate::drawing::Look;
use crate::handover::site::{Embed, Embedded};
use crate::model::Engagement;
use crate::ui::browser::element;
use crate::ui::parts::{Figure, live};
use crate::ui::session::use_session;

/// The part, as large as the page that shows it.
#[component]
pub fn Embedded(
    /// Which part.
    part: Embed,
) -> impl IntoView {
    let session = use_session();
    session.preview();
    let project = RwSignal::new(None::<Result<Engagement, Wrong>>);
    spawn_local(async move {
        let fetched = hosted_file::fetched(session).await.map(|fetched| fetched.engagement);
        // The page may have gone.
        _ = project.try_set(Some(fetched));
    });
    let node = NodeRef::<leptos::html::Main>::new();
    let size = element::size_of(Signal::derive_local(move || node.get().map(|node| (*node).clone())));
    // A window that is dragged changes its size often, and a simulation takes its time.
    let made = move || {
        let lang = session.lang.get();
        project.with(|project| match project.as_ref()? {
            Err(wrong) => Some(Err(wrong.text(session))),
            Ok(project) => Some(Embedded::of(project, part, lang).ok_or_else(|| session.travel().no_such_part.into())),
        })
    };
    view! {
        <main class="embedded" node_ref=node>
            {live(move || match made() {
                None => view! { <p class="later" role="status">{session.w().part_coming}</p> }.into_any(),
                Some(Err(why)) => {
                    let why: String = why;
                    view! { <p class="later" role="alert">{why}</p> }.into_any()
                }
                Some(Ok(part)) => {
                    let lang = session.lang();
                    let summary = part.summary().to_owned();
                    let titles = part.titles().map(|(title, subtitle)| (title.to_owned(), subtitle.to_owned()));
                    let svg = move || {
                        let look = if session.is_dark() { Look::DARK } else { Look::LIGHT };
                        part.svg(look, lang, size.get())
                    };
                    shown(Signal::derive(svg), summary, titles)
                }
            })}
        </main>
    }
}

fn shown(svg: Signal<String>, summary: String, titles: Option<(String, String)>) -> AnyView {
    view! {
        {titles
            .map(|(title, subtitle)| {
                view! {
                    <h1 class="chart-title">{title}</h1>
                    <p class="chart-subtitle">{subtitle}</p>
                }
            })}
        <div role="img" aria-label=summary>
            <Figure svg class="embedded-figure" />
        </div>
    }
    .into_any()
}
