//! Files that a page would have the reader save: they are taken as they are made, without a folder for downloads.

use base64::Engine;
use serde_json::json;

use super::{Browser, text};

/// Notes what is made for saving instead of saving it.
const TAKE: &str = "window.takenName = '';
    window.taken = new Promise(taken => { URL.createObjectURL = blob => { taken(blob); return 'data:,'; }; });
    HTMLAnchorElement.prototype.click = function () { window.takenName = this.download; };";

/// Its bytes, in base64.
const READ: &str = "const told = arguments[arguments.length - 1];
    window.taken.then(async (blob) => {
        const bytes = new Uint8Array(await blob.arrayBuffer());
        told(btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), '')));
    });";

impl Browser {
    /// Takes the next file of the page that is open.
    pub fn take_file(&self) {
        self.run(TAKE, json!([]));
    }

    /// The name of the file that was taken; empty while there is none.
    pub fn taken_name(&self) -> String {
        text(&self.run("return window.takenName", json!([])))
    }

    /// The bytes of the file that was taken, as soon as there is one.
    #[track_caller]
    pub fn taken_file(&self) -> Vec<u8> {
        let bytes = self.run_until_told(READ, json!([]));
        base64::engine::general_purpose::STANDARD.decode(text(&bytes)).expect("the script answers in base64")
    }
}
