using Microsoft.ML.Runtime;

namespace Microsoft.ML;

/// <summary>One message of <see cref="MLContext.Log"/>.</summary>
public sealed class LoggingEventArgs : EventArgs
{
    internal LoggingEventArgs(string message, ChannelMessageKind kind, string source)
    {
        (RawMessage, Kind, Source) = (message, kind, source);
        Message = $"[Source={source}, Kind={kind}] {message}";
    }

    /// <summary>“[Source=…, Kind=…]” and the raw message.</summary>
    public string Message { get; }

    /// <summary>What the component wrote.</summary>
    public string RawMessage { get; }

    /// <summary>The component and its channel, for example “Gan; Training”.</summary>
    public string Source { get; }

    /// <summary>How much the message matters.</summary>
    public ChannelMessageKind Kind { get; }
}
