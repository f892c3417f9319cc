namespace Microsoft.ML.Runtime;

/// <summary>What a message may give away of the user's data.</summary>
[Flags]
public enum MessageSensitivity
{
    /// <summary>Nothing of the user's.</summary>
    None = 0,

    /// <summary>Values of the user's data.</summary>
    UserData = 1,

    /// <summary>Names and types of columns.</summary>
    Schema = 2,

    /// <summary>Perhaps everything.</summary>
    Unknown = ~0,

    /// <summary>Everything.</summary>
    All = ~0,
}
