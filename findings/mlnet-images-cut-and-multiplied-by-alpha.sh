#!/usr/bin/env bash
# ML.NET 5.0.1 with SkiaSharp 2.88.9: images that are decoded to other pixels than their files hold, without a word.
#
# 1. MLImage.CreateFromStream (and LoadImages) decodes a truncated PNG or JPEG: the rows that are missing are transparent black.
#    SKBitmap.Decode discards what SKCodec.GetPixels says, which is IncompleteInput.
# 2. Colors are multiplied by alpha (SKAlphaType.Premul), though MLPixelFormat.Bgra32 does not say so: (200, 100, 50, 51) becomes
#    (40, 20, 10, 51). PIL, OpenCV and ImageSharp give the colors of the file.
#
# Seen here:
#   whole: 0 of 1024 pixels transparent
#   cut after three quarters: 576 of 1024 pixels transparent, no exception
#   SKCodec says IncompleteInput
#   red 200 with alpha 51 becomes 40
#
# Needs the .NET 10 SDK and a feed with the packages.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > Program.csproj <<'P'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Microsoft.ML.ImageAnalytics" Version="5.0.1" />
    <PackageReference Include="SkiaSharp" Version="2.88.9" />
    <PackageReference Include="SkiaSharp.NativeAssets.Linux.NoDependencies" Version="2.88.9" />
  </ItemGroup>
</Project>
P
cat > Program.cs <<'P'
using System;
using System.IO;
using System.Linq;
using Microsoft.ML.Data;
using SkiaSharp;

var bitmap = new SKBitmap(new SKImageInfo(32, 32, SKColorType.Rgba8888, SKAlphaType.Opaque));
for (var i = 0; i < 1024; i++)
    bitmap.SetPixel(i % 32, i / 32, new SKColor((byte)(i * 37), (byte)(i * 91), (byte)(i * 53)));
var file = bitmap.Encode(SKEncodedImageFormat.Jpeg, 95).ToArray();
var cut = file[..(file.Length * 3 / 4)];
int Transparent(byte[] bytes)
{
    using var image = MLImage.CreateFromStream(new MemoryStream(bytes));
    return image.Pixels.ToArray().Where((_, i) => i % 4 == 3).Count(alpha => alpha == 0);
}

Console.WriteLine($"whole: {Transparent(file)} of 1024 pixels transparent");
Console.WriteLine($"cut after three quarters: {Transparent(cut)} of 1024 pixels transparent, no exception");
using var codec = SKCodec.Create(SKData.CreateCopy(cut));
Console.WriteLine($"SKCodec says {codec.GetPixels(codec.Info, out _)}");
var clear = new SKBitmap(new SKImageInfo(1, 1, SKColorType.Rgba8888, SKAlphaType.Unpremul));
clear.SetPixel(0, 0, new SKColor(200, 100, 50, 51));
using var decoded = MLImage.CreateFromStream(new MemoryStream(clear.Encode(SKEncodedImageFormat.Png, 100).ToArray()));
Console.WriteLine($"red 200 with alpha 51 becomes {decoded.Pixels[decoded.PixelFormat == MLPixelFormat.Bgra32 ? 2 : 0]}");
P
dotnet build -v q --nologo >build.log 2>&1 || { cat build.log; exit 1; }
dotnet "$(find bin -name Program.dll)" | tee seen
grep -qx "whole: 0 of 1024 pixels transparent" seen
grep -qE "^cut after three quarters: [1-9][0-9]* of 1024 pixels transparent, no exception$" seen
grep -qx "SKCodec says IncompleteInput" seen
grep -qx "red 200 with alpha 51 becomes 40" seen
echo "as described"
