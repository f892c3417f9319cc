#!/usr/bin/env bash
# TorchSharp 0.107.0 (libtorch 2.10.0): a transposed convolution takes the output padding of its first axis for both.
#
# ConvTranspose2d is given an output padding of (0, 1), and its property says (0, 1). For an input of 2 x 2, a kernel of 3 and a
# stride of 2 the output then has (2 - 1) * 2 + 3 = 5 rows and 5 + 1 = 6 columns by PyTorch's formula; TorchSharp's has 5 x 5.
# With (1, 0) it has 6 x 6. The function in nn.functional takes both.
#
# Seen here:
#   module (0, 1): 5 x 5
#   module (1, 0): 6 x 6
#   functional (0, 1): 5 x 6
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

using var x = ones(1, 1, 2, 2);
using var wide = nn.ConvTranspose2d(1, 1, (3, 3), stride: (2, 2), output_padding: (0, 1));
using var high = nn.ConvTranspose2d(1, 1, (3, 3), stride: (2, 2), output_padding: (1, 0));
Print("module (0, 1)", wide.forward(x));
Print("module (1, 0)", high.forward(x));
Print("functional (0, 1)", nn.functional.conv_transpose2d(x, ones(1, 1, 3, 3), strides: [2L, 2L], output_padding: [0L, 1L]));

static void Print(string name, Tensor values) => Console.WriteLine($"{name}: {values.shape[2]} x {values.shape[3]}");
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
grep -qx "module (0, 1): 5 x 5" seen
grep -qx "module (1, 0): 6 x 6" seen
grep -qx "functional (0, 1): 5 x 6" seen
echo "as described"
