//! What a reader brings along: the size of the screen, a dark or light scheme, paper, a keyboard.

use serde_json::json;

use super::Browser;

/// The colours a reader's system asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark letters on light ground.
    Light,
    /// Light letters on dark ground.
    Dark,
}

impl Browser {
    /// Makes the visible part of the page this wide and high, in CSS pixels. A headless window
    /// cannot be narrower than 500, so the screen of a phone is emulated.
    pub fn resize(&self, width: u32, height: u32) {
        self.tell(
            "Emulation.setDeviceMetricsOverride",
            &json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 }),
        );
    }

    /// Shows pages as on a screen with these colours, from now on.
    pub fn show_on_screen(&self, scheme: Scheme) {
        let scheme = match scheme {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        };
        self.tell(
            "Emulation.setEmulatedMedia",
            &json!({ "media": "screen", "features": [{ "name": "prefers-color-scheme", "value": scheme }] }),
        );
    }

    /// Shows pages as they will stand on paper, from now on.
    pub fn show_on_paper(&self) {
        self.tell("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
    }

    /// The same, where the system of the reader is dark.
    pub fn show_on_paper_of_a_dark_system(&self) {
        let dark = json!([{ "name": "prefers-color-scheme", "value": "dark" }]);
        self.tell("Emulation.setEmulatedMedia", &json!({ "media": "print", "features": dark }));
    }

    /// Shows pages with the few colours of a reader's system in place of their own, from now on.
    pub fn show_in_forced_colours(&self) {
        let forced = json!([{ "name": "forced-colors", "value": "active" }]);
        self.tell("Emulation.setEmulatedMedia", &json!({ "media": "screen", "features": forced }));
    }

    /// Shows pages as to a reader who wants nothing to move, from now on.
    pub fn show_without_motion(&self) {
        let still = json!([{ "name": "prefers-reduced-motion", "value": "reduce" }]);
        self.tell("Emulation.setEmulatedMedia", &json!({ "media": "screen", "features": still }));
    }

    /// Presses keys one after another, wherever the focus is. `keys::TAB` and the like are keys
    /// without a letter.
    #[track_caller]
    pub fn press(&self, keys: &str) {
        let strokes: Vec<serde_json::Value> = keys
            .chars()
            .flat_map(|key| ["keyDown", "keyUp"].map(|what| json!({ "type": what, "value": key })))
            .collect();
        self.post(
            "/actions",
            &json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": strokes }] }),
        );
    }

    /// Runs a script before those of every page that is opened from now on in this tab: what a browser lacks, or does
    /// otherwise than Chromium.
    pub fn before_every_page(&self, script: &str) {
        self.tell("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": script }));
    }

    /// Leaves pages of this origin so much room to keep something, in bytes.
    pub fn limit_storage(&self, origin: &str, bytes: u64) {
        self.tell("Storage.overrideQuotaForOrigin", &json!({ "origin": origin, "quotaSize": bytes }));
    }

    /// A command of the protocol that Chromium's own developer tools speak.
    #[track_caller]
    fn tell(&self, command: &str, parameters: &serde_json::Value) {
        self.post("/goog/cdp/execute", &json!({ "cmd": command, "params": parameters }));
    }
}

/// Keys without a letter, as WebDriver writes them.
pub mod keys {
    /// On to the next link, button or field.
    pub const TAB: &str = "\u{e004}";
    /// Follow, press, send.
    pub const ENTER: &str = "\u{e007}";
    /// Close what has opened.
    pub const ESCAPE: &str = "\u{e00c}";
    /// The next choice of a list.
    pub const DOWN: &str = "\u{e015}";
}
