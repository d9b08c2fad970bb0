//! Every kind of entry that has a form: proposed, shown, sent, and on a branch as an author would have
//! written it.

use super::*;

const SUMMARY: &str = "People of a street decide together how it spends its money.";
const TEXT: &str = "We met three times in the library. First we asked what people missed, then we drew it, and in the end \
                    everybody voted with stones.";

/// What these steps name.
const STEPS: [&str; 2] = ["schemas", "interlinkers/stakeholder-map-canvas"];
/// The steps of a process, as the workspace writes them.
const TREE: &str = "language: en\nnodes:\n  - node: default/engage\n    children:\n      - node: default/map-stakeholders\n        status: done\n        interlinkers:\n          - interlinker: stakeholder-map-canvas\n            version: \"1.1\"\n        links:\n          - title: The map\n            address: \"https://street.example/map\"\n      - id: vote\n        status: skipped\n        reason: Nobody wanted to.\n        language: en\n        name: Vote with stones\n";

/// A good form of a kind, besides the language, the name and the summary.
fn answers(kind: &str) -> Vec<(&'static str, &'static str)> {
    match kind {
        "story" => vec![
            ("text", TEXT),
            ("results", "- a bench"),
            ("did-not-work", "The letters came too late."),
            ("owners", "zaragoza"),
            ("countries", "es"),
            ("governance-model", "citizen-sourcing"),
            ("start", "2025-03"),
            ("end", "2026-01-31"),
            ("tags", "survey"),
            ("tree", TREE),
            ("licence", "CC-BY-4.0"),
        ],
        "problem" => vec![("family", "organise")],
        "call" => vec![
            ("text", TEXT),
            ("end", "2027-12-31"),
            ("contact", "info@town.example"),
            ("roles", "citizens"),
            ("roles", "experts"),
        ],
        "organisation" => {
            vec![("type", "citizens"), ("country", "es"), ("website", "https://street.example/")]
        }
        "schema" => vec![
            (
                "outline",
                "  Understand\n    Listen\n      Talk to people\n      Look around\n  Build\n    Try\n      Make a model",
            ),
            ("text", "For a street or a village."),
            ("licence", "CC-BY-4.0"),
        ],
        other => panic!("{other}"),
    }
}

fn form(kind: &'static str, lang: &'static str) -> Vec<(&'static str, &'static str)> {
    let mut form = vec![("kind", kind), ("lang", lang), ("name", "Street budget"), ("summary", SUMMARY)];
    form.extend(answers(kind));
    form.push(("agree", "yes"));
    form
}

#[tokio::test]
async fn every_kind_is_proposed_in_every_language_and_stands_on_its_branch() {
    for (kind, folder, files) in [
        ("story", "stories", vec!["en.md", "story.yaml", "tree.yaml"]),
        ("problem", "problems", vec!["en.md", "problem.yaml"]),
        ("call", "calls", vec!["call.yaml", "en.md"]),
        ("organisation", "organisations", vec!["en.md", "organisation.yaml"]),
        ("schema", "schemas", vec!["en.md", "en.yaml", "schema.yaml"]),
    ] {
        let service = Service::with(&STEPS);
        for lang in ["es", "it", "lv"] {
            service
                .post("/contributions/preview", &form(kind, lang))
                .await
                .expect(200)
                .expect_text("Street budget");
        }
        let preview = service.post("/contributions/preview", &form(kind, "en")).await.expect(200);
        let key = preview.expect_text("<h1").hidden("key").unwrap();
        let status_page = service.post("/contributions", &[("key", &key)]).await.expect(303).location();
        service.worker.work().await;
        let id = id_of(&status_page);
        let range = format!("main...{}", id.branch());
        let changed = git(service.folder.path(), &["diff", "--name-only", &range]);
        let expected: Vec<String> =
            files.iter().map(|file| format!("content/{folder}/street-budget/{file}")).collect();
        assert_eq!(changed.lines().collect::<Vec<_>>(), expected, "{kind}");
        // "Change the answers" comes back to the form of the same kind.
        let back = service.post("/contributions/preview", &[("edit", &key)]).await;
        assert!(back.status == 404 || back.text.contains(&format!("value=\"{kind}\"")), "{kind}");
        let page = service.as_maintainer(Method::GET, &format!("/maintain/{id}"), "").await.expect(200);
        page.expect_text("Street budget");
        service.merge(&id).await.expect(303);
        let there = service.folder.path().join(format!("content/{folder}/street-budget/en.md"));
        assert!(std::fs::read_to_string(there).unwrap().contains(SUMMARY), "{kind}");
    }
}

