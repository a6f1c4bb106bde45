//! A modal dialog: the browser's own, which holds the focus and gives it back.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::{on, shown};
use crate::ui::browser::{element, steady_ms};
use crate::ui::session::use_session;

/// Within how many milliseconds two clicks are a double click.
const DOUBLE_CLICK_MS: f64 = 500.0;

/// A dialog that is open while `open` holds; Esc, Back and the backdrop close it.
#[component]
pub fn Dialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Its name.
    title: &'static str,
    /// A class of its own.
    #[prop(optional)]
    class: &'static str,
    /// Whether the project is edited in it, so that undo is wanted there.
    #[prop(optional)]
    edits: bool,
    /// What it holds; built anew each time it opens.
    children: ChildrenFn,
) -> impl IntoView {
    let session = use_session();
    let node = NodeRef::<html::Dialog>::new();
    let opened = StoredValue::new(0.0);
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        if open.get() && !dialog.open() {
            // Refused only for a dialog that is open or not in the page; this one is neither.
            let _ = dialog.show_modal();
            opened.set_value(steady_ms());
        } else if !open.get() && dialog.open() {
            dialog.close();
        }
    });
    // The browser tells of it a moment later, when it may be open again.
    let closed = move |_: ev::Event| {
        if node.get_untracked().is_none_or(|dialog| !dialog.open()) {
            open.set(false);
        }
    };
    let close_on_backdrop = move |event: leptos::ev::MouseEvent| {
        // The second click of a double click on what opened it is none on the backdrop.
        let is_second = steady_ms() - opened.get_value() < DOUBLE_CLICK_MS;
        if !is_second && event.target() == event.current_target() {
            open.set(false);
        }
    };
    view! {
        <dialog
            node_ref=node
            class=format!("dialog {class}")
            aria-label=title
            data-edits=edits.then_some("")
            on:close=on(closed)
            on:pointerdown=on(move |event: ev::PointerEvent| close_on_backdrop(event.into()))
        >
            {shown(
                move || open.get(),
                move || {
                    session.over.closed_by(move || open.set(false));
                    view! {
                        <div class="dialog-body">
                            <h2 class="dialog-title">{title}</h2>
                            {children()}
                        </div>
                    }
                },
            )}
        </dialog>
    }
}

/// A form as dialogs show it. It goes nowhere: sending it, by Enter or its button, does what `submit` says.
#[component]
pub fn DialogForm(
    /// What sending it does.
    submit: Callback<()>,
    /// Whether what is wrong with a field is said by the form itself, and not by the browser.
    #[prop(optional)]
    own_checks: bool,
    /// Its fields and buttons.
    children: Children,
) -> impl IntoView {
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        submit.run(());
    };
    view! { <form class="dialog-form" novalidate=own_checks on:submit=on(send)>{children()}</form> }
}

/// A dialog of fields that change the project as they are typed into: Enter or "Done" only closes it.
#[component]
pub fn FormDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// Its name.
    title: &'static str,
    /// Its fields; built anew each time it opens.
    children: ChildrenFn,
) -> impl IntoView {
    let done = use_session().w().done;
    let submit = Callback::new(move |()| open.set(false));
    let form = move || {
        let fields = children();
        view! {
            <DialogForm submit>
                {fields}
                <div class="dialog-actions">
                    <button type="submit" class="button primary">{done}</button>
                </div>
            </DialogForm>
        }
    };
    view! { <Dialog open title edits=true>{form()}</Dialog> }
}

/// Whether a dialog lies over the project: nothing is done there that nobody sees.
pub fn is_covered() -> bool {
    element::find("dialog[open]:not([data-edits])").is_some()
}
