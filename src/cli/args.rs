//! The command line as typed.

use camino::Utf8PathBuf;
use clap::{Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

/// Xuất bản trang công khai thủ tục hành chính · Publishes public-administration sites
#[derive(Debug, Parser)]
#[command(name = "congkhai", version, about, disable_help_subcommand = true)]
pub(super) struct Cli {
    /// Thư mục của trang · The site's folder
    #[arg(short, long, global = true, default_value = ".", value_name = "DIR")]
    pub(super) root: Utf8PathBuf,
    /// Ngôn ngữ thông báo: vi, en; với `search` còn là ngôn ngữ của trang được tìm · Language of messages; for `search`
    /// also the language of the site that is searched
    #[arg(long, global = true, value_name = "vi|en")]
    pub(super) lang: Option<String>,
    /// Chỉ in lỗi · Print nothing but problems
    #[arg(short, long, global = true)]
    pub(super) quiet: bool,
    /// What to do.
    #[command(subcommand)]
    pub(super) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Tạo một trang mẫu và các mẫu Excel · Makes a sample site with Excel templates
    Init(Init),
    /// Dựng trang · Builds the site
    Build(Build),
    /// Xem thử trên máy, tự tải lại khi sửa · Serves the site on this computer and reloads on change
    #[cfg(feature = "serve")]
    Serve(Serve),
    /// Kiểm tra, không ghi gì · Checks everything and writes nothing
    Check(Check),
    /// Xét trang theo các tiêu chí công khai · Judges the site by the disclosure criteria
    ///
    /// Mã kết thúc: 0 xét xong và đạt mức `[disclosure] require` (hoặc không đặt mức), 1 dưới mức hoặc dữ liệu có lỗi,
    /// 2 không xét được · Exit status: 0 the minimum of `[disclosure] require` is reached or none is set, 1 below it or
    /// errors in the data, 2 the audit could not be made
    Audit(Audit),
    /// Tìm trong trang như người dân tìm · Searches the site as citizens do
    Search(Search),
    /// So với bản đã công bố: sẽ thêm, sửa, bỏ gì · What a build would add, change and withdraw
    Diff(Diff),
    /// Giải thích một mã lỗi · Explains a diagnostic code
    Explain(Explain),
}

/// Arguments of `init`.
#[derive(Debug, clap::Args)]
pub(super) struct Init {
    /// Thư mục mới · The new folder
    #[arg(default_value = ".", value_name = "DIR")]
    pub(super) dir: Utf8PathBuf,
    /// Ghi vào cả thư mục đã có tệp · Write into a folder that holds files; existing files are kept
    #[arg(long)]
    pub(super) force: bool,
}

/// What `build` and `check` share.
#[derive(Debug, clap::Args)]
pub(super) struct Shared {
    /// Đăng cả bản nháp · Include drafts
    #[arg(long)]
    pub(super) drafts: bool,
    /// Địa chỉ của trang, thay cho config.toml · Address of the site instead of the one in config.toml
    #[arg(short = 'u', long, value_name = "URL")]
    pub(super) base_url: Option<String>,
    /// Ngày dùng để xét hiệu lực (mặc định: hôm nay) · Day on which validity is judged (default: today)
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(super) as_of: Option<Date>,
    /// Cách in các vấn đề · How problems are printed
    #[arg(long, value_enum, default_value_t = Format::Full)]
    pub(super) format: Format,
    /// Ghi số liệu của lần chạy vào tệp JSON · Write the numbers of the run to a JSON file
    #[arg(long, value_name = "FILE.json")]
    pub(super) report: Option<Utf8PathBuf>,
    /// Coi cảnh báo là lỗi · Treat warnings as errors
    #[arg(long, value_name = "warnings", value_parser = ["warnings"])]
    pub(super) deny: Option<String>,
}

/// Arguments of `build`.
#[derive(Debug, clap::Args)]
pub(super) struct Build {
    #[command(flatten)]
    pub(super) shared: Shared,
    /// Thư mục đích · Output folder
    #[arg(short = 'o', long, value_name = "DIR")]
    pub(super) output_dir: Option<Utf8PathBuf>,
    /// Thay cả thư mục đích không do congkhai tạo · Replace an output folder that congkhai did not make
    #[arg(long)]
    pub(super) force: bool,
}

/// Arguments of `serve`.
#[cfg(feature = "serve")]
#[derive(Debug, clap::Args)]
pub(super) struct Serve {
    /// Cổng · Port
    #[arg(short, long, default_value_t = 1111)]
    pub(super) port: u16,
    /// Địa chỉ lắng nghe · Interface to listen on
    #[arg(short, long, default_value = "127.0.0.1")]
    pub(super) interface: std::net::IpAddr,
    /// Mở trình duyệt · Open a browser
    #[arg(short = 'O', long)]
    pub(super) open: bool,
    /// Xem cả bản nháp · Include drafts
    #[arg(long)]
    pub(super) drafts: bool,
}

/// Arguments of `check`.
#[derive(Debug, clap::Args)]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) shared: Shared,
}

