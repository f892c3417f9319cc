// Two cores: one class each. A class that reads global native state says [DoNotParallelize].
[assembly: Parallelize(Workers = 2, Scope = ExecutionScope.ClassLevel)]

namespace MLNet.Gan.Tests;

/// <summary>What holds for the whole run.</summary>
[TestClass]
public static class AssemblySettings
{
    [AssemblyInitialize]
    public static void UseOneThread(TestContext context) => set_num_threads(1);
}
