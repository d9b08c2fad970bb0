//! Somebody at work in the workspace of a process.

use serde_json::{Value, json};

use crate::browser::{Browser, keys};

/// The views of a process, in the order of the menu.
pub const VIEWS: [&str; 8] = ["guide", "overview", "plan", "team", "rewards", "publish", "file", "settings"];

/// A browser with the workspace of a site.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    /// The browser.
    pub browser: &'a Browser,
    /// The address of the workspace, with its language.
    pub workspace: &'a str,
}

impl Desk<'_> {
    /// Opens the workspace without a process.
    #[track_caller]
    pub fn enter(&self) {
        self.browser.open(self.workspace);
        self.browser.wait_for("#workspace[data-settled]");
    }

    /// Opens the workspace with a source chosen, and starts a process from it.
    #[track_caller]
    pub fn start(&self, source: &str, slug: &str, name: Option<&str>) {
        self.browser.open(&format!("{}?{source}={slug}", self.workspace));
        self.browser.wait_for("#workspace[data-settled]");
        let choice = self.browser.find(&format!("#ws-from-{source}-{slug}"));
        assert_eq!(choice.property("checked"), "true", "{source} is not chosen");
        if let Some(name) = name {
            self.browser.find("#ws-new-name").fill(name);
        }
        self.browser.find(".ws-start button[type=submit]").click();
        self.browser.wait_for("#ws-view:not([disabled]) [id^=ws-row-]");
    }

    /// Goes to another view by the menu.
    #[track_caller]
    pub fn go(&self, view: &str) {
        let link = format!("#ws-menu a[href*='view={view}']");
        self.browser.wait_for(&link);
        self.browser.find(&link).type_text(keys::ENTER);
        self.browser.wait_until(view, |browser| browser.address().contains(&format!("view={view}")));
        self.browser.wait_for("#workspace[data-settled]");
    }

    /// The ids of what a selector finds, in the order of the page.
    pub fn ids(&self, css: &str) -> Vec<String> {
        let ids = "return [...document.querySelectorAll(arguments[0])].map((row) => row.id)";
        let ids: Value = self.browser.run(ids, json!([css]));
        let ids = ids.as_array().map(Vec::as_slice).unwrap_or_default();
        ids.iter().filter_map(|id| id.as_str().map(str::to_owned)).collect()
    }

    /// Opens a row of the guide and waits until its details are shown.
    #[track_caller]
    pub fn open_row(&self, row: &str) {
        let css = format!("[id='{row}']");
        self.browser.find(&css).type_text(keys::ENTER);
        self.browser.wait_for(&format!("{css}[aria-current]"));
    }

    /// Writes a day as a date field of the browser gives it.
    pub fn write_day(&self, css: &str, day: &str) {
        let write = "const field = document.querySelector(arguments[0]);
            field.focus(); field.value = arguments[1];
            for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
            field.blur();";
        self.browser.run(write, json!([css, day]));
    }

    /// Chooses a file for a field, as if it lay on the disk of the reader.
    #[track_caller]
    pub fn choose(&self, css: &str, name: &str, bytes: &[u8]) {
        use base64::Engine;
        let choose = "const bytes = Uint8Array.from(atob(arguments[2]), (letter) => letter.charCodeAt(0));
            const files = new DataTransfer();
            files.items.add(new File([bytes], arguments[1]));
            const field = document.querySelector(arguments[0]);
            field.files = files.files;
            field.dispatchEvent(new Event('change', { bubbles: true }));";
        let bytes = base64::engine::general_purpose::STANDARD.encode(bytes);
        self.browser.run(choose, json!([css, name, bytes]));
    }
}
