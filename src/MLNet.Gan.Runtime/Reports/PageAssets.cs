namespace MLNet.Gan.Reports;

/// <summary>The files that every page carries, read from the assembly.</summary>
internal static class PageAssets
{
    /// <summary>The style of the page.</summary>
    public static string Style { get; } = Read("report.css");

    /// <summary>The script that finds the charts' data and draws them.</summary>
    public static string Script { get; } = Read("report.js");

    /// <summary>uPlot's style.</summary>
    public static string ChartStyle { get; } = Read("uPlot.min.css");

    /// <summary>uPlot.</summary>
    public static string ChartScript { get; } = Read("uPlot.iife.min.js");

    /// <summary>uPlot's license, which goes wherever uPlot goes.</summary>
    public static string ChartLicense { get; } = Read("uPlot.LICENSE");

    private static string Read(string name)
    {
        var resource = $"MLNet.Gan.Reports.Page.{name}";
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException(
                $"The assembly was built without the resource '{resource}'. Build it from MLNet.Gan.csproj.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").TrimEnd() + "\n";
    }
}
