use super::*;
use crate::markdown::ImageTarget;
use proptest::prelude::*;

fn html(markdown: &str) -> String {
    render(markdown, &RenderOptions::default()).html
}

#[test]
fn ordinary_text_becomes_ordinary_html() {
    insta::assert_snapshot!(html("One *two* **three** ~~four~~ `five`\nsix  \nseven\n\n> q\n\n---\n\n3. a\n4. b\n\n- c\n\n- d"), @r#"
    <p>One <em>two</em> <strong>three</strong> <del>four</del> <code>five</code>
    six<br>
    seven</p>
    <blockquote>
    <p>q</p>
    </blockquote>
    <hr>
    <ol start="3">
    <li>a</li>
    <li>b</li>
    </ol>
    <ul>
    <li><p>c</p>
    </li>
    <li><p>d</p>
    </li>
    </ul>
    "#);
}

#[test]
fn raw_html_is_shown_as_it_was_typed() {
    assert_eq!(html("a <b>c</b>"), "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n");
    assert_eq!(html("<script>\nalert(1)\n</script>\n"), "<p>&lt;script&gt;\nalert(1)\n&lt;/script&gt;</p>\n");
    assert_eq!(html("<!-- x -->"), "<p>&lt;!-- x --&gt;</p>\n");
}

#[test]
fn headings_are_shifted_and_have_stable_unique_ids() {
    let options = RenderOptions { id_prefix: "use-", anchor_label: "Link", ..RenderOptions::default() };
    let rendered = render("# Kā *lietot*?\n\ntext\n\n## Kā lietot\n\n###### Пример\n\nend", &options);
    insta::assert_snapshot!(rendered.html, @r##"
    <h2 id="use-ka-lietot">Kā <em>lietot</em>? <a class="anchor" href="#use-ka-lietot" aria-label="Link: Kā lietot?">#</a></h2>
    <p>text</p>
    <h3 id="use-ka-lietot-2">Kā lietot <a class="anchor" href="#use-ka-lietot-2" aria-label="Link: Kā lietot">#</a></h3>
    <h6 id="use-section">Пример <a class="anchor" href="#use-section" aria-label="Link: Пример">#</a></h6>
    <p>end</p>
    "##);
    assert_eq!(rendered.text, "Kā lietot?\ntext\nKā lietot\nПример\nend");
    let sections: Vec<(u8, &str, &str)> = rendered
        .headings
        .iter()
        .map(|heading| (heading.level, heading.text.as_str(), &rendered.text[heading.text_offset..]))
        .collect();
    assert_eq!(
        sections,
        [
            (2, "Kā lietot?", "Kā lietot?\ntext\nKā lietot\nПример\nend"),
            (3, "Kā lietot", "Kā lietot\nПример\nend"),
            (6, "Пример", "Пример\nend"),
        ]
    );
}

#[test]
fn an_id_that_looks_numbered_is_not_given_twice() {
    let rendered = render("# a\n# a-2\n# a", &RenderOptions::default());
    let ids: Vec<&str> = rendered.headings.iter().map(|heading| heading.id.as_str()).collect();
    assert_eq!(ids, ["a", "a-2", "a-3"]);
}

#[test]
fn links_are_judged() {
    assert_eq!(
        html("[a](https://x.example/?a=b&c \"T\\\"\")"),
        "<p><a href=\"https://x.example/?a=b&amp;c\" title=\"T&quot;\" rel=\"noopener\">a</a></p>\n"
    );
    assert_eq!(html("<info@x.example>"), "<p><a href=\"mailto:info@x.example\">info@x.example</a></p>\n");
    assert_eq!(html("[a](JaVaScript&colon;x)"), "<p>a <code>JaVaScript:x</code></p>\n");
    assert_eq!(html("<javascript:x>"), "<p>javascript:x</p>\n");
    assert_eq!(html("[a](//x.example)"), "<p>a <code>//x.example</code></p>\n");
}

#[test]
fn relative_addresses_get_their_base() {
    let resolve =
        |address: &str| (address == "../kanban/").then(|| "/sub/en/interlinkers/kanban/".to_owned());
    let options = RenderOptions {
        link_base: "/sub/files/",
        image_base: "/sub/pictures/",
        id_prefix: "p-",
        resolve_link: Some(&resolve),
        ..RenderOptions::default()
    };
    assert_eq!(
        render("[a](./b.pdf) [c](../kanban/) [d](#e) [f](/g) ![h](<./files/i j.png>)", &options).html,
        "<p><a href=\"/sub/files/b.pdf\">a</a> <a href=\"/sub/en/interlinkers/kanban/\">c</a> \
         <a href=\"#p-e\">d</a> <a href=\"/g\">f</a> \
         <img src=\"/sub/pictures/files/i%20j.png\" alt=\"h\" loading=\"lazy\"></p>\n"
    );
}

#[test]
fn a_base_cannot_be_turned_into_another_host() {
    let options = RenderOptions { link_base: "/", image_base: "/", ..RenderOptions::default() };
    assert_eq!(render("[a](.//x.example)", &options).html, "<p>a <code>.//x.example</code></p>\n");
    assert_eq!(render("![a](.//x.example)", &options).html, "<p>a <code>.//x.example</code></p>\n");
}

#[test]
fn pictures_are_files_of_the_entry_or_links() {
    let resolve = |path: &str| {
        (path == "files/a.png").then(|| ImageTarget { address: "/i/1.webp".into(), size: Some((4, 3)) })
    };
    let options = RenderOptions { resolve_image: Some(&resolve), ..RenderOptions::default() };
    assert_eq!(
        render("![a *b* \"c\"](files/a.png)", &options).html,
        "<p><img src=\"/i/1.webp\" alt=\"a b &quot;c&quot;\" width=\"4\" height=\"3\" loading=\"lazy\"></p>\n"
    );
    assert_eq!(
        html("![a](https://x.example/a.png)"),
        "<p><a href=\"https://x.example/a.png\" rel=\"noopener\">a</a></p>\n"
    );
    assert_eq!(
        html("[![a](https://x.example/a.png)](https://y.example)"),
        "<p><a href=\"https://y.example\" rel=\"noopener\">a <code>https://x.example/a.png</code></a></p>\n"
    );
    assert_eq!(html("![](data:image/png;base64,A)"), "<p>data:image/png;base64,A</p>\n");
    assert_eq!(
        html("![a [b](c) ![d](e)](f.png)"),
        "<p><img src=\"f.png\" alt=\"a b d\" loading=\"lazy\"></p>\n"
    );
}

#[test]
fn a_table_scrolls_in_its_own_box() {
    let options = RenderOptions { table_label: "Table", ..RenderOptions::default() };
    let rendered = render("|a|b|\n|-|-:|\n|c|d|", &options);
    insta::assert_snapshot!(rendered.html, @r#"
    <div class="table" tabindex="0" role="region" aria-label="Table"><table><thead><tr><th scope="col">a</th><th scope="col" class="align-right">b</th></tr></thead><tbody>
    <tr><td>c</td><td class="align-right">d</td></tr>
    </tbody></table></div>
    "#);
    assert_eq!(rendered.text, "a b\nc d");
}

#[test]
fn each_table_has_a_name_of_its_own() {
    let options = RenderOptions { table_label: "Table", ..RenderOptions::default() };
    let table = "|a|\n|-|\n|b|\n";
    let rendered =
        render(&format!("{table}\n{table}\n## People\n\n{table}\n## Teams & more\n\n{table}"), &options);
    let names: Vec<&str> = rendered
        .html
        .split("aria-label=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|name| name.starts_with("Table"))
        .collect();
    assert_eq!(names, ["Table", "Table (2)", "Table: People", "Table: Teams &amp; more"]);
}

#[test]
fn code_keeps_its_lines_and_a_harmless_language() {
    assert_eq!(
        html("```rust\" onclick=x\na\n\nb\n```"),
        "<pre tabindex=\"0\"><code class=\"language-rust\">a\n\nb</code></pre>\n"
    );
}

#[test]
fn the_plain_text_has_one_line_a_block() {
    let text = |markdown: &str| render(markdown, &RenderOptions::default()).text;
    assert_eq!(text("- a\n  - b\n\n  c\n- d ![e](f.png)"), "a\nb\nc\nd e");
    assert_eq!(text("a\nb  \nc [d](e)\n\n> f\n\n    g\n      h"), "a b c d\nf\ng   h");
    assert_eq!(text("\n#\n\n&nbsp;\n"), "");
}

#[test]
fn hostile_texts_end_soon() {
    let nested = format!("{}a", ">".repeat(20_000));
    let brackets = "[".repeat(20_000);
    let stars = "*a **b ".repeat(10_000);
    let headings = "# a\n".repeat(20_000);
    for text in [nested, brackets, stars, headings] {
        assert_safe(&html(&text));
    }
}

/// Reads HTML as strictly as this module writes it: every `<` begins a known tag with known,
/// quoted attributes, every tag is closed in order, every address is of an allowed kind.
fn assert_safe(html: &str) {
    const VOID: [&str; 3] = ["br", "hr", "img"];
    const TAGS: [&str; 27] = [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "blockquote",
        "pre",
        "code",
        "ul",
        "ol",
        "li",
        "div",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "em",
        "strong",
        "del",
        "a",
        "br",
        "hr",
        "img",
    ];
    const ATTRIBUTES: [&str; 15] = [
        "id",
        "class",
        "href",
        "title",
        "rel",
        "src",
        "alt",
        "width",
        "height",
        "loading",
        "start",
        "scope",
        "tabindex",
        "role",
        "aria-label",
    ];
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        assert!(!rest[..at].contains('>'), "a stray > in {html:?}");
        let end = rest[at..].find('>').expect("a tag ends") + at;
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "in {html:?}");
            continue;
        }
        let (name, mut attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        assert!(TAGS.contains(&name), "<{tag}> in {html:?}");
        while !attributes.is_empty() {
            let (attribute, after) = attributes.split_once("=\"").expect("a quoted value");
            let (value, after) = after.split_once('"').expect("an end of the value");
            assert!(ATTRIBUTES.contains(&attribute), "{attribute} in {html:?}");
            if attribute == "href" || attribute == "src" {
                let decoded = value.replace("&amp;", "&").replace("&#39;", "'");
                assert_ne!(classify(&decoded), Address::Forbidden, "{value} in {html:?}");
            }
            attributes = after.trim_start();
        }
        if name == "a" {
            assert!(!open.contains(&"a"), "a link in a link in {html:?}");
        }
        if !VOID.contains(&name) {
            open.push(name);
        }
    }
    assert!(open.is_empty() && !rest.contains('>'), "{open:?} left open in {html:?}");
}

/// Texts made of the pieces that Markdown, HTML and addresses are made of, so that most of them
/// mean something to the parser.
pub(in crate::markdown) fn hostile_markdown() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "[a](", "](", ")", "![", "[", "]", "<", ">", "\"", "'", "&", "&colon;", "&#58;", "&Tab;", "&quot;",
            "&lt;script&gt;", "javascript:", "JaVaScript:", "java\tscript:", "data:", "//", "https://x.example",
            "mailto:a@b.example", "files/x.png", "../", "./", "%2e%2e/", "\\", "\\\\", "<script>", "</script>",
            "<img src=x onerror=y>", "<!--", "-->", "<![CDATA[", "]]>", "<?", "<b>", "</b>", "# ", "## ", "> ",
            "- ", "1. ", "7) ", "|", "|-|-:|\n", "|a|b|\n", "```", "~~~", "    ", "`", "*", "**", "~~", "_", "\n",
            "\n\n", "\r\n", "  \n", "---\n", "===\n", "[x]: ", "[x]", "\u{0}", "\u{202e}", "é", "日", "#frag",
            "{#id}", "[^1]", "$", "a", "b c",
        ]).prop_map(str::to_owned),
        1 => ".{0,12}".prop_map(|text: String| text),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn whatever_the_text_its_html_is_safe(markdown in hostile_markdown(), base in prop::sample::select(vec!["", "/", "/sub/", "https://x.example/"])) {
        let options = RenderOptions { link_base: base, image_base: base, table_label: "<\"T\">", anchor_label: "<'A'>", id_prefix: "x-", ..RenderOptions::default() };
        let rendered = render(&markdown, &options);
        assert_safe(&rendered.html);
        let lower = rendered.html.to_lowercase();
        prop_assert!(!lower.contains("<script") && !lower.contains("href=\"javascript:"));
        let mut ids: Vec<&str> = rendered.headings.iter().map(|heading| heading.id.as_str()).collect();
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), all);
        for heading in &rendered.headings {
            prop_assert!(rendered.text.get(heading.text_offset..).is_some_and(|text| text.starts_with(heading.text.as_str())));
        }
    }

    #[test]
    fn what_is_refused_is_never_linked(address in "[ -;=?-~]{0,20}") {
        let markdown = format!("[a](<{address}>)");
        let linked = html(&markdown).contains("<a href=");
        let refused = super::super::inspect(&markdown).iter().any(|finding| matches!(finding.kind, super::super::FindingKind::ForbiddenScheme(_)));
        prop_assert!(!(linked && refused));
    }
}
