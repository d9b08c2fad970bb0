//! A forge with one entry, `kit`, and what people do there with its own means.

use std::sync::{Arc, OnceLock};
use std::time::Duration;

use contrib_service::clock::Clock;
use contrib_service::forge::clone::OwnClone;
use contrib_service::forge::forgejo::{self, Forgejo};
use contrib_service::forge::github::client::Client;
use contrib_service::forge::github::{Credentials, Github, RepositoryName, Writes};
use contrib_service::forge::gitlab::{self, Gitlab, ProjectPath};
use contrib_service::forge::local::LocalForge;
use contrib_service::forge::network::http::RestSettings;
use contrib_service::forge::network::pace::PaceSettings;
use contrib_service::forge::network::{NetworkForge, NetworkSettings, Platform};
use contrib_service::forge::repository::Identity;
use contrib_service::forge::{Forge, ForgeError, Outcome, Proposal};
use contrib_service::queue::ask::Ask;
use contrib_service::queue::job::EntryFile;
use contrib_service::secret::{ContributionId, SecretText};
use generator::model::{Kind, Slug};
use interlink_tests::fixture::write;
use interlink_tests::forge_double::{ForgeDouble, Merge, OWNER, REPOSITORY, TOKEN};
use interlink_tests::programs::{commit_all, git};

/// What the repository holds at first.
pub const FILES: [(&str, &str); 4] = [
    ("README.md", "Hello\n"),
    ("content/site.yaml", "name: x\n"),
    ("content/interlinkers/kit/interlinker.yaml", "nature: knowledge\nlicence: MIT\n"),
    ("content/interlinkers/kit/en.md", "---\nname: Kit\nsummary: A kit.\n---\n\nText.\n"),
];

/// One forge.
pub trait Stage {
    /// The forge as a service sees it that has just started.
    fn forge(&self) -> Arc<dyn Forge>;
    /// Somebody commits files to a branch.
    fn push(&self, branch: &str, files: &[(&str, &str)]);
    /// Somebody renames the folder of an entry on the main branch.
    fn rename(&self, from: &str, to: &str, facts: &str);
    /// A maintainer merges a proposal and removes its branch.
    fn merge(&self, proposal: &Proposal, how: Merge);
    /// The branches of contributions.
    fn branches(&self) -> Vec<String>;
    /// What a branch changes: `A path`, one a line.
    fn changes(&self, branch: &str) -> String;
    /// A file of a branch.
    fn file(&self, branch: &str, path: &str) -> String;
    /// Asks after nothing that was wrong.
    fn end(&self);
}

/// What everything runs in: a client of a forge has tasks of its own, which end with their runtime.
pub fn runtime() -> &'static tokio::runtime::Runtime {
    static RUNTIME: OnceLock<tokio::runtime::Runtime> = OnceLock::new();
    RUNTIME.get_or_init(|| {
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
    })
}

/// Waits for an answer.
pub fn wait<T>(future: impl Future<Output = T>) -> T {
    runtime().block_on(future)
}

/// What became of one proposal.
pub fn outcome(forge: &dyn Forge, proposal: &Proposal) -> Result<Outcome, ForgeError> {
    wait(forge.outcomes(vec![proposal.clone()])).unwrap().remove(0)
}

pub fn kit() -> Slug {
    Slug::parse("kit").unwrap()
}

/// A proposal with these files.
pub fn proposal(ask: Ask, slug: &str, files: Vec<EntryFile>) -> Proposal {
    Proposal {
        id: ContributionId::random().unwrap(),
        ask,
        kind: Kind::Interlinker,
        slug: Slug::parse(slug).unwrap(),
        message: "Add the Interlinker “Čau”\n\nProposed with the contribution form.\n\nContributed-by: Ada\n"
            .to_owned(),
        text: "What a reviewer reads.".to_owned(),
        sent: 1_700_000_000,
        version: 1,
        files,
        commit: None,
        request: None,
    }
}

