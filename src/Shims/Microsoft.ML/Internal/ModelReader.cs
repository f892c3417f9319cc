using Microsoft.ML.Runtime;

namespace Microsoft.ML.Internal;

/// <summary>Loads a component from its folder.</summary>
internal sealed class ModelReader(IHostEnvironment environment, ModelFolder folder)
{
    public IHostEnvironment Environment => environment;

    public BinaryReader Data { get; } = new(folder.Data);

    public ITransformer Child(string name) => folder.Children.TryGetValue(name, out var child)
        ? new ModelReader(environment, child).Load()
        : throw new FormatException("Corrupt model file");

    public ITransformer Load()
    {
        if (!ModelLoaders.All.TryGetValue(folder.Loader ?? "", out var load))
            throw new FormatException("Corrupt model file");
        try
        {
            return load(this);
        }
        catch (EndOfStreamException ex)
        {
            throw new FormatException("Corrupt model file", ex);
        }
        catch (Exception ex) when (ex is not FormatException and not InvalidOperationException)
        {
            throw new InvalidOperationException("Error during class instantiation", ex);
        }
    }
}
