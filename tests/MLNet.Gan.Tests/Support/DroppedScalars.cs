using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace MLNet.Gan.Tests.Support;

/// <summary>
/// Finds, in compiled code, scalars that nobody holds until native code is done with them: all but those in a
/// <c>using</c>, in front of a GC.KeepAlive or in a static field.
/// </summary>
/// <remarks>
/// What TorchSharp's methods drop themselves counts too, as far as they call each other. A call of an abstract method is
/// not followed; instead, types whose overriding methods drop scalars count as a whole.
/// </remarks>
internal static class DroppedScalars
{
    private const BindingFlags Declared = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public
        | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Lazy<HashSet<MethodBase>> OfTorchSharp = new(FindInTorchSharp);

    /// <summary>Whether a method of TorchSharp drops a scalar.</summary>
    public static bool IsDroppedBy(MethodBase method) => OfTorchSharp.Value.Contains(method);

    /// <summary>Who drops scalars among types, and by calling what.</summary>
    public static IEnumerable<string> In(IEnumerable<Type> types) =>
        from method in Methods(types)
        let code = Instruction.Of(method)
        from called in Temporaries(code).Concat(Called(code).Where(callee => IsDroppedBy(callee) && !IsScriptWithoutNumbers(code, callee)))
        let parameters = string.Join(", ", called.GetParameters().Select(parameter => parameter.ParameterType.Name))
        select $"{method.DeclaringType}.{method.Name} calls {called.DeclaringType!.Name}.{called.Name}({parameters})";

    /// <summary>Whether a method calls a script and boxes nothing: scripts drop the scalars that they make of numbers.</summary>
    private static bool IsScriptWithoutNumbers(IReadOnlyList<Instruction> code, MethodBase called) =>
        called.DeclaringType == typeof(jit.CompilationUnit) && code.All(instruction => instruction.Code != OpCodes.Box);

    private static HashSet<MethodBase> FindInTorchSharp()
    {
        var methods = Methods(typeof(torch).Assembly.GetTypes()).ToList();
        var callers = methods
            .SelectMany(method => Reached(method).Distinct().Select(reached => (reached, method)))
            .ToLookup(pair => pair.reached, pair => pair.method);
        var found = methods.Where(method => Temporaries(Instruction.Of(method)).Any()).ToHashSet();
        Queue<MethodBase> left = new(found);
        while (left.TryDequeue(out var dropping))
            foreach (var caller in callers[dropping].Concat(MakersOf(dropping)).Where(caller => !Makes(caller) && found.Add(caller)))
                left.Enqueue(caller);
        return found;
    }

    private static IEnumerable<MethodBase> Methods(IEnumerable<Type> types) =>
        types.SelectMany(type => type.GetMembers(Declared)).OfType<MethodBase>();

    private static IEnumerable<MethodBase> Called(IEnumerable<Instruction> code) =>
        code.Select(instruction => instruction.Method).OfType<MethodBase>();

    /// <summary>What a method calls; an iterator's body is a method of another type.</summary>
    private static IEnumerable<MethodBase> Reached(MethodBase method) => Called(Instruction.Of(method)).Concat(
        from machine in method.GetCustomAttributes<StateMachineAttribute>()
        from body in machine.StateMachineType.GetMethods(Declared)
        select body);

    /// <summary>The constructors of a type that others know by what it overrides, such as a module's forward pass.</summary>
    private static ConstructorInfo[] MakersOf(MethodBase dropping) =>
        dropping is MethodInfo { IsVirtual: true } method && method.GetBaseDefinition() is var known && known != method
            && known.DeclaringType!.Assembly == typeof(torch).Assembly
            ? method.DeclaringType!.GetConstructors(Declared)
            : [];

    private static bool Makes(MethodBase method) =>
        method is MethodInfo { ReturnType: var type } && type == typeof(Scalar)
        || method is ConstructorInfo && method.DeclaringType == typeof(Scalar);

    /// <summary>The calls that make a scalar which is neither held nor handed on to the caller.</summary>
    private static IEnumerable<MethodBase> Temporaries(IReadOnlyList<Instruction> code) =>
        from pair in code.Zip(code.Skip(1))
        where pair.First.Method is { } method && Makes(method)
            && pair.Second.Code != OpCodes.Ret && pair.Second.Code != OpCodes.Stsfld
            && !(pair.Second.Stored is { } local && IsHeld(code, local))
        select pair.First.Method;

    private static bool IsHeld(IReadOnlyList<Instruction> code, int local) => code.Zip(code.Skip(1)).Any(pair =>
        pair.First.Loaded == local && pair.Second.Method is { Name: nameof(IDisposable.Dispose) or nameof(GC.KeepAlive) });
}
