//! A small site becomes an archive: what its pages say afterwards.

use std::io::{Cursor, Read as _};

use super::*;

const HOME: &str = "<!doctype html>\n<html lang=\"en\"><head><title>A &amp; B</title>\
    <link rel=\"canonical\" href=\"https://site.example/sub/en/\"><link rel=\"manifest\" href=\"/sub/manifest.webmanifest\">\
    <link rel=\"stylesheet\" href=\"/sub/assets/d/style.css\"><script src=\"/sub/assets/d/a.js\" type=\"module\"></script>\
    <script type=\"application/json\" id=\"m\">{\"a\":\"</b>\"}</script></head>\
    <body><a href=\"/sub/en/tools/?theme=a&amp;b=c#rows\">x &lt; y</a> <a href=\"/sub/en/gone/\">gone</a>\
    <a href=\"https://site.example/sub/lv/\" hreflang=\"lv\">lv</a> <a href=\"https://other.example/\">o</a>\
    <form action=\"/sub/en/search/\" data-root=\"/sub/\" data-none=\"/elsewhere/\"></form>\
    <svg viewBox=\"0 0 1 1\"><use href=\"#s\"/></svg><img src=\"/sub/media/k%C4%81.png\" alt=\"\"></body></html>";

fn archive() -> BTreeMap<String, String> {
    let files: &[(&str, &str)] = &[
        ("index.html", "<a href=\"/sub/en/\">en</a>"),
        ("en/index.html", HOME),
        ("en/404.html", "none"),
        ("en/tools/index.html", "<a href=\"/sub/\">up</a>"),
        ("en/tools/rows/0.json", "[\"<li><a href=\\\"/sub/en/tools/\\\">x</a></li>\"]"),
        ("en/search/index.html", "<p>s</p>"),
        ("en/search/data/0/b1", "block"),
        ("lv/index.html", "<p>lv</p>"),
        ("robots.txt", ""),
        ("assets/d/style.css", "@font-face{src:url(fonts/a.woff2)}a{b:url(i.svg)}"),
        ("assets/d/fonts/a.woff2", "foo"),
        ("api/v1/schemas/s.json", "{\"url\":\"/sub/en/\"}"),
        ("api/v1/problems/p.json", "{}"),
        ("assets/d/a.js", "import { b } from './b.js';\nb();\n"),
        ("assets/d/b.js", "export function b() {}\n"),
    ];
    let files = files
        .iter()
        .map(|(path, text)| Page { path: (*path).to_owned(), bytes: text.as_bytes().to_vec() })
        .collect();
    let settings = Settings { base_url: "https://site.example/sub/".parse().unwrap(), ..Settings::default() };
    let copied = [("media/kā.png", "png"), ("media/figures.json", "{}")];
    let copied = copied.map(|(path, text)| (path.to_owned(), Asset::Bytes(text.as_bytes().into()))).into();
    let mut bytes = Cursor::new(Vec::new());
    bundle(files, &copied, &settings, "assets/d", &mut bytes).unwrap();
    let mut archive = zip::ZipArchive::new(bytes).unwrap();
    assert_eq!(archive.by_index(0).unwrap().name().unwrap(), START);
    (0..archive.len())
        .map(|index| {
            let mut file = archive.by_index(index).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
            (file.name().unwrap().into_owned(), text)
        })
        .collect()
}

#[test]
fn a_page_names_files_from_where_it_lies_and_nothing_that_needs_a_server() {
    insta::assert_snapshot!(archive()["catalogue/en/index.html"], @r##"
    <!doctype html>
    <html lang="en"><head><title>A &amp; B</title><link rel="stylesheet" href="../assets/d/style.css"><script src="../assets/d/b.js" defer></script><script src="../assets/d/a.js" defer></script><script type="application/json" id="m">{"a":"</b>"}</script></head><body><a href="tools/index.html?theme=a&amp;b=c#rows">x &lt; y</a> <a>gone</a><a href="../lv/index.html" hreflang="lv">lv</a> <a href="https://other.example/">o</a><form action="search/index.html" data-root="../" data-none="/elsewhere/"></form><svg viewbox="0 0 1 1"><use href="#s"/></svg><img src="../media/k%C4%81.png" alt></body></html>
    "##);
}

#[test]
fn every_file_has_its_place_and_what_servers_want_has_none() {
    let archive = archive();
    insta::assert_snapshot!(archive.keys().cloned().collect::<Vec<_>>().join("\n"), @r"
    START-HERE.html
    catalogue/api/v1/problems/p.json
    catalogue/api/v1/schemas/s.json
    catalogue/api/v1/schemas/s.json.js
    catalogue/assets/d/a.js
    catalogue/assets/d/b.js
    catalogue/assets/d/fonts/a.woff2
    catalogue/assets/d/style.css
    catalogue/en/index.html
    catalogue/en/search/data/0/b1.js
    catalogue/en/search/index.html
    catalogue/en/tools/index.html
    catalogue/en/tools/rows/0.json.js
    catalogue/index.html
    catalogue/lv/index.html
    catalogue/media/figures.json
    catalogue/media/kā.png
    ");
    assert_eq!(archive[START], "<a href=\"catalogue/en/index.html\">en</a>");
    assert_eq!(archive["catalogue/api/v1/schemas/s.json"], "{\"url\":\"/sub/en/\"}");
    assert_eq!(
        archive["catalogue/api/v1/schemas/s.json.js"],
        "interlinkFile={text:\"{\\\"url\\\":\\\"/sub/en/\\\"}\"};\n"
    );
    assert_eq!(archive["catalogue/en/tools/index.html"], "<a href=\"../../index.html\">up</a>");
    assert_eq!(archive["catalogue/en/search/data/0/b1.js"], "interlinkFile={text:\"block\"};\n");
    assert_eq!(
        archive["catalogue/en/tools/rows/0.json.js"],
        "interlinkFile={text:\"[\\\"<li><a href=\\\\\\\"index.html\\\\\\\">x</a></li>\\\"]\"};\n"
    );
    assert_eq!(
        archive["catalogue/assets/d/style.css"],
        "@font-face{src:url(data:font/woff2;base64,Zm9v)}a{b:url(i.svg)}"
    );
}
