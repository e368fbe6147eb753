# Sourced by ./run and ./test: puts in place what the machine lacks. Nothing is fetched once everything is there.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo "$@"; else fail "This needs root or sudo: $*"; fi
}

# need_packages NAME…: installs those of Debian's packages that are missing.
need_packages() {
  local missing=()
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  say "Installing ${missing[*]}"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

build_packages=(g++ cmake ninja-build ccache mold pkg-config git ca-certificates
  libboost1.81-dev libboost-json1.81-dev libboost-url1.81-dev libfmt-dev libhowardhinnant-date-dev tzdata libsqlite3-dev libpq-dev
  libsodium-dev libssl-dev libcurl4-openssl-dev zlib1g-dev libcairo2-dev libpango1.0-dev libpugixml-dev libxlsxwriter-dev doctest-dev librapidcheck-dev)
test_packages=(postgresql chromium libxml2-utils poppler-utils libbenchmark-dev procps)

# The tests' own libraries are small and the one build directory serves both commands, so both install them.
need_build_packages() { need_packages "${build_packages[@]}" libbenchmark-dev; }

node_is_new_enough() {
  command -v node >/dev/null && node -e 'const [a,b]=process.versions.node.split(".").map(Number);process.exit(a>20||(a===20&&b>=19)?0:1)'
}

# Node 20.19 or later for the screens' tools: the system's, or one from npm in a folder of our own.
need_node() {
  node_is_new_enough && return
  export PATH="$root/.node/node_modules/node/bin:$PATH"
  node_is_new_enough && return
  need_packages npm
  say "Taking Node from npm"
  mkdir -p "$root/.node"
  npm install --prefix "$root/.node" --no-save --no-audit --no-fund node@22 >/dev/null
  node_is_new_enough || fail "No Node of version 20.19 or later could be had."
}

# The screens, built into web/dist when their sources are newer.
build_screens() {
  need_node
  local sources stamp="$root/web/dist/.built"
  sources=$(cd "$root/web" && find . -path ./node_modules -prune -o -path ./dist -prune -o -path ./test-results -prune -o -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum)
  [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$sources" ] && return
  if [ ! -d "$root/web/node_modules" ] || [ "$root/web/package-lock.json" -nt "$root/web/node_modules/.package-lock.json" ]; then
    say "Installing the screens' tools"
    (cd "$root/web" && npm ci --no-audit --no-fund >/dev/null)
  fi
  say "Building the screens"
  (cd "$root/web" && npm run build >/dev/null)
  sources=$(cd "$root/web" && find . -path ./node_modules -prune -o -path ./dist -prune -o -path ./test-results -prune -o -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum)
  echo "$sources" >"$stamp"
}

# The mail server that the tests send to.
need_mail_server() {
  need_node
  [ -d "$root/tests/mail/node_modules/smtp-server" ] && return
  (cd "$root/tests/mail" && { command -v npm >/dev/null || need_packages npm; } && npm ci --no-audit --no-fund >/dev/null)
}

# The verifier of another project, with which ours must agree.
need_other_verifier() {
  need_node
  [ -d "$root/tests/independent/node_modules/@sigstore/verify" ] && return
  (cd "$root/tests/independent" && { command -v npm >/dev/null || need_packages npm; } && npm ci --no-audit --no-fund >/dev/null)
}

# build_program TARGET…
build_program() {
  cd "$root"
  if [ ! -f build/release/build.ninja ]; then
    say "Preparing the build"
    cmake --preset release >/dev/null
  fi
  say "Building the program"
  cmake --build build/release --target "$@" >&2
}
