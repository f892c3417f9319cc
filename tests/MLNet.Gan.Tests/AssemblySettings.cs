// Two cores: one class each. A class that reads global native state says [DoNotParallelize].
[assembly: Parallelize(Workers = 2, Scope = ExecutionScope.ClassLevel)]

namespace MLNet.Gan.Tests;

/// <summary>What holds for every test.</summary>
[TestClass]
public static class AssemblySettings
{
    // The number belongs to a thread, and a fresh thread begins with what any thread set last.
    [GlobalTestInitialize]
    public static void UseOneThread(TestContext context) => set_num_threads(1);
}
