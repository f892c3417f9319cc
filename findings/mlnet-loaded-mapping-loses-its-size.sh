#!/usr/bin/env bash
# ML.NET 5.0.1: a pipeline of a custom mapping and a trainer that fits, predicts, saves and loads, but then cannot run.
#
# CustomMapping takes a SchemaDefinition for its output, by which a vector gets a size that is known at run time only. The
# trainer behind it needs that size. Model.Save writes no schema, only the contract's name, so the loaded mapping has the
# size of the class's attribute, here none; the model loads without a word, and Transform of every view throws. A size in
# [VectorType(n)] of the class survives, but must be a constant.
#
# Seen here:
#   before saving: Vector<Single, 2>, 4 scores
#   Model.Load: no complaint
#   after loading: Schema mismatch for feature column 'Made': expected Vector<Single, 2>, got Vector<Single>
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
using System.IO;
using System.Linq;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

var ml = new MLContext(1);
var size = 2; // As if it had been read from a file.
var schema = SchemaDefinition.Create(typeof(Made), SchemaDefinition.Direction.Write);
schema["Made"].ColumnType = new VectorDataViewType(NumberDataViewType.Single, size);
var view = ml.Data.LoadFromEnumerable(new Row[] { new() { X = 1 }, new() { X = 2 }, new() { X = 8 }, new() { X = 9 } });

var model = ml.Transforms.CustomMapping<Row, Made>(MadeFactory.Map, "Made", null, schema)
    .Append(ml.Clustering.Trainers.KMeans("Made", numberOfClusters: 2))
    .Fit(view);
var output = model.Transform(view);
Console.WriteLine($"before saving: {output.Schema["Made"].Type}, {output.GetColumn<float[]>("Score").Count()} scores");

var file = new MemoryStream();
ml.Model.Save(model, view.Schema, file);
file.Position = 0;
var loaded = new MLContext().Model.Load(file, out _);
Console.WriteLine("Model.Load: no complaint");
try
{
    loaded.Transform(view);
    Console.WriteLine("after loading: works");
}
catch (ArgumentOutOfRangeException e)
{
    Console.WriteLine($"after loading: {e.Message[..e.Message.IndexOf(" (Parameter")]}");
}

public class Row
{
    public float X { get; set; }
}

public class Made
{
    [ColumnName("Made"), VectorType]
    public float[] Values { get; set; }
}

[CustomMappingFactoryAttribute("Made")]
public class MadeFactory : CustomMappingFactory<Row, Made>
{
    public static void Map(Row row, Made made) => made.Values = new[] { row.X, -row.X };

    public override Action<Row, Made> GetMapping() => Map;
}
X
dotnet build -v q --nologo >build.log 2>&1 || { cat build.log; exit 1; }
dotnet "$(find bin -name Program.dll)" | tee seen
grep -qx "before saving: Vector<Single, 2>, 4 scores" seen
grep -qx "Model.Load: no complaint" seen
grep -qx "after loading: Schema mismatch for feature column 'Made': expected Vector<Single, 2>, got Vector<Single>" seen
echo "as described"
