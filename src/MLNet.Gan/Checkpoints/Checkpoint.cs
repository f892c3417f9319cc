using System.Security.Cryptography;
using System.Text;

namespace MLNet.Gan;

/// <summary>The state of a run at the end of a step, from which it goes on as if it had not been stopped.</summary>
/// <param name="State">Counts, controls and reports.</param>
/// <param name="Tensors">Weights, moments and random states by name, contiguous and on the CPU.</param>
internal sealed record Checkpoint(CheckpointState State, IReadOnlyDictionary<string, Tensor> Tensors) : IDisposable
{
    private const string StateKey = "mlnet_gan_state", HashKey = "sha256";

    /// <summary>The file that it was read from; null for one that was not.</summary>
    public string? Path { get; private init; }

    /// <summary>Writes the checkpoint as a safetensors file.</summary>
    public void Write(Stream file)
    {
        var state = State.ToJson();
        Safetensors.Write(
            file, new Dictionary<string, string> { [StateKey] = state, [HashKey] = Hash(state, Tensors) },
            [.. Tensors.OrderBy(tensor => tensor.Key, StringComparer.Ordinal).Select(tensor => (tensor.Key, tensor.Value))]);
    }

    /// <summary>Reads a file; the checkpoint owns the tensors.</summary>
    /// <exception cref="FormatException">The file is damaged, or no checkpoint of this library.</exception>
    public static Checkpoint Read(string path)
    {
        using var scope = NewDisposeScope();
        using var file = File.OpenRead(path);
        var (metadata, tensors) = Safetensors.Read(file);
        if (!metadata.TryGetValue(StateKey, out var text))
            throw new FormatException("It is a safetensors file, but no checkpoint of MLNet.Gan.");
        if (metadata.GetValueOrDefault(HashKey) != Hash(text, tensors))
            throw new FormatException("Its content does not have the SHA-256 that it was written with.");
        var state = CheckpointState.FromJson(text);
        foreach (var tensor in tensors.Values)
            tensor.DetachFromDisposeScope();
        return new(state, tensors) { Path = path };
    }

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        foreach (var tensor in Tensors.Values)
            tensor.Dispose();
    }

    private static string Hash(string state, IReadOnlyDictionary<string, Tensor> tensors)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(state));
        foreach (var (name, tensor) in tensors.OrderBy(tensor => tensor.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{name} {tensor.dtype} {string.Join(',', tensor.Sizes())}\n"));
            Safetensors.VisitBytes(tensor, bytes => hash.AppendData(bytes));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
