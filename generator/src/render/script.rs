//! What a reader's browser gets of a script of the theme: everything but its comments, which are a
//! third of some scripts. Nothing else is changed, so what stands in the console is what was written.

/// A script without the comments that have lines of their own: `// …` and `/** … */`. A script in
/// which a template literal goes over several lines stays as it is, because what looks like a comment
/// there is text.
pub(super) fn without_comments(bytes: &[u8]) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(bytes) else { return bytes.to_vec() };
    if text.lines().any(|line| !line.matches('`').count().is_multiple_of(2)) {
        return bytes.to_vec();
    }
    let mut kept = String::with_capacity(text.len());
    let mut lines = text.split_inclusive('\n');
    while let Some(line) = lines.next() {
        let start = line.trim();
        if start.starts_with("//") {
            continue;
        }
        if !start.starts_with("/**") {
            kept.push_str(line);
            continue;
        }
        let mut comment = line.to_owned();
        while !comment.contains("*/") {
            let Some(next) = lines.next() else { break };
            comment.push_str(next);
        }
        // What stands behind the end of a comment is no comment.
        if comment.split_once("*/").is_none_or(|(_, behind)| !behind.trim().is_empty()) {
            kept.push_str(&comment);
        }
    }
    kept.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        String::from_utf8(without_comments(text.as_bytes())).unwrap()
    }

    #[test]
    fn comments_on_lines_of_their_own_go_and_everything_else_stays() {
        let script = "/**\n * What it is for.\n * @import { A } from './a.js'\n */\nimport { a } from './a.js';\n\
                      // A reason.\nconst at = 'https://a.example/'; // behind code\n/** @param {A} b */\n\
                      function c(b) {\n  /** @type {A} */ let d = b;\n  return d / 2; /* e */\n}\n";
        let expected = "import { a } from './a.js';\nconst at = 'https://a.example/'; // behind code\n\
                        function c(b) {\n  /** @type {A} */ let d = b;\n  return d / 2; /* e */\n}\n";
        assert_eq!(plain(script), expected);
    }

    #[test]
    fn text_over_several_lines_and_unfinished_comments_stay() {
        for script in ["const a = `\n// text\n/** text */\n`;\n", "let a;\n/** never ends\nlet b;\n"] {
            assert_eq!(plain(script), script);
        }
        assert_eq!(without_comments(b"\xff// a\n"), b"\xff// a\n");
    }
}
