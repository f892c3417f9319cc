namespace MLNet.Gan;

/// <summary>A record that is part of the options, and checks itself against the rest of them.</summary>
public interface IChoice
{
    /// <summary>The choices that this one is composed of; default none.</summary>
    IEnumerable<object?> Parts => [];

    /// <summary>
    /// Returns the incompatibilities of this choice with the others, in whole sentences with a solution; default
    /// none.
    /// </summary>
    IEnumerable<string> Problems(GanSetup setup) => [];
}
