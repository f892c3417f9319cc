namespace MLNet.Gan.Metrics;

/// <summary>The two files of the package Microsoft.ML.DnnImageFeaturizer.ResNet18.</summary>
/// <param name="Network">ResNet18.onnx.</param>
/// <param name="Mean">ResNetPreprocess.onnx, which holds the mean image.</param>
internal sealed record ResNet18Files(string Network, string Mean)
{
    /// <summary>The package and its version that the tests compare with.</summary>
    public const string Package = "Microsoft.ML.DnnImageFeaturizer.ResNet18", Version = "0.23.1";

    /// <summary>The name of the folder that the package copies to the application's folder.</summary>
    public const string FolderName = "DnnImageModels";

    /// <summary>Returns the files in a folder; null for that in the application's folder.</summary>
    /// <exception cref="FileNotFoundException">They are not there.</exception>
    public static ResNet18Files Of(string? folder)
    {
        var place = folder ?? Path.Combine(AppContext.BaseDirectory, FolderName);
        return In(place) ?? throw new FileNotFoundException(
            $"There is no ResNet18Onnx/ResNet18.onnx with ResNetPrepOnnx/ResNetPreprocess.onnx in '{place}'. Add "
                + $"<PackageReference Include=\"{Package}\" Version=\"{Version}\" /> to the application's project, which "
                + $"copies them there, or name the folder in {nameof(ResNet18Options)}.{nameof(ResNet18Options.Folder)}.");
    }

    /// <summary>Returns the files in a folder, or null if one of them is missing.</summary>
    public static ResNet18Files? In(string folder)
    {
        var files = new ResNet18Files(
            Path.GetFullPath(Path.Combine(folder, "ResNet18Onnx", "ResNet18.onnx")),
            Path.GetFullPath(Path.Combine(folder, "ResNetPrepOnnx", "ResNetPreprocess.onnx")));
        return File.Exists(files.Network) && File.Exists(files.Mean) ? files : null;
    }
}
