#!/usr/bin/env bash
# Sets up, builds, tests and demonstrates MLNet.Gan. Every command installs what it lacks and is quick when nothing is.
set -euo pipefail
cd "$(dirname "$0")"

usage() {
  cat <<'TEXT'
usage: ./build.sh [setup|build|test|demo|bench|fuzz|gpu-check|format] [arguments]
  setup    install what is missing
  build    setup, then compile everything (the default)
  test     build, then run the tests; -- --settings tests/all.runsettings adds the slow ones
  demo     train on Fashion-MNIST in an ML.NET pipeline; writes artifacts/demo/ (--quick: 90 seconds)
  bench    measure: bench mixtures|digits|stacked|costs|stability|tables|rare-images [--seeds N]|metrics|training|growth; writes docs/benchmarks/;
           hours, but goes on where it stopped; bench micro: three small ones by BenchmarkDotNet, minutes, artifacts/bench/micro
  fuzz     READER [MINUTES]: give a reader of files (names: docs/security.md) what afl-fuzz makes of valid ones, 30 minutes by default
  gpu-check  the checks for a machine with a GPU, tried on the CPU in their short form; gpu-check pack packs them for one
             (tests/GpuCheck/README.md)
  format   bring all sources to the house style; --verify-no-changes only checks
TEXT
}

# Threads that wait must soon sleep: on a busy machine spinning ones made a step 27 times slower (docs/decisions/0004).
export GOMP_SPINCOUNT=${GOMP_SPINCOUNT:-2000}

step() { printf '• %s\n' "$*"; }
fail() { printf '\n✗ %s\n  What to do: %s\n' "$1" "$2" >&2; exit 1; }

# apt_install WHY PACKAGE...: installs those of the packages that are missing.
apt_install() {
  local why=$1 missing=() package root=()
  shift
  for package; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  step "Installing ${missing[*]} from apt: $why."
  [ "$(id -u)" -eq 0 ] || root=(sudo)
  mkdir -p artifacts
  "${root[@]}" apt-get update -qq \
    || fail "apt-get update failed." "check the network and that you may use apt (root or sudo), then run this again."
  # Behind sudo, which forgets variables: else a package could ask questions.
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" \
    > artifacts/apt.log 2>&1 \
    || { tail -n 20 artifacts/apt.log >&2; fail "apt could not install ${missing[*]}." "see artifacts/apt.log."; }
}

# Where there is an NVIDIA driver, and the feed has the packages of libtorch for it, the build is one for CUDA.
choose_runtime() {
  export TorchRuntime=${TorchRuntime:-}
  mkdir -p artifacts
  if [ -n "$TorchRuntime" ]; then step "TorchRuntime is $TorchRuntime, as you set it."
  elif [ ! -e /proc/driver/nvidia/version ]; then TorchRuntime=cpu; step "TorchRuntime is cpu: there is no NVIDIA driver."
  elif dotnet restore examples/02-Points -p:TorchRuntime=cuda --nologo --verbosity quiet > artifacts/cuda.log 2>&1; then
    TorchRuntime=cuda; step "TorchRuntime is cuda: there is an NVIDIA driver, and the feed has libtorch for it."
  else TorchRuntime=cpu; step "TorchRuntime is cpu: TorchSharp-cuda-linux cannot be restored (artifacts/cuda.log)."
  fi
}

setup() {
  for tool in dotnet:"the .NET 10 SDK" python3:python3 apt-get:"apt (Debian or a relative)"; do
    command -v "${tool%%:*}" >/dev/null || fail "${tool%%:*} is missing." "install ${tool#*:}."
  done
  choose_runtime
  apt_install "the Fashion-MNIST images that the demo and the tests learn from" dataset-fashion-mnist
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
  case ${1:-} in
    metrics) apt_install "the metrics and Inception take turns with SciPy's and PyTorch's, on a fast BLAS" \
      python3-scipy python3-torch python3-torchvision libopenblas0-openmp ;;
    training) apt_install "training and generating take turns with PyTorch's, on a fast BLAS" \
      python3-torch python3-onnx libopenblas0-openmp ;;
    tables) apt_install "real tables, and peers that learn from them, on a fast BLAS" python3-torch python3-sklearn \
      python3-imblearn libopenblas0-openmp r-cran-mlbench r-cran-caret r-cran-kernlab ;;
  esac
  build
  dotnet run --project tests/MLNet.Gan.Benchmarks -c Release --no-build -- "$@" \
    || fail "The benchmark failed." "see the message above; what is done is kept, so run it again to go on."
}

fuzz() {
  local reader=${1:-} minutes=${2:-30} bin=artifacts/fuzz/bin work
  [ -n "$reader" ] || { usage; exit 2; }
  work=artifacts/fuzz/$reader
  apt_install "afl-fuzz makes the inputs" afl++
  setup
  step "Building for afl-fuzz."
  [ -x artifacts/fuzz/tools/sharpfuzz ] \
    || dotnet tool install SharpFuzz.CommandLine --version 2.3.0 --tool-path artifacts/fuzz/tools > artifacts/fuzz.log 2>&1 \
    || fail "SharpFuzz.CommandLine could not be installed." "see artifacts/fuzz.log."
  rm -rf "$bin"
  dotnet publish tests/MLNet.Gan.Fuzz -c Release --nologo --verbosity quiet -o "$bin" || fail "The build failed." "see the errors above."
  dotnet "$bin/MLNet.Gan.Fuzz.dll" "$reader" --seeds "$work/seeds" || fail "There is no reader '$reader'." "see the list above."
  for library in MLNet.Gan.Runtime MLNet.Gan gan-fid; do
    artifacts/fuzz/tools/sharpfuzz "$bin/$library.dll" || fail "$library.dll could not be instrumented." "see the message above."
  done
  step "Reading what afl-fuzz makes of $work/seeds, for $minutes minutes."
  AFL_AUTORESUME=1 AFL_SKIP_BIN_CHECK=1 AFL_SKIP_CPUFREQ=1 AFL_NO_AFFINITY=1 AFL_NO_UI=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 \
    afl-fuzz -i "$work/seeds" -o "$work/out" -m none -t 10000 -V $((60 * minutes)) -- dotnet "$bin/MLNet.Gan.Fuzz.dll" "$reader" \
    > "$work/log" 2>&1 || fail "afl-fuzz ended early." "see $work/log."
  grep -E '^(run_time|execs_done|corpus_count|saved_crashes|saved_hangs) ' "$work/out/default/fuzzer_stats"
  grep -qE '^saved_(crashes|hangs) +: [1-9]' "$work/out/default/fuzzer_stats" \
    && fail "The reader did not keep its promise." "see $work/out/default/crashes and hangs; 'dotnet $bin/MLNet.Gan.Fuzz.dll $reader FILE' repeats one."
  dotnet "$bin/MLNet.Gan.Fuzz.dll" "$reader" --keep "$work/out/default/queue" "tests/MLNet.Gan.Fuzz/Corpus/$reader.zip"
}

gpu_check() {
  case ${1:-} in
    pack) setup; tests/GpuCheck/pack.sh || fail "The checks could not be packed." "see the message above." ;;
    *) build
      step "Checking on the CPU what the GPU kit checks."
      GAN_CHECK_DEVICE=cpu dotnet run --project tests/GpuCheck -c Release --no-build -- short \
        || fail "A check failed." "see its line above." ;;
  esac
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
  fuzz) fuzz "$@" ;;
  gpu-check) gpu_check "$@" ;;
  format) setup && dotnet format MLNet.Gan.sln --exclude artifacts/ "$@" ;;
  *) usage; exit 2 ;;
esac
