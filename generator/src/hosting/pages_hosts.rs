//! GitHub Pages and GitLab Pages: a job that builds the site from the repository and publishes it.
//! Both take files and no headers, so the site is built with `--host`, and its pages carry the
//! policy themselves.

use crate::model::site::Settings;

/// Where the program is: in the repository itself, or in another one that the administrator names.
const PROGRAM: &str = "if [ -d generator ]; then cargo install --locked --path generator; \
    else cargo install --locked --git \"$INTERLINK_SOURCE\" generator; fi";

/// What the job says to build the edition that the files are for.
fn edition(settings: &Settings) -> String {
    settings.edition.as_ref().map(|(slug, _)| format!("--edition {slug} ")).unwrap_or_default()
}

/// A workflow of GitHub Actions.
pub(super) fn github(settings: &Settings) -> String {
    format!(
        "# Publishes the catalogue on GitHub Pages, as `interlink deploy-files github-pages` writes it.\n\
         # Settings of the repository, Pages, Source: GitHub Actions. Where the repository holds content only,\n\
         # set the variable INTERLINK_SOURCE to the Git address of the program.\n\
         # The content says {base}; the address of Pages goes before it.\n\
         name: pages\n\
         on:\n\
         \x20 push:\n\
         \x20   branches: [main]\n\
         \x20 workflow_dispatch:\n\
         permissions:\n\
         \x20 contents: read\n\
         \x20 pages: write\n\
         \x20 id-token: write\n\
         concurrency: pages\n\
         jobs:\n\
         \x20 publish:\n\
         \x20   runs-on: ubuntu-latest\n\
         \x20   container: rust:1-bookworm\n\
         \x20   environment:\n\
         \x20     name: github-pages\n\
         \x20     url: ${{{{ steps.deployment.outputs.page_url }}}}\n\
         \x20   steps:\n\
         \x20     - uses: actions/checkout@v4\n\
         \x20       with:\n\
         \x20         # Dates of entries come from the history.\n\
         \x20         fetch-depth: 0\n\
         \x20     - run: git config --global --add safe.directory \"$GITHUB_WORKSPACE\"\n\
         \x20     - id: pages\n\
         \x20       uses: actions/configure-pages@v5\n\
         \x20     - run: {PROGRAM}\n\
         \x20       env:\n\
         \x20         INTERLINK_SOURCE: ${{{{ vars.INTERLINK_SOURCE }}}}\n\
         \x20     - run: interlink build {edition}--host github-pages --out site --base-url \"${{{{ steps.pages.outputs.base_url }}}}/\"\n\
         \x20     - uses: actions/upload-pages-artifact@v3\n\
         \x20       with:\n\
         \x20         path: site\n\
         \x20     - id: deployment\n\
         \x20       uses: actions/deploy-pages@v4\n",
        base = settings.base_url,
        edition = edition(settings),
    )
}

/// A job of GitLab CI.
pub(super) fn gitlab(settings: &Settings) -> String {
    format!(
        "# Publishes the catalogue on GitLab Pages, as `interlink deploy-files gitlab-pages` writes it.\n\
         # Where the repository holds content only, set the variable INTERLINK_SOURCE (Settings, CI/CD) to the\n\
         # Git address of the program. The content says {base}; the address of Pages goes before it.\n\
         pages:\n\
         \x20 image: rust:1-bookworm\n\
         \x20 variables:\n\
         \x20   # Dates of entries come from the history.\n\
         \x20   GIT_DEPTH: \"0\"\n\
         \x20 script:\n\
         \x20   - {PROGRAM}\n\
         \x20   - interlink build {edition}--host gitlab-pages --out public --base-url \"$CI_PAGES_URL/\"\n\
         \x20   # Pages sends these where a browser takes them.\n\
         \x20   - find public -type f -regextype posix-extended\n\
         \x20     -regex '.*\\.(html|css|js|json|jsonld|ttl|xml|svg|txt|ics|webmanifest)' -exec gzip --keep --force -9 {{}} +\n\
         \x20 artifacts:\n\
         \x20   paths:\n\
         \x20     - public\n\
         \x20 rules:\n\
         \x20   - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH\n",
        base = settings.base_url,
        edition = edition(settings),
    )
}
