namespace MLNet.Gan.Metrics;

/// <summary>
/// Which scope of the Inception graph of December 2015 is which layer of torchvision's network. Scopes were numbered as the
/// graph was built, so the blocks count from mixed to mixed_10, and a tower of a block is a branch.
/// </summary>
internal static class GraphDefNames
{
    /// <summary>The 94 convolutions: scope and layer.</summary>
    public static IReadOnlyList<(string Scope, string Layer)> Convolutions { get; } =
    [
        ("conv", "Conv2d_1a_3x3"), ("conv_1", "Conv2d_2a_3x3"), ("conv_2", "Conv2d_2b_3x3"),
        ("conv_3", "Conv2d_3b_1x1"), ("conv_4", "Conv2d_4a_3x3"),
        .. Block("mixed", "Mixed_5b", Wide), .. Block("mixed_1", "Mixed_5c", Wide), .. Block("mixed_2", "Mixed_5d", Wide),
        .. Block("mixed_3", "Mixed_6a", [("conv", "3x3"), .. Chain("tower", "3x3dbl", 3)]),
        .. Block("mixed_4", "Mixed_6b", Factored), .. Block("mixed_5", "Mixed_6c", Factored),
        .. Block("mixed_6", "Mixed_6d", Factored), .. Block("mixed_7", "Mixed_6e", Factored),
        .. Block("mixed_8", "Mixed_7a", [.. Chain("tower", "3x3", 2), .. Chain("tower_1", "7x7x3", 4)]),
        .. Block("mixed_9", "Mixed_7b", Forked), .. Block("mixed_10", "Mixed_7c", Forked),
    ];

    private static IEnumerable<(string, string)> Wide =>
        [Single, .. Chain("tower", "5x5", 2), .. Chain("tower_1", "3x3dbl", 3), Pool];

    private static IEnumerable<(string, string)> Factored =>
        [Single, .. Chain("tower", "7x7", 3), .. Chain("tower_1", "7x7dbl", 5), Pool];

    private static IEnumerable<(string, string)> Forked =>
    [
        Single, .. Chain("tower", "3x3", 1), .. Fork("tower", "3x3_2"),
        .. Chain("tower_1", "3x3dbl", 2), .. Fork("tower_1", "3x3dbl_3"), Pool,
    ];

    private static (string, string) Single => ("conv", "1x1");

    private static (string, string) Pool => ("tower_2/conv", "_pool");

    private static IEnumerable<(string, string)> Chain(string tower, string branch, int length) =>
        Enumerable.Range(0, length).Select(i => ($"{tower}/{(i == 0 ? "conv" : $"conv_{i}")}", $"{branch}_{i + 1}"));

    private static (string, string)[] Fork(string tower, string branch) =>
        [($"{tower}/mixed/conv", $"{branch}a"), ($"{tower}/mixed/conv_1", $"{branch}b")];

    private static IEnumerable<(string, string)> Block(
        string scope, string layer, IEnumerable<(string Scope, string Branch)> branches) =>
        branches.Select(branch => ($"{scope}/{branch.Scope}", $"{layer}.branch{branch.Branch}"));
}
