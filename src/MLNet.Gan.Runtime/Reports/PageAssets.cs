namespace MLNet.Gan.Reports;

/// <summary>The files that are included in every page, read from the assembly.</summary>
internal static class PageAssets
{
    /// <summary>The style sheet of the page.</summary>
    public static string Style { get; } = Read("report.css");

    /// <summary>The script that draws the charts from the data in the page.</summary>
    public static string Script { get; } = Read("report.js");

    /// <summary>uPlot's style sheet.</summary>
    public static string ChartStyle { get; } = Read("uPlot.min.css");

    /// <summary>uPlot.</summary>
    public static string ChartScript { get; } = Read("uPlot.iife.min.js");

    /// <summary>uPlot's license, which must accompany it.</summary>
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
