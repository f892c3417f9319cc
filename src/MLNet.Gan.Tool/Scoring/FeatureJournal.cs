using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using MLNet.Gan.Metrics;

namespace MLNet.Gan.Tool.Scoring;

/// <summary>
/// A file of features that grows while they are computed, with the hash of each image as key, so that interrupted work can
/// be taken up again.
/// </summary>
/// <remarks>
/// Its name has the first digits of the hash of the network and its settings, so that those of another network are kept; it
/// begins with the whole hash, and a file that does not is written anew. Each record ends with its checksum: what an
/// interruption or a damage left from the first record on that is not whole is overwritten.
/// </remarks>
internal sealed class FeatureJournal : IDisposable
{
    private const int HashSize = 32, ChecksumSize = sizeof(uint), NameDigits = 8;

    private readonly FileStream _file;
    private readonly int _dimension;
    private readonly Dictionary<string, long> _rows = new(StringComparer.Ordinal);

    /// <summary>Opens or creates a journal.</summary>
    /// <param name="path">The file.</param>
    /// <param name="network">The network and its settings.</param>
    /// <param name="dimension">The number of features.</param>
    public FeatureJournal(string path, Protocol network, int dimension)
    {
        _dimension = dimension;
        _file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var header = Header(network, dimension);
        var found = new byte[HashSize];
        if (_file.ReadAtLeast(found, HashSize, throwOnEndOfStream: false) == HashSize && found.AsSpan().SequenceEqual(header))
            Index();
        else
        {
            _file.SetLength(0);
            _file.Write(header);
        }

        Found = _rows.Count;
    }

    /// <summary>The number of different images that the file already had.</summary>
    public int Found { get; }

    /// <summary>The number of records from the first damaged one on, which are overwritten.</summary>
    public long Dropped { get; private set; }

    private int RecordSize => HashSize + sizeof(float) * _dimension + ChecksumSize;

    /// <summary>Returns the path of the journal of a network beside the file that is being made.</summary>
    /// <param name="target">The file that is being made.</param>
    /// <param name="network">The network and its settings.</param>
    /// <param name="dimension">The number of features.</param>
    public static string Beside(string target, Protocol network, int dimension) =>
        $"{target}.{Convert.ToHexStringLower(Header(network, dimension))[..NameDigits]}.part";

    /// <summary>Returns the key of an image.</summary>
    public static string Key(ImagePlanes image)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BitConverter.GetBytes(image.Height));
        hash.AppendData(BitConverter.GetBytes(image.Width));
        hash.AppendData(image.Values);
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    /// <summary>Returns whether the file has the features of an image.</summary>
    public bool Has(string key) => _rows.ContainsKey(key);

    /// <summary>Returns the features of an image; null if the file does not have them.</summary>
    public float[]? Find(string key)
    {
        if (!_rows.TryGetValue(key, out var at))
            return null;
        var features = new float[_dimension];
        _file.Position = at;
        _file.ReadExactly(MemoryMarshal.AsBytes(features.AsSpan()));
        return features;
    }

    /// <summary>Appends the features of images.</summary>
    public void Add(IReadOnlyList<string> keys, ReadOnlySpan<float> features)
    {
        _file.Position = _file.Length;
        for (var row = 0; row < keys.Count; row++)
        {
            byte[] record = [.. Convert.FromHexString(keys[row]), .. MemoryMarshal.AsBytes(features.Slice(row * _dimension, _dimension))];
            _rows[keys[row]] = _file.Position + HashSize;
            _file.Write(record);
            _file.Write(Crc32.Hash(record));
        }

        _file.Flush();
    }

    public void Dispose() => _file.Dispose();

    private static byte[] Header(Protocol network, int dimension) => SHA256.HashData(Encoding.UTF8.GetBytes(
        $"2|{network.Network}|{network.Weights}|{network.Preprocessing}|{dimension}"));

    private void Index()
    {
        var record = new byte[RecordSize];
        var records = (_file.Length - HashSize) / RecordSize;
        var whole = 0L;
        while (whole < records && TryRead(record))
            _rows[Convert.ToHexString(record.AsSpan(0, HashSize))] = HashSize + RecordSize * whole++ + HashSize;
        Dropped = records - whole;
        _file.SetLength(HashSize + whole * RecordSize);
    }

    /// <summary>Reads the next record, and returns whether it is as it was written, with finite features.</summary>
    private bool TryRead(byte[] record)
    {
        _file.ReadExactly(record);
        var values = record.AsSpan(..^ChecksumSize);
        return record.AsSpan(^ChecksumSize..).SequenceEqual(Crc32.Hash(values))
            && MemoryMarshal.Cast<byte, float>(values[HashSize..]).IndexOfAnyExceptInRange(float.MinValue, float.MaxValue) < 0;
    }
}
