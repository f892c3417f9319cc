using Microsoft.ML;
using Microsoft.ML.Data;

namespace Shims.Tests.Data;

[TestClass]
public sealed class DataViewSchemaTests
{
    private static readonly DataViewSchema Twice =
        Some.Schema(("A", NumberDataViewType.Single), ("B", NumberDataViewType.Int32), ("A", NumberDataViewType.Double));

    [TestMethod]
    public void Column_OfANameThatComesAgain_IsHiddenButStays()
    {
        Assert.HasCount(3, Twice);
        Assert.IsTrue(Twice[0].IsHidden);
        Assert.IsFalse(Twice[2].IsHidden);
        Assert.AreEqual(2, Twice["A"].Index);
        Assert.AreEqual(NumberDataViewType.Double, Twice["A"].Type);
    }

    [TestMethod]
    public void Column_ThatIsMissing_Throws()
    {
        var thrown = Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _ = Twice["C"]);
        Assert.AreEqual("name", thrown.ParamName);
        Assert.Contains("'C'", thrown.Message);
        Assert.IsNull(Twice.GetColumnOrNull("C"));
    }

    [TestMethod]
    public void Annotations_AddedToAColumn_AreReadBack()
    {
        DataViewSchema.Annotations.Builder annotations = new();
        annotations.AddPrimitiveValue("Answer", NumberDataViewType.Int32, 42);
        annotations.Add<VBuffer<ReadOnlyMemory<char>>>(
            "SlotNames", new VectorDataViewType(TextDataViewType.Instance, 2),
            (ref VBuffer<ReadOnlyMemory<char>> names) => names = new(2, ["p".AsMemory(), "q".AsMemory()]));
        DataViewSchema.Builder builder = new();
        builder.AddColumn("V", new VectorDataViewType(NumberDataViewType.Single, 2), annotations.ToAnnotations());
        var column = builder.ToSchema()["V"];

        var answer = 0;
        column.Annotations.GetValue("Answer", ref answer);
        Assert.AreEqual(42, answer);
        Assert.IsTrue(column.HasSlotNames());
        VBuffer<ReadOnlyMemory<char>> slots = default;
        column.GetSlotNames(ref slots);
        Assert.AreEqual("p q", string.Join(' ', slots.DenseValues()));
        Assert.IsFalse(column.HasKeyValues());
        Assert.IsFalse(column.IsNormalized());
        Assert.ThrowsExactly<InvalidOperationException>(() => column.Annotations.GetValue("Question", ref answer));
    }
}
