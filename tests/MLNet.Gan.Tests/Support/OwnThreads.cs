using System.Collections.Concurrent;

namespace MLNet.Gan.Tests.Support;

/// <summary>Work done at once, each piece in a thread of its own.</summary>
internal static class OwnThreads
{
    /// <summary>What each piece comes to.</summary>
    /// <exception cref="AggregateException">A piece threw; the others went on to their end.</exception>
    public static T[] Run<T>(int count, Func<int, T> work)
    {
        var (results, errors) = (new T[count], new ConcurrentQueue<Exception>());
        var threads = Enumerable.Range(0, count).Select(i => new Thread(() =>
        {
            try
            {
                results[i] = work(i);
            }
            catch (Exception e)
            {
                errors.Enqueue(e);
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return errors.IsEmpty ? results : throw new AggregateException(errors);
    }
}
