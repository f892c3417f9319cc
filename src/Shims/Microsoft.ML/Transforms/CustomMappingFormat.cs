using System.Reflection;
using Microsoft.ML.Internal;

namespace Microsoft.ML.Transforms;

/// <summary>How a custom mapping is saved: the name of its contract and of the assembly that has the factory.</summary>
internal static class CustomMappingFormat
{
    public const string Loader = "CustomMapping";

    public static void Save(ModelSaveContext context, string? contractName, MethodInfo method)
    {
        if (string.IsNullOrEmpty(contractName))
            throw new InvalidOperationException("Empty contract name for a transform: the transform cannot be saved");
        if (method.DeclaringType?.Assembly.FullName is not { } assembly)
            throw new InvalidOperationException($"The function of contract '{contractName}' belongs to no assembly: the transform cannot be saved");
        var writer = context.Begin(Loader);
        writer.Write(contractName);
        writer.Write(assembly);
    }

    public static ITransformer Load(ModelReader model)
    {
        var contractName = model.Data.ReadString();
        var catalog = model.Environment.ComponentCatalog;
        catalog.RegisterAssembly(Assembly.Load(model.Data.ReadString()));
        return catalog.CreateFactory(contractName).CreateTransformer(contractName);
    }
}
