#!/usr/bin/env bash
# Sets up, builds, tests and demonstrates MLNet.Gan. Every command installs what it lacks and is quick when nothing is.
set -euo pipefail
cd "$(dirname "$0")"

ort_package=com.github.asus4.onnxruntime@0.4.9
chart_package=uplot@1.6.32
offline_package=nsfwjs@4.3.0

usage() {
  cat <<'TEXT'
usage: ./build.sh [setup|build|test|demo|bench|format] [arguments]
  setup    install what is missing, ask the feed for the real packages, compile the native shim
  build    setup, then compile everything (the default)
  test     build, then run the tests; -- --settings tests/all.runsettings adds the slow ones
  demo     train on Fashion-MNIST in an ML.NET pipeline; writes artifacts/demo/ (--quick: 90 seconds)
  bench    measure: bench mixtures|digits|stacked|costs [--seeds N]|metrics|training; writes docs/benchmarks/; hours,
           but goes on where it stopped
  format   bring all sources to the house style; --verify-no-changes only checks
TEXT
}

# Threads that wait must soon sleep: on a busy machine spinning ones made a step 27 times slower (docs/decisions/0004).
export GOMP_SPINCOUNT=${GOMP_SPINCOUNT:-2000}

step() { printf '• %s\n' "$*"; }
fail() { printf '\n✗ %s\n  What to do: %s\n' "$1" "$2" >&2; exit 1; }

# apt_install WHY PACKAGE...: installs those of the packages that are missing.
apt_install() {
  local why=$1 missing=() package
  shift
  for package; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  step "Installing ${missing[*]} from apt: $why."
  local root=()
  [ "$(id -u)" -eq 0 ] || root=(sudo)
  mkdir -p artifacts
  "${root[@]}" apt-get update -qq \
    || fail "apt-get update failed." "check the network and that you may use apt (root or sudo), then run this again."
  # Behind sudo, which forgets variables: else a package could ask questions.
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" \
    > artifacts/apt.log 2>&1 \
    || { tail -n 20 artifacts/apt.log >&2; fail "apt could not install ${missing[*]}." "see artifacts/apt.log."; }
}

# npm_install WHY NAME@VERSION: installs one package under artifacts/npm, and names the others, which npm would remove.
npm_install() {
  local why=$1 package=$2 folder="artifacts/npm/node_modules/${2%@*}"
  grep -qs "\"version\": *\"${package##*@}\"" "$folder/package.json" && return
  step "Installing $package from npm: $why."
  mkdir -p artifacts/npm
  npm install --prefix artifacts/npm --no-save --no-audit --no-fund --ignore-scripts --legacy-peer-deps \
    --loglevel=error "$ort_package" "$chart_package" "$offline_package" >/dev/null \
    || fail "npm could not install $package." "check that 'npm view $package' answers, then run this again."
}

# Asks the feed once whether it has the packages that the product stands on.
ask_feed() {
  [ -f artifacts/feed.props ] && return
  probe=$(mktemp -d)
  trap 'rm -rf "$probe"' EXIT
  cat > "$probe/probe.csproj" <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><NuGetAudit>false</NuGetAudit></PropertyGroup>
  <ItemGroup>
    <PackageDownload Include="Microsoft.ML" Version="[5.0.0]" />
    <PackageDownload Include="Microsoft.ML.ImageAnalytics" Version="[5.0.0]" />
    <PackageDownload Include="TorchSharp" Version="[0.106.0]" />
    <PackageDownload Include="Microsoft.ML.OnnxRuntime.Gpu.Linux" Version="[1.24.1]" />
  </ItemGroup>
</Project>
XML
  local shims=true
  if dotnet restore "$probe/probe.csproj" --nologo --verbosity quiet >"$probe/log" 2>&1; then shims=false
  elif ! grep -qE 'NU110[123]' "$probe/log"; then
    cat "$probe/log" >&2
    fail "The package feed could not be asked." "see the message above; 'dotnet restore' must reach a NuGet feed."
  fi
  mkdir -p artifacts
  cat > artifacts/feed.props <<XML
<Project>
  <PropertyGroup>
    <UseShims Condition="'\$(UseShims)' == ''">$shims</UseShims>
  </PropertyGroup>
</Project>
XML
}

say_feed() {
  if grep -q '>true</' artifacts/feed.props; then
    step "The package feed lacks Microsoft.ML, TorchSharp or ONNX Runtime, so our own shims in src/Shims stand in for them."
  else
    step "The package feed has the real packages, so no shim is used."
  fi
}

