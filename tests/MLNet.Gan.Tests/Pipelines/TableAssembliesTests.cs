using Microsoft.ML.Data;

namespace MLNet.Gan.Tests.Pipelines;

[TestClass]
public sealed class TableAssembliesTests
{
    [TestMethod]
    public void Resolve_OfAName_MakesTheColumnsInIt()
    {
        var assembly = TableAssemblies.Resolve(null, new("MLNet.Gan.Table.2_f-n-t-d2x4-k9, Version=0.0.0.0"));

        var input = assembly!.GetType("Input")!;
        CollectionAssert.AreEqual(
            new[] { typeof(float), typeof(float), typeof(uint), typeof(ReadOnlyMemory<char>), typeof(VBuffer<double>), typeof(ulong) },
            Enumerable.Range(0, 6).Select(i => input.GetField($"Value{i}")!.FieldType).ToArray());
        Assert.AreEqual(typeof(ReadOnlyMemory<char>), assembly.GetType("Output")!.GetField("Value2")!.FieldType);
    }

    [TestMethod]
    [DataRow("MLNet.Gan.Table.")]
    [DataRow("MLNet.Gan.Table.x")]
    [DataRow("MLNet.Gan.Table.f0")]
    [DataRow("MLNet.Gan.Table.n3")]
    [DataRow("MLNet.Gan.Table.k")]
    [DataRow("MLNet.Gan.Table.3_f_f")]
    [DataRow("MLNet.Gan.Table.2000000000_f")]
    [DataRow("MLNet.Gan.Table.k2x3")]
    [DataRow("MLNet.Gan.Tables")]
    public void Resolve_OfAnotherName_MakesNothing(string name) => Assert.IsNull(TableAssemblies.Resolve(null, new(name)));

    [TestMethod]
    public void Factory_OfVeryManyEqualColumns_IsMade() => Assert.IsNotNull(TableAssemblies.Factory([.. Enumerable.Repeat(new SavedTableColumn('f', 0, []), 3000)]));

    [TestMethod]
    public void Factory_OfAsManyTypesAsANameHolds_IsMade() => Assert.IsNotNull(TableAssemblies.Factory(Vectors(63)));

    [TestMethod]
    public void Factory_OfMoreTypes_SaysWhatToDo() => Assert.StartsWith("The table's columns have 64 different types, of which a saved pipeline cannot hold so many. Save the generator with Save(path)",
        Assert.ThrowsExactly<NotSupportedException>(() => TableAssemblies.Factory(Vectors(64))).Message);

    private static SavedTableColumn[] Vectors(int count) => [.. Enumerable.Range(1, count).Select(size => new SavedTableColumn('f', 0, [size]))];
}
