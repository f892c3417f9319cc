using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace MLNet.Gan.Tests.Support;

/// <summary>A context whose warnings are kept.</summary>
internal sealed class Warned
{
    private readonly List<string> _warnings = [];

    public Warned() => Context.Log += (_, entry) =>
    {
        if (entry.Kind == ChannelMessageKind.Warning)
            _warnings.Add(entry.RawMessage);
    };

    public MLContext Context { get; } = new();

    /// <summary>The messages of the warnings so far.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    public void Deconstruct(out MLContext context, out IReadOnlyList<string> warnings) => (context, warnings) = (Context, Warnings);
}
