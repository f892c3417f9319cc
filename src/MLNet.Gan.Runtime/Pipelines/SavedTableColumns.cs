namespace MLNet.Gan;

/// <summary>The columns of a saved table's chain. Saved pipelines contain these names: never change them.</summary>
internal static class SavedTableColumns
{
    /// <summary>The copy of a column of the table.</summary>
    public static string Given(int place) => FormattableString.Invariant($"MLNet.Gan.Table.{place}");

    /// <summary>The completed column.</summary>
    public static string Completed(int place) => FormattableString.Invariant($"MLNet.Gan.Completed.{place}");

    /// <summary>The field of a column in the classes of <see cref="TableAssemblies"/>.</summary>
    public static string Field(int place) => FormattableString.Invariant($"Value{place}");
}
