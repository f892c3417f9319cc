namespace MLNet.Gan.Tests.Support;

/// <summary>A clock that goes on only when it is told to.</summary>
internal sealed class SteppingClock : TimeProvider
{
    private long _seconds;

    public override long TimestampFrequency => 1;

    public override long GetTimestamp() => _seconds;

    public void Tick() => _seconds++;
}
