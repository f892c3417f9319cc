using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MLNet.Gan.Tests.Support;

/// <summary>Which file of src uses which, by the symbols that the compiler binds names to.</summary>
internal sealed class SourceGraph
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private const string TorchUsings = """
        global using TorchSharp;
        global using static TorchSharp.torch;
        global using Parameter = TorchSharp.Modules.Parameter;
        """;

    private readonly Dictionary<string, Dictionary<string, string>> _uses = [];

    private SourceGraph(IEnumerable<CSharpCompilation> projects)
    {
        foreach (var project in projects)
        {
            // Source generators do not run here, so what [GeneratedRegex] promises is missing.
            var errors = project.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error && found.Id != "CS8795");
            if (errors.FirstOrDefault() is { } error)
                throw new InvalidOperationException($"src does not compile here: {error}");
            foreach (var tree in project.SyntaxTrees.Where(tree => tree.FilePath.Length > 0))
                _uses[tree.FilePath] = Uses(tree, project.GetSemanticModel(tree));
        }
    }

    /// <summary>The graph of this repository, made once.</summary>
    public static Lazy<SourceGraph> OfRepository { get; } = new(Read);

    /// <summary>All files, as paths below src.</summary>
    public IEnumerable<string> Files => _uses.Keys;

    /// <summary>What a file uses: file, and one of the names.</summary>
    public IReadOnlyDictionary<string, string> Of(string file) => _uses[file];

    /// <summary>The folder of a file, below src; a project's own folder is its root.</summary>
    public static string Room(string file) => Path.GetDirectoryName(file)!;

    /// <summary>The rooms that each room uses, with an example of a use.</summary>
    public Dictionary<string, Dictionary<string, string>> Rooms()
    {
        var rooms = Files.Select(Room).Distinct().ToDictionary(room => room, _ => new Dictionary<string, string>());
        foreach (var (file, uses) in _uses)
        {
            foreach (var (used, name) in uses.Where(use => Room(use.Key) != Room(file)))
                rooms[Room(file)].TryAdd(Room(used), $"{Path.GetFileName(file)} uses {name} of {Path.GetFileName(used)}");
        }

        return rooms;
    }

    private static SourceGraph Read()
    {
        const string friends = """
            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("MLNet.Gan")]
            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("gan-fid")]
            """;
        var runtime = Compile("MLNet.Gan.Runtime", $"{Usings}\n{friends}", []);
        var gan = Compile("MLNet.Gan", $"{Usings}\n{TorchUsings}", [runtime]);
        return new([runtime, gan, Compile("MLNet.Gan.Tool", Usings, [runtime], "gan-fid")]);
    }

    private static CSharpCompilation Compile(
        string project, string usings, CSharpCompilation[] references, string? assembly = null)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview, preprocessorSymbols: ["NET"]);
        var root = Path.Combine(Repository.Root, "src");
        var trees =
            from file in Directory.EnumerateFiles(Path.Combine(root, project), "*.cs", SearchOption.AllDirectories)
            let path = Path.GetRelativePath(root, file)
            where path.Split('/') is not [_, "obj" or "bin", ..]
            select CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, path);
        var kind = project == "MLNet.Gan.Tool" ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        return CSharpCompilation.Create(assembly ?? project, [.. trees, CSharpSyntaxTree.ParseText(usings, options)],
            [
                .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                    .Where(path => !IsOurs(path)).Select(path => MetadataReference.CreateFromFile(path)),
                .. references.Select(reference => reference.ToMetadataReference()),
            ],
            new CSharpCompilationOptions(kind, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
    }

    private static bool IsOurs(string path) =>
        Path.GetFileName(path) is var name && (name.StartsWith("MLNet.Gan", StringComparison.Ordinal) || name == "gan-fid.dll");

    private static Dictionary<string, string> Uses(SyntaxTree tree, SemanticModel model)
    {
        Dictionary<string, string> uses = [];
        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            var symbol = node is SimpleNameSyntax or ImplicitObjectCreationExpressionSyntax or ConstructorInitializerSyntax
                ? Declared(model.GetSymbolInfo(node).Symbol)
                : null;
            foreach (var place in symbol?.Locations.Where(place => place.IsInSource) ?? [])
            {
                var file = place.SourceTree!.FilePath;
                if (file.Length > 0 && file != tree.FilePath)
                    uses.TryAdd(file, symbol!.Name == ".ctor" ? symbol.ContainingType.Name : symbol.Name);
            }
        }

        return uses;
    }

    private static ISymbol? Declared(ISymbol? symbol) => symbol switch
    {
        IAliasSymbol alias => alias.Target,
        IMethodSymbol { ReducedFrom: { } method } => method,
        INamespaceSymbol or ILocalSymbol or IParameterSymbol or ITypeParameterSymbol or IRangeVariableSymbol => null,
        _ => symbol?.OriginalDefinition,
    };
}
