using TorchSharp.Modules;

namespace MLNet.Gan;

/// <summary>The ONNX forms of dropout modules, which are the identity in evaluation mode.</summary>
internal static class DropoutExports
{
    public static IReadOnlyList<IModuleExport> All { get; } =
    [
        Nothing<Dropout>(), Nothing<Dropout1d>(), Nothing<Dropout2d>(), Nothing<Dropout3d>(), Nothing<AlphaDropout>(),
        Nothing<FeatureAlphaDropout>(),
    ];

    private static ModuleExport<T> Nothing<T>() where T : nn.Module => new((_, _, input) => input);
}
