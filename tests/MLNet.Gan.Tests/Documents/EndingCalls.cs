namespace MLNet.Gan.Tests.Documents;

/// <summary>Mistakes in calls of TorchSharp 0.107 that end the process, and some that are exceptions.</summary>
internal static class EndingCalls
{
    /// <summary>Those that end the process, by the names in docs/adding-a-loss.md.</summary>
    public static Dictionary<string, Action> Ending { get; } = new()
    {
        ["matmul"] = () => zeros(2, 3).matmul(zeros(2, 3)),
        ["autograd.grad"] = () => autograd.grad([zeros(1)], [zeros(2)]),
        ["cummax"] = () => zeros(2, 3).cummax(7),
        ["cummin"] = () => zeros(2, 3).cummin(7),
        ["Generator.set_state"] = () => new Generator(1).set_state(zeros(3)),
        ["set_num_interop_threads"] = () =>
        {
            set_num_interop_threads(2);
            set_num_interop_threads(3);
        },
    };

    /// <summary>Those that are exceptions, by the same names.</summary>
    public static Dictionary<string, Action> Throwing { get; } = new()
    {
        ["mm"] = () => zeros(2, 3).mm(zeros(2, 3)),
        ["bmm"] = () => zeros(1, 2, 3).bmm(zeros(1, 2, 3)),
        ["einsum"] = () => einsum("ij,jk->ik", zeros(2, 3), zeros(2, 3)),
        ["conv2d"] = () => nn.functional.conv2d(zeros(1, 3, 4, 4), zeros(2, 5, 3, 3)),
        ["cat"] = () => cat([zeros(2, 3), zeros(4, 5)], 0),
        ["reshape"] = () => zeros(2, 3).reshape(5),
        ["gather"] = () => zeros(2, 3).gather(5, zeros(1, ScalarType.Int64)),
        ["backward"] = () => zeros(2).sum().backward(),
    };

    /// <summary>Makes a call, and prints the type of the exception.</summary>
    public static void Make(string[] arguments)
    {
        using var first = zeros(1); // Loads the library.
        try
        {
            (Ending.GetValueOrDefault(arguments[0]) ?? Throwing[arguments[0]])();
        }
        catch (Exception e)
        {
            Console.WriteLine(e.GetType().Name);
        }
    }
}