/// A new entry.
pub fn new_entry(slug: &str) -> Proposal {
    let files = vec![
        EntryFile::new("en.md", "---\nname: Čau\nsummary: 😀\n---\n".as_bytes().to_vec()),
        EntryFile::new("files/x.pdf", b"%PDF \x00\xff\r\n".to_vec()),
        EntryFile::new("interlinker.yaml", b"nature: knowledge\n".to_vec()),
    ];
    proposal(Ask::NewEntry, slug, files)
}

/// An edit of a file of `kit`, made from what the main branch holds now.
pub fn edit(forge: &dyn Forge, path: &str, from: &str, to: &str) -> Proposal {
    let seen = wait(forge.entry(Kind::Interlinker, kit())).unwrap();
    let file = seen.files.into_iter().find(|file| file.path == path).unwrap();
    let text = String::from_utf8(file.bytes.clone()).unwrap();
    assert!(text.contains(from), "{text}");
    let changed = EntryFile { bytes: text.replace(from, to).into_bytes(), ..file };
    proposal(Ask::Edit, "kit", vec![changed])
}

/// The one file that an ask brings whose file has the name of the contribution.
pub fn one_file(ask: Ask, folder: &str) -> Proposal {
    let mut proposal = proposal(ask, "kit", Vec::new());
    proposal.files.push(EntryFile::new(format!("{folder}/{}.yaml", proposal.id), b"stars: 4\n".to_vec()));
    proposal
}

fn identity() -> Identity {
    Identity { name: "Interlink".to_owned(), email: "contributions@interlink.invalid".to_owned() }
}

/// The repository beside the service.
pub struct Local {
    folder: tempfile::TempDir,
}

impl Local {
    pub fn new() -> Local {
        let local = Local { folder: tempfile::tempdir().unwrap() };
        for (path, text) in FILES {
            write(&local.folder.path().join(path), text);
        }
        commit_all(local.folder.path(), "Begin");
        local
    }

    fn git(&self, arguments: &[&str]) -> String {
        git(self.folder.path(), arguments).trim_end().to_owned()
    }
}

impl Stage for Local {
    fn forge(&self) -> Arc<dyn Forge> {
        let folder = self.folder.path();
        Arc::new(LocalForge::open(folder, &folder.join("content"), None, identity()).unwrap())
    }

    fn push(&self, branch: &str, files: &[(&str, &str)]) {
        self.git(&["checkout", "--quiet", branch]);
        for (path, text) in files {
            write(&self.folder.path().join(path), *text);
        }
        commit_all(self.folder.path(), "Somebody's");
        self.git(&["checkout", "--quiet", "main"]);
    }

    fn rename(&self, from: &str, to: &str, facts: &str) {
        self.git(&["mv", &format!("content/interlinkers/{from}"), &format!("content/interlinkers/{to}")]);
        self.push("main", &[(&format!("content/interlinkers/{to}/interlinker.yaml"), facts)]);
    }

    fn merge(&self, proposal: &Proposal, how: Merge) {
        let branch = proposal.id.branch();
        match how {
            Merge::Commit => drop(self.git(&["merge", "--quiet", "--no-ff", "--no-edit", &branch])),
            Merge::Squash => {
                self.git(&["merge", "--quiet", "--squash", &branch]);
                commit_all(self.folder.path(), "Squashed");
            }
            Merge::Rebase => drop(self.git(&["cherry-pick", &branch])),
        }
        self.git(&["branch", "-D", "--quiet", &branch]);
    }

    fn branches(&self) -> Vec<String> {
        self.git(&["branch", "--list", "contrib/*", "--format=%(refname:short)"])
            .lines()
            .map(str::to_owned)
            .collect()
    }

    fn changes(&self, branch: &str) -> String {
        self.git(&["diff", "--name-status", &format!("main...{branch}")]).replace('\t', " ")
    }

    fn file(&self, branch: &str, path: &str) -> String {
        self.git(&["show", &format!("{branch}:{path}")])
    }

