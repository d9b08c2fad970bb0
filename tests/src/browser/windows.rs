//! Several tabs of one browser, and a browser that is closed and started again.

use serde_json::json;

use super::{Browser, text};

/// A tab, by the name that the driver has for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab(String);

impl Browser {
    /// The tab that is driven now.
    pub fn tab(&self) -> Tab {
        Tab(text(&self.get("/window")))
    }

    /// Opens an empty tab and drives it from now on.
    #[track_caller]
    pub fn open_tab(&self) -> Tab {
        let tab = Tab(text(&self.post("/window/new", &json!({ "type": "tab" }))["handle"]));
        self.go_to(&tab);
        tab
    }

    /// Drives another tab from now on.
    #[track_caller]
    pub fn go_to(&self, tab: &Tab) {
        self.post("/window", &json!({ "handle": tab.0 }));
    }

    /// Closes the tab that is driven. Another one has to be chosen then.
    #[track_caller]
    pub fn close_tab(&self) {
        self.delete("/window").unwrap_or_else(|error| panic!("{error}"));
    }

    /// Closes the whole browser, as a person does at the end of the day, and starts it again with what it kept.
    #[track_caller]
    pub fn close_and_start_again(&mut self) {
        self.delete("").unwrap_or_else(|error| panic!("{error}"));
        self.begin();
    }
}
