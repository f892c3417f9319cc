using System.Collections.Concurrent;

namespace MLNet.Gan;

/// <summary>A generator of table rows in a saved pipeline.</summary>
internal sealed class SavedTable
{
    private const string Mark = "table:"; // Saved pipelines contain it: never change it.
    private readonly ConcurrentBag<SavedTableRow> _free = []; // A row is one thread's while it is completed.

    /// <param name="text">Its ONNX file, as text.</param>
    public SavedTable(string text) => Session = new(File(text)!);

    private TableSession Session { get; }

    /// <summary>Returns a generator as text.</summary>
    public static string Text(byte[] file) => Mark + Convert.ToBase64String(file);

    /// <summary>Returns the generator of a text; null where it is no table's.</summary>
    public static byte[]? File(string text) =>
        text.StartsWith(Mark, StringComparison.Ordinal) ? Convert.FromBase64String(text[Mark.Length..]) : null;

    /// <summary>Completes a row.</summary>
    public void Complete(object row, object completed)
    {
        if (!_free.TryTake(out var table))
            table = new(Session);
        table.Complete(row, completed);
        _free.Add(table);
    }
}