/// Arguments of `audit`.
#[derive(Debug, clap::Args)]
pub(super) struct Audit {
    /// Ngày xét (mặc định: hôm nay) · Day on which the site is judged (default: today)
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(super) as_of: Option<Date>,
    /// Cấp chính quyền, thay cho config.toml · Level of government instead of the one in config.toml
    #[arg(long, value_name = "LEVEL", value_parser = ["xa", "huyen", "tinh"])]
    pub(super) level: Option<String>,
    /// Cách in · How results are printed
    #[arg(long, value_enum, default_value_t = SearchFormat::Text)]
    pub(super) format: SearchFormat,
}

/// Arguments of `search`.
#[derive(Debug, clap::Args)]
pub(super) struct Search {
    /// Lời tìm · The query
    #[arg(required_unless_present = "batch")]
    pub(super) query: Vec<String>,
    /// Thư mục của trang, như --root · The site's folder, as --root
    #[arg(long, value_name = "DIR")]
    pub(super) site: Option<Utf8PathBuf>,
    /// Số kết quả · Number of hits
    #[arg(long, default_value_t = 10)]
    pub(super) limit: usize,
    /// Cách in · How hits are printed
    #[arg(long, value_enum, default_value_t = SearchFormat::Text)]
    pub(super) format: SearchFormat,
    /// Tệp TSV có dòng tiêu đề và các cột id, query; in id và mã, cách nhau bằng dấu tab ·
    /// A TSV file with a heading line and the columns id, query; prints id and keys, with `--format json` results
    #[arg(long, value_name = "QUERIES.tsv", conflicts_with = "query")]
    pub(super) batch: Option<Utf8PathBuf>,
}

/// How hits and results are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum SearchFormat {
    /// For people.
    Text,
    /// One JSON object.
    Json,
}

/// Arguments of `diff`. Exit status: 0 when compared, whatever differs; 1 when the data have errors, so that a build
/// would be refused, or with `--exit-code` when something differs; 2 when there is nothing to compare with.
#[derive(Debug, clap::Args)]
pub(super) struct Diff {
    /// Thư mục của bản đã công bố (mặc định: thư mục đích của trang) · Folder of the publication (default: the site's output folder)
    #[arg(value_name = "OLD_PUBLIC_DIR")]
    pub(super) old: Option<Utf8PathBuf>,
    /// Như OLD_PUBLIC_DIR · The same as OLD_PUBLIC_DIR
    #[arg(long, value_name = "DIR", conflicts_with = "old")]
    pub(super) against: Option<Utf8PathBuf>,
    /// Ngày của lần công bố (mặc định: hôm nay) · Day of the publication (default: today)
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(super) as_of: Option<Date>,
    /// Cách in · How changes are printed
    #[arg(long, value_enum, default_value_t = SearchFormat::Text)]
    pub(super) format: SearchFormat,
    /// Trả mã 1 khi có khác biệt · Exit with 1 where something differs
    #[arg(long)]
    pub(super) exit_code: bool,
}

/// Arguments of `explain`.
#[derive(Debug, clap::Args)]
pub(super) struct Explain {
    /// Mã, chẳng hạn CK0405; không có thì liệt kê tất cả · The code; all are listed without one
    pub(super) code: Option<String>,
}

/// How problems are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// With the offending value and the remedy.
    Full,
    /// One line each.
    Concise,
    /// One JSON array on standard output.
    Json,
    /// Annotations for GitHub workflows.
    Github,
}
