namespace MLNet.Gan;

/// <summary>Lists of which only the first few are written.</summary>
internal static class Listed
{
    private const int Shown = 3;

    /// <summary>Returns "'a', 'b', 'c' and 2 more".</summary>
    public static string Names(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(Shown).Select(name => $"'{name}'")) + (names.Count > Shown ? $" and {names.Count - Shown} more" : "");
}
