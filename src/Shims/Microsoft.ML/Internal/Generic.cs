using System.Reflection;

namespace Microsoft.ML.Internal;

/// <summary>Calls a generic static method with types that are known only at run time.</summary>
internal static class Generic
{
    public static TResult Call<TResult>(Type owner, string method, Type[] types, params object?[] arguments) =>
        (TResult)owner.GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!
            .MakeGenericMethod(types)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null)!;

    /// <summary>Makes an instance of a generic class.</summary>
    public static TResult New<TResult>(Type definition, Type[] types, params object?[] arguments) =>
        (TResult)Activator.CreateInstance(
            definition.MakeGenericType(types),
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null)!;

    /// <summary>The item type of a vector's raw type, or null.</summary>
    public static Type? ItemOf(Type rawType) =>
        rawType.IsGenericType && rawType.GetGenericTypeDefinition() == typeof(Data.VBuffer<>)
            ? rawType.GetGenericArguments()[0]
            : null;
}
