use super::*;

fn flags(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn a_flag_wins_over_a_variable_and_a_variable_over_the_file() {
    let file = "site: from-file\nstate: from-file\nlisten: 127.0.0.1:1\n";
    let environment = |name: &str| match name {
        "INTERLINK_SITE" | "INTERLINK_STATE" => Some("from-variable".to_owned()),
        "INTERLINK_LISTEN" => Some(String::new()),
        _ => None,
    };
    let given =
        Given::gather(&flags(&[("site", "from-flag")]), environment, Some((Path::new("x.yaml"), file)))
            .unwrap();
    assert_eq!(given.0["site"], ("from-flag".to_owned(), From::Flag));
    assert_eq!(given.0["state"], ("from-variable".to_owned(), From::Variable));
    assert_eq!(given.0["listen"], ("127.0.0.1:1".to_owned(), From::File));
    assert_eq!(given.0["max-upload"], ("10".to_owned(), From::Default));
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    let given = Given::gather(
        &flags(&[
            ("content", "no-such-folder"),
            ("listen", "here"),
            ("site-address", "https://a.example/, ftp://b"),
            ("maintainer-token", "short"),
            ("max-upload", "-1"),
            ("log-format", "xml"),
            ("proof-of-work", "4"),
            ("replica-lease", "2"),
            ("retry-waits", "5,0"),
        ]),
        |_| None,
        None,
    )
    .unwrap();
    insta::assert_snapshot!(given.config().unwrap_err(), @r"
    content (from flag): there is no folder no-such-folder; start in the folder of a clone or name one with --content
    listen (from flag): “here” is no address and port, such as 127.0.0.1:8080
    site-address (from flag): “ftp://b” is no address such as https://catalogue.example/
    maintainer-token (from flag): it has fewer than 20 characters, so it can be guessed
    max-upload (from flag): “-1” is no number of megabytes from 1 to 200
    log-format (from flag): “xml” is neither text nor json
    replica-lease (from flag): give at least 3 seconds
    proof-of-work (from flag): more than 3 zeros keep an old phone busy for minutes
    retry-waits (from flag): “5,0” is no list of seconds, such as 5,30,120
    ");
}

#[test]
fn a_file_with_a_wrong_key_names_its_line() {
    let file = "site: out\nlissten: x\ncontent: {a: b}\n";
    let error = Given::gather(&BTreeMap::new(), |_| None, Some((Path::new("x.yaml"), file))).unwrap_err();
    insta::assert_snapshot!(error, @r"
    x.yaml:2: there is no setting “lissten”
    x.yaml:3: content takes one plain value
    ");
}

#[test]
fn every_setting_is_explained_and_no_secret_is_told() {
    let secret = "a-token-of-many-characters";
    let given = Given::gather(
        &flags(&[("maintainer-token", secret)]),
        |name| (name == "INTERLINK_LISTEN").then(|| "127.0.0.1:0".to_owned()),
        None,
    )
    .unwrap();
    let text = given.explain();
    assert_eq!(text.matches("    flag:      ").count(), settings().count());
    assert!(!text.contains(secret) && !given.as_file().contains(secret), "{text}");
    let entry = |key: &str| {
        let start = text.find(&format!("{key}\n    ")).unwrap();
        text[start..].split("\n\n").next().unwrap().to_owned()
    };
    insta::assert_snapshot!(entry("listen"), @r"
    listen
        where to answer; port 0 takes a free one
        value:     127.0.0.1:0, from the environment
        default:   127.0.0.1:8080
        flag:      --listen ADDR:PORT
        variable:  INTERLINK_LISTEN
        in a file: listen: ADDR:PORT
    ");
    for key in ["store-password", "maintainer-token"] {
        assert!(settings().any(|setting| setting.key == key && setting.secret));
    }
    assert!(entry("maintainer-token").contains("value:     (set), from the flag"));
    assert!(entry("branch").contains("value:     (not set)\n    default:   (none)"));
}

#[test]
fn a_password_comes_from_a_variable_or_a_file_and_is_told_to_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("password");
    std::fs::write(&file, "hush-hush\n").unwrap();
    let address = ("store", "postgresql://interlink@db.example/interlink");
    let gather = |pairs: &[(&str, &str)], variable: Option<&str>| {
        let read = |name: &str| variable.filter(|_| name == "INTERLINK_STORE_PASSWORD").map(str::to_owned);
        Given::gather(&flags(pairs), read, None).unwrap()
    };
    let from_file = gather(&[address, ("store-password-file", file.to_str().unwrap())], None);
    let from_variable = gather(&[address], Some("hush-hush"));
    for given in [&from_file, &from_variable] {
        let (address, password) = given.store().unwrap();
        assert_eq!(address.as_deref(), Some("postgresql://interlink@db.example/interlink"));
        assert_eq!(password.as_ref().map(SecretText::reveal), Some("hush-hush"));
        let told = format!("{password:?}{}{}", given.explain(), given.as_file());
        assert!(!told.contains("hush-hush"), "{told}");
    }
    let wrong = [
        gather(&[address, ("store-password", "hush-hush")], None),
        gather(&[("store", "postgresql://x:hush-hush@db.example/y")], None),
        gather(&[("store", "mysql://hush-hush")], None),
        gather(&[address, ("store-password-file", "no-such-file")], None),
        gather(&[address, ("store-password-file", file.to_str().unwrap())], Some("hush-hush")),
    ];
    for given in wrong {
        let (key, told) = given.store().unwrap_err();
        assert!(!told.contains("hush-hush"), "{key}: {told}");
    }
}

#[test]
fn the_settings_printed_as_a_file_are_the_settings_again() {
    let given = Given::gather(
        &flags(&[("site", "a: b #c"), ("max-upload", "7"), ("listen", "[::1]:0")]),
        |_| None,
        None,
    )
    .unwrap();
    let file = given.as_file();
    let again = Given::gather(&BTreeMap::new(), |_| None, Some((Path::new("x.yaml"), &file))).unwrap();
    for setting in settings() {
        assert_eq!(again.optional(setting.key), given.optional(setting.key), "{}", setting.key);
    }
}

#[test]
fn a_printed_file_says_above_each_setting_what_it_is_for() {
    let secret = "a-token-of-many-characters";
    let given = Given::gather(&flags(&[("maintainer-token", secret)]), |_| None, None).unwrap();
    let file = given.as_file();
    let entries: Vec<&str> = file.split("\n\n").collect();
    assert_eq!(entries.len(), settings().count());
    for (setting, entry) in settings().zip(&entries) {
        let told: Vec<&str> = entry.trim_end().lines().collect();
        let (line, comment) = told.split_last().unwrap();
        assert!(line.trim_start_matches("# ").starts_with(&format!("{}:", setting.key)), "{entry}");
        let words: Vec<&str> = comment.iter().map(|line| line.strip_prefix("# ").unwrap()).collect();
        assert_eq!(words.join(" "), setting.doc);
        assert!(comment.iter().all(|line| line.chars().count() <= 100), "{entry}");
    }
    let entry = |key: &str| *entries.iter().find(|entry| entry.contains(&format!("\n{key}:"))).unwrap();
    insta::assert_snapshot!(entry("hold"), @r"
    # whether a maintainer must release what was sent before it goes to the forge; auto holds at every
    # forge on the network, because what is in a public request can never be taken back, and nothing at
    # the local one. What looks like spam is held in any case
    hold: auto
    ");
    assert!(entry("# maintainer-token").ends_with("\n# maintainer-token: (set)"));
    assert!(entry("# repo").ends_with("\n# repo:"));
}

#[test]
fn the_readme_says_what_every_setting_does() {
    let readme = include_str!("../../README.md");
    let cell = |text: &str| text.replace('|', "\\|");
    let row = |setting: &Setting| {
        let default = setting.default.map_or_else(|| "none".to_owned(), |value| format!("`{}`", cell(value)));
        format!("| `{}` | `{}` | {} | {default} |", setting.key, cell(setting.value), cell(setting.doc))
    };
    let expected: Vec<String> = settings().map(row).collect();
    let table: Vec<&str> = readme
        .lines()
        .skip_while(|line| *line != "| setting | its value | what it does | default |")
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .collect();
    for row in &expected {
        assert!(
            table.contains(&row.as_str()),
            "the table in contrib-service/README.md, “Every setting”, needs this row:\n{row}"
        );
    }
    for row in &table {
        assert!(
            expected.iter().any(|expected| expected == row),
            "the table in contrib-service/README.md, “Every setting”, has a row of no setting; take it out:\n{row}"
        );
    }
}

#[test]
fn a_forge_on_the_network_needs_its_repository_and_one_key() {
    let github = |pairs: &[(&str, &str)]| {
        let mut all = flags(pairs);
        all.insert("forge".to_owned(), "github".to_owned());
        let environment = |name: &str| (name == "INTERLINK_FORGE_TOKEN").then(|| "secret-token".to_owned());
        (Given::gather(&all, environment, None).unwrap(), Given::gather(&all, |_| None, None).unwrap())
    };
    let (with_token, without) = github(&[("forge-repository", "city/catalogue")]);
    let config = with_token.config().unwrap();
    let remote = config.remote.unwrap();
    assert_eq!(remote.git, "https://github.com/city/catalogue.git");
    assert_eq!(remote.pace.between_writes, Duration::from_secs(1));
    assert!(!format!("{:?} {}", remote.kind, with_token.explain()).contains("secret-token"));
    insta::assert_snapshot!(without.config().unwrap_err(), @"forge (from flag): it needs INTERLINK_FORGE_TOKEN in the environment, or forge-app-id and forge-app-key-file");
    let (wrong, _) = github(&[
        ("forge-repository", "city/../x"),
        ("forge-address", "https://api.github.com/x"),
        ("forge-app-id", "seven"),
        ("forge-pace", "-1"),
        ("forge-writes", "twice"),
        ("webhook-secrets", "short"),
    ]);
    insta::assert_snapshot!(wrong.config().unwrap_err(), @r"
    forge-address (from flag): “https://api.github.com/x” is no address such as https://api.github.com
    forge-repository (from flag): it names the repository, such as administration/catalogue
    forge-writes (from flag): “twice” is neither graphql nor rest
    forge-token (from environment): there is a token and an App; give one of the two
    forge-pace (from flag): “-1” is no number from 0 to 60000
    webhook-secrets (from flag): one has fewer than 20 characters, so it can be guessed
    ");
}

#[test]
fn gitlab_and_forgejo_take_a_token_and_nothing_of_github() {
    let forge = |pairs: &[(&str, &str)], token: Option<&str>| {
        let environment =
            |name: &str| (name == "INTERLINK_FORGE_TOKEN").then(|| token.map(str::to_owned)).flatten();
        Given::gather(&flags(pairs), environment, None).unwrap().config()
    };
    let remote = |pairs: &[(&str, &str)]| forge(pairs, Some("secret-token")).unwrap().remote.unwrap();
    let gitlab = remote(&[("forge", "gitlab"), ("forge-repository", "city/digital/catalogue")]);
    assert_eq!(gitlab.git, "https://gitlab.com/city/digital/catalogue.git");
    assert!(!format!("{gitlab:?}").contains("secret-token"));
    let below_a_path = [
        ("forge", "forgejo"),
        ("forge-repository", "city/catalogue"),
        ("forge-address", "https://city.example/git/"),
    ];
    assert_eq!(remote(&below_a_path).git, "https://city.example/git/city/catalogue.git");
    let wrong = [
        ("forge", "gitlab"),
        ("forge-repository", "catalogue"),
        ("forge-writes", "rest"),
        ("forge-app-id", "7"),
    ];
    insta::assert_snapshot!(forge(&wrong, None).unwrap_err(), @r"
    forge-app-id (from flag): only GitHub has this; take it out for gitlab
    forge-writes (from flag): only GitHub has this; take it out for gitlab
    forge-repository (from flag): it is the path of the project with its groups, such as administration/catalogue
    forge (from flag): it needs INTERLINK_FORGE_TOKEN in the environment
    ");
    let no_address = [("forge", "forgejo"), ("forge-repository", "city/catalogue")];
    insta::assert_snapshot!(forge(&no_address, Some("x")).unwrap_err(), @"forge-address (from default): it says which Forgejo, such as https://codeberg.org");
    insta::assert_snapshot!(forge(&[("forge", "gitea")], None).unwrap_err(), @"forge (from flag): “gitea” is none of local, github, gitlab and forgejo");
}

#[test]
fn the_defaults_are_those_of_a_clone() {
    let folder = tempfile::tempdir().unwrap();
    let content = folder.path().to_str().unwrap();
    let config = Given::gather(&flags(&[("content", content)]), |_| None, None).unwrap().config().unwrap();
    assert_eq!(config.repo, config.content);
    assert_eq!(config.listen.to_string(), "127.0.0.1:8080");
    assert_eq!(config.max_upload, 10_000_000);
}
