namespace MLNet.Gan.Metrics;

/// <summary>Sessions of which the process has one for each key, for as long as anybody uses it.</summary>
internal static class SharedSessions
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<object, (OnnxSession Session, int Users)> Open = [];

    /// <summary>The session of a key, to be returned once.</summary>
    public static OnnxSession Rent(object key, Func<OnnxSession> open)
    {
        lock (Gate) // Who waits for a session of another key waits less than a second.
        {
            var (session, users) = Open.TryGetValue(key, out var known) ? known : (open(), 0);
            Open[key] = (session, users + 1);
            return session;
        }
    }

    /// <summary>Gives it back; the last one frees it.</summary>
    public static void Return(object key)
    {
        lock (Gate)
        {
            var (session, users) = Open[key];
            if (users > 1)
            {
                Open[key] = (session, users - 1);
                return;
            }

            Open.Remove(key);
            session.Dispose();
        }
    }
}
