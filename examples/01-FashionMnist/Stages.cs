using System.Diagnostics;

namespace FashionMnist;

/// <summary>How long each stage of the demo took.</summary>
internal sealed class Stages
{
    private readonly List<(string Name, TimeSpan Time)> _done = [];
    private long _start = Stopwatch.GetTimestamp();

    public IReadOnlyList<(string Name, TimeSpan Time)> All => _done;

    public void Done(string name)
    {
        _done.Add((name, Stopwatch.GetElapsedTime(_start)));
        _start = Stopwatch.GetTimestamp();
    }
}
