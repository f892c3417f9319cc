namespace MLNet.Gan;

/// <summary>A record that is part of the options, and can say what does not go together with the rest of them.</summary>
public interface IChoice
{
    /// <summary>The choices that this one is made of; default none.</summary>
    IEnumerable<object?> Parts => [];

    /// <summary>
    /// What is wrong with this choice among the others, in whole sentences that say what to do; default nothing.
    /// </summary>
    IEnumerable<string> Problems(GanSetup setup) => [];
}
