namespace Microsoft.ML.Runtime;

/// <summary>A stream of messages to <see cref="MLContext.Log"/>; its start and its disposal are traced.</summary>
public interface IChannel : IDisposable
{
    /// <summary>Writes details for who looks for an error, as it stands: braces mean nothing.</summary>
    /// <param name="sensitivity">What the message may give away; this shim does not look at it.</param>
    /// <param name="fmt">The message.</param>
    void Trace(MessageSensitivity sensitivity, string fmt);

    /// <summary>Writes details for who looks for an error.</summary>
    /// <param name="sensitivity">What the message may give away; this shim does not look at it.</param>
    /// <param name="fmt">The message, formatted in the invariant culture.</param>
    /// <param name="args">What its {0}, {1}… stand for.</param>
    void Trace(MessageSensitivity sensitivity, string fmt, params object[] args);

    /// <summary>Writes what a user may want to know, as it stands: braces mean nothing.</summary>
    /// <param name="sensitivity">What the message may give away; this shim does not look at it.</param>
    /// <param name="fmt">The message.</param>
    void Info(MessageSensitivity sensitivity, string fmt);

    /// <summary>Writes what a user may want to know.</summary>
    /// <param name="sensitivity">What the message may give away; this shim does not look at it.</param>
    /// <param name="fmt">The message, formatted in the invariant culture.</param>
    /// <param name="args">What its {0}, {1}… stand for.</param>
    void Info(MessageSensitivity sensitivity, string fmt, params object[] args);

    /// <summary>Writes what may be wrong, as it stands: braces mean nothing.</summary>
    /// <param name="sensitivity">What the message may give away; this shim does not look at it.</param>
    /// <param name="fmt">The message.</param>
    void Warning(MessageSensitivity sensitivity, string fmt);

    /// <summary>Writes what may be wrong.</summary>
    /// <param name="sensitivity">What the message may give away; this shim does not look at it.</param>
    /// <param name="fmt">The message, formatted in the invariant culture.</param>
    /// <param name="args">What its {0}, {1}… stand for.</param>
    void Warning(MessageSensitivity sensitivity, string fmt, params object[] args);

    /// <summary>Writes what is wrong, as it stands: braces mean nothing.</summary>
    /// <param name="sensitivity">What the message may give away; this shim does not look at it.</param>
    /// <param name="fmt">The message.</param>
    void Error(MessageSensitivity sensitivity, string fmt);

    /// <summary>Writes what is wrong.</summary>
    /// <param name="sensitivity">What the message may give away; this shim does not look at it.</param>
    /// <param name="fmt">The message, formatted in the invariant culture.</param>
    /// <param name="args">What its {0}, {1}… stand for.</param>
    void Error(MessageSensitivity sensitivity, string fmt, params object[] args);
}
