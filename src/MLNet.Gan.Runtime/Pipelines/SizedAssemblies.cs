using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Loader;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace MLNet.Gan;

/// <summary>Assemblies, made at run time, of a mapping whose output has the size that the assembly's name says.</summary>
/// <remarks>
/// ML.NET learns the size of a loaded mapping's output from an attribute of a class alone, and finds that class through
/// the name of its assembly. Sizes are known when a generator is, so class and assembly are made then; what they hold is
/// <code>
/// public sealed class Output { [ColumnName("MLNet.Gan.Output"), VectorType(1, 28, 28)] public VBuffer&lt;float&gt; Values; }
///
/// [CustomMappingFactoryAttribute("MLNet.Gan.Sized.1x28x28")]
/// public sealed class Factory : SizedFactory&lt;Output&gt;
/// {
///     public static void Map(SavedGeneratorInput row, Output output) => output.Values = SavedGeneratorRunner.Run(row);
/// }
/// </code>
/// </remarks>
internal static class SizedAssemblies
{
    /// <summary>The name of the mapping's method.</summary>
    public const string Map = "Map";

    private const string Prefix = "MLNet.Gan.Sized.", FactoryName = "Factory";
    private static readonly Dictionary<string, Assembly> Made = [];

    /// <summary>The assembly that the runtime looks for, if it is one of these.</summary>
    public static Assembly? Resolve(object? sender, ResolveEventArgs wanted) =>
        new AssemblyName(wanted.Name).Name is { } name && Dimensions(name) is { } dimensions
            ? Assembly(name, dimensions)
            : null;

    /// <summary>The factory of mappings with an output of some dimensions.</summary>
    public static ISizedFactory Factory(int[] dimensions)
    {
        var assembly = Assembly(Prefix + string.Join('x', dimensions), dimensions);
        return (ISizedFactory)Activator.CreateInstance(assembly.GetType(FactoryName)!)!;
    }

    private static Assembly Assembly(string name, int[] dimensions)
    {
        lock (Made)
        {
            if (!Made.TryGetValue(name, out var assembly))
            {
                using var file = new MemoryStream();
                Emit(name, dimensions).Save(file);
                file.Position = 0;
                var context = AssemblyLoadContext.GetLoadContext(typeof(SizedAssemblies).Assembly)!;
                Made[name] = assembly = context.LoadFromStream(file);
            }

            return assembly;
        }
    }

    private static PersistedAssemblyBuilder Emit(string name, int[] dimensions)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName(name), typeof(object).Assembly);
        var module = assembly.DefineDynamicModule(name);

        var output = module.DefineType("Output", TypeAttributes.Public | TypeAttributes.Sealed);
        var values = output.DefineField("Values", typeof(VBuffer<float>), FieldAttributes.Public);
        values.SetCustomAttribute(Attribute<ColumnNameAttribute>(SavedGeneratorColumns.Output));
        values.SetCustomAttribute(Attribute<VectorTypeAttribute>(dimensions));

        var factory = module.DefineType(FactoryName, TypeAttributes.Public | TypeAttributes.Sealed,
            typeof(SizedFactory<>).MakeGenericType(output));
        factory.DefineDefaultConstructor(MethodAttributes.Public);
        factory.SetCustomAttribute(Attribute<CustomMappingFactoryAttributeAttribute>(name));
        var code = factory.DefineMethod(
            Map, MethodAttributes.Public | MethodAttributes.Static, typeof(void), [typeof(SavedGeneratorInput), output])
            .GetILGenerator();
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Call, typeof(SavedGeneratorRunner).GetMethod(nameof(SavedGeneratorRunner.Run))!);
        code.Emit(OpCodes.Stfld, values);
        code.Emit(OpCodes.Ret);

        output.CreateType();
        factory.CreateType();
        return assembly;
    }

    /// <summary>The dimensions that a name says; null if it is no such assembly's.</summary>
    private static int[]? Dimensions(string name)
    {
        if (!name.StartsWith(Prefix, StringComparison.Ordinal))
            return null;

        var numbers = name[Prefix.Length..].Split('x')
            .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .ToArray();
        return numbers.All(number => number > 0) ? numbers : null;
    }

    private static CustomAttributeBuilder Attribute<T>(object argument) =>
        new(typeof(T).GetConstructor([argument.GetType()])!, [argument]);
}
