using System.ComponentModel;
using System.Reflection;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Pipelines;

/// <summary>Types that are public for ML.NET's loader are not offered to users.</summary>
[TestClass]
public sealed class HiddenTypeTests
{
    [TestMethod]
    public void PublicTypes_OfPipelines_AreHiddenFromIntelliSense()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/MLNet.Gan.Runtime/Pipelines"), "*.cs")
            .Select(Path.GetFileNameWithoutExtension).ToHashSet();
        var types = typeof(GanTransformer).Assembly.GetExportedTypes().Where(type => files.Contains(type.Name.Split('`')[0])).ToList();

        Assert.HasCount(8, types);
        Assert.IsEmpty(types.Where(type =>
            type.GetCustomAttribute<EditorBrowsableAttribute>()?.State != EditorBrowsableState.Never));
    }
}