#[tokio::test]
async fn what_is_missing_or_wrong_in_any_kind_stands_beside_its_field() {
    let service = Service::new();
    for (kind, missing) in [
        ("story", vec!["name", "summary", "text", "licence", "agree"]),
        ("problem", vec!["name", "summary", "family", "agree"]),
        ("call", vec!["name", "summary", "text", "end", "contact", "agree"]),
        ("organisation", vec!["name", "summary", "type", "agree"]),
        ("schema", vec!["name", "summary", "outline", "licence", "agree"]),
    ] {
        let empty =
            service.post("/contributions/preview", &[("kind", kind), ("lang", "en")]).await.expect(422);
        for field in missing {
            assert!(empty.text.contains(&format!("href=\"#{field}\"")), "{kind}: nothing about {field}");
        }
    }
    let mut wrong = form("call", "en");
    wrong.retain(|(field, _)| *field != "end");
    for day in ["31.12.2027", "2027-02-30", "soon"] {
        let mut wrong = wrong.clone();
        wrong.push(("end", day));
        service.post("/contributions/preview", &wrong).await.expect(422).expect_text("is no day");
    }
    let mut deep = form("schema", "en");
    deep.retain(|(field, _)| *field != "outline");
    deep.push(("outline", "A\n B\n  C\n   D"));
    service
        .post("/contributions/preview", &deep)
        .await
        .expect(422)
        .expect_text("Line 4 is further in than a task");
    for kind in ["page", "news", "nothing", "../story"] {
        service.post("/contributions/preview", &[("kind", kind), ("lang", "en")]).await.expect(404);
    }
}

fn story_with_tree(tree: &str) -> Vec<(&'static str, String)> {
    let rest = form("story", "en").into_iter().filter(|(field, _)| *field != "tree");
    rest.map(|(field, value)| (field, value.to_owned())).chain([("tree", tree.to_owned())]).collect()
}

