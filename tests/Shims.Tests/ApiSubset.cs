using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Shims.Tests;

/// <summary>Compares a shim's public surface with the listing of the package that it stands in for.</summary>
/// <remarks>
/// A signature carries parameter names and default values, so that named and omitted arguments compile against both.
/// Nullability annotations are left out.
/// </remarks>
internal static class ApiSubset
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.CSharpErrorMessageFormat
        .WithMemberOptions(
            SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeContainingType
            | SymbolDisplayMemberOptions.IncludeConstantValue | SymbolDisplayMemberOptions.IncludeRef)
        .WithParameterOptions(
            SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeParamsRefOut)
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    /// <summary>What the assembly offers and no listing holds, sorted.</summary>
    public static IReadOnlyList<string> Foreign(string assemblyPath, params string[] listings)
    {
        var known = listings.SelectMany(File.ReadLines).ToHashSet(StringComparer.Ordinal);
        return [.. Offered(assemblyPath).Where(signature => !known.Contains(signature))];
    }

    /// <summary>Every public or protected signature of the assembly, sorted.</summary>
    public static SortedSet<string> Offered(string assemblyPath)
    {
        var assembly = MetadataReference.CreateFromFile(assemblyPath);
        var folder = Path.GetDirectoryName(assemblyPath)!;
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) != folder);
        var beside = Directory.GetFiles(folder, "*.dll")
            .Where(path => path != assemblyPath && IsManaged(path) && !IsCompiler(path));
        var compilation = CSharpCompilation.Create(
            "listing",
            references: [assembly, .. platform.Concat(beside).Select(path => MetadataReference.CreateFromFile(path))]);

        SortedSet<string> found = new(StringComparer.Ordinal);
        Visit(((IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(assembly)!).GlobalNamespace, found);
        return found;
    }

    private static bool IsManaged(string path)
    {
        using var file = new System.Reflection.PortableExecutable.PEReader(File.OpenRead(path));
        return file.HasMetadata;
    }

    private static bool IsCompiler(string path) =>
        Path.GetFileName(path).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal);

    private static void Visit(INamespaceOrTypeSymbol container, SortedSet<string> found)
    {
        foreach (var member in container.GetMembers())
        {
            switch (member)
            {
                case INamespaceSymbol inner:
                    Visit(inner, found);
                    break;
                case INamedTypeSymbol type when IsOffered(type):
                    found.Add($"{type.TypeKind.ToString().ToLowerInvariant()} {type.ToDisplayString(Format)}");
                    Visit(type, found);
                    break;
                case not INamedTypeSymbol when IsOffered(member) && !IsNoise(member):
                    found.Add(member.ToDisplayString(Format));
                    break;
            }
        }
    }

    private static bool IsOffered(ISymbol symbol) =>
        symbol.DeclaredAccessibility is
            Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        && !symbol.Name.Contains('<', StringComparison.Ordinal);

    private static bool IsNoise(ISymbol symbol) =>
        symbol is IMethodSymbol
        {
            MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd
                or MethodKind.EventRemove or MethodKind.Destructor or MethodKind.StaticConstructor
        }
        // Overrides are reached through what they override; an enum's or struct's own constructor comes with its kind.
        || symbol.IsOverride
        || symbol is IMethodSymbol
        {
            MethodKind: MethodKind.Constructor, Parameters.Length: 0,
            ContainingType.TypeKind: TypeKind.Enum or TypeKind.Struct
        }
        || (symbol.ContainingType.TypeKind == TypeKind.Delegate && symbol.Name != "Invoke");
}
