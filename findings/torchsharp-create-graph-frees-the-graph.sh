#!/usr/bin/env bash
# TorchSharp 0.107.0 (libtorch 2.10.0): autograd.grad with create_graph: true frees the graph that it walked.
#
# In PyTorch, retain_graph takes the value of create_graph where it is not given, so a gradient penalty can be added to a
# loss and both go through one backward(). TorchSharp's retain_graph is false by default, whatever create_graph is: the
# penalty's graph exists, but that of the loss is gone, and backward() of the sum throws. retain_graph: true cures it.
#
# Seen here:
#   TorchSharp, create_graph alone: Trying to backward through the graph a second time
#   TorchSharp, retain_graph too: gradient 18
#   PyTorch, create_graph alone: gradient 18
#
# Needs the .NET 10 SDK and a feed with the packages, python3; the last line also Debian's python3-torch.
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
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="TorchSharp" Version="0.107.0" />
    <PackageReference Include="libtorch-cpu-linux-x64" Version="2.10.0" />
    <PackageReference Include="SkiaSharp" Version="2.88.9" />
  </ItemGroup>
</Project>
X
cat > Program.cs <<'X'
using TorchSharp;
using static TorchSharp.torch;

void Try(string name, bool retain)
{
    var w = tensor(3f, requires_grad: true);
    var x = tensor(1f, requires_grad: true);
    var y = (w * x).square();
    try
    {
        // dy/dx = 2w²x = 18, and y + dy/dx = w²x² + 2w²x has the derivative 2wx² + 4wx = 18 with respect to w.
        var slope = autograd.grad([y], [x], retain_graph: retain, create_graph: true)[0];
        (y + slope).backward();
        System.Console.WriteLine($"{name}: gradient {w.grad!.item<float>()}");
    }
    catch (System.Runtime.InteropServices.ExternalException e)
    {
        System.Console.WriteLine($"{name}: {e.Message[..e.Message.IndexOf(" (or")]}");
    }
}

Try("TorchSharp, create_graph alone", retain: false);
Try("TorchSharp, retain_graph too", retain: true);
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
if /usr/bin/python3 -c 'import torch' 2>/dev/null; then
  /usr/bin/python3 - <<'X' | tee -a seen
import torch
w, x = torch.tensor(3.0, requires_grad=True), torch.tensor(1.0, requires_grad=True)
y = (w * x).square()
slope, = torch.autograd.grad(y, x, create_graph=True)
(y + slope).backward()
print(f"PyTorch, create_graph alone: gradient {w.grad.item():g}")
X
  grep -qx "PyTorch, create_graph alone: gradient 18" seen
fi
grep -qx "TorchSharp, create_graph alone: Trying to backward through the graph a second time" seen
grep -qx "TorchSharp, retain_graph too: gradient 18" seen
echo "as described"
