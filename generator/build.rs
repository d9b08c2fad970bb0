//! Tells cargo that the embedded theme is an input: a file added to it must reach the program.

fn main() {
    println!("cargo:rerun-if-changed=../themes");
}
