namespace MLNet.Gan.Metrics;

/// <summary>The 94 convolutions of Inception v3 (Szegedy et al., 2016), in torchvision's order.</summary>
internal static class InceptionConvolutions
{
    public static IReadOnlyList<InceptionConvolution> All { get; } =
    [
        new("Conv2d_1a_3x3", 32, 3, 3, 3, 2, false),
        new("Conv2d_2a_3x3", 32, 32, 3, 3, 1, false),
        new("Conv2d_2b_3x3", 64, 32, 3, 3, 1, true),
        new("Conv2d_3b_1x1", 80, 64, 1, 1, 1, true),
        new("Conv2d_4a_3x3", 192, 80, 3, 3, 1, false),
        .. FiveByFive("Mixed_5b", 192, pooled: 32),
        .. FiveByFive("Mixed_5c", 256, pooled: 64),
        .. FiveByFive("Mixed_5d", 288, pooled: 64),
        new("Mixed_6a.branch3x3", 384, 288, 3, 3, 2, false),
        new("Mixed_6a.branch3x3dbl_1", 64, 288, 1, 1, 1, true),
        new("Mixed_6a.branch3x3dbl_2", 96, 64, 3, 3, 1, true),
        new("Mixed_6a.branch3x3dbl_3", 96, 96, 3, 3, 2, false),
        .. SevenBySeven("Mixed_6b", inner: 128),
        .. SevenBySeven("Mixed_6c", inner: 160),
        .. SevenBySeven("Mixed_6d", inner: 160),
        .. SevenBySeven("Mixed_6e", inner: 192),
        new("Mixed_7a.branch3x3_1", 192, 768, 1, 1, 1, true),
        new("Mixed_7a.branch3x3_2", 320, 192, 3, 3, 2, false),
        new("Mixed_7a.branch7x7x3_1", 192, 768, 1, 1, 1, true),
        new("Mixed_7a.branch7x7x3_2", 192, 192, 1, 7, 1, true),
        new("Mixed_7a.branch7x7x3_3", 192, 192, 7, 1, 1, true),
        new("Mixed_7a.branch7x7x3_4", 192, 192, 3, 3, 2, false),
        .. Expanded("Mixed_7b", 1280),
        .. Expanded("Mixed_7c", 2048),
    ];

    private static IEnumerable<InceptionConvolution> FiveByFive(string block, int inputs, int pooled) =>
    [
        new($"{block}.branch1x1", 64, inputs, 1, 1, 1, true),
        new($"{block}.branch5x5_1", 48, inputs, 1, 1, 1, true),
        new($"{block}.branch5x5_2", 64, 48, 5, 5, 1, true),
        new($"{block}.branch3x3dbl_1", 64, inputs, 1, 1, 1, true),
        new($"{block}.branch3x3dbl_2", 96, 64, 3, 3, 1, true),
        new($"{block}.branch3x3dbl_3", 96, 96, 3, 3, 1, true),
        new($"{block}.branch_pool", pooled, inputs, 1, 1, 1, true),
    ];

    private static IEnumerable<InceptionConvolution> SevenBySeven(string block, int inner) =>
    [
        new($"{block}.branch1x1", 192, 768, 1, 1, 1, true),
        new($"{block}.branch7x7_1", inner, 768, 1, 1, 1, true),
        new($"{block}.branch7x7_2", inner, inner, 1, 7, 1, true),
        new($"{block}.branch7x7_3", 192, inner, 7, 1, 1, true),
        new($"{block}.branch7x7dbl_1", inner, 768, 1, 1, 1, true),
        new($"{block}.branch7x7dbl_2", inner, inner, 7, 1, 1, true),
        new($"{block}.branch7x7dbl_3", inner, inner, 1, 7, 1, true),
        new($"{block}.branch7x7dbl_4", inner, inner, 7, 1, 1, true),
        new($"{block}.branch7x7dbl_5", 192, inner, 1, 7, 1, true),
        new($"{block}.branch_pool", 192, 768, 1, 1, 1, true),
    ];

    private static IEnumerable<InceptionConvolution> Expanded(string block, int inputs) =>
    [
        new($"{block}.branch1x1", 320, inputs, 1, 1, 1, true),
        new($"{block}.branch3x3_1", 384, inputs, 1, 1, 1, true),
        new($"{block}.branch3x3_2a", 384, 384, 1, 3, 1, true),
        new($"{block}.branch3x3_2b", 384, 384, 3, 1, 1, true),
        new($"{block}.branch3x3dbl_1", 448, inputs, 1, 1, 1, true),
        new($"{block}.branch3x3dbl_2", 384, 448, 3, 3, 1, true),
        new($"{block}.branch3x3dbl_3a", 384, 384, 1, 3, 1, true),
        new($"{block}.branch3x3dbl_3b", 384, 384, 3, 1, 1, true),
        new($"{block}.branch_pool", 192, inputs, 1, 1, 1, true),
    ];
}
