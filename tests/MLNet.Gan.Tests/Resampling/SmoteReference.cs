using System.Text.Json;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Resampling;

/// <summary>What imbalanced-learn 0.10.0 makes of small tables, by smote.py.</summary>
internal static class SmoteReference
{
    private static readonly JsonElement Root = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(Repository.Root, "tests/MLNet.Gan.Tests/Resampling/smote.json"))).RootElement;

    public static JsonElement Of(string name) => Root.GetProperty(name);

    public static double[][] Rows(this JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(row => row.EnumerateArray().Select(value => value.GetDouble()).ToArray())];

    public static int[][] Indices(this JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(row => row.EnumerateArray().Select(value => value.GetInt32()).ToArray())];

    public static int[] Integers(this JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(value => value.GetInt32())];

    public static double Number(this JsonElement element, string name) => element.GetProperty(name).GetDouble();

    /// <summary>Rows of categories: two numbers, a text and a Boolean.</summary>
    public static MixedRow[] Mixed(this JsonElement element, string name, bool isRare) =>
    [
        .. element.GetProperty(name).EnumerateArray().Select(row => new MixedRow
        {
            Label = isRare, A = row[0].GetDouble(), B = row[1].GetDouble(), Kind = row[2].GetString()!, Flag = row[3].GetInt32() == 1,
        }),
    ];
}

internal sealed class MixedRow
{
    public bool Label { get; set; }

    public double A { get; set; }

    public double B { get; set; }

    public string Kind { get; set; } = "";

    public bool Flag { get; set; }
}