    fn end(&self) {
        assert_eq!(self.git(&["status", "--porcelain"]), "");
    }
}

/// A forge on the network and the words it is spoken to in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Words {
    /// GitHub, by documents of GraphQL.
    Documents,
    /// GitHub, by REST alone.
    Rest,
    /// GitLab.
    Gitlab,
    /// Forgejo.
    Forgejo,
}

/// The document in which GitHub writes everything.
pub const ALL_THREE: &str = "POST /graphql createRef createCommitOnBranch createPullRequest";

impl Words {
    /// The line of the log with which a look at a proposal begins.
    pub fn look(self) -> &'static str {
        match self {
            Words::Documents | Words::Rest => "POST /graphql repository",
            Words::Gitlab => "GET /api/v4/projects/catalogue/content/repository/branches/",
            Words::Forgejo => "GET /api/v1/repos/catalogue/content/branches/",
        }
    }

    /// The line with which the branch comes into being.
    pub fn branch(self) -> &'static str {
        match self {
            Words::Documents => ALL_THREE,
            Words::Rest => "POST /repos/catalogue/content/git/refs",
            Words::Gitlab => "POST /api/v4/projects/catalogue/content/repository/commits",
            Words::Forgejo => "POST /api/v1/repos/catalogue/content/contents",
        }
    }

    /// The line with which the request is opened.
    pub fn request(self) -> &'static str {
        match self {
            Words::Documents => ALL_THREE,
            Words::Rest => "POST /repos/catalogue/content/pulls",
            Words::Gitlab => "POST /api/v4/projects/catalogue/content/merge_requests",
            Words::Forgejo => "POST /api/v1/repos/catalogue/content/pulls",
        }
    }

    /// The line with which one more commit is put on a branch.
    pub fn commit(self) -> &'static str {
        match self {
            Words::Documents => "POST /graphql createCommitOnBranch",
            Words::Rest => "PATCH /repos/catalogue/content/git/refs",
            Words::Gitlab | Words::Forgejo => self.branch(),
        }
    }

    /// The line with which an issue is opened.
    pub fn issue(self) -> &'static str {
        match self {
            Words::Documents | Words::Rest => "POST /repos/catalogue/content/issues",
            Words::Gitlab => "POST /api/v4/projects/catalogue/content/issues",
            Words::Forgejo => "POST /api/v1/repos/catalogue/content/issues",
        }
    }
}

/// A forge on the network.
pub struct Network {
    pub double: ForgeDouble,
    pub words: Words,
    /// What every request and issue is labelled.
    pub labels: Vec<String>,
    folder: tempfile::TempDir,
}

impl Network {
    pub fn speaking(words: Words) -> Network {
        let double = match words {
            Words::Documents | Words::Rest => ForgeDouble::github(&FILES),
            Words::Gitlab => ForgeDouble::gitlab(&FILES),
            Words::Forgejo => ForgeDouble::forgejo(&FILES),
        };
        double.core(|core| {
            core.people.insert("maintainer".to_owned(), "write");
            core.people.insert("passer-by".to_owned(), "read");
        });
        Network { double, words, labels: Vec::new(), folder: tempfile::tempdir().unwrap() }
    }

    /// The service's own clone. It is shared by all that are started: a service has one.
    pub fn own_clone(&self) -> OwnClone {
        let folder = self.folder.path().join("clone");
        let address = self.double.git_address();
        OwnClone::open(&folder, address.to_str().unwrap(), "main", "content", identity(), None).unwrap()
    }

