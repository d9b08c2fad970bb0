//! `Site` -> pages: the views templates see, the templates, and one file per family of pages.
//! Nothing here touches the disk: pages are text in memory, and `output` writes them.

pub mod theme;
