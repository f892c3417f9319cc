using MLNet.Gan.Tests.Support;
using MLNet.Gan.Tool;

namespace MLNet.Gan.Tests;

/// <summary>
/// Nothing of ours lets go of a TorchSharp Scalar while native code may still read it, which a garbage collection would
/// make an error or a wrong number. <see cref="Arithmetic"/> says what to write instead.
/// </summary>
[TestClass]
public sealed class DroppedScalarTests
{
    private const string Sum = "Tensor.op_Addition(Tensor, Tensor)";

    [TestMethod]
    [DataRow(typeof(GanEstimator))]
    [DataRow(typeof(GanFid))]
    public void Assembly_DropsNoScalar(Type inside) =>
        Assert.AreEqual("", string.Join("; ", DroppedScalars.In(inside.Assembly.GetTypes())));

    [TestMethod]
    [DataRow(nameof(Dropping.Product), "Tensor.op_Multiply(Tensor, Double)")]
    [DataRow(nameof(Dropping.Sum), Sum)]
    [DataRow(nameof(Dropping.Conversion), "Scalar.op_Implicit(Double)")]
    [DataRow(nameof(Dropping.Variable), "Scalar.op_Implicit(Double)")]
    [DataRow(nameof(Dropping.MethodGroup), "Tensor.square()")]
    [DataRow(nameof(Dropping.Module), "nn.ELU(Double, Boolean)")]
    [DataRow(nameof(Dropping.Script), "CompilationUnit.invoke(String, Object[])")]
    [DataRow("<Lambda>b__", Sum)]
    [DataRow("MoveNext", Sum)]
    [DataRow(".ctor", "functional.softplus(Tensor, Double, Double)")]
    public void In_CodeThatDropsAScalar_NamesMethodAndCallee(string method, string callee) => Assert.ContainsSingle(
        found => found.Contains($".{method}", StringComparison.Ordinal) && found.EndsWith($" calls {callee}", StringComparison.Ordinal),
        DroppedScalars.In(Within(typeof(Dropping))));

    [TestMethod]
    public void In_CodeThatHoldsItsScalars_FindsNothing() =>
        Assert.AreEqual("", string.Join("; ", DroppedScalars.In(Within(typeof(Holding)))));

    [TestMethod]
    [DataRow(true, nameof(Tensor.add), typeof(Tensor))]
    [DataRow(true, nameof(Tensor.add), typeof(Scalar))]
    [DataRow(true, nameof(Tensor.add_), typeof(Tensor))]
    [DataRow(true, nameof(Tensor.square))]
    [DataRow(true, nameof(Tensor.softplus), typeof(double), typeof(double))]
    [DataRow(false, nameof(Tensor.add), typeof(Tensor), typeof(Scalar))]
    [DataRow(false, nameof(Tensor.sub), typeof(Tensor))]
    [DataRow(false, nameof(Tensor.mul), typeof(Tensor))]
    [DataRow(false, nameof(Tensor.pow), typeof(Scalar))]
    [DataRow(false, nameof(Tensor.log_sigmoid))]
    public void IsDroppedBy_KnowsTensorsMethods(bool expected, string name, params Type[] parameters) =>
        Assert.AreEqual(expected, DroppedScalars.IsDroppedBy(typeof(Tensor).GetMethod(name, parameters)!));

    private static IEnumerable<Type> Within(Type type) =>
        typeof(DroppedScalarTests).Assembly.GetTypes().Where(other => other == type || other.DeclaringType == type);

    private sealed class Dropping(Tensor tensor)
    {
        private readonly Tensor _made = nn.functional.softplus(tensor);

        public Tensor Product() => _made * 0.5;

        public Tensor Sum() => _made + _made;

        public Tensor Conversion(double number) => _made.mul(number);

        public Tensor Variable(double number)
        {
            Scalar scalar = number;
            return _made.mul(scalar).div(scalar);
        }

        public Func<Tensor> MethodGroup() => _made.square;

        public static TorchSharp.Modules.ELU Module() => nn.ELU();

        public Tensor Script(jit.CompilationUnit unit) => unit.invoke<Tensor>("product", _made, 0.5);

        public Func<Tensor, Tensor> Lambda() => other => other + _made;

        public IEnumerable<Tensor> Iterator()
        {
            yield return _made + _made;
        }
    }

    private static class Holding
    {
        private static readonly Scalar Half = 0.5;

        public static Tensor InAField(Tensor tensor) => tensor * Half;

        public static Tensor InAUsing(Tensor tensor, double number)
        {
            using Scalar held = number, other = 2 * number;
            return tensor.mul(held).add(tensor, alpha: other);
        }

        public static Tensor KeptAlive(Tensor tensor, double number)
        {
            Scalar scalar = number;
            var product = tensor.mul(scalar);
            GC.KeepAlive(scalar);
            return product;
        }

        // What docs/adding-a-loss.md says to write.
        public static double AsDocumented(Tensor tensor, double number)
        {
            using Scalar held = number;
            var quotient = tensor.reciprocal() * held / held - held;
            var softplus = -nn.functional.logsigmoid(-tensor.clamp(held, held));
            using var sum = softplus.add(Half, alpha: Half).ToScalar();
            return (quotient > held).any().item<bool>() ? sum.ToDouble() : 0;
        }

        public static Tensor InAScript(jit.CompilationUnit unit, Tensor tensor) => unit.invoke<Tensor>("product", tensor, Half);

        public static Tensor WithoutAny(Tensor tensor) => tensor * tensor - tensor / tensor;
    }
}
