//! Every kind of entry that has a form: proposed, shown, sent, and on a branch as an author would have
//! written it.

use super::*;

const SUMMARY: &str = "People of a street decide together how it spends its money.";
const TEXT: &str = "We met three times in the library. First we asked what people missed, then we drew it, and in the end \
                    everybody voted with stones.";

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
        ("story", "stories", vec!["en.md", "story.yaml"]),
        ("problem", "problems", vec!["en.md", "problem.yaml"]),
        ("call", "calls", vec!["call.yaml", "en.md"]),
        ("organisation", "organisations", vec!["en.md", "organisation.yaml"]),
        ("schema", "schemas", vec!["en.md", "en.yaml", "schema.yaml"]),
    ] {
        let service = Service::new();
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
