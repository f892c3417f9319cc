namespace Microsoft.ML.Runtime;

/// <summary>How much a message matters.</summary>
public enum ChannelMessageKind
{
    /// <summary>Details for who looks for an error; also the start and end of each channel.</summary>
    Trace = 0,

    /// <summary>What a user may want to know.</summary>
    Info = 1,

    /// <summary>What may be wrong.</summary>
    Warning = 2,

    /// <summary>What is wrong.</summary>
    Error = 3,
}
