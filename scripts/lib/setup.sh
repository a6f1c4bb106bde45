# What the other scripts stand on: brings a bare machine up, keeps what is there, says in a line what it does.
# To be sourced. Versions are named here and in Cargo.lock, nowhere else.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

TRUNK_VERSION=0.21.14
GECKODRIVER_VERSION=0.37.1
MACHETE_VERSION=0.9.2
WASM=wasm32-unknown-unknown
TOOLS=${ORBITA_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/orbita/tools}

say() { printf '\033[1m· %s\033[0m\n' "$*"; }
die() {
  printf '\nStopped: %s\n' "$*" >&2
  exit 1
}

# need_packages PACKAGE...: Debian's packages, as root or by sudo.
need_packages() {
  local missing=() package as_root=()
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q '^install ok installed$' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  command -v apt-get >/dev/null || die "needs ${missing[*]}; install them with this system's package manager and run again."
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || die "needs ${missing[*]}; as root: apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  say "Installing ${missing[*]}"
  "${as_root[@]}" apt-get update -q >/dev/null || die "apt-get update failed; check the network and run again."
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -q --no-install-recommends "${missing[@]}" >/dev/null ||
    die "could not install ${missing[*]}; as root: apt-get install ${missing[*]}"
}

# need_crate CRATE VERSION [CARGO OPTIONS]: a tool from the Rust registry, built once and kept by its version.
need_crate() {
  local crate=$1 version=$2 root
  shift 2
  root=$TOOLS/$crate-$version
  PATH=$root/bin:$PATH
  [ -e "$root/.crates.toml" ] && return 0
  say "Building $crate $version (once, some minutes)"
  # A tool works for seconds: a quick build is worth more than a quick tool.
  env -u RUSTFLAGS -u RUSTUP_TOOLCHAIN CARGO_TARGET_DIR="$TOOLS/build" CARGO_PROFILE_RELEASE_LTO=off \
    CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    cargo install --quiet --root "$root" "$crate" --version "$version" "$@" ||
    die "could not build $crate $version; check that crates.io can be reached, or put $crate into $root/bin."
}

# What parts the module and binds it to the browser: of the workspace, so that Cargo.lock holds its libraries to those of the app.
need_binder() {
  local root
  root=$TOOLS/binder-$(cat Cargo.lock $(find scripts/binder -type f | sort) | cksum | cut -d ' ' -f 1)
  PATH=$root/bin:$PATH
  [ -e "$root/bin/part-wasm" ] && return 0
  say "Building what parts and binds the module (once, about a minute)"
  # It reads megabytes: without any optimisation each build of the app would wait for it.
  env -u RUSTFLAGS -u RUSTUP_TOOLCHAIN CARGO_TARGET_DIR="$TOOLS/build" CARGO_PROFILE_DEV_DEBUG=false CARGO_PROFILE_DEV_OPT_LEVEL=1 \
    CARGO_INCREMENTAL=0 cargo build --quiet --locked -p orbita-binder || die "could not build scripts/binder; see above."
  # Trunk asks for the first by this name, under which no crate may be built.
  install -D "$TOOLS/build/debug/bind" "$root/bin/wasm-bindgen"
  install -D "$TOOLS/build/debug/part" "$root/bin/part-wasm"
}

need_rust() {
  command -v cargo >/dev/null || die "needs Rust; install it from https://rustup.rs and run again."
  command -v cc >/dev/null || need_packages gcc libc6-dev
}

need_wasm() {
  need_rust
  has_wasm && return 0
  if command -v rustup >/dev/null; then
    say "Adding the target $WASM"
    timeout 300 rustup target add $WASM >/dev/null 2>&1 || true
    has_wasm && return 0
  fi
  wasm_from_debian
}

has_wasm() { compgen -G "$(rustc --print target-libdir --target $WASM 2>/dev/null)/libcore-*" >/dev/null; }

