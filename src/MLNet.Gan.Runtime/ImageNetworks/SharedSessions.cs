namespace MLNet.Gan.Metrics;

/// <summary>Sessions shared within the process, one for each key as long as it is in use.</summary>
internal static class SharedSessions
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<object, (OnnxSession Session, int Users)> Open = [];

    /// <summary>Returns the session of a key, which must be returned once.</summary>
    public static OnnxSession Rent(object key, Func<OnnxSession> open)
    {
        lock (Gate) // A wait for a session of another key takes less than a second.
        {
            var (session, users) = Open.TryGetValue(key, out var known) ? known : (open(), 0);
            Open[key] = (session, users + 1);
            return session;
        }
    }

    /// <summary>Returns a session; the last return disposes of it.</summary>
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
