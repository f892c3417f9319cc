using TorchSharp.Modules;

namespace MLNet.Gan;

/// <summary>The ONNX forms of modules that drop values in training: in evaluation mode they hand on their input.</summary>
internal static class DropoutExports
{
    public static IReadOnlyList<IModuleExport> All { get; } =
    [
        Nothing<Dropout>(), Nothing<Dropout1d>(), Nothing<Dropout2d>(), Nothing<Dropout3d>(), Nothing<AlphaDropout>(),
        Nothing<FeatureAlphaDropout>(),
    ];

    private static ModuleExport<T> Nothing<T>() where T : nn.Module => new((_, _, input) => input);
}
