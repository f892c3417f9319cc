#!/usr/bin/env bash
# ML.NET 5.0.1: a member with [KeyType] is not read back as it was written: what went in as 0 comes out as 1.
#
# LoadFromEnumerable takes such a member for the class counted from 0 and stores one more, since a key's 0 means "missing";
# CreateEnumerable hands out the stored number. So rows that are read and loaded again, with one class and nothing in
# between, move every label to the next class, and the last class becomes missing; nothing is said. Custom mappings do
# the same: their inputs are the stored numbers, their outputs are raised by one.
#
# Seen here, of the labels 0 1 2 of three classes:
#   read once: 1 2 3
#   loaded again and read: 2 3 0
#   through a custom mapping that copies: 2 3 0
#
# Needs the .NET 10 SDK and a feed with the package.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > Program.csproj <<'X'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Microsoft.ML" Version="5.0.1" />
  </ItemGroup>
</Project>
X
cat > Program.cs <<'X'
using System;
using System.Linq;
using Microsoft.ML;
using Microsoft.ML.Data;

var ml = new MLContext();
Row[] Read(IDataView view) => ml.Data.CreateEnumerable<Row>(view, reuseRowObject: false).ToArray();
void Print(string name, Row[] rows) => Console.WriteLine($"{name}: {string.Join(' ', rows.Select(row => row.Label))}");

var view = ml.Data.LoadFromEnumerable(new Row[] { new() { Label = 0 }, new() { Label = 1 }, new() { Label = 2 } });
var once = Read(view);
Print("read once", once);
Print("loaded again and read", Read(ml.Data.LoadFromEnumerable(once)));

var copy = ml.Transforms.CustomMapping<Row, Copy>((row, copied) => copied.Label = row.Label, null).Fit(view).Transform(view);
Console.WriteLine($"through a custom mapping that copies: {string.Join(' ', copy.GetColumn<uint>("Copied"))}");

public class Row
{
    [KeyType(3)]
    public uint Label { get; set; }
}

public class Copy
{
    [KeyType(3), ColumnName("Copied")]
    public uint Label { get; set; }
}
X
dotnet build -v q --nologo >build.log 2>&1 || { cat build.log; exit 1; }
dotnet "$(find bin -name Program.dll)" | tee seen
grep -qx "read once: 1 2 3" seen
grep -qx "loaded again and read: 2 3 0" seen
grep -qx "through a custom mapping that copies: 2 3 0" seen
echo "as described"
