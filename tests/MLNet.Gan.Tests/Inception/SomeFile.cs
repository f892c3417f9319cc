using System.Runtime.CompilerServices;

namespace MLNet.Gan.Tests.Inception;

/// <summary>A file of a test, removed with it, whose readers must refuse damage cleanly.</summary>
internal sealed class SomeFile : IDisposable
{
    private const long MostAllocated = 4 << 20;

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public SomeFile(string name, byte[] bytes)
    {
        Path = System.IO.Path.Combine(_folder, name);
        File.WriteAllBytes(Path, bytes);
    }

    public string Path { get; }

    public string Folder => _folder;

    /// <summary>The bytes of a file beside the tests.</summary>
    public static byte[] Committed(string name, [CallerFilePath] string file = "") =>
        File.ReadAllBytes(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(file)!, name));

    /// <summary>Asserts that every shorter file is refused.</summary>
    public void AssertRefusesTruncation(Func<object> read, int until, int step = 1)
    {
        var bytes = File.ReadAllBytes(Path);
        for (var length = 0; length < until; length += step)
        {
            File.WriteAllBytes(Path, bytes[..length]);
            Assert.IsTrue(IsRefused(read), $"{length} of {bytes.Length} bytes were accepted.");
        }

        File.WriteAllBytes(Path, bytes);
        read();
    }

    /// <summary>Asserts that files with a few wrong bytes are refused or read, within bounds.</summary>
    public void AssertSurvivesDamage(Func<object> read, int files, int seed)
    {
        var bytes = File.ReadAllBytes(Path);
        var random = new Random(seed);
        var refused = 0;
        for (var i = 0; i < files; i++)
        {
            var damaged = bytes.ToArray();
            for (var changes = random.Next(1, 5); changes > 0; changes--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            File.WriteAllBytes(Path, damaged);
            var before = GC.GetAllocatedBytesForCurrentThread();
            refused += IsRefused(read) ? 1 : 0;
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.IsTrue(allocated < MostAllocated, $"File {i} of seed {seed} made it allocate {allocated} bytes.");
        }

        // Both happen: else the damage would hit nothing that matters, or everything.
        Assert.IsTrue(refused > files / 20 && refused < files, $"{refused} of {files} were refused.");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static bool IsRefused(Func<object> read)
    {
        try
        {
            read();
            return false;
        }
        catch (FormatException)
        {
            return true;
        }
    }
}
