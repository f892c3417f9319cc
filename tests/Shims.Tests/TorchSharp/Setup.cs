[assembly: Parallelize(Workers = 2, Scope = ExecutionScope.ClassLevel)]

namespace TorchSharp.Tests;

[TestClass]
public static class Setup
{
    [AssemblyInitialize]
    public static void UseOneThread(TestContext context) => set_num_threads(1);
}