# Where rustup may not fetch the target: Debian's compiler comes with the source of its own standard library.
wasm_from_debian() {
  command -v apt-get >/dev/null || die "rustup could not add $WASM; check the network, or install the target by hand."
  need_packages rustc-web cargo-web rust-web-src rust-web-clippy rustfmt-web
  local sysroot lib work
  sysroot=$(/usr/bin/rustc --print sysroot)
  lib=$sysroot/lib/rustlib/$WASM/lib
  if ! compgen -G "$lib/libcore-*" >/dev/null; then
    say "Building the standard library for $WASM (once, about a minute)"
    work=$(mktemp -d)
    mkdir -p "$work/src" && touch "$work/src/lib.rs"
    printf '[package]\nname = "seed"\nedition = "2021"\n[profile.release]\ncodegen-units = 1\n' >"$work/Cargo.toml"
    (cd "$work" && env -u RUSTUP_TOOLCHAIN -u CARGO_TARGET_DIR PATH=/usr/bin:/bin RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Cembed-bitcode=yes \
      /usr/bin/cargo build --quiet --release -Zbuild-std=std,panic_abort,test --target $WASM) ||
      die "could not build the standard library for $WASM; see above."
    rm "$work"/target/$WASM/release/deps/libseed-*
    install -d "$lib" && install -m 644 "$work"/target/$WASM/release/deps/*.rlib "$lib/"
    rm -r "$work"
  fi
  local host bin
  host=$(/usr/bin/rustc -vV | sed -n 's/^host: //p')
  bin=$sysroot/lib/rustlib/$host/bin
  if [ ! -e "$bin/rust-lld" ] && command -v rustup >/dev/null; then
    # A link and no copy: the linker finds its libraries from where it really lies.
    install -d "$bin" && ln -sf "$(env -u RUSTUP_TOOLCHAIN rustc --print sysroot)/lib/rustlib/$host/bin/rust-lld" "$bin/rust-lld"
  fi
  if command -v rustup >/dev/null; then
    rustup toolchain link orbita-debian "$sysroot" >/dev/null
    export RUSTUP_TOOLCHAIN=orbita-debian
  else
    need_packages lld
    export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld
  fi
  has_wasm || die "the target $WASM is still missing; install Rust from https://rustup.rs and run again."
}

# Node carries the optimiser, the minifier and the accessibility checks: packages pinned in scripts/package-lock.json.
need_node_tools() {
  command -v npm >/dev/null || need_packages nodejs npm
  local root
  root=$TOOLS/node-$(cksum <scripts/package-lock.json | cut -d ' ' -f 1)
  PATH=$root/node_modules/.bin:$PATH
  export ORBITA_AXE=$root/node_modules/axe-core/axe.min.js ORBITA_BINARYEN=$root/node_modules/binaryen
  [ -e "$root/complete" ] && return 0
  say "Fetching binaryen, esbuild and axe-core"
  mkdir -p "$root" && cp scripts/package.json scripts/package-lock.json "$root/"
  npm ci --prefix "$root" --no-audit --no-fund --silent || die "npm could not fetch the packages of scripts/package.json; check the network and run again."
  touch "$root/complete"
}

need_builder() {
  need_wasm
  need_crate trunk $TRUNK_VERSION --locked --no-default-features --features rustls
  need_binder
  need_node_tools
}

need_browsers() {
  need_packages chromium chromium-driver firefox-esr webkit2gtk-driver xvfb xauth fonts-dejavu-core
  need_crate geckodriver $GECKODRIVER_VERSION --locked
}

# build: the release build in dist/.
build() {
  export CARGO_TERM_QUIET=true
  need_builder
  # What is built names no folder of this machine, be it that of the standard library, where its source was installed. Cargo adds
  # these to the flags of .cargo/config.toml, parted by spaces.
  local sysroot
  sysroot=$(rustc --print sysroot)
  case $PWD${CARGO_HOME:-$HOME/.cargo}$sysroot in
  *" "*) ;;
  *) export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src=crates --remap-path-prefix=$PWD=. --remap-path-prefix=$sysroot/lib/rustlib/src/rust=/rustc" ;;
  esac
  say "Building dist/"
  cargo fetch --quiet --locked || die "could not fetch the crates of Cargo.lock; check that crates.io can be reached."
  # What a build that was broken off left behind would be taken for a part of this one.
  rm -rf dist/.stage
  env -u NO_COLOR trunk --log warn build --release || die "the build failed; see above."
}

# pack FOLDER ARCHIVE: the same files give the same bytes: no times, no owners, names in order.
pack() {
  tar --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX -C "$1" -cf - . | gzip -9n >"$2"
}

# packed BUILD FOLDER: packs a build into a folder, and says where. A client's page is no release: its archive is named by what
# is in it.
packed() {
  local archive
  archive=$2/orbita-$(node -p 'JSON.parse(fs.readFileSync(process.argv[1])).version' "$1/files.json")
  pack "$1" "$2/packed"
  [ ! -e "$1/client.json" ] || archive+=-client-$(sha256sum <"$2/packed" | cut -c -8)
  mv "$2/packed" "$archive.tar.gz"
  echo "$archive.tar.gz"
}
