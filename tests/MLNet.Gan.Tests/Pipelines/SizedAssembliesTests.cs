using System.Reflection;
using MLNet.Gan.Tests.Support;

namespace MLNet.Gan.Tests.Pipelines;

[TestClass]
public sealed class SizedAssembliesTests
{
    [TestMethod]
    public void Assembly_LoadedByNameFromManyThreads_IsMadeOnce()
    {
        _ = new SavedGeneratorStartFactory(); // It says how they are found.
        var assemblies = OwnThreads.Run(8, i => i % 2 == 0
            ? Assembly.Load("MLNet.Gan.Sized.7x1x3, Version=0.0.0.0, Culture=neutral, PublicKeyToken=null")
            : SizedAssemblies.Factory([7, 1, 3]).GetType().Assembly);

        Assert.ContainsSingle(assemblies.Distinct());
        Assert.ContainsSingle(AppDomain.CurrentDomain.GetAssemblies().Where(
            assembly => assembly.GetName().Name == "MLNet.Gan.Sized.7x1x3"));
    }

    [TestMethod]
    [DataRow("MLNet.Gan.Other")]
    [DataRow("MLNet.Gan.Sized.")]
    [DataRow("MLNet.Gan.Sized.2x0")]
    [DataRow("MLNet.Gan.Sized.2x-3")]
    [DataRow("MLNet.Gan.Sized.2.resources")]
    public void Resolve_OfAnotherName_LeavesItToOthers(string name) =>
        Assert.IsNull(SizedAssemblies.Resolve(null, new ResolveEventArgs(name)));
}
