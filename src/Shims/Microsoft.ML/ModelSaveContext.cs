using Microsoft.ML.Internal;

namespace Microsoft.ML;

/// <summary>Where a component saves itself. Only ML.NET's own components can write to it.</summary>
public sealed class ModelSaveContext : IDisposable
{
    internal ModelSaveContext(ModelFolder folder) => Folder = folder;

    internal ModelFolder Folder { get; }

    /// <summary>Does nothing; the archive is written when all components have saved themselves.</summary>
    public void Dispose()
    {
    }

    /// <summary>Saves a component into a folder of its own.</summary>
    internal static ModelFolder SaveModel(ICanSaveModel model)
    {
        ModelFolder folder = new();
        using ModelSaveContext context = new(folder);
        model.Save(context);
        return folder.Loader is not null
            ? folder
            : throw new InvalidOperationException("ModelSignature not specified!");
    }

    /// <summary>Says who loads this component, and gives the place for its data.</summary>
    internal BinaryWriter Begin(string loader)
    {
        if (Folder.Loader is not null)
            throw new InvalidOperationException("A component was saved into this context already.");
        Folder.Loader = loader;
        return new(Folder.Data);
    }

    internal void SaveChild(ICanSaveModel model, string name) => Folder.Children.Add(name, SaveModel(model));
}