native_shim() {
  local out=artifacts/native/libtorchshim.so source=src/Shims/TorchSharp/native
  [ -n "$(find "$source" -newer "$out" -print -quit 2>/dev/null || true)" ] || [ ! -f "$out" ] || return 0
  step "Compiling the native part of the TorchSharp shim (about a minute)."
  { cmake -S "$source" -B artifacts/native/build -DCMAKE_BUILD_TYPE=Release \
    && cmake --build artifacts/native/build && cp artifacts/native/build/libtorchshim.so "$out" && touch "$out"; } \
    > artifacts/native.log 2>&1 \
    || { tail -n 20 artifacts/native.log >&2; fail "The native shim did not compile." "see artifacts/native.log."; }
}

# The network that compares images without a download by hand, converted by our own tool, once for each user.
offline_inception() {
  local folder=${GAN_INCEPTION:-${XDG_DATA_HOME:-$HOME/.local/share}/mlnet-gan}
  [ -f "$folder" ] && return
  compgen -G "$folder/offline-inception-*.onnx" >/dev/null && return
  step "Converting the offline Inception network to ONNX (once for each user)."
  dotnet run --project src/MLNet.Gan.Tool -c Release --verbosity quiet -- \
    import "artifacts/npm/node_modules/${offline_package%@*}" >/dev/null \
    || fail "The offline Inception network could not be converted." "see the message above."
}

setup() {
  for tool in dotnet:"the .NET 10 SDK" npm:"node and npm" python3:python3 apt-get:"apt (Debian or a relative)"; do
    command -v "${tool%%:*}" >/dev/null || fail "${tool%%:*} is missing." "install ${tool#*:}."
  done
  ask_feed
  say_feed
  npm_install "the report's charts" "$chart_package"
  npm_install "the weights of the offline Inception network, by which images are compared without a download by hand" \
    "$offline_package"
  apt_install "the Fashion-MNIST images that the demo and the tests learn from" dataset-fashion-mnist
  if grep -q '>true</' artifacts/feed.props; then
    apt_install "libtorch, which the TorchSharp shim calls, and a BLAS whose threads do not fight libtorch's" \
      libtorch-dev libopenblas0-openmp
    npm_install "ONNX Runtime (its C# sources and native library)" "$ort_package"
    local tools=()
    for tool in g++ cmake make; do # Debian's cmake comes without make.
      command -v "$tool" >/dev/null || tools+=("$tool")
    done
    apt_install "compiling the native part of the TorchSharp shim" "${tools[@]}"
    mkdir -p artifacts/native
    native_shim
  fi
  offline_inception
}

build() {
  setup
  step "Building."
  dotnet build MLNet.Gan.sln --nologo -c Release --verbosity quiet \
    || fail "The build failed." "see the errors above; a warning counts as one."
}

run_tests() {
  apt_install "the tests check exported files with onnx.checker, and training steps against PyTorch's" \
    python3-onnx python3-torch
  build
  step "Testing."
  dotnet test MLNet.Gan.sln --nologo -c Release --no-build "$@" \
    || fail "A test failed." "see its message above; 'dotnet test -c Release --filter Name~X' runs it alone."
}

demo() {
  build
  step "Training on Fashion-MNIST; the results go to artifacts/demo/."
  dotnet run --project examples/01-FashionMnist -c Release --no-build -- "$@" \
    || fail "The demo failed." "see the message above."
}

bench() {
  [ "${1:-}" != metrics ] || apt_install "the metrics and Inception take turns with SciPy's and PyTorch's" \
    python3-scipy python3-torch python3-torchvision
  [ "${1:-}" != training ] || apt_install "training and generating take turns with PyTorch's" \
    python3-torch python3-onnx
  build
  dotnet run --project tests/MLNet.Gan.Benchmarks -c Release --no-build -- "$@" \
    || fail "The benchmark failed." "see the message above; what is done is kept, so run it again to go on."
}

command=${1:-build}
[ $# -gt 0 ] && shift
[ "${1:-}" = -- ] && shift
case $command in
  setup) setup ;;
  build) build ;;
  test) run_tests "$@" ;;
  demo) demo "$@" ;;
  bench) bench "$@" ;;
  format) setup && dotnet format MLNet.Gan.sln --exclude artifacts/ "$@" ;;
  *) usage; exit 2 ;;
esac
