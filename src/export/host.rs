//! What static hosts must be told: policies, types and caching.

/// Everything from the site itself, nothing inline, no plug-ins, no foreign frames.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; \
     frame-ancestors 'self'";

/// For sites with the theme of somebody else, whose scripts and fonts may stand in the page or come from anywhere: who
/// may show the pages in a frame is all that can be said.
pub const THEME_POLICY: &str = "frame-ancestors 'self'";

const SECURITY: &[(&str, &str)] = &[
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
];

/// Names of fingerprinted files hold a hash of their content, so they never change.
const FOREVER: &str = "public, max-age=31536000, immutable";
const SHORT: &str = "public, max-age=300, must-revalidate";
/// The service worker is asked for anew on every visit, so that no old one serves an old publication.
const NEVER: &str = "no-cache";

/// The policy of pages made for frames on other sites, such as newspapers: nothing runs in them, anybody may show them.
fn framed_policy() -> String {
    CONTENT_SECURITY_POLICY.replace("script-src 'self'; ", "").replace("frame-ancestors 'self'", "frame-ancestors *")
}

/// `_headers` for Cloudflare Pages and Netlify.
pub(super) fn headers(base_path: &str, policy: &str) -> String {
    let mut text = format!("{base_path}*\n  Content-Security-Policy: {policy}\n");
    for (name, value) in SECURITY {
        text.push_str(&format!("  {name}: {value}\n"));
    }
    text.push_str(&format!(
        "  Cache-Control: {SHORT}\n\n{base_path}assets/*\n  ! Cache-Control\n  Cache-Control: {FOREVER}\n\n\
         {base_path}sw.js\n  ! Cache-Control\n  Cache-Control: {NEVER}\n\n\
         {base_path}*/nhung/\n  ! Content-Security-Policy\n  Content-Security-Policy: {}\n",
        framed_policy()
    ));
    text
}

/// `.htaccess` for Apache and LiteSpeed, the usual hosts of Vietnamese shared hosting.
pub(super) fn htaccess(base_path: &str, policy: &str) -> String {
    let mut text = format!(
        "# congkhai\nOptions -Indexes\nDirectoryIndex index.html\nErrorDocument 404 {base_path}404.html\nAddDefaultCharset utf-8\n\
         AddType text/javascript .js\nAddType application/json .json\nAddType image/svg+xml .svg\n\n<IfModule mod_headers.c>\n  \
         Header always set Content-Security-Policy \"{policy}\"\n"
    );
    for (name, value) in SECURITY {
        text.push_str(&format!("  Header always set {name} \"{value}\"\n"));
    }
    text.push_str(&format!(
        "  SetEnvIf Request_URI \"/nhung/(index\\.html)?$\" framed\n  \
         Header always set Content-Security-Policy \"{}\" env=framed\n",
        framed_policy()
    ));
    text.push_str(&format!(
        "  Header set Cache-Control \"{SHORT}\"\n  <FilesMatch \"\\.[0-9a-f]{{10}}\\.(css|js|svg|png|woff2)$\">\n    \
         Header set Cache-Control \"{FOREVER}\"\n  </FilesMatch>\n  <Files \"sw.js\">\n    \
         Header set Cache-Control \"{NEVER}\"\n  </Files>\n</IfModule>\n\n<IfModule mod_deflate.c>\n  \
         AddOutputFilterByType DEFLATE text/html text/css text/javascript application/json image/svg+xml application/xml\n</IfModule>\n"
    ));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_allows_nothing_inline_and_nothing_foreign() {
        assert!(!CONTENT_SECURITY_POLICY.contains("unsafe"));
        assert!(!CONTENT_SECURITY_POLICY.contains('*'));
    }

    #[test]
    fn only_frames_may_be_shown_on_other_sites_and_nothing_runs_in_them() {
        assert!(framed_policy().ends_with("frame-ancestors *") && !framed_policy().contains("script-src"));
        assert_eq!(headers("/xa/", CONTENT_SECURITY_POLICY).matches("frame-ancestors *").count(), 1);
        assert!(headers("/xa/", CONTENT_SECURITY_POLICY).contains("\n/xa/*/nhung/\n"));
        assert!(htaccess("/", THEME_POLICY).contains("env=framed"));
    }

    #[test]
    fn a_site_in_a_folder_names_its_own_error_page() {
        assert!(htaccess("/xa/", THEME_POLICY).contains("ErrorDocument 404 /xa/404.html"));
        assert!(headers("/xa/", CONTENT_SECURITY_POLICY).starts_with("/xa/*\n"));
    }
}
