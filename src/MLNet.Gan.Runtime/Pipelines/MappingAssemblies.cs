using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Loader;
using Microsoft.ML.Transforms;

namespace MLNet.Gan;

/// <summary>Assemblies, created at run time and once for each name, with a mapping that runs a saved network.</summary>
/// <remarks>
/// ML.NET reads the columns of a loaded mapping only from the attributes of a class, and finds that class through the
/// name of its assembly. An assembly contains
/// <code>
/// public sealed class Output { … }
///
/// [CustomMappingFactoryAttribute("the assembly's name")]
/// public sealed class Factory : SizedFactory&lt;SavedGeneratorInput, Output&gt;
/// {
///     public static void Map(SavedGeneratorInput row, Output output) { … }
/// }
/// </code>
/// or has an input class of its own.
/// </remarks>
internal static class MappingAssemblies
{
    /// <summary>The name of the mapping's method.</summary>
    public const string Map = "Map";

    private const string FactoryName = "Factory";
    private static readonly Dictionary<string, Assembly> Made = [];

    /// <summary>Returns the assembly of a name.</summary>
    /// <param name="name">The name, which determines the content of the assembly.</param>
    /// <param name="write">Defines the fields of the output, and writes the body of the mapping.</param>
    /// <param name="defineInput">Defines the fields of the input; null for <see cref="SavedGeneratorInput"/>.</param>
    public static Assembly Of(string name, Action<TypeBuilder, ILGenerator> write, Action<TypeBuilder>? defineInput = null)
    {
        lock (Made)
        {
            if (!Made.TryGetValue(name, out var assembly))
            {
                using var file = new MemoryStream();
                Emit(name, write, defineInput).Save(file);
                file.Position = 0;
                var context = AssemblyLoadContext.GetLoadContext(typeof(MappingAssemblies).Assembly)!;
                Made[name] = assembly = context.LoadFromStream(file);
            }

            return assembly;
        }
    }

    /// <summary>Returns the factory in such an assembly.</summary>
    public static ISizedFactory FactoryOf(Assembly assembly) =>
        (ISizedFactory)Activator.CreateInstance(assembly.GetType(FactoryName)!)!;

    /// <summary>Returns an attribute whose constructor takes one argument.</summary>
    public static CustomAttributeBuilder Attribute<T>(object argument) =>
        new(typeof(T).GetConstructor([argument.GetType()])!, [argument]);

    private static PersistedAssemblyBuilder Emit(string name, Action<TypeBuilder, ILGenerator> write, Action<TypeBuilder>? defineInput)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName(name), typeof(object).Assembly);
        var module = assembly.DefineDynamicModule(name);
        var input = defineInput is null ? null : module.DefineType("Input", TypeAttributes.Public | TypeAttributes.Sealed);
        var output = module.DefineType("Output", TypeAttributes.Public | TypeAttributes.Sealed);
        var factory = module.DefineType(FactoryName, TypeAttributes.Public | TypeAttributes.Sealed,
            typeof(SizedFactory<,>).MakeGenericType(input ?? typeof(SavedGeneratorInput), output));
        factory.DefineDefaultConstructor(MethodAttributes.Public);
        factory.SetCustomAttribute(Attribute<CustomMappingFactoryAttributeAttribute>(name));
        var code = factory.DefineMethod(
            Map, MethodAttributes.Public | MethodAttributes.Static, typeof(void), [input ?? typeof(SavedGeneratorInput), output])
            .GetILGenerator();
        write(output, code);
        if (input is not null)
        {
            defineInput!(input);
            input.CreateType();
        }

        code.Emit(OpCodes.Ret);
        output.CreateType();
        factory.CreateType();
        return assembly;
    }
}