    /// The forge as a service sees it that has just started with this clone.
    pub fn started(&self, clone: OwnClone) -> Arc<dyn Forge> {
        let token = SecretText::new(TOKEN);
        let rest = |(root, header), key| RestSettings {
            root,
            header,
            key,
            pace: PACE,
            timeout: TIMEOUT,
            clock: Clock::system(),
        };
        let name = RepositoryName { owner: OWNER.to_owned(), name: REPOSITORY.to_owned() };
        match self.words {
            Words::Documents | Words::Rest => self.github(Credentials::Token(token), clone),
            Words::Gitlab => {
                let settings = rest(gitlab::root_of(&self.double.address()), TOKEN);
                let project = ProjectPath::parse(&name.to_string()).unwrap();
                self.with_clone(Gitlab::new(settings, &project, token).unwrap(), clone)
            }
            Words::Forgejo => {
                let key = forgejo::header_of(&token);
                let settings = rest(forgejo::root_of(&self.double.address()), key.reveal());
                self.with_clone(Forgejo::new(settings, name, "main", token).unwrap(), clone)
            }
        }
    }

    /// GitHub, spoken to in somebody's name.
    pub fn github(&self, credentials: Credentials, clone: OwnClone) -> Arc<dyn Forge> {
        let name = RepositoryName { owner: OWNER.to_owned(), name: REPOSITORY.to_owned() };
        let address = self.double.address();
        let client =
            wait(async { Client::new(&address, name, credentials, PACE, TIMEOUT, Clock::system()) }).unwrap();
        let writes = if self.words == Words::Rest { Writes::Rest } else { Writes::Graphql };
        self.with_clone(Github::new(client, writes), clone)
    }

    fn with_clone(&self, platform: impl Platform, clone: OwnClone) -> Arc<dyn Forge> {
        let settings = NetworkSettings {
            labels: self.labels.clone(),
            asks_label: "needs-info".to_owned(),
            accepted_label: Some("accepted".to_owned()),
            declined_label: Some("declined".to_owned()),
        };
        Arc::new(NetworkForge::new(platform, clone, settings, Clock::system()))
    }

    /// The number of the request of a proposal; there is exactly one.
    #[track_caller]
    pub fn only_pull(&self, proposal: &Proposal) -> u64 {
        let branch = proposal.id.branch();
        let pulls: Vec<u64> = self.double.core(|core| {
            core.pulls
                .values()
                .filter(|pull| pull.head == branch && !pull.from_fork)
                .map(|pull| pull.number)
                .collect()
        });
        assert_eq!(pulls.len(), 1, "requests for {branch}");
        pulls[0]
    }
}

/// Fast, because a test waits for it.
const PACE: PaceSettings = PaceSettings {
    an_hour: 0,
    between_writes: Duration::from_millis(1),
    back_off: Duration::from_millis(20),
    longest: Duration::from_millis(100),
};
const TIMEOUT: Duration = Duration::from_secs(5);

impl Stage for Network {
    fn forge(&self) -> Arc<dyn Forge> {
        self.started(self.own_clone())
    }

    fn push(&self, branch: &str, files: &[(&str, &str)]) {
        self.double.core(|core| core.push(branch, files));
    }

    fn rename(&self, from: &str, to: &str, facts: &str) {
        self.double.core(|core| {
            let old = format!("content/interlinkers/{from}");
            let (words, old_facts) = (format!("{old}/en.md"), format!("{old}/interlinker.yaml"));
            let text = core.file("main", &words);
            let (new_words, new_facts) = (
                format!("content/interlinkers/{to}/en.md"),
                format!("content/interlinkers/{to}/interlinker.yaml"),
            );
            core.move_files("main", &[&words, &old_facts], &[(&new_words, &text), (&new_facts, facts)]);
        });
    }

    fn merge(&self, proposal: &Proposal, how: Merge) {
        let number = self.only_pull(proposal);
        self.double.core(|core| {
            core.merge(number, how);
            core.delete_branch(&proposal.id.branch()).unwrap();
        });
    }

    fn branches(&self) -> Vec<String> {
        self.double.core(|core| core.branches())
    }

    fn changes(&self, branch: &str) -> String {
        self.double.core(|core| core.changes(branch))
    }

    fn file(&self, branch: &str, path: &str) -> String {
        self.double.core(|core| core.file(branch, path))
    }

    fn end(&self) {
        assert_eq!(self.double.violations(), Vec::<String>::new());
    }
}
