using System.Reflection;

namespace MLNet.Gan.Tests.Pipelines;

[TestClass]
public sealed class SlotAssembliesTests
{
    [TestMethod]
    public void Assembly_LoadedByName_IsTheFactorysOwn()
    {
        _ = new SavedGeneratorStartFactory(); // It says how they are found.

        Assert.AreSame(
            SlotAssemblies.Factory(3).GetType().Assembly,
            Assembly.Load("MLNet.Gan.Slots.3, Version=0.0.0.0, Culture=neutral, PublicKeyToken=null"));
    }

    [TestMethod]
    [DataRow("MLNet.Gan.Other")]
    [DataRow("MLNet.Gan.Slots.")]
    [DataRow("MLNet.Gan.Slots.0")]
    [DataRow("MLNet.Gan.Slots.-3")]
    [DataRow("MLNet.Gan.Slots.1001")]
    [DataRow("MLNet.Gan.Slots.99999999999")]
    [DataRow("MLNet.Gan.Slots.2.resources")]
    public void Resolve_OfAnotherName_LeavesItToOthers(string name) =>
        Assert.IsNull(SlotAssemblies.Resolve(null, new ResolveEventArgs(name)));
}
