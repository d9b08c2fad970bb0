//! Who reviews what, by the repository's own file `CODEOWNERS`: patterns as in a `.gitignore`, each with the
//! accounts that own what it matches, the last match counts
//! (<https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners>).
//! GitHub, GitLab and Forgejo ask them by themselves when a request is opened; the maintainer's page says who
//! they are. The one file that names the library of patterns.

use ignore::gitignore::GitignoreBuilder;

/// Where the file may lie; the first one that is there counts.
pub const PLACES: [&str; 5] =
    [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS", ".forgejo/CODEOWNERS"];

/// The largest file that is read, in bytes, as GitHub limits it.
pub const LARGEST: usize = 3_000_000;

/// The owners of a path, in the order they stand there.
pub fn owners_of(path: &str, file: &str) -> Vec<String> {
    let mut owners = Vec::new();
    for line in file.lines() {
        let line = line.split(" #").next().unwrap_or_default().trim();
        // `[…]` and `^[…]` are headings of GitLab.
        if line.is_empty() || line.starts_with(['#', '[', '^', '!']) {
            continue;
        }
        let mut parts = line.split_whitespace();
        let Some(pattern) = parts.next() else { continue };
        if matches(pattern, path) {
            owners = parts.map(str::to_owned).collect();
        }
    }
    owners
}

fn matches(pattern: &str, path: &str) -> bool {
    let mut builder = GitignoreBuilder::new("/");
    // A pattern that nobody can read matches nothing.
    if builder.add_line(None, pattern).is_err() {
        return false;
    }
    builder.build().is_ok_and(|built| built.matched_path_or_any_parents(path, false).is_ignore())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# Who looks\n*  @all\n[Content]\n/content/ @words @town/editors # both\n*.pdf\n\
                        content/stories/ @stories\n/content/*/kit/ @kit\n!content/x @nobody\n[a @broken\n";

    #[test]
    fn the_last_pattern_that_matches_says_who() {
        let owners = |path: &str| owners_of(path, FILE).join(" ");
        assert_eq!(owners("README.md"), "@all");
        assert_eq!(owners("content/interlinkers/map/en.md"), "@words @town/editors");
        assert_eq!(owners("content/interlinkers/map/files/map.pdf"), "", "nobody has to");
        assert_eq!(owners("content/stories/x/en.md"), "@stories");
        assert_eq!(owners("content/interlinkers/kit/en.md"), "@kit");
        assert_eq!(owners_of("x", ""), Vec::<String>::new());
    }

    #[test]
    fn no_line_makes_it_panic() {
        for line in ["\\", "**/**/**", "[[[[", "/", "a\u{0}b @x", "{a,b}{", "***", "\u{fffd} @x"] {
            let _ = owners_of("content/interlinkers/kit/en.md", line);
        }
    }
}
