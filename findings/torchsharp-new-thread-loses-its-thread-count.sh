#!/usr/bin/env bash
# TorchSharp 0.107.0 (libtorch 2.10.0): a thread's own number of CPU threads is lost to another thread's.
#
# set_num_threads holds for the calling thread: two threads that have computed before keep different numbers. A thread
# that has computed nothing yet loses the number that it set: at its first read or tensor operation it takes over the one
# that any thread of the process set last. Two trainings that start at once, each on a thread of its own, can thus run
# with the same number, and one of them puts the other's number "back" when it ends. Reading the number once before
# setting it prevents that.
#
# Seen here:
#   new thread, set to 3 while another sets 5: 5
#   new thread, read first, then the same: 3
#
# Needs the .NET 10 SDK and a feed with the packages.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > Program.csproj <<'X'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <UseCurrentRuntimeIdentifier>true</UseCurrentRuntimeIdentifier>
    <SelfContained>false</SelfContained>
    <InvariantGlobalization>true</InvariantGlobalization>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="TorchSharp" Version="0.107.0" />
    <PackageReference Include="libtorch-cpu-linux-x64" Version="2.10.0" />
    <PackageReference Include="SkiaSharp" Version="2.88.9" />
  </ItemGroup>
</Project>
X
cat > Program.cs <<'X'
using System;
using System.Threading;
using static TorchSharp.torch;

Console.WriteLine($"new thread, set to 3 while another sets 5: {OwnNumber(readsFirst: false)}");
Console.WriteLine($"new thread, read first, then the same: {OwnNumber(readsFirst: true)}");

static int OwnNumber(bool readsFirst)
{
    var found = 0;
    var one = new Thread(() =>
    {
        if (readsFirst)
            get_num_threads();
        set_num_threads(3);
        var other = new Thread(() => set_num_threads(5));
        other.Start();
        other.Join();
        found = get_num_threads();
    });
    one.Start();
    one.Join();
    return found;
}
X
dotnet build -v q --nologo >build.log 2>&1 || { cat build.log; exit 1; }

# On systems whose libstdc++ is older than GCC 13's the native file does not load: make its need of it optional, in a copy.
bin=$(dirname "$(find bin -name Program.dll)")
python3 - "$bin/libLibTorchSharp.so" <<'X'
import struct, sys
data = bytearray(open(sys.argv[1], "rb").read())
start, = struct.unpack_from("<Q", data, 40)
size, count = struct.unpack_from("<HH", data, 58)
sections = [struct.unpack_from("<IIQQQQIIQQ", data, start + i * size) for i in range(count)]
for section in (s for s in sections if s[1] == 0x6ffffffe):
    names, at = sections[section[6]][4], section[4]
    for _ in range(section[7]):
        _, entries, _, first, following = struct.unpack_from("<HHIII", data, at)
        entry = at + first
        for _ in range(entries):
            _, flags, _, name, step = struct.unpack_from("<IHHII", data, entry)
            if data[names + name:].startswith(b"GLIBCXX_3.4.32\0"):
                struct.pack_into("<H", data, entry + 4, flags | 2)
            entry += step
        at += following
open(sys.argv[1], "wb").write(data)
X
dotnet "$bin/Program.dll" | tee seen
grep -qx "new thread, set to 3 while another sets 5: 5" seen
grep -qx "new thread, read first, then the same: 3" seen
echo "as described"
