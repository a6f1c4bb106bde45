//! Files that a page hands out, and files that a person gives it.

use fantoccini::Locator;
use serde_json::json;

use crate::browser::Browser;

impl Browser {
    /// From now on, and until the page is loaded again, what it hands out can be read with [`Browser::caught_files`].
    pub async fn catch_files(&self) {
        let script = "const blobs = new Map();
            const made = URL.createObjectURL, clicked = HTMLAnchorElement.prototype.click;
            window.caught = [];
            URL.createObjectURL = (blob) => {
                const url = made.call(URL, blob);
                blobs.set(url, blob);
                return url;
            };
            HTMLAnchorElement.prototype.click = function () {
                if (blobs.has(this.href)) caught.push([this.download, blobs.get(this.href)]);
                clicked.call(this);
            };";
        self.js(script, json!([])).await
    }

    /// How many files were handed out.
    pub async fn caught_count(&self) -> usize {
        self.js("return caught.length", json!([])).await
    }

    /// The files that were handed out: names and texts.
    pub async fn caught_files(&self) -> Vec<(String, String)> {
        let script = "return Promise.all(caught.map(async ([name, blob]) => [name, await blob.text()]))";
        self.js_later(script, json!([])).await
    }

    /// Gives the page a file by its picker.
    pub async fn pick_file(&self, name: &str, text: impl AsRef<[u8]>) {
        self.pick_file_by("input[type=file]", name, text).await;
    }

    /// Gives the page a file by one of its pickers.
    pub async fn pick_file_by(&self, picker: &str, name: &str, text: impl AsRef<[u8]>) {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).expect("the file can be written");
        let input = self.client.find(Locator::Css(picker)).await.expect("the page has a file picker");
        input.send_keys(&path.to_string_lossy()).await.expect("the picker takes the file");
    }

    /// Drops a file onto something.
    pub async fn drop_file(&self, selector: &str, name: &str, text: &str) {
        self.drop_repeated(selector, name, text, 1).await
    }

    /// Drops a file that holds a text so many times over: made in the page, so that no driver has to carry it.
    pub async fn drop_repeated(&self, selector: &str, name: &str, text: &str, times: usize) {
        let script = "const [selector, name, text, times] = arguments;
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File(Array(times).fill(text), name, { type: 'application/json' }));
            for (const kind of ['dragenter', 'dragover', 'drop']) {
                document.querySelector(selector).dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
            }";
        self.js(script, json!([selector, name, text, times])).await
    }
}
