#!/usr/bin/env bash
# cargo 1.95.0: a package that a profile names in its table `package` does not inherit `strip` from the profile.
#
# Seen: with `strip = true` in `[profile.release]` the compiler is given `-C strip=symbols`; with
# `NAME = { opt-level = 1 }` in `[profile.release.package]` as well it is given `-C strip=debuginfo` for that
# package, without a word, and the binary keeps its symbols (25.8 MB instead of 21.0 MB here). Other settings,
# `codegen-units` for one, are inherited; the entry `"*"`, which means other people's packages,
# changes nothing.
#
# So `strip` is said again where the package of a binary has a line of its own.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir src
echo 'fn main() {}' >src/main.rs
manifest() {
  cat >Cargo.toml <<TOML
[package]
name = "finding"
version = "0.0.0"
edition = "2021"
[workspace]
[profile.release]
strip = true
$1
TOML
  rm -rf target
  cargo build --release --verbose 2>&1 | grep -o 'strip=[a-z]*'
}
manifest ''
manifest '[profile.release.package]
finding = { opt-level = 1 }'
manifest '[profile.release.package]
finding = { opt-level = 1, strip = true }'
