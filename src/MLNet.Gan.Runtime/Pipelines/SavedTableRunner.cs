using System.ComponentModel;
using System.Reflection;

namespace MLNet.Gan;

/// <summary>Completes rows of a saved table. For the chain's own classes, not for callers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SavedTableRunner
{
    private static readonly Decoded<SavedTable> Known = new(text => new(text));

    /// <summary>Completes a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="completed">The completed row.</param>
    public static void Run(object row, object completed)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(completed);
        var payload = (ReadOnlyMemory<char>)row.GetType().GetField(nameof(SavedGeneratorInput.Payload), BindingFlags.Instance | BindingFlags.Public)!.GetValue(row)!;
        Known.Of(payload).Complete(row, completed);
    }
}
