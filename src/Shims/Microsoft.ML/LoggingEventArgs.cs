using Microsoft.ML.Runtime;

namespace Microsoft.ML;

/// <summary>One message of <see cref="MLContext.Log"/>.</summary>
public sealed class LoggingEventArgs : EventArgs
{
    public LoggingEventArgs(string message) => Message = RawMessage = message;

    public LoggingEventArgs(string message, ChannelMessageKind kind, string source)
    {
        (RawMessage, Kind, Source) = (message, kind, source);
        Message = $"[Source={source}, Kind={kind}] {message}";
    }

    public string Message { get; }

    public string RawMessage { get; }

    public string Source { get; } = "";

    public ChannelMessageKind Kind { get; }
}