async fn preview_of(service: &Service, form: &[(&'static str, String)]) -> Answer {
    let borrowed: Vec<(&str, &str)> = form.iter().map(|(field, value)| (*field, value.as_str())).collect();
    service.post("/contributions/preview", &borrowed).await
}

#[tokio::test]
async fn a_tree_stands_on_the_branch_as_an_author_would_have_written_it() {
    let service = Service::with(&STEPS);
    // Fields in any order, a margin of its own, quotation marks that nobody needs.
    let typed =
        "  nodes:\n    - {status: \"done\", node: \"default/map-stakeholders\", reason: ~}\n  language: en\n";
    let preview = preview_of(&service, &story_with_tree(typed)).await.expect(200);
    let key = preview.hidden("key").unwrap();
    let status_page = service.post("/contributions", &[("key", &key)]).await.expect(303).location();
    service.worker.work().await;
    let id = id_of(&status_page);
    let file = format!("{}:content/stories/street-budget/tree.yaml", id.branch());
    assert_eq!(
        git(service.folder.path(), &["show", &file]).trim(),
        "language: en\nnodes:\n  - node: default/map-stakeholders\n    status: done"
    );
    // What was typed comes back with "Change the answers".
    let back = service.post("/contributions/preview", &[("edit", &key)]).await;
    assert!(back.status == 404 || back.text.contains("default/map-stakeholders"));
}

#[tokio::test]
async fn a_hostile_tree_is_refused_beside_its_field() {
    let service = Service::with(&STEPS);
    let node = |fields: &str| {
        format!(
            "nodes:\n  - node: default/engage\n    children:\n      - id: own\n        language: en\n{fields}"
        )
    };
    let own = |fields: &str| node(&format!("        name: Ours\n{fields}"));
    let deep = |depth: usize| {
        let step = |at: usize| {
            let indent = "    ".repeat(at);
            format!(
                "{indent}nodes:\n{indent}  - id: own-{at}\n{indent}    name: Ours\n{indent}    language: en\n"
            )
        };
        (0..depth).map(step).collect::<String>().replace(" nodes:", " children:")
    };
    let mut bomb = String::from("a: &a [x, x, x, x, x, x, x, x]\n");
    for (name, above) in "bcdefgh".chars().zip("abcdefg".chars()) {
        bomb.push_str(&format!("{name}: &{name} [*{above}, *{above}, *{above}, *{above}]\n"));
    }
    for (tree, told) in [
        (own("        description: Press <b>here</b>\n"), "HTML is not allowed"),
        (own("        description: \"[x](javascript:alert(1))\"\n"), "is not allowed"),
        (own("        description: \"![x](https://evil.example/p.png)\"\n"), "is not a file of this entry"),
        (
            own("        links:\n          - {title: x, address: \"javascript:alert(1)\"}\n"),
            "javascript:alert(1)",
        ),
        (
            own("        links:\n          - {title: x, address: \"file:///etc/passwd\"}\n"),
            "file:///etc/passwd",
        ),
        (own("        interlinkers:\n          - interlinker: ../../etc\n"), "is no name for an entry"),
        (own("        interlinkers:\n          - interlinker: no-such-thing\n"), "no-such-thing"),
        (own("        responsible: [anna]\n"), "there is no field `responsible`"),
        (own("        notes: They were late.\n"), "there is no field `notes`"),
        (own("        status: finished\n"), "has no “finished”"),
        (own("        name: Twice\n"), "stands here twice"),
        (own("        reason: \"a\\u202Eb\"\n"), "a character that nobody sees"),
        (node("        description: Nameless\n"), "a node needs"),
        (format!("people:\n  - name: Ada\n{}", own("")), "there is no field `people`"),
        ("nodes:\n  - node: default/../x\n".to_owned(), "is no name for an entry"),
        ("nodes:\n  - node: default/no-such-node\n".to_owned(), "no-such-node"),
        (
            "nodes:\n  - node: default/engage\n  - node: default/engage\n".to_owned(),
            "the step “default/engage” stands in the tree twice",
        ),
        (deep(7), "steps lie more than 6 deep in each other"),
        (format!("nodes:\n{}", "  - node: default/engage\n".repeat(5_001)), "more than 5000 steps"),
        // Two mistakes on each of thousands of lines are told as quickly as one.
        (
            format!(
                "nodes:\n{}",
                (0..13_000).map(|number| format!("  - id: X{number}\n")).collect::<String>()
            ),
            "a node needs",
        ),
        (format!("{bomb}nodes: *h\n"), "anchors (&amp;) and aliases (*) are not allowed"),
        ("nodes:\n  - id: !!python/object:os.system x\n".to_owned(), "a node needs"),
        ("nodes:\n\t- x: [".to_owned(), "of the tree cannot be read"),
        ("people:\n  - Ada\n".to_owned(), "This is no tree of a story"),
        ("<script>alert(1)</script>".to_owned(), "This is no tree of a story"),
        (format!("nodes: {}", "[".repeat(100_000)), "of the tree cannot be read"),
        (format!("nodes:\n{}", "  - id: ā\n".repeat(18_500)), "larger than 200 kB"),
        (format!("nodes:\n{}", "  - id: a\n".repeat(50_000)), "to 200,000 characters"),
    ] {
        let beginning: String = tree.chars().take(120).collect();
        let answer = preview_of(&service, &story_with_tree(&tree)).await;
        assert_eq!(answer.status, 422, "{beginning}");
        // The field shows what was typed, so only the summary tells.
        let summary = answer.text.split("id=\"errors\"").nth(1).and_then(|rest| rest.split("</div>").next());
        let summary = summary.unwrap_or_default();
        assert!(summary.contains("href=\"#tree\"") && summary.contains(told), "{beginning}: {summary}");
        assert!(!answer.text.contains("<b>here") && !answer.text.contains("<script>alert"), "{beginning}");
    }
    // Of a person nothing is repeated, only the step is named.
    for text in ["janis.berzins@gmail.com", "+371 29 123 456", "161175-19997"] {
        for field in ["reason", "description"] {
            let tree = own(&format!("        {field}: \"Ask {text} for it\"\n"));
            let answer = preview_of(&service, &story_with_tree(&tree)).await.expect(422);
            answer.expect_text("The step “Ours” of the tree seems to hold an e-mail address");
        }
    }
    // More than a request may hold is not read.
    let large = format!("nodes:\n{}", "  - id: a\n".repeat(1_200_000));
    assert_eq!(preview_of(&service, &story_with_tree(&large)).await.status, 413);
}
