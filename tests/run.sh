#!/usr/bin/env bash
# Runs every test of the project, from unit tests to a real browser. On Debian and Ubuntu it installs Chromium and
# Node.js itself where they are missing; elsewhere it says what to install. LibreOffice, which opens the exported
# tables, is large: CONGKHAI_OFFICE=0 leaves it and its test out.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '\n== %s\n' "$*"; }

install() { # install PACKAGE...: Debian packages, as root or through sudo
  command -v apt-get >/dev/null || { echo "Please install: $*" >&2; exit 1; }
  local root=()
  [ "$(id -u)" = 0 ] || root=(sudo)
  "${root[@]}" apt-get update -q
  DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -y -q --no-install-recommends "$@"
}

node_major() { node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/'; }

say "Rust: unit, fixture, site, command-line and property tests"
cargo test --workspace

say "Browser: Chromium, LibreOffice and npm packages"
[ -n "${CHROMIUM:-}" ] || command -v chromium >/dev/null || command -v google-chrome >/dev/null || install chromium fonts-noto-core
[ "${CONGKHAI_OFFICE:-1}" = 0 ] || command -v soffice >/dev/null || install libreoffice-calc-nogui
command -v npm >/dev/null || install nodejs npm
npm ci --prefix tests/browser --no-audit --no-fund
if [ "$(node_major)" -lt 20 ]; then
  # Distributions may carry an older Node.js; npm has newer ones as a package.
  npm install --prefix target/node --no-audit --no-fund node@22
  PATH="$PWD/target/node/node_modules/node/bin:$PATH"
fi

say "Browser: the sample site"
site=target/browser-site
earlier=target/browser-earlier
# An earlier publication, so that the change log has something to tell: a procedure that is withdrawn since, another
# answer to feedback, a question that was asked only later.
rm -rf "$site" "$earlier"
mkdir -p "$earlier"
cp -r config.toml content static "$earlier"
cp tests/browser/withdrawn.toml "$earlier/content/thu-tuc/"
sed -i 's/Xã đã in lại bảng khổ chữ 16/Xã sẽ in lại bảng/' "$earlier/content/phan-anh/phan-anh.toml"
sed -i '$d' "$earlier/content/sang-kien/sang-kien.csv"
cargo run --quiet -- --root "$earlier" build --quiet --output-dir "$site" --as-of 2026-11-13
cargo run --quiet -- build --quiet --output-dir "$site" --as-of 2026-11-20
CONGKHAI_SITE="$site" npm test --prefix tests/browser

say "All tests passed"
