namespace TorchSharp.Tests;

[TestClass, DoNotParallelize]
public sealed class DisposeScopeTests
{
    [TestMethod]
    public void Dispose_OfAScope_FreesWhatWasMadeInIt()
    {
        var before = Tensor.TotalCount;
        using (NewDisposeScope())
        {
            _ = (rand(3) + rand(3)) * 2;
            Assert.AreEqual(before + 4, Tensor.TotalCount);
        }

        Assert.AreEqual(before, Tensor.TotalCount);
    }

    [TestMethod]
    public void MoveToOuterDisposeScope_FromAnInnerScope_OutlivesIt()
    {
        using var outer = NewDisposeScope();
        Tensor kept, lost;
        using (NewDisposeScope())
        {
            lost = ones(2);
            kept = (lost + 1).MoveToOuterDisposeScope();
        }

        Assert.IsTrue(lost.IsInvalid);
        Assert.AreEqual(4, kept.sum().ToSingle());
        Assert.IsTrue(outer.Contains(kept));
    }

    [TestMethod]
    public void MoveToOuter_OutOfTheOutermostScope_LeavesTheTensorFree()
    {
        Tensor kept;
        using (var scope = NewDisposeScope())
            kept = scope.MoveToOuter(ones(2));

        Assert.AreEqual(2, kept.sum().ToSingle());
        kept.Dispose();
    }

    [TestMethod]
    public void DetachFromDisposeScope_InNestedScopes_OutlivesAll()
    {
        Tensor kept;
        using (NewDisposeScope())
        {
            using (NewDisposeScope())
                kept = ones(2).DetachFromDisposeScope();
        }

        Assert.IsFalse(kept.IsInvalid);
        kept.Dispose();
    }

    [TestMethod]
    public void MoveToOther_ToAnotherScope_DiesWithIt()
    {
        using var outer = NewDisposeScope();
        using var inner = NewDisposeScope();
        var (first, second) = (ones(1), ones(2));

        second.MoveToOtherDisposeScope(outer);
        first.MoveToOtherDisposeScope(second);
        inner.Dispose();

        Assert.IsFalse(first.IsInvalid);
        Assert.IsFalse(second.IsInvalid);
        Assert.AreEqual(2, outer.DisposablesCount);
    }

    [TestMethod]
    public void Attach_OfAFreeTensor_DisposesItWithTheScope()
    {
        var tensor = ones(1);
        using (var scope = NewDisposeScope())
            scope.Attach(tensor);

        Assert.IsTrue(tensor.IsInvalid);
    }

    [TestMethod]
    public void DisposeEverythingBut_SomeTensors_KeepsThoseInTheScope()
    {
        using var scope = NewDisposeScope();
        var (kept, lost) = (ones(1), ones(1));

        scope.DisposeEverythingBut(kept);

        Assert.IsTrue(lost.IsInvalid);
        Assert.AreEqual(1, scope.DisposablesCount);
    }

    [TestMethod]
    public void Dispose_OfATensorInAScope_LeavesTheOthers()
    {
        using var scope = NewDisposeScope();
        var tensors = Enumerable.Range(0, 10).Select(i => full([1L], i)).ToList();

        tensors[3].Dispose();
        tensors[9].Dispose();
        tensors[3].Dispose();

        Assert.AreEqual(8, scope.DisposablesCount);
        Assert.AreEqual(33, tensors.Where(tensor => !tensor.IsInvalid).Sum(tensor => tensor.ToSingle()));
    }

    [TestMethod]
    public void Scopes_OfAnotherThread_AreNotOurs()
    {
        using var scope = NewDisposeScope();
        Tensor? made = null;

        var thread = new Thread(() => made = ones(1));
        thread.Start();
        thread.Join();

        Assert.AreEqual(0, scope.DisposablesCount);
        made!.Dispose();
    }

    [TestMethod]
    public void TrainingSteps_InScopes_LeakNothing()
    {
        using Dense layer = new(8, 1);
        Step(layer);
        var before = Tensor.TotalCount;

        for (var step = 0; step < 5; step++)
            Step(layer);

        Assert.AreEqual(before, Tensor.TotalCount);
    }

    private static void Step(Dense layer)
    {
        using var scope = NewDisposeScope();
        var x = rand(2, 1, 4, 4).requires_grad_();
        var features = nn.functional.leaky_relu(nn.functional.conv2d(x, ones(2, 1, 3, 3)), 0.2);
        var score = layer.call(features.flatten(1)).sum();
        var gradient = autograd.grad([score], [x], create_graph: true, retain_graph: true)[0];
        gradient.square().sum().backward();
        using var _ = no_grad();
        layer.Weight.add_(layer.Weight.grad!, -0.1);
        layer.Weight.grad = null;
    }
}
