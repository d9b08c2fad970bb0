//! Tells cargo that the embedded theme, starter and vocabularies are inputs: a file added to one of
//! them must reach the program.

fn main() {
    for folder in ["../themes", "../content/vocabularies", "starter"] {
        println!("cargo:rerun-if-changed={folder}");
    }
}
