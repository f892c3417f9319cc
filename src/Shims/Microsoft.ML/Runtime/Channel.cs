using System.Diagnostics;
using System.Globalization;

namespace Microsoft.ML.Runtime;

/// <summary>Sends messages to the listener of the root, between traces of its own start and end.</summary>
internal sealed class Channel : IChannel
{
    private readonly Host _host;
    private readonly string _source;
    private readonly long _start = Stopwatch.GetTimestamp();
    private bool _disposed;

    public Channel(Host host, string source)
    {
        (_host, _source) = (host, source);
        Send(ChannelMessageKind.Trace, "Channel started");
    }

    public void Trace(MessageSensitivity sensitivity, string fmt) => Send(ChannelMessageKind.Trace, fmt);

    public void Trace(MessageSensitivity sensitivity, string fmt, params object[] args) =>
        Send(ChannelMessageKind.Trace, fmt, args);

    public void Info(MessageSensitivity sensitivity, string fmt) => Send(ChannelMessageKind.Info, fmt);

    public void Info(MessageSensitivity sensitivity, string fmt, params object[] args) =>
        Send(ChannelMessageKind.Info, fmt, args);

    public void Warning(MessageSensitivity sensitivity, string fmt) => Send(ChannelMessageKind.Warning, fmt);

    public void Warning(MessageSensitivity sensitivity, string fmt, params object[] args) =>
        Send(ChannelMessageKind.Warning, fmt, args);

    public void Error(MessageSensitivity sensitivity, string fmt) => Send(ChannelMessageKind.Error, fmt);

    public void Error(MessageSensitivity sensitivity, string fmt, params object[] args) =>
        Send(ChannelMessageKind.Error, fmt, args);

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        Send(ChannelMessageKind.Trace, "Channel finished. Elapsed {0:c}.", Stopwatch.GetElapsedTime(_start));
        Send(ChannelMessageKind.Trace, "Channel disposed");
    }

    private void Send(ChannelMessageKind kind, string format, params object[] args) =>
        Send(kind, string.Format(CultureInfo.InvariantCulture, format, args));

    private void Send(ChannelMessageKind kind, string text) => _host.Send(new(text, kind, _source));
}
