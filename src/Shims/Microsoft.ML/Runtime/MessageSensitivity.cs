namespace Microsoft.ML.Runtime;

/// <summary>What a message may give away of the user's data.</summary>
[Flags]
public enum MessageSensitivity
{
    None = 0,
    UserData = 1,
    Schema = 2,
    Unknown = ~0,
    All = ~0,
}
