namespace MLNet.Gan;

/// <summary>Words for damaged images.</summary>
internal static class ImageDamage
{
    /// <summary>Returns a predicate.</summary>
    /// <param name="where">What the file does too early.</param>
    public static string CutShort(string where) => $"is cut short: the file {where}. Copy or download it again.";
}
