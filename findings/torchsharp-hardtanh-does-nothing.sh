#!/usr/bin/env bash
# TorchSharp 0.107.0 (libtorch 2.10.0): Hardtanh returns its input.
#
# Hardtanh clips to [-1, 1] by default. The module, the function in nn.functional and the method of a tensor all return
# the values unchanged, whatever the limits are; clamp with the same limits clips. A generator that ends in Hardtanh is
# thus not bounded, and one that was trained in PyTorch computes something else after its weights are loaded.
#
# Seen here:
#   module: -3 0.5 3
#   functional: -3 0.5 3
#   method: -3 0.5 3
#   clamp: -1 0.5 1
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
using TorchSharp;
using static TorchSharp.torch;

using var x = tensor(new float[] { -3, 0.5f, 3 });
using var module = nn.Hardtanh();
Print("module", module.forward(x));
Print("functional", nn.functional.hardtanh(x, -1, 1));
Print("method", x.hardtanh(-1, 1));
Print("clamp", x.clamp(-1, 1));

static void Print(string name, Tensor values) => Console.WriteLine($"{name}: {string.Join(' ', values.data<float>().ToArray())}");
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
grep -qx "module: -3 0.5 3" seen
grep -qx "functional: -3 0.5 3" seen
grep -qx "method: -3 0.5 3" seen
grep -qx "clamp: -1 0.5 1" seen
echo "as described"
