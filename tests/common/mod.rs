//! Small sites in temporary folders, and the real program.

#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "tests and benchmarks work on real files")]
#![allow(dead_code, unreachable_pub, reason = "each test file uses its own part")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// A site in a temporary folder that disappears with it.
pub struct Site {
    folder: tempfile::TempDir,
}

impl Site {
    /// An empty folder.
    pub fn empty() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    /// One procedure, one office, one news page.
    pub fn small() -> Self {
        let site = Self::empty();
        site.write(
            "config.toml",
            "base_url = \"https://xa.example/\"\n[unit]\nname = \"UBND xã Thử\"\nhotline = \"0900 000 000\"\n",
        );
        site.write("content/_index.md", "+++\ntitle = \"Trang chủ\"\n+++\n");
        site.write(
            "content/thu-tuc/_index.md",
            "+++\ntitle = \"Thủ tục\"\n[data]\nkind = \"procedures\"\nsources = [\"*.csv\"]\n+++\n",
        );
        site.write("content/thu-tuc/danh-muc.csv", "Mã TTHC;Tên TTHC;Lĩnh vực\n1.000001;Đăng ký thử;Hộ tịch\n");
        site.write(
            "content/lien-he/_index.md",
            "+++\ntitle = \"Liên hệ\"\n[data]\nkind = \"offices\"\nsources = [\"*.toml\"]\n+++\n",
        );
        site.write(
            "content/lien-he/don-vi.toml",
            "[[office]]\nid = \"mot-cua\"\nname = \"Bộ phận Một cửa\"\nhotline = \"0900 000 000\"\n",
        );
        site.write("content/tin-tuc/_index.md", "+++\ntitle = \"Tin tức\"\nsort_by = \"date\"\n+++\n");
        site.write(
            "content/tin-tuc/2026-01-02-tin.md",
            "+++\ntitle = \"Tin đầu\"\n+++\nXem [thủ tục](@/thu-tuc/_index.md).\n",
        );
        site
    }

    /// The path of a file of the site.
    pub fn path(&self, relative: &str) -> String {
        self.folder.path().join(relative).to_str().expect("a UTF-8 path").to_owned()
    }

    /// Writes a file, with its folders.
    pub fn write(&self, relative: &str, text: impl AsRef<[u8]>) {
        let path = self.folder.path().join(relative);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("the folder is made");
        fs::write(path, text).expect("the file is written");
    }

    /// Copies a file inside the site.
    pub fn copy(&self, from: &str, to: &str) {
        self.write(to, fs::read(self.path(from)).expect("the file is there"));
    }

    /// Whether a file or folder is there.
    pub fn exists(&self, relative: &str) -> bool {
        Path::new(&self.path(relative)).exists()
    }

    /// A published page.
    pub fn page(&self, relative: &str) -> String {
        self.read(&format!("public/{relative}"))
    }

    /// A file of the site.
    pub fn read(&self, relative: &str) -> String {
        fs::read_to_string(self.path(relative)).unwrap_or_else(|error| panic!("{relative}: {error}"))
    }

    /// A report written by `--report`.
    pub fn report(&self, relative: &str) -> serde_json::Value {
        serde_json::from_str(&self.read(relative)).expect("the report is JSON")
    }

    /// Every published file with its bytes.
    pub fn published(&self, folder: &str) -> Vec<(String, Vec<u8>)> {
        let root = self.folder.path().join(folder);
        let mut files: Vec<(String, Vec<u8>)> = walk(&root)
            .into_iter()
            .map(|path| {
                (
                    path.strip_prefix(&root).expect("below the root").to_string_lossy().into_owned(),
                    fs::read(&path).expect("readable"),
                )
            })
            .collect();
        files.sort();
        files
    }
}

fn walk(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries
        .map(|entry| entry.expect("readable").path())
        .flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] })
        .collect()
}

/// The program with a site as its root; a fixed day, no terminal, no language from the environment.
pub fn command(site: &Site) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_congkhai"));
    command.current_dir(site.folder.path()).env_remove("LANG").env_remove("LC_ALL").env_remove("LC_MESSAGES");
    command
}

/// Runs the program in a site's folder.
pub fn congkhai(site: &Site, arguments: &[&str]) -> Output {
    command(site).args(arguments).output().expect("the program runs")
}

/// Standard error as text.
pub fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Standard output as text.
pub fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}
